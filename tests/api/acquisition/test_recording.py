"""POST and PATCH of groups and data collections, as instruments do it."""

import threading
from urllib.parse import urlencode

import pytest

from ispyb_api.acquisition.schemas import DataCollectionGroupSchema, WholeDataCollectionSchema
from tests.contract.shapes import faults
from tests.support.instrument import Instrument, running_session

FILES = {"imageDirectory": "/data/mx415/lyso", "imagePrefix": "lyso", "dataCollectionNumber": 1}


@pytest.fixture(scope="module")
def session(written):
    return running_session(written)["sessionId"]


@pytest.fixture
def group(instrument, session):
    return instrument.make("/datacollectiongroups", sessionId=session, experimentType="osc")


@pytest.fixture
def collection(instrument, group):
    return instrument.make(
        "/datacollections",
        dataCollectionGroupId=group["dataCollectionGroupId"],
        runStatus="Running",
        startTime="2030-06-12T10:00:00",
        numberOfImages=100,
        wavelength=0.9763,
    )


def test_group_is_made_and_completed_later(written, instrument, session, group):
    assert list(faults(DataCollectionGroupSchema, group)) == []
    assert (group["sessionId"], group["experimentType"], group["blSampleId"]) == (session, "OSC", None)
    path = f"/datacollectiongroups/{group['dataCollectionGroupId']}"
    changed = instrument.send("PATCH", path, {"blSampleId": 1, "endTime": "2030-06-12T11:00:00"}).json
    assert (changed["blSampleId"], changed["experimentType"]) == (1, "OSC")
    assert written.get(path, "member").json == changed


def test_group_cannot_name_another_proposals_workflow(written, instrument, session, group):
    """Its steps and their files would be seen with the group."""
    foreign = written.ask(
        "SELECT MAX(g.workflowId) AS id FROM DataCollectionGroup g JOIN BLSession s ON s.sessionId = g.sessionId"
        " WHERE s.proposalId <> (SELECT o.proposalId FROM BLSession o WHERE o.sessionId = %s)",
        session,
    )[0]["id"]
    path = f"/datacollectiongroups/{group['dataCollectionGroupId']}"
    for method, where, body in (
        ("POST", "/datacollectiongroups", {"sessionId": session, "workflowId": foreign}),
        ("PATCH", path, {"workflowId": foreign}),
    ):
        answer = instrument.send(method, where, body)
        assert (answer.status_code, list(answer.json["errors"])) == (422, ["workflowId"])


def test_collection_starts_is_measured_and_ends(written, instrument, collection):
    assert list(faults(WholeDataCollectionSchema, collection)) == []
    path = f"/datacollections/{collection['dataCollectionId']}"
    instrument.send("PATCH", path, {"flux": 2.5e12, "transmission": 31.5, "xtalSnapshotFullPath1": "/data/x.jpg"})
    ended = instrument.send("PATCH", path, {"runStatus": "DataCollection Successful", "endTime": "2030-06-12T10:05:00"})
    stored = written.get(path, "pi").json
    assert stored == ended.json
    assert (stored["flux"], stored["transmission"], stored["numberOfImages"]) == (2.5e12, 31.5, 100)
    assert (stored["startTime"], stored["endTime"]) == ("2030-06-12T10:00:00", "2030-06-12T10:05:00")


@pytest.mark.parametrize("late", ["Running", "Started", "Data collection running"])
def test_what_is_final_is_not_undone_by_what_is_late(instrument, collection, late):
    path = f"/datacollections/{collection['dataCollectionId']}"
    end = "2030-06-12T10:05:00"
    instrument.send("PATCH", path, {"runStatus": "Failed", "endTime": end})
    answer = instrument.send("PATCH", path, {"runStatus": late, "endTime": None, "flux": 1e10}).json
    assert (answer["runStatus"], answer["endTime"], answer["flux"]) == ("Failed", end, 1e10)
    assert instrument.send("PATCH", path, {"runStatus": "Data collection successful"}).json["runStatus"] != "Failed"


