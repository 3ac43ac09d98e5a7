"""Pictures of data collections: what is served, and what never is."""

import os
import tempfile
import time
from pathlib import Path

import pytest

from ispyb_api.files import serving
from tests.conftest import ENGINES
from tests.support.beamtime import open_beamtime

COLLECTION = 9201
JPEG = b"\xff\xd8\xff" + bytes(997)


@pytest.fixture(scope="module", params=ENGINES)
def site(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("beamtime")
    rules = [f"/beamline={folder}", f"/beamline/visitor={folder}/files", "/beamline/etc=/etc"]
    with open_beamtime(request.param, folder, **{"files.path_map": rules}) as opened:
        yield opened


@pytest.fixture
def root(site):
    """A folder of the test's own below one that is served."""
    return Path(tempfile.mkdtemp(dir=site.settings.files.roots[0]))


@pytest.fixture
def get(site):
    """``get(path)``: the answer to a request for picture 1, when this path is recorded as it."""

    def ask(path, query="", **options):
        sql = "UPDATE DataCollection SET xtalSnapshotFullPath1 = %s WHERE dataCollectionId = %s"
        site.ask(sql, None if path is None else str(path), COLLECTION)
        return site.get(f"/datacollections/{COLLECTION}/snapshots/1{query}", login="member", **options)

    return ask


def written(path, content=JPEG):
    path.write_bytes(content)
    return path


def why(answer):
    """Return the message of a 404 in the one shape."""
    assert (answer.status_code, answer.json["code"], answer.mimetype) == (404, "not_found", "application/json")
    return answer.json["message"]


def test_a_picture_is_sent_to_be_shown(get, root):
    answer = get(written(root / "crystal.jpg"))
    assert (answer.status_code, answer.data) == (200, JPEG)
    assert (answer.mimetype, answer.headers["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    assert answer.headers["Content-Disposition"] == "inline; filename=crystal.jpg"


@pytest.mark.parametrize(
    ("name", "mimetype", "shown"),
    [
        ("a.JPEG", "image/jpeg", True),
        ("a.png", "image/png", True),
        ("a.gif", "image/gif", True),
        ("a.txt", "text/plain", True),
        ("a.log", "text/plain", True),
        ("a.svg", "image/svg+xml", False),
        ("a.html", "application/octet-stream", False),
        ("a.js", "application/octet-stream", False),
        ("a", "application/octet-stream", False),
        ("cristal é.jpg", "image/jpeg", True),
    ],
)
def test_only_harmless_types_are_shown(get, root, name, mimetype, shown):
    answer = get(written(root / name, b"<script>alert(1)</script>"))
    assert (answer.status_code, answer.mimetype) == (200, mimetype)
    assert answer.headers["Content-Disposition"].startswith("inline" if shown else "attachment")
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_an_unchanged_picture_is_not_sent_again(get, root):
    path = written(root / "crystal.jpg")
    first = get(path)
    assert get(path, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    assert get(path, headers={"If-Modified-Since": first.headers["Last-Modified"]}).status_code == 304
    os.utime(path, (1, 1))
    assert get(path, headers={"If-None-Match": first.headers["ETag"]}).status_code == 200


def test_a_part_can_be_asked_for(get, root):
    path = written(root / "crystal.jpg", b"0123456789")
    answer = get(path, headers={"Range": "bytes=2-4"})
    assert (answer.status_code, answer.data, answer.headers["Content-Range"]) == (206, b"234", "bytes 2-4/10")
    beyond = get(path, headers={"Range": "bytes=99-"})
    assert (beyond.status_code, beyond.json["code"]) == (416, "requested_range_not_satisfiable")


def test_head_tells_the_size(site, get, root):
    get(written(root / "crystal.jpg"))
    answer = site.open("HEAD", f"/datacollections/{COLLECTION}/snapshots/1", "member")
    assert (answer.status_code, answer.content_length, answer.data) == (200, len(JPEG), b"")


def test_the_thumbnail_if_there_is_one(get, root):
    path = written(root / "crystal.jpg")
    assert get(path, "?snapshot=true").data == JPEG
    written(root / "crystalt.jpg", b"small")
    assert get(path, "?snapshot=true").data == b"small"
    assert get(path, "?snapshot=false").data == JPEG


def test_a_thumbnail_elsewhere_is_no_thumbnail(get, root, tmp_path):
    path = written(root / "crystal.jpg")
    (root / "crystalt.jpg").symlink_to(written(tmp_path / "secret", b"secret"))
    assert get(path, "?snapshot=true").data == JPEG


def test_a_folder_that_this_machine_knows_otherwise(get, root):
    written(root / "crystal.jpg")
    for recorded in (f"/beamline/visitor/{root.name}", f"/beamline/files/{root.name}"):
        answer = get(f"{recorded}/crystal.jpg")
        assert (answer.status_code, answer.data) == (200, JPEG)
        assert answer.headers["Content-Disposition"] == "inline; filename=crystal.jpg"
    written(root / "crystalt.jpg", b"small")
    assert get(f"/beamline/visitor/{root.name}/crystal.jpg", "?snapshot=true").data == b"small"
    assert "cannot be read" in why(get("/beamline/visitor/missing.jpg"))


@pytest.mark.parametrize(
    "path",
    ["/beamline/etc/passwd", "/beamline/visitor/../../../etc/passwd", "/beamline/x.jpg", "/beamline", "/beamline2/x"],
)
def test_what_is_mapped_is_held_against_the_served_folders(get, path):
    assert "lies outside the folders" in why(get(path))


@pytest.mark.parametrize(
    ("path", "rules", "expected"),
    [
        ("/data/a/x", [], "/data/a/x"),
        ("/data/a/x", ["/data=/mnt"], "/mnt/a/x"),
        ("/data/a/x", ["/data/=/mnt/"], "/mnt/a/x"),
        ("/data/a/x", ["/data/a=/fast", "/data=/mnt"], "/fast/x"),
        ("/data/a/x", ["/data=/mnt", "/data/a=/fast"], "/fast/x"),
        ("/data/ab/x", ["/data/a=/fast"], "/data/ab/x"),
        ("/data/a/x", ["/=/mnt/root"], "/mnt/root/data/a/x"),
        ("/data/a/x", ["/data=/"], "/a/x"),
        ("/data/a=b/x", ["/data=/odd=name"], "/odd=name/a=b/x"),
        ("/data", ["/data=/mnt"], "/mnt"),
        ("data/x", ["/data=/mnt", "/=/mnt"], "data/x"),
    ],
)
def test_whole_folders_are_mapped_the_longest_first(path, rules, expected):
    assert serving.mapped(path, rules) == expected


@pytest.mark.parametrize("path", [None, ""])
def test_what_is_not_recorded(get, path):
    assert why(get(path)) == "No picture 1 of the crystal is recorded."


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd",
        "{root}/../../../../../../../../etc/passwd",
        "{root}/x/../../../secret.jpg",
        "{served}",
        "{served}-beside/secret.jpg",
        "etc/passwd",
        "crystal.jpg",
        "/",
        "/proc/self/environ",
        "file:///etc/passwd",
        "http://localhost/x.jpg",
        "~/x.jpg",
    ],
)
def test_nothing_outside_the_served_folders(site, get, root, path):
    served = Path(site.settings.files.roots[0])
    written(served.parent / "secret.jpg", b"secret")
    (served.parent / f"{served.name}-beside").mkdir(exist_ok=True)
    written(served.parent / f"{served.name}-beside" / "secret.jpg", b"secret")
    assert "lies outside the folders" in why(get(path.format(root=root, served=served)))


def test_a_link_out_of_the_served_folders(get, root, tmp_path):
    secret = written(tmp_path / "secret.jpg", b"secret")
    (root / "link.jpg").symlink_to(secret)
    (root / "folder").symlink_to(tmp_path)
    assert "lies outside the folders" in why(get(root / "link.jpg"))
    assert "lies outside the folders" in why(get(root / "folder" / "secret.jpg"))


def test_a_link_within_the_served_folders(get, root):
    (root / "link.jpg").symlink_to(written(root / "crystal.jpg"))
    assert get(root / "link.jpg").data == JPEG


def test_what_cannot_be_read(get, root):
    (root / "loop.jpg").symlink_to(root / "loop.jpg")
    (root / "folder.jpg").mkdir()
    closed = written(root / "closed.jpg")
    closed.chmod(0)
    paths = [
        "missing.jpg",
        "loop.jpg",
        "folder.jpg",
        "crystal.jpg/x",
        "x" * 120,
        *([] if os.geteuid() == 0 else ["closed.jpg"]),
    ]
    for path in paths:
        assert "cannot be read" in why(get(root / path)), path


def test_a_pipe_does_not_block(get, root):
    os.mkfifo(root / "pipe.jpg")
    begin = time.monotonic()
    assert "cannot be read" in why(get(root / "pipe.jpg"))
    assert time.monotonic() - begin < 2


def test_a_path_with_nul(get, root):
    assert "outside" in why(get(f"{root}/crystal.jpg\0.txt"))


def test_a_folder_swapped_for_a_link_meanwhile(get, root, tmp_path, monkeypatch):
    """The check and the opening are two moments; what was opened is looked at again."""
    folder = root / "visit"
    folder.mkdir()
    written(folder / "crystal.jpg")
    written(tmp_path / "crystal.jpg", b"secret")
    real_open = os.open

    def swapping(path, *arguments, **options):
        if str(path).endswith("visit/crystal.jpg") and not folder.is_symlink():
            folder.rename(root / "away")
            folder.symlink_to(tmp_path)
        return real_open(path, *arguments, **options)

    monkeypatch.setattr(os, "open", swapping)
    assert "cannot be read" in why(get(folder / "crystal.jpg"))


def test_py_ispyb_s_route(site, root):
    sql = "UPDATE DataCollection SET xtalSnapshotFullPath3 = %s, imageQualityIndicatorsPlotPath = %s WHERE dataCollectionId = %s"
    site.ask(sql, str(written(root / "three.png", b"three")), str(written(root / "plot.png", b"plot")), COLLECTION)
    assert site.get(f"/datacollections/images/{COLLECTION}?imageId=3", login="member").data == b"three"
    assert site.get(f"/datacollections/images/quality/{COLLECTION}", login="member").data == b"plot"
    assert (
        why(site.get(f"/datacollections/images/{COLLECTION}?imageId=4", login="member"))
        == "No picture 4 of the crystal is recorded."
    )
    wrong = site.get(f"/datacollections/images/{COLLECTION}?imageId=5&snapshot=perhaps", login="member")
    assert (wrong.status_code, wrong.json["errors"].keys()) == (422, {"imageId", "snapshot"})


def test_the_first_image_s_picture(site, root):
    big, small = written(root / "image.jpeg", b"big"), written(root / "small.jpeg", b"small")
    sql = "INSERT INTO Image (imageId, dataCollectionId, imageNumber, jpegFileFullPath, jpegThumbnailFileFullPath) VALUES (%s, %s, %s, %s, %s)"
    site.ask(sql, 9991, 9202, 2, "/nowhere", None)
    site.ask(sql, 9992, 9202, 1, str(big), str(small))
    path = "/datacollections/images/diffraction/9202"
    assert site.get(path, login="member").data == b"big"
    assert site.get(f"{path}?snapshot=true", login="member").data == b"small"
    site.ask(sql, 9993, 9202, 3, str(written(root / "third.jpeg", b"third")), None)
    assert site.get(f"{path}?imageNumber=3", login="member").data == b"third"
    assert why(site.get(f"{path}?imageNumber=4", login="member")) == "No picture of a diffraction image is recorded."
    assert site.get(f"{path}?imageNumber=x", login="member").json["errors"].keys() == {"imageNumber"}
    site.ask("UPDATE Image SET jpegThumbnailFileFullPath = NULL WHERE imageId = 9992")
    assert site.get(f"{path}?snapshot=true", login="member").data == b"big"
    assert (
        why(site.get("/datacollections/images/diffraction/9203", login="member"))
        == "No picture of a diffraction image is recorded."
    )


RECORDED = [
    ("images/9203?imageId=2", "DataCollection", "xtalSnapshotFullPath2", "dataCollectionId", 9203),
    ("images/quality/9203", "DataCollection", "imageQualityIndicatorsPlotPath", "dataCollectionId", 9203),
    ("images/diffraction/9203", "Image", "jpegFileFullPath", "imageId", 9995),
    ("attachments/9800", "DataCollectionFileAttachment", "fileFullPath", "dataCollectionFileAttachmentId", 9800),
    ("workflows/steps/9995?attachmentType=resultFilePath", "WorkflowStep", "resultFilePath", "workflowStepId", 9995),
    (
        "workflows/steps/9995?attachmentType=imageResultFilePath",
        "WorkflowStep",
        "imageResultFilePath",
        "workflowStepId",
        9995,
    ),
]


@pytest.fixture(scope="module")
def with_files(site):
    """The site with an image and a step of a workflow besides, of collection 9203."""
    site.ask("INSERT INTO Image (imageId, dataCollectionId, imageNumber) VALUES (9995, 9203, 5)")
    site.ask("INSERT INTO WorkflowStep (workflowStepId, workflowId) VALUES (9995, 9380)")
    yield site
    site.ask("DELETE FROM Image WHERE imageId = 9995")


@pytest.mark.parametrize(("path", "table", "column", "key", "number"), RECORDED)
def test_every_route_maps_and_confines_its_files(with_files, root, path, table, column, key, number):
    """py-ISPyB left the mapping out for some, served whatever was recorded, and failed where nothing was."""
    written(root / "file.txt", b"0123456789")

    def get(recorded, **options):
        with_files.ask(f"UPDATE {table} SET {column} = %s WHERE {key} = %s", recorded, number)
        return with_files.get(f"/datacollections/{path}", login="member", **options)

    for recorded in (f"{root}/file.txt", f"/beamline/visitor/{root.name}/file.txt"):
        assert get(recorded).data == b"0123456789"
    part = get(f"{root}/file.txt", headers={"Range": "bytes=2-4"})
    assert (part.status_code, part.data) == (206, b"234")
    assert "lies outside the folders" in why(get("/etc/passwd"))
    assert "cannot be read" in why(get(f"{root}/missing.txt"))
    assert "is recorded" in why(get(""))


@pytest.mark.parametrize("path", ["{}/snapshots/1", "images/{}", "images/diffraction/{}", "images/quality/{}"])
def test_pictures_of_hidden_collections_look_missing(site, path):
    assert why(site.get(f"/datacollections/{path.format(9211)}", login="member")) == "No data collection 9211."
    assert why(site.get(f"/datacollections/{path.format(1_000_000)}", login="admin")) == "No data collection 1000000."
    assert site.get(f"/datacollections/{path.format(9201)}", login=None).status_code == 401
