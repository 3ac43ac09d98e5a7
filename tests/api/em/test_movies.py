"""GET /em/movies, /em/motion-corrections, /em/ctfs and what belongs to them"""

import csv
import io
import json

import pytest

from ispyb_api.em import routes
from tests.api.em.conftest import MOVIES


def ids(page, key="movieId"):
    return [row[key] for row in page["results"]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("sessionId=9001", list(MOVIES)),
        ("dataCollectionId=9001&limit=2", [9001, 9002]),
        ("dataCollectionId=9001&skip=3", [9004]),
        ("dataCollectionGroupId=9001&order_by=movieId&order=desc", list(MOVIES[::-1])),
        ("dataCollectionId=9002", []),
        ("sessionId=9011", []),
        ("sessionId=9001&foilHoleId=1", []),
    ],
)
def test_movies_of_what_is_asked_for(ask, query, expected):
    assert ids(ask(f"/movies?{query}")) == expected


def test_totals_count_before_paging_and_only_what_one_sees(ask):
    assert ask("/movies?sessionId=9001&limit=1")["total"] == 4
    assert ask("/movies?sessionId=9011&limit=1")["total"] == 0
    assert ask("/movies?sessionId=9011&limit=1", login="admin")["total"] == 1


@pytest.mark.parametrize("order", ["", "&order_by=movieId&order=desc"])
@pytest.mark.parametrize("limit", [1, 3, 4])
def test_one_goes_on_behind_a_page(ask, order, limit):
    found, after = [], ""
    while after is not None:
        page = ask(f"/movies?sessionId=9001&limit={limit}{order}" + (f"&after={after}" if after else ""))
        assert (page["total"], page["skip"]) == (4, 0)
        found, after = found + ids(page), page["next"]
    assert found == list(MOVIES[:: -1 if order else 1])


@pytest.mark.parametrize("after", ["x", "", "MQ&skip=1", "MXwx", "eA", "LTE", "9" * 101])
def test_what_is_no_cursor_is_refused(site, after):
    answer = site.get(f"/em/movies?sessionId=9001&after={after}")
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["after"])


def test_the_latest_correction_and_its_latest_ctf_are_shown(ask):
    first, second, third, last = ask("/movies?sessionId=9001")["results"]
    assert (first["MotionCorrection"]["totalMotion"], first["CTF"]["ctfId"]) == (5.0, 9001)
    assert (second["MotionCorrection"]["motionCorrectionId"], second["CTF"]["ctfId"]) == (9022, 9022)
    assert (third["MotionCorrection"]["totalMotion"], third["CTF"]["estimatedDefocus"]) == (None, None)
    assert (last["MotionCorrection"], last["CTF"]) == (None, None)


def test_numbers_that_are_kept_as_text_are_numbers(ask):
    first, second = ask("/movies?sessionId=9001&limit=2")["results"]
    ctf = first["CTF"]
    assert (ctf["defocusU"], ctf["estimatedDefocus"], ctf["astigmatism"], ctf["estimatedResolution"]) == (12000, 11500, 1000, 3.5)  # fmt: skip
    assert first["fluence"] == 40.5
    assert {second["CTF"][name] for name in ("defocusU", "defocusV", "estimatedDefocus", "estimatedResolution")} == {None}  # fmt: skip


def test_of_several_measures_of_the_ice_the_latest_counts(ask):
    assert ask("/movies/9001")["MotionCorrection"]["RelativeIceThickness"]["median"] == 200


def test_one_movie_is_as_in_the_list(ask, site):
    assert ask("/movies/9002") == ask("/movies?sessionId=9001")["results"][1]
    assert site.get("/em/movies/9011", "member").status_code == 404


