"""GET /ssx/datacollection/processing/stats, /cells, /cells/histogram and /results"""

import json
from pathlib import Path

import pytest

from ispyb_api.processing import serial
from tests.support.beamtime import add

URL = "/ssx/datacollection/processing"
CELL = [78.5, 79.0, 38.0, 90, 90, 90.5]


@pytest.fixture(scope="module")
def measured(written):
    """A site that serves files as programs leave them, good and bad, and the folder of theirs."""
    folder = next(iter(written.settings.files.roots))
    files = {
        "good": {"nbHits": 10, "nbIndexed": 4, "laticeType": "tP", "estimatedResolution": 1.9},
        "odd": {"nbHits": "many", "nbIndexed": 1e400, "laticeType": 7},
        "list": [1, 2],
        "cells": {"unit_cells": [CELL, [1, 2], "x", [*CELL[:5], None], [79.5, *CELL[1:]]]},
    }
    for name, content in files.items():
        _write(folder, name, json.dumps(content))
    _write(folder, "torn", '{"nbHits": 1')
    _write(folder, "deep", "[" * 100_000)
    return written, folder


def _write(folder, name, text):
    for file in ("ssx_stats.json", "ssx_cells.json"):
        path = Path(folder) / name / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)


@pytest.fixture
def collection(measured):
    """``collection("good", "torn")``: a collection of MX415's with runs that left the files of these folders."""
    site, folder = measured
    return lambda *names, **more: _collection(site, folder, names, **more)


_numbers = iter(range(500_000, 600_000))


def _collection(site, folder, names, results=(), by="dataCollectionId"):
    number, group = (
        next(_numbers),
        site.ask("SELECT MIN(dataCollectionGroupId) AS id FROM DataCollectionGroup")[0]["id"],
    )
    rows = [("DataCollection", {"dataCollectionId": number, "dataCollectionGroupId": group})]
    for place, name in enumerate(names):
        program = next(_numbers)
        rows.append(("AutoProcProgram", {"autoProcProgramId": program, "dataCollectionId": number}))
        rows += [
            (
                "AutoProcProgramAttachment",
                {
                    "autoProcProgramId": program,
                    "fileType": "Result",
                    "fileName": file,
                    "filePath": f"{folder}/{name}",
                    "recordTimeStamp": f"2025-01-01 1{place}:00:00",
                },
            )
            for file in ("ssx_stats.json", "ssx_cells.json")
        ]
    for name in results:
        rows.append(("SSXProcessingResult", {"ssxProcessingResultId": number, "dataCollectionId": number}))
        rows += [
            (
                "SSXProcessingResultAttachment",
                {
                    "ssxProcessingResultId": number,
                    "fileName": file,
                    "filePath": f"{folder}/{name}",
                    "fileType": "Processing results",
                },
            )
            for file in ("ssx_stats.json", "ssx_cells.json")
        ]
    add(site, rows)
    return number


def stats(site, *numbers, login="admin"):
    return site.get(f"{URL}/stats?dataCollectionIds={','.join(map(str, numbers))}", login)


def test_stats_are_those_of_the_file(written, collection):
    number = collection("good")
    found = {"nbHits": 10, "nbIndexed": 4, "laticeType": "tP", "estimatedResolution": 1.9}
    assert stats(written, number).json == [{"dataCollectionId": number, **found}]


def test_what_a_file_does_not_say_is_null(written, collection):
    (found,) = stats(written, collection("odd")).json
    assert {found[name] for name in ("nbHits", "nbIndexed", "laticeType", "estimatedResolution")} == {None}


@pytest.mark.parametrize("name", ["torn", "list", "deep", "absent", "../../../../etc"])
def test_files_that_cannot_be_understood_are_left_out(written, collection, name):
    number = collection(name)
    assert stats(written, number).json == []
    assert written.get(f"{URL}/cells?dataCollectionId={number}").status_code == 404


def test_the_latest_file_that_can_be_understood_counts_once(written, collection):
    (found,) = stats(written, collection("odd", "good", "torn")).json
    assert found["nbHits"] == 10


def test_files_of_results_are_found(written, collection):
    (found,) = stats(written, collection(results=["good"])).json
    assert found["nbHits"] == 10


def test_files_outside_the_roots_are_not_read(written, tmp_path, measured):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "ssx_stats.json").write_text('{"nbHits": 1}')
    assert stats(written, _collection(written, tmp_path, ["elsewhere"])).json == []


