"""Movies, motion corrections and CTFs as microscopes and pipelines record them."""

import threading

import pytest

from ispyb_api.em.schemas import ListedCtfSchema, ListedMotionCorrectionSchema, MovieSchema
from tests.contract.shapes import faults
from tests.support import microscopy
from tests.support.instrument import Instrument

CORRECTION = {
    "firstFrame": 1,
    "lastFrame": 40,
    "totalMotion": 12.5,
    "averageMotionPerFrame": 0.3,
    "micrographFullPath": "/data/em/1.mrc",
}
CTF = {"defocusU": 12500.0, "defocusV": 11500.0, "astigmatismAngle": 45.0, "estimatedResolution": 3.4, "ccValue": 0.12}


@pytest.fixture
def collection(rows):
    return rows.collection()


@pytest.fixture
def send(instrument, collection):
    """``send([{"movieNumber": 1}])``: the answer to movies of the collection."""
    return lambda body, what="movies": instrument.send("POST", f"/em/datacollections/{collection}/{what}", body)


def counted(written, table, collection):
    sql = {
        "Movie": "SELECT COUNT(*) AS n FROM Movie WHERE dataCollectionId = %s",
        "MotionCorrection": "SELECT COUNT(*) AS n FROM MotionCorrection mc JOIN Movie mo ON mo.movieId = mc.movieId"
        " WHERE mo.dataCollectionId = %s",
        "CTF": "SELECT COUNT(*) AS n FROM CTF c JOIN MotionCorrection mc ON mc.motionCorrectionId = c.motionCorrectionId"
        " JOIN Movie mo ON mo.movieId = mc.movieId WHERE mo.dataCollectionId = %s",
    }
    return written.ask(sql[table], collection)[0]["n"]


def test_a_movie_is_recorded_with_all_that_was_made_of_it(written, instrument, collection):
    ice = {"minimum": 1.0, "q1": 2.0, "median": 3.0, "q3": 4.0, "maximum": 5.0}
    made = instrument.send(
        "POST",
        "/em/movies",
        {
            "dataCollectionId": collection,
            "movieNumber": 7,
            "movieFullPath": "/data/em/7.tiff",
            "fluence": 40.5,
            "positionX": 12.5,
            "MotionCorrection": {**CORRECTION, "RelativeIceThickness": ice},
            "CTF": {**CTF, "amplitudeContrast": 0.07},
        },
    )
    assert made.status_code == 201, made.json
    movie = made.json
    assert list(faults(MovieSchema, movie)) == []
    assert made.headers["Location"].endswith(f"/em/movies/{movie['movieId']}")
    assert written.get(f"/em/movies/{movie['movieId']}", "pi").json == movie
    assert {name: movie["MotionCorrection"][name] for name in CORRECTION} == CORRECTION
    assert {name: movie["MotionCorrection"]["RelativeIceThickness"][name] for name in ice} == ice
    assert {name: movie["CTF"][name] for name in CTF} == CTF
    assert (movie["CTF"]["estimatedDefocus"], movie["CTF"]["astigmatism"]) == (12000.0, 1000.0)
    assert (movie["fluence"], movie["positionX"]) == (40.5, 12.5)


def test_movies_come_again_and_are_the_same(written, send, collection):
    first = send([{"movieNumber": n, "movieFullPath": f"/data/{n}.tiff"} for n in (1, 2, 3)]).json
    again = send(
        [
            {"movieNumber": 2, "angle": 3.0},
            {"movieFullPath": "/data/3.tiff", "angle": 6.0},
            {"movieNumber": 4, "angle": None},
            {"movieNumber": 1, "movieFullPath": "/data/1.tiff"},
        ]
    ).json
    assert [row["movieId"] for row in again[:2]] == [row["movieId"] for row in first[1:]]
    assert again[3] == first[0]
    assert [row["angle"] for row in again] == [3.0, 6.0, None, None]
    assert [row["movieFullPath"] for row in again[:2]] == ["/data/2.tiff", "/data/3.tiff"]
    assert counted(written, "Movie", collection) == 4


def test_what_is_said_later_leaves_the_time_of_recording(written, send):
    (movie,) = send([{"movieNumber": 1, "createdTimeStamp": "2030-06-12T10:00:00"}]).json
    (later,) = send([{"movieNumber": 1, "angle": 3.0}]).json
    assert later["createdTimeStamp"] == movie["createdTimeStamp"] == "2030-06-12T10:00:00"


def test_results_of_a_run_are_the_same_when_they_come_again(written, instrument, send, collection):
    run, other = (microscopy.run_of(written, collection) for _ in range(2))

    def of(program, motion):
        correction = {**CORRECTION, "autoProcProgramId": program, "totalMotion": motion}
        return {"movieNumber": 1, "MotionCorrection": correction, "CTF": {**CTF, "autoProcProgramId": program}}

    (first,) = send([of(run, 1.0)]).json
    (second,) = send([of(run, 2.0)]).json
    (third,) = send([of(other, 3.0)]).json
    assert second["MotionCorrection"]["motionCorrectionId"] == first["MotionCorrection"]["motionCorrectionId"]
    assert second["MotionCorrection"]["totalMotion"] == 2.0
    assert second["CTF"]["ctfId"] == first["CTF"]["ctfId"]
    assert third["MotionCorrection"]["motionCorrectionId"] > first["MotionCorrection"]["motionCorrectionId"]
    assert [counted(written, table, collection) for table in ("MotionCorrection", "CTF")] == [2, 2]