@pytest.mark.parametrize(
    "final", ["Data collection finished", "Completed", "Interrupted", "Killed by the user", "Timeout"]
)
def test_an_end_in_words_of_a_programs_own_is_final(instrument, collection, final):
    path = f"/datacollections/{collection['dataCollectionId']}"
    instrument.send("PATCH", path, {"runStatus": final})
    assert instrument.send("PATCH", path, {"runStatus": "Running"}).json["runStatus"] == final


def test_same_files_in_a_session_are_one_collection(instrument, group):
    body = {"dataCollectionGroupId": group["dataCollectionGroupId"], **FILES}
    first = instrument.send("POST", "/datacollections", body)
    second = instrument.send("POST", "/datacollections", body)
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json["dataCollectionId"] == second.json["dataCollectionId"]
    assert second.headers["Location"] == first.headers["Location"]


def test_same_files_at_once_are_one_collection(instrument, group):
    body = {"dataCollectionGroupId": group["dataCollectionGroupId"], **FILES, "dataCollectionNumber": 77}
    found = []

    def post():
        found.append(instrument.send("POST", "/datacollections", body).json["dataCollectionId"])

    threads = [threading.Thread(target=post) for _ in range(8)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert len(found) == 8
    assert len(set(found)) == 1


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        ("OSC", "OSC"), ("osc", "OSC"), ("SSX-CHIP", "SSX-Chip"), ("ssx_jet", "SSX-Jet"), ("Native", "OSC"),
        ("grid scan", "Mesh"), ("characterisation", "Characterization"), ("SAD - inverse beam", "SAD - Inverse Beam"),
    ],
)  # fmt: skip
def test_kind_of_experiment_is_known_by_many_words(instrument, session, given, stored):
    assert instrument.make("/datacollectiongroups", sessionId=session, experimentType=given)["experimentType"] == stored


def test_kind_of_experiment_that_nobody_knows_is_refused_with_the_list(instrument, session):
    answer = instrument.send("POST", "/datacollectiongroups", {"sessionId": session, "experimentType": "knitting"})
    assert answer.status_code == 422
    assert "Helical" in answer.json["errors"]["experimentType"][0]


@pytest.mark.parametrize(
    "named",
    [
        {"actualSampleBarcode": "by barcode"},
        {"actualContainerBarcode": "in slot", "actualSampleSlotInContainer": 99},
        {"actualSampleBarcode": "unknown", "actualContainerBarcode": "in slot", "actualSampleSlotInContainer": 99},
    ],
)
def test_sample_is_found_by_what_was_read(written, instrument, session, named):
    sample, container = written.ask("SELECT blSampleId AS a, containerId AS b FROM BLSample WHERE blSampleId = 1")[
        0
    ].values()
    written.ask("UPDATE BLSample SET code = 'by barcode', location = '99' WHERE blSampleId = %s", sample)
    written.ask("UPDATE Container SET barcode = 'in slot' WHERE containerId = %s", container)
    assert instrument.make("/datacollectiongroups", sessionId=session, **named)["blSampleId"] == sample


def test_sample_of_a_collection_becomes_its_groups(written, instrument, group):
    number = group["dataCollectionGroupId"]
    instrument.make("/datacollections", dataCollectionGroupId=number, blSampleId=1)
    assert written.get(f"/datacollectiongroups/{number}").json["blSampleId"] == 1


def foreign(site, session):
    """Return the id of a sample of another proposal."""
    return site.ask(
        "SELECT MIN(s.blSampleId) AS id FROM BLSample s JOIN Container c ON c.containerId = s.containerId"
        " JOIN Dewar w ON w.dewarId = c.dewarId JOIN Shipping h ON h.shippingId = w.shippingId"
        " WHERE h.proposalId <> (SELECT proposalId FROM BLSession WHERE sessionId = %s)",
        session,
    )[0]["id"]


