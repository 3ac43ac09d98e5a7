"""GET /processings/jobs and /processings/jobs/{processingJobId}"""

import pytest


def ids(page):
    assert page["total"] == len(page["results"])
    return [row["processingJobId"] for row in page["results"]]


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("dataCollectionId=9203", [9601]),
        ("sessionId=9002", [9601]),
        ("sessionId=9001", []),
        ("dataCollectionId=9211", []),
    ],
)
def test_jobs_of_what_is_asked_for(ask, scope, expected):
    assert ids(ask(f"/jobs?{scope}")) == expected


def test_a_job_is_found_by_a_sweep_too(ask):
    assert ids(ask("/jobs?dataCollectionId=9211", login="admin")) == [9601]


def test_a_job_has_parameters_runs_and_the_sweeps_that_one_may_see(ask):
    job = ask("/jobs/9601")
    assert [(each["parameterKey"], each["parameterValue"]) for each in job["ProcessingJobParameters"]] == [
        ("d_min", "1.6")
    ]
    assert [each["dataCollectionId"] for each in job["ProcessingJobImageSweeps"]] == [9203]
    assert [(each["autoProcProgramId"], each["processingStatus"]) for each in job["AutoProcProgram"]] == [
        (9302, 1),
        (9307, 1),
    ]
    whole = ask("/jobs/9601", login="admin")
    assert [each["dataCollectionId"] for each in whole["ProcessingJobImageSweeps"]] == [9203, 9211]


def test_a_job_of_hidden_data_is_missing(site):
    assert site.get("/processings/jobs/9601", "outsider").status_code == 404


def test_item_is_the_run_of_the_lists_and_its_files(ask):
    (listed,) = ask("/auto-integrations?dataCollectionId=9201")["results"]
    program = ask("/9301")
    files = program.pop("AutoProcProgramAttachment")
    assert program == listed
    assert [(each["fileName"], each["_metadata"]["url"].rpartition("/v1")[2]) for each in files] == [
        ("run.log", "/processings/attachments/9701"), ("gone.log", "/processings/attachments/9702"),
    ]  # fmt: skip


def test_item_of_a_run_that_integrated_nothing(ask, site):
    program = ask("/9303")
    assert (program["processingStatus"], program["AutoProcIntegration"]) == (0, [])
    assert [each["message"] for each in program["_metadata"]["autoProcProgramMessages"]] == ["ice", "ice"]
    assert site.get("/processings/9311", "member").status_code == 404


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("/attachments?dataCollectionGroupId=9101&processingPrograms=joiner", [9701, 9702]),
        ("/attachments?sessionId=9001&fileType=Result", []),
        ("/attachments?sessionId=9002", [9704]),
    ],
)
def test_files_of_a_groups_programs(ask, query, expected):
    assert [row["autoProcProgramAttachmentId"] for row in ask(query)["results"]] == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [("?sessionId=9001", [9306, 9305, 9304, 9303]), ("?sessionId=9001&processingPrograms=MAPPER", [9306, 9305, 9303])],
)
def test_runs_of_a_session(ask, query, expected):
    assert [row["autoProcProgramId"] for row in ask(query)["results"]] == expected
