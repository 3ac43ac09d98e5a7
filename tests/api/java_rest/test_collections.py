"""Data collections: golden answers, written from the facts and the demo's rows."""

import datetime
import re

import pytest

from tests.support.java import moved, sources, stamp

SUMMARY = "### 4.1 Group summary rows"
# Which row of a table a summary shows, by a key of the summary.
KEYS = {
    "DataCollectionGroup": ("dataCollectionGroupId", "DataCollectionGroup_dataCollectionGroupId"),
    "DataCollection": ("dataCollectionId", "DataCollection_dataCollectionId"),
    "BLSample": ("blSampleId", "BLSample_blSampleId"),
    "BLSession": ("sessionId", "BLSession_sessionId"),
    "Container": ("containerId", "Container_containerId"),
    "Dewar": ("dewarId", "Dewar_dewarId"),
    "Shipping": ("shippingId", "Shipping_shippingId"),
    "Protein": ("proteinId", "Protein_proteinId"),
    "Workflow": ("workflowId", "Workflow_workflowId"),
    "DiffractionPlan": ("diffractionPlanId", "diffractionPlanId"),
}


def summaries(java, path, login="admin"):
    found = java.rows(path, login)
    return {row["DataCollectionGroup_dataCollectionGroupId"]: row for row in found}


@pytest.fixture
def of_session(java):
    """Every group of MX415's second and third session."""
    return summaries(java, "/proposal/mx415/mx/datacollection/session/2,3/list", "pi")


def test_there_is_a_row_for_each_group_the_newest_first(java):
    found = java.rows("/proposal/mx415/mx/datacollection/session/3/list", "pi")
    begun = [row["DataCollection_startTime"] for row in found]
    times = [datetime.datetime.strptime(each, "%b %d, %Y %I:%M:%S %p") for each in begun]
    assert times == sorted(times, reverse=True)
    groups = java.site.ask("SELECT COUNT(*) AS n FROM DataCollectionGroup WHERE sessionId = 3")
    assert len(found) == groups[0]["n"]


@pytest.mark.parametrize("table", KEYS)
def test_each_key_is_the_column_that_the_facts_name(java, of_session, table):
    key, shown = KEYS[table]
    columns = {name: column for name, (of, column) in sources(SUMMARY).items() if of == table}
    rows = {row[key]: row for row in java.site.ask(f"SELECT * FROM {table}")}
    compared = 0
    for summary in of_session.values():
        if shown in summary:
            row = {name.lower(): value for name, value in rows[summary[shown]].items()}
            for name, column in columns.items():
                assert summary.get(name) == _sent(row[column.lower()]), f"{shown} {summary[shown]}: {name}"
                compared += 1
    assert compared > 10 * len(columns)


def _sent(value):
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", value):
        value = datetime.datetime.fromisoformat(value)
    if isinstance(value, datetime.datetime):
        return f"{value:%b} {value.day}, {value.year} {int(value.strftime('%I'))}:{value:%M:%S} {value:%p}"
    return value


def test_a_group_is_shown_with_its_last_collection(java, of_session):
    last = java.site.ask(
        "SELECT dataCollectionGroupId AS g, MAX(dataCollectionId) AS dc, COUNT(*) AS n, SUM(numberOfImages) AS images"
        " FROM DataCollection GROUP BY dataCollectionGroupId"
    )
    for row in last:
        if row["g"] in of_session:
            found = of_session[row["g"]]
            assert found["DataCollection_dataCollectionId"] == row["dc"]
            assert found["totalNumberOfDataCollections"] == found["numberOfGridSquares"] == row["n"]
            assert found["totalNumberOfImages"] == row["images"]


def test_the_collections_of_a_group_are_joined(of_session):
    """39 is a multi-wedge collection of six sweeps."""
    group = of_session[39]
    ids = [int(each) for each in group["dataCollectionIdList"].split(",")]
    assert len(ids) == 6
    assert group["DataCollection_dataCollectionId"] == max(ids)
    assert group["startTimeList"].split(",")[0] == str(moved("2030-06-11 10:17:44"))
    assert len(group["imageDirectoryList"].split(",")) == 6
    assert sum(map(int, group["imagesCount"].split(","))) == group["totalNumberOfImages"]
    assert "magnificationList" not in group


