"""POST /datacollections/{dataCollectionId}/images with a line for each image: as many as there are, answered by a count."""

import json
import threading
import tracemalloc

import pytest

from ispyb_api.acquisition.schemas_images import RecordedImagesSchema
from tests.contract.shapes import faults
from tests.support.instrument import Instrument

LINES = "application/x-ndjson"


@pytest.fixture
def collection(rows):
    return rows.collection()


@pytest.fixture
def send(instrument, collection):
    """``send([{"imageNumber": 1}])``: the answer to lines about images of the collection."""

    def send(lines, by=instrument, **options):
        text = "\n".join(each if isinstance(each, str) else json.dumps(each) for each in lines)
        path = f"/datacollections/{collection}/images"
        return by.send("POST", path, None, data=text, content_type=LINES, **options)

    return send


@pytest.fixture
def stored(written, collection):
    """Return the images that are there: {number: row}."""
    sql = "SELECT imageNumber, fileName, temperature, comments FROM Image WHERE dataCollectionId = %s"
    return lambda: {row["imageNumber"]: row for row in written.ask(sql, collection)}


def image(number, **values):
    return {"imageNumber": number, "fileName": f"lyso_1_{number:04}.cbf", **values}


def test_the_answer_says_how_many_there_were(send, stored, collection):
    answer = send([image(number, temperature=100 + number / 8) for number in (3, 1, 2)])
    assert answer.status_code == 200, answer.json
    assert list(faults(RecordedImagesSchema, answer.json)) == []
    assert answer.json == {"dataCollectionId": collection, "images": 3, "first": 1, "last": 3}
    found = stored()
    assert (found.keys(), found[2]["fileName"], found[2]["temperature"]) == ({1, 2, 3}, "lyso_1_0002.cbf", 100.25)


def test_thousands_take_few_statements_and_come_again(written, send, stored):
    lines = [image(number) for number in range(1, 5002)]
    with written.statements() as first:
        assert send(lines).json["images"] == 5001
    with written.statements() as again:
        assert send([{"imageNumber": number, "comments": "seen"} for number in range(5001, 0, -1)]).status_code == 200
    assert (first.number < 40, again.number < 80) == (True, True), (first.number, again.number)
    found = stored()
    assert len(found) == 5001
    assert (found[5001]["fileName"], found[5001]["comments"]) == ("lyso_1_5001.cbf", "seen")


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ({"fileName": "a.cbf"}, "imageNumber"),
        ({"imageNumber": "7"}, "imageNumber"),
        ({"imageNumber": -1}, "imageNumber"),
        ({"imageNumber": 2**31}, "imageNumber"),
        ({"imageNumber": 1}, "imageNumber"),
        ({"imageNumber": 7, "temperature": 1e9}, "temperature"),
        ({"imageNumber": 7, "fileName": "a" * 10_000}, "fileName"),
        ({"imageNumber": 7, "motorPositionId": 2**40}, "motorPositionId"),
        ({"imageNumber": 7, "imageId": 7}, "imageId"),
    ],
)
def test_a_wrong_row_is_named_with_its_line_and_nothing_is_kept(send, stored, row, field):
    answer = send([image(1), "", row])
    assert (answer.status_code, list(answer.json["errors"])) == (422, [f"[1].{field}"])
    assert answer.json["errors"][f"[1].{field}"][0].startswith("Line 3: ")
    assert stored() == {}


@pytest.mark.parametrize("line", ["{", "[]", "null", '{"imageNumber": 1, "imageNumber": 2}', '{"imageNumber": NaN}'])
def test_a_line_that_is_no_row_is_named(send, stored, line):
    answer = send([image(1), line])
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["[1]"])
    assert stored() == {}


def test_a_row_far_behind_is_named_and_nothing_is_kept(send, stored):
    answer = send([*(image(number) for number in range(1, 4002)), image(17)])
    assert answer.json["errors"] == {"[4001].imageNumber": ["Line 4002: Is in the list twice."]}
    assert stored() == {}


@pytest.mark.parametrize("raw", [b"", b"\n\n", b'{"imageNumber": 1}\n\xff', b"x" * 70_000])
def test_lines_that_cannot_be_read_are_refused(instrument, collection, raw):
    answer = instrument.send("POST", f"/datacollections/{collection}/images", data=raw, content_type=LINES)
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["body"])


def test_more_than_the_most_is_refused(send):
    answer = send([{"imageNumber": number} for number in range(100_001)])
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["body"])


def test_a_key_repeats_the_answer_and_belongs_to_one_body(send, collection):
    key = {"Idempotency-Key": f"images-{collection}"}
    first, again, other = (send([image(number)], headers=key) for number in (1, 1, 2))
    assert (again.status_code, again.json, again.headers["Idempotency-Replayed"]) == (200, first.json, "true")
    assert other.status_code == 422


def test_the_same_lines_at_once_are_recorded_once(send, stored, written, collection):
    lines, answers = [image(number) for number in range(1, 2502)], []
    threads = [threading.Thread(target=lambda: answers.append(send(lines).json)) for _ in range(4)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert answers == [{"dataCollectionId": collection, "images": 2501, "first": 1, "last": 2501}] * 4
    counted = written.ask("SELECT COUNT(*) AS n FROM Image WHERE dataCollectionId = %s", collection)
    assert (counted[0]["n"], len(stored())) == (2501, 2501)


def test_who_may_not_is_refused_before_lines_are_looked_at(written, send, stored):
    nobody = Instrument(written, ("all_proposals",))
    assert send([image(1), "{"], by=nobody).status_code == 403
    assert stored() == {}


def test_it_is_on_record_in_one_line(written, send, collection):
    send([image(number) for number in range(1, 2502)])
    sql = "SELECT action, detail FROM api_activity WHERE target = %s"
    lines = written.ask(sql, f"collection {collection}")
    assert [json.loads(each["detail"].partition(": ")[2]) for each in lines if each["action"] == "images recorded"] == [
        {"images": 2501, "first": 1, "last": 2501}
    ]


def test_memory_grows_by_the_numbers_of_images_only(rows, instrument):
    """Both requests are so long that they are kept in files."""
    numbers, peaks = (24_000, 40_000), []
    for number in numbers:
        body = "".join(f"{json.dumps(image(each))}\n" for each in range(number)).encode()
        path = f"/datacollections/{rows.collection()}/images"
        tracemalloc.start()
        answer = instrument.send("POST", path, None, data=body, content_type=LINES)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert answer.json["images"] == number
    assert (peaks[1] - peaks[0]) / (numbers[1] - numbers[0]) < 100, peaks
