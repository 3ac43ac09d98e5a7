"""POST /processings/phasing and /processings/refinements."""

import pytest

from ispyb_api.processing.schemas_made import MadePhasingStepSchema, MadeRefinementSchema
from ispyb_api.processing.schemas_phasing import PhasingStepPageSchema, RefinementPageSchema
from tests.contract.shapes import faults

BLOB = {"mapType": "anomalous", "x": 0.1, "y": 0.25, "z": 0.7, "height": 12.4, "nearestAtomName": "SD"}


@pytest.fixture
def collection(rows):
    return rows.collection()


@pytest.fixture
def scaling(instrument, collection):
    integrations = [{"dataCollectionId": collection}]
    body = {"processingPrograms": "x", "AutoProcIntegration": integrations, "AutoProcScaling": [{}]}
    return instrument.make("/processings", **body)["AutoProcScaling"][0]["autoProcScalingId"]


@pytest.fixture
def sent(scaling):
    """Preparation, two hands of one substructure, and a model of one of them."""
    run = {
        "phasingPrograms": "SHELXE",
        "phasingStatus": 1,
        "phasingStartTime": "2030-06-12T10:00:00",
        "PhasingProgramAttachment": [{"filePath": "/data", "fileName": f"{n}.pdb", "fileType": "PDB"} for n in "ab"],
    }
    numbers = [
        {
            "metric": "FOM",
            "statisticsValue": 0.61,
            "binNumber": 999,
            "numberOfBins": 10,
            "lowRes": 50.0,
            "highRes": 1.9,
        },
        {"metric": "Pseudo_free_CC", "statisticsValue": 71.2, "binNumber": 999},
    ]
    step = {"autoProcScalingId": scaling, "spaceGroup": "P 21 21 21", "method": "SAD", "groupName": "one"}
    return [
        {**step, "phasingStepType": "PREPARE"},
        {**step, "phasingStepType": "PHASING", "previous": 0, "enantiomorph": "original", "PhasingProgramRun": run, "PhasingStatistics": numbers},
        {**step, "phasingStepType": "PHASING", "previous": 0, "enantiomorph": "inverse", "solventContent": 0.47, "lowRes": 50, "highRes": 1.9},
        {**step, "phasingStepType": "MODELBUILDING", "previous": 1, "PhasingProgramRun": {**run, "phasingPrograms": "ARP/wARP"}},
    ]  # fmt: skip


def test_steps_are_read_back_as_a_tree(written, instrument, collection, sent):
    answer = instrument.send("POST", "/processings/phasing", sent)
    assert answer.status_code == 201, answer.json
    made = answer.json
    assert [fault for row in made for fault in faults(MadePhasingStepSchema, row)] == []
    page = written.get(f"/processings/phasing?dataCollectionId={collection}", "pi").json
    assert list(faults(PhasingStepPageSchema, page)) == []
    shown = {row["phasingStepId"]: row for row in page["results"]}
    steps = [shown[row["phasingStepId"]] for row in made]
    ids = [row["phasingStepId"] for row in made]
    assert [row["previousPhasingStepId"] for row in steps] == [None, ids[0], ids[0], ids[1]]
    assert {row["SpaceGroup"]["spaceGroupShortName"] for row in steps} == {"P212121"}
    assert (steps[2]["enantiomorph"], steps[2]["solventContent"], steps[2]["highRes"]) == ("inverse", "0.47", "1.9")
    run = steps[1]["PhasingProgramRun"]
    assert (run["phasingPrograms"], run["phasingStatus"]) == ("SHELXE", 1)
    assert [file["fileName"] for file in run["PhasingProgramAttachment"]] == ["a.pdb", "b.pdb"]
    assert [file["phasingProgramAttachmentId"] for file in run["PhasingProgramAttachment"]] == made[1]["phasingProgramAttachmentIds"]  # fmt: skip
    numbers = {row["phasingStatisticsId"]: row for row in steps[1]["PhasingStatistics"]}
    for number, value in zip(made[1]["phasingStatisticsIds"], sent[1]["PhasingStatistics"], strict=True):
        assert {name: numbers[number][name] for name in value} == value
    assert (steps[0]["PhasingProgramRun"], steps[3]["PhasingProgramRun"]["phasingPrograms"]) == (None, "ARP/wARP")


