"""/data: real files of detectors, and files that lead astray."""

import io
import threading

import pytest

from ispyb_api.imagery import busy, images
from tests.support.instrument import Instrument, running_session

numpy = pytest.importorskip("numpy")
h5py = pytest.importorskip("h5py")
hdf5plugin = pytest.importorskip("hdf5plugin")
fabio = pytest.importorskip("fabio")
from fabio.cbfimage import CbfImage  # noqa: E402
from fabio.edfimage import EdfImage  # noqa: E402

PIXELS = numpy.arange(12 * 20, dtype=numpy.int32).reshape(12, 20)


@pytest.fixture(scope="module")
def folder(written, tmp_path_factory):
    """A folder that is served, and one beside it that is not."""
    root = tmp_path_factory.getbasetemp() / f"served-{written.name}"
    root.mkdir()
    secret = tmp_path_factory.getbasetemp() / f"secret-{written.name}"
    secret.mkdir()
    files = written.settings.files
    object.__setattr__(files, "_values", {**files._values, "roots": (*files.roots, str(root))})
    with h5py.File(secret / "secret.h5", "w") as file:
        file["data"] = [[[42]]]
    (secret / "raw").write_bytes(b"\x2a\0\0\0" * 4)
    return root


@pytest.fixture(scope="module")
def collection(written, folder):
    """``collection(fileTemplate, ...)``: the id of a new data collection with files of that name."""
    instrument = Instrument(written)
    session = running_session(written)["sessionId"]

    def make(template, **more):
        group = instrument.make("/datacollectiongroups", sessionId=session)["dataCollectionGroupId"]
        given = {
            "fileTemplate": template,
            "imageDirectory": str(folder),
            "numberOfImages": 5,
            "startImageNumber": 1,
            **more,
        }
        return instrument.make("/datacollections", dataCollectionGroupId=group, detectorId=1, **given)[
            "dataCollectionId"
        ]

    return make


def eiger(folder, name="eiger", frames=5, compression=None):
    """Write a master file whose images lie in two files beside it, as detectors do."""
    for part, (low, high) in enumerate(((1, 3), (4, frames)), 1):
        with h5py.File(folder / f"{name}_data_{part:06}.h5", "w") as file:
            stack = numpy.stack([PIXELS + 1000 * number for number in range(low, high + 1)])
            data = file.create_dataset(
                "/entry/data/data", data=stack, chunks=(1, 12, 20), **(compression or hdf5plugin.Bitshuffle())
            )
            data.attrs["image_nr_low"], data.attrs["image_nr_high"] = low, high
    with h5py.File(folder / f"{name}_master.h5", "w") as file:
        group = file.create_group("/entry/data")
        for part in (1, 2):
            group[f"data_{part:06}"] = h5py.ExternalLink(f"{name}_data_{part:06}.h5", "/entry/data/data")
        file["/entry"].attrs["NX_class"] = "NXentry"


def pixels(answer):
    assert answer.status_code == 200, answer.json
    shape = [int(each) for each in answer.headers["X-Shape"].split(",")]
    return numpy.frombuffer(answer.data, "<f4").reshape(shape)


def image(site, number, collection, login="admin", what=""):
    return site.get(f"/data/images{what}?dataCollectionId={collection}&imageNumber={number}", login)


# --- images


@pytest.mark.parametrize("kind", ["cbf", "edf"])
def test_flat_images_have_their_pixels(written, folder, collection, kind):
    for number in (1, 2):
        made = (CbfImage if kind == "cbf" else EdfImage)(data=PIXELS * number, header={"title": "made by a test"})
        made.write(str(folder / f"flat_{number:04}.{kind}"))
    made = collection(f"flat_%04d.{kind}")
    assert (pixels(image(written, 2, made)) == PIXELS * 2).all()
    assert image(written, 2, made, "member").status_code == 200
    assert image(written, 2, made, "outsider").status_code == 404
    assert [image(written, number, made).status_code for number in (0, 3, 6)] == [404, 404, 404]


@pytest.mark.parametrize(
    "compression", [hdf5plugin.Bitshuffle(), hdf5plugin.LZ4(), {}], ids=["bitshuffle", "lz4", "none"]
)
def test_images_of_a_master_file_are_found_in_its_data_files(written, folder, collection, compression):
    name = f"eiger{type(compression).__name__.lower()}"
    eiger(folder, name, compression=compression)
    made = collection(f"{name}_master.h5")
    for number in (1, 3, 4, 5):
        assert (pixels(image(written, number, made)) == PIXELS + 1000 * number).all(), number


def test_images_below_a_path_that_is_recorded(written, folder, collection):
    with h5py.File(folder / "deep.h5", "w") as file:
        file["1.1/measurement/camera"] = numpy.stack([PIXELS, PIXELS + 1])
    made = collection("deep.h5", imageContainerSubPath="1.1/measurement/camera")
    assert (pixels(image(written, 2, made)) == PIXELS + 1).all()
    below = collection("deep.h5", imageContainerSubPath="1.1/measurement", dataCollectionNumber=2)
    assert (pixels(image(written, 2, below)) == PIXELS + 1).all()


