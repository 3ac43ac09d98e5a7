"""Movies, motion corrections and CTFs with a line for each: as many as there are, answered by a count."""

import json

import pytest

from ispyb_api.em.schemas_new import RecordedRowsSchema
from tests.contract.shapes import faults
from tests.support.instrument import Instrument

LINES = "application/x-ndjson"
KINDS = ("movies", "motion-corrections", "ctfs")


@pytest.fixture
def collection(rows):
    return rows.collection()


@pytest.fixture
def send(instrument, collection):
    """``send([{"movieNumber": 1}])``: the answer to lines about movies of the collection, or another kind."""

    def send(lines, kind="movies", by=instrument, **options):
        text = "\n".join(each if isinstance(each, str) else json.dumps(each) for each in lines)
        path = f"/em/datacollections/{collection}/{kind}"
        return by.send("POST", path, None, data=text, content_type=LINES, **options)

    return send


@pytest.fixture
def movies(written, collection):
    """Return the movies that are there, with the latest of what was made of each: {number: row}."""

    def read():
        found, page = [], {"next": ""}
        while page["next"] is not None:
            after = f"&after={page['next']}" if page["next"] else ""
            page = written.get(f"/em/movies?dataCollectionId={collection}&limit=500{after}").json
            found += page["results"]
        return {row["movieNumber"]: row for row in found}

    return read


def movie(number, **values):
    return {"movieNumber": number, "movieFullPath": f"/data/em/{number}.tiff", **values}


def test_the_answer_says_how_many_there_were_and_where(send, movies, collection):
    answer = send([movie(number, fluence=40.5) for number in (3, 1, 2)])
    assert answer.status_code == 200, answer.json
    assert list(faults(RecordedRowsSchema, answer.json)) == []
    ids = sorted(row["movieId"] for row in movies().values())
    expected = {"dataCollectionId": collection, "rows": 3, "new": 3, "firstId": ids[0], "lastId": ids[-1]}
    assert answer.json == expected
    assert send([movie(2, angle=3.0), movie(4)]).json["new"] == 1
    assert (movies()[2]["angle"], movies()[2]["fluence"], len(movies())) == (3.0, 40.5, 4)


def test_what_was_made_of_movies_comes_with_them_or_behind_them(send, movies):
    results = {"MotionCorrection": {"totalMotion": 9.0}, "CTF": {"estimatedDefocus": 12000}}
    assert send([movie(1, **results), movie(2)]).json["new"] == 2
    corrected = send([{"movieNumber": 2, "totalMotion": 8.0}, {"movieNumber": 1, "totalMotion": 7.0}], KINDS[1]).json
    assert (corrected["rows"], corrected["new"]) == (2, 1)
    estimated = send([{"movieFullPath": "/data/em/2.tiff", "estimatedDefocus": 9000}], KINDS[2]).json
    assert (estimated["rows"], estimated["new"], estimated["firstId"]) == (1, 1, estimated["lastId"])
    found = movies()
    assert [found[number]["MotionCorrection"]["totalMotion"] for number in (1, 2)] == [7.0, 8.0]
    assert [found[number]["CTF"]["estimatedDefocus"] for number in (1, 2)] == [12000.0, 9000.0]


