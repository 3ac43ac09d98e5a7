"""EXI's page of proteins: each count against a plain count of the tables' rows."""

import pytest

PATH = "/proposal/mx415/mx/protein/stats"
COLLECTED = """
SELECT pr.proteinId, sm.blSampleId, g.dataCollectionGroupId, g.sessionId, dc.dataCollectionId, dc.numberOfImages, dc.startTime
  FROM Protein pr JOIN Crystal cr ON cr.proteinId = pr.proteinId JOIN BLSample sm ON sm.crystalId = cr.crystalId
  JOIN DataCollectionGroup g ON g.blSampleId = sm.blSampleId
  LEFT JOIN DataCollection dc ON dc.dataCollectionGroupId = g.dataCollectionGroupId
 WHERE pr.proposalId = 1
"""
PHASED = """
SELECT ps.phasingStepId, ps.method, ps.phasingStepType, ps.programRunId, ai.dataCollectionId
  FROM PhasingStep ps JOIN AutoProcScaling_has_Int h ON h.autoProcScalingId = ps.autoProcScalingId
  JOIN AutoProcIntegration ai ON ai.autoProcIntegrationId = h.autoProcIntegrationId
"""


def ids(text):
    return sorted(map(int, text.split(","))) if text else []


def count(site, sql, *values):
    return site.ask(sql, *values)[0]["n"]


@pytest.fixture
def rows(java):
    return java.rows(PATH, "pi")


def test_there_is_a_row_for_each_protein(java, rows, site):
    proteins = site.ask("SELECT proteinId, name, acronym FROM Protein WHERE proposalId = 1 ORDER BY proteinId")
    assert [{name: row[name] for name in ("proteinId", "name", "acronym")} for row in rows] == proteins
    assert {row["proposalId"] for row in rows} == {1}


def test_what_was_collected_is_counted(site, rows):
    collected = site.ask(COLLECTED)
    for row in rows:
        mine = [each for each in collected if each["proteinId"] == row["proteinId"]]
        small = [each for each in mine if each["numberOfImages"] is not None and each["numberOfImages"] < 5]
        sessions = {each["sessionId"] for each in mine}
        assert row["DataCollectionGroupCount"] == len({each["dataCollectionGroupId"] for each in mine})
        assert row["DataCollectionCount"] == sum((each["numberOfImages"] or 0) > 4 for each in mine)
        assert row["TestDataCollectionCount"] == len(small)
        assert ids(row["TestDataCollectionIdList"]) == sorted(each["dataCollectionId"] for each in small)
        assert row["latestDataCollectionId"] == max((each["dataCollectionId"] for each in small), default=None)
        assert row["SessionCount"] == len(sessions)
        assert {int(each.split("/")[0]) for each in (row["SessionValuesList"] or "").split(",") if each} == sessions
    assert sum(row["DataCollectionCount"] for row in rows) > 20


def test_samples_and_scans_are_counted(site, rows):
    for row in rows:
        key = row["proteinId"]
        samples = "FROM BLSample sm JOIN Crystal cr ON cr.crystalId = sm.crystalId WHERE cr.proteinId = %s"
        scans = f"SELECT COUNT(*) AS n FROM EnergyScan WHERE blSampleId IN (SELECT sm.blSampleId {samples})"
        spectra = (
            f"SELECT COUNT(*) AS n FROM XFEFluorescenceSpectrum WHERE blSampleId IN (SELECT sm.blSampleId {samples})"
        )
        assert row["CrystalCount"] == count(site, "SELECT COUNT(*) AS n FROM Crystal WHERE proteinId = %s", key)
        assert row["BLSampleCount"] == count(site, f"SELECT COUNT(*) AS n {samples}", key)
        assert row["EnergyScanCount"] == count(site, scans, key)
        assert row["XFEFluorescenceSpectrumCount"] == count(site, spectra, key)
    assert any(row["EnergyScanSessionIdList"] for row in rows)


def test_phasing_is_counted_once(site, rows):
    collected, phased = site.ask(COLLECTED), site.ask(PHASED)
    for row in rows:
        mine = {each["dataCollectionId"] for each in collected if each["proteinId"] == row["proteinId"]}
        steps = {each["phasingStepId"]: each for each in phased if each["dataCollectionId"] in mine}
        built = [each for each in steps.values() if each["phasingStepType"] == "MODELBUILDING"]
        assert row["PhasingStepCount"] == len(steps)
        assert row["SADPhasingStepCount"] == sum(each["method"] == "SAD" for each in steps.values())
        assert row["ModelBuildingPhasingStepCount"] == len(built)
        assert row["PhasingProgramRunCount"] == len({each["programRunId"] for each in steps.values()} - {None})
        assert set(ids(row["ModelBuildingPhasingStepDataCollectionIdList"])) <= mine
    assert sum(row["PhasingStepCount"] for row in rows) > 0


def test_a_session_is_told_as_exi_cuts_it(java, site):
    session = site.ask("SELECT beamLineName, startDate FROM BLSession WHERE sessionId = 3")[0]
    told = [each for row in java.rows(PATH, "pi") for each in (row["SessionValuesList"] or "").split(",")]
    assert f"3/{session['beamLineName']}/{session['startDate']}" in told


def test_of_sessions_that_one_does_not_see_nothing_is_counted(java, site):
    own = java.rows(PATH, "member")
    seen = {session for row in own for session in (row["SessionValuesList"] or "").split(",") if session}
    allowed = {
        str(row["sessionId"])
        for row in site.ask(
            "SELECT sessionId FROM Session_has_Person shp JOIN Person p ON p.personId = shp.personId WHERE p.login = 'member'"
        )
    }
    assert {each.split("/")[0] for each in seen} <= allowed
    assert sum(row["DataCollectionCount"] for row in own) < sum(
        row["DataCollectionCount"] for row in java.rows(PATH, "pi")
    )


def test_it_takes_as_many_statements_whatever_there_is(java, site):
    counts = set()
    for name in ("mx415", "mx533"):
        java.rows(f"/proposal/{name}/mx/protein/stats")
        with site.statements() as counted:
            java.rows(f"/proposal/{name}/mx/protein/stats")
        counts.add(counted.number)
    assert max(counts) <= 10
