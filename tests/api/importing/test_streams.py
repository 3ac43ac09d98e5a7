"""ispyb-api import of streams of CrystFEL: counts and cells are there afterwards, once, however long the stream."""

import gzip
import tracemalloc

import pytest

from ispyb_api.importing import crystfel
from tests.api.importing.test_command import FILES, run  # noqa: F401 - a fixture
from tests.support.rows import Rows

STREAM = FILES / "run.stream"
RESULTS = "/ssx/datacollection/processing/results?dataCollectionIds={}"


@pytest.fixture(scope="module")
def rows(written):
    return Rows(written)


@pytest.fixture
def collection(rows):
    return rows.collection()


def results(written, collection):
    return written.get(RESULTS.format(collection)).json


def test_a_stream_is_recorded_with_its_cells(written, run, collection):  # noqa: F811
    said = run("--collection", collection, STREAM)
    assert said.exit_code == 0, said.output
    assert "3 images, 2 hits, 1 indexed, 2 crystals" in said.output
    (row,) = results(written, collection)
    counts = {"nbImages": 3, "nbHits": 2, "nbIndexed": 1, "indexingType": "Final", "status": 1}
    assert counts.items() <= row.items()
    assert row["hitRate"] == pytest.approx(2 / 3)
    cells = written.ask("SELECT * FROM api_serial_cell WHERE ssxProcessingResultId = %s", row["ssxProcessingResultId"])
    assert sorted(each["a"] for each in cells)[-1] == pytest.approx(79.021, abs=0.2)
    assert len(cells) == 2


def test_a_stream_is_recorded_once(written, run, collection):  # noqa: F811
    run("--collection", collection, STREAM)
    again = run("--collection", collection, STREAM)
    assert (again.exit_code, "recorded before" in again.output) == (1, True)
    assert len(results(written, collection)) == 1


def test_a_dry_run_shows_it_and_records_nothing(written, run, collection):  # noqa: F811
    said = run("--collection", collection, "--dry-run", STREAM)
    assert (said.exit_code, '"nbImages": 3' in said.output) == (0, True)
    assert results(written, collection) == []


def test_one_that_breaks_off_is_named_and_the_others_are_recorded(written, run, collection, tmp_path):  # noqa: F811
    broken, packed = tmp_path / "broken.stream", tmp_path / "run.stream.gz"
    broken.write_text("\n".join(STREAM.read_text().splitlines()[:-1]))
    packed.write_bytes(gzip.compress(STREAM.read_bytes()))
    said = run("--collection", collection, broken, packed)
    assert (said.exit_code, "breaks off" in said.output, "1 of 2" in said.output) == (1, True, True)
    assert len(results(written, collection)) == 1


def test_a_compressed_one_that_was_cut_does_not_keep_the_others_from_being_recorded(written, run, collection, tmp_path):  # noqa: F811
    cut = tmp_path / "cut.stream.gz"
    cut.write_bytes(gzip.compress(STREAM.read_bytes())[:-30])
    said = run("--collection", collection, cut, STREAM)
    assert (said.exit_code, "breaks off" in said.output, "1 of 2" in said.output) == (1, True, True)
    assert len(results(written, collection)) == 1


def test_its_data_collection_must_be_said_and_be_there(run, collection):  # noqa: F811
    assert "--collection" in run("--collection", collection, "--collection", collection, STREAM, STREAM, STREAM).output
    said = run("--collection", 2147483000, STREAM)
    assert (said.exit_code, "dataCollectionId" in said.output) == (1, True)


def test_memory_stays_flat_however_long_it_is():
    chunk = STREAM.read_text().split("----- Begin chunk -----")
    head, body = chunk[0], "----- Begin chunk -----" + "----- Begin chunk -----".join(chunk[1:])

    def lines(times):
        yield from head.splitlines()
        for _ in range(times):
            yield from body.splitlines()

    def most(times):
        tracemalloc.start()
        found = crystfel.read(lines(times))
        count = sum(1 for _ in crystfel.cells(lines(times)))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert (found.images, count) == (3 * times, 2 * times)
        return peak

    assert most(1000) < most(10) + 200_000