def test_thousands_take_few_statements(written, send, movies):
    def lines(numbers):
        return [
            movie(number, MotionCorrection={"totalMotion": 9.0}, CTF={"estimatedDefocus": 9e3}) for number in numbers
        ]

    with written.statements() as counted:
        assert send(lines(range(1, 4502))).json["new"] == 4501
    assert counted.number < 80
    assert send(lines(range(1, 4502))).json["new"] == 0
    found = movies()
    assert (len(found), found[4501]["CTF"]["estimatedDefocus"]) == (4501, 9000.0)


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ({"angle": 3}, ".movieNumber"),
        ({}, ".movieNumber"),
        ({"movieNumber": None, "movieFullPath": None}, ".movieNumber"),
        ({"movieNumber": "7"}, ".movieNumber"),
        ({"movieNumber": 2**31}, ".movieNumber"),
        ({"movieNumber": 1}, ".movieNumber"),
        ({"movieNumber": 7, "movieFullPath": "/data/em/1.tiff"}, ".movieFullPath"),
        ({"movieNumber": 7, "movieFullPath": "a" * 10_000}, ".movieFullPath"),
        ({"movieNumber": 7, "foilHoleId": 2147483647}, ".foilHoleId"),
        ({"movieNumber": 7, "CTF": {}}, ".CTF"),
        ({"movieNumber": 7, "CTF": 7}, ".CTF"),
        ({"movieNumber": 7, "MotionCorrection": {"totalMotion": "far"}}, ".MotionCorrection.totalMotion"),
        ({"movieNumber": 7, "MotionCorrection": {}, "CTF": {"estimatedDefocus": 1.2}}, ".CTF.estimatedDefocus"),
        ({"movieNumber": 7, "MotionCorrection": {"autoProcProgramId": 2147483647}}, ".MotionCorrection.autoProcProgramId"),
        ({"movieNumber": 7, "score": 1}, ".score"),
    ],
)  # fmt: skip
def test_a_wrong_row_is_named_with_its_line_and_nothing_is_kept(send, movies, row, field):
    answer = send([movie(1), "", row])
    assert (answer.status_code, list(answer.json["errors"])) == (422, [f"[1]{field}"]), answer.json
    assert answer.json["errors"][f"[1]{field}"][0].startswith("Line 3: ")
    assert movies() == {}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("line", ["{", "[]", "null", '{"movieNumber": 1, "movieNumber": 2}', '{"movieNumber": NaN}'])
def test_a_line_that_is_no_row_is_named(send, movies, line, kind):
    answer = send([line], kind)
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["[0]"])
    assert movies() == {}


def test_a_row_far_behind_is_compared_with_all_before_it(send, movies):
    before = [movie(number) for number in range(1, 4002)]
    assert send([*before, movie(17)]).json["errors"] == {"[4001]": ["Line 4002: Is the same as one before."]}
    near = {"[4001].movieNumber": ["Line 4002: Is also that of [4000]."]}
    assert send([*before, {"movieNumber": 4001}]).json["errors"] == near
    other = {"[4001].movieFullPath": ["Line 4002: Movie number 17 is /data/em/17.tiff."]}
    assert send([*before, {"movieNumber": 17, "movieFullPath": "/data/[1].tiff"}]).json["errors"] == other
    assert movies() == {}


@pytest.mark.parametrize("kind", KINDS[1:])
def test_results_that_name_no_movie_are_named(send, movies, kind):
    answer = send(["", {}], kind)
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["[0].movieId"])


@pytest.mark.parametrize("kind", KINDS[1:])
def test_results_of_movies_that_are_not_there_are_named(send, kind):
    answer = send(["", {"movieNumber": 99, "autoProcProgramId": None}], kind)
    assert answer.json["errors"] == {"[0].movieNumber": ["Line 2: No such movie of this data collection."]}


@pytest.mark.parametrize("kind", KINDS)
def test_lines_that_cannot_be_read_are_refused(instrument, collection, kind):
    for raw in (b"", b"\n\n", b"\xff", b"x" * 70_000):
        answer = instrument.send("POST", f"/em/datacollections/{collection}/{kind}", data=raw, content_type=LINES)
        assert (answer.status_code, list(answer.json["errors"])) == (422, ["body"])


def test_a_key_repeats_the_answer_and_belongs_to_one_body(send, collection):
    key = {"Idempotency-Key": f"movies-{collection}"}
    first, again, other = (send([movie(number)], headers=key) for number in (1, 1, 2))
    assert (again.status_code, again.json, again.headers["Idempotency-Replayed"]) == (200, first.json, "true")
    assert other.status_code == 422


@pytest.mark.parametrize("kind", KINDS)
def test_who_may_not_is_refused_before_lines_are_looked_at(written, send, movies, kind):
    assert send(["{"], kind, by=Instrument(written, ("all_proposals",))).status_code == 403
    assert movies() == {}


def test_who_measures_may_not_send_results(written, send, movies):
    instrument = Instrument(written, ("ingest_data", "all_proposals"))
    assert send([movie(1), movie(2, MotionCorrection={})], by=instrument).status_code == 403
    assert movies() == {}


def test_it_is_on_record_in_one_line(written, send, collection):
    found = send([movie(number) for number in range(1, 2502)]).json
    sql = "SELECT action, detail FROM api_activity WHERE target = %s"
    lines = [each for each in written.ask(sql, f"collection {collection}") if each["action"] == "movies recorded"]
    assert [json.loads(each["detail"].partition(": ")[2]) for each in lines] == [
        {name: found[name] for name in ("rows", "new", "firstId", "lastId")}
    ]
