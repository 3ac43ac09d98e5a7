"""POST, PATCH and DELETE of /samples."""

import threading

import pytest

from ispyb_api.samples.schemas import SampleSchema
from tests.contract.shapes import faults
from tests.support.instrument import Instrument

MX415, CRYSTAL_OF_MX415, CRYSTAL_OF_MX533, CONTAINER_OF_MX533 = 1, 1, 11, 10


@pytest.fixture
def container(rows):
    return rows.container()


@pytest.fixture
def post(written):
    return lambda login="pi", **body: written.open("POST", "/samples", login, json=body)


@pytest.fixture
def patch(written):
    return lambda sample, login="pi", **body: written.open("PATCH", f"/samples/{sample}", login, json=body)


def slot(site, container):
    rows = site.ask("SELECT name FROM BLSample WHERE containerId = %s ORDER BY blSampleId", container)
    return [row["name"] for row in rows]


def test_new_sample_is_answered_as_get_answers_it(written, container, post):
    sent = {
        "location": 3,
        "code": "HA3",
        "loopType": "mesh",
        "comments": "é",
        "blottingTime": 3,
        "preparationTemeprature": 277,
    }
    made = post(name="S3", containerId=container, crystalId=CRYSTAL_OF_MX415, **sent)
    assert made.status_code == 201, made.json
    assert list(faults(SampleSchema, made.json)) == []
    assert {name: made.json[name] for name in sent} == sent
    assert (made.json["Crystal"]["Protein"]["acronym"], made.json["source"]) == ("LYSO", "ispyb-api")
    path = made.headers["Location"].removeprefix("/ispyb/api/v1")
    assert written.get(path, "member").json == made.json


def test_a_sample_brings_its_crystal_and_its_mixture(written, rows, post):
    mixture = [{"Component": {"name": "Salt of samples", "ComponentType": {"name": "Buffer"}}, "ph": 7.5}]
    crystal = {"Protein": {"acronym": "LYSO"}, "cell_a": 79.1, "spaceGroup": "p43212", "crystal_compositions": mixture}
    made = post(name="whole", containerId=rows.container(), Crystal=crystal, sample_compositions=mixture)
    assert made.status_code == 201, made.json
    found = made.json
    assert (found["Crystal"]["proteinId"], found["Crystal"]["spaceGroup"], found["Crystal"]["cell_a"]) == (
        1,
        "P43212",
        79.1,
    )
    assert found["sample_compositions"] == found["Crystal"]["crystal_compositions"] != []
    assert found["sample_compositions"][0]["ph"] == 7.5
    counted = written.get(f"/samples/components/{found['sample_compositions'][0]['Component']['componentId']}", "pi")
    assert {name: counted.json["_metadata"][name] for name in ("samples", "crystals")} == {"samples": 1, "crystals": 1}


