"""ispyb-api import of streams of CrystFEL: counts and cells are there afterwards, once, however long the stream."""

import gzip
import tracemalloc

import pytest

from ispyb_api.importing import crystfel
from tests.api.importing.test_command import FILES, run  # noqa: F401 - a fixture
from tests.support.instrument import Instrument, running_session

STREAM = FILES / "run.stream"
RESULTS = "/ssx/datacollection/processing/results?dataCollectionIds={}"


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
    (row,) = results(written, collection)
    again = run("--collection", collection, STREAM)
    assert (again.exit_code, "not recorded" in again.output) == (0, False)
    assert (
        f"is there already, as result {row['ssxProcessingResultId']} of the data collections {collection}"
        in again.output
    )
    shown = run("--collection", collection, "--dry-run", STREAM)
    assert (shown.exit_code, "it is there already" in shown.output) == (0, True)
    assert results(written, collection) == [row]


def test_a_stream_is_recorded_once_more_if_that_is_said(written, run, collection):  # noqa: F811
    for arguments in ((), ("--again",)):
        assert run("--collection", collection, *arguments, STREAM).exit_code == 0
    assert len(results(written, collection)) == 2


def with_images(path, *files):
    """Write a stream whose images are in these files, one for each of the first ones."""
    text = STREAM.read_text()
    for file in files:
        text = text.replace("/data/ssx/run1_0001.h5", file, 1)
    path.write_text(text.replace("/data/ssx/run1_0001.h5", files[-1]))
    return path


@pytest.fixture(scope="module")
def session(written):
    """A session with three data collections: its name, and their ids."""
    instrument, found = Instrument(written), running_session(written)
    group = instrument.make("/datacollectiongroups", sessionId=found["sessionId"])["dataCollectionGroupId"]
    made = [
        instrument.make(
            "/datacollections",
            dataCollectionGroupId=group,
            dataCollectionNumber=number,
            imageDirectory="/data/jet",
            imagePrefix=f"jet{number}",
            fileTemplate=template,
        )["dataCollectionId"]
        for number, template in enumerate(("jet1_%04d.h5", "jet2_master.h5", "jet3_####.h5"), 1)
    ]
    return written.get(f"/sessions/{found['sessionId']}").json["session"], made


@pytest.mark.parametrize(
    ("place", "files"),
    [
        (0, ["/data/jet/jet1_0001.h5", "/data/jet/jet1_0002.h5"]),
        (1, ["/data/jet/jet2_master.h5"]),
        (1, ["/data/jet/jet2_data_000001.h5", "/data/jet/jet2_data_000002.h5"]),
        (2, ["/data/jet//jet3_0007.h5"]),
    ],
)
def test_its_data_collection_is_found_by_its_images(written, run, session, tmp_path, place, files):  # noqa: F811
    name, collections = session
    before = len(results(written, collections[place]))
    said = run("--session", name, with_images(tmp_path / "run.stream", *files))
    assert (said.exit_code, f"of the data collections {collections[place]}:" in said.output) == (0, True), said.output
    assert len(results(written, collections[place])) == before + 1
    assert "is there already" in run("--session", name, tmp_path / "run.stream").output


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (["/data/jet/jet1_0001.h5", "/data/jet/jet3_0001.h5"], "of several data collections"),
        (["/data/jet/jet9_0001.h5"], "are of none of this session"),
        (["/data/other/jet1_0001.h5"], "are of none of this session"),
        (["/data/jet/jet1_data_0001.h5"], "are of none of this session"),
        ([""], "are of none of this session"),
    ],
)
def test_one_whose_images_are_not_those_of_one_collection_is_named(run, session, tmp_path, files, said):  # noqa: F811
    refused = run("--session", session[0], with_images(tmp_path / "run.stream", *files))
    assert refused.exit_code == 1
    assert said in refused.output
    assert "name data collections with --collection" in refused.output


def test_one_that_names_no_images_is_told_to_say_its_collection(run, session, tmp_path):  # noqa: F811
    stream = tmp_path / "run.stream"
    stream.write_text("".join(line for line in STREAM.read_text().splitlines(True) if "filename" not in line))
    refused = run("--session", session[0], stream)
    assert (refused.exit_code, "does not tell where its images are" in refused.output) == (1, True)


def test_its_kind_may_be_said(written, run, collection, tmp_path):  # noqa: F811
    assert run("--kind", "crystfel", "--collection", collection, STREAM).exit_code == 0
    assert len(results(written, collection)) == 1
    other = tmp_path / "notes.txt"
    other.write_text("no stream")
    refused = run("--kind", "crystfel", "--collection", collection, other)
    assert (refused.exit_code, "not that of a stream of CrystFEL" in refused.output) == (1, True)
    assert run("--kind", "mmcif", "--collection", collection, STREAM).exit_code == 1


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


def test_a_crystal_that_cannot_be_right_is_named_and_nothing_is_recorded(written, run, collection, tmp_path):  # noqa: F811
    wrong = tmp_path / "run.stream"
    wrong.write_text(STREAM.read_text().replace("7.89000 7.90000 3.79000 nm", "7.89000 0.00001 3.79000 nm"))
    said = run("--collection", collection, wrong)
    assert (said.exit_code, "[1].b: Crystal 2: " in said.output) == (1, True), said.output
    assert results(written, collection) == []


def test_its_data_collection_must_be_said_and_be_there(run, collection):  # noqa: F811
    assert "--collection" in run("--collection", collection, "--collection", collection, STREAM, STREAM, STREAM).output
    said = run("--collection", 2147483000, STREAM)
    assert (said.exit_code, "data collection 2147483000" in said.output) == (1, True)


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
