"""Runs that are recorded as they go along, and jobs."""

import threading

import pytest

from ispyb_api.processing.schemas import AttachmentSchema, WholeProcessingSchema
from ispyb_api.processing.schemas_jobs import WholeJobSchema
from tests.contract.shapes import faults
from tests.support import pipelines
from tests.support.instrument import Instrument

BEGIN, END, LATER = "2030-06-12T10:00:00", "2030-06-12T10:25:00", "2030-06-12T11:00:00"


@pytest.fixture
def collection(rows):
    return rows.collection()


@pytest.fixture
def run(instrument, collection):
    """The path of a run that is queued."""
    made = instrument.make("/processings", processingPrograms="fast_dp", dataCollectionId=collection)
    return f"/processings/{made['autoProcProgramId']}"


@pytest.fixture
def patch(instrument, run):
    def send(**body):
        answer = instrument.send("PATCH", run, body)
        assert answer.status_code == 200, answer.json
        return answer.json

    return send


def test_a_run_is_queued_runs_and_ends(written, run, patch):
    queued = written.get(run, "pi").json
    assert (queued["processingStatus"], queued["processingStartTime"], queued["AutoProcIntegration"]) == (
        None,
        None,
        [],
    )
    running = patch(processingStartTime=BEGIN, processingMessage="integrating")
    assert (running["processingStatus"], running["processingStartTime"]) == (None, BEGIN)
    ended = patch(processingStatus=1, processingEndTime=END, processingMessage="done")
    assert list(faults(WholeProcessingSchema, ended)) == []
    assert (ended["processingStatus"], ended["processingEndTime"], ended["processingMessage"]) == (1, END, "done")
    assert written.get(run, "pi").json == ended


@pytest.mark.parametrize("final", [0, 1, 2])
def test_what_is_final_is_not_undone_by_what_is_late(patch, final):
    patch(processingStatus=final, processingMessage="ended", processingStartTime=BEGIN, processingEndTime=END)
    late = patch(processingStatus=None, processingMessage="step 3 of 7", processingEndTime=None)
    assert (late["processingStatus"], late["processingMessage"], late["processingEndTime"]) == (final, "ended", END)
    assert patch(processingStatus=(final + 1) % 3)["processingStatus"] == final


def test_a_run_begins_once_and_ends_last(patch):
    patch(processingStartTime=BEGIN, processingEndTime=END)
    later = patch(processingStartTime=LATER, processingEndTime=LATER)
    assert (later["processingStartTime"], later["processingEndTime"]) == (BEGIN, LATER)
    assert patch(processingEndTime=END)["processingEndTime"] == LATER


def test_a_change_waits_for_the_row_as_it_was_read(written, instrument, run):
    read = instrument.send("GET", run)
    matching = {"If-Match": read.headers["ETag"]}
    assert instrument.send("PATCH", run, {"processingMessage": "a"}, headers=matching).status_code == 200
    assert instrument.send("PATCH", run, {"processingMessage": "b"}, headers=matching).status_code == 412


def test_a_result_is_recorded_piece_by_piece(written, instrument, run, rows, collection):
    whole = pipelines.six_sweeps([collection, *(rows.collection() for _ in range(5))])
    made = instrument.send("POST", f"{run}/integrations", whole["AutoProcIntegration"]).json
    ids = [row["autoProcIntegrationId"] for row in made]
    scalings = [
        {name: value for name, value in each.items() if name != "integrations"}
        | {"autoProcIntegrationIds": [ids[place] for place in each["integrations"]]}
        for each in whole["AutoProcScaling"]
    ]
    scaled = instrument.send("POST", f"{run}/scalings", scalings).json
    instrument.send("POST", f"{run}/attachments", whole["AutoProcProgramAttachment"])
    instrument.send("POST", f"{run}/messages", [{"severity": "INFO", "message": "all went well"}])
    piecewise = written.get(run, "pi").json
    at_once = instrument.make("/processings", **whole)
    other = written.get(f"/processings/{at_once['autoProcProgramId']}", "pi").json
    assert _plain(piecewise["AutoProcIntegration"]) == _plain(other["AutoProcIntegration"])
    assert len(piecewise["AutoProcProgramAttachment"]) == 20
    assert piecewise["_metadata"]["autoProcProgramMessages"][0]["message"] == "all went well"
    assert scaled[0].keys() == at_once["AutoProcScaling"][0].keys()


def _plain(value):
    """Return what was recorded without the rows' ids and times."""
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        kept = {name: each for name, each in value.items() if not name.endswith(("Id", "Ids", "recordTimeStamp"))}
        return {name: _plain(each) for name, each in kept.items()}
    return value


