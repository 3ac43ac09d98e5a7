"""Electron microscopy: golden answers, written from the facts and the demo's rows."""

import pytest

from tests.support.java import STAMP, faults, table

EM = "/proposal/em67/em"
MOVIE = f"{EM}/datacollection/301/movie"


def test_groups_tell_how_far_their_grid_squares_are(java):
    rows = java.rows(f"{EM}/datacollection/session/8,9/list", "admin")
    keys = {**table("### 4.1 Group summary rows"), "stats": "list"}
    assert [faults(row, keys, omits=True) for row in rows if faults(row, keys, omits=True)] == []
    row = next(row for row in rows if "301" in row["dataCollectionIdList"].split(","))
    assert [each["dataCollectionId"] for each in row["stats"]] == list(map(int, row["dataCollectionIdList"].split(",")))
    counts = {each["dataCollectionId"]: each for each in row["stats"]}
    assert counts[301] == {
        "dataCollectionId": 301,
        "movieCount": 8,
        "motionCorrectionCount": 8,
        "ctfCorrectionCount": 8,
    }
    assert {"magnificationList", "voltageList", "numberOfGridSquares"} <= row.keys()


def test_a_movie_has_its_numbers_as_texts(java):
    found = java.rows(f"{MOVIE}/all")
    assert [row["Movie_movieId"] for row in found] == list(range(30101, 30109))
    first = found[0]
    expected = {
        "Movie_dataCollectionId": 301,
        "Movie_movieNumber": 1,
        "Movie_movieFullPath": "/data/visitor/em67/bl03-em/visit1/SKFT-g1/run_1/g1-sq1_movie_0001.tiff",
        "MotionCorrection_motionCorrectionId": 30101,
        "MotionCorrection_lastFrame": "40",
        "MotionCorrection_totalMotion": "8.1",
        "MotionCorrection_averageMotionPerFrame": "0.162",
        "CTF_CTFid": 30101,
        "CTF_defocusU": "11601",
        "CTF_defocusV": "11401",
        "CTF_angle": "107",
        "CTF_resolutionLimit": "3.5",
        "CTF_estimatedBfactor": "81",
    }
    assert {name: first[name] for name in expected} == expected
    assert STAMP.fullmatch(first["Movie_createdTimeStamp"])


def test_numbers_of_a_session(java):
    found = java.rows(f"{EM}/session/8/stats")
    movies = java.site.ask(
        "SELECT COUNT(*) AS n FROM Movie m JOIN DataCollection d ON d.dataCollectionId = m.dataCollectionId"
        " JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId WHERE g.sessionId = 8"
    )
    assert len(found) == movies[0]["n"]
    assert {row["proposalId"] for row in found} == {3}


def test_classes_of_a_session(java):
    found = java.rows(f"{EM}/session/9/classification")
    row = next(row for row in found if row["particleClassificationId"] == 312401)
    assert (row["particleClassificationGroupId"], row["particlePickerId"], row["sessionId"]) == (3124, 312, 9)
    assert java.rows(f"{EM}/session/3/classification") == []


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("thumbnail", "image/jpeg"),
        ("motioncorrection/thumbnail", "image/jpeg"),
        ("motioncorrection/drift", "image/png"),
        ("ctf/thumbnail", "image/jpeg"),
        ("metadata/xml", "application/octet-stream"),
        ("mrc", "image/jpeg"),
    ],
)
def test_files_of_a_movie(java, path, kind):
    answer = java.get(f"{MOVIE}/30101/{path}")
    assert (answer.status_code, answer.mimetype) == (200, kind)
    assert java.get(f"{MOVIE}/30201/{path}").status_code == 204  # of another collection
    assert java.get(f"/proposal/mx415/em/datacollection/301/movie/30101/{path}").status_code == 204


def test_the_picture_of_a_class(java):
    assert java.get(f"{EM}/classification/312401/thumbnail").mimetype == "image/jpeg"
    assert java.get("/proposal/mx415/em/classification/312401/thumbnail").status_code == 204
    assert java.get(f"{EM}/classification/312401/thumbnail", "pi").status_code == 403