def test_results_without_a_run_are_known_by_their_files(written, send, collection):
    one, two = ({**CORRECTION, "micrographFullPath": f"/data/{n}.mrc"} for n in (1, 2))
    for correction in (one, two, one):
        send([{"movieNumber": 1, "MotionCorrection": correction, "CTF": {"spectraImageFullPath": "/data/s.png"}}])
    assert [counted(written, table, collection) for table in ("MotionCorrection", "CTF")] == [2, 2]


def test_pipelines_name_movies_as_they_know_them(instrument, send):
    movies = send([{"movieNumber": n, "movieFullPath": f"/data/{n}.tiff"} for n in (1, 2, 3)]).json
    named = [{"movieNumber": 1}, {"movieFullPath": "/data/2.tiff"}, {"movieId": movies[2]["movieId"]}]
    corrected = send([{**CORRECTION, **each} for each in named], "motion-corrections").json
    assert [row["movieId"] for row in corrected] == [row["movieId"] for row in movies]
    assert [list(faults(ListedMotionCorrectionSchema, row)) for row in corrected] == [[], [], []]
    named[2] = {"motionCorrectionId": corrected[2]["motionCorrectionId"]}
    fitted = send([{**CTF, **each} for each in named], "ctfs").json
    assert [row["motionCorrectionId"] for row in fitted] == [row["motionCorrectionId"] for row in corrected]
    assert [list(faults(ListedCtfSchema, row)) for row in fitted] == [[], [], []]


def test_results_are_refined_later(written, instrument, rows):
    correction, ctf = rows.correction(), rows.ctf()
    path = f"/em/motion-corrections/{correction}"
    before = written.get(path)
    changed = instrument.send("PATCH", path, {"comments": "again"}, headers={"If-Match": before.headers["ETag"]})
    assert (changed.status_code, changed.json["comments"]) == (200, "again")
    stale = instrument.send("PATCH", path, {"comments": "late"}, headers={"If-Match": before.headers["ETag"]})
    assert stale.status_code == 412
    assert instrument.send("PATCH", f"/em/ctfs/{ctf}", {"ccValue": 0.5}).json["ccValue"] == 0.5
    assert instrument.send("PATCH", f"/em/ctfs/{ctf}", {"ccValue": None}).json["ccValue"] is None


def test_there_is_one_thickness_of_ice_for_each_micrograph(written, instrument, rows):
    path = f"/em/motion-corrections/{rows.correction()}"
    for median in (1.0, 2.0):
        answer = instrument.send("PUT", f"{path}/ice-thickness", {"median": median, "minimum": 0.5})
        assert answer.json["RelativeIceThickness"]["median"] == median
    number = answer.json["motionCorrectionId"]
    found = written.ask("SELECT COUNT(*) AS n FROM RelativeIceThickness WHERE motionCorrectionId = %s", number)
    assert found == [{"n": 1}]


