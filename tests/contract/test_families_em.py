"""Microscopes record in databases of either family: the same is read back, whatever columns it is kept in."""

import json

import pytest

from tests.contract.test_families import adopted  # noqa: F401 - a fixture

PERMISSIONS = ("ingest_data", "ingest_proc")


@pytest.fixture(scope="module")
def group(adopted):  # noqa: F811
    """A group of data collections of a session of an adopted database, in which the administrator may record."""
    for number, name in enumerate(PERMISSIONS):
        if not adopted.ask("SELECT 1 AS n FROM Permission WHERE type = %s", name):
            sql = "INSERT INTO Permission (permissionId, type, description) VALUES (%s, %s, 'by the test')"
            adopted.ask(sql, 920 + number, name)
    adopted.ask(
        "INSERT INTO UserGroup_has_Permission (userGroupId, permissionId) SELECT 900001, p.permissionId FROM Permission p"
        " WHERE p.type IN (%s, %s)",
        *PERMISSIONS,
    )
    adopted.app.extensions["ispyb_api"].callers.forget_everybody()
    answer = adopted.open("POST", "/datacollectiongroups", json={"sessionId": 55167, "experimentType": "EM"})
    return answer.json["dataCollectionGroupId"]


@pytest.fixture(scope="module")
def collection(adopted, group):  # noqa: F811
    body = {"dataCollectionGroupId": group, "imageDirectory": "/data/em", "voltage": 300.0}
    return adopted.open("POST", "/datacollections", json=body).json["dataCollectionId"]


@pytest.fixture(scope="module")
def is_dls(adopted):  # noqa: F811
    tables = "SELECT 1 AS n FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'Tomogram'"
    return bool(adopted.ask(tables))


@pytest.fixture(scope="module")
def send(adopted, collection):  # noqa: F811
    return lambda body, what="movies": adopted.open("POST", f"/em/datacollections/{collection}/{what}", json=body)


def test_movies_are_read_as_they_were_sent(adopted, send):  # noqa: F811
    correction = {"totalMotion": 12.5, "patchesUsedX": 5, "patchesUsedY": 4, "micrographFullPath": "/data/em/1.mrc"}
    ctf = {
        "defocusU": 12500.0,
        "defocusV": 11500.0,
        "astigmatismAngle": 45.0,
        "estimatedResolution": 3.4,
        "ccValue": 0.1,
    }
    movie = {"movieNumber": 1, "movieFullPath": "/data/em/1.tiff", "fluence": 40.5, "positionX": 1.5}
    for _ in range(2):
        (made,) = send([{**movie, "MotionCorrection": correction, "CTF": ctf}]).json
    assert {name: made[name] for name in movie} == movie
    corrected, found = made["MotionCorrection"], made["CTF"]
    assert (corrected["totalMotion"], corrected["micrographFullPath"]) == (12.5, "/data/em/1.mrc")
    assert corrected["patchesUsed"] == "5 x 4" or (corrected["patchesUsedX"], corrected["patchesUsedY"]) == (5, 4)
    assert (found["estimatedDefocus"], found["astigmatism"], found["astigmatismAngle"]) == (12000.0, 1000.0, 45.0)
    assert (found["estimatedResolution"], found["ccValue"]) == (3.4, 0.1)
    assert adopted.get(f"/em/motion-corrections?movieId={made['movieId']}").json["total"] == 1
    assert adopted.get(f"/em/ctfs?movieId={made['movieId']}").json["total"] == 1


def test_defocus_may_be_sent_as_mean_and_astigmatism(adopted, send):  # noqa: F811
    ctf = {"estimatedDefocus": 15000.0, "astigmatism": 300.0}
    (made,) = send([{"movieNumber": 2, "MotionCorrection": {}, "CTF": ctf}]).json
    assert {name: made["CTF"][name] for name in ctf} == ctf
    path = f"/em/ctfs/{made['CTF']['ctfId']}"
    changed = adopted.open("PATCH", path, json={"estimatedDefocus": 16000.0, "astigmatism": 0.0}).json
    assert (changed["estimatedDefocus"], changed["astigmatism"]) == (16000.0, 0.0)
    assert adopted.open("PATCH", path, json={"estimatedDefocus": None}).json["estimatedDefocus"] is None


