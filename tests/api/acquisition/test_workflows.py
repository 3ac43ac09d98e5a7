"""POST and PATCH of /datacollections/workflows, their steps, and what came of meshes."""

import pytest

from ispyb_api.acquisition.schemas_files import WorkflowStepSchema
from ispyb_api.acquisition.schemas_workflows import WholeWorkflowSchema, WorkflowMeshSchema
from tests.contract.shapes import faults
from tests.support.instrument import Instrument

WORKFLOWS = "/datacollections/workflows"


@pytest.fixture
def session(rows):
    return rows.session()


@pytest.fixture
def workflow(instrument, session):
    body = {"sessionId": session, "workflowType": "meshscan", "status": "Started", "workflowTitle": "Mesh"}
    return instrument.make(WORKFLOWS, **body)["workflowId"]


def test_a_workflow_is_seen_before_its_collections(written, instrument, session):
    made = instrument.send("POST", WORKFLOWS, {"sessionId": session, "workflowType": "MESHSCAN", "comments": "c"})
    assert made.status_code == 201, made.json
    assert list(faults(WholeWorkflowSchema, made.json)) == []
    assert made.json["workflowType"] == "MeshScan"
    path = f"{WORKFLOWS}/{made.json['workflowId']}"
    assert made.headers["Location"].endswith(path)
    assert written.get(path, "pi").json == made.json
    assert written.get(path, "outsider").status_code == 404
    assert written.get(f"{WORKFLOWS}/999999").status_code == 404


def test_a_workflow_is_shown_with_its_group(written, instrument, session, workflow):
    group = instrument.make("/datacollectiongroups", sessionId=session, workflowId=workflow)["dataCollectionGroupId"]
    assert written.get(f"/datacollectiongroups/{group}").json["workflowId"] == workflow


def test_another_proposals_workflow_is_no_groups(written, instrument, workflow):
    other = written.ask("SELECT MIN(sessionId) AS id FROM BLSession WHERE proposalId = 4")[0]["id"]
    answer = instrument.send("POST", "/datacollectiongroups", {"sessionId": other, "workflowId": workflow})
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["workflowId"])


def test_a_status_that_is_final_stays(instrument, workflow):
    path = f"{WORKFLOWS}/{workflow}"
    for sent, shown in (("Running", "Running"), ("Success", "Success"), ("Running", "Success"), ("Failed", "Failed")):
        assert instrument.send("PATCH", path, {"status": sent}).json["status"] == shown
    late = instrument.send("PATCH", path, {"status": "Running", "comments": "late"}).json
    assert (late["status"], late["comments"]) == ("Failed", "late")


def test_a_workflow_changes_only_as_it_was_read(written, instrument, workflow):
    path = f"{WORKFLOWS}/{workflow}"
    etag = {"If-Match": written.get(path).headers["ETag"]}
    assert [instrument.send("PATCH", path, {"comments": c}, headers=etag).status_code for c in "ab"] == [200, 412]


def test_steps_are_recorded_as_they_go_along(written, instrument, workflow):
    body = {
        "workflowId": workflow,
        "workflowStepType": "Mesh",
        "status": "Started",
        "imageResultFilePath": "/data/m.png",
    }
    made = instrument.send("POST", f"{WORKFLOWS}/steps", body)
    assert made.status_code == 201, made.json
    assert list(faults(WorkflowStepSchema, made.json)) == []
    assert made.json["_metadata"]["attachments"]["imageResultFilePath"] is True
    path = f"{WORKFLOWS}/steps/{made.json['workflowStepId']}"
    done = instrument.send(
        "PATCH", path, {"status": "Success", "maxDozorScore": "91", "resultFilePath": "/data/m.json"}
    )
    late = instrument.send("PATCH", path, {"status": "Started", "crystalSizeX": "0.1"}).json
    assert (done.status_code, late["status"], late["maxDozorScore"]) == (200, "Success", "91")
    assert written.get(f"{WORKFLOWS}/steps?workflowId={workflow}", "pi").json["results"] == [late]


