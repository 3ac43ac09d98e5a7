"""Every route that the front ends of the Java server cannot do without is served."""

import re

from werkzeug.exceptions import HTTPException

from ispyb_api.compat.java_rest.paths import PREFIX
from tests.api.java_rest.walking import FOREIGN, OWN, WORDS, filled, parts
from tests.support import facts
from tests.support.java import Java

LAST = 109  # those behind are for BioSAXS, and what few ask for


def routes():
    """Return (method, path) of each route of the priorities that must or should be served."""
    text = facts.path("facts/legacy-priority.md").read_text(encoding="utf-8")
    found = re.findall(r"^\| (\d+) \| (GET|POST) (\S+) \|", text, re.MULTILINE)
    return [(method, path) for number, method, path in found if int(number) <= LAST]


def served(app):
    """Return {"METHOD path": rule} of those that lead anywhere."""
    adapter, found = app.url_map.bind("localhost"), {}
    for method, path in routes():
        try:
            rule, _ = adapter.match(PREFIX + re.sub(r"\{\w+\}", "1", path), method=method, return_rule=True)
        except HTTPException:
            continue
        found[f"{method} {path}"] = rule.rule.removeprefix(PREFIX)
    return found


def test_every_route_leads_somewhere(app):
    wanted = {f"{method} {path}" for method, path in routes()}
    assert len(wanted) == LAST
    assert wanted - served(app).keys() == set()


def test_no_route_is_served_by_name_only(written):
    """For the row of the path that is the proposal's own, each answers with something, a refusal in words, or nothing there."""
    java, said = Java(written), {}
    for route, rule in served(written.app).items():
        method, own = route.split()[0], {name: _own(rule, name) for name in parts(rule)}
        answer = java.open(method, filled(rule, _proposal(rule), own), data={} if method == "POST" else None)
        said[route] = answer.status_code
    assert {route: status for route, status in said.items() if status >= 500} == {}
    assert [route for route, status in said.items() if status in (401, 403, 405)] == []
    lists = [route for route in said if route.endswith("/list") and said[route] != 200]
    assert lists == []


def _proposal(rule):
    return "em67" if "/em/" in rule else "mx415"


def _own(rule, name):
    if "/em/" in rule and name in FOREIGN:
        return {"session": 9, "sessions": 9, "collection": 301}.get(name, FOREIGN[name])
    return OWN[name] if name in OWN else WORDS[name]