def test_what_came_of_processing_is_joined_shell_by_shell(of_session):
    """61, 62 and 63 are the runs on collection 6, of three shells each."""
    group = of_session[6]
    assert group["autoProcIntegrationId"] == "61, 61, 61, 62, 62, 62, 63, 63, 63"
    assert group["autoProcIds"] == group["autoProcIntegrationId"]
    assert group["processingPrograms"].split(", ")[::3] == ["fast_dp", "autoPROC", "xia2 dials"]
    assert group["processingStatus"] == ", ".join(["SUCCESS"] * 9)
    assert group["scalingStatisticsTypes"] == ", ".join(["overall", "innerShell", "outerShell"] * 3)
    assert group["Autoprocessing_anomalous"] == ", ".join("0" * 9)
    assert group["AutoProc_spaceGroups"].split(", ")[0] == "P 43 21 2"
    assert [float(each) for each in group["rMerges"].split(", ")[:3]] == [0.063, 0.0315, 0.8925]
    assert len(group["completenessList"].split(", ")) == 9
    assert (group["scalingStatisticsType"], group["rMerge"], group["anomalous"]) == ("overall", 0.063, False)
    assert group["AutoProcIntegration_autoProcIntegrationId"] == 61


def test_a_collection_that_was_not_processed_has_no_such_keys(of_session):
    assert not {"autoProcIntegrationId", "cell_a", "rMerges", "processingPrograms"} & of_session[5].keys()


def test_a_characterisation_is_shown(java, of_session):
    (output,) = java.site.ask("SELECT * FROM ScreeningOutput WHERE screeningId = 5")
    (lattice,) = java.site.ask("SELECT * FROM ScreeningOutputLattice WHERE screeningOutputId = 5")
    group = of_session[5]
    assert group["Screening_screeningId"] == group["Screening_dataCollectionId"] == 5
    assert (group["ScreeningOutput_indexingSuccess"], group["ScreeningOutput_strategySuccess"]) == (True, True)
    for name in ("rankingResolution", "mosaicity", "totalRotationRange", "totalExposureTime", "totalNumberOfImages"):
        assert group[f"ScreeningOutput_{name}"] == pytest.approx(output[name])
    assert group["ScreeningOutputLattice_spaceGroup"] == lattice["spaceGroup"]
    assert group["ScreeningOutputLattice_unitCell_a"] == pytest.approx(lattice["unitCell_a"])
    wedges = java.site.ask(
        "SELECT * FROM ScreeningStrategySubWedge WHERE screeningStrategyWedgeId = 51 ORDER BY screeningStrategySubWedgeId"
    )
    for name in ("exposureTime", "transmission", "oscillationRange", "numberOfImages", "axisStart"):
        assert group[f"ScreeningStrategySubWedge_{name}"] == pytest.approx(wedges[0][name])


def test_one_that_was_not_indexed_hides_the_block(of_session):
    group = next(row for row in of_session.values() if row.get("Screening_screeningId") == 13)
    assert group["ScreeningOutput_indexingSuccess"] is False
    assert not {"ScreeningOutput_totalRotationRange", "ScreeningOutputLattice_unitCell_a"} & group.keys()


def test_steps_of_the_workflow_are_joined(of_session):
    for group in (10, 11, 12):
        row = of_session[group]
        assert row["Workflow_workflowType"] == "MXPressE"
        assert row["WorkflowStep_workflowStepId"] == "1,2,3,4"
        assert row["WorkflowStep_workflowStepType"] == "Snapshots,Mesh,Characterisation,Data collection"
        assert row["WorkflowStep_status"] == "Success,Success,Success,Success"
        assert row["characterisationWorkflowStepIds"] == "3"
    assert "WorkflowStep_workflowStepId" not in of_session[6]


def test_phasing_is_counted_by_its_method(of_session):
    group = of_session[51]
    assert (group["hasPhasing"], group["hasMR"]) == (5, 0)
    assert group["SpaceGroupModelResolvedByPhasing"] == "P212121"
    assert "SpaceGroupModelResolvedByMr" not in group
    assert of_session[6]["hasPhasing"] == 0


def test_the_first_and_the_last_image_are_named(java, of_session):
    images = java.site.ask(
        "SELECT MIN(imageId) AS low, MAX(imageId) AS high, MIN(synchrotronCurrent) AS current FROM Image"
        " WHERE dataCollectionId = 6"
    )[0]
    group = of_session[6]
    assert (group["firstImageId"], group["lastImageId"]) == (images["low"], images["high"]) == (61, 62)
    assert float(group["synchrotronCurrent"].partition(",")[0]) >= images["current"]


def test_groups_of_a_collection_show_that_collection(java):
    ids = [int(each) for each in summaries(java, "/proposal/mx415/mx/datacollection/session/3/list")[39]["dataCollectionIdList"].split(",")]  # fmt: skip
    found = java.rows(f"/proposal/mx415/mx/datacollection/{ids[0]},{ids[1]}/list", "pi")
    assert sorted(row["DataCollection_dataCollectionId"] for row in found) == ids[:2]
    assert {row["DataCollectionGroup_dataCollectionGroupId"] for row in found} == {39}