def test_what_a_family_has_no_place_for_is_named(adopted, send, is_dls):  # noqa: F811
    body = {"movieNumber": 3, "MotionCorrection": {"RelativeIceThickness": {"median": 1.5}}}
    answer = send([body])
    if is_dls:
        assert answer.json[0]["MotionCorrection"]["RelativeIceThickness"]["median"] == 1.5
        return
    assert list(answer.json["errors"]) == ["[0].MotionCorrection.RelativeIceThickness"]
    (made,) = send([{"movieNumber": 3, "MotionCorrection": {}}]).json
    path = f"/em/motion-corrections/{made['MotionCorrection']['motionCorrectionId']}/ice-thickness"
    assert adopted.open("PUT", path, json={"median": 1.5}).status_code == 501
    assert list(send([{"movieNumber": 4, "foilHoleId": 1}]).json["errors"]) == ["[0].foilHoleId"]


def test_particles_are_recorded(adopted, send, is_dls):  # noqa: F811
    (movie,) = send([{"movieNumber": 5, "MotionCorrection": {}}]).json
    correction = movie["MotionCorrection"]["motionCorrectionId"]
    picker = adopted.open("POST", "/em/particle-pickers", json={"firstMotionCorrectionId": correction}).json
    classes = [{"classNumber": 1, "particlesPerClass": 9, "CryoemInitialModel": [{"resolution": 20.0}]}]
    body = {"particlePickerId": picker["particlePickerId"], "type": "2D", "classes": classes}
    for status in (201, 200):
        made = adopted.open("POST", "/em/classifications", json=body)
        assert made.status_code == status, made.json
    path = f"/em/classifications/{made.json['particleClassificationGroupId']}/classes"
    (found,) = adopted.open("POST", path, json=[{"classNumber": 1, "particlesPerClass": 10}]).json
    assert (found["particlesPerClass"], len(found["CryoemInitialModel"])) == (10, 1)
    fitted = adopted.open("POST", path, json=[{"classNumber": 1, "BFactorFit": [{"numberOfParticles": 5}]}])
    if is_dls:
        assert fitted.json[0]["BFactorFit"][0]["numberOfParticles"] == 5
    else:
        assert list(fitted.json["errors"]) == ["[0].BFactorFit"]


def test_tomograms_and_maps_are_recorded_where_there_are_tables(adopted, group, collection, is_dls):  # noqa: F811
    atlas = {"dataCollectionGroupId": group, "atlasImage": "/a.jpg", "pixelSize": 500.0}
    tomogram = {"dataCollectionId": collection, "volumeFile": "t.mrc", "tilts": [{"movieNumber": 1, "psdFile": "p"}]}
    for path, body in (("atlases", atlas), ("tomograms", tomogram)):
        answers = [adopted.open("POST", f"/em/{path}", json=body).status_code for _ in range(2)]
        assert answers == ([201, 200] if is_dls else [501, 501])


def test_runs_that_the_api_made_are_those_of_results(adopted, collection):  # noqa: F811
    body = {"processingPrograms": "crYOLO", "dataCollectionId": collection}
    run = adopted.open("POST", "/processings", json=body).json["autoProcProgramId"]
    for status in (201, 200):
        picked = adopted.open("POST", "/em/particle-pickers", json={"autoProcProgramId": run})
        assert (picked.status_code, picked.json["AutoProcProgram"]["autoProcProgramId"]) == (status, run)


def test_lines_are_recorded_as_lists_are(adopted, collection):  # noqa: F811
    def send(path, rows):
        body = "".join(f"{json.dumps(row)}\n" for row in rows)
        return adopted.open("POST", path, data=body, content_type="application/x-ndjson").json

    results = {"MotionCorrection": {"totalMotion": 9.5}, "CTF": {"defocusU": 12500.0, "defocusV": 11500.0}}
    movies = [{"movieNumber": 900 + number, "fluence": 40.5, **results} for number in range(3)]
    for new in (3, 0):
        told = send(f"/em/datacollections/{collection}/movies", movies)
        assert (told["rows"], told["new"]) == (3, new)
    found = adopted.get(f"/em/movies/{told['lastId']}").json
    assert (found["fluence"], found["MotionCorrection"]["totalMotion"]) == (40.5, 9.5)
    assert found["CTF"]["estimatedDefocus"] == 12000.0
    images = [{"imageNumber": number, "fileName": f"{number}.h5", "temperature": 100.0} for number in (1, 2)]
    for _ in range(2):
        told = send(f"/datacollections/{collection}/images", images)
        assert told == {"dataCollectionId": collection, "images": 2, "first": 1, "last": 2}
    assert adopted.get(f"/datacollections/{collection}/images").json["total"] == 2
