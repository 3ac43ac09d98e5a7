"""/diffractionplans, and those of samples, crystal forms and proposals."""

import threading

import pytest

from ispyb_api.plans.schemas_whole import WholePlanPageSchema, WholePlanSchema
from tests.contract.shapes import faults

MX415, MX533, BL01 = 1, 4, "BL01-MX"  # energy 6 to 20 keV, beam 10 to 100 µm, transmission from 0.01 %
DETECTOR = 1  # at 92 to 1200 mm


@pytest.fixture
def sample(rows):
    return rows.sample(crystalId=1)


@pytest.fixture
def plan(written, sample):
    """``plan(energy=12000.0)``: makes a plan of the sample."""

    def make(login="pi", of=None, **body):
        return written.open("POST", f"/samples/{of or sample}/diffractionplans", login, json=body)

    return make


def patch(site, number, login="pi", **body):
    return site.open("PATCH", f"/diffractionplans/{number}", login, json=body)


def of_sample(site, sample, login="member"):
    page = site.get(f"/samples/{sample}/diffractionplans", login).json
    assert list(faults(WholePlanPageSchema, page)) == []
    return page["results"]


def test_the_first_plan_is_the_samples_own(written, sample, plan):
    sent = {
        "name": "First", "experimentKind": "mxpresse", "aimedResolution": 1.8, "requiredCompleteness": 95.0, "energy": 12700.0,
        "transmission": 0.3, "preferredBeamSizeX": 50.0, "preferredBeamDiameter": 30.0, "radiationSensitivity": 1.2,
        "numberOfPositions": 2, "forcedSpaceGroup": "P21", "anomalousData": True, "centringMethod": "Loop", "priority": 3,
        "scanParameters": '{"a": 1}', "beamLineName": BL01,
    }  # fmt: skip
    made = plan(**sent)
    assert made.status_code == 201, made.json
    assert list(faults(WholePlanSchema, made.json)) == []
    assert {name: made.json[name] for name in sent} == {**sent, "experimentKind": "MXPressE", "centringMethod": "loop"}
    path = made.headers["Location"].removeprefix("/ispyb/api/v1")
    assert written.get(path, "member").json == made.json
    assert written.get(f"/samples/{sample}").json["DiffractionPlan"]["experimentKind"] == "MXPressE"
    assert (made.json["_metadata"]["samples"], made.json["_metadata"]["planOrder"]) == (1, 1)


def test_plans_of_a_sample_keep_their_order(written, sample, plan):
    numbers = [plan(name=name).json["diffractionPlanId"] for name in ("a", "b", "c")]
    assert [row["diffractionPlanId"] for row in of_sample(written, sample)] == numbers
    assert patch(written, numbers[0], planOrder=9).json["_metadata"]["planOrder"] == 9
    assert [row["name"] for row in of_sample(written, sample)] == ["b", "c", "a"]
    assert written.get(f"/samples/{sample}").json["diffractionPlanId"] == numbers[0]


def test_a_plan_that_was_there_is_put_first(written, sample, plan):
    written.ask("UPDATE BLSample SET diffractionPlanId = 2 WHERE blSampleId = %s", sample)
    made = plan(name="second").json["diffractionPlanId"]
    assert [row["diffractionPlanId"] for row in of_sample(written, sample)] == [2, made]


def test_without_a_plan_the_crystals_counts(written, rows, plan):
    crystal = rows.crystal()
    sample = rows.sample(crystalId=crystal)
    assert of_sample(written, sample) == []
    made = written.open("POST", f"/crystals/{crystal}/diffractionplans", "pi", json={"experimentKind": "SAD"}).json
    found = of_sample(written, sample)
    assert [(row["diffractionPlanId"], row["_metadata"]["inherited"]) for row in found] == [
        (made["diffractionPlanId"], True)
    ]
    assert written.get(f"/crystals/{crystal}/diffractionplans", "pi").json["results"] == [made]
    again = written.open("POST", f"/crystals/{crystal}/diffractionplans", "pi", json={"experimentKind": "SAD"})
    assert again.status_code == 409
    own = plan(of=sample, experimentKind="OSC").json
    assert [row["_metadata"]["inherited"] for row in of_sample(written, sample)] == [False]
    assert own["_metadata"]["samples"] == 1