def test_the_contracts_body_for_a_crystal_is_taken(post):
    crystal = {"Protein": {"proteinId": 1, "name": "x", "acronym": "LYSO", "proposalId": "1"}, "size_X": 0.01}
    made = post(name="contract", Crystal=crystal)
    assert (made.status_code, made.json["Crystal"]["proteinId"], made.json["containerId"]) == (201, 1, None)


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({}, {"name"}),
        ({"name": "x"}, {"containerId"}),
        ({"name": "x", "containerId": 10**6}, {"containerId"}),
        ({"name": "x", "containerId": 11}, {"containerId"}),  # in no dewar
        ({"name": "x", "containerId": CONTAINER_OF_MX533}, {"containerId"}),
        ({"name": "x", "crystalId": CRYSTAL_OF_MX533}, {"crystalId"}),
        ({"name": "x", "crystalId": 1, "containerId": CONTAINER_OF_MX533}, {"containerId"}),
        ({"name": "x", "Crystal": {"Protein": {"proteinId": 10}}}, {"Crystal.Protein.proteinId"}),
        ({"name": "x", "proposalId": MX415, "Crystal": {"Protein": {"acronym": "NONE"}}}, {"Crystal.Protein.acronym"}),
        ({"name": "x", "proposalId": 4, "Crystal": {"Protein": {"acronym": "PROK"}}}, {"proposalId"}),
        ({"name": "x", "proposalId": MX415, "Crystal": {}}, {"Crystal.crystalId"}),
        ({"name": "x", "crystalId": 1, "Crystal": {"crystalId": 2}}, {"crystalId"}),
        ({"name": "x", "crystalId": 1, "Crystal": {"spaceGroup": "cubic"}}, {"Crystal.spaceGroup"}),
        ({"name": "x", "crystalId": 1, "Crystal": {"size_X": 120.0}}, {"Crystal.size_X"}),
        ({"name": "x/y", "crystalId": 1}, {"name"}),
        ({"name": "x" * 101, "crystalId": 1}, {"name"}),
        ({"name": "x", "crystalId": 1, "blSampleStatus": "x" * 21}, {"blSampleStatus"}),
        ({"name": "x", "crystalId": 1, "subLocation": -1}, {"subLocation"}),
        ({"name": "x", "crystalId": 1, "blottingTime": 1.5}, {"blottingTime"}),
        ({"name": "x", "crystalId": 1, "blSampleId": 7, "source": "me", "diffractionPlanId": 1},
         {"blSampleId", "source", "diffractionPlanId"}),
    ],
)  # fmt: skip
def test_what_a_sample_cannot_be_is_named_and_nothing_is_made(written, post, body, fields):
    tables = "SELECT (SELECT COUNT(*) FROM BLSample) AS a, (SELECT COUNT(*) FROM Crystal) AS b"
    before = written.ask(tables)
    answer = post(**body)
    assert (answer.status_code, set(answer.json.get("errors", {"": answer.json}))) == (422, fields)
    assert written.ask(tables) == before


def test_even_who_sees_both_cannot_mix_proposals(post):
    answer = post("admin", name="x", crystalId=CRYSTAL_OF_MX415, containerId=CONTAINER_OF_MX533)
    assert (answer.status_code, set(answer.json["errors"])) == (422, {"crystalId"})


def test_a_place_holds_one_sample(written, container, post):
    first = post(name="first", containerId=container, location=7)
    assert post(name="other", containerId=container, location="07").status_code == 409
    again = post(name="FIRST", containerId=container, location=7)
    assert (again.status_code, again.json["blSampleId"]) == (200, first.json["blSampleId"])
    assert post(name="other", containerId=container, location=7, subLocation=1).status_code == 201
    assert post(name="no place", containerId=container).status_code == 201
    assert slot(written, container) == ["first", "other", "no place"]


@pytest.mark.parametrize("where", [0, 17, 99, -4, "-4", "1.5"])
def test_a_container_has_so_many_places(container, post, where):
    answer = post(name="x", containerId=container, location=where)
    assert (answer.status_code, set(answer.json["errors"])) == (422, {"location"})