@pytest.mark.parametrize(
    ("rates", "counts"),
    [
        ([(0.2, 0.5)], (20, 10)),
        ([(20, 50)], (20, 10)),
        ([(0.2, None)], (20, None)),
        ([(0.9, 0.9), (0.1, 0.1)], (10, 1)),
        ([(0.1, 0.1), (None, None)], (10, 1)),
        ([(0, 0)], (0, 0)),
    ],
)
def test_without_a_file_the_rates_of_the_latest_result_count(written, collection, rates, counts):
    number = collection("torn")
    written.ask("UPDATE DataCollection SET numberOfImages = 100 WHERE dataCollectionId = %s", number)
    for place, (hits, indexed) in enumerate(rates):
        row = {"dataCollectionId": number, "hitRate": hits, "indexingRate": indexed}
        add(written, [("SSXProcessingResult", {"ssxProcessingResultId": 10 * number + place, **row})])
    (found,) = stats(written, number).json
    assert (found["nbHits"], found["nbIndexed"]) == counts
    assert stats(written, number, login="outsider").json == []


def test_results_with_their_files(written, collection, measured):
    number = collection(results=["good"])
    (found,) = written.get(f"{URL}/results?dataCollectionIds={number}").json
    assert (found["dataCollectionId"], found["status"]) == (number, None)
    file = found["SSXProcessingResultAttachment"][0]
    address = f"{URL}/results/attachments/{file['ssxProcessingResultAttachmentId']}"
    assert json.loads(written.get(address).data)["nbHits"] == 10
    assert written.get(address, "outsider").status_code == 404
    assert written.get(f"{URL}/results?dataCollectionIds={number}", "outsider").json == []


def test_cells_are_those_that_are_cells(written, collection):
    cells = written.get(f"{URL}/cells?dataCollectionId={collection('cells')}").json["unit_cells"]
    assert cells == [CELL, [79.5, *CELL[1:]]]


def test_histograms_are_of_all_collections_that_have_cells(written, collection):
    numbers = [collection("cells"), collection("cells"), collection("torn")]
    found = written.get(f"{URL}/cells/histogram?dataCollectionIds={','.join(map(str, numbers))}").json
    assert found["dataCollectionIds"] == numbers[:2]
    assert (found["a"]["median"], sum(found["a"]["y"]), len(found["a"]["x"])) == (79.0, 4, 51)
    assert (found["alpha"]["median"], sum(found["alpha"]["y"])) == (90, 4)


def test_without_cells_histograms_are_null(written, collection):
    found = written.get(f"{URL}/cells/histogram?dataCollectionIds={collection('torn')}").json
    assert found == {"dataCollectionIds": [], **dict.fromkeys(serial.AXES)}


@pytest.mark.parametrize("login", ["outsider", "member", "contact"])
def test_who_does_not_see_the_collection_learns_nothing(written, collection, login):
    number = collection("good", "cells")  # of the closed beamline's session, which none of them sees
    assert stats(written, number, login=login).json == []
    assert written.get(f"{URL}/cells?dataCollectionId={number}", login).status_code == 404
    assert written.get(f"{URL}/cells/histogram?dataCollectionIds={number}", login).json["dataCollectionIds"] == []


@pytest.mark.parametrize(
    "asked", ["", "1,", "a", "1;2", "-1", ",".join(map(str, range(1, 102))), "9999999999", "[1,2", "1 2"]
)
@pytest.mark.parametrize("path", ["stats", "cells/histogram"])
def test_ids_have_a_form(site, path, asked):
    answer = site.get(f"{URL}/{path}?dataCollectionIds={asked}")
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["dataCollectionIds"])


def test_ids_may_be_a_json_array(site):
    assert site.get(f"{URL}/stats?dataCollectionIds=[201, 202]").json == stats(site, 201, 202).json != []


def test_statements_do_not_grow_with_collections(site, statements):
    for numbers in ([201], range(201, 236)):
        with statements() as counted:
            stats(site, *numbers)
        assert counted.number <= 3


def plain_histogram(values):
    """The same, the slow and obvious way."""
    ordered = sorted(values)

    def quantile(part):
        place = part * (len(ordered) - 1)
        below = int(place)
        above = min(below + 1, len(ordered) - 1)
        return ordered[below] + (ordered[above] - ordered[below]) * (place - below)

    low, middle, high = quantile(0.25), quantile(0.5), quantile(0.75)
    kept = [each for each in ordered if low - 1.5 * (high - low) <= each <= high + 1.5 * (high - low)]
    return middle, kept


@pytest.mark.parametrize(
    "values", [[1, 2, 3, 4, 100], [5], [7, 7, 7], [1, 2], [0.1 * n for n in range(1000)], [90.0] * 50 + [91.0]]
)
def test_outliers_are_left_out_of_the_bins_but_not_of_the_median(values):
    found, (middle, kept) = serial.histogram(values), plain_histogram(values)
    assert found["median"] == pytest.approx(middle)
    assert (sum(found["y"]), len(found["y"]), len(found["x"])) == (len(kept), 50, 51)
    assert (found["x"][0], found["x"][-1]) == pytest.approx((kept[0], kept[-1]), abs=0.5)
    counted = [sum(low <= each < high for each in kept) for low, high in zip(found["x"], found["x"][1:], strict=False)]
    assert sum(abs(a - b) for a, b in zip(counted, found["y"], strict=True)) <= 2 + len(kept) // 100
