"""GET /events: what is in the timeline, in which order, and how many."""

import pytest

from ispyb_api.events.schemas import ITEMS
from tests.contract.shapes import faults

# TL100-1 from the latest to the earliest; of equal times by type, then the latest made first; what has no time last.
SESSION = [
    ("dc", 9203),
    ("robot", 9403),
    ("robot", 9402),
    ("dc", 9208),
    ("dc", 9202),
    ("es", 9501),
    ("robot", 9401),
    ("xrf", 9601),
    ("dc", 9206),
    ("dc", 9207),
    ("es", 9502),
]


def names(rows):
    return [(row["type"], row["id"]) for row in rows]


def test_everything_of_a_session_in_the_order_of_time(events):
    assert names(events("sessionId=9001&limit=100")) == SESSION


def test_a_group_is_one_row(events):
    pair = next(row for row in events("sessionId=9001&limit=100") if row["id"] == 9202)
    expected = {
        "type": "dc",
        "startTime": "2025-03-01T10:00:00",
        "endTime": "2025-03-01T10:12:00",
        "duration": 7.0,
        "count": 2,
        "session": "TL100-1",
        "sessionId": 9001,
        "proposal": "TL100",
        "proposalId": 9000,
        "beamLineName": "TL-ONE",
        "blSample": "one",
        "blSampleId": 9301,
        "attachments": 3,
    }
    assert {key: pair[key] for key in expected} == expected


def test_a_group_begins_with_its_earliest_collection(events):
    odd = next(row for row in events("sessionId=9001&limit=100") if row["id"] == 9206)
    assert (odd["startTime"], odd["endTime"]) == ("2025-03-01T08:30:00", "2025-03-01T09:01:00")
    assert (odd["count"], odd["duration"]) == (3, 11.0)


def test_a_group_shows_the_collection_made_last(events):
    assert [row["Item"]["dataCollectionId"] for row in events("sessionId=9001&limit=100") if row["type"] == "dc"] == [
        number for kind, number in SESSION if kind == "dc"
    ]


def test_a_row_of_which_nothing_is_known(events):
    row = next(row for row in events("sessionId=9001&limit=100") if row["id"] == 9207)
    assert [row[key] for key in ("startTime", "endTime", "duration", "blSample")] == [None] * 4
    assert row["blSampleId"] == 99_999
    item = row["Item"]
    assert (item["runStatus"], item["Detector"], item["SSXDataCollection"], item["GridInfo"]) == (None, None, None, [])
    assert item["DataCollectionGroup"]["experimentType"] is None


def test_other_events_last_from_start_to_end(events):
    others = {(r["type"], r["id"]): r for r in events("sessionId=9001&limit=100") if r["type"] != "dc"}
    assert others["es", 9501]["duration"] == 20.0
    assert others["xrf", 9601]["duration"] == 0.0
    assert others["robot", 9403]["duration"] is None
    assert {(r["count"], r["attachments"]) for r in others.values()} == {(1, 0)}


def test_collections_of_a_group_one_by_one(events):
    rows = events("dataCollectionGroupId=9101")
    assert [(r["id"], r["count"], r["duration"], r["attachments"]) for r in rows] == [
        (9202, 1, 2.0, 1),
        (9201, 1, 5.0, 2),
    ]
    assert [r["startTime"][11:16] for r in rows] == ["10:10", "10:00"]


def test_collections_of_a_group_without_times(events):
    assert [r["id"] for r in events("dataCollectionGroupId=9103")] == [9205, 9206, 9204]


def test_one_collection(events):
    (row,) = events("dataCollectionId=9201")
    assert (row["id"], row["endTime"]) == (9201, "2025-03-01T10:05:00")


def test_every_item_is_as_documented(events):
    for row in [*events("sessionId=9001&limit=100"), *events("limit=500", "admin")]:
        assert list(faults(ITEMS[row["type"]], row["Item"])) == []


