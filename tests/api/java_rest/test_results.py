"""What came of processing: a golden row, written from the facts and the demo's rows."""

import pytest

from tests.support.java import stamp

VIEW = "/proposal/mx415/mx/autoprocintegration/datacollection"
SHELLS = ("overall", "innerShell", "outerShell")


def of_run(java, collection, run):
    (rows,) = java.rows(f"{VIEW}/{collection}/view", "pi")
    return [row for row in rows if row["AutoProcIntegration_autoProcIntegrationId"] == run]


def test_a_run_has_every_key(java):
    (row,) = of_run(java, 6, 61)
    (statistics,) = [
        {each["scalingStatisticsType"]: each for each in java.site.ask("SELECT * FROM AutoProcScalingStatistics WHERE autoProcScalingId = 61")}
    ]  # fmt: skip
    joined = (
        *(
            "resolutionLimitLow",
            "resolutionLimitHigh",
            "completeness",
            "multiplicity",
            "anomalousMultiplicity",
            "ccHalf",
        ),
        *("meanIOverSigI", "anomalousCompleteness", "rMerge", "rMeasAllIPlusIMinus", "rPimWithinIPlusIMinus", "sigAno"),
        *("ccAno", "isa", "rMeasWithinIPlusIMinus", "rPimAllIPlusIMinus", "fractionalPartialBias"),
        *("nTotalObservations", "nTotalUniqueObservations"),
    )
    for name in joined:
        found = [float(each) for each in row.pop(name).split(",")]
        assert found == pytest.approx([float(statistics[shell][name]) for shell in SHELLS]), name
    prefix = "v_datacollection_summary_phasing"
    cell = {name: row.pop(f"{prefix}_cell_{name}") for name in ("a", "b", "c", "alpha", "beta", "gamma")}
    assert cell == pytest.approx({"a": 79.2582, "b": 79.2582, "c": 37.8621, "alpha": 90, "beta": 90, "gamma": 90})
    assert row == {
        f"{prefix}_autoProcIntegrationId": 61,
        f"{prefix}_dataCollectionId": 6,
        f"{prefix}_anomalous": False,
        f"{prefix}_autoproc_space_group": "P 43 21 2",
        f"{prefix}_autoproc_autoprocId": 61,
        f"{prefix}_autoProcScalingId": 61,
        f"{prefix}_autoProcProgramId": 61,
        "v_datacollection_processingPrograms": "fast_dp",
        "v_datacollection_processingStatus": "SUCCESS",
        "v_datacollection_processingStartTime": stamp("2030-04-13 10:03:59"),
        "v_datacollection_processingEndTime": stamp("2030-04-13 10:07:59"),
        "v_datacollection_summary_session_sessionId": 2,
        "v_datacollection_summary_session_proposalId": 1,
        "AutoProcIntegration_dataCollectionId": 6,
        "AutoProcIntegration_autoProcIntegrationId": 61,
        "Protein_acronym": "LYSO",
        "Protein_proteinId": 1,
        "BLSample_name": "LYSO-a1",
        "DataCollection_dataCollectionNumber": 1,
        "DataCollection_imagePrefix": "LYSO-a1",
        "scalingStatisticsType": "overall,innerShell,outerShell",
        "anomalous": "0,0,0",
        "phasingStepType": None,
        "spaceGroupShortName": None,
        "spaceGroupIds": None,
        "PhasingStep_phasing_phasingStepType": None,
        "SpaceGroup_spaceGroupShortName": None,
    }


def test_a_run_that_led_to_phasing_is_repeated_step_by_step(java):
    rows = of_run(java, 73, 731)
    steps = ["PREPARE", "SUBSTRUCTUREDETERMINATION", "PHASING", "MODELBUILDING", "PHASING"]
    assert [row["PhasingStep_phasing_phasingStepType"] for row in rows] == steps
    assert {row["phasingStepType"] for row in rows} == {",".join(steps)}


def test_a_run_without_a_result_has_no_statistics_and_an_empty_space_group(java):
    found = java.rows(f"{VIEW}/{','.join(map(str, range(1, 96)))}/view", "pi")
    failed = [row for rows in found for row in rows if row["scalingStatisticsType"] is None]
    assert failed
    for row in failed:
        assert row["v_datacollection_summary_phasing_autoproc_space_group"] == ""
        assert row["rMerge"] is row["anomalous"] is None


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        ("6", [3]),
        ("24,6", [3, 3]),  # in the order of the path
        ("101,6", [0, 3]),  # of another proposal
        ("5", [0]),
        ("null", []),
        ("6,null,6", [3]),
    ],
)
def test_there_is_a_list_for_each_collection(java, ids, expected):
    found = java.rows(f"{VIEW}/{ids}/view", "pi")
    assert [len({row["AutoProcIntegration_autoProcIntegrationId"] for row in rows}) for rows in found] == expected


def test_the_order_is_that_of_the_path(java):
    found = java.rows(f"{VIEW}/24,6/view", "pi")
    assert [{row["AutoProcIntegration_dataCollectionId"] for row in rows} for rows in found] == [{24}, {6}]