@pytest.mark.parametrize(
    ("template", "file"),
    [
        ("a_%04d.cbf", "a_0007.cbf"),
        ("a_####.cbf", "a_0007.cbf"),
        ("a_%d.cbf", "a_7.cbf"),
        ("100%_##.cbf", "100%_07.cbf"),
        ("a.h5", "a.h5"),
    ],
)
def test_patterns_of_names(template, file):
    assert images.file_of({"imageDirectory": "/d", "fileTemplate": template}, 7) == f"/d/{file}"


def test_header_has_geometry_and_statistics(written, folder, collection):
    eiger(folder, "header")
    made = collection("header_master.h5", wavelength=0.9763, detectorDistance=200.0, xBeam=1.5, yBeam=0.9)
    found = image(written, 1, made, what="/header").json["braggy_hdr"]
    size = written.ask("SELECT detectorPixelSizeHorizontal AS s FROM Detector WHERE detectorId = 1")[0]["s"]
    assert (found["img_width"], found["img_height"], found["min"], found["max"]) == (20, 12, 1000, 1239)
    assert found["beam_cx"] == pytest.approx(1.5 / (size * 1000 if size < 0.001 else size))
    assert found["std"] == pytest.approx((PIXELS + 1000).std())


def test_histogram_counts_the_pixels(written, folder, collection):
    eiger(folder, "histogram")
    found = image(written, 1, collection("histogram_master.h5"), what="/histogram").json
    assert sum(found["values"]) == PIXELS.size
    assert len(found["bins"]) == len(found["values"]) + 1 == found["shape"][0] + 1


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\x89HDF\r\n\x1a\n" + b"\0" * 100, b"###CBF: VERSION 1.5\n"])
@pytest.mark.parametrize("suffix", ["h5", "cbf", "edf", "tif", "exe"])
def test_damaged_files_are_404(written, folder, collection, content, suffix):
    name = f"damaged{len(content)}.{suffix}"
    (folder / name).write_bytes(content)
    made = collection(name)
    for what in ("", "/header", "/histogram"):
        answer = image(written, 1, made, what=what)
        assert (answer.status_code, answer.json["code"]) == (404, "not_found")