@pytest.mark.parametrize(
    ("what", "body", "field"),
    [
        ("movies", [{"angle": 1.0}], "[0].movieNumber"),
        ("movies", [{"movieNumber": 1}, {"movieNumber": 1}], "[1].movieNumber"),
        ("movies", [{"movieNumber": 1}, {"movieNumber": 9, "movieFullPath": "/data/1.tiff"}], "[1].movieNumber"),
        ("movies", [{"movieNumber": 1, "movieFullPath": "/data/other.tiff"}], "[0].movieFullPath"),
        ("movies", [{"movieNumber": 2, "CTF": {}}], "[0].CTF"),
        ("movies", [{"movieNumber": 2}, {"movieNumber": 3, "nominalDefocus": 1e9}], "[1].nominalDefocus"),
        ("movies", [{"movieNumber": 2, "MotionCorrection": {"lastFrame": 70000}}], "[0].MotionCorrection.lastFrame"),
        ("movies", [{"movieNumber": 2, "MotionCorrection": {}, "CTF": {"defocusU": 1.2}}], "[0].CTF.defocusU"),
        ("movies", [{"movieNumber": 2, "movieFullPath": "x" * 256}], "[0].movieFullPath"),
        ("movies", [{"movieNumber": 2**31}], "[0].movieNumber"),
        ("movies", [{"movieNumber": 2, "foilHoleId": 2**31 - 1}], "[0].foilHoleId"),
        ("movies", [], "body"),
        ("motion-corrections", [{"totalMotion": 1.0}], "[0].movieId"),
        ("motion-corrections", [{"movieNumber": 2**70}], "[0].movieNumber"),
        ("motion-corrections", [{"movieNumber": 1}, {"movieNumber": 99}], "[1].movieNumber"),
        ("motion-corrections", [{"movieNumber": 1}, {"movieFullPath": "/data/1.tiff"}], "[1]"),
        ("motion-corrections", [{"movieNumber": 1, "movieFullPath": "/data/2.tiff"}], "[0].movieFullPath"),
        ("motion-corrections", [{"movieNumber": 1, "CTF": {"amplitudeContrast": 7.0}}], "[0].CTF.amplitudeContrast"),
        ("ctfs", [{"movieNumber": 1}], "[0]"),
        ("ctfs", [{"movieNumber": 1, "motionCorrectionId": 1}], "[0].motionCorrectionId"),
        ("ctfs", [{"motionCorrectionId": 2**31 - 1}], "[0].motionCorrectionId"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_saved(written, send, collection, what, body, field):
    assert send([{"movieNumber": 1, "movieFullPath": "/data/1.tiff"}]).status_code == 200
    answer = send(body, what)
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field]), answer.json
    assert [counted(written, table, collection) for table in ("Movie", "MotionCorrection")] == [1, 0]


def test_a_value_in_another_unit_is_refused_with_the_unit(send):
    correction = {"movieNumber": 1, "MotionCorrection": {}, "CTF": {"estimatedDefocus": 1.2}}
    message = send([correction]).json["errors"]["[0].CTF.estimatedDefocus"][0]
    assert "not plausible in the unit Å" in message
    assert send([{**correction, "accept_implausible": True}]).json[0]["CTF"]["estimatedDefocus"] == 1.2
    correction["CTF"] = {"estimatedDefocus": 1.3, "accept_implausible": True}
    assert send([correction]).json[0]["CTF"]["estimatedDefocus"] == 1.3


def test_results_take_the_right_to_process(written, collection):
    instrument = Instrument(written, permissions=("ingest_data", "all_proposals"))
    path = f"/em/datacollections/{collection}/movies"
    assert instrument.send("POST", path, [{"movieNumber": 1}]).status_code == 200
    assert instrument.send("POST", path, [{"movieNumber": 1, "MotionCorrection": {}}]).status_code == 403
    pipeline = Instrument(written, permissions=("ingest_proc", "all_proposals"))
    assert pipeline.send("POST", path, [{"movieNumber": 1}]).status_code == 403
    corrected = pipeline.send("POST", f"/em/datacollections/{collection}/motion-corrections", [{"movieNumber": 1}])
    assert corrected.status_code == 200


def test_another_beamlines_token_finds_nothing(written, collection):
    instrument = Instrument(written, beamlines=("BL03-EM",))
    path = f"/em/datacollections/{collection}/movies"
    assert instrument.send("POST", path, [{"movieNumber": 1}]).status_code == 404


def test_a_run_or_hole_of_elsewhere_is_refused(written, send, rows):
    foreign = microscopy.rows_of(written, 4)
    answer = send(
        [
            {"movieNumber": 1, "foilHoleId": foreign["foilHoleId"]},
            {"movieNumber": 2, "MotionCorrection": {"autoProcProgramId": foreign["autoProcProgramId"]}},
        ]
    )
    assert set(answer.json["errors"]) == {"[0].foilHoleId", "[1].MotionCorrection.autoProcProgramId"}


def test_a_repeated_request_is_answered_as_the_first(written, instrument, collection):
    headers = {"Idempotency-Key": f"movie-{collection}"}
    body = {"dataCollectionId": collection, "movieNumber": 1, "MotionCorrection": {}, "CTF": {}}
    first, second = (instrument.send("POST", "/em/movies", body, headers=headers) for _ in range(2))
    assert (second.status_code, second.json) == (201, first.json)
    assert second.headers["Idempotency-Replayed"] == "true"


def test_the_same_movie_at_once_is_recorded_once(written, send, collection):
    threads = [
        threading.Thread(target=lambda: send([{"movieNumber": 1, "MotionCorrection": {}, "CTF": {}}])) for _ in range(8)
    ]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert [counted(written, table, collection) for table in ("Movie", "MotionCorrection", "CTF")] == [1, 1, 1]


def test_many_movies_take_few_statements(written, send):
    def body(numbers):
        return [{"movieNumber": n, "MotionCorrection": CORRECTION, "CTF": CTF} for n in numbers]

    send(body([999]))  # notes that the token is used, which is done now and then
    with written.statements() as few:
        assert send(body(range(2))).status_code == 200
    with written.statements() as many:
        assert len(send(body(range(100, 500))).json) == 400
    assert many.number == few.number <= 20


def test_four_hundred_movies_are_changed_by_few_statements(written, send):
    movies = [{"movieNumber": n, "angle": n / 10} for n in range(400)]
    send(movies)
    with written.statements() as counted_:
        changed = send([{**movie, "nominalDefocus": 10_000.0 + movie["movieNumber"]} for movie in movies]).json
    assert [row["nominalDefocus"] for row in changed] == [10_000.0 + n for n in range(400)]
    assert counted_.number <= 16
