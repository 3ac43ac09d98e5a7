"""The examples of the pages: what curl is told to send, and the answer that a page shows, shortened.

Of an answer a page shows some fields and the first rows.  ``…`` stands for any text, a time for any time, and a number from 1000
on under a name that ends in Id for the row that an example made.  ``$TOKEN`` is pi's, ``$STAFF`` that of the login staff.
"""

import datetime
import functools
import json
import re
import shlex
from dataclasses import dataclass, field

from tests.support.instrument import Instrument

_BLOCK = re.compile(r"^\.\. code-block:: (\w+)\n((?:\n| {3}.*\n)+)", re.M)
_COMMAND = re.compile(r"""^curl (?:'[^']*'|"[^"]*"|\\\n|[^'"\n\\])*(?:(?<=<<EOF)\n(?P<body>(?:.*\n)*?)EOF$)?""", re.M)
_REQUEST = re.compile(r"^   (GET|POST|PUT|PATCH) (/\S+)\n((?:\n|   .*\n)*)", re.M)
_NAMED = re.compile(r"<(\w+)>")
_MADE = 1000


@dataclass
class Example:
    """A request, and what a page says of its answer."""

    method: str
    path: str
    login: str
    headers: dict
    body: str | None
    answer: object = None

    def __str__(self):
        return f"{self.method} {self.path}"

    @property
    def refused(self):
        return isinstance(self.answer, dict) and {"code", "message"} <= set(self.answer)


def of_page(text):
    """Return the examples of a page in their order."""
    found = []
    for language, block in _BLOCK.findall(text + "\n"):
        lines = re.sub(r"^ {3}", "", block, flags=re.M)
        if language == "sh":
            found += [_read(each) for each in _COMMAND.finditer(lines)]
        elif language == "json" and found:
            found[-1].answer = json.loads(lines)
    return found


def _read(command):
    words = iter(shlex.split(command[0].partition("<<EOF")[0].replace("\\\n", " ")))
    example = Example("", "", "", {}, command["body"])
    for word in words:
        if word == "-X":
            example.method = next(words)
        elif word == "-H":
            name, _, value = next(words).partition(": ")
            example.headers[name] = value
        elif word in ("-d", "--data-binary"):
            example.body = next(words) if example.body is None else example.body
        elif word.startswith("$URL"):
            example.path = word.removeprefix("$URL")
        elif word == ">":
            break
    example.method = example.method or ("GET" if example.body is None else "POST")
    token = example.headers.pop("Authorization").removeprefix("Bearer $")
    example.login = "pi" if token == "TOKEN" else token.lower()
    return example


@dataclass
class Reader:
    """Somebody who tries the examples of a page one after the other."""

    site: object
    _made: dict = field(default_factory=dict)
    _etag: str = ""

    def try_out(self, example):
        """Send a request; return what is wrong with the answer, None if it is as the page says."""
        headers = {name: value.replace('"…"', self._etag) for name, value in example.headers.items()}
        body = self._with_rows(example.body)
        sent = {"headers": headers, "data": None if body is None else body.encode()}
        answer = self.site.open(example.method, self._with_rows(example.path), example.login, **sent)
        self._etag = answer.headers.get("ETag", "")
        if (answer.status_code < 300) == example.refused:
            return f"{answer.status_code}: {answer.text[:500]}"
        if example.answer is None:
            return None
        return next(self._faults(example.answer, answer.json, ""), None)

    def _with_rows(self, text):
        return text and re.sub(r"\b\d{4,}\b", lambda number: str(self._made.get(int(number[0]), number[0])), text)

    def _faults(self, said, got, where):
        if isinstance(said, dict) and isinstance(got, dict):
            for name, value in said.items():
                if name not in got:
                    yield f"{where}.{name} is not there"
                else:
                    yield from self._faults(value, got[name], f"{where}.{name}")
        elif isinstance(said, list) and isinstance(got, list):
            if len(got) < len(said) or (got and not said):
                yield f"{where} has {len(got)} rows"
            for number, (one, other) in enumerate(zip(said, got, strict=False)):
                yield from self._faults(one, other, f"{where}[{number}]")
        elif not self._same(said, got, where):
            yield f"{where} is {got!r}, not {said!r}"

    def _same(self, said, got, where):
        if isinstance(said, int) and said >= _MADE and re.search(r"Ids?(\[\d+\])?$", where):
            return self._made.setdefault(said, got) == got
        if isinstance(said, str) and isinstance(got, str):
            pattern = ".*".join(re.escape(part) for part in said.split("…"))
            likely = any(re.fullmatch(pattern, text, re.S) for text in (got, self._shown(got)))
            return likely or (_is_time(said) and _is_time(got))
        return said == got and isinstance(said, bool) == isinstance(got, bool)

    def _shown(self, text):
        """Return a text with the numbers that the page has for rows."""
        shown = {str(row): str(number) for number, row in self._made.items()}
        return re.sub(r"\b\d+\b", lambda number: shown.get(number[0], number[0]), text)


def _is_time(text):
    try:
        datetime.datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def carried_out(site, text):
    """Send a page's requests that are no commands, as an instrument; return [(request, answer)].

    ``<name>`` in them is what the last answer with such a field said.
    """
    instrument, known, found = Instrument(site), {}, []
    for block in _REQUEST.findall(text):
        method, path, body = (_NAMED.sub(functools.partial(_known, known), part) for part in block)
        answer = instrument.send(method, path, json.loads(body) if body.strip() else None)
        assert answer.status_code in (200, 201), (method, path, answer.json)
        known |= dict(_fields(answer.json))
        found.append((f"{method} {path}", answer.json))
    return found


def _known(known, name):
    return str(known[name[1]])


def _fields(answer):
    """Yield what an answer says, the innermost first."""
    for part in answer if isinstance(answer, list) else answer.values() if isinstance(answer, dict) else ():
        yield from _fields(part)
    if isinstance(answer, dict):
        yield from answer.items()
