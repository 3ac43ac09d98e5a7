"""Files of robot actions, energy scans and fluorescence spectra: which are recorded, and how they are sent."""

from pathlib import Path

import pytest

from tests.conftest import ENGINES
from tests.support.beamtime import open_beamtime

ROBOT = "/events/robot-action/{}/attachments", "RobotAction", "robotActionId", 9401
SCAN = "/events/energyscan/{}/attachments", "EnergyScan", "energyScanId", 9501
SPECTRUM = (
    "/events/xfe-fluorescence-spectrum/{}/attachments",
    "XFEFluorescenceSpectrum",
    "xfeFluorescenceSpectrumId",
    9601,
)
FILES = [
    *((*ROBOT, column) for column in ("xtalSnapshotBefore", "xtalSnapshotAfter")),
    *((*SCAN, column) for column in ("scanFileFullPath", "choochFileFullPath", "jpegChoochFileFullPath")),
    *(
        (*SPECTRUM, column)
        for column in (
            "scanFileFullPath",
            "jpegScanFileFullPath",
            "annotatedPymcaXfeSpectrum",
            "fittedDataFileFullPath",
        )
    ),
]


@pytest.fixture(scope="module", params=ENGINES)
def site(request, tmp_path_factory):
    with open_beamtime(request.param, tmp_path_factory.mktemp("files")) as opened:
        yield opened


@pytest.fixture
def record(site):
    """``record(table, key, number, column, path)``: let a path be recorded."""

    def put(table, key, number, column, path):
        site.ask(f"UPDATE {table} SET {column} = %s WHERE {key} = %s", path, number)

    return put


def item(site, kind, number):
    page = site.get("/events?sessionId=9001&limit=100", login="member").json
    return next(row["Item"] for row in page["results"] if (row["type"], row["id"]) == (kind, number))


@pytest.mark.parametrize(("path", "table", "key", "number", "column"), FILES)
def test_each_file_is_flagged_and_sent(site, record, path, table, key, number, column):
    url = f"{path.format(number)}?attachmentType={column}"
    kind = {"RobotAction": "robot", "EnergyScan": "es"}.get(table, "xrf")
    for nothing in (None, ""):
        record(table, key, number, column, nothing)
        assert item(site, kind, number)["_metadata"]["attachments"][column] is False
        answer = site.get(url, login="member")
        assert (answer.status_code, answer.json["message"][-12:]) == (404, "is recorded.")
    file = Path(site.settings.files.roots[0]) / f"{table}-{column}.txt"
    file.write_bytes(b"what was found")
    record(table, key, number, column, str(file))
    assert item(site, kind, number)["_metadata"]["attachments"][column] is True
    assert site.get(url, login="member").data == b"what was found"
    part = site.get(url, login="member", headers={"Range": "bytes=5-7"})
    assert (part.status_code, part.data) == (206, b"was")


@pytest.mark.parametrize(("path", "table", "key", "number"), [ROBOT, SCAN, SPECTRUM])
def test_what_one_may_not_see_is_missing(site, record, path, table, key, number):
    column = next(each[4] for each in FILES if each[1] == table)
    file = Path(site.settings.files.roots[0]) / "seen.txt"
    file.write_bytes(b"seen")
    record(table, key, number, column, str(file))
    url = f"{path}?attachmentType={column}"
    assert site.get(url.format(number), login="member").status_code == 200
    for login, which in (("outsider", number), ("member", 99_999), ("admin", 99_999)):
        answer = site.get(url.format(which), login=login)
        assert (answer.status_code, answer.json["message"].split()[0], "recorded" in answer.json["message"]) == (
            404,
            "No",
            False,
        )
    assert site.get(url.format(number), login=None).status_code == 401


@pytest.mark.parametrize(("path", "table", "key", "number"), [ROBOT, SCAN, SPECTRUM])
def test_only_files_that_an_event_has_can_be_named(site, path, table, key, number):
    for query in ("", "?attachmentType=message", "?attachmentType=", "?attachmentType=xtalSnapshotFullPath1"):
        answer = site.get(path.format(number) + query, login="member")
        assert (answer.status_code, set(answer.json["errors"])) == (422, {"attachmentType"})


def test_a_page_is_sent_to_be_saved(site, record):
    file = Path(site.settings.files.roots[0]) / "spectrum.html"
    file.write_bytes(b"<script>alert(1)</script>")
    record("XFEFluorescenceSpectrum", "xfeFluorescenceSpectrumId", 9601, "annotatedPymcaXfeSpectrum", str(file))
    answer = site.get(f"{SPECTRUM[0].format(9601)}?attachmentType=annotatedPymcaXfeSpectrum", login="member")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.mimetype == "application/octet-stream"


@pytest.mark.parametrize(("path", "table", "key", "number"), [ROBOT, SCAN, SPECTRUM])
def test_nothing_outside_the_served_folders(site, record, path, table, key, number):
    column = next(each[4] for each in FILES if each[1] == table)
    record(table, key, number, column, "/etc/passwd")
    answer = site.get(f"{path.format(number)}?attachmentType={column}", login="member")
    assert (answer.status_code, "lies outside the folders" in answer.json["message"]) == (404, True)


def test_who_shares_a_sample_gets_the_files_of_its_events_only(site, record):
    """member shares sample 9301 with outsider: the robot action of it, not the others of the session."""
    file = Path(site.settings.files.roots[0]) / "shared.txt"
    file.write_bytes(b"shared")
    for number in (9401, 9402):
        record("RobotAction", "robotActionId", number, "xtalSnapshotBefore", str(file))
    url = f"{ROBOT[0]}?attachmentType=xtalSnapshotBefore"
    assert site.get(url.format(9401), login="outsider").status_code == 404
    made = site.open("POST", "/proposals/9000/grants", json={"login": "outsider", "blSampleId": 9301})
    assert made.status_code == 201, made.json
    site.app.extensions["ispyb_api"].callers.forget_everybody()
    try:
        assert site.get(url.format(9401), login="outsider").data == b"shared"
        assert site.get(url.format(9402), login="outsider").status_code == 404
    finally:
        site.open("DELETE", f"/proposals/9000/grants/{made.json['grantId']}")
        site.app.extensions["ispyb_api"].callers.forget_everybody()
