"""GET /proposals and /proposals/{name or id}."""

import pytest

from ispyb_api.proposals.schemas import ProposalPageSchema, ProposalSchema
from tests.contract.shapes import faults


def names(answer):
    assert answer.status_code == 200, answer.json
    return [row["proposal"] for row in answer.json["results"]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["MX533", "EM67", "SX28", "MX415"]),  # the newest first
        ("proposal=mx415", ["MX415"]),
        ("proposal=MX41", []),
        ("proposalId=2", ["SX28"]),
        ("proposalId=99", []),
        ("search=MX", ["MX533", "MX415"]),
        ("search=", ["MX533", "EM67", "SX28", "MX415"]),  # a field that was cleared
        ("search=sx28", ["SX28"]),
        ("search=ferritin", ["EM67"]),
        ("search=BL02-SSX", ["SX28", "MX415"]),  # a whole beamline's name
        ("search=BL02", []),
        ("search=%25", []),
        ("beamLineName=bl02-ssx", ["SX28", "MX415"]),
        ("beamLineName=BL02", []),
        ("beamLineName=BL01-MX&search=BL02-SSX", ["MX415"]),
        ("state=Cancelled", []),
        ("state=Open&search=sx28", ["SX28"]),
        ("order_by=proposalCode", ["EM67", "MX415", "MX533", "SX28"]),
        ("order_by=proposalCode&order=desc", ["SX28", "MX533", "MX415", "EM67"]),
        ("order_by=proposalId", ["MX415", "SX28", "EM67", "MX533"]),
        ("skip=1&limit=2", ["EM67", "SX28"]),
    ],
)
def test_filters_and_orders(get, query, expected):
    answer = get(f"/proposals?{query}")
    assert names(answer) == expected
    assert answer.json["total"] == (4 if "limit" in query else len(expected))


@pytest.mark.parametrize(
    ("query", "everybody", "member"),
    [
        ("sessionId=3", ["MX415"], ["MX415"]),
        ("sessionId=1", ["MX415"], []),  # in which member took no part
        ("sessionId=99999", [], []),
        ("dataCollectionGroupId=66", ["MX415"], ["MX415"]),
        ("dataCollectionId=95", ["MX415"], ["MX415"]),
        ("dataCollectionId=1", ["MX415"], []),
        ("blSampleId=21", ["MX415"], ["MX415"]),
        ("blSampleId=80", ["MX415"], ["MX415"]),  # in no container
        ("proteinId=1", ["MX415"], ["MX415"]),
        ("containerId=6", ["SX28"], ["SX28"]),
        ("containerId=8", ["EM67"], []),
        ("dewarId=6", ["EM67"], []),
        ("shippingId=4", ["SX28"], ["SX28"]),
        ("shippingId=4&sessionId=3", [], []),  # of both there is none
        ("containerId=6&search=chip&state=Open", [], []),
    ],
)
def test_the_proposal_of_something_is_found_by_who_sees_that(get, query, everybody, member):
    assert names(get(f"/proposals?{query}")) == everybody
    assert names(get(f"/proposals?{query}", login="member")) == member
    assert names(get(f"/proposals?{query}", login="outsider")) == []


@pytest.mark.parametrize(
    ("login", "expected"),
    [
        ("outsider", []),
        ("member", ["SX28", "MX415"]),
        ("pi", ["MX415"]),
        ("contact", ["MX533", "MX415"]),
        ("staff", ["MX533", "MX415"]),
        ("service", ["MX533", "EM67", "SX28", "MX415"]),
    ],
)
def test_one_sees_ones_own_proposals(get, login, expected):
    answer = get("/proposals", login=login)
    assert (names(answer), answer.json["total"]) == (expected, len(expected))


def test_a_search_by_beamline_finds_what_one_sees_of_it(get):
    for name in ("search", "beamLineName"):  # its session of MX415 is hidden
        assert names(get(f"/proposals?{name}=BL02-SSX", login="member")) == ["SX28"]


