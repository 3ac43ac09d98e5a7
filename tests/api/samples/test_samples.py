"""GET /samples"""

import pytest

from ispyb_api.samples.schemas import SampleSchema
from tests.contract.shapes import faults

OURS = [9311, 9303, 9302, 9301, 9300]


@pytest.fixture
def found(site):
    """``found("status=Strategy")``: ids of the samples, in their order, of the rows that these tests are about."""

    def ask(query="", login="member"):
        page = site.get(f"/samples?limit=500&{query}", login=login).json
        assert page["total"] == len(page["results"])
        return [row["blSampleId"] for row in page["results"] if row["blSampleId"] >= 9300]

    return ask


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", OURS),
        ("proposal=sh100", OURS),
        ("proposal=SH100&order_by=blSampleId", OURS[::-1]),
        ("containerId=9000", [9311, 9303, 9301, 9300]),
        ("containerId=9000&proposal=SH100", [9311, 9303, 9301, 9300]),
        ("containerId=9000&proposal=MX415", []),
        ("containerId=9000&order_by=location", [9303, 9300, 9311, 9301]),  # a word, 2, 4, 10
        ("containerId=9000&order_by=location&order=desc", [9301, 9311, 9300, 9303]),
        ("containerId=9000&order_by=name", [9303, 9311, 9301, 9300]),
        ("order_by=datacollections&order=desc&proteinId=9300", [9300, 9301, 9302]),
        ("order_by=datacollections&order=desc&proposal=SH100", [9300, 9301, 9311, 9303, 9302]),
        ("proteinId=9300", [9302, 9301, 9300]),
        ("proteinId=9311", [9311]),
        ("beamLineName=SH-ONE", [9311, 9303, 9301, 9300]),
        ("beamLineName=sh", []),
        ("search=t", [9311, 9301, 9300]),
        ("search=pin2", [9300]),
        ("search=0%25", [9303]),
        ("status=Sample Action", [9301]),
        ("status=Data Collected", [9301, 9300]),
        ("status=Strategy", [9301, 9300]),
        ("status=Auto Integrated", [9300]),
        ("status=Auto Integrated&proposal=SH100&containerId=9000", [9300]),
        # Not member's, and nobody's.
        ("containerId=9011", []),
        ("proposal=SH200", []),
        ("proposal=XX1", []),
    ],
)
def test_condition(found, query, expected):
    assert found(query) == expected


@pytest.mark.parametrize(
    ("login", "expected"), [("admin", {9304, 9310, *OURS}), ("outsider", set(OURS)), ("staff", set())]
)
def test_others_see(found, login, expected):
    assert set(found(login=login)) == expected
    assert found("containerId=9011", login) == ([9310] if login == "admin" else [])


def known(site, sample, login="member"):
    return site.get(f"/samples/{sample}", login=login).json["_metadata"]


@pytest.mark.parametrize(
    ("sample", "login", "expected"),
    [
        (9300, "member", (2, 3, ["Mesh", "OSC"], 2, 3, 1.5, False)),
        (9300, "admin", (2, 4, ["MAD", "Mesh", "OSC"], 3, 3, 1.5, False)),
        (9300, "outsider", (2, 1, ["Mesh"], 0, 1, None, False)),
        (9301, "member", (0, 1, ["OSC"], 2, 0, None, True)),
        (9302, "member", (1, 0, [], 0, 0, None, True)),
        (9303, "member", (0, 0, [], 0, 0, None, False)),
    ],
)
def test_what_was_done_with_a_sample(site, sample, login, expected):
    counts = known(site, sample, login)
    assert (counts.pop("proposalId"), counts.pop("proposal")) == (9000, "SH100")
    assert tuple(counts.values()) == expected
    total = site.get(f"/datacollections?blSampleId={sample}", login=login).json["total"]
    assert counts["datacollections"] == total


