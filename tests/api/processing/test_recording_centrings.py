"""POST and PATCH of /processings/xray-centrings."""

import pytest

from ispyb_api.processing.schemas_phasing import CentringSchema
from tests.contract.shapes import faults
from tests.support.instrument import Instrument

CENTRINGS = "/processings/xray-centrings"
CRYSTAL = {"centreOfMassX": 3.25, "maxVoxelX": 3, "numberOfVoxels": 12, "totalCount": 801.5, "boundingBoxMinX": 1}


@pytest.fixture
def group(rows):
    return rows.group()


def post(instrument, group, **body):
    return instrument.send("POST", CENTRINGS, {"dataCollectionGroupId": group, **body})


def test_a_centring_is_shown_with_its_crystals(written, rows, instrument, group):
    collection = rows.new("/datacollections", "dataCollectionId", dataCollectionGroupId=group)
    grid = instrument.make(f"/datacollections/{collection}/grids", steps_x=5)["gridInfoId"]
    sample = rows.sample()
    found = [{**CRYSTAL, "gridInfoId": grid}, {**CRYSTAL, "maxVoxelX": 9, "blSampleId": sample}]
    made = post(instrument, group, status="Success", xrayCentringType="3D", XrayCentringResult=found)
    assert made.status_code == 201, made.json
    assert list(faults(CentringSchema, made.json)) == []
    assert (made.json["status"], made.json["xrayCentringType"]) == ("success", "3d")
    results = made.json["XrayCentringResult"]
    assert [(row["maxVoxelX"], row["gridInfoId"], row["blSampleId"]) for row in results] == [
        (3, grid, None),
        (9, None, sample),
    ]
    path = f"{CENTRINGS}/{made.json['xrayCentringId']}"
    assert made.headers["Location"].endswith(path)
    assert written.get(path, "pi").json == made.json
    assert written.get(f"{CENTRINGS}?dataCollectionId={collection}", "pi").json["results"] == [made.json]
    assert written.get(path, "outsider").status_code == 404


def test_crystals_come_as_they_are_found_and_an_end_stays(instrument, group):
    number = post(instrument, group, status="pending").json["xrayCentringId"]
    path = f"{CENTRINGS}/{number}"
    for found in (1, 2):
        answer = instrument.send("POST", f"{path}/results", [{**CRYSTAL, "numberOfVoxels": found}])
        assert (answer.status_code, len(answer.json["XrayCentringResult"])) == (201, found)
    for sent, shown in (("success", "success"), ("pending", "success"), ("failed", "failed")):
        assert instrument.send("PATCH", path, {"status": sent}).json["status"] == shown


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"dataCollectionGroupId": 2**31 - 1}, "dataCollectionGroupId"),
        ({"status": "lost"}, "status"),
        ({"xrayCentringType": "4d"}, "xrayCentringType"),
        ({"XrayCentringResult": [{}, {"maxVoxelX": "far"}]}, "XrayCentringResult[1].maxVoxelX"),
        ({"XrayCentringResult": [{}, {"maxVoxelX": 2**31}]}, "XrayCentringResult[1].maxVoxelX"),
        ({"XrayCentringResult": [{"blSampleId": 66}]}, "XrayCentringResult[0].blSampleId"),
        ({"XrayCentringResult": [{"gridInfoId": 1}]}, "XrayCentringResult[0].gridInfoId"),
        ({"size": 1}, "size"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_kept(written, instrument, group, body, field):
    before = written.ask("SELECT COUNT(*) AS n FROM XrayCentring")[0]["n"]
    answer = instrument.send("POST", CENTRINGS, {"dataCollectionGroupId": group, **body})
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field])
    assert written.ask("SELECT COUNT(*) AS n FROM XrayCentring")[0]["n"] == before


def test_a_list_of_crystals_names_the_wrong_row(instrument, group):
    path = f"{CENTRINGS}/{post(instrument, group).json['xrayCentringId']}/results"
    answer = instrument.send("POST", path, [CRYSTAL, {"blSampleId": 66}])
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["[1].blSampleId"])
    answer = instrument.send("POST", path, [CRYSTAL, {"numberOfVoxels": 2**31}])
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["[1].numberOfVoxels"])


def test_a_centring_changes_only_as_it_was_read(written, instrument, group):
    path = f"{CENTRINGS}/{post(instrument, group).json['xrayCentringId']}"
    etag = {"If-Match": written.get(path).headers["ETag"]}
    answers = [instrument.send("PATCH", path, {"status": s}, headers=etag).status_code for s in ("pending", "failed")]
    assert answers == [200, 412]


@pytest.mark.parametrize(
    ("permissions", "status"), [(("ingest_proc", "all_proposals"), 201), (("all_proposals",), 403)]
)
def test_pipelines_may_as_well(written, group, permissions, status):
    assert post(Instrument(written, permissions), group).status_code == status