def test_file_that_was_cut_is_404(written, folder, collection):
    eiger(folder, "cut")
    whole = (folder / "cut_data_000001.h5").read_bytes()
    (folder / "cut_data_000001.h5").write_bytes(whole[: len(whole) // 2])
    assert image(written, 1, collection("cut_master.h5")).status_code == 404


def test_files_outside_the_roots_are_not_read(written, folder, collection):
    outside = folder.parent / f"secret-{written.name}"
    made = collection("secret.h5", imageDirectory=str(outside))
    assert image(written, 1, made).status_code == 404
    (folder / "link.h5").symlink_to(outside / "secret.h5")
    assert image(written, 1, collection("link.h5")).status_code == 404


# --- HDF5 through h5grove


@pytest.fixture(scope="module")
def tree(written, folder, collection):
    """A file with a little of everything, and with links that lead astray; the id of its data collection."""
    outside = folder.parent / f"secret-{written.name}"
    with h5py.File(folder / "tree.h5", "w") as file:
        file["entry/numbers"] = numpy.arange(10.0)
        file["entry/cube"] = numpy.arange(24).reshape(2, 3, 4)
        file["entry/name"] = "lysozyme"
        file["entry"].attrs["title"] = "a title"
        file["entry/soft"] = h5py.SoftLink("/entry/numbers")
        file["entry/circle"] = h5py.SoftLink("/entry/circle")
        file["stray/external"] = h5py.ExternalLink(str(outside / "secret.h5"), "/data")
        file["stray/soft"] = h5py.SoftLink("/stray/external")
        file["stray/relative"] = h5py.ExternalLink(f"../secret-{written.name}/secret.h5", "/data")
        file.create_dataset("stray/raw", (4,), "<i4", external=[(str(outside / "raw"), 0, 16)])
        layout = h5py.VirtualLayout((1, 1, 1), int)
        layout[:] = h5py.VirtualSource(str(outside / "secret.h5"), "data", (1, 1, 1))
        file.create_virtual_dataset("stray/virtual", layout)
        file.create_dataset("huge", (100_000, 100_000), "f8")
    return collection("tree.h5", dataCollectionNumber=9)


def grove(site, tree, what, query="", login="admin"):
    return site.get(f"/data/h5grove/{what}?dataCollectionId={tree}&{query}", login)


@pytest.mark.parametrize("end", ["", "/"])
def test_values_attributes_metadata_and_statistics(written, tree, end):
    assert grove(written, tree, f"data{end}", "path=/entry/numbers").json == list(range(10))
    assert grove(written, tree, f"data{end}", "path=/entry/cube&selection=1,0,1:3").json == [13, 14]
    assert grove(written, tree, f"data{end}", "path=/entry/soft").json == list(range(10))
    assert grove(written, tree, f"attr{end}", "path=/entry").json == {"title": "a title"}
    assert grove(written, tree, f"attr{end}", "path=/entry&attr_keys=title").json == {"title": "a title"}
    assert {each["name"] for each in grove(written, tree, f"meta{end}", "path=/").json["children"]} == {
        "entry",
        "stray",
        "huge",
    }
    assert grove(written, tree, f"stats{end}", "path=/entry/numbers").json["max"] == 9


def test_formats(written, tree):
    def answered(kind):
        return grove(written, tree, "data", f"path=/entry/numbers&format={kind}").data

    assert (numpy.frombuffer(answered("bin")) == numpy.arange(10)).all()
    assert (numpy.load(io.BytesIO(answered("npy"))) == numpy.arange(10)).all()
    assert [float(line) for line in answered("csv").split()] == list(range(10))


@pytest.mark.parametrize("name", ["external", "soft", "relative", "raw", "virtual"])
@pytest.mark.parametrize("what", ["data", "stats", "attr", "meta"])
def test_what_leads_outside_the_roots_is_not_followed(written, tree, name, what):
    answer = grove(written, tree, what, f"path=/stray/{name}")
    assert (answer.status_code, "42" in answer.get_data(as_text=True)) == (404, False)


def test_children_that_lead_outside_are_not_looked_into(written, tree):
    for links in ("none", "only_valid", "all"):
        answer = grove(written, tree, "meta", f"path=/stray&resolve_links={links}")
        children = {child["name"]: child for child in answer.json["children"]}
        assert answer.status_code == 200
        assert children["external"]["kind"] == children["relative"]["kind"] == "external_link"
        assert "shape" not in children["external"]


@pytest.mark.parametrize(
    ("what", "query", "status"),
    [
        ("data", "path=/nothing", 404),
        ("data", "path=/entry/circle", 404),
        ("data", "path=/entry", 422),
        ("stats", "path=/entry/name", 422),
        ("data", "path=/huge", 422),
        ("data", "path=/huge&selection=0,0:10", 200),
        ("data", "path=/entry/cube&selection=9", 422),
        ("data", "path=/entry/cube&selection=0,0,0,0", 422),
        ("data", "path=/entry/cube&selection=nonsense", 422),
        ("data", "path=/entry/name&format=tiff", 422),
        ("data", "path=/entry/numbers&format=exe", 422),
        ("meta", "resolve_links=some", 422),
        ("data", "robotActionId=1", 422),
    ],
)
def test_wrong_questions_are_answered_in_the_one_shape(written, tree, what, query, status):
    answer = grove(written, tree, what, query)
    assert answer.status_code == status, answer.get_data(as_text=True)


def test_file_of_a_program_is_read_as_well(written, folder):
    with h5py.File(folder / "result.h5", "w") as file:
        file["x"] = [1, 2]
    program = written.ask("SELECT MIN(autoProcProgramId) AS id FROM AutoProcProgramAttachment")[0]["id"]
    written.ask(
        "INSERT INTO AutoProcProgramAttachment (autoProcProgramAttachmentId, autoProcProgramId, fileType, fileName, filePath)"
        " VALUES (77777, %s, 'Result', 'result.h5', %s)",
        program, str(folder),
    )  # fmt: skip
    url = "/data/h5grove/data?autoProcProgramAttachmentId=77777&path=/x"
    assert written.get(url).json == [1, 2]
    assert written.get(url, "outsider").status_code == 404
    assert written.get("/data/h5grove/data?autoProcProgramAttachmentId=1&path=/x").status_code == 404
    assert written.get("/data/h5grove/data?robotActionId=1&path=/x").status_code == 404


def test_file_of_a_robot_action_is_read_as_well(written, folder):
    with h5py.File(folder / "robot.h5", "w") as file:
        file["x"] = [3]
    action = written.ask("SELECT MIN(robotActionId) AS id FROM RobotAction")[0]["id"]
    sql = "UPDATE RobotAction SET startTimestamp = startTimestamp, xtalSnapshotAfter = %s WHERE robotActionId = %s"
    written.ask(sql, str(folder / "robot.h5"), action)
    url = f"/data/h5grove/data?robotActionId={action}&path=/x"
    assert written.get(url).json == [3]
    assert written.get(url, "outsider").status_code == 404
    written.ask(sql, "/nowhere/robot.h5", action)
    assert written.get(url).status_code == 404


def test_who_does_not_see_the_collection_reads_nothing(written, tree):
    for what in ("attr", "data", "meta", "stats"):
        assert grove(written, tree, what, "path=/entry/numbers", "outsider").status_code == 404


def test_readers_wait_for_their_turn_and_others_do_not(written, tree, monkeypatch):
    monkeypatch.setattr(busy, "_PATIENCE", 0.1)
    begun, done = threading.Barrier(3), threading.Event()

    def hold():
        with busy.turn():
            begun.wait()
            done.wait()

    threads = [threading.Thread(target=hold) for _ in range(2)]
    [thread.start() for thread in threads]
    begun.wait()
    try:
        answer = grove(written, tree, "data", "path=/entry/numbers")
        assert (answer.status_code, "Retry-After" in answer.headers) == (503, True)
        assert written.get("/sessions").status_code == 200
    finally:
        done.set()
        [thread.join() for thread in threads]
