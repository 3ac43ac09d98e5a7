"""GET /datacollections"""

import pytest

PICKED = {9201, 9202, 9203, 9204, 9205, 9206, 9207, 9208, 9209, 9211}


@pytest.fixture
def found(site):
    """``found("runStatus=Failed")``: ids of the collections, in their order, of the rows that these tests are about."""

    def ask(query="", login="member"):
        page = site.get(f"/datacollections?limit=500&{query}", login=login).json
        assert page["total"] == len(page["results"])
        return [row["dataCollectionId"] for row in page["results"] if row["dataCollectionId"] in PICKED]

    return ask


def test_the_latest_begun_come_first_and_those_without_time_last(found):
    assert found("proposal=TL100") == [9203, 9202, 9209, 9208, 9201, 9205, 9206, 9207, 9204]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("sessionId=9002", [9209]),
        ("session=TL100-2", [9209]),
        ("session=TL100-3", []),
        ("proposalId=9000&beamLineName=TL-TWO", [9209]),
        ("dataCollectionGroupId=9101", [9202, 9201]),
        # Named by the group, and by the collection alone.
        ("blSampleId=9301", [9202, 9201]),
        ("blSampleId=9302", [9203]),
        ("blSampleId=9302&sessionId=9002", []),
        ("blSubSampleId=9351", [9201]),
        ("experimentType=OSC&proposal=TL100", [9202, 9209, 9201, 9205, 9206, 9204]),
        ("experimentType=no such type", []),
        ("runStatus=failed&proposal=TL100", [9205]),
        ("since=2025-03-01T10:00:00&until=2025-03-01T10:10:00", [9209, 9208, 9201]),
        ("until=2025-03-01T08:30:01&sessionId=9001", [9206]),
        ("proposal=TL100&order_by=dataCollectionId", [9201, 9202, 9203, 9204, 9205, 9206, 9207, 9208, 9209]),
        ("sessionId=9001&order_by=startTime&order=desc", [9203, 9202, 9208, 9201, 9205, 9206, 9207, 9204]),
        # Not member's.
        ("sessionId=9011", []),
        ("proposal=TL200", []),
        ("dataCollectionGroupId=9111", []),
    ],
)
def test_condition(found, query, expected):
    assert found(query) == expected


def test_hidden_rows_do_not_count(site):
    assert site.get("/datacollections?limit=1&blSampleId=9301", login="member").json["total"] == 2
    assert site.get("/datacollections?limit=1&blSampleId=9301", login="admin").json["total"] == 3


@pytest.mark.parametrize("query", ["", "order_by=startTime", "order_by=dataCollectionId&order=desc", "proposal=TL100"])
def test_pages_neither_overlap_nor_lose(site, query):
    whole = site.get(f"/datacollections?limit=500&{query}").json["results"]
    pages = [site.get(f"/datacollections?limit=7&skip={skip}&{query}").json for skip in range(0, len(whole), 7)]
    assert [row for page in pages for row in page["results"]] == whole
    assert {page["total"] for page in pages} == {len(whole)}


def test_one_collection_has_its_group_and_detector(site):
    mesh = site.get("/datacollections/9203", login="member").json
    expected = {
        "runStatus": "Running",
        "startTime": "2025-03-01T11:00:00",
        "endTime": None,
        "session": "TL100-1",
        "sessionId": 9001,
        "proposal": "TL100",
        "beamLineName": "TL-ONE",
        "blSample": "two",
        "blSampleId": 9302,
        "magnification": 105000.4,
        "printableForReport": True,
    }
    assert {key: mesh[key] for key in expected} == expected
    assert mesh["Detector"]["detectorModel"] == "Tester 1M"
    assert (mesh["DataCollectionGroup"]["experimentType"], mesh["DataCollectionGroup"]["workflowId"]) == ("Mesh", 9380)
    assert mesh["DataCollectionGroup"]["_metadata"]["dataCollections"] == 1


