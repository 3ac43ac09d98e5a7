"""/laboratories: where the persons work whom one meets; made and changed by who manages persons."""

import concurrent.futures

import pytest

from ispyb_api.people.schemas import LaboratoryPageSchema, LaboratorySchema
from tests.contract.shapes import faults
from tests.support.instrument import Instrument
from tests.support.model import Model
from tests.support.rights import last_activity

LOGINS = ("admin", "pi", "member", "contact", "staff", "outsider", "service")


def ids(answer):
    assert answer.status_code == 200, answer.json
    return [row["laboratoryId"] for row in answer.json["results"]]


def known(site, login):
    """Return the laboratories of the persons whom the caller meets, as the model says."""
    model = Model(site)
    if "all_proposals" in model.permissions(login):
        return {row["laboratoryId"] for row in site.ask("SELECT laboratoryId FROM Laboratory")}
    persons, sessions, proposals = set(), model.sessions(login), model.proposals(login)
    for table in ("ProposalHasPerson", "LabContact", "Proposal"):
        rows = site.ask(f"SELECT proposalId, personId FROM {table}")
        persons |= {row["personId"] for row in rows if row["proposalId"] in proposals}
    rows = site.ask("SELECT sessionId, personId FROM Session_has_Person")
    persons |= {row["personId"] for row in rows if row["sessionId"] in sessions}
    rows = site.ask("SELECT personId, laboratoryId FROM Person WHERE laboratoryId IS NOT NULL")
    return {row["laboratoryId"] for row in rows if row["personId"] in persons}


@pytest.mark.parametrize("login", LOGINS)
def test_one_knows_the_laboratories_that_the_model_says(site, login):
    answer, expected = site.get("/laboratories?limit=500", login), known(site, login)
    assert (set(ids(answer)), len(ids(answer)), answer.json["total"]) == (expected, len(expected), len(expected))
    assert {n for n in range(1, 6) if site.get(f"/laboratories/{n}", login).status_code == 200} == expected


def test_laboratory_tells_its_address(site):
    page = site.get("/laboratories").json
    assert list(faults(LaboratoryPageSchema, page)) == []
    found = site.get("/laboratories/2", "member").json
    assert found in page["results"]
    assert [found[name] for name in ("name", "city", "postcode", "country", "organization")] == [
        "Structural Biology", "Porto Velhinho", "4999-001", "Portugal", "University of Porto Velhinho",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("login", "query", "expected"),
    [
        ("admin", "", [5, 4, 1, 3, 2]),  # by name; without one first
        ("admin", "order_by=laboratoryId&order=desc", [5, 4, 3, 2, 1]),
        ("admin", "order_by=country&limit=2&skip=1", [4, 1]),
        ("admin", "country=norway", [1, 3]),
        ("admin", "search=velhinho", [2]),
        ("admin", "search=institute", [3]),
        ("admin", "search=%25", []),
        ("member", "proposal=mx415", [1, 2]),
        ("member", "proposal=MX533", []),
        ("admin", "proposal=MX999", []),
        ("outsider", "search=lum", []),
    ],
)
def test_filters(site, login, query, expected):
    answer = site.get(f"/laboratories?{query}", login)
    assert ids(answer) == expected
    assert answer.json["total"] == len(expected) or "limit" in query


@pytest.mark.parametrize("login", ["admin", "member", "staff"])
def test_a_page_takes_two_statements(site, login):
    site.token(login)
    with site.statements() as counted:
        site.get("/laboratories?limit=1", login)
    assert counted.number == 2


@pytest.mark.parametrize("path", ["/laboratories/99", "/laboratories/0", "/laboratories/2147483648", "/laboratories/x"])
def test_unknown_ones_are_missing(site, path):
    assert site.get(path).status_code == 404


def test_bad_input_is_named(site):
    answer = site.get("/laboratories?country=&search=&proposal=x&order_by=url&limit=0&login=x")
    assert set(answer.json["errors"]) == {"country", "proposal", "order_by", "limit", "login"}


# --- made and changed


@pytest.fixture(scope="module")
def office(written):
    """A service of the user office: it manages persons, and sees no proposal."""
    return Instrument(written, permissions=("manage_persons",))


def send(site, method="POST", number=None, login="admin", **body):
    return site.open(method, f"/laboratories/{number}" if number else "/laboratories", login, json=body)


def test_user_office_makes_and_changes_a_laboratory(written, office):
    given = {"name": "Optics", "address": "Quay 1", "postcode": "4999", "city": "Velhinho", "country": "Portugal",
             "organization": "University", "url": "https://optics.example.org/", "laboratoryExtPk": 4711}  # fmt: skip
    made = office.send("POST", "/laboratories", given)
    assert made.status_code == 201, made.json
    assert list(faults(LaboratorySchema, made.json)) == []
    assert {name: made.json[name] for name in given} == given
    path = f"/laboratories/{made.json['laboratoryId']}"
    assert made.headers["Location"].endswith(path)
    changed = office.send("PATCH", path, {"city": "Porto", "postcode": None, "laboratoryExtPk": 4711})
    assert {
        **made.json,
        "city": "Porto",
        "postcode": None,
        "recordTimeStamp": changed.json["recordTimeStamp"],
    } == changed.json
    assert office.send("GET", path).json == changed.json
    assert last_activity(written)["target"] == path[1:].replace("laboratories/", "laboratory ")


def test_number_of_the_user_office_is_one_laboratorys(written):
    first, other = (send(written, name="A", laboratoryExtPk=number).json["laboratoryId"] for number in (901, 902))
    assert send(written, name="B", laboratoryExtPk=901).status_code == 409
    assert send(written, "PATCH", other, laboratoryExtPk=901).status_code == 409
    assert send(written, "PATCH", first, laboratoryExtPk=901).status_code == 200


def test_number_of_the_user_office_is_one_laboratorys_when_two_are_made_at_once(written):
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda n: send(written, name=f"L{n}", laboratoryExtPk=4242).status_code, range(4)))
    assert sorted(found) == [201, 409, 409, 409]


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({}, {"name"}),
        ({"name": None}, {"name"}),
        ({"name": "x" * 46}, {"name"}),
        ({"name": "x", "url": "javascript:alert(1)"}, {"url"}),
        ({"name": "x", "laboratoryExtPk": "1"}, {"laboratoryExtPk"}),
        ({"name": "x", "laboratoryExtPk": 2**31, "city": "x" * 46}, {"laboratoryExtPk", "city"}),
        ({"name": "x", "laboratoryId": 1}, {"laboratoryId"}),
    ],
)
def test_what_a_laboratory_cannot_be_is_named(written, body, fields):
    answer = send(written, **body)
    assert (answer.status_code, set(answer.json["errors"])) == (422, fields)


def test_second_of_two_who_change_a_laboratory_learns_of_the_first(written):
    made = send(written, name="Twice")
    path, etag = f"/laboratories/{made.json['laboratoryId']}", {"If-Match": made.headers["ETag"]}
    for status in (200, 412):
        assert written.open("PATCH", path, json={"city": f"{status}"}, headers=etag).status_code == status


def test_unknown_laboratory_is_not_changed(written):
    assert send(written, "PATCH", 99999, city="x").status_code == 404
