"""GET /processings and /processings/auto-integrations"""

import pytest


def ids(page):
    assert page["total"] == len(page["results"])
    return [row["autoProcProgramId"] for row in page["results"]]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/auto-integrations?dataCollectionId=9201", [9301]),
        ("/auto-integrations?dataCollectionId=9202", [9301]),
        ("/auto-integrations?dataCollectionId=9203", [9302]),
        ("?dataCollectionId=9201", [9305, 9304, 9303]),
        ("?dataCollectionId=9203", [9307]),
        ("/auto-integrations?dataCollectionId=9211", []),
        ("?dataCollectionId=9211", []),
        ("?dataCollectionId=2147483647", []),
    ],
)
def test_programs_of_a_collection_by_every_way(ask, path, expected):
    assert ids(ask(path)) == expected


def test_whoever_sees_everything_sees_the_hidden_ones_too(ask):
    assert ids(ask("/auto-integrations?dataCollectionId=9211", login="admin")) == [9311, 9302]
    assert ids(ask("?dataCollectionId=9211", login="admin")) == [9312]


def test_totals_count_before_paging(ask):
    assert ask("?limit=1")["total"] == ask("?limit=500")["total"] > 4
    whole = ask("/auto-integrations?limit=500")
    assert ask("/auto-integrations?limit=1&skip=3")["total"] == whole["total"] == len(whole["results"])
    assert ask("/auto-integrations?limit=1&skip=3")["results"] == [whole["results"][3]]


@pytest.mark.parametrize(("number", "status"), [(9303, 0), (9304, 0), (9305, None), (9306, None), (9307, 1)])
def test_status_of_either_family_means_the_same(ask, number, status):
    found = {row["autoProcProgramId"]: row["processingStatus"] for row in ask("?limit=500")["results"]}
    assert found[number] == status


def test_one_scaling_of_two_sweeps_is_shown_with_both(ask):
    (program,) = ask("/auto-integrations?dataCollectionId=9201")["results"]
    first, second = program["AutoProcIntegration"]
    assert (first["refinedXBeam"], first["DataCollection"]["xBeam"]) == (12.6, 12.5)
    joined = [link["AutoProcScaling"] for link in first["AutoProcScalingHasInt"]]
    assert [each["autoProcScalingId"] for each in joined] == [9501, 9502]
    assert [each["_metadata"]["autoProcIntegrationIds"] for each in joined] == [[9401, 9402], [9401]]
    assert [link["AutoProcScaling"]["autoProcScalingId"] for link in second["AutoProcScalingHasInt"]] == [9501]
    assert second["AutoProcScalingHasInt"][0]["AutoProcScaling"]["_metadata"]["autoProcIntegrationIds"] == [9401, 9402]


def test_every_shell_is_there_the_overall_one_first(ask):
    (program,) = ask("/auto-integrations?dataCollectionId=9201")["results"]
    scaling = program["AutoProcIntegration"][0]["AutoProcScalingHasInt"][0]["AutoProcScaling"]
    shells = scaling["AutoProcScalingStatistics"]
    assert [shell["scalingStatisticsType"] for shell in shells] == ["overall", "innerShell", "outerShell"]
    assert [(shell["rMerge"], shell["anomalous"], shell["ccAnomalous"]) for shell in shells] == [(0.05, True, 0.4)] * 3
    assert (scaling["AutoProc"]["spaceGroup"], scaling["AutoProc"]["refinedCell_a"]) == ("P 21 21 21", 61.4)


def test_sweeps_of_a_hidden_session_are_left_out(ask):
    mine = ask("/auto-integrations?dataCollectionId=9203")["results"][0]["AutoProcIntegration"]
    scaling = mine[0]["AutoProcScalingHasInt"][0]["AutoProcScaling"]
    assert [each["autoProcIntegrationId"] for each in mine] == scaling["_metadata"]["autoProcIntegrationIds"] == [9403]
    whole = ask("/auto-integrations?dataCollectionId=9203", login="admin")["results"][0]["AutoProcIntegration"]
    assert [each["autoProcIntegrationId"] for each in whole] == [9403, 9404]


def test_a_job_comes_with_its_parameters_and_sweeps(ask):
    (program,) = ask("/auto-integrations?dataCollectionId=9203")["results"]
    job = program["ProcessingJob"]
    assert (job["displayName"], job["automatic"]) == ("mixed", False)
    assert [(each["parameterKey"], each["parameterValue"]) for each in job["ProcessingJobParameters"]] == [("d_min", "1.6")]  # fmt: skip
    assert program["_metadata"]["imageSweepCount"] == 2


def test_a_program_without_a_job(ask):
    found = {row["autoProcProgramId"]: row for row in ask("?limit=500")["results"]}
    assert (found[9303]["ProcessingJob"], found[9303]["_metadata"]["imageSweepCount"]) == (None, 0)


def test_messages_and_files_are_counted_program_by_program(ask):
    found = {row["autoProcProgramId"]: row["_metadata"] for row in ask("?limit=500")["results"]}
    said = [(each["severity"], each["recordTimeStamp"]) for each in found[9303]["autoProcProgramMessages"]]
    assert said == [("ERROR", "2025-03-01T10:00:00")] * 2
    assert (found[9303]["attachments"], found[9304]["attachments"]) == (1, 0)
    assert found[9306]["autoProcProgramMessages"] == []


@pytest.mark.parametrize("path", ["", "/auto-integrations"])
@pytest.mark.parametrize("login", ["admin", "member"])
@pytest.mark.parametrize("limit", [1, 500])
def test_three_statements_whatever_the_rows(site, path, login, limit):
    with site.statements() as counted:
        assert site.get(f"/processings{path}?limit={limit}", login=login).status_code == 200
    assert counted.number <= 3


def test_the_demos_six_sweeps_together(ask):
    found = {row["autoProcProgramId"]: row for row in ask("/auto-integrations?limit=500", login="admin")["results"]}
    sweeps = found[9010]["AutoProcIntegration"]
    assert len(sweeps) == 6
    for sweep in sweeps:
        scalings = [link["AutoProcScaling"] for link in sweep["AutoProcScalingHasInt"]]
        assert [len(each["_metadata"]["autoProcIntegrationIds"]) for each in scalings] == [6, 6]
        assert [each["resolutionEllipsoidValue1"] for each in scalings] == [None, 1.58]
