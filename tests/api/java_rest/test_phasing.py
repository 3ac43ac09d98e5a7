"""Phasing and workflows: golden answers, written from the facts and the demo's rows."""

import io
import json
import zipfile

import pytest

from tests.support.java import faults, stamp, table

PHASING = "/proposal/mx415/mx/phasing"
STEP = "/proposal/mx415/mx/workflow/step"


def test_steps_form_a_tree_with_an_explicit_root(java):
    for path in ("datacollectiongroupid/51", "autoprocintegrationid/731"):
        (steps,) = java.rows(f"{PHASING}/{path}/list", "pi")
        tree = [(row["PhasingStep_phasingStepId"], row["PhasingStep_previousPhasingStepId"]) for row in steps]
        assert tree == [(1, None), (2, 1), (3, 2), (4, 3), (5, 2)]
        keys = table("mx/phasing/datacollectiongroupid/{ids}/list")
        assert [faults(row, keys, omits=False) for row in steps if faults(row, keys, omits=False)] == []


def test_a_step_has_its_statistics_and_its_files(java):
    (steps,) = java.rows(f"{PHASING}/datacollectiongroupid/51/list", "pi")
    built = steps[3]
    expected = {
        "SpaceGroup_spaceGroupShortName": "P212121",
        "SpaceGroup_spaceGroupName": "P 21 21 21",
        "PhasingStep_phasingStepType": "MODELBUILDING",
        "PhasingStep_method": "SAD",
        "PhasingStep_solventContent": "0.48",
        "PhasingStep_enantiomorph": "0",
        "PhasingStep_lowRes": "55.9",
        "PhasingStep_highRes": "2.1",
        "PhasingProgramRun_phasingPrograms": "BUCCANEER",
        "PhasingProgramRun_phasingStatus": True,
        "PhasingProgramRun_phasingStartTime": stamp("2030-06-11 12:09:00"),
        "PhasingProgramRun_phasingEndTime": stamp("2030-06-11 12:31:00"),
        "metric": "Residues Count, Final R-work, Final R-free",
        "statisticsValue": "168, 0.23, 0.27",
        "PhasingStatistics_phasingStatisticsIds": "4,5,6",
        "PhasingStatistics_metric": "Residues Count",
        "pdb": "2",
        "pdbFileName": "model.pdb",
        "map": None,
        "mapFileName": None,
        "csv": None,
        "png": None,
        "fileType": None,
        "AutoProcIntegration_autoProcIntegrationId": 731,
        "DataCollection_dataCollectionId": 73,
        "BLSession_sessionId": 3,
    }
    assert {name: built[name] for name in expected} == expected
    assert (steps[1]["png"], steps[1]["phasingProgramAttachmentId"], steps[1]["fileType"]) == ("3", "3", "IMAGE")


@pytest.mark.parametrize(("ids", "expected"), [("6,51", [0, 5]), ("72", [0]), ("null", []), ("51,null", [5])])
def test_there_is_a_list_for_each_group(java, ids, expected):
    assert [len(rows) for rows in java.rows(f"{PHASING}/datacollectiongroupid/{ids}/list", "pi")] == expected


def test_files_of_steps(java):
    found = java.rows(f"{PHASING}/phasingstepid/4,3,1/files", "pi")
    assert [[row["fileName"] for row in of_step] for of_step in found] == [["model.pdb"], [], ["processing.log"]]
    keys = table("mx/phasing/phasingstepid/{ids}/files")
    assert [faults(row, keys, omits=False) for of_step in found for row in of_step] == [[], []]


@pytest.mark.parametrize(
    ("path", "kind"), [("3/image", "image/png"), ("2/download", "application/octet-stream"), ("1/csv", "text/csv")]
)
def test_a_file_of_phasing(java, path, kind):
    answer = java.get(f"{PHASING}/phasingprogramattachmentid/{path}", "pi")
    assert (answer.status_code, answer.mimetype) == (200, kind)
    assert len(answer.data) > 0


def test_a_path_may_hold_the_name_of_the_file(java_written):
    where = f"{java_written.site.settings.files.roots[0]}/model.pdb"
    java_written.site.ask(
        "UPDATE PhasingProgramAttachment SET filePath = %s WHERE phasingProgramAttachmentId = 2", where
    )
    assert java_written.get(f"{PHASING}/phasingprogramattachmentid/2/download", "pi").status_code == 200


def test_files_of_steps_as_an_archive(java):
    answer = java.get(f"{PHASING}/phasingstepid/2,4/download", "pi")
    assert answer.headers["Content-Disposition"] == "attachment; filename=4.zip"
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        assert archive.namelist()[:2] == [
            "P212121/SUBSTRUCTUREDETERMINATION_2/wilson_plot.png",
            "P212121/MODELBUILDING_4/model.pdb",
        ]
    assert java.get(f"{PHASING}/phasingstepid/999/download", "pi").status_code == 204


# --- Workflows


def test_steps_of_workflows_are_json_sent_as_text(java):
    answer = java.get(f"{STEP}/1,2,15/list", "pi")
    assert (answer.status_code, answer.mimetype) == (200, "text/plain")
    rows = json.loads(answer.text)
    assert [row["workflowStepId"] for row in rows] == [1, 2]
    assert [faults(row, table("WorkflowStep object:"), omits=False) for row in rows] == [[], []]
    assert {name: rows[1][name] for name in ("workflowId", "workflowStepType", "status", "crystalSizeX")} == {
        "workflowId": 1,
        "workflowStepType": "Mesh",
        "status": "Success",
        "crystalSizeX": "0.12",
    }


def test_the_result_of_a_step_is_json_sent_as_a_page(java):
    answer = java.get(f"{STEP}/2/result", "pi")
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    assert json.loads(answer.text)


def test_pictures_and_logs_of_workflows(java):
    assert java.get(f"{STEP}/2/image", "pi").mimetype == "image/png"
    log = java.get("/mx/workflow/1/log", "pi")
    assert (log.status_code, log.mimetype) == (200, "text/plain")
    assert java.get("/mx/workflow/1/log", "outsider").status_code == 204
    assert java.get("/mx/workflow/9/log", "pi").status_code == 204  # of another proposal
    assert java.get(f"{STEP}/1/result", "pi").status_code == 404  # none is recorded