def test_an_item_has_what_its_table_has(events):
    items = {(r["type"], r["id"]): r["Item"] for r in events("sessionId=9001&limit=100")}
    assert items["robot", 9401]["actionType"] == "LOAD"
    assert items["robot", 9401]["startTimestamp"] == "2025-03-01T10:00:00"
    assert (items["es", 9501]["element"], items["es", 9501]["peakEnergy"]) == ("Se", 12.66)
    mesh = items["dc", 9203]
    assert mesh["DataCollectionGroup"]["Workflow"]["workflowTitle"] == "Look around"
    assert mesh["Detector"]["detectorModel"] == "Tester 1M"
    assert mesh["magnification"] == 105000
    assert items["dc", 9208]["SSXDataCollection"]["repetitionRate"] == 925.0


def test_a_recorded_picture_shows_without_a_look_at_the_disk(events):
    (first,), (second,) = events("dataCollectionId=9201"), events("dataCollectionId=9202")
    nothing = {"1": False, "2": False, "3": False, "4": False, "analysis": False}
    assert first["Item"]["_metadata"]["snapshots"] == {**nothing, "1": True}
    assert second["Item"]["_metadata"]["snapshots"] == nothing


def test_grids_of_a_group_and_of_a_collection(events):
    def grids(row):
        return [grid["gridInfoId"] for grid in row["Item"]["GridInfo"]]

    assert grids(next(r for r in events("sessionId=9001") if r["id"] == 9202)) == [9902, 9903]
    assert [grids(r) for r in events("dataCollectionGroupId=9101")] == [[9902, 9903], [9902]]


def test_a_grid_has_its_scale_in_either_way(events):
    (mesh,) = events("dataCollectionId=9203")
    (grid,) = mesh["Item"]["GridInfo"]
    assert (grid["pixelsPerMicronX"], grid["micronsPerPixelX"]) == (2.0, 0.5)
    assert (grid["pixelsPerMicronY"], grid["micronsPerPixelY"]) == (4.0, 0.25)
    assert grid["snaked"] is True


def test_zero_dates_are_no_dates(site, events):
    if site.name != "mariadb":
        pytest.skip("only MariaDB can hold them")
    with site.database.engine.raw() as raw, raw.cursor() as cursor:
        cursor.execute("SET sql_mode = ''")
        cursor.execute("UPDATE DataCollection SET endTime = '0000-00-00' WHERE dataCollectionId = 9209")
    try:
        (row,) = events("sessionId=9002")
        assert (row["endTime"], row["duration"]) == (None, None)
    finally:
        site.ask("UPDATE DataCollection SET endTime = '2025-03-01 10:01:00' WHERE dataCollectionId = 9209")


@pytest.mark.parametrize("limit", [1, 2, 3, 5, 11])
def test_pages_neither_overlap_nor_lose(site, limit):
    found = []
    for skip in range(0, len(SESSION), limit):
        page = site.get(f"/events?sessionId=9001&skip={skip}&limit={limit}", login="member").json
        assert page["total"] == len(SESSION)
        found += names(page["results"])
    assert found == SESSION


@pytest.mark.parametrize("login", ["admin", "member"])
def test_pages_of_everything_neither_overlap_nor_lose(site, login):
    whole = names(site.get("/events?limit=500", login=login).json["results"])
    found = []
    for skip in range(0, len(whole), 23):
        found += names(site.get(f"/events?skip={skip}&limit=23", login=login).json["results"])
    assert found == whole
    assert len(set(found)) == len(found)


def test_a_page_beyond_the_end(site):
    page = site.get("/events?sessionId=9001&skip=1000", login="member").json
    assert (page["total"], page["results"]) == (len(SESSION), [])


@pytest.mark.parametrize(
    "query", ["", "sessionId=9001", "dataCollectionGroupId=9101", "limit=500", "status=processed", "limit=3"]
)
@pytest.mark.parametrize("login", ["admin", "member"])
def test_three_statements_whatever_the_page(site, query, login):
    site.get("/events", login=login)
    with site.statements() as counted:
        site.get(f"/events?{query}", login=login)
    assert counted.number <= 3