def test_detectors_and_scans_belong_to_a_plan(written, plan):
    written.ask("INSERT INTO ScanParametersService (scanParametersServiceId, name) SELECT 1, 'Temperature' WHERE NOT EXISTS (SELECT 1 FROM ScanParametersService)")  # fmt: skip
    detectors = [
        {"detectorId": 1, "distance": 200.0, "exposureTime": 0.1},
        {"detectorId": 2, "distance": 90.0, "roll": 5.0},
    ]
    scans = [
        {"service": "temperature", "start": 100.0, "stop": 300.0, "step": 10.0},
        {"scanParametersServiceId": 1, "array": "1,2"},
    ]
    made = plan(detectors=detectors, scans=scans).json
    assert [(row["detectorId"], row["distance"], row["roll"]) for row in made["detectors"]] == [
        (1, 200.0, None),
        (2, 90.0, 5.0),
    ]
    assert [(row["service"], row["sequenceNumber"], row["step"], row["array"]) for row in made["scans"]] == [
        ("Temperature", 1, 10.0, None), ("Temperature", 2, None, "1,2"),
    ]  # fmt: skip
    number = made["diffractionPlanId"]
    assert len(patch(written, number, comments="x").json["detectors"]) == 2
    changed = patch(written, number, detectors=[{"detectorId": 4}], scans=[]).json
    assert ([row["detectorId"] for row in changed["detectors"]], changed["scans"]) == ([4], [])
    assert written.open("DELETE", f"/diffractionplans/{number}", "pi").status_code == 204


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({"experimentKind": "Magic"}, {"experimentKind"}),
        ({"collectionMode": "half"}, {"collectionMode"}),
        ({"transmission": 30.0}, {"transmission"}),  # per cent
        ({"energy": 12.7, "preferredBeamSizeX": 0.05, "aimedCompleteness": 0.95, "aimedResolution": 0.0},
         {"energy", "preferredBeamSizeX", "aimedCompleteness", "aimedResolution"}),
        ({"exposureTime": -1.0, "oscillationRange": 3600.0, "minOscWidth": -0.1, "numberOfImages": -3, "kappaStart": 9999.0,
          "aimedMultiplicity": -2.0, "distance": -100.0, "numberOfPositions": -1},
         {"exposureTime", "oscillationRange", "minOscWidth", "numberOfImages", "kappaStart", "aimedMultiplicity", "distance",
          "numberOfPositions"}),
        ({"name": "x" * 21, "monochromator": "x" * 9}, {"name", "monochromator"}),
        ({"scanParameters": "{"}, {"scanParameters"}),
        ({"detectorId": 10**6}, {"detectorId"}),
        ({"detectors": [{"detectorId": 1}, {"detectorId": 10**6}]}, {"detectors[1].detectorId"}),
        ({"detectors": [{"detectorId": 1}, {"detectorId": 1}]}, {"detectors[1].detectorId"}),
        ({"detectors": [{"distance": 100.0}]}, {"detectors[0].detectorId"}),
        ({"scans": [{"service": "Luck"}, {"scanParametersServiceId": 10**6}]},
         {"scans[0].service", "scans[1].scanParametersServiceId"}),
        ({"scans": [{"start": 1.0}]}, {"scans[0].service"}),
        ({"diffractionPlanId": 1, "presetForProposalId": MX533, "recordTimeStamp": "2026-01-01T00:00:00"},
         {"diffractionPlanId", "presetForProposalId", "recordTimeStamp"}),
    ],
)  # fmt: skip
def test_what_a_plan_cannot_be_is_named(written, sample, plan, body, fields):
    answer = plan(**body)
    assert (answer.status_code, set(answer.json["errors"])) == (422, fields)
    assert [row for row in of_sample(written, sample) if not row["_metadata"]["inherited"]] == []