@pytest.mark.parametrize(
    ("login", "sessions", "beamlines", "groups"),
    [
        ("admin", 5, ["BL01-MX", "BL02-SSX", "BL09-MX"], ["mx", "ssx"]),
        ("pi", 5, ["BL01-MX", "BL02-SSX", "BL09-MX"], ["mx", "ssx"]),
        ("member", 2, ["BL01-MX"], ["mx"]),
        ("staff", 4, ["BL01-MX", "BL09-MX"], ["mx"]),
    ],
)
def test_counts_are_of_what_one_sees(get, login, sessions, beamlines, groups):
    for answer in (get("/proposals/MX415", login=login), get("/proposals?proposal=MX415", login=login)):
        proposal = answer.json if "proposalId" in answer.json else answer.json["results"][0]
        assert proposal["_metadata"] == {
            "persons": 1,
            "sessions": sessions,
            "beamLines": beamlines,
            "uiGroups": groups,
        }


@pytest.mark.parametrize("path", ["/proposals/MX415", "/proposals/mx415", "/proposals/1"])
def test_one_proposal_by_name_or_id(get, path):
    proposal = get(path, login="pi").json
    assert list(faults(ProposalSchema, proposal)) == []
    assert (proposal["proposalId"], proposal["proposal"], proposal["type"], proposal["state"]) == (
        1,
        "MX415",
        "MX",
        "Open",
    )
    assert proposal["title"] == "Cold-adapted hydrolases from the deep fjord"


@pytest.mark.parametrize("name", ["MX533", "4", "MX999", "999", "MX", "0", "9" * 40, "MX 415", "%25", "1abc"])
def test_what_one_may_not_see_is_missing(get, name):
    answer = get(f"/proposals/{name}", login="pi")
    assert (answer.status_code, answer.json["code"]) == (404, "not_found")


def test_odd_proposals_break_nothing(odd_site):
    answer = odd_site.get("/proposals")
    assert list(faults(ProposalPageSchema, answer.json)) == []
    titles = {row["proposal"]: row["title"] for row in answer.json["results"]}
    assert titles["ODD1"] == ""
    assert odd_site.get("/proposals/ODD1").json["_metadata"]["beamLines"] == ["BL-ODD"]


@pytest.mark.parametrize("order", ["", "&order_by=proposalCode", "&order_by=title&order=desc"])
def test_pages_do_not_overlap(get, order):
    pages = [get(f"/proposals?limit=1&skip={skip}{order}") for skip in range(5)]
    assert sorted(name for page in pages for name in names(page)) == ["EM67", "MX415", "MX533", "SX28"]
    assert {page.json["total"] for page in pages} == {4}


@pytest.mark.parametrize("query", ["", "?limit=1", "?search=mx&limit=1"])
@pytest.mark.parametrize("login", ["admin", "staff", "member"])
def test_a_page_takes_three_statements_at_most(site, statements, login, query):
    site.token(login)
    with statements() as counted:
        site.get(f"/proposals{query}", login=login)
    assert counted.number <= 3


def test_one_proposal_takes_two_statements(site, statements):
    site.token("pi")
    with statements() as counted:
        site.get("/proposals/MX415", login="pi")
    assert counted.number == 2


BAD = {
    "search": "x" * 101,
    "proposal": "mx",
    "proposalId": "0",
    "state": "open",
    "beamLineName": "",
    "order_by": "state",
    "skip": "-1",
    "limit": "0",
    "nonesuch": "1",
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_named(get, name):
    answer = get(f"/proposals?{name}={BAD[name]}")
    assert (answer.status_code, list(answer.json["errors"])) == (422, [name])


def test_all_bad_input_is_named_at_once(get):
    answer = get("/proposals?" + "&".join(f"{name}={value}" for name, value in BAD.items()))
    assert (answer.status_code, set(answer.json["errors"])) == (422, set(BAD))