def test_sample_of_another_proposal_is_refused(written, instrument, session, group):
    number = foreign(written, session)
    bodies = {
        "/datacollectiongroups": {"sessionId": session, "blSampleId": number},
        "/datacollections": {"dataCollectionGroupId": group["dataCollectionGroupId"], "blSampleId": number},
    }
    for path, body in bodies.items():
        answer = instrument.send("POST", path, body)
        assert (answer.status_code, set(answer.json["errors"])) == (422, {"blSampleId"}), path


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({"wavelength": 12.7}, None),
        ({"wavelength": 12700}, {"wavelength"}),
        ({"beamSizeAtSampleX": 50}, {"beamSizeAtSampleX"}),  # µm in a field of mm
        ({"transmission": 150, "detectorDistance": 0.15}, {"transmission", "detectorDistance"}),
        ({"wavelength": 12700, "accept_implausible": True}, None),
        ({"runStatus": "x" * 46}, {"runStatus"}),
        ({"rotationAxis": "Theta"}, {"rotationAxis"}),
        ({"startTime": "2030-06-12T10:00:00Z"}, {"startTime"}),
        ({"numberOfImages": 2**31}, {"numberOfImages"}),
        ({"numberOfImages": "many"}, {"numberOfImages"}),
        ({"dataCollectionGroupId": 2**31 - 1}, {"dataCollectionGroupId"}),
        ({"sessionId": 1}, {"sessionId"}),
        ({}, {"body"}),
    ],
)
def test_what_cannot_be_right_is_named(instrument, collection, body, fields):
    answer = instrument.send("PATCH", f"/datacollections/{collection['dataCollectionId']}", body)
    assert (answer.status_code, set(answer.json.get("errors", ())) or None) == (422 if fields else 200, fields)


def test_collection_does_not_leave_its_session(written, instrument, collection):
    other = written.ask("SELECT MIN(dataCollectionGroupId) AS id FROM DataCollectionGroup WHERE sessionId = 9")[0]["id"]
    path = f"/datacollections/{collection['dataCollectionId']}"
    assert instrument.send("PATCH", path, {"dataCollectionGroupId": other}).status_code == 422


@pytest.mark.parametrize(
    ("login", "status"),
    [("outsider", 422), ("member", 403), ("pi", 403), ("contact", 403), ("staff", 201), ("service", 201)],
)
def test_who_may_record(written, session, login, status):
    answer = written.open("POST", "/datacollectiongroups", login, json={"sessionId": session})
    assert answer.status_code == status, answer.json


def test_token_of_another_beamline_finds_nothing(written, session):
    elsewhere = Instrument(written, beamlines=("BL03-EM",))
    assert elsewhere.send("POST", "/datacollectiongroups", {"sessionId": session}).status_code == 422
    here = Instrument(written, beamlines=("BL01-MX",))
    assert here.send("POST", "/datacollectiongroups", {"sessionId": session}).status_code == 201


def test_writing_touches_the_session_and_goes_on_record(written, instrument, session):
    written.ask("UPDATE BLSession SET lastUpdate = '2020-01-01 00:00:00' WHERE sessionId = %s", session)
    group = instrument.make("/datacollectiongroups", sessionId=session)
    assert written.get(f"/sessions/{session}").json["lastUpdate"] > "2021"
    target = f"group {group['dataCollectionGroupId']}"
    rows = written.ask("SELECT action, detail FROM api_activity WHERE target = %s", target)
    assert [row["action"] for row in rows] == ["group added"]
    assert rows[0]["detail"].startswith("service token ")


def test_collection_is_found_by_its_files(written, instrument, group):
    files = {"imageDirectory": "/data/found", "fileTemplate": "x_%05d.cbf"}
    made = instrument.make("/datacollections", dataCollectionGroupId=group["dataCollectionGroupId"], **files)
    found = instrument.send("GET", "/datacollections?imageDirectory=/data/found&fileTemplate=x_%2505d.cbf").json
    assert [row["dataCollectionId"] for row in found["results"]] == [made["dataCollectionId"]]
    named = written.get("/datacollections?fileTemplate=x&imagePrefix=x&dataCollectionNumber=1").json["errors"]
    assert set(named) == {"fileTemplate", "imagePrefix", "dataCollectionNumber"}


