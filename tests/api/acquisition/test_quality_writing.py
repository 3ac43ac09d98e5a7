"""POST of /datacollections/{}/quality: thousands of images a request, as a list or a line for each."""

import json

import pytest

from ispyb_api.acquisition.schemas_quality import RecordedQualitySchema
from tests.contract.shapes import faults
from tests.support.instrument import Instrument

LINES = "application/x-ndjson"


@pytest.fixture
def collection(rows):
    return rows.collection()


def send(instrument, collection, body, **options):
    return instrument.send("POST", f"/datacollections/{collection}/quality", body, **options)


def send_lines(instrument, collection, lines, **options):
    text = "\n".join(each if isinstance(each, str) else json.dumps(each) for each in lines)
    return send(instrument, collection, None, data=text, content_type=LINES, **options)


def stored(site, collection):
    return {row["imageNumber"]: row for row in site.get(f"/datacollections/{collection}/quality").json["results"]}


@pytest.mark.parametrize("way", [send, send_lines])
def test_what_is_sent_is_read_back(written, instrument, collection, way):
    sent = [
        {"imageNumber": number, "spotTotal": number * 2, "method1Res": 1.5, "dozor_score": 10} for number in (3, 1, 2)
    ]
    answer = way(instrument, collection, sent)
    assert answer.status_code == 200, answer.json
    assert list(faults(RecordedQualitySchema, answer.json)) == []
    assert answer.json == {"dataCollectionId": collection, "images": 3, "first": 1, "last": 3}
    found = stored(written, collection)
    assert [(number, row["spotTotal"], row["dozor_score"]) for number, row in found.items()] == [
        (number, number * 2, 10) for number in (1, 2, 3)
    ]
    assert found[1]["iceRings"] is None


def test_what_is_sent_again_changes_what_is_there(written, instrument, collection):
    send(
        instrument, collection, [{"imageNumber": 1, "spotTotal": 5, "iceRings": 1}, {"imageNumber": 2, "spotTotal": 6}]
    )
    before = written.ask("SELECT MAX(imageQualityIndicatorsId) AS id FROM ImageQualityIndicators")[0]["id"]
    send(instrument, collection, [{"imageNumber": 2, "iceRings": 3}, {"imageNumber": 1, "spotTotal": None}])
    found = stored(written, collection)
    assert (found[1]["spotTotal"], found[1]["iceRings"]) == (None, 1)
    assert (found[2]["spotTotal"], found[2]["iceRings"]) == (6, 3)
    assert written.ask("SELECT MAX(imageQualityIndicatorsId) AS id FROM ImageQualityIndicators")[0]["id"] == before


def test_thousands_come_in_batches_and_again(written, instrument, collection):
    lines = [{"imageNumber": number, "totalIntegratedSignal": number / 2} for number in range(1, 5002)]
    with written.statements() as counted:
        assert send_lines(instrument, collection, lines).json["images"] == 5001
    assert counted.number < 20
    assert send_lines(instrument, collection, lines[::-1]).json["last"] == 5001
    found = stored(written, collection)
    assert (len(found), found[5001]["totalIntegratedSignal"]) == (5001, 2500.5)


@pytest.mark.parametrize("way", [send, send_lines])
@pytest.mark.parametrize(
    ("row", "field"),
    [
        ({"spotTotal": 1}, "imageNumber"),
        ({"imageNumber": "7"}, "imageNumber"),
        ({"imageNumber": 7.5}, "imageNumber"),
        ({"imageNumber": True}, "imageNumber"),
        ({"imageNumber": None}, "imageNumber"),
        ({"imageNumber": -1}, "imageNumber"),
        ({"imageNumber": 2**24}, "imageNumber"),
        ({"imageNumber": 1}, "imageNumber"),
        ({"imageNumber": 7, "spotTotal": 2**31}, "spotTotal"),
        ({"imageNumber": 7, "spotTotal": "many"}, "spotTotal"),
        ({"imageNumber": 7, "method1Res": 2e6}, "method1Res"),
        ({"imageNumber": 7, "score": 1}, "score"),
        ({"imageNumber": 7, "autoProcProgramId": 0}, "autoProcProgramId"),
    ],
)
def test_a_wrong_row_is_named_and_nothing_is_kept(written, instrument, collection, way, row, field):
    answer = way(instrument, collection, [{"imageNumber": 1}, row])
    assert (answer.status_code, list(answer.json["errors"])) == (422, [f"[1].{field}"])
    assert stored(written, collection) == {}


