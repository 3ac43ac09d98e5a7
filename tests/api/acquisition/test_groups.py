"""GET /datacollectiongroups"""

import pytest

from ispyb_api.acquisition.schemas import DataCollectionGroupSchema
from tests.contract.shapes import faults


@pytest.fixture
def found(site):
    def ask(query, login="member"):
        page = site.get(f"/datacollectiongroups?limit=500&{query}", login=login).json
        assert page["total"] == len(page["results"])
        return [row["dataCollectionGroupId"] for row in page["results"]]

    return ask


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("proposal=TL100", [9107, 9106, 9105, 9104, 9103, 9102, 9101]),
        ("sessionId=9002", [9107]),
        ("session=TL100-2", [9107]),
        ("experimentType=OSC&sessionId=9001", [9103, 9101]),
        ("blSampleId=9301", [9101]),
        ("blSampleId=9302", [9102]),
        ("beamLineName=TL-TWO", [9107]),
        ("sessionId=9001&order_by=dataCollectionGroupId", [9101, 9102, 9103, 9104, 9105, 9106]),
        ("sessionId=9001&order_by=startTime&order=desc&experimentType=OSC", [9101, 9103]),
        ("session=TL100-9", []),
        ("proposal=XX1", []),
        ("sessionId=9011", []),
    ],
)
def test_condition(found, query, expected):
    assert found(query) == expected


def test_a_group_tells_what_its_collections_say(site):
    pair = site.get("/datacollectiongroups/9101", login="member").json
    assert list(faults(DataCollectionGroupSchema, pair)) == []
    assert (pair["comments"], pair["blSample"], pair["startTime"]) == ("a pair", "one", "2025-03-01T10:00:00")
    assert pair["_metadata"] == {
        "dataCollections": 2,
        "images": 150,
        "startTime": "2025-03-01T10:00:00",
        "endTime": "2025-03-01T10:12:00",
    }


def test_a_group_without_times_of_its_own(site):
    mesh = site.get("/datacollectiongroups/9102", login="member").json
    assert (mesh["startTime"], mesh["_metadata"]["startTime"]) == (None, "2025-03-01T11:00:00")


def test_a_group_without_collections(site):
    empty = site.get("/datacollectiongroups/9105", login="member").json
    assert empty["_metadata"] == {"dataCollections": 0, "images": 0, "startTime": None, "endTime": None}


def test_bad_input_is_refused_by_name(site):
    answer = site.get("/datacollectiongroups?order_by=x&sessionId=x&runStatus=x")
    assert (answer.status_code, answer.json["errors"].keys()) == (422, {"order_by", "sessionId", "runStatus"})