@pytest.mark.parametrize(
    ("path", "key", "expected"),
    [
        ("/motion-corrections?movieId=9002", "motionCorrectionId", [9002, 9022]),
        ("/motion-corrections?sessionId=9001", "motionCorrectionId", [9001, 9002, 9003, 9022]),
        ("/motion-corrections?movieId=9011", "motionCorrectionId", []),
        ("/motion-corrections?autoProcProgramId=1", "motionCorrectionId", []),
        ("/ctfs?motionCorrectionId=9022", "ctfId", [9022]),
        ("/ctfs?movieId=9002&order_by=ctfId&order=desc", "ctfId", [9022, 9002]),
        ("/ctfs?motionCorrectionId=9011", "ctfId", []),
    ],
)
def test_all_of_each_movie(ask, path, key, expected):
    assert ids(ask(path), key) == expected


@pytest.mark.parametrize(
    "path", ["movies", "movies/series", "motion-corrections", "ctfs", "statistics", "datacollections"]
)
def test_one_has_to_say_of_what(site, path):
    answer = site.get(f"/em/{path}")
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["dataCollectionId"])


def series(site, form, login="member"):
    return site.get(f"/em/movies/series?sessionId=9001&format={form}", login)


def test_series_has_the_numbers_of_the_list(site, ask):
    rows = json.loads(series(site, "json").data)["results"]
    movies = ask("/movies?sessionId=9001")["results"]
    assert [row["movieId"] for row in rows] == list(MOVIES)
    assert [row["createdTimeStamp"] for row in rows] == [movie["createdTimeStamp"] for movie in movies]
    for row, movie in zip(rows, movies, strict=True):
        for part in ("MotionCorrection", "CTF"):
            common = row.keys() & (movie[part] or {}).keys() - {"movieId", "dataCollectionId", "createdTimeStamp"}
            assert {name: row[name] for name in common} == {name: movie[part][name] for name in common}
    assert rows[0]["iceThickness"] == 200
    lines = list(csv.DictReader(io.StringIO(series(site, "csv").get_data(as_text=True))))
    assert [int(line["movieId"]) for line in lines] == list(MOVIES)
    assert json.loads(series(site, "json", "outsider").data) == {"results": []}


def test_series_is_read_in_pieces(site, monkeypatch):
    whole = series(site, "json").data
    for at_once in (1, 2, 4):
        monkeypatch.setattr(routes, "_AT_ONCE", at_once)
        assert series(site, "json").data == whole


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("movies/9001/files/movie", "movie.mrc as it is"),
        ("motion-corrections/9001/files/drift", "drift.png as it is"),
        ("ctfs/9001/files/spectrum", "ctf.png as it is"),
    ],
)
def test_files(site, path, content):
    assert site.get(f"/em/{path}", "member").text == content
    hidden = path.replace("9001", "9011")
    assert site.get(f"/em/{hidden}", "member").status_code == 404
    assert site.get(f"/em/{hidden}", "admin").text == content


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("movies/9001/files/metadata", "outside the folders"),
        ("movies/9001/files/micrograph", "No micrograph of a movie is recorded"),
        ("movies/9001/files/other", "there are movie, micrograph, snapshot, metadata"),
        ("ctfs/9001/files/log", "No log of a CTF is recorded"),
        ("motion-corrections/99/files/log", "no such motion correction"),
    ],
)
def test_what_cannot_be_had_is_404_and_says_why(site, path, says):
    answer = site.get(f"/em/{path}")
    assert answer.status_code == 404
    assert says in answer.json["message"]


def test_kinds_of_files_are_those_that_are_documented(site):
    document = site.app.test_client().get("/ispyb/api/v1/swagger.json").json["paths"]
    for path, number in (("movies/{movieId}", 9001), ("motion-corrections/{motionCorrectionId}", 9001), ("ctfs/{ctfId}", 9001), ("tomograms/{tomogramId}", 9001)):  # fmt: skip
        parameters = document[f"/em/{path}/files/{{kind}}"]["parameters"]
        documented = next(each["enum"] for each in parameters if each["name"] == "kind")
        said = site.get(f"/em/{path.partition('{')[0]}{number}/files/x").json["message"]
        assert said.endswith(f"there are {', '.join(documented)}.")
