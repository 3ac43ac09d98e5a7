"""Results of serial crystallography as pipelines record them: counts, ends, files, cells; and how a collection goes."""

import json
import threading

import pytest

from ispyb_api.processing import counting
from ispyb_api.processing.schemas_serial import SerialResultSchema
from ispyb_api.processing.schemas_serial_new import LiveSerialSchema
from tests.contract.shapes import faults
from tests.support.instrument import Instrument

URL = "/ssx/datacollection/processing"
LINES = "application/x-ndjson"
CELL = {"a": 78.5, "b": 79.0, "c": 38.25, "alpha": 90.0, "beta": 90.0, "gamma": 90.5}


@pytest.fixture(scope="module")
def pipeline(written):
    return Instrument(written, permissions=("ingest_proc", "all_proposals"))


@pytest.fixture
def collection(rows):
    return rows.new("/datacollections", "dataCollectionId", dataCollectionGroupId=rows.group(), numberOfImages=1000)


@pytest.fixture
def result(pipeline, collection):
    counts = {"nbImages": 100, "nbHits": 20, "nbIndexed": 10}
    return pipeline.make(f"{URL}/results", dataCollectionId=collection, indexingType="Preliminary", **counts)


@pytest.fixture
def path(result):
    return f"{URL}/results/{result['ssxProcessingResultId']}"


def test_a_result_is_recorded_and_shown(written, collection, result, path):
    assert list(faults(SerialResultSchema, result)) == []
    shown = {"nbImages": 100, "nbHits": 20, "nbIndexed": 10, "hitRate": 0.2, "indexingRate": 0.5, "status": None}
    assert {name: result[name] for name in shown} == shown
    assert written.get(path).json == result
    assert written.get(f"{URL}/results?dataCollectionIds={collection}").json == [result]
    stored = written.ask("SELECT status, hitRate FROM SSXProcessingResult WHERE dataCollectionId = %s", collection)
    assert stored == [{"status": "Running", "hitRate": 0.2}]


def test_counts_go_on_while_it_runs_and_stats_say_what_was_counted(written, pipeline, collection, path):
    body = {"nbImages": 1000, "nbHits": 333, "nbIndexed": 111, "nbCrystals": 120, "laticeType": "tP"}
    changed = pipeline.send("PATCH", path, {**body, "estimatedResolution": 1.8}).json
    assert (changed["hitRate"], changed["indexingRate"], changed["nbCrystals"]) == (0.333, 111 / 333, 120)
    assert written.get(f"{URL}/stats?dataCollectionIds={collection}").json == [
        {
            "dataCollectionId": collection,
            "nbHits": 333,
            "nbIndexed": 111,
            "laticeType": "tP",
            "estimatedResolution": 1.8,
        }
    ]


def test_posting_again_while_it_runs_changes_the_same_result(pipeline, collection, result):
    body = {"dataCollectionId": collection, "indexingType": "Preliminary", "nbImages": 200}
    again = pipeline.send("POST", f"{URL}/results", body)
    assert (again.status_code, again.json["ssxProcessingResultId"]) == (200, result["ssxProcessingResultId"])
    assert (again.json["nbImages"], again.json["hitRate"]) == (200, 0.1)
    other = pipeline.send("POST", f"{URL}/results", {**body, "indexingType": "Final"})
    assert other.status_code == 201
    pipeline.send("PATCH", f"{URL}/results/{result['ssxProcessingResultId']}", {"status": 1})
    new = pipeline.send("POST", f"{URL}/results", body)
    assert new.status_code == 201
    assert new.headers["Location"].endswith(f"/results/{new.json['ssxProcessingResultId']}")