@pytest.mark.parametrize(
    ("body", "field", "limit"),
    [
        ({"energy": 25000.0}, "energy", "from 6000 to 20000 eV with BL01-MX; it is 25000 eV"),
        ({"transmission": 0.00001}, "transmission", "from 0.01 to 100 %"),
        ({"preferredBeamSizeX": 5.0}, "preferredBeamSizeX", "from 10 to 100 µm"),
        ({"exposureTime": 0.001}, "exposureTime", "from 0.002 to 100 s"),
        ({"exposureTime": 10.0, "numberOfImages": 3600}, "exposureTime", "at most 7200 s"),
        ({"oscillationRange": 0.01}, "oscillationRange", "from 0.05 to 60 °"),
        ({"kappaStart": -10.0}, "kappaStart", "from 0 to 255 °"),
        ({"numberOfImages": 36001}, "numberOfImages", "from 1 to 36000 images"),
        ({"boxSizeX": 5000.0}, "boxSizeX", "from 0 to 4000 µm"),
        ({"detectorId": DETECTOR, "distance": 50.0}, "distance", "from 92 to 1200 mm with the detector POLARLYS PX2 9M"),
        ({"detectors": [{"detectorId": DETECTOR, "distance": 5000.0}]}, "detectors[0].distance", "from 92 to 1200 mm"),
    ],
)  # fmt: skip
def test_limits_are_named_with_their_unit(written, plan, body, field, limit):
    answer = plan(beamLineName=BL01, **body)
    assert answer.status_code == 422, answer.json
    assert limit in answer.json["errors"][field][0]


def test_limits_are_those_of_where_the_container_is(written, plan):
    at_beamline = written.ask("SELECT MIN(blSampleId) AS id FROM BLSample WHERE containerId = 2")[0]["id"]
    assert plan(of=at_beamline, energy=25000.0).status_code == 422
    assert plan(energy=25000.0).status_code == 201


def test_limits_hold_for_the_plan_of_a_position_too(written):
    at_beamline = written.ask("SELECT MIN(blSampleId) AS id FROM BLSample WHERE containerId = 2")[0]["id"]
    point = {"blSampleId": at_beamline, "type": "poi", "Position1": {"posX": 1, "posY": 2}}
    path = (
        f"/samples/sub/{written.open('POST', '/samples/sub', 'pi', json=point).json['blSubSampleId']}/diffractionplans"
    )
    assert set(written.open("POST", path, "pi", json={"energy": 25000.0}).json["errors"]) == {"energy"}
    made = written.open("POST", path, "pi", json={"energy": 12000.0}).json["diffractionPlanId"]
    assert set(patch(written, made, energy=25000.0).json["errors"]) == {"energy"}


def test_limits_of_the_last_session_count_where_the_beamline_says_none(written, plan):
    written.ask("UPDATE BeamLineSetup SET active = 0 WHERE beamLineSetupId = 3")
    try:
        assert plan(beamLineName=BL01, energy=25000.0).status_code == 422
    finally:
        written.ask("UPDATE BeamLineSetup SET active = 1 WHERE beamLineSetupId = 3")


def test_only_what_changes_is_held_against_limits(written, plan):
    number = plan(energy=25000.0).json["diffractionPlanId"]
    assert patch(written, number, comments="x").status_code == 200
    assert set(patch(written, number, beamLineName=BL01).json["errors"]) == {"energy"}
    assert patch(written, number, beamLineName=BL01, energy=None).status_code == 200


def test_a_plan_of_another_proposal_too_stays_as_it_is(written):
    shared = written.ask(
        "SELECT s.diffractionPlanId AS id FROM BLSample s WHERE s.containerId = 10 AND s.diffractionPlanId IN"
        " (SELECT o.diffractionPlanId FROM BLSample o WHERE o.containerId = 1)"
    )[0]["id"]
    assert patch(written, shared, comments="mine").status_code == 403
    assert patch(written, shared, "admin", comments="ours").status_code == 200


def test_a_plan_is_changed_for_all_that_have_it(written, rows, sample, plan):
    number, other = plan(experimentKind="OSC").json["diffractionPlanId"], rows.sample()
    written.ask("UPDATE BLSample SET diffractionPlanId = %s WHERE blSampleId = %s", number, other)
    patch(written, number, experimentKind="SAD")
    kinds = {written.get(f"/samples/{each}").json["DiffractionPlan"]["experimentKind"] for each in (sample, other)}
    assert kinds == {"SAD"}
    assert written.open("DELETE", f"/diffractionplans/{number}", "pi").status_code == 409
    assert patch(written, number, planOrder=1).status_code == 422


def test_removing_a_plan_leaves_its_sample(written, sample, plan):
    first, second = plan(name="1").json["diffractionPlanId"], plan(name="2").json["diffractionPlanId"]
    assert written.open("DELETE", f"/diffractionplans/{first}", "pi").status_code == 204
    assert written.get(f"/samples/{sample}").json["diffractionPlanId"] == second
    assert written.open("DELETE", f"/diffractionplans/{second}", "pi").status_code == 204
    assert written.get(f"/samples/{sample}").json["diffractionPlanId"] is None
    assert written.get(f"/diffractionplans/{second}").status_code == 404


