"""Maps of fluorescence are recorded in databases of either family: in one row for a grid, or image by image."""

import pytest

from tests.contract.test_families import adopted  # noqa: F401 - a fixture
from tests.contract.test_families_writing import is_dls, make, proposal  # noqa: F401 - fixtures

IRON = {"element": "Fe", "edge": "Ka", "startEnergy": 6300.0, "endEnergy": 6500.0}


@pytest.fixture(scope="module")
def collection(proposal, make):  # noqa: F811
    """A collection with a grid of 3 by 2 that begins with image 10, each made by the API."""
    session = make("/sessions", proposalId=proposal, beamLineName="X21", startDate="2026-05-21T09:00:00")["sessionId"]
    group = make("/datacollectiongroups", sessionId=session, experimentType="Mesh")["dataCollectionGroupId"]
    number = make("/datacollections", dataCollectionGroupId=group, startImageNumber=10)["dataCollectionId"]
    make(f"/datacollections/{number}/grids", steps_x=3, steps_y=2)
    return number


def record(site, collection, **body):
    answer = site.open("POST", f"/datacollections/{collection}/maps", json=[body])
    assert answer.status_code == 201, answer.json
    return answer.json[0]


def stored(site, number):
    return site.ask("SELECT * FROM XRFFluorescenceMapping WHERE xrfFluorescenceMappingId = %s", number)[0]


def test_map_is_written_as_its_family_keeps_it_and_read_back(adopted, collection, is_dls):  # noqa: F811
    drawn = {"colourMap": "hot", "opacity": 0.5, "min": 0, "max": 9} if is_dls else {}
    row = record(adopted, collection, XRFFluorescenceMappingROI=IRON, values=[1, 2, None, 4], **drawn)
    number = row["xrfFluorescenceMappingId"]
    kept = stored(adopted, number)
    if is_dls:
        assert {name: row[name] for name in drawn} == {name: kept[name] for name in drawn} == drawn
        assert (kept["dataFormat"], kept["points"], kept["gridInfoId"]) == (
            "json+gzip",
            3,
            row["GridInfo"]["gridInfoId"],
        )
    else:
        sql = "SELECT imageNumber, counts FROM XRFFluorescenceMapping WHERE dataCollectionId = %s ORDER BY imageNumber"
        found = {each["imageNumber"]: each["counts"] for each in adopted.ask(sql, collection)}
        assert (row["dataFormat"], found) == ("rows", {10: 1, 11: 2, 13: 4})
    (listed,) = adopted.get(f"/mapping?dataCollectionId={collection}").json["results"]
    assert listed == row
    assert adopted.get(f"/mapping/maps/{number}").json == {**row, "values": [1, 2, None, 4, None, None]}
    assert adopted.get(f"/mapping/pixel/{number}?x=0&y=1").json["value"] == 4
    assert sum(adopted.get(f"/mapping/histogram/{number}").json["hist"]) == 6
    assert adopted.get(f"/mapping/{number}").data.startswith(b"\x89PNG")


def test_map_grows_and_is_changed(adopted, collection, make, is_dls):  # noqa: F811
    region = {**IRON, "startEnergy": 6310.0}
    row = record(adopted, collection, XRFFluorescenceMappingROI=region, values=[5], first=2)
    same = record(adopted, collection, XRFFluorescenceMappingROI=region, values=[1, 6])
    assert same["xrfFluorescenceMappingId"] == row["xrfFluorescenceMappingId"]
    path = f"/mapping/maps/{row['xrfFluorescenceMappingId']}"
    assert make(path, "PATCH", values=[None, 9], first=2)["values"] == [1, None, 9, None, None, None]
    assert adopted.get(path).json["values"] == [1, None, 9, None, None, None]


def test_region_that_is_there_is_named(adopted, collection):  # noqa: F811
    region = record(adopted, collection, XRFFluorescenceMappingROI=IRON, values=[1])["XRFFluorescenceMappingROI"]
    row = record(adopted, collection, xrfFluorescenceMappingROIId=region["xrfFluorescenceMappingROIId"], values=[7])
    assert row["XRFFluorescenceMappingROI"] == region


def test_what_one_family_has_no_place_for_is_refused_by_name(adopted, collection, is_dls):  # noqa: F811
    lacking = {"colourMap": "hot", "opacity": 0.5, "min": 1, "max": 2}
    region = {**IRON, "startEnergy": 6320.0}
    bodies = [
        ({"XRFFluorescenceMappingROI": region, **lacking}, {f"[0].{name}" for name in lacking}),
        ({"XRFFluorescenceMappingROI": {**region, "scalar": "I0"}}, {"[0].XRFFluorescenceMappingROI.scalar"}),
    ]
    for body, fields in bodies:
        answer = adopted.open("POST", f"/datacollections/{collection}/maps", json=[{**body, "values": [1]}])
        if is_dls:
            assert answer.status_code == 201, answer.json
        else:
            assert (answer.status_code, set(answer.json["errors"])) == (422, fields)


def test_largest_request_is_recorded_and_sent_again(adopted, proposal, make):  # noqa: F811
    session = make("/sessions", proposalId=proposal, beamLineName="X22", startDate="2026-05-22T09:00:00")["sessionId"]
    group = make("/datacollectiongroups", sessionId=session, experimentType="Mesh")["dataCollectionGroupId"]
    number = make("/datacollections", dataCollectionGroupId=group)["dataCollectionId"]
    make(f"/datacollections/{number}/grids", steps_x=500, steps_y=500)
    values = list(range(250_000))
    row = record(adopted, number, XRFFluorescenceMappingROI=IRON, values=values)
    values[-1] = 7
    assert record(adopted, number, XRFFluorescenceMappingROI=IRON, values=values) == row
    found = adopted.get(f"/mapping/pixel/{row['xrfFluorescenceMappingId']}?x=499&y=499").json
    assert found["value"] == 7
