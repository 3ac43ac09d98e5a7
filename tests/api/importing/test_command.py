"""ispyb-api import: what files say is there afterwards, as if a pipeline had sent it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from ispyb_api import cli
from tests.support.instrument import Instrument, running_session

FILES = Path(__file__).parent / "files"
# Of the sweeps of files/ispyb.json.
IMAGES = {"imageDirectory": "/data/lyso/", "imagePrefix": "lyso", "imageSuffix": "cbf"}


@pytest.fixture
def run(written):
    """Run the command against the site; return its result."""
    environ = {"ISPYB_DATABASE_URL": written.url, "ISPYB_TOKEN_SECRET": "s" * 32}

    def run(*arguments):
        result = CliRunner().invoke(cli.main, ["import", *map(str, arguments)], env=environ)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return run


@pytest.fixture(scope="module")
def sweeps(written):
    """Two data collections that the sweeps of files/ispyb.json are; return the session's name and their ids."""
    instrument, session = Instrument(written), running_session(written)
    group = instrument.make("/datacollectiongroups", sessionId=session["sessionId"])["dataCollectionGroupId"]
    made = [
        instrument.make(
            "/datacollections",
            dataCollectionGroupId=group,
            dataCollectionNumber=number,
            fileTemplate=f"lyso_{number}_####.cbf" if number == 1 else f"lyso_{number}_%04d.cbf",
            **IMAGES,
        )["dataCollectionId"]
        for number in (1, 2)
    ]
    return written.get(f"/sessions/{session['sessionId']}").json["session"], made


def programs(site):
    return site.ask("SELECT COUNT(*) AS n FROM AutoProcProgram")[0]["n"]


def last(site):
    number = site.ask("SELECT MAX(autoProcProgramId) AS id FROM AutoProcProgram")[0]["id"]
    return site.get(f"/processings/{number}").json


def test_sweeps_are_found_by_their_images(written, run, sweeps):
    session, collections = sweeps
    result = run("--session", session, FILES / "ispyb.json")
    assert result.exit_code == 0, result.output
    found = last(written)
    assert found["processingPrograms"] == "xia2"
    assert [each["DataCollection"]["dataCollectionId"] for each in found["AutoProcIntegration"]] == collections
    assert [each["endImageNumber"] for each in found["AutoProcIntegration"]] == [900, 450]
    scaling = found["AutoProcIntegration"][0]["AutoProcScalingHasInt"][0]["AutoProcScaling"]
    assert len(scaling["_metadata"]["autoProcIntegrationIds"]) == 2, "both were scaled together"
    assert scaling["AutoProc"]["spaceGroup"] == "P 43 21 2"
    shells = {each["scalingStatisticsType"]: each for each in scaling["AutoProcScalingStatistics"]}
    assert (shells["overall"]["rMerge"], shells["outerShell"]["rMerge"]) == (0.062, 2.31)
    files = {each["fileName"]: each["fileType"] for each in found["AutoProcProgramAttachment"]}
    assert files == {"xia2.html": "Log", "ispyb.json": "Result"}


@pytest.mark.parametrize("name", ["autoPROC.xml", "CORRECT.LP"])
def test_one_data_collection_is_that_of_all_sweeps(written, run, sweeps, name):
    number = sweeps[1][0]
    result = run("--collection", number, FILES / name)
    assert result.exit_code == 0, result.output
    assert {each["DataCollection"]["dataCollectionId"] for each in last(written)["AutoProcIntegration"]} == {number}


def test_several_scalings_keep_their_own_sweeps(written, run, sweeps):
    first, second = sweeps[1]
    result = run("--collection", first, "--collection", second, "--collection", first, FILES / "result.cif")
    assert result.exit_code == 0, result.output
    integrations = last(written)["AutoProcIntegration"]
    joined = [each["AutoProcScalingHasInt"][0]["AutoProcScaling"]["_metadata"]["autoProcIntegrationIds"] for each in integrations]  # fmt: skip
    assert [len(each) for each in joined] == [2, 2, 1]


def test_a_dry_run_shows_and_records_nothing(written, run, sweeps):
    before = programs(written)
    result = run("--collection", sweeps[1][0], "--dry-run", FILES / "autoPROC.xml")
    assert result.exit_code == 0
    sent = json.loads(result.stdout)
    assert sent["AutoProcScaling"][0]["AutoProc"]["refinedCell_c"] == 149.82
    assert programs(written) == before