def test_a_mesh_is_recorded_and_its_grid_names_it(written, rows, instrument, session, workflow):
    group = instrument.make("/datacollectiongroups", sessionId=session, workflowId=workflow)["dataCollectionGroupId"]
    collection = instrument.make("/datacollections", dataCollectionGroupId=group)["dataCollectionId"]
    image = instrument.send("POST", f"/datacollections/{collection}/images", [{"imageNumber": 1}]).json[0]["imageId"]
    made = instrument.send("POST", f"{WORKFLOWS}/meshes", {"workflowId": workflow, "value1": 91, "bestImageId": image})
    assert made.status_code == 201, made.json
    assert list(faults(WorkflowMeshSchema, made.json)) == []
    mesh = made.json["workflowMeshId"]
    grid = instrument.make(f"/datacollections/{collection}/grids", workflowMeshId=mesh, steps_x=5)
    assert grid["workflowMeshId"] == mesh
    changed = instrument.send("PATCH", f"{WORKFLOWS}/meshes/{mesh}", {"value2": 3.5}).json
    assert (changed["value1"], changed["value2"]) == (91, 3.5)
    assert written.get(f"{WORKFLOWS}/meshes?workflowId={workflow}", "pi").json["results"] == [changed]
    assert written.get(f"{WORKFLOWS}/meshes/{mesh}", "pi").json == changed
    assert written.get(f"{WORKFLOWS}/meshes/{mesh}", "outsider").status_code == 404


def test_another_proposals_image_is_refused(written, instrument, workflow):
    image = written.ask(
        "SELECT MIN(i.imageId) AS id FROM Image i JOIN DataCollection d ON d.dataCollectionId = i.dataCollectionId JOIN"
        " DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId JOIN BLSession s ON s.sessionId = g.sessionId"
        " WHERE s.proposalId <> 1"
    )[0]["id"]
    answer = instrument.send("POST", f"{WORKFLOWS}/meshes", {"workflowId": workflow, "bestImageId": image})
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["bestImageId"])


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("", {"workflowType": "Dance"}, "workflowType"),
        ("", {"sessionId": 2**31 - 1}, "sessionId"),
        ("", {"size": 1}, "size"),
        ("/steps", {"workflowId": 2**31 - 1}, "workflowId"),
        ("/steps", {"status": "x" * 50}, "status"),
        ("/meshes", {"workflowId": 2**31 - 1}, "workflowId"),
        ("/meshes", {"value1": "best"}, "value1"),
        ("/meshes", {"bestImageId": 2**31 - 1}, "bestImageId"),
    ],
)
def test_what_is_wrong_is_named(instrument, session, workflow, path, body, field):
    whole = {**({"workflowId": workflow} if path else {"sessionId": session}), **body}
    answer = instrument.send("POST", f"{WORKFLOWS}{path}", whole)
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field])


def test_nobodys_workflow_is_nobodys_to_change(written, instrument):
    """One that another program made, and no collections say whose it is."""
    number = written.ask("SELECT MAX(workflowId) + 7 AS id FROM Workflow")[0]["id"]
    written.ask("INSERT INTO Workflow (workflowId, status) VALUES (%s, 'Started')", number)
    assert instrument.send("PATCH", f"{WORKFLOWS}/{number}", {"status": "Success"}).status_code == 404
    assert instrument.send("POST", f"{WORKFLOWS}/steps", {"workflowId": number}).status_code == 422


def test_who_sees_one_of_its_sessions_only_does_not_change_it(written, session, workflow):
    other = written.ask("SELECT MIN(sessionId) AS id FROM BLSession WHERE beamLineName = 'BL02-SSX'")[0]["id"]
    written.ask("INSERT INTO DataCollectionGroup (sessionId, workflowId) VALUES (%s, %s)", other, workflow)
    limited = Instrument(written, beamlines=("BL01-MX",))
    assert limited.send("PATCH", f"{WORKFLOWS}/{workflow}", {"status": "Success"}).status_code == 403


def test_numbers_that_a_step_keeps_as_text_may_be_sent_as_numbers(instrument, workflow):
    sent = {"crystalSizeX": 0.1, "crystalSizeY": "0.05", "maxDozorScore": 91}
    made = instrument.send("POST", f"{WORKFLOWS}/steps", {"workflowId": workflow, **sent})
    assert made.status_code == 201, made.json
    assert {name: made.json[name] for name in sent} == {
        "crystalSizeX": "0.1",
        "crystalSizeY": "0.05",
        "maxDozorScore": "91",
    }
    wrong = instrument.send("POST", f"{WORKFLOWS}/steps", {"workflowId": workflow, "maxDozorScore": True})
    assert (wrong.status_code, list(wrong.json["errors"])) == (422, ["maxDozorScore"])
