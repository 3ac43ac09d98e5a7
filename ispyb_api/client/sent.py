"""What becomes of a write: the server's answer, or, until it is delivered, what later writes may say instead of it.

    started = client.post("/datacollections", {...})
    client.patch(f"/datacollections/{started['dataCollectionId']}", {"runStatus": "DataCollection Successful"})

works while the server is away too: the id is then a ``Later``, a text that stands for it and is replaced at delivery.
"""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, unquote

_MARK = re.compile(r"spooled:([^/;\s]+)((?:/[A-Za-z0-9_]+)*);")

# Returns the answer that the write with a key got; raises KeyError if there is none.
Answers = Callable[[str], Any]


class Later(str):
    """Stands for a value of an answer that has not come yet; good in paths and bodies of writes to the same spool."""

    __slots__ = ()

    @classmethod
    def of(cls, key: str, *steps: str | int) -> "Later":
        return cls("spooled:" + "/".join((quote(key, safe=""), *map(str, steps))) + ";")


class Sent:
    """A write that was handed over: ``key`` is its idempotency key, ``answer`` the server's, None while it is ``spooled``."""

    def __init__(self, key: str, answer: Any = None, *, spooled: bool = False):
        self.key = key
        self.answer = answer
        self.spooled = spooled

    def __getitem__(self, name: str) -> Any:
        return self.at(name)

    def at(self, *steps: str | int) -> Any:
        """Return a value within the answer, as ``at("results", 0, "blSampleId")``; a Later while the answer is to come."""
        return Later.of(self.key, *steps) if self.spooled else within(self.answer, steps)

    def __repr__(self) -> str:
        return f"Sent({self.key}, {'spooled' if self.spooled else self.answer!r})"


def within(answer: Any, steps: tuple[str | int, ...]) -> Any:
    for step in steps:
        answer = answer[int(step)] if isinstance(answer, list) else answer[step]
    return answer


def keys_in(value: Any) -> set[str]:
    """Return the keys of the writes for whose answers something in a path or a body stands."""
    if isinstance(value, dict):
        return set().union(*(keys_in(each) for each in value.values()))
    if isinstance(value, list):
        return set().union(*(keys_in(each) for each in value))
    return {unquote(found[0]) for found in _MARK.findall(value)} if isinstance(value, str) else set()


def resolved(value: Any, answers: Answers) -> Any:
    """Return a path or a body with the values for which something in it stands; KeyError if one is not to be had."""
    if isinstance(value, dict):
        return {name: resolved(each, answers) for name, each in value.items()}
    if isinstance(value, list):
        return [resolved(each, answers) for each in value]
    if not isinstance(value, str):
        return value
    whole = _MARK.fullmatch(value)
    if whole:
        return _looked_up(whole, answers)
    return _MARK.sub(lambda found: str(_looked_up(found, answers)), value)


def _looked_up(found: re.Match[str], answers: Answers) -> Any:
    try:
        value = within(answers(unquote(found[1])), tuple(found[2].split("/")[1:]))
    except (KeyError, IndexError, TypeError, ValueError):
        raise KeyError(found[0]) from None
    if value is None:
        raise KeyError(found[0])
    return value