def test_removing_the_plan_of_a_crystal_leaves_the_crystal(written, rows):
    crystal = rows.crystal()
    made = written.open("POST", f"/crystals/{crystal}/diffractionplans", "pi", json={"energy": 12000.0}).json
    assert written.open("DELETE", f"/diffractionplans/{made['diffractionPlanId']}", "pi").status_code == 204
    assert written.get(f"/crystals/{crystal}").json["diffractionPlanId"] is None


@pytest.mark.parametrize(
    "use",
    [
        "INSERT INTO Screening (diffractionPlanId, programVersion) VALUES (%s, 'x')",
        "INSERT INTO DataCollection (dataCollectionGroupId, dataCollectionPlanId) VALUES (1, %s)",
        "INSERT INTO ContainerQueueSample (dataCollectionPlanId) VALUES (%s)",
    ],
)
def test_a_plan_by_which_something_was_measured_stays(written, plan, use):
    number = plan(energy=12000.0).json["diffractionPlanId"]
    written.ask(use, number)
    assert written.open("DELETE", f"/diffractionplans/{number}", "admin").status_code == 409


def test_a_sample_takes_its_own_plans_along_and_leaves_others(written, rows, sample, plan):
    own, shared, other = (
        plan(name="own").json["diffractionPlanId"],
        plan(name="sh").json["diffractionPlanId"],
        rows.sample(),
    )
    written.ask("UPDATE BLSample SET diffractionPlanId = %s WHERE blSampleId = %s", shared, other)
    assert written.open("DELETE", f"/samples/{sample}", "pi").status_code == 204
    left = written.ask(
        "SELECT diffractionPlanId AS id FROM DiffractionPlan WHERE diffractionPlanId IN (%s, %s)", own, shared
    )
    assert [row["id"] for row in left] == [shared]
    assert written.get(f"/samples/{other}").json["diffractionPlanId"] == shared


def test_a_proposal_keeps_plans_to_take_others_from(written):
    made = written.open("POST", "/proposals/MX415/diffractionplans", "pi", json={"name": "Preset"})
    assert (made.status_code, made.json["presetForProposalId"]) == (201, MX415)
    assert written.get("/proposals/1/diffractionplans", "member").json["results"] == [made.json]
    assert written.get(f"/diffractionplans/{made.json['diffractionPlanId']}", "outsider").status_code == 404
    assert written.get("/proposals/MX415/diffractionplans", "outsider").status_code == 404


@pytest.mark.parametrize("name", ["MX415", "1"])
def test_what_a_proposal_keeps_takes_few_statements(written, name):
    """The plans, their detectors, their scans."""
    written.open("POST", "/proposals/MX415/diffractionplans", "pi", json={"name": "Counted"})
    written.get("/options/ui", "pi")
    with written.statements() as counted:
        assert written.get(f"/proposals/{name}/diffractionplans", "pi").json["total"] > 0
    assert counted.number <= 3


def test_a_shared_session_does_not_show_presets(written):
    written.open("POST", "/proposals/MX415/diffractionplans", "pi", json={"name": "Hidden"})
    grant = written.open("POST", "/proposals/MX415/grants", "pi", json={"personId": 6, "sessionId": 1}).json["grantId"]
    try:
        written.app.extensions["ispyb_api"].callers.forget_everybody()
        page = written.get("/proposals/MX415/diffractionplans", "outsider")
        assert (page.status_code, page.json["total"]) == (200, 0)
    finally:
        written.open("DELETE", f"/proposals/MX415/grants/{grant}", "pi")


def test_of_many_editors_at_once_one_wins(written, plan):
    number = plan(energy=12000.0).json["diffractionPlanId"]
    path = f"/diffractionplans/{number}"
    etag = {"If-Match": written.get(path, "pi").headers["ETag"]}
    answers = []

    def edit(comment):
        answers.append(written.open("PATCH", path, "pi", json={"comments": str(comment)}, headers=etag).status_code)

    threads = [threading.Thread(target=edit, args=[each]) for each in range(5)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert sorted(answers) == [200, 412, 412, 412, 412]