def test_a_step_follows_one_that_was_recorded_before(written, instrument, collection, sent):
    first = instrument.send("POST", "/processings/phasing", sent[:1]).json[0]["phasingStepId"]
    later = {**sent[1], "previousPhasingStepId": first, "previous": None}
    instrument.send("POST", "/processings/phasing", [later])
    steps = written.get(f"/processings/phasing?dataCollectionId={collection}", "pi").json["results"]
    assert [row["previousPhasingStepId"] for row in steps] == [None, first]


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("[1].previous", {"previous": 1}),
        ("[1].previous", {"previous": 2}),
        ("[1].previous", {"previousPhasingStepId": 1}),
        ("[1].previousPhasingStepId", {"previous": None, "previousPhasingStepId": 2**31 - 1}),
        ("[1].autoProcScalingId", {"autoProcScalingId": 2**31 - 1}),
        ("[1].spaceGroup", {"spaceGroup": "P 7"}),
        ("[1].phasingStepType", {"phasingStepType": "DREAMING"}),
        ("[1].solventContent", {"solventContent": 47}),
        ("[1].PhasingStatistics[0].metric", {"PhasingStatistics": [{"metric": "joy", "statisticsValue": 1}]}),
        ("[1].PhasingProgramRun.phasingPrograms", {"PhasingProgramRun": {"phasingPrograms": "x" * 256}}),
        (
            "[1].PhasingProgramRun.PhasingProgramAttachment[0].fileName",
            {
                "PhasingProgramRun": {
                    "phasingPrograms": "x",
                    "PhasingProgramAttachment": [{"filePath": "/", "fileName": "x" * 46}],
                }
            },
        ),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_left(written, instrument, sent, field, change):
    tables = ("PhasingStep", "PhasingProgramRun", "PhasingStatistics", "PhasingProgramAttachment")
    before = [written.ask(f"SELECT COUNT(*) AS n FROM {table}") for table in tables]
    sent[1] |= change
    answer = instrument.send("POST", "/processings/phasing", sent)
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field])
    assert [written.ask(f"SELECT COUNT(*) AS n FROM {table}") for table in tables] == before


def test_refinements_are_read_back_with_their_blobs(written, instrument, collection, scaling):
    program = instrument.make("/processings", processingPrograms="dimple", dataCollectionId=collection)
    sent = [
        {
            "autoProcScalingId": scaling,
            "autoProcProgramId": program["autoProcProgramId"],
            "success": True,
            "pipeline": "dimple",
            "rValueStart": 0.31,
            "rValueEnd": 0.19,
            "rFreeValueEnd": 0.23,
            "LLG": 812.0,
            "TFZ": 21.4,
            "spaceGroup": "P 21 21 21",
            "MXMRRunBlob": [BLOB, {**BLOB, "mapType": "difference", "occupancy": 0.8}],
        },
        {"autoProcScalingId": scaling, "message": "no solution"},
    ]
    answer = instrument.send("POST", "/processings/refinements", sent)
    assert answer.status_code == 201, answer.json
    made = answer.json
    assert [fault for row in made for fault in faults(MadeRefinementSchema, row)] == []
    page = written.get(f"/processings/refinements?dataCollectionId={collection}", "pi").json
    assert list(faults(RefinementPageSchema, page)) == []
    assert [row["mxMRRunId"] for row in page["results"]] == [row["mxMRRunId"] for row in made]
    for one, shown in zip(sent, page["results"], strict=True):
        assert {name: shown[name] for name in one if name != "MXMRRunBlob"} == {
            name: value for name, value in one.items() if name != "MXMRRunBlob"
        }
    blobs = page["results"][0]["MXMRRunBlob"]
    assert [row["mxMRRunBlobId"] for row in blobs] == made[0]["mxMRRunBlobIds"]
    assert [{name: row[name] for name in BLOB} for row in blobs] == [BLOB, {**BLOB, "mapType": "difference"}]


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("[0].rFreeValueEnd", {"rFreeValueEnd": 23.1}),
        ("[0].MXMRRunBlob[0].nearestAtomName", {"MXMRRunBlob": [{**BLOB, "nearestAtomName": "HD111"}]}),
        ("[0].MXMRRunBlob[0].mapType", {"MXMRRunBlob": [{"mapType": "2Fo-Fc"}]}),
        ("[0].autoProcProgramId", {"autoProcProgramId": 2**31 - 1}),
    ],
)
def test_what_is_wrong_in_a_refinement_is_named(instrument, scaling, field, change):
    answer = instrument.send("POST", "/processings/refinements", [{"autoProcScalingId": scaling, **change}])
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field])
