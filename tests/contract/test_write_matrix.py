"""Route x caller for the routes that write.  The lines are in tests/contract/writes/; a route without one fails here."""

import contextlib
import re
import time

import pytest

from ispyb_api.app import routes
from tests.contract.test_matrix import plain
from tests.contract.writes import CALLERS, GOOD, table
from tests.support.rows import Rows

# How one becomes known, and what concerns nothing but one's own login (tests/api/auth/).
ONES_OWN = {f"POST /auth/{path}" for path in ("login", "logout", "logout/everywhere", "refresh", "token")}
ONES_OWN |= {"POST /user/sign"}

LOGINS = {"member": "pi", "member when closed": "pi"}


@pytest.fixture(scope="module")
def tokens(written):
    """Return the headers of services with all_proposals and one permission more, or none."""
    made = {}

    def headers(*permissions):
        if permissions not in made:
            body = {"name": "matrix", "owner": "admin", "permissions": ["all_proposals", *permissions]}
            token = written.open("POST", "/auth/service-tokens", json=body).json["token"]
            made[permissions] = {"Authorization": f"Bearer {token}"}
        return made[permissions]

    return headers


def test_every_route_that_writes_has_a_line(app):
    writing = {f"{method} {plain(rule.rule)}" for rule, method, _ in routes(app) if method != "GET"}
    assert writing == {line.rule for line in table()} | ONES_OWN


@contextlib.contextmanager
def closed(site):
    """Close MX415 for a while."""
    site.ask("UPDATE Proposal SET state = 'Closed' WHERE proposalId = %s", Rows.proposal_id)
    try:
        yield
    finally:
        site.ask("UPDATE Proposal SET state = 'Open' WHERE proposalId = %s", Rows.proposal_id)


def recorded(site):
    return site.ask("SELECT COUNT(*) AS n FROM api_activity")[0]["n"]


@pytest.mark.parametrize("caller", CALLERS)
@pytest.mark.parametrize("line", table(), ids=lambda line: line.rule)
def test_who_may_write(written, rows, tokens, line, caller):
    expected = line.answers.status(caller)
    if expected is None:
        pytest.skip("no such caller")
    method, path, options = line.request(rows)
    permission = [line.answers.permission] if caller == "writer" else []
    headers = tokens(*permission) if caller in ("reader", "writer") else written.headers(LOGINS.get(caller, caller))
    before = recorded(written)
    with closed(written) if caller == "member when closed" else contextlib.nullcontext():
        answer = written.open(method, path, None, headers=headers, **options)
    assert answer.status_code < 300 if expected == GOOD else answer.status_code == expected, answer.json
    if expected == 422:
        assert set(answer.json["errors"]) == {line.answers.field}
    assert recorded(written) - before == (line.recorded if expected == GOOD else 0)


@pytest.mark.parametrize("line", [each for each in table() if "{}" in each.rule], ids=lambda line: line.rule)
def test_what_is_hidden_looks_like_what_is_not_there(written, rows, line):
    method, path, options = line.request(rows)
    numbers = [part for part in path.split("/") if part.isdigit()]
    if line.answers.status("outsider") != 404 or not numbers:
        pytest.skip("nothing is hidden")
    hidden = written.open(method, path, "outsider", **options)
    absent = written.open(method, path.replace(f"/{numbers[0]}", "/2147483000", 1), "outsider", **options)
    assert (hidden.status_code, absent.status_code) == (404, 404)
    assert re.sub(rf"\b{numbers[0]}\b", "2147483000", hidden.json["message"]) == absent.json["message"]


def test_a_row_is_changed_by_who_read_it_a_while_ago(written, rows):
    """The time of a row's last change is of seconds, and to keep others from changing it must not change that."""
    asked = [line.request(rows) for line in table() if "{}" in line.rule and not line.rule.startswith("POST ")]
    read = {path: written.get(path) for _, path, _ in asked}
    known = [each for each in asked if read[each[1]].status_code == 200 and "ETag" in read[each[1]].headers]
    assert len(known) > 50
    time.sleep(1.1)
    answers = {
        f"{method} {path}": written.open(method, path, headers={"If-Match": read[path].headers["ETag"]}, **options)
        for method, path, options in known
    }
    assert {name: each.json for name, each in answers.items() if each.status_code >= 300} == {}