def test_an_integration_that_was_registered_is_completed_later(written, instrument, run, collection):
    path = f"{run}/integrations"
    first = instrument.send("POST", path, [{"dataCollectionId": collection}]).json
    whole = pipelines.integration(collection, 0, "a")
    assert instrument.send("POST", path, [whole]).json == first
    again = instrument.send("POST", path, [{**whole, "cell_a": 61.5, "Workflow": {"uid": "other"}}])
    assert again.json == first
    (stored,) = written.get(run, "pi").json["AutoProcIntegration"]
    assert (stored["cell_a"], stored["endImageNumber"], stored["Workflow"]["uid"]) == (61.5, 900, "other")
    assert stored["Workflow"]["orientation"] is None
    other = instrument.send("POST", path, [{**whole, "endImageNumber": 450}]).json
    assert other != first


def test_a_file_is_recorded_once(written, instrument, run):
    path, file = f"{run}/attachments", {"filePath": "/data", "fileName": "a.log", "fileType": "log"}
    first = instrument.send("POST", path, [file, {**file, "fileName": "b.log", "importanceRank": 1}, file]).json
    assert first[0] == first[2] != first[1]
    assert instrument.send("POST", path, [file]).json == first[:1]
    stored = written.get(run, "pi").json["AutoProcProgramAttachment"]
    assert [(each["fileName"], each["fileType"]) for each in stored] == [("a.log", "Log"), ("b.log", "Log")]


def test_what_rows_cannot_hold_is_named(instrument, run, collection):
    ok = {"dataCollectionId": collection}
    for part, rows, field in (
        (
            "attachments",
            [{"filePath": "/d", "fileName": "x"}, {"filePath": "/d", "fileName": "x" * 256}],
            "[1].fileName",
        ),
        ("attachments", [{"filePath": "/d", "fileName": "x", "fileType": "Movie"}], "[0].fileType"),
        ("messages", [{"severity": "BAD", "message": "x"}], "[0].severity"),
        ("integrations", [ok, {**ok, "startImageNumber": 2**31}], "[1].startImageNumber"),
        ("integrations", [{**ok, "Workflow": {"uid": "x" * 101}}], "[0].Workflow.uid"),
        ("integrations", [ok, {"dataCollectionId": 2**31 - 1}], "[1].dataCollectionId"),
        ("integrations", [{**ok, "beamVectorZ": 1.2}], "[0].beamVectorZ"),
        ("scalings", [{}], "[0].autoProcIntegrationIds"),
    ):
        answer = instrument.send("POST", f"{run}/{part}", rows)
        assert (answer.status_code, list(answer.json["errors"])) == (422, [field])


def test_nothing_is_recorded_of_a_run_that_one_does_not_see(written, instrument, run):
    limited = Instrument(written, beamlines=("BL02-SSX",))
    assert limited.send("PATCH", run, {"processingStatus": 1}).status_code == 404
    assert instrument.send("PATCH", "/processings/2147483647", {"processingStatus": 1}).status_code == 404


def test_two_at_once_complete_one_integration(written, instrument, run, collection):
    instrument.send("POST", f"{run}/integrations", [{"dataCollectionId": collection}])
    found = []

    def post():
        whole = pipelines.integration(collection, 0, "a")
        found.append(instrument.send("POST", f"{run}/integrations", [whole]).json[0]["autoProcIntegrationId"])

    threads = [threading.Thread(target=post) for _ in range(6)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert len(set(found)) == 1
    assert len(written.get(run, "pi").json["AutoProcIntegration"]) == 1


def test_a_job_has_parameters_and_sweeps(written, instrument, rows):
    both = [rows.collection(), rows.collection()]
    answer = instrument.send(
        "POST",
        "/processings/jobs",
        {
            "displayName": "multiplex",
            "comments": "again",
            "recipe": "autoprocessing-multi-xia2",
            "automatic": True,
            "ProcessingJobParameters": [{"parameterKey": "d_min", "parameterValue": "1.8"}, {"parameterKey": "clean"}],
            "ProcessingJobImageSweeps": [{"dataCollectionId": n, "startImage": 1, "endImage": 3600} for n in both],
        },
    )
    job = answer.json
    assert answer.status_code == 201
    assert list(faults(WholeJobSchema, job)) == []
    assert written.get(f"/processings/jobs/{job['processingJobId']}", "pi").json == job
    assert (job["dataCollectionId"], job["recipe"], job["automatic"]) == (both[0], "autoprocessing-multi-xia2", True)
    assert [each["parameterKey"] for each in job["ProcessingJobParameters"]] == ["d_min", "clean"]
    assert [each["dataCollectionId"] for each in job["ProcessingJobImageSweeps"]] == both
    run = instrument.make("/processings", processingPrograms="multiplex", processingJobId=job["processingJobId"])
    shown = written.get(f"/processings/{run['autoProcProgramId']}", "pi").json
    assert shown["ProcessingJob"]["displayName"] == "multiplex"


def test_a_job_without_data_is_refused(instrument):
    answer = instrument.send("POST", "/processings/jobs", {"displayName": "x"})
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["dataCollectionId"])


