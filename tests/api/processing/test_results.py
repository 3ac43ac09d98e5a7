"""Phasing, refinement, X-ray centring, comparisons and archives."""

import csv
import io
import json
import zipfile

import pytest

from ispyb_api.processing import repository_results, routes_results
from ispyb_api.processing.ranking import best

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


def in_ellipsoid(number, resolution, completeness, within):
    found = scaling(number, resolution, completeness)
    found["overall"]["completenessEllipsoidal"] = within
    return found


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
        ([scaling(1, 2.0, 0.99), scaling(2, 3.0, 95)], 1),
        ([in_ellipsoid(1, 1.5, 55, 96), scaling(2, 2.0, 99)], 1),
    ],
)
def test_best_is_chosen_by_the_rule(scalings, chosen):
    found = best(scalings)
    assert (found and found["autoProcScalingId"]) == chosen


def test_comparison_names_the_runs_that_led_to_nothing(ask):
    found = ask("/comparison?dataCollectionId=9201")
    assert [row["autoProcScalingId"] for row in found["results"]] == [9501, 9502]
    # The scalings of the tests' programs do not name them.
    assert {row["autoProcProgramId"]: row["processingStatus"] for row in found["unscaled"]} == {
        9301: 1, 9303: 0, 9304: 0, 9305: None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("scope", "scalings"),
    [
        ("sessionId=9001", [9502, 9501]),
        ("sessionId=9002", [9503]),
        ("sessionId=9011", []),
        ("dataCollectionGroupId=9101", [9502, 9501]),
        ("dataCollectionId=9202", [9501]),
        ("sessionId=9001&dataCollectionId=9203", []),
        ("sessionId=9001&spaceGroup=P 21 21 21", [9502, 9501]),
        ("sessionId=9001&spaceGroup=P 1", []),
        ("sessionId=9001&order_by=autoProcScalingId", [9501, 9502]),
        ("sessionId=9001&order_by=resolutionLimitHigh&order=desc", [9502, 9501]),
        ("blSampleId=2147483647", []),
        ("blSampleGroupId=2147483647", []),
        ("containerId=2147483647", []),
        ("proteinId=2147483647", []),
    ],
)
def test_results_of_what_is_asked_for(ask, scope, scalings):
    page = ask(f"/results?{scope}")
    assert ([row["autoProcScalingId"] for row in page["results"]], page["total"]) == (scalings, len(scalings))


def test_results_have_their_sweeps_but_no_hidden_ones(ask):
    joined = ask("/results?sessionId=9001&order_by=autoProcScalingId")["results"][0]
    assert [(each["dataCollectionId"], each["sessionId"]) for each in joined["DataCollections"]] == [(9201, 9001), (9202, 9001)]  # fmt: skip
    assert (joined["sweeps"], joined["outerShell"]["rMerge"], joined["overall"]["ccAnomalous"]) == (2, 0.05, 0.4)
    mixed = ask("/results?sessionId=9002")["results"][0]["DataCollections"]
    assert [each["dataCollectionId"] for each in mixed] == [9203]


def of_demo(site, path, query):
    return site.get(f"/processings{path}?{query}").json


@pytest.mark.parametrize("scope", ["sessionId=3", "blSampleId=21", "containerId=1", "proteinId=1"])
def test_table_of_results_is_the_list(site, scope):
    rows = of_demo(site, "/results", f"{scope}&limit=500")["results"]
    answer = site.get(f"/processings/results.csv?{scope}")
    lines = list(csv.DictReader(io.StringIO(answer.get_data(as_text=True))))
    assert [int(line["autoProcScalingId"]) for line in lines] == [row["autoProcScalingId"] for row in rows] != []
    samples = [" ".join(dict.fromkeys(each["blSample"] for each in row["DataCollections"])) for row in rows]
    assert [line["blSample"] for line in lines] == samples


def test_table_of_results_is_read_in_pieces(site, monkeypatch):
    whole = site.get("/processings/results.csv?sessionId=3").data
    monkeypatch.setattr(routes_results, "_AT_ONCE", 3)
    assert site.get("/processings/results.csv?sessionId=3").data == whole


@pytest.mark.parametrize("by", ["blSampleId", "dataCollectionId", "dataCollectionGroupId"])
def test_best_is_the_best_of_each(site, by):
    expected = {}
    for row in of_demo(site, "/results", "sessionId=3&limit=500")["results"]:
        for sweep in row["DataCollections"]:
            expected.setdefault(sweep[by], {})[row["autoProcScalingId"]] = row
    found = of_demo(site, "/best", f"sessionId=3&limit=500&by={by}")
    assert found["total"] == len(found["results"]) > 2
    numbers = {
        row["id"]: (row["scalings"], row["best"] and row["best"]["autoProcScalingId"]) for row in found["results"]
    }
    wanted = {number: best(rows.values()) for number, rows in expected.items() if number}
    assert numbers == {n: (len(expected[n]), row and row["autoProcScalingId"]) for n, row in wanted.items()}
    assert of_demo(site, "/best", f"sessionId=3&skip=1&limit=1&by={by}")["results"] == found["results"][1:2]