def test_counts_of_the_demo_facility_are_those_of_the_tables(site):
    expected = {
        row["blSampleId"]: row["n"]
        for row in site.ask(
            "SELECT COALESCE(g.blSampleId, d.blSampleId) AS blSampleId, COUNT(*) AS n FROM DataCollection d"
            " JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId"
            " WHERE d.dataCollectionId < 9000 AND COALESCE(g.blSampleId, d.blSampleId) IS NOT NULL"
            " GROUP BY COALESCE(g.blSampleId, d.blSampleId)"
        )
    }
    rows = site.get("/samples?limit=500").json["results"]
    found = {row["blSampleId"]: row["_metadata"]["datacollections"] for row in rows if row["blSampleId"] < 9000}
    assert {key: n for key, n in found.items() if n} == expected != {}


def test_a_sample_has_its_parts(site):
    sample = site.get("/samples/9300", login="member").json
    assert list(faults(SampleSchema, sample)) == []
    assert (sample["name"], sample["code"], sample["location"]) == ("two", "PIN2", 2)
    assert (sample["Container"]["code"], sample["Container"]["sampleChangerLocation"]) == ("C-1", "3")
    crystal = sample["Crystal"]
    assert (crystal["spaceGroup"], crystal["space_group"], crystal["cell_a"]) == ("P21", "P21", 10.5)
    assert (crystal["Protein"]["acronym"], crystal["Protein"]["proposalId"]) == ("ALPHA", "9000")
    assert sample["DiffractionPlan"]["diffractionPlanId"] == 9300


def test_without_a_plan_of_its_own_a_sample_has_the_crystal_s(site):
    plan = site.get("/samples/9301", login="member").json["DiffractionPlan"]
    assert (plan["diffractionPlanId"], plan["experimentKind"]) == (9301, "SAD")


def test_parts_are_there_even_if_nothing_is_known(site):
    sample = site.get("/samples/9304").json
    assert list(faults(SampleSchema, sample)) == []
    protein = sample["Crystal"].pop("Protein")
    assert sample["Crystal"].pop("crystal_compositions") == sample["sample_compositions"] == []
    for part in (protein, sample["Crystal"], sample["Container"], sample["DiffractionPlan"]):
        assert set(part.values()) == {None}
    assert sample["_metadata"]["proposal"] is None
    assert site.get("/samples/9303", login="member").json["location"] is None


@pytest.mark.parametrize("path", ["/samples/9310", "/samples/9304", "/samples/1000000"])
def test_what_one_may_not_see_looks_missing(site, path):
    answer = site.get(path, login="member")
    assert (answer.status_code, answer.json["code"]) == (404, "not_found")


def test_the_item_is_the_list_s_row(site):
    rows = site.get("/samples?limit=500", login="member").json["results"]
    for row in rows[::9]:
        assert site.get(f"/samples/{row['blSampleId']}", login="member").json == row


@pytest.mark.parametrize("query", ["", "order_by=datacollections", "order_by=location&order=desc", "proposal=MX415"])
def test_pages_neither_overlap_nor_lose(site, query):
    whole = site.get(f"/samples?limit=500&{query}", login="member").json["results"]
    pages = [site.get(f"/samples?limit=7&skip={skip}&{query}", login="member").json for skip in range(0, len(whole), 7)]
    assert [row for page in pages for row in page["results"]] == whole
    assert {page["total"] for page in pages} == {len(whole)}


@pytest.mark.parametrize("query", ["", "proposal=SH100", "limit=500", "limit=1&search=o", "limit=1&status=Strategy"])
@pytest.mark.parametrize("login", ["admin", "member"])
def test_two_statements_whatever_the_page(site, login, query):
    site.get("/samples", login=login)
    with site.statements() as counted:
        site.get(f"/samples?{query}", login=login)
    assert counted.number <= 2


@pytest.mark.parametrize(
    ("query", "fields"),
    [
        ("proteinId=0&containerId=x&proposal=%20&search=", {"proteinId", "containerId", "proposal"}),
        ("order_by=comments&order=up&status=Processed", {"order_by", "order", "status"}),
        (f"beamLineName={'x' * 46}", {"beamLineName"}),
        ("blSampleId=1", {"blSampleId"}),
    ],
)
def test_bad_input_is_refused_by_name(site, query, fields):
    answer = site.get(f"/samples?{query}")
    assert (answer.status_code, answer.json["errors"].keys()) == (422, fields)
