"""What to ask of the server: every GET route that it has, with arguments that make sense in the seeded facility."""

from dataclasses import dataclass
from itertools import chain
from urllib.parse import urlencode

from ispyb_api.app import PREFIX, PUBLIC, routes
from tests.bench.examples import plain

PAGE, LARGE = 25, 500
_PAGING = {"skip", "limit", "order", "order_by"}
_NARROWING = ("sessionId", "beamLineGroup")  # what is asked of a route that is not a list
_NEEDS = {"day": ("year", "month")}


@dataclass(frozen=True)
class Case:
    """One URL to ask; ``limit`` is None where the answer is not a list."""

    rule: str
    path: str
    limit: int | None = None

    @property
    def name(self):
        return self.path.removeprefix(PREFIX)


@dataclass(frozen=True)
class Skipped:
    rule: str
    why: str


def to_measure(app, examples):
    """Return the cases of a bench: each item once, each list as a page and as 500 rows, also of one session."""
    return _each_route(app, examples, _measured)


def to_explain(app, examples):
    """Return cases in which every documented argument occurs, alone and within one session."""
    return _each_route(app, examples, _explained)


def _each_route(app, examples, queries):
    found, skipped, address = [], [], app.url_map.bind("localhost")
    for rule, method, function in sorted(routes(app), key=lambda each: each[0].rule):
        if method != "GET" or rule.rule.removeprefix(PREFIX) in PUBLIC:
            continue
        arguments = function.__apidoc__.get("params", {})
        required = {name for name, about in arguments.items() if about.get("required")}
        missing = sorted(name for name in rule.arguments | required if plain(name) not in examples)
        if missing:
            skipped.append(Skipped(rule.rule, f"no example for {', '.join(missing)}"))
            continue
        path = address.build(rule.endpoint, {name: examples[plain(name)] for name in rule.arguments}, "GET")
        needed = {name: examples[plain(name)] for name in sorted(required)}
        for query in queries(arguments, examples):
            asked = needed | query
            text = f"?{urlencode(asked)}" if asked else ""
            found.append(Case(rule.rule, path + text, asked.get("limit")))
    return found, skipped


def _measured(arguments, examples):
    if "limit" not in arguments:
        return [{name: examples[plain(name)] for name in _NARROWING if name in arguments}]
    of_session = [{"sessionId": examples["sessionid"]}] if "sessionId" in arguments else []
    return [query | {"limit": limit} for query in ({}, *of_session) for limit in (PAGE, LARGE)]


def _explained(arguments, examples):
    limit = {"limit": PAGE} if "limit" in arguments else {}
    alone = list(chain([{}], *(_values(name, about, examples) for name, about in arguments.items())))
    if "sessionId" in arguments:
        alone += [{"sessionId": examples["sessionid"]} | query for query in alone]
    return [query | limit for query in alone]


def _values(name, about, examples):
    """Yield the queries that one argument occurs in."""
    if name == "order_by":
        yield from ({"order_by": each, "order": order} for each in about["enum"] for order in ("asc", "desc"))
    elif name not in _PAGING:
        others = {other: examples[plain(other)] for other in _NEEDS.get(name, ())}
        for value in _examples(name, about, examples):
            yield others | {name: value}


def _examples(name, about, examples):
    if about.get("enum"):
        return about["enum"]
    if about.get("type") == "boolean":
        return ["true", "false"]
    if plain(name) not in examples:
        raise LookupError(f"the argument {name} has no example: give it one in tests/bench/examples.py")
    return [examples[plain(name)]]
