"""GET /proteins"""

import pytest

from ispyb_api.proteins.schemas import ProteinSchema
from tests.contract.shapes import faults


@pytest.fixture
def found(site):
    """``found("search=x")``: ids of the proteins, in their order."""

    def ask(query="", login="member"):
        page = site.get(f"/proteins?limit=500&{query}", login=login).json
        assert page["total"] == len(page["results"])
        return [row["proteinId"] for row in page["results"]]

    return ask


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("proposal=SH100", [9301, 9300]),
        ("proposal=sh100&order_by=proteinId", [9300, 9301]),
        ("proposal=SH100&order_by=name&order=desc", [9300, 9301]),
        ("proposal=SH100&order_by=acronym", [9301, 9300]),
        ("proteinId=9300", [9300]),
        ("search=alph", [9300]),
        ("search=00%25", [9300]),
        ("search=%25", [9300]),
        ("search=l_h", []),
        # Not member's, and nobody's.
        ("proteinId=9311", []),
        ("proposal=SH200", []),
        ("proposal=XX1", []),
    ],
)
def test_condition(found, query, expected):
    assert found(query) == expected


@pytest.mark.parametrize(
    ("login", "samples", "collections"),
    # outsider takes part in the second session only: all samples, the collections of that session.
    [("member", 3, 3), ("admin", 4, 4), ("outsider", 3, 1)],
)
def test_counts_are_of_what_one_may_see(site, login, samples, collections):
    counts = site.get("/proteins/9300", login=login).json["_metadata"]
    assert counts == {"pdbs": 2, "crystals": 2, "samples": samples, "datacollections": collections}


def test_counts_of_the_demo_facility_are_those_of_the_tables(site):
    expected = {
        row["proteinId"]: row["n"]
        for row in site.ask(
            "SELECT c.proteinId, COUNT(*) AS n FROM DataCollection d"
            " JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId"
            " JOIN BLSample b ON b.blSampleId = COALESCE(g.blSampleId, d.blSampleId)"
            " JOIN Crystal c ON c.crystalId = b.crystalId WHERE c.proteinId < 9000 GROUP BY c.proteinId"
        )
    }
    rows = site.get("/proteins?limit=500").json["results"]
    found = {row["proteinId"]: row["_metadata"]["datacollections"] for row in rows if row["proteinId"] < 9000}
    assert {key: n for key, n in found.items() if n} == expected


def test_a_protein_has_its_fields(site):
    protein = site.get("/proteins/9300", login="member").json
    expected = {
        "name": "Alpha 100%",
        "acronym": "ALPHA",
        "proposal": "SH100",
        "density": 1.35,
        "molecularMass": 14300.5,
        "hazardGroup": "2",
        "containmentLevel": "1",
        "safetyLevel": "GREEN",
    }
    assert {key: protein[key] for key in expected} == expected
    assert protein["ComponentType"]["componentTypeId"] == 1


def test_a_protein_of_which_nothing_is_known(site):
    protein = site.get("/proteins/9301", login="member").json
    assert list(faults(ProteinSchema, protein)) == []
    assert (protein["name"], protein["ComponentType"]) == (None, None)
    assert set(protein["_metadata"].values()) == {0}


@pytest.mark.parametrize("path", ["/proteins/9311", "/proteins/1000000"])
def test_what_one_may_not_see_looks_missing(site, path):
    answer = site.get(path, login="member")
    assert (answer.status_code, answer.json["code"]) == (404, "not_found")


@pytest.mark.parametrize("query", ["", "proposal=SH100", "limit=500", "limit=1&search=l"])
def test_two_statements_whatever_the_page(site, query):
    site.get("/proteins")
    with site.statements() as counted:
        site.get(f"/proteins?{query}")
    assert counted.number <= 2


@pytest.mark.parametrize(
    ("query", "fields"),
    [
        ("proteinId=0&proposal=%20&search=", {"proteinId", "proposal"}),
        ("order_by=density&order=up", {"order_by", "order"}),
        (f"search={'x' * 101}", {"search"}),
        ("blSampleId=1", {"blSampleId"}),
    ],
)
def test_bad_input_is_refused_by_name(site, query, fields):
    answer = site.get(f"/proteins?{query}")
    assert (answer.status_code, answer.json["errors"].keys()) == (422, fields)
