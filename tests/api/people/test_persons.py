"""GET /persons: whom one meets, in which session as what, and what stays private."""

import pytest

from ispyb_api.people.schemas import PersonPageSchema
from tests.contract.shapes import faults
from tests.support.model import Model

LOGINS = ("admin", "pi", "member", "contact", "staff", "outsider", "service")
EVERYBODY = [15, 1, 2, 4, 9, 3, 13, 5, 16, 12, 7, 8, 11, 10, 6]  # by family name; 15 has none; 14 and 17 have no login


def ids(answer):
    assert answer.status_code == 200, answer.json
    return [row["personId"] for row in answer.json["results"]]


def met(site, login):
    """Return the persons that the caller meets, as the model says."""
    model, found = Model(site), set()
    sessions, proposals = model.sessions(login), model.proposals(login)
    for table in ("ProposalHasPerson", "LabContact", "Proposal"):
        rows = site.ask(f"SELECT proposalId, personId FROM {table}")
        found |= {row["personId"] for row in rows if row["proposalId"] in proposals}
    rows = site.ask("SELECT sessionId, personId FROM Session_has_Person")
    found |= {row["personId"] for row in rows if row["sessionId"] in sessions}
    return found & {row["personId"] for row in site.ask("SELECT personId FROM Person WHERE login <> ''")}


@pytest.mark.parametrize("login", LOGINS)
def test_one_meets_whom_the_model_says(site, login):
    answer = site.get("/persons?limit=500", login=login)
    expected = met(site, login)
    assert (set(ids(answer)), len(ids(answer)), answer.json["total"]) == (expected, len(expected), len(expected))


@pytest.mark.parametrize("login", ["member", "outsider", "admin"])
def test_odd_rows_change_nothing_in_that(odd_site, login):
    answer = odd_site.get("/persons?limit=500", login=login)
    assert set(ids(answer)) == met(odd_site, login)
    assert not set(ids(answer)) & {201, 202}  # a stranger, and somebody without a login


def test_show_all_is_everybody_with_a_login(site):
    assert ids(site.get("/persons?showAll=true")) == EVERYBODY


def test_show_all_needs_no_proposal_but_the_permission(odd_site):
    assert ids(odd_site.get("/persons", login="outsider")) == []
    everybody = odd_site.get("/persons?showAll=true&limit=500", login="outsider")
    assert set(ids(everybody)) == {*EVERYBODY, 201}
    assert everybody.json["total"] == len(EVERYBODY) + 1


@pytest.mark.parametrize("login", ["pi", "member", "staff", "outsider", "service"])
def test_without_the_permission_show_all_changes_nothing(site, login):
    assert site.get("/persons?showAll=true", login=login).json == site.get("/persons", login=login).json


def test_a_login_is_private(site):
    shown = {row["personId"]: row["login"] for row in site.get("/persons").json["results"]}
    assert (shown[11], shown[15]) == ("tessonniel", "x2015")
    assert {row["login"] for row in site.get("/persons", login="pi").json["results"]} == {None}
    assert {row["login"] for row in site.get("/persons", login="service").json["results"]} == {None}


def test_nor_can_a_login_be_guessed_by_searching(site):
    assert ids(site.get("/persons?search=tessonniel", login="member")) == [11]  # the family name as well
    assert ids(site.get("/persons?search=member", login="member")) == []
    assert ids(site.get("/persons?search=member")) == [3]


def test_who_manages_persons_finds_them_by_login(odd_site):
    assert ids(odd_site.get("/persons?search=nobody&showAll=true", login="outsider")) == [201]


def test_nothing_sensitive_is_shown(site):
    page = site.get("/persons?showAll=true").json
    assert list(faults(PersonPageSchema, page)) == []
    assert set(page["results"][0]) == {"personId", "givenName", "familyName", "login", "_metadata"}