def test_of_many_at_once_one_gets_the_place(written, container, post):
    written.token("pi")
    answers = []

    def put(number):
        answers.append(post(name=f"racer{number}", containerId=container, location=1).status_code)

    threads = [threading.Thread(target=put, args=[number]) for number in range(6)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert sorted(answers) == [201, 409, 409, 409, 409, 409]
    assert len(slot(written, container)) == 1


def test_many_who_move_samples_to_one_place_leave_one_there(written, rows, container, patch):
    samples = [rows.sample() for _ in range(5)]
    written.token("pi")
    answers = []

    def move(sample):
        answers.append(patch(sample, containerId=container, location="A1").status_code)

    threads = [threading.Thread(target=move, args=[sample]) for sample in samples]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert sorted(answers) == [200, 409, 409, 409, 409]


def test_absent_stays_and_null_clears(rows, patch):
    sample = rows.sample(location=2, crystalId=1)
    patch(sample, comments="kept", loopLength=0.2)
    changed = patch(sample, loopLength=None).json
    assert (changed["comments"], changed["loopLength"], changed["location"]) == ("kept", None, 2)
    assert patch(sample).status_code == 422


def test_a_sample_moves_within_its_proposal(rows, container, patch):
    sample, other = rows.sample(location=2), rows.sample(containerId=container, location=2)
    assert patch(sample, containerId=container).status_code == 409
    assert patch(sample, containerId=container, location=3).json["containerId"] == container
    assert patch(sample, location=2).status_code == 409
    assert patch(sample, location=20).status_code == 422
    assert patch(other, location=2, name="same place").status_code == 200
    for login in ("pi", "admin"):
        answer = patch(sample, login, containerId=CONTAINER_OF_MX533)
        assert (answer.status_code, set(answer.json["errors"])) == (422, {"containerId"})


def test_a_sample_does_not_become_nobodys(rows, patch):
    sample = rows.sample()
    assert patch(sample, containerId=None).status_code == 422
    assert patch(sample, crystalId=CRYSTAL_OF_MX415).status_code == 200
    assert patch(sample, containerId=None).json["containerId"] is None
    assert patch(sample, crystalId=None).status_code == 422


def test_a_crystal_of_another_proposal_is_refused(rows, patch):
    sample = rows.sample(crystalId=CRYSTAL_OF_MX415)
    for login, body, field in (
        ("pi", {"crystalId": CRYSTAL_OF_MX533}, "crystalId"),
        ("admin", {"crystalId": CRYSTAL_OF_MX533}, "crystalId"),
        ("admin", {"Crystal": {"crystalId": CRYSTAL_OF_MX533, "name": "mine now"}}, "Crystal.crystalId"),
        ("admin", {"Crystal": {"proteinId": 10}}, "Crystal.proteinId"),
    ):
        answer = patch(sample, login, **body)
        assert (answer.status_code, set(answer.json["errors"])) == (422, {field})


def test_a_crystal_of_its_own_is_changed_one_that_is_shared_is_not(rows, post, patch):
    own = post(name=rows.word(), Crystal={"proteinId": 1, "cell_a": 70.0}).json
    changed = patch(own["blSampleId"], Crystal={"cell_b": 71.0}).json["Crystal"]
    assert (changed["crystalId"], changed["cell_a"], changed["cell_b"]) == (own["crystalId"], 70.0, 71.0)
    rows.sample(crystalId=own["crystalId"])
    other = patch(own["blSampleId"], Crystal={"cell_b": 72.0}).json["Crystal"]
    assert other["crystalId"] != own["crystalId"]
    assert (other["proteinId"], other["cell_a"], other["cell_b"]) == (1, None, 72.0)
    named = patch(own["blSampleId"], Crystal={"crystalId": own["crystalId"], "cell_b": 73.0}).json["Crystal"]
    assert (named["crystalId"], named["cell_a"], named["cell_b"]) == (own["crystalId"], 70.0, 73.0)


def test_a_crystal_that_another_program_took_from_another_proposal_is_not_changed(written, rows, patch):
    sample = rows.sample(crystalId=CRYSTAL_OF_MX415)
    foreign = written.open("POST", "/crystals", "admin", json={"proteinId": 10}).json["crystalId"]
    written.ask("UPDATE BLSample SET crystalId = %s WHERE blSampleId = %s", foreign, sample)
    for login in ("pi", "admin"):
        answer = patch(sample, login, Crystal={"name": "mine now"})
        assert (answer.status_code, set(answer.json["errors"])) == (422, {"Crystal"})
    assert patch(sample, comments="x").status_code == 200
    assert patch(sample, Crystal={"crystalId": CRYSTAL_OF_MX415}).json["crystalId"] == CRYSTAL_OF_MX415


def test_what_control_software_sends_is_taken(written, rows, patch):
    sample = rows.sample(crystalId=CRYSTAL_OF_MX415, location=5)
    body = {
        "blSampleId": sample, "sampleId": sample, "sampleName": "x", "sampleLocation": 5, "code": "PIN", "holderLength": 22.0,
        "containerCode": "C", "containerSampleChangerLocation": "1", "proteinAcronym": "LYSO", "crystalId": CRYSTAL_OF_MX415,
        "crystalSpaceGroup": "P1", "cellA": 1.0, "cellAlpha": 90.0, "diffractionPlan": None, "smiles": None,
        "lastKnownCentringPosition": "phi=1 kappa=0",
    }  # fmt: skip
    changed = patch(sample, "member", **body)
    assert changed.status_code == 200, changed.json
    assert (changed.json["lastKnownCenteringPosition"], changed.json["code"]) == ("phi=1 kappa=0", "PIN")
    assert (changed.json["Crystal"]["cell_a"], changed.json["location"]) == (79.1, 5)
    assert patch(sample, barcode="PIN2", status="processing").json["blSampleStatus"] == "processing"
    assert patch(sample, lastKnownCentringPosition="x" * 256).status_code == 422


def test_control_software_finds_the_whole_sample_changer(written):
    page = written.get("/samples?proposal=MX415&beamLineName=BL01-MX", "member").json
    assert (page["limit"], page["total"]) == (500, len(page["results"]))
    assert page["total"] > 25
    first = page["results"][0]
    assert first["Container"]["sampleChangerLocation"]
    assert {"space_group", "cell_a", "crystalId", "Protein"} <= first["Crystal"].keys()
    assert "diffractionPlanId" in first["DiffractionPlan"]
    assert written.get("/samples?proposal=MX415&beamLineName=BL01-MX&limit=3", "member").json["limit"] == 3


def test_instruments_write_what_is_theirs_only(written, rows):
    sample, instrument = rows.sample(), Instrument(written)
    path = f"/samples/{sample}"
    changed = instrument.send("PATCH", path, {"blSampleStatus": "LOADED", "isInSampleChanger": True})
    assert (changed.status_code, changed.json["isInSampleChanger"]) == (200, True)
    assert instrument.send("PATCH", path, {"blSampleStatus": "x", "name": "y"}).status_code == 403


def test_remarks_of_the_staff_are_theirs(rows, patch):
    sample = rows.sample()
    assert patch(sample, "pi", staffComments="x").status_code == 403
    assert patch(sample, "staff", staffComments="icy").json["staffComments"] == "icy"


def test_second_of_two_editors_is_told(written, rows):
    path = f"/samples/{rows.sample()}"
    etag = {"If-Match": written.get(path, "pi").headers["ETag"]}
    answers = [
        written.open("PATCH", path, login, json={"comments": login}, headers=etag).status_code
        for login in ("pi", "member")
    ]
    assert answers == [200, 412]
    assert written.open("DELETE", path, "pi", headers=etag).status_code == 412


@pytest.mark.parametrize(
    "trace",
    [
        "INSERT INTO DataCollectionGroup (sessionId, blSampleId) VALUES (3, %s)",
        "INSERT INTO BLSubSample (blSampleId) VALUES (%s)",
        "INSERT INTO RobotAction (blsessionId, blsampleId) VALUES (3, %s)",
        "INSERT INTO EnergyScan (sessionId, blSampleId) VALUES (3, %s)",
        "INSERT INTO XFEFluorescenceSpectrum (sessionId, blSampleId) VALUES (3, %s)",
        "INSERT INTO ContainerQueueSample (blSampleId) VALUES (%s)",
    ],
)
def test_a_sample_of_which_there_are_traces_stays(written, rows, trace):
    sample = rows.sample()
    written.ask(trace, sample)
    answer = written.open("DELETE", f"/samples/{sample}", "admin")
    assert (answer.status_code, answer.json["code"]) == (409, "conflict")


def test_a_sample_goes_with_all_that_is_only_its_own(written, rows, container):
    sample = rows.sample(containerId=container, location=1, sample_compositions=[{"Component": {"componentId": rows.component()}}])  # fmt: skip
    written.ask("INSERT INTO BLSampleImage (blSampleId) VALUES (%s)", sample)
    written.ask("INSERT INTO BLSamplePosition (blSampleId) VALUES (%s)", sample)
    written.ask("INSERT INTO BLSampleGroup_has_BLSample (blSampleGroupId, blSampleId) VALUES (1, %s)", sample)
    written.open("POST", "/proposals/MX415/grants", "pi", json={"personId": 6, "blSampleId": sample})
    assert written.open("DELETE", f"/samples/{sample}", "pi").status_code == 204
    assert written.get(f"/samples/{sample}").status_code == 404
    for table in ("BLSampleImage", "BLSamplePosition", "SampleComposition", "BLSampleGroup_has_BLSample", "api_grant"):
        assert written.ask(f"SELECT blSampleId FROM {table} WHERE blSampleId = %s", sample) == []


def test_repetition_with_a_key_makes_one_sample(written, container):
    body, headers = {"name": "key", "containerId": container}, {"Idempotency-Key": "sample-1"}
    made = [written.open("POST", "/samples", "pi", json=body, headers=headers).json["blSampleId"] for _ in range(2)]
    assert made[0] == made[1]
