"""GET /sessions/{session}/persons: who takes part, as what."""

import pytest

from ispyb_api.people.schemas import ParticipantPageSchema
from tests.contract.shapes import faults
from tests.support.model import Model


def ids(answer):
    assert answer.status_code == 200, answer.json
    return [row["personId"] for row in answer.json["results"]]


def test_people_with_roles_by_name_and_by_row(site):
    by_row = site.get("/sessions/3/persons", "member")
    assert list(faults(ParticipantPageSchema, by_row.json)) == []
    assert site.get("/sessions/mx415-3/persons", "member").json == by_row.json
    roles = {row["personId"]: (row["role"], row["remote"]) for row in by_row.json["results"]}
    stored = site.ask("SELECT personId, role, remote FROM Session_has_Person WHERE sessionId = 3")
    assert roles == {row["personId"]: (row["role"], bool(row["remote"])) for row in stored}
    assert ids(by_row) == [4, 3, 12, 11]


def test_persons_without_a_login_take_part_too(odd_site):
    answer = odd_site.get("/sessions/3/persons")
    assert 202 in ids(answer)
    assert answer.json["total"] == odd_site.get("/sessions/3").json["_metadata"]["persons"]


def test_types_of_a_session_do_not_multiply_its_people(odd_site):
    answer = odd_site.get("/sessions/111/persons?role=Staff")
    assert (sorted(ids(answer)), answer.json["total"]) == ([8, 9, 10], 3)


def test_where_they_work(site):
    places = {row["personId"]: row["Laboratory"] for row in site.get("/sessions/3/persons").json["results"]}
    assert places[3] == {
        "laboratoryId": 2,
        "name": "Structural Biology",
        "city": "Porto Velhinho",
        "country": "Portugal",
    }


def test_logins_are_private(site):
    assert {row["login"] for row in site.get("/sessions/3/persons", "member").json["results"]} == {None}
    assert "member" in {row["login"] for row in site.get("/sessions/3/persons").json["results"]}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("role=Local%20Contact", [4]),
        ("role=Staff", []),
        ("order_by=personId&order=desc", [12, 11, 4, 3]),
        ("limit=1&skip=1", [3]),
    ],
)
def test_filters(site, query, expected):
    assert ids(site.get(f"/sessions/3/persons?{query}")) == expected


@pytest.mark.parametrize("login", ["member", "pi", "contact", "staff", "outsider", "admin", "service"])
def test_hidden_sessions_have_nobody(site, login):
    visible = Model(site).sessions(login)
    found = {n for n in range(1, 14) if site.get(f"/sessions/{n}/persons", login).status_code == 200}
    assert found == visible & set(range(1, 14))


@pytest.mark.parametrize("name", ["999", "0", "mx415-99", "MX415", "x", "%25-1", "9999999999", "²"])
def test_unknown_sessions_are_missing(site, name):
    assert site.get(f"/sessions/{name}/persons").status_code == 404


def test_bad_input_is_named(site):
    answer = site.get("/sessions/3/persons?role=King&order_by=login&skip=-1&showAll=true")
    assert set(answer.json["errors"]) == {"role", "order_by", "skip", "showAll"}


@pytest.mark.parametrize("login", ["admin", "member"])
def test_a_page_takes_three_statements(site, login):
    site.token(login)
    with site.statements() as counted:
        site.get("/sessions/3/persons?limit=1", login)
    assert counted.number == 3