@pytest.mark.parametrize(
    ("login", "query", "expected"),
    [
        ("member", "sessionId=3", [4, 3, 12, 11]),
        ("member", "sessionId=10", []),  # not visible
        ("admin", "sessionId=10", [4, 10]),
        ("admin", "sessionId=999", []),
        ("admin", "sessionId=13", []),  # nobody takes part
        ("admin", "sessionId=10&showAll=true", [4, 10]),
        ("admin", "sessionId=3&proposal=MX415", [4, 3, 12, 11]),
        ("admin", "sessionId=3&proposal=MX533", []),
        ("admin", "sessionId=3&search=tobin", [3]),
        ("outsider", "sessionId=3&showAll=true", []),
        ("member", "proposal=MX415", [2, 4, 3, 12, 11]),
        ("member", "proposal=mx415", [2, 4, 3, 12, 11]),
        ("pi", "proposal=MX415", [2, 4, 3, 13, 12, 11]),  # 13 is the contact of a session that member does not see
        ("member", "proposal=MX533", []),
        ("admin", "proposal=MX533", [15, 4, 10]),
        ("admin", "proposal=MX533&showAll=true", [15, 4, 10]),
        ("admin", "proposal=MX999", []),
        ("member", "search=haver", [3]),
        ("member", "search=tobin haver", [3]),
        ("member", "search=%25", []),
        ("member", "search=nonesuch", []),
        ("admin", "order_by=personId&order=desc&limit=2", [16, 15]),
        ("admin", "order_by=givenName&limit=3&skip=1", [11, 10, 8]),
        ("admin", "order_by=familyName&order=desc&limit=2", [10, 11]),
    ],
)
def test_filters(get, login, query, expected):
    answer = get(f"/persons?{query}", login=login)
    assert ids(answer) == expected
    assert answer.json["total"] == len(expected) or "limit" in query


def test_a_visible_proposal_shows_its_lab_contacts(odd_site):
    assert 16 in ids(odd_site.get("/persons?proposal=MX533"))
    assert 16 not in ids(odd_site.get("/persons?proposal=MX533", login="member"))


def test_the_part_in_a_session(get):
    def parts(login):
        return {row["personId"]: row["_metadata"] for row in get("/persons?sessionId=3", login=login).json["results"]}

    begins = {number: get(f"/sessions/{number}").json["startDate"] for number in (3, 4)}
    for_member, for_admin = parts("member"), parts("admin")
    assert for_member[12] == {"role": "Data Access", "remote": True, "sessions": 1, "lastSession": begins[3]}
    # 4 takes part in six sessions, of which member may see two.
    assert for_member[4] == {"role": "Local Contact", "remote": False, "sessions": 2, "lastSession": begins[3]}
    assert for_admin[4] == {"role": "Local Contact", "remote": False, "sessions": 6, "lastSession": begins[4]}


def test_an_unknown_role_is_null(get):
    roles = {row["personId"]: row["_metadata"]["role"] for row in get("/persons?sessionId=6").json["results"]}
    assert roles[16] is None


def test_without_a_session_there_is_no_part(get):
    assert {row["_metadata"] for row in get("/persons").json["results"]} == {None}


def test_types_of_a_session_do_not_multiply_its_persons(odd_site):
    answer = odd_site.get("/persons?sessionId=111")
    assert (sorted(ids(answer)), answer.json["total"]) == ([8, 9, 10], 3)


@pytest.mark.parametrize("query", ["showAll=true", "", "order_by=givenName"])
def test_pages_do_not_overlap(get, query):
    whole = get(f"/persons?limit=500&{query}")
    pages = [get(f"/persons?limit=4&skip={skip}&{query}") for skip in (0, 4, 8, 12, 16)]
    assert [number for page in pages for number in ids(page)] == ids(whole)
    assert {page.json["total"] for page in pages} == {whole.json["total"]}


@pytest.mark.parametrize(
    "query", ["limit=1", "showAll=true&limit=1", "sessionId=3&limit=1", "proposal=MX415&limit=1", "skip=500"]
)
@pytest.mark.parametrize("login", ["admin", "staff", "member"])
def test_a_page_takes_three_statements_at_most(site, statements, login, query):
    site.token(login)
    with statements() as counted:
        site.get(f"/persons?{query}", login=login)
    assert counted.number <= 3


BAD = {
    "showAll": "maybe",
    "proposal": "mx",
    "sessionId": "0",
    "search": "x" * 101,
    "order_by": "login",
    "skip": "-1",
    "limit": "501",
    "nonesuch": "1",
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_named(get, name):
    answer = get(f"/persons?{name}={BAD[name]}")
    assert (answer.status_code, list(answer.json["errors"])) == (422, [name])


def test_all_bad_input_is_named_at_once(get):
    answer = get("/persons?" + "&".join(f"{name}={value}" for name, value in BAD.items()))
    assert (answer.status_code, set(answer.json["errors"])) == (422, set(BAD))


@pytest.mark.parametrize("value", ["x", "-1", "2147483648", "1.5", "%00", "9" * 40])
def test_a_session_id_is_a_number_that_can_be(get, value):
    answer = get(f"/persons?sessionId={value}")
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["sessionId"])