def test_a_job_names_what_does_not_fit(instrument, collection):
    sweeps = [{"dataCollectionId": collection, "endImage": 2**24}]
    for more, field in (
        ({"displayName": "x" * 81}, "displayName"),
        ({"ProcessingJobImageSweeps": sweeps}, "ProcessingJobImageSweeps[0].endImage"),
        ({"ProcessingJobParameters": [{"parameterKey": "k" * 81}]}, "ProcessingJobParameters[0].parameterKey"),
    ):
        answer = instrument.send("POST", "/processings/jobs", {"dataCollectionId": collection, **more})
        assert (answer.status_code, list(answer.json["errors"])) == (422, [field])
        run = {"processingPrograms": "x", "ProcessingJob": {"dataCollectionId": collection, **more}}
        assert list(instrument.send("POST", "/processings", run).json["errors"]) == [f"ProcessingJob.{field}"]


def test_a_job_is_changed(written, instrument, collection):
    job = instrument.make("/processings/jobs", displayName="x", comments="y", dataCollectionId=collection)
    path = f"/processings/jobs/{job['processingJobId']}"
    read = instrument.send("GET", path)
    changed = instrument.send(
        "PATCH", path, {"comments": None, "recipe": "r"}, headers={"If-Match": read.headers["ETag"]}
    )
    assert changed.status_code == 200
    assert (changed.json["displayName"], changed.json["comments"], changed.json["recipe"]) == ("x", None, "r")
    assert written.get(path, "pi").json == changed.json
    assert (
        instrument.send("PATCH", path, {"recipe": "s"}, headers={"If-Match": read.headers["ETag"]}).status_code == 412
    )
    assert instrument.send("PATCH", "/processings/jobs/2147483647", {"recipe": "s"}).status_code == 404


@pytest.fixture
def file(written, instrument, run):
    """A file of a run, as it is listed, and its path."""
    body = [
        {"filePath": "/data/out", "fileName": "run.log", "fileType": "Log"},
        {"filePath": "/data/out", "fileName": "a.mtz"},
    ]
    number = instrument.send("POST", f"{run}/attachments", body).json[0]["autoProcProgramAttachmentId"]
    listed = written.get(f"/processings/attachments?autoProcProgramId={run.rpartition('/')[2]}", "pi").json["results"]
    return listed[0], f"/processings/attachments/{number}"


def test_a_file_that_was_moved_or_removed_says_so(written, instrument, file):
    before, path = file
    moved = instrument.send("PATCH", path, {"filePath": "/archive/out", "importanceRank": 2})
    assert (moved.status_code, moved.json) == (200, {**before, "importanceRank": 2})
    assert list(faults(AttachmentSchema, moved.json)) == []
    assert instrument.send("PATCH", path, {"deleted": True}, headers={"If-Match": '"other"'}).status_code == 412
    kept = {"If-Match": moved.headers["ETag"]}
    removed = instrument.send("PATCH", path, {"deleted": True, "fileType": None}, headers=kept)
    assert removed.json == {**moved.json, "deleted": True, "fileType": None}
    stored = written.ask(
        "SELECT filePath, fileName FROM AutoProcProgramAttachment WHERE autoProcProgramAttachmentId = %s",
        path.rpartition("/")[2],
    )
    assert stored == [{"filePath": "/archive/out", "fileName": "run.log"}]


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        ({"fileName": "a.mtz"}, 409, None),
        ({"fileName": None}, 422, "fileName"),
        ({"filePath": None}, 422, "filePath"),
        ({"fileType": "Poem"}, 422, "fileType"),
        ({"autoProcProgramId": 1}, 422, "autoProcProgramId"),
        ({}, 422, None),
    ],
)
def test_wrong_changes_of_files_are_refused(instrument, file, body, status, field):
    answer = instrument.send("PATCH", file[1], body)
    assert (answer.status_code, field is None or list(answer.json["errors"]) == [field]) == (status, True)


def test_a_file_that_is_not_there_is_not_changed(instrument):
    answer = instrument.send("PATCH", f"/processings/attachments/{2**31 - 1}", {"fileType": "Log"})
    assert (answer.status_code, "attachment" in answer.json["message"]) == (404, True)