def test_best_of_groups_of_samples(site):
    groups = site.ask(
        "SELECT DISTINCT h.blSampleGroupId AS id FROM BLSampleGroup_has_BLSample h JOIN DataCollectionGroup g"
        " ON g.blSampleId = h.blSampleId JOIN DataCollection d ON d.dataCollectionGroupId = g.dataCollectionGroupId"
        " JOIN AutoProcIntegration i ON i.dataCollectionId = d.dataCollectionId"
        " JOIN AutoProcScaling_has_Int s ON s.autoProcIntegrationId = i.autoProcIntegrationId ORDER BY 1"
    )
    assert groups
    for group in groups:
        found = of_demo(site, "/best", f"blSampleGroupId={group['id']}&by=blSampleGroupId")["results"]
        compared = of_demo(site, "/comparison", f"blSampleGroupId={group['id']}")
        of_group = {row["id"]: row for row in found}[group["id"]]
        assert of_group["best"]["autoProcScalingId"] == compared["best"]
        assert of_group["scalings"] == len(compared["results"])


@pytest.mark.parametrize(
    "path", ["/results", "/results.csv", "/best", "/comparison", "/xray-centrings", "/phasing/analyses"]
)
def test_one_has_to_say_of_what(site, path):
    answer = site.get(f"/processings{path}")
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["dataCollectionId"])


def test_too_much_to_choose_from_is_refused(site, monkeypatch):
    monkeypatch.setattr(repository_results, "MOST_CANDIDATES", 3)
    assert site.get("/processings/best?sessionId=3").status_code == 422


def test_analysis_has_its_stages_programs_files_and_statistics(ask):
    (analysis,) = ask("/phasing/analyses?dataCollectionId=9201")["results"]
    assert [stage["stage"] for stage in analysis["stages"]] == ["PREPARE", "SUBSTRUCTUREDETERMINATION", "PHASING"]
    last = analysis["stages"][2]
    assert (last["method"], last["solventContent"], last["enantiomorph"]) == ("shelxe", 0.5, True)
    assert (last["SpaceGroup"]["spaceGroupId"], last["PhasingProgramRun"]["phasingStatus"]) == (1, 1)
    assert [file["fileName"] for file in last["PhasingProgramRun"]["PhasingProgramAttachment"]] == ["run.log"]
    assert [each["autoProcScalingId"] for each in analysis["Phasing_has_Scaling"]] == [9501]
    assert [(each["metric"], each["statisticsValue"]) for each in analysis["PhasingStatistics"]] == [("FOM", 0.7)]


def test_files_of_stages_are_for_who_sees_the_data(site):
    assert site.get("/processings/phasing/attachments/9501", "member").text == "all went well\n"
    assert site.get("/processings/phasing/attachments/9511", "member").status_code == 404
    assert site.get("/processings/phasing/attachments/9511", "admin").status_code == 200


def test_archive_has_the_files_and_says_what_is_missing(written):
    program = written.ask("SELECT MIN(autoProcProgramId) AS id FROM AutoProcProgramAttachment")[0]["id"]
    for name, folder in (("gone.log", "/nowhere"), ("passwd", "/etc"), ("../../up", "/etc")):
        written.ask(
            "INSERT INTO AutoProcProgramAttachment (autoProcProgramId, fileType, fileName, filePath) VALUES (%s, 'Log', %s, %s)",
            program, name, folder,
        )  # fmt: skip
    written.ask(
        "INSERT INTO AutoProcProgramAttachment (autoProcProgramId, fileType, fileName, filePath, deleted) VALUES (%s, 'Log', 'old.log', '/x', 1)",
        program,
    )
    answer = written.get(f"/processings/{program}/archive")
    archive = zipfile.ZipFile(io.BytesIO(answer.data))
    manifest = json.loads(archive.read("manifest.json"))["files"]
    assert {row["name"] for row in manifest if row["included"]} == set(archive.namelist()) - {"manifest.json"} != set()
    missing = {row["name"]: row["missing"] for row in manifest if not row["included"]}
    assert missing.keys() == {"gone.log", "passwd", "_.._up", "old.log"}
    assert "outside" in missing["passwd"]
    assert missing["old.log"] == "The file was deleted."
    assert archive.testzip() is None
    assert written.get(f"/processings/{program}/archive", "outsider").status_code == 404
    assert written.get("/processings/999999/archive").status_code == 404
