"""POST, PATCH and DELETE of /samples/sub, POST and DELETE of /samples/images."""

from pathlib import Path

import pytest

from ispyb_api.samples.schemas_parts import SampleImageSchema, SubSampleSchema
from tests.contract.shapes import faults
from tests.support.instrument import Instrument

SAMPLE_OF_MX533 = 66


@pytest.fixture
def sample(rows):
    return rows.sample()


def post(site, login="pi", **body):
    return site.open("POST", "/samples/sub", login, json=body)


def patch(site, number, **body):
    return site.open("PATCH", f"/samples/sub/{number}", "pi", json=body)


def points(site):
    return site.ask("SELECT COUNT(*) AS n FROM Position")[0]["n"]


def test_a_region_is_marked_and_answered_as_get_answers_it(written, sample):
    made = post(written, blSampleId=sample, type="roi", source="auto", comments="c", Position1={"posX": 1, "posY": 2.5}, Position2={"posX": 3, "posY": 4, "posZ": 5})  # fmt: skip
    assert made.status_code == 201, made.json
    assert list(faults(SubSampleSchema, made.json)) == []
    path = f"/samples/sub/{made.json['blSubSampleId']}"
    assert written.get(path, "member").json == made.json
    first, second = made.json["Position1"], made.json["Position2"]
    assert (first["posX"], first["posY"], first["posZ"], second["posZ"]) == (1, 2.5, None, 5)
    assert (made.json["type"], made.json["source"]) == ("roi", "auto")


def test_a_point_moves_and_is_cleared(written, rows):
    number, before = rows.position(Position1={"posX": 1, "posY": 2}, Position2={"posX": 3, "posY": 4}), points(written)
    read = written.get(f"/samples/sub/{number}").json
    moved = patch(written, number, Position1={**read["Position1"], "posX": 7}).json
    assert (moved["Position1"]["posX"], moved["Position1"]["positionId"]) == (7, read["Position1"]["positionId"])
    cleared = patch(written, number, Position2=None).json
    assert (cleared["Position1"]["posX"], cleared["Position2"]) == (7, None)
    assert (
        points(written) == before
    )  # a row that is no longer named is left: dropping it would take along who else has it


def test_a_point_that_another_has_too_is_not_moved_under_it(written, rows):
    first, second = rows.position(Position1={"posX": 1, "posY": 2}), rows.position()
    point = written.get(f"/samples/sub/{first}").json["Position1"]["positionId"]
    written.ask("UPDATE BLSubSample SET positionId = %s WHERE blSubSampleId = %s", point, second)
    patch(written, second, Position1={"posX": 9, "posY": 9})
    assert written.get(f"/samples/sub/{first}").json["Position1"]["posX"] == 1


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({}, {"blSampleId"}),
        ({"blSampleId": SAMPLE_OF_MX533}, {"blSampleId"}),
        ({"blSampleId": 1, "type": "x" * 11}, {"type"}),
        ({"blSampleId": 1, "source": "someone"}, {"source"}),
        ({"blSampleId": 1, "Position1": {"posX": 1}}, {"Position1.posY"}),
        ({"blSampleId": 1, "blSampleImageId": 10**6}, {"blSampleImageId"}),
        ({"blSampleId": 1, "comments": "x" * 1025}, {"comments"}),
        ({"blSampleId": 1, "diffractionPlanId": 1, "imgFilePath": "/etc/passwd", "motorPositionId": 1},
         {"diffractionPlanId", "imgFilePath", "motorPositionId"}),
    ],
)  # fmt: skip
def test_what_a_position_cannot_be_is_named(written, body, fields):
    before = points(written)
    answer = post(written, **body)
    assert (answer.status_code, set(answer.json["errors"])) == (422, fields)
    assert points(written) == before


def test_a_picture_of_another_sample_is_refused(written, rows, sample):
    picture = rows.picture()
    answer = post(written, blSampleId=sample, blSampleImageId=picture)
    assert (answer.status_code, set(answer.json["errors"])) == (422, {"blSampleImageId"})
    of = written.ask("SELECT blSampleId FROM BLSampleImage WHERE blSampleImageId = %s", picture)[0]["blSampleId"]
    assert post(written, blSampleId=of, blSampleImageId=picture).json["blSampleImageId"] == picture
    assert written.open("DELETE", f"/samples/images/{picture}", "pi").status_code == 409


@pytest.mark.parametrize(
    "trace",
    [
        "INSERT INTO DataCollection (dataCollectionGroupId, blSubSampleId) VALUES (1, %s)",
        "INSERT INTO EnergyScan (sessionId, blSubSampleId) VALUES (3, %s)",
        "INSERT INTO XFEFluorescenceSpectrum (sessionId, blSubSampleId) VALUES (3, %s)",
        "INSERT INTO ContainerQueueSample (blSubSampleId) VALUES (%s)",
    ],
)
def test_a_position_of_which_there_are_traces_stays(written, rows, trace):
    number = rows.position()
    written.ask(trace, number)
    assert written.open("DELETE", f"/samples/sub/{number}", "admin").status_code == 409


