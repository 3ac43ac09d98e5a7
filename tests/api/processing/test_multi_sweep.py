"""A workflow of six sweeps, two wavelengths at three orientations of the crystal, from the plan to the merged result."""

import pytest

from ispyb_api.compat.java_rest.joining import word
from tests.support import pipelines
from tests.support.instrument import Instrument, running_session
from tests.support.java import Java

WORKFLOW = {
    "uid": "5f0c2a9e-6f0e-4d43-9a3e-3f1f0a5f9c11",
    "name": "GPhL",
    "type": "Anomalous",
    "characterisation": "char-1",
}
PLAN = {
    "name": "2 wl, 3 orientations",
    "experimentKind": "MAD",
    "aimedResolution": 1.6,
    "requiredResolution": 1.8,
    "requiredCompleteness": 99.0,
    "requiredMultiplicity": 6.0,
    "radiationSensitivity": 1.0,
    "numberOfPositions": 1,
}
SAMPLE = 11  # waits in a container at the beamline


def sweep(group, number):
    """Return a data collection of the workflow: wavelengths alternate, each orientation has both."""
    return {
        "dataCollectionGroupId": group,
        "dataCollectionNumber": number + 1,
        "imageDirectory": "/data/mx415/gphl",
        "imagePrefix": "lyso",
        "fileTemplate": f"lyso_{number + 1}_####.cbf",
        "runStatus": "Data collection successful",
        "numberOfImages": 900 + number,
        "startImageNumber": 1,
        "axisStart": 10.0 * number,
        "axisRange": 0.2,
        "omegaStart": 10.0 * number,
        "kappaStart": 30.0 * (number // 2),
        "phiStart": 15.0 * (number // 2),
        "wavelength": (0.9793, 0.9801)[number % 2],
        "resolution": 1.62,
        "SweepWorkflow": {**WORKFLOW, "orientation": f"orientation-{number // 2}", "position": "pos-1"},
    }


@pytest.fixture(scope="module")
def experiment(written):
    """Do the experiment; return {what: the answer}."""
    instrument = Instrument(written)
    plan = written.open("POST", f"/samples/{SAMPLE}/diffractionplans", "pi", json=PLAN)
    assert plan.status_code == 201, plan.json
    loaded = instrument.send("GET", "/samples/queue?beamline=BL01-MX&limit=500").json["results"]
    session = running_session(written)["sessionId"]
    group = instrument.make("/datacollectiongroups", sessionId=session, experimentType="GphNative", blSampleId=SAMPLE)
    sweeps = [instrument.make("/datacollections", **sweep(group["dataCollectionGroupId"], n)) for n in range(6)]
    sent = pipelines.six_sweeps([each["dataCollectionId"] for each in sweeps])
    made = instrument.make("/processings", **sent)
    return {
        "plan": plan.json,
        "loaded": loaded,
        "session": session,
        "group": group,
        "sweeps": sweeps,
        "sent": sent,
        "made": made,
    }


def test_control_software_loads_the_plan_with_the_sample(experiment):
    (row,) = [each for each in experiment["loaded"] if each["blSampleId"] == SAMPLE]
    plans = {each["diffractionPlanId"]: each for each in row["DiffractionPlans"]}
    found = plans[experiment["plan"]["diffractionPlanId"]]
    assert {name: found[name] for name in PLAN} == PLAN


def test_the_sweeps_are_read_back_in_their_order(written, experiment):
    found = written.get(f"/datacollections?workflowUid={WORKFLOW['uid']}", "member").json["results"]
    rows = sorted(found, key=lambda row: row["dataCollectionNumber"])
    assert len(rows) == 6
    for number, row in enumerate(rows):
        expected = sweep(experiment["group"]["dataCollectionGroupId"], number)
        assert row["DataCollectionGroup"]["dataCollectionGroupId"] == expected.pop("dataCollectionGroupId")
        assert {name: row[name] for name in expected} == expected


def test_the_timeline_shows_one_group_of_six(written, experiment):
    group = experiment["group"]["dataCollectionGroupId"]
    (event,) = [
        each
        for each in written.get(f"/events?sessionId={experiment['session']}&limit=500", "pi").json["results"]
        if each["type"] == "dc" and each["Item"]["DataCollectionGroup"]["dataCollectionGroupId"] == group
    ]
    assert (event["count"], event["blSampleId"]) == (6, SAMPLE)


@pytest.mark.parametrize("place", range(6))
def test_each_sweep_leads_to_all_results_that_used_it(written, experiment, place):
    collection = experiment["sweeps"][place]["dataCollectionId"]
    (run,) = written.get(f"/processings/auto-integrations?dataCollectionId={collection}", "pi").json["results"]
    assert run["autoProcProgramId"] == experiment["made"]["autoProcProgramId"]
    whole = written.get(f"/processings/{run['autoProcProgramId']}", "pi").json
    mine = whole["AutoProcIntegration"][place]
    sent = experiment["sent"]["AutoProcIntegration"][place]
    assert mine["Workflow"] == sent["Workflow"]
    scalings = [link["AutoProcScaling"] for link in mine["AutoProcScalingHasInt"]]
    expected = [0, 1 + place % 2]  # everything merged, and its own wavelength
    numbers = [each["autoProcScalingId"] for each in experiment["made"]["AutoProcScaling"]]
    assert [each["autoProcScalingId"] for each in scalings] == [numbers[each] for each in expected]
    assert {name: scalings[0][name] for name in pipelines.ELLIPSOID} == pipelines.ELLIPSOID


def test_front_ends_of_the_java_server_see_it_too(written, experiment):
    java = Java(written)
    collections = [each["dataCollectionId"] for each in experiment["sweeps"]]
    path = f"/proposal/mx415/mx/autoprocintegration/datacollection/{','.join(map(str, collections))}/view"
    found = java.rows(path, "pi")
    made = experiment["made"]["autoProcIntegrationIds"]
    assert [{row["AutoProcIntegration_autoProcIntegrationId"] for row in rows} for rows in found] == [
        {each} for each in made
    ]
    assert all("overall" in row["scalingStatisticsType"] for rows in found for row in rows)
    assert all(word(pipelines.SHELLS["overall"]["rMerge"]) in row["rMerge"] for rows in found for row in rows)
    rows = java.rows(f"/proposal/mx415/mx/datacollection/session/{experiment['session']}/list", "pi")
    group = experiment["group"]["dataCollectionGroupId"]
    (row,) = [each for each in rows if each["DataCollectionGroup_dataCollectionGroupId"] == group]
    assert row["dataCollectionIdList"].split(",") == [str(each) for each in collections]
    assert row["totalNumberOfImages"] == sum(900 + number for number in range(6))
