"""Phasing, refinement, X-ray centring, comparisons and archives."""

import csv
import io
import json
import zipfile

import pytest

from ispyb_api.processing.repository_phasing import best

SAMPLE = "blSampleId=21"


def test_steps_make_a_tree_with_programs_files_and_statistics(site):
    rows = site.get(f"/processings/phasing?{SAMPLE}", "pi").json["results"]
    assert [row["phasingStepType"] for row in rows][:2] == ["PREPARE", "SUBSTRUCTUREDETERMINATION"]
    ids = {row["phasingStepId"] for row in rows}
    assert {row["previousPhasingStepId"] for row in rows} <= ids | {None}
    assert rows[0]["PhasingProgramRun"]["PhasingProgramAttachment"][0]["fileName"] == "processing.log"
    assert rows[4]["PhasingProgramRun"]["phasingStatus"] == 0
    assert {row["metric"] for row in rows[3]["PhasingStatistics"]} == {"Residues Count", "Final R-work", "Final R-free"}


@pytest.mark.parametrize("path", ["phasing", "refinements", "comparison"])
def test_who_does_not_see_the_data_sees_no_results(site, path):
    found = site.get(f"/processings/{path}?{SAMPLE}", "outsider").json
    assert found["results"] == []
    assert site.get(f"/processings/{path}").status_code == 422


def test_file_of_phasing(site):
    assert site.get("/processings/phasing/attachments/1", "pi").mimetype == "text/plain"
    assert site.get("/processings/phasing/attachments/1", "outsider").status_code == 404
    assert site.get("/processings/phasing/attachments/99").status_code == 404


def test_refinement_has_its_blobs(site):
    number = site.ask(
        "SELECT MIN(i.dataCollectionId) AS id FROM MXMRRun m JOIN AutoProcScaling_has_Int h ON h.autoProcScalingId = m.autoProcScalingId"
        " JOIN AutoProcIntegration i ON i.autoProcIntegrationId = h.autoProcIntegrationId"
    )[0]["id"]
    rows = site.get(f"/processings/refinements?dataCollectionId={number}").json["results"]
    assert rows[0]["rFreeValueEnd"] is not None
    stored = site.ask("SELECT COUNT(*) AS n FROM MXMRRunBlob WHERE mxMRRunId = %s", rows[0]["mxMRRunId"])[0]["n"]
    assert len(rows[0]["MXMRRunBlob"]) == stored


def test_centring_has_its_results(site):
    group = site.ask("SELECT dataCollectionGroupId AS id FROM XrayCentring ORDER BY xrayCentringId")[0]["id"]
    found = site.get(f"/processings/xray-centrings?dataCollectionGroupId={group}").json["results"]
    stored = site.ask(
        "SELECT COUNT(*) AS n FROM XrayCentringResult WHERE xrayCentringId = %s", found[0]["xrayCentringId"]
    )
    assert len(found[0]["XrayCentringResult"]) == stored[0]["n"]
    hidden = site.get(f"/processings/xray-centrings?dataCollectionGroupId={group}", "outsider").json
    assert hidden == {"results": []}


def test_job_has_parameters_and_sweeps(site):
    number = site.ask("SELECT MIN(dataCollectionId) AS id FROM ProcessingJob")[0]["id"]
    jobs = site.get(f"/processings/jobs?dataCollectionId={number}").json["results"]
    assert [job["processingJobId"] for job in jobs] == [
        row["id"]
        for row in site.ask(
            "SELECT processingJobId AS id FROM ProcessingJob WHERE dataCollectionId = %s ORDER BY 1", number
        )
    ]
    sweeps = site.ask(
        "SELECT COUNT(*) AS n FROM ProcessingJobImageSweep WHERE processingJobId = %s", jobs[0]["processingJobId"]
    )
    assert len(jobs[0]["ProcessingJobImageSweeps"]) == sweeps[0]["n"]
    assert site.get(f"/processings/jobs?dataCollectionId={number}", "outsider").json == {"results": []}


def compared(site, collection=6):
    return site.get(f"/processings/comparison?dataCollectionId={collection}").json


def test_comparison_has_every_scaling_of_the_collection(site):
    found = compared(site)
    stored = site.ask(
        "SELECT DISTINCT h.autoProcScalingId AS id FROM AutoProcScaling_has_Int h JOIN AutoProcIntegration i"
        " ON i.autoProcIntegrationId = h.autoProcIntegrationId WHERE i.dataCollectionId = 6"
    )
    assert {row["autoProcScalingId"] for row in found["results"]} == {row["id"] for row in stored} != set()
    assert found["best"] in {row["autoProcScalingId"] for row in found["results"]}


def test_table_is_the_same_comparison(site):
    answer = site.get("/processings/comparison.csv?dataCollectionId=6", "pi")
    lines = list(csv.DictReader(io.StringIO(answer.get_data(as_text=True))))
    rows = compared(site)["results"]
    assert [int(line["autoProcScalingId"]) for line in lines] == [row["autoProcScalingId"] for row in rows]
    assert float(lines[0]["overall.resolutionLimitHigh"]) == rows[0]["overall"]["resolutionLimitHigh"]


def scaling(number, resolution, completeness, status=1):
    shell = {"resolutionLimitHigh": resolution, "completeness": completeness} if resolution != "none" else None
    return {"autoProcScalingId": number, "processingStatus": status, "overall": shell}


@pytest.mark.parametrize(
    ("scalings", "chosen"),
    [
        ([], None),
        ([scaling(1, 2.0, 99), scaling(2, 1.5, 99)], 2),
        ([scaling(1, 2.0, 99), scaling(2, 1.5, 60)], 1),
        ([scaling(1, 2.0, 99), scaling(2, 1.5, 99, status=0)], 1),
        ([scaling(1, 2.0, 95), scaling(2, 2.0, 99)], 2),
        ([scaling(1, 2.0, 99), scaling(2, 2.0, 99)], 2),
        ([scaling(1, "none", 99), scaling(2, None, 99)], None),
        ([scaling(1, 2.0, None), scaling(2, 3.0, 95)], 2),
    ],
)
def test_best_is_chosen_by_the_rule(scalings, chosen):
    found = best(scalings)
    assert (found and found["autoProcScalingId"]) == chosen


def test_archive_has_the_files_and_says_what_is_missing(written):
    program = written.ask("SELECT MIN(autoProcProgramId) AS id FROM AutoProcProgramAttachment")[0]["id"]
    for name, folder in (("gone.log", "/nowhere"), ("passwd", "/etc"), ("../../up", "/etc")):
        written.ask(
            "INSERT INTO AutoProcProgramAttachment (autoProcProgramId, fileType, fileName, filePath) VALUES (%s, 'Log', %s, %s)",
            program, name, folder,
        )  # fmt: skip
    answer = written.get(f"/processings/{program}/archive")
    archive = zipfile.ZipFile(io.BytesIO(answer.data))
    manifest = json.loads(archive.read("manifest.json"))["files"]
    assert {row["name"] for row in manifest if row["included"]} == set(archive.namelist()) - {"manifest.json"} != set()
    assert {row["name"] for row in manifest if not row["included"]} == {"gone.log", "passwd", "_.._up"}
    assert archive.testzip() is None
    assert written.get(f"/processings/{program}/archive", "outsider").status_code == 404
    assert written.get("/processings/999999/archive").status_code == 404