def test_results_at_once_are_one(pipeline, collection):
    found, body = [], {"dataCollectionId": collection, "indexingType": "Final"}

    def post(number):
        found.append(pipeline.send("POST", f"{URL}/results", {**body, "nbImages": number}).json)

    threads = [threading.Thread(target=post, args=[number]) for number in range(8)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert len({each["ssxProcessingResultId"] for each in found}) == 1
    assert max(each["nbImages"] for each in found) == 7
    number = found[0]["ssxProcessingResultId"]
    assert pipeline.send("GET", f"{URL}/results/{number}").json["nbImages"] == 7


def test_what_came_late_is_left_out(pipeline, path):
    pipeline.send("PATCH", path, {"nbImages": 500, "nbHits": 100, "status": 1})
    late = pipeline.send("PATCH", path, {"nbImages": 400, "nbHits": 90, "status": None, "comments": "late"}).json
    assert (late["nbImages"], late["nbHits"], late["status"], late["comments"]) == (500, 100, 1, "late")
    assert pipeline.send("PATCH", path, {"status": 0}).json["status"] == 0


def test_files_are_recorded_once(written, pipeline, path):
    file = {"fileName": "ssx.stream", "filePath": "/data/x", "fileType": "Real-time processing results"}
    pipeline.send("PATCH", path, {"SSXProcessingResultAttachment": [file]})
    final = {**file, "fileType": "Processing results"}
    found = pipeline.send("PATCH", path, {"SSXProcessingResultAttachment": [final, {**file, "fileName": "y"}]}).json
    assert [(each["fileName"], each["fileType"]) for each in found["SSXProcessingResultAttachment"]] == [
        ("ssx.stream", "Processing results"),
        ("y", "Real-time processing results"),
    ]


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({"nbHits": 101}, {"nbHits"}),
        ({"nbIndexed": 21}, {"nbIndexed"}),
        ({"nbImages": -1}, {"nbImages"}),
        ({"nbImages": 1.5}, {"nbImages"}),
        ({"nbCrystals": 2**31}, {"nbCrystals"}),
        ({"hitRate": 20}, {"hitRate"}),
        ({"hitRate": 0.3}, {"hitRate"}),  # is what the counts say
        ({"status": 2}, {"status"}),
        ({"indexingType": "Final"}, {"indexingType"}),
        ({"dataCollectionId": 1}, {"dataCollectionId"}),
        ({"comments": "x" * 101}, {"comments"}),
        ({"laticeType": "x" * 46}, {"laticeType"}),
        ({"estimatedResolution": 0.001}, {"estimatedResolution"}),
        ({"SSXProcessingResultAttachment": [{"fileName": "x"}]}, {"SSXProcessingResultAttachment[0].filePath", "SSXProcessingResultAttachment[0].fileType"}),
        ({}, {"body"}),
    ],
)  # fmt: skip
def test_what_cannot_be_is_named(pipeline, path, body, fields):
    answer = pipeline.send("PATCH", path, body)
    assert (answer.status_code, set(answer.json["errors"])) == (422, fields)


def test_a_result_of_another_program_is_gone_on_with(written, pipeline, collection):
    written.ask("INSERT INTO SSXProcessingResult (dataCollectionId, hitRate) VALUES (%s, 0.5)", collection)
    number = written.ask("SELECT MAX(ssxProcessingResultId) AS id FROM SSXProcessingResult")[0]["id"]
    assert written.get(f"{URL}/results/{number}").json["nbCells"] == 0
    assert pipeline.send("PATCH", f"{URL}/results/{number}", {"nbHits": 7}).json["nbHits"] == 7
    assert pipeline.send("POST", f"{URL}/results/{number}/cells", [CELL]).json["nbCells"] == 1


def test_if_match(pipeline, path):
    tag = pipeline.send("GET", path).headers["ETag"]
    assert pipeline.send("PATCH", path, {"comments": "a"}).status_code == 200
    assert pipeline.send("PATCH", path, {"comments": "b"}, headers={"If-Match": tag}).status_code == 412


# --- cells


def send(pipeline, path, cells, **options):
    return pipeline.send("POST", f"{path}/cells", cells, **options)


def send_lines(pipeline, path, cells, **options):
    text = "\n".join(json.dumps(each) for each in cells)
    return send(pipeline, path, None, data=text, content_type=LINES, **options)


def cells_of(site, collection, login="admin"):
    return site.get(f"{URL}/cells?dataCollectionId={collection}", login)


@pytest.mark.parametrize("way", [send, send_lines])
def test_cells_are_appended_and_read_back_as_they_were_sent(written, pipeline, collection, result, path, way):
    first = [{**CELL, "a": 70 + n / 7, "imageNumber": n} for n in range(5)]
    assert way(pipeline, path, first).json == {
        "ssxProcessingResultId": result["ssxProcessingResultId"],
        "cells": 5,
        "nbCells": 5,
    }
    assert way(pipeline, path, [CELL]).json["nbCells"] == 6
    found = cells_of(written, collection).json["unit_cells"]
    assert found == [[each[name] for name in CELL] for each in [*first, CELL]]


def test_histograms_are_those_of_the_cells(written, pipeline, collection, path):
    send(pipeline, path, [{**CELL, "a": 70.0 + n} for n in range(101)])
    found = written.get(f"{URL}/cells/histogram?dataCollectionIds={collection}").json
    assert found["dataCollectionIds"] == [collection]
    assert (found["a"]["median"], sum(found["a"]["y"])) == (120.0, 101)
    assert (found["b"]["median"], sum(found["b"]["y"])) == (79.0, 101)


def test_many_cells_take_few_statements(written, pipeline, collection, path):
    lines = [{**CELL, "a": 50 + n / 1000} for n in range(25_001)]
    with written.statements() as counted:
        assert send_lines(pipeline, path, lines).json["cells"] == 25_001
    assert counted.number < 30
    found = cells_of(written, collection).json["unit_cells"]
    assert (len(found), found[0][0], found[-1][0]) == (25_001, 50.0, 75.0)


def test_cells_of_the_latest_result_that_has_some_are_shown(written, pipeline, collection, path):
    send(pipeline, path, [CELL])
    body = {"dataCollectionId": collection, "indexingType": "Final"}
    later = pipeline.make(f"{URL}/results", **body)["ssxProcessingResultId"]
    assert len(cells_of(written, collection).json["unit_cells"]) == 1
    send(pipeline, f"{URL}/results/{later}", [CELL, CELL])
    assert len(cells_of(written, collection).json["unit_cells"]) == 2