@pytest.mark.parametrize(
    "line", ["{", "[]", "1", '{"imageNumber": NaN}', '{"imageNumber": 1, "imageNumber": 2}', '"\\u0000"']
)
def test_a_line_that_is_no_row_is_named(instrument, collection, line):
    answer = send_lines(instrument, collection, [{"imageNumber": 1}, "", line])
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["[1]"])
    assert answer.json["errors"]["[1]"][0].startswith("Line 3: ")


def test_all_wrong_rows_are_named_up_to_a_hundred(instrument, collection):
    answer = send_lines(instrument, collection, [{"imageNumber": -number} for number in range(1, 301)])
    assert (answer.status_code, len(answer.json["errors"])) == (422, 100)


def test_a_value_that_looks_wrong_is_taken_if_the_client_insists(written, instrument, collection):
    row = {"imageNumber": 1, "method1Res": 2000.0}
    assert send(instrument, collection, [row]).status_code == 422
    assert send(instrument, collection, [{**row, "accept_implausible": True}]).status_code == 200
    assert stored(written, collection)[1]["method1Res"] == 2000.0


@pytest.mark.parametrize("body", [[], {}, 1, None, {"imageNumber": 1}])
def test_bodies_that_are_no_list_are_refused(instrument, collection, body):
    answer = instrument.send(
        "POST", f"/datacollections/{collection}/quality", data=json.dumps(body), content_type="application/json"
    )
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["body"])


@pytest.mark.parametrize("raw", [b"", b"\n \n", b'{"imageNumber": 1}\n\xff', b"x" * 70_000])
def test_lines_that_cannot_be_read_are_refused(instrument, collection, raw):
    answer = instrument.send("POST", f"/datacollections/{collection}/quality", data=raw, content_type=LINES)
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["body"])


def test_other_types_are_refused(instrument, collection):
    answer = instrument.send(
        "POST", f"/datacollections/{collection}/quality", data="imageNumber\n1", content_type="text/csv"
    )
    assert answer.status_code == 415


def test_more_than_the_most_is_refused(instrument, collection):
    lines = '{"imageNumber": 1}\n' * 100_001
    answer = instrument.send("POST", f"/datacollections/{collection}/quality", data=lines, content_type=LINES)
    assert answer.status_code == 422


def test_lines_may_be_larger_than_other_bodies(written, instrument, collection):
    most = written.settings.http.max_body_bytes
    line = json.dumps({"imageNumber": 1}) + " " * 60_000 + "\n"
    blank = " " * 60_000 + "\n"
    body = line + blank * (most // 60_000 + 1)
    assert len(body) > most
    assert send_lines(instrument, collection, [body]).json["images"] == 1
    assert instrument.send("POST", "/sessions", data=body, content_type="application/json").status_code == 413


def test_a_key_repeats_the_answer_and_belongs_to_one_body(instrument, collection):
    key = {"Idempotency-Key": f"quality-{collection}"}
    first = send_lines(instrument, collection, [{"imageNumber": 1}], headers=key)
    again = send_lines(instrument, collection, [{"imageNumber": 1}], headers=key)
    other = send_lines(instrument, collection, [{"imageNumber": 2}], headers=key)
    assert (first.json, again.headers.get("Idempotency-Replayed"), other.status_code) == (again.json, "true", 422)


def test_a_program_is_named_if_it_ran_for_the_proposal(written, rows, instrument, collection):
    known = [row["autoProcProgramId"] for row in written.get("/processings?limit=500", "pi").json["results"]]
    hidden = written.ask("SELECT MAX(autoProcProgramId) AS id FROM AutoProcProgram")[0]["id"] + 1
    others = {row["autoProcProgramId"] for row in written.get("/processings?limit=500").json["results"]} - set(known)
    assert send(instrument, collection, [{"imageNumber": 1, "autoProcProgramId": known[0]}]).status_code == 200
    for wrong in (hidden, min(others)):
        answer = send(instrument, collection, [{"imageNumber": 2, "autoProcProgramId": wrong}])
        assert (answer.status_code, list(answer.json["errors"])) == (422, ["autoProcProgramId"])
    assert stored(written, collection)[1]["autoProcProgramId"] == known[0]


@pytest.mark.parametrize(
    ("permissions", "status"), [(("ingest_proc", "all_proposals"), 200), (("all_proposals",), 403)]
)
def test_pipelines_may_as_well(written, collection, permissions, status):
    assert send(Instrument(written, permissions), collection, [{"imageNumber": 1}]).status_code == status
