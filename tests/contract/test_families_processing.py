"""Results are recorded in databases of either family, as far as they have a place for them."""

import pytest

from tests.contract.test_families import adopted  # noqa: F401 - a fixture
from tests.contract.test_families_writing import is_dls, make, proposal  # noqa: F401 - fixtures
from tests.support import pipelines


@pytest.fixture(scope="module")
def collection(proposal, make):  # noqa: F811
    """A data collection, made by the API."""
    opened = make("/sessions", proposalId=proposal, beamLineName="X02", startDate="2026-05-01T09:00:00")
    group = make("/datacollectiongroups", sessionId=opened["sessionId"])["dataCollectionGroupId"]
    return make("/datacollections", dataCollectionGroupId=group)["dataCollectionId"]


def test_results_of_processing_are_recorded(adopted, collection, is_dls, make):  # noqa: F811
    sent = pipelines.six_sweeps([collection] * 6)
    if is_dls:  # this family has no columns for ellipsoids
        sent["AutoProcScaling"][0]["resolutionEllipsoidValue1"] = None
        answer = adopted.open("POST", "/processings", json=sent)
        assert {name.rpartition(".")[2] for name in answer.json["errors"]} == set(pipelines.ELLIPSOID) - {"resolutionEllipsoidValue1"}  # fmt: skip
        sent["AutoProcScaling"][0] = pipelines.scaling(range(6))
    made = make("/processings", **sent)
    shown = adopted.get(f"/processings/{made['autoProcProgramId']}").json
    assert (shown["processingStatus"], len(shown["AutoProcIntegration"])) == (1, 6)
    assert shown["AutoProcIntegration"][5]["Workflow"]["orientation"] == "orientation-2"
    best = adopted.get(f"/processings/results?dataCollectionId={collection}").json["results"][2]
    assert (best["overall"]["rMerge"], best["overall"]["ccAnomalous"]) == (0.071, 0.21)


def test_runs_without_results_lead_to_their_data(adopted, collection, is_dls, make):  # noqa: F811
    made = make("/processings", processingPrograms="dozor", dataCollectionId=collection)
    assert (made["processingJobId"] is not None) == is_dls
    path = f"/processings/{made['autoProcProgramId']}"
    make(path, "PATCH", processingStartTime="2026-05-01T10:00:00")
    stored = adopted.ask("SELECT CAST(processingStatus AS CHAR) AS s FROM AutoProcProgram WHERE processingPrograms = 'dozor'")  # fmt: skip
    assert stored == [{"s": None if is_dls else "RUNNING"}]
    make(path, "PATCH", processingStatus=0)
    stored = adopted.ask("SELECT CAST(processingStatus AS CHAR) AS s FROM AutoProcProgram WHERE processingPrograms = 'dozor'")  # fmt: skip
    assert stored == [{"s": "0" if is_dls else "FAILED"}]
    messages = adopted.open("POST", f"{path}/messages", json=[{"severity": "INFO", "message": "x"}])
    assert messages.status_code == (201 if is_dls else 422)
    job = {"displayName": "j", "dataCollectionId": collection}
    assert adopted.open("POST", "/processings/jobs", json=job).status_code == (201 if is_dls else 501)


def test_characterisations_are_recorded(adopted, collection, is_dls, make):  # noqa: F811
    sent = {**pipelines.CHARACTERISATION, "dataCollectionId": collection}
    made = make("/processings/screenings", **sent)
    assert made["ScreeningOutput"][0]["ScreeningStrategy"][0]["ScreeningStrategyWedge"][1]["wedgeNumber"] == 5
    began = pipelines.CHARACTERISATION["ScreeningInput"][0]
    assert {name: made["ScreeningInput"][0][name] for name in began} == began
    outputs = [{"alignmentSuccess": True, "program": "XOalign"}, {"program": "other"}]
    answer = adopted.open("POST", "/processings/screenings", json={**sent, "ScreeningOutput": outputs})
    if is_dls:
        assert [row["alignmentSuccess"] for row in answer.json["ScreeningOutput"]] == [1, 0]
    else:
        assert list(answer.json["errors"]) == ["ScreeningOutput[0].alignmentSuccess"]


def test_files_that_were_moved_or_removed_say_so(adopted, collection, is_dls, make):  # noqa: F811
    made = make(
        "/processings",
        processingPrograms="x",
        dataCollectionId=collection,
        AutoProcProgramAttachment=[{"filePath": "/data", "fileName": "x.log"}],
    )
    path = f"/processings/attachments/{made['autoProcProgramAttachmentIds'][0]}"
    moved = adopted.open("PATCH", path, json={"filePath": "/archive", "fileType": "Log"})
    assert (moved.status_code, moved.json["fileType"]) == (200, "Log")
    removed = adopted.open("PATCH", path, json={"deleted": True})
    if is_dls:
        assert removed.json["deleted"] is True
    else:
        assert (removed.status_code, list(removed.json["errors"])) == (422, ["deleted"])
    folder = adopted.settings.files.roots[0]
    file = make("/datacollections/attachments", dataCollectionId=collection, fileFullPath=f"{folder}/x.log")
    path = f"/datacollections/attachments/{file['dataCollectionFileAttachmentId']}"
    moved = adopted.open("PATCH", path, json={"fileFullPath": f"{folder}/y.log", "fileType": "log"})
    assert (moved.status_code, moved.json["_metadata"]["fileName"], moved.json["fileType"]) == (200, "y.log", "log")


def test_phasing_and_refinement_are_recorded(adopted, collection, is_dls, make):  # noqa: F811
    integrations = [{"dataCollectionId": collection}]
    run = make("/processings", processingPrograms="x", AutoProcIntegration=integrations, AutoProcScaling=[{}])
    scaling = run["AutoProcScaling"][0]["autoProcScalingId"]
    files = [{"filePath": "/", "fileName": "x.pdb", "fileType": "PDB"}]
    program = {"phasingPrograms": "SHELXE", "phasingStatus": 1, "PhasingProgramAttachment": files}
    numbers = [{"metric": "FOM", "statisticsValue": 0.6}]
    step = {"phasingStepType": "PHASING", "PhasingProgramRun": program, "PhasingStatistics": numbers}
    assert (
        adopted.open("POST", "/processings/phasing", json=[{"autoProcScalingId": scaling, **step}]).status_code == 201
    )
    (shown,) = adopted.get(f"/processings/phasing?dataCollectionId={collection}").json["results"]
    assert (shown["PhasingProgramRun"]["phasingStatus"], shown["PhasingStatistics"][0]["metric"]) == (1, "FOM")
    theirs = {"LLG": 812.0, "MXMRRunBlob": [{"x": 0.5}]} if is_dls else {"success": True, "pipeline": "dimple"}
    body = [{"autoProcScalingId": scaling, "rValueEnd": 0.2, **theirs}]
    assert adopted.open("POST", "/processings/refinements", json=body).status_code == 201
    (refined,) = adopted.get(f"/processings/refinements?dataCollectionId={collection}").json["results"]
    assert refined["rValueEnd"] == 0.2