def test_second_of_two_editors_is_told(written, rows):
    path = f"/samples/sub/{rows.position()}"
    etag = {"If-Match": written.get(path, "pi").headers["ETag"]}
    answers = [written.open("PATCH", path, "pi", json={"comments": each}, headers=etag).status_code for each in "ab"]
    assert answers == [200, 412]


def test_a_position_takes_its_plan_along(written, rows):
    number = rows.position()
    made = written.open("POST", f"/samples/sub/{number}/diffractionplans", "pi", json={"energy": 12000.0})
    assert made.status_code == 201, made.json
    plan = made.json["diffractionPlanId"]
    assert written.get(f"/samples/sub/{number}/diffractionplans", "pi").json["results"] == [made.json]
    assert (
        written.open("POST", f"/samples/sub/{number}/diffractionplans", "pi", json={"energy": 1e4}).status_code == 409
    )
    assert written.open("DELETE", f"/samples/sub/{number}", "pi").status_code == 204
    assert written.ask("SELECT 1 AS n FROM DiffractionPlan WHERE diffractionPlanId = %s", plan) == []


# --- pictures


@pytest.fixture
def folder(written):
    return written.settings.files.roots[0]


def record(site, login="staff", **body):
    return site.open("POST", "/samples/images", login, json=body)


def test_a_picture_is_recorded_and_served(written, sample, folder):
    body = {"blSampleId": sample, "imageFullPath": f"{folder}/drop.jpg", "micronsPerPixelX": 1.5, "offsetX": 3, "blTimeStamp": "2026-05-01T09:00:00"}  # fmt: skip
    made = Instrument(written).send("POST", "/samples/images", body)
    assert made.status_code == 201, made.json
    assert list(faults(SampleImageSchema, made.json)) == []
    assert (made.json["micronsPerPixelX"], made.json["offsetX"], made.json["blTimeStamp"]) == (
        1.5,
        3,
        body["blTimeStamp"],
    )
    path = made.json["_metadata"]["url"].removeprefix("/ispyb/api/v1")
    assert made.headers["Location"].endswith(path)
    assert written.get(path, "member").mimetype == "image/jpeg"
    again = record(written, blSampleId=sample, imageFullPath=body["imageFullPath"])
    assert (again.status_code, again.json) == (200, made.json)
    assert written.open("DELETE", path, "pi").status_code == 204
    assert written.get(path).status_code == 404
    assert (Path(folder) / "drop.jpg").exists()


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd.jpg",
        "{}/../secret.jpg",
        "{}/x.txt",
        "x.jpg",
        "{}",
        "{}/./x.jpg",
        "{}/a\nb.jpg",
        "{}//x.jpg",
        "",
        None,
    ],
)
def test_pictures_outside_the_served_folders_are_refused(written, sample, folder, path):
    answer = record(written, blSampleId=sample, imageFullPath=path and path.format(folder))
    assert (answer.status_code, set(answer.json["errors"])) == (422, {"imageFullPath"})


def test_a_picture_is_described_anew(written, rows, sample):
    made = rows.new_picture()
    picture = written.open("POST", "/samples/images", json=made).json
    path = f"/samples/images/{picture['blSampleImageId']}"
    given = {"comments": "the left loop", "micronsPerPixelX": 1.25, "micronsPerPixelY": 1.25, "offsetX": -4, "blTimeStamp": "2026-05-01T09:00:00"}  # fmt: skip
    changed = written.open("PATCH", path, "pi", json=given)
    assert changed.json == {**picture, **given}
    listed = written.get(f"/samples/images?blSampleId={picture['blSampleId']}", "member").json["results"]
    assert listed == [changed.json]
    assert written.open("PATCH", path, "pi", json={"comments": None}).json["comments"] is None


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({"imageFullPath": "/etc/x.jpg"}, {"imageFullPath"}),
        ({"blSampleId": 1}, {"blSampleId"}),
        ({"offsetX": None}, {"offsetX"}),
        ({"comments": "x" * 256, "micronsPerPixelX": "wide"}, {"micronsPerPixelX"}),
        ({"comments": "x" * 256}, {"comments"}),
        ({}, {"body"}),
    ],
)
def test_what_a_picture_cannot_become_is_named(written, rows, body, fields):
    answer = written.open("PATCH", f"/samples/images/{rows.picture()}", "pi", json=body)
    assert (answer.status_code, set(answer.json["errors"])) == (422, fields)


def test_second_of_two_who_describe_a_picture_learns_of_the_first(written, rows):
    path = f"/samples/images/{rows.picture()}"
    etag = {"If-Match": written.open("PATCH", path, "pi", json={"comments": "mine"}).headers["ETag"]}
    for status in (200, 412):
        assert written.open("PATCH", path, "pi", json={"comments": f"{status}"}, headers=etag).status_code == status


def test_members_cannot_say_where_files_are(written, sample, folder):
    answer = record(written, "pi", blSampleId=sample, imageFullPath=f"{folder}/collection.json.jpg")
    assert answer.status_code == 403
    assert record(written, "outsider", blSampleId=sample, imageFullPath=f"{folder}/x.jpg").status_code == 422
    assert written.open("PATCH", f"/samples/{sample}", "pi", json={"lastImageURL": "/x"}).status_code == 403