def test_collection_is_found_by_its_run(instrument, group):
    run = {"imageDirectory": "/data/run", "imagePrefix": "run", "dataCollectionNumber": 2}
    number = group["dataCollectionGroupId"]
    instrument.make("/datacollections", dataCollectionGroupId=number, **{**run, "dataCollectionNumber": 1})
    made = instrument.make("/datacollections", dataCollectionGroupId=number, **run)
    found = instrument.send("GET", f"/datacollections?{urlencode(run)}").json
    assert [row["dataCollectionId"] for row in found["results"]] == [made["dataCollectionId"]]


def test_sweeps_of_a_workflow_are_found_by_its_name_of_its_own(written, instrument, group):
    number = group["dataCollectionGroupId"]
    workflow = {"uid": "gphl-1", "name": "GPhL", "type": "acquisition", "orientation": "o1", "position": "p1"}
    sweeps = [
        instrument.make(
            "/datacollections", dataCollectionGroupId=number, SweepWorkflow={**workflow, "orientation": each}
        )
        for each in ("o1", "o2")
    ]
    assert sweeps[1]["SweepWorkflow"] == {**workflow, "orientation": "o2", "characterisation": None}
    found = written.get("/datacollections?workflowUid=gphl-1", "member").json["results"]
    assert {row["dataCollectionId"] for row in found} == {row["dataCollectionId"] for row in sweeps}
    path = f"/datacollections/{sweeps[0]['dataCollectionId']}"
    kept = instrument.send("PATCH", path, {"flux": 1e12}).json
    assert kept["SweepWorkflow"]["uid"] == "gphl-1"
    assert instrument.send("PATCH", path, {"SweepWorkflow": None}).json["SweepWorkflow"] is None
    assert written.get("/datacollections?workflowUid=gphl-1").json["total"] == 1


@pytest.mark.parametrize(
    ("workflow", "field"),
    [({"name": "x"}, "SweepWorkflow.uid"), ({"uid": "x" * 101}, "SweepWorkflow.uid"), (["x"], "SweepWorkflow")],
)
def test_workflow_without_its_own_name_is_refused(instrument, collection, workflow, field):
    answer = instrument.send("PATCH", f"/datacollections/{collection['dataCollectionId']}", {"SweepWorkflow": workflow})
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field])


@pytest.mark.parametrize(
    ("field", "unit", "value"),
    [("minDefocus", "Å", 0.5), ("pixelSizeOnImage", "Å", 1e-10), ("numberOfImages", "images", -1)],
)
def test_values_of_another_unit_are_refused_unless_one_insists(instrument, collection, field, unit, value):
    path = f"/datacollections/{collection['dataCollectionId']}"
    refused = instrument.send("PATCH", path, {field: value})
    assert (refused.status_code, f"in the unit {unit}" in refused.json["errors"][field][0]) == (422, True)
    assert instrument.send("PATCH", path, {field: value, "accept_implausible": True}).json[field] == value


def test_beamlines_with_tokens_of_one_owner_may_use_the_same_keys(written, session):
    there, elsewhere = Instrument(written, beamlines=("BL01-MX",)), Instrument(written, beamlines=("BL03-EM",))
    of_other = running_session(written, "BL03-EM")["sessionId"]
    key = {"Idempotency-Key": "run-17"}
    made = there.send("POST", "/datacollectiongroups", {"sessionId": session}, headers=key)
    other = elsewhere.send("POST", "/datacollectiongroups", {"sessionId": of_other}, headers=key)
    assert (made.status_code, other.status_code) == (201, 201), other.json
    renewed = Instrument(written, beamlines=("BL01-MX",))
    again = renewed.send("POST", "/datacollectiongroups", {"sessionId": session}, headers=key)
    assert (again.json, again.headers["Idempotency-Replayed"]) == (made.json, "true")
    hidden = elsewhere.send("POST", "/datacollectiongroups", {"sessionId": session}, headers={"Idempotency-Key": "x"})
    assert hidden.status_code == 422


def test_row_that_is_named_and_not_there_is_told(written, instrument, collection):
    """By MariaDB; SQLite does not say which."""
    answer = instrument.send("PATCH", f"/datacollections/{collection['dataCollectionId']}", {"detectorId": 2**31 - 1})
    told = {"detectorId": ["There is no such row."]} if written.name == "mariadb" else None
    assert (answer.status_code, answer.json.get("errors")) == (409, told)
