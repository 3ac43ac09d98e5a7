"""GET /laboratories: where the persons work whom one meets."""

import pytest

from ispyb_api.people.schemas import LaboratoryPageSchema
from tests.contract.shapes import faults
from tests.support.model import Model

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
    assert set(answer.json["errors"]) == {"country", "search", "proposal", "order_by", "limit", "login"}