def test_grids_are_those_of_the_collection(site):
    """Of a group's grids, those that name another collection are left out; both families' scales are there."""
    grids = {n: site.get(f"/datacollections/{n}", login="member").json["GridInfo"] for n in (9201, 9202, 9203, 9207)}
    assert {n: [grid["gridInfoId"] for grid in found] for n, found in grids.items()} == {
        9201: [9902],
        9202: [9902, 9903],
        9203: [9901],
        9207: [],
    }
    (grid,) = grids[9203]
    assert [grid[name] for name in ("pixelsPerMicronX", "micronsPerPixelX", "pixelsPerMicronY", "micronsPerPixelY")] == [
        2.0, 0.5, 4.0, 0.25,
    ]  # fmt: skip
    for number, found in grids.items():
        (event,) = site.get(f"/events?dataCollectionId={number}", login="member").json["results"]
        assert event["Item"]["GridInfo"] == found


def test_what_serial_crystallography_adds(site):
    jet = site.get("/datacollections/9208", login="member").json
    assert (jet["SSXDataCollection"]["repetitionRate"], jet["SSXDataCollection"]["jetSize"]) == (925.0, 75.0)
    assert site.get("/datacollections/9203", login="member").json["SSXDataCollection"] is None


def test_a_collection_of_which_nothing_is_known(site):
    row = site.get("/datacollections/9207", login="member").json
    assert (row["startTime"], row["Detector"], row["blSample"], row["blSampleId"]) == (None, None, None, 99_999)
    assert (row["SSXDataCollection"], row["GridInfo"]) == (None, [])


def test_the_item_is_the_list_s_row(site):
    listed = next(r for r in site.get("/datacollections?sessionId=9002").json["results"])
    whole = site.get("/datacollections/9209").json
    assert {key: whole[key] for key in listed if key != "DataCollectionGroup"} == {
        key: value for key, value in listed.items() if key != "DataCollectionGroup"
    }


def test_every_column_is_there(site):
    columns = {row["name"] if site.name == "sqlite" else row["Field"] for row in _columns(site)}
    assert columns - site.get("/datacollections/9203").json.keys() == set()


def _columns(site):
    return site.ask(
        "SELECT name FROM pragma_table_info('DataCollection')"
        if site.name == "sqlite"
        else "SHOW COLUMNS FROM DataCollection"
    )


@pytest.mark.parametrize("path", ["/datacollections/9211", "/datacollections/1000000", "/datacollectiongroups/9111"])
def test_what_one_may_not_see_looks_missing(site, path):
    answer = site.get(path, login="member")
    assert (answer.status_code, answer.json["code"]) == (404, "not_found")


def test_one_collection_takes_three_statements(site):
    site.token("member")
    with site.statements() as counted:
        site.get("/datacollections/9203", login="member")
    assert counted.number == 3


@pytest.mark.parametrize("query", ["", "sessionId=9001", "limit=500", "blSampleId=9301", "limit=1&experimentType=OSC"])
@pytest.mark.parametrize("path", ["/datacollections", "/datacollectiongroups"])
def test_two_statements_whatever_the_page(site, path, query):
    site.get(path)
    with site.statements() as counted:
        site.get(f"{path}?{query}")
    assert counted.number <= 2


@pytest.mark.parametrize(
    ("query", "fields"),
    [
        ("since=yesterday&until=2025-13-01", {"since", "until"}),
        ("order_by=comments&order=up", {"order_by", "order"}),
        ("order=asc", {"order"}),
        ("runStatus=&experimentType=&beamLineName=", {"runStatus", "experimentType", "beamLineName"}),
        (f"runStatus={'x' * 46}", {"runStatus"}),
        ("session=-1&proposal=%20&sessionId=-1&blSampleId=0", {"session", "proposal", "sessionId", "blSampleId"}),
        ("dataCollectionId=1", {"dataCollectionId"}),
    ],
)
def test_bad_input_is_refused_by_name(site, query, fields):
    answer = site.get(f"/datacollections?{query}")
    assert (answer.status_code, answer.json["errors"].keys()) == (422, fields)
