"""What to ask of the server: every GET route that it has, with arguments that make sense in the seeded facility."""

from dataclasses import dataclass
from itertools import chain
from urllib.parse import urlencode

import marshmallow as ma

from ispyb_api.app import PREFIX, PUBLIC, routes
from tests.bench.examples import plain

PAGE, LARGE = 25, 500
_PAGING = {"skip", "limit", "order", "order_by"}
_NARROWING = ("sessionId", "beamLineGroup", "path")  # what is asked of a route that is not a list
_ENDLESS = "/stream"  # answers until the client goes
_NEEDS = {
    "day": ("year", "month"),
    "fileTemplate": ("imageDirectory",),
    "imagePrefix": ("imageDirectory",),
    "dataCollectionNumber": ("imageDirectory",),
    "processingPrograms": ("sessionId",),
    "fileType": ("sessionId",),
}
_INSTEAD = {
    "dataCollectionId": {"autoProcProgramAttachmentId", "robotActionId"}
}  # what may stand for a needed argument


@dataclass(frozen=True)
class Case:
    """One URL to ask, and what it is called in tables.

    ``limit`` is None where the answer is not a list, ``most`` is the highest ratio to bare SQL for any number of rows.
    """

    rule: str
    path: str
    name: str
    limit: int | None = None
    most: float | None = None


def to_measure(app, examples):
    """Return the cases of a bench: each item once, each list as a page and as 500 rows, also of one session."""
    return [case for case in _each_route(app, examples, _measured) if not case.rule.endswith(_ENDLESS)]


def to_explain(app, examples):
    """Return cases in which every documented argument occurs, alone and within one session."""
    return list(_each_route(app, examples, _explained))


def _each_route(app, given, queries):
    address = app.url_map.bind("localhost")
    for rule, method, function in sorted(routes(app), key=lambda each: each[0].rule):
        if method != "GET" or rule.rule.removeprefix(PREFIX) in PUBLIC:
            continue
        parts = rule.rule.removeprefix(PREFIX).split("/")
        examples = given.copy()
        for part in parts[1:]:
            examples |= given.get(f"/{part}", {})
        path = address.build(rule.endpoint, {name: _example(name, examples) for name in rule.arguments}, method)
        arguments = function.__apidoc__.get("params", {})
        needed = {name: _examples(name, arguments[name], examples)[0] for name in _needed(function)}
        for query in queries(arguments, examples):
            asked = {
                name: each for name, each in needed.items() if not _INSTEAD.get(name, set()) & query.keys()
            } | query
            text = f"?{urlencode(asked)}" if asked else ""
            url = path + text
            yield Case(rule.rule, url, url.removeprefix(PREFIX), asked.get("limit"))


def _needed(function):
    """Return the arguments without which a route answers nothing: those that it misses when it is given none."""
    schema = getattr(function, "__accepts__", None)
    try:
        if schema:
            schema().load({})
    except ma.ValidationError as exc:
        return sorted(exc.normalized_messages())
    return []


def _example(name, examples):
    """Return what to give for an argument; 1 for one that examples.py does not know."""
    return examples.get(plain(name), 1)


def _measured(arguments, examples):
    if "limit" not in arguments:
        return [{name: _example(name, examples) for name in _NARROWING if name in arguments}]
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
        others = {other: _example(other, examples) for other in _NEEDS.get(name, ())}
        for value in _examples(name, about, examples):
            yield others | {name: value}


def _examples(name, about, examples):
    if about.get("enum"):
        return about["enum"]
    if about.get("type") == "boolean":
        return ["true", "false"]
    return [_example(name, examples)]