@pytest.mark.parametrize(
    ("login", "path", "groups"),
    [
        ("pi", "/proposal/mx415/mx/datacollection/sample/1/list", {5, 6}),
        ("member", "/proposal/mx415/mx/datacollection/session/1,2/list", set(range(5, 32))),
        ("admin", "/proposal/mx415/mx/datacollection/session/10/list", set()),
        ("admin", "/proposal/mx415/mx/datacollection/session/null/list", set()),
        ("pi", "/proposal/mx415/mx/datacollection/protein_acronym/nonesuch/list", set()),
        ("admin", "/proposal/mx533/mx/datacollection/protein_acronym/LYSO/list", set()),
    ],
)
def test_which_groups_there_are(java, login, path, groups):
    assert set(summaries(java, path, login)) == groups


def test_groups_are_found_by_their_protein(java):
    found = summaries(java, "/proposal/mx415/mx/datacollection/protein_acronym/LYSO,INSU/list", "pi")
    assert {row["Protein_acronym"] for row in found.values()} == {"LYSO", "INSU"}
    assert {5, 6} <= set(found)


def test_a_group_without_collections_has_no_row_which_no_page_could_show(java):
    assert java.site.ask("SELECT sessionId FROM DataCollectionGroup WHERE dataCollectionGroupId = 402")
    assert 402 not in summaries(java, "/proposal/mx533/mx/datacollection/session/10,11,12,13/list")


def test_a_session_takes_as_many_statements_whatever_it_holds(java, statements):
    counts = []
    for session in ("2", "2,3"):
        java.rows(f"/proposal/mx415/mx/datacollection/session/{session}/list", "pi")
        with statements() as counted:
            java.rows(f"/proposal/mx415/mx/datacollection/session/{session}/list", "pi")
        counts.append(counted.number)
    assert counts[0] == counts[1] <= 11


# --- Collections of a group

OF_COLLECTION = "### 4.2 Data collections of a group"


def of_groups(java, groups, login="pi"):
    found = java.rows(f"/proposal/mx415/mx/datacollection/datacollectiongroupid/{groups}/list", login)
    return {row["dataCollectionId"]: row for row in found}


def test_each_key_of_a_collection_is_the_column_that_the_facts_name(java):
    found = of_groups(java, "5,6,10,39,51")
    rows = {row["dataCollectionId"]: row for row in java.site.ask("SELECT * FROM DataCollection")}
    columns = {name: column for name, (table, column) in sources(OF_COLLECTION).items() if table == "DataCollection"}
    assert len(columns) > 10
    for number, shown in found.items():
        for name, column in columns.items():
            expected = _sent(rows[number][column])
            assert shown.get(name) == ("" if name == "fileTemplate" and expected is None else expected)


def test_lists_of_a_collection_say_null_where_there_is_none(java):
    found = of_groups(java, "6")[6]
    assert found["autoProcIntegrationId"] == "61, 61, 61, 62, 62, 62, 63, 63, 63"
    assert (found["hasAutoProcessing"], found["hasPhasing"]) == (3, 0)
    assert len(found["ccHalfList"].split(", ")) == len(found["meanIOverSigIList"].split(", ")) == 9
    running = of_groups(java, "32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51,52,53,54,55")
    unscaled = [r["scalingStatisticsTypes"] for r in running.values() if "null" in r.get("scalingStatisticsTypes", "")]
    for types in unscaled:
        assert set(types.split(", ")) <= {"null", "overall", "innerShell", "outerShell"}


def test_a_collection_always_has_a_template_of_its_files(java):
    (empty,) = java.site.ask("SELECT * FROM DataCollection WHERE dataCollectionId = 401")
    assert empty["fileTemplate"] is None
    group = empty["dataCollectionGroupId"]
    (row,) = java.rows(f"/proposal/mx533/mx/datacollection/datacollectiongroupid/{group}/list")
    assert (row["dataCollectionId"], row["fileTemplate"], row["hasAutoProcessing"]) == (401, "", 0)
    assert "autoProcIntegrationId" not in row


def test_phasing_of_a_collection_is_counted(java):
    assert of_groups(java, "51")[73]["hasPhasing"] == 5


# --- Scans


def test_an_energy_scan_has_every_key(java):
    (scan,) = java.rows("/proposal/mx415/mx/energyscan/session/2/list", "member")
    assert scan["startTime"] == stamp("2030-04-13 10:49:50")
    told = {name: scan[name] for name in ("energyScanId", "sessionId", "blSampleId", "element", "edgeEnergy", "name", "acronym", "peakEnergy", "BLSession_proposalId", "comments")}  # fmt: skip
    assert told == {
        "energyScanId": 1,
        "sessionId": 2,
        "blSampleId": 8,
        "element": "Zn",
        "edgeEnergy": "K",
        "name": "INSU-a1",
        "acronym": "INSU",
        "peakEnergy": 9.6685,
        "BLSession_proposalId": 1,
        "comments": None,
    }


def test_spectra_of_sessions(java):
    path = "/proposal/mx415/mx/xrfscan/session/2,3,10/list"
    assert java.ids("xfeFluorescenceSpectrumId", path, "pi") == [1, 2, 5, 6]
