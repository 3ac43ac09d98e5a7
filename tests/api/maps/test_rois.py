"""/mapping/rois: regions of interest of fluorescence, chosen by hand."""

import itertools

import pytest

from ispyb_api.maps.schemas import WholeMapRoiSchema
from tests.contract.shapes import faults

_NUMBERS = itertools.count(8_000_000)


@pytest.fixture
def region(written, rows):
    return written.open("POST", "/mapping/rois", "pi", json=rows.new_region()).json


def path_of(region):
    return f"/mapping/rois/{region['xrfFluorescenceMappingROIId']}"


def put_map(site, region, collection):
    """Make a row of a map of a region, as instruments do that keep a map image by image."""
    site.ask(
        "INSERT INTO XRFFluorescenceMapping (xrfFluorescenceMappingId, xrfFluorescenceMappingROIId, dataCollectionId,"
        " imageNumber, counts, opacity) VALUES (%s, %s, %s, 1, 5, 1)",
        next(_NUMBERS), region["xrfFluorescenceMappingROIId"], collection,
    )  # fmt: skip


def collection_of(site, proposal):
    return site.ask(
        "SELECT MIN(d.dataCollectionId) AS id FROM DataCollection d"
        " JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId"
        " JOIN BLSession s ON s.sessionId = g.sessionId WHERE s.proposalId = %s",
        proposal,
    )[0]["id"]


def test_region_is_chosen_changed_and_removed(written, rows):
    given = {**rows.new_region(), "edge": "Ka", "r": 255, "g": 0, "b": 128}
    made = written.open("POST", "/mapping/rois", "pi", json=given)
    assert made.status_code == 201, made.json
    assert list(faults(WholeMapRoiSchema, made.json)) == []
    assert {name: made.json[name] for name in given} == given
    path = path_of(made.json)
    assert made.headers["Location"].endswith(path)
    assert written.get(path, "member").json == made.json
    assert written.get(path, "outsider").status_code == 404
    assert written.get(f"/mapping/rois?blSampleId={given['blSampleId']}", "member").json["results"] == [made.json]
    changed = written.open("PATCH", path, "pi", json={"startEnergy": 6350.5, "edge": None})
    assert changed.json == {**made.json, "startEnergy": 6350.5, "edge": None}
    assert written.open("DELETE", path, "pi").status_code == 204
    assert written.get(path).status_code == 404


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({"blSampleId": None}, {"blSampleId"}),
        ({"blSampleId": 2_000_000_000}, {"blSampleId"}),
        ({"element": "iron"}, {"element"}),
        ({"element": "Fe\n"}, {"element"}),
        ({"edge": "x" * 16}, {"edge"}),
        ({"r": 256}, {"r"}),
        ({"g": -1, "b": "x"}, {"b"}),
        ({"endEnergy": 6300.0}, {"endEnergy"}),
        ({"startEnergy": 6.3, "endEnergy": 6.5}, {"startEnergy", "endEnergy"}),  # keV in a field of eV
        ({"startEnergy": None}, {"startEnergy"}),
        ({"scalar": "x" * 51}, {"scalar"}),
        ({"xrfFluorescenceMappingROIId": 1}, {"xrfFluorescenceMappingROIId"}),
    ],
)
def test_what_a_region_cannot_be_is_named(written, rows, body, fields):
    answer = written.open("POST", "/mapping/rois", "pi", json={**rows.new_region(), **body})
    assert (answer.status_code, set(answer.json["errors"])) == (422, fields)


def test_region_stays_in_order_and_with_its_sample(written, region):
    path = path_of(region)
    for body, field in (({"startEnergy": 6500.0}, "endEnergy"), ({"blSampleId": 1}, "blSampleId"), ({}, "body")):
        answer = written.open("PATCH", path, "pi", json=body)
        assert (answer.status_code, set(answer.json["errors"])) == (422, {field})


def test_maps_keep_what_they_were_made_of(written, region):
    put_map(written, region, collection_of(written, 1))
    path = path_of(region)
    for body in ({"startEnergy": 6400.0}, {"endEnergy": 6400.0}, {"scalar": "roi 1"}):
        assert written.open("PATCH", path, "pi", json=body).status_code == 409
    assert written.open("DELETE", path, "pi").status_code == 409
    changed = written.open("PATCH", path, "pi", json={"r": 9, "edge": "La", "startEnergy": region["startEnergy"]})
    assert (changed.json["r"], changed.json["edge"]) == (9, "La")


def test_region_of_two_proposals_is_changed_by_who_may_change_both(written, region):
    """Each sees it by a sample or a map of its own; to change it would be to change the other's, too."""
    put_map(written, region, collection_of(written, 4))
    path = path_of(region)
    assert written.get(path, "pi").status_code == 200
    assert written.open("PATCH", path, "pi", json={"r": 1}).status_code == 403
    assert written.open("PATCH", path, "admin", json={"r": 1}).status_code == 200


def test_region_of_maps_alone_is_their_peoples(written, rows):
    """One family knows no sample of a region: access is by the sessions of its maps."""
    number = next(_NUMBERS)
    written.ask(
        "INSERT INTO XRFFluorescenceMappingROI (xrfFluorescenceMappingROIId, startEnergy, endEnergy) VALUES (%s, 1, 2)",
        number,
    )
    nobodys = {"xrfFluorescenceMappingROIId": number}
    assert written.open("PATCH", path_of(nobodys), "pi", json={"r": 1}).status_code == 404
    assert written.open("PATCH", path_of(nobodys), "admin", json={"r": 1}).status_code == 200
    put_map(written, nobodys, collection_of(written, 1))
    assert written.open("PATCH", path_of(nobodys), "pi", json={"r": 2}).status_code == 200


def test_region_of_a_grid_that_names_its_group_only_is_its_peoples(written):
    number, grid = next(_NUMBERS), next(_NUMBERS)
    collection = collection_of(written, 1)
    group = written.get(f"/datacollections/{collection}").json["dataCollectionGroupId"]
    written.ask(
        "INSERT INTO XRFFluorescenceMappingROI (xrfFluorescenceMappingROIId, startEnergy, endEnergy) VALUES (%s, 1, 2)",
        number,
    )
    written.ask("INSERT INTO GridInfo (gridInfoId, dataCollectionGroupId) VALUES (%s, %s)", grid, group)
    assert written.get(f"/mapping/rois/{number}", "pi").status_code == 404
    written.ask(
        "INSERT INTO XRFFluorescenceMapping (xrfFluorescenceMappingId, xrfFluorescenceMappingROIId, gridInfoId, data,"
        " opacity) VALUES (%s, %s, %s, '[1]', 1)",
        next(_NUMBERS), number, grid,
    )  # fmt: skip
    listed = written.get("/mapping/rois?limit=500", "pi").json["results"]
    assert number in [row["xrfFluorescenceMappingROIId"] for row in listed]
    assert written.get(f"/mapping/rois/{number}", "pi").status_code == 200
    assert written.get(f"/mapping/rois/{number}", "outsider").status_code == 404


def test_second_of_two_who_change_a_region_learns_of_the_first(written, region):
    etag = {"If-Match": written.get(path_of(region), "pi").headers["ETag"]}
    for status in (200, 412):
        answer = written.open("PATCH", path_of(region), "pi", json={"r": status - 200}, headers=etag)
        assert answer.status_code == status