@pytest.mark.parametrize("name", ["ispyb.json", "autoPROC.xml", "CORRECT.LP", "result.cif"])
def test_a_file_is_recorded_once(written, run, sweeps, tmp_path, name):
    file = tmp_path / name
    file.write_bytes((FILES / name).read_bytes())
    first, before = run("--collection", sweeps[1][0], file), programs(written)
    number = last(written)["autoProcProgramId"]
    again = run("--collection", sweeps[1][0], file)
    assert (first.exit_code, again.exit_code) == (0, 0), first.output + again.output
    assert f"is there already, as run {number} of the data collections {sweeps[1][0]}" in again.output
    shown = run("--collection", sweeps[1][0], "--dry-run", file)
    assert (shown.exit_code, f"there already, as run {number}" in shown.output) == (0, True)
    assert programs(written) == before


def test_another_run_is_recorded_beside_the_first(written, run, sweeps, tmp_path):
    """Of the same file: for other data, of a program of another name, and where the operator says so."""
    file, (first, second) = tmp_path / "CORRECT.LP", sweeps[1]
    file.write_bytes((FILES / "CORRECT.LP").read_bytes())
    before = programs(written)
    for arguments in (
        ("--collection", first),
        ("--collection", second),
        ("--collection", first, "--program", "XDS by hand"),
        ("--collection", first, "--again"),
        ("--collection", first),
    ):
        assert run(*arguments, file).exit_code == 0
    assert programs(written) == before + 4


def test_a_file_that_was_left_by_another_program_is_no_run_of_its_own(written, run, sweeps, tmp_path):
    file, number = tmp_path / "CORRECT.LP", sweeps[1][0]
    file.write_bytes((FILES / "CORRECT.LP").read_bytes())
    left = {"fileName": file.name, "filePath": str(tmp_path), "fileType": "Log"}
    pipeline = Instrument(written)
    pipeline.make(
        "/processings", processingPrograms="autoPROC", dataCollectionId=number, AutoProcProgramAttachment=[left]
    )
    before = programs(written)
    assert run("--collection", number, file).exit_code == 0
    assert programs(written) == before + 1
    assert "is there already" in run("--collection", number, file).output


def test_a_file_of_almost_the_same_name_is_another(written, run, sweeps, tmp_path):
    before = programs(written)
    for name in ("correct.lp", "CORRECT.LP", "Correct.lp"):
        (tmp_path / name).write_bytes((FILES / "CORRECT.LP").read_bytes())
        assert run("--collection", sweeps[1][0], tmp_path / name).exit_code == 0
    assert programs(written) == before + 3


def test_a_file_that_is_refused_does_not_keep_the_others(written, run, sweeps, tmp_path):
    before = programs(written)
    damaged = tmp_path / "damaged.xml"
    damaged.write_text("<AutoProcContainer>")
    result = run("--again", "--session", sweeps[0], damaged, FILES / "autoPROC.xml", FILES / "ispyb.json")
    assert result.exit_code == 1
    assert "ends early" in result.output
    assert "are of none of this session" in result.output
    assert "2 of 3 files were not recorded" in result.output
    assert programs(written) == before + 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "--collection or --session"),
        (("--collection", 1, "--session", "mx415-3"), "--collection or --session"),
        (("--collection", 2147483647), "No such row"),
        (("--session", "mx999-1"), "No session mx999-1"),
        (("--collection", 1, "--collection", 2, "--collection", 3), "2 sweeps"),
    ],
)
def test_what_is_asked_wrongly_is_explained(written, run, arguments, said):
    before = programs(written)
    result = run(*arguments, FILES / "ispyb.json")
    assert result.exit_code != 0
    assert said in result.output
    assert programs(written) == before


def test_a_dry_run_says_which_data_collection_is_not_there(run, sweeps):
    result = run("--collection", sweeps[1][0], "--collection", 2147483647, "--dry-run", FILES / "ispyb.json")
    assert result.exit_code == 1
    assert "data collection 2147483647: No such row" in result.output


def test_a_file_that_names_no_program_says_what_to_do(run, sweeps, tmp_path):
    unnamed = tmp_path / "ispyb.json"
    unnamed.write_text((FILES / "ispyb.json").read_text().replace('"processingProgram"', '"by"'))
    assert "--program" in run("--session", sweeps[0], unnamed).output
    assert run("--session", sweeps[0], "--program", "xia2 dials", unnamed).exit_code == 0


def test_a_value_that_cannot_be_right_is_named(written, run, sweeps, tmp_path):
    wrong = tmp_path / "ispyb.json"
    wrong.write_text((FILES / "ispyb.json").read_text().replace('"refinedCell_a": 78.91', '"refinedCell_a": -7'))
    result = run("--session", sweeps[0], wrong)
    assert result.exit_code == 1
    assert "AutoProcScaling[0].AutoProc.refinedCell_a" in result.output


def test_what_was_imported_is_on_record(written, run, sweeps):
    run("--again", "--session", sweeps[0], FILES / "ispyb.json")
    line = written.ask("SELECT action, login FROM api_activity ORDER BY activityId DESC LIMIT 1")[0]
    assert line["action"] == "processing added"
    assert line["login"].endswith("(command)")