@pytest.mark.parametrize("way", [send, send_lines])
@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"a": None}, "a"),
        ({"b": "long"}, "b"),
        ({"c": 0.38}, "c"),  # nanometres
        ({"alpha": 1.57e-2}, "alpha"),  # radians
        ({"gamma": 360}, "gamma"),
        ({"imageNumber": 1.5}, "imageNumber"),
        ({"d": 1}, "d"),
    ],
)
def test_a_wrong_cell_is_named_and_nothing_is_kept(written, pipeline, collection, path, way, wrong, field):
    answer = way(pipeline, path, [CELL, {**CELL, **wrong}])
    assert (answer.status_code, list(answer.json["errors"])) == (422, [f"[1].{field}"])
    assert cells_of(written, collection).status_code == 404


def test_a_key_records_cells_once(written, pipeline, collection, path):
    key = {"Idempotency-Key": f"cells-{path}"}
    first, again = (send_lines(pipeline, path, [CELL], headers=key) for _ in range(2))
    assert (first.json, again.headers["Idempotency-Replayed"]) == (again.json, "true")
    assert len(cells_of(written, collection).json["unit_cells"]) == 1


def test_cells_at_once_all_arrive(written, pipeline, collection, path):
    threads = [threading.Thread(target=send, args=(pipeline, path, [{**CELL, "a": 50.0 + n}] * 3)) for n in range(8)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    found = [cell[0] for cell in cells_of(written, collection).json["unit_cells"]]
    assert sorted(found) == sorted([50.0 + n for n in range(8)] * 3)


@pytest.mark.parametrize(("login", "status"), [("outsider", 404), ("pi", 403), ("staff", 200)])
def test_who_may_record(written, path, login, status):
    assert written.open("PATCH", path, login, json={"comments": "x"}).status_code == status
    assert written.open("POST", f"{path}/cells", login, json=[CELL]).status_code == status


def test_instruments_do_not(written, collection, path):
    instrument = Instrument(written, permissions=("ingest_data", "all_proposals"))
    assert instrument.send("PATCH", path, {"nbHits": 1}).status_code == 403


def test_who_does_not_see_the_collection_learns_nothing(written, pipeline, collection, path):
    send(pipeline, path, [CELL])
    assert cells_of(written, collection, "outsider").status_code == 404
    assert written.get(path, "outsider").status_code == 404
    for name in ("stats", "results", "live"):
        assert written.get(f"{URL}/{name}?dataCollectionIds={collection}", "outsider").json == []


# --- how it goes


def live(site, collection, login="pi"):
    return site.get(f"{URL}/live?dataCollectionIds={collection}", login)


def earlier(site, result, seconds):
    """Let everything that a result counted have been so many seconds earlier."""
    moments = ("countedAt", "markAt", "windowAt")
    site.ask(
        f"UPDATE api_serial_count SET {', '.join(f'{name} = {name} - {seconds}' for name in moments)}"
        " WHERE ssxProcessingResultId = %s",
        result["ssxProcessingResultId"],
    )


def test_live_says_what_is_counted_and_how_fast(written, pipeline, collection, result, path):
    (found,) = live(written, collection).json
    assert list(faults(LiveSerialSchema, found)) == []
    assert (found["nbHits"], found["numberOfImages"], found["hitsPerSecond"]) == (20, 1000, None)
    for hits in (70, 120, 170):
        earlier(written, result, 5)
        pipeline.send("PATCH", path, {"nbImages": 10 * hits, "nbHits": hits})
    (found,) = live(written, collection).json
    assert (found["nbImages"], found["nbHits"]) == (1700, 170)
    assert found["hitsPerSecond"] == pytest.approx(10, rel=0.2)
    assert found["imagesPerSecond"] == pytest.approx(10 * found["hitsPerSecond"], rel=0.4)
    assert found["secondsSinceCounted"] < 5
    earlier(written, result, 30)
    (found,) = live(written, collection).json
    assert (found["hitsPerSecond"], found["secondsSinceCounted"] > 29) == (0, True)


def test_live_is_one_statement(written, pipeline, collection, result):
    live(written, collection)
    with written.statements() as counted:
        live(written, collection)
    assert counted.number == 1


def test_a_speed_is_that_of_the_last_one_or_two_windows():
    state = {"nbImages": 0, "nbHits": 0, "nbIndexed": 0, **counting.begun({}, 0.0)}
    for second in range(1, 61):
        step = 1 if second <= 30 else 3
        state |= counting.moved(state, float(second))
        state |= {"nbImages": state["nbImages"] + 10, "nbHits": state["nbHits"] + step}
        speeds = counting.speeds(state, second + 0.5)
        if second > 5:
            assert speeds["imagesPerSecond"] == pytest.approx(10, rel=0.25)
    assert speeds["hitsPerSecond"] == pytest.approx(3, rel=0.25)
    assert counting.speeds(state, 100.0)["hitsPerSecond"] == 0
