"""/webservices/ssx, as MXCuBE's client for serial beamlines calls it."""

import json

import pytest

from tests.support.instrument import running_session

URL = "/webservices/ssx"
EVENT = {"type": "XrayDetection", "name": "one", "offset": 0.0, "duration": 0.0, "period": 0.0, "repetition": 0.0}
# What the client sends, with its own spellings and its constants of zero.
COLLECTION = {
    "startTime": "2030-06-12 10:00:00",
    "endTime": "2030-06-12T10:05:00",
    "exposureTime": 0.0001,
    "transmission": 100,
    "flux": 8e13,
    "average_temperature": 293.0,
    "detector_id": "4",
    "underlator_gap1": 6.5,
    "imagePrefix": "LYS-one",
    "numberOfImages": 20000,
    "polarisation": 0.99,
    "repetitionRate": 925.0,
    "energyBandwidth": 0.01,
    "monoStripe": "",
    "jetSize": 0.0,
    "jetSpeed": 0.0,
    "laserEnergy": 0.0,
    "chipModel": "MZ-100",
    "chipPattern": "",
    "event_chains": [{"name": "chain", "events": [EVENT]}],
    "somethingNew": 1,
}


@pytest.fixture(scope="module")
def session(written):
    return running_session(written)


def sample(name):
    ligand = {"name": "ATP", "componentType": "Ligand", "composition": "C10H16N5O13P3", "abundance": 0.1}
    crystal = {"protein": {"name": "LYS", "acronym": "LYS"}, "size_X": 0.005, "components": [ligand]}
    return {"name": name, "support": "chip", "crystal": crystal, "components": []}


def send(instrument, path, body):
    answer = instrument.send("POST", f"{URL}{path}", body)
    assert answer.status_code == 200, answer.json
    assert type(answer.json) is int
    return answer.json


@pytest.fixture
def group(instrument, session):
    body = {"sessionId": session["sessionId"], "startTime": "2030-06-12T10:00:00", "experimentType": "SSX-CHIP"}
    return send(instrument, "/datacollectiongroup", {**body, "experimentName": "lysozyme", "sample": sample("one")})


def test_a_group_comes_with_its_sample(written, group):
    found = written.get(f"/datacollectiongroups/{group}").json
    assert (found["experimentType"], found["comments"], found["blSample"]) == ("SSX-Chip", "lysozyme", "one")
    stored = written.get(f"/samples/{found['blSampleId']}").json
    assert (stored["support"], stored["Crystal"]["Protein"]["acronym"]) == ("chip", "LYS")
    assert stored["Crystal"]["crystal_compositions"][0]["Component"]["name"] == "ATP"


def test_a_collection_comes_as_the_client_spells_it(written, instrument, group):
    number = send(instrument, "/datacollection", {"dataCollectionGroupId": group, **COLLECTION})
    found = written.get(f"/datacollections/{number}").json
    shown = {
        "averageTemperature": 293,
        "detectorId": 4,
        "undulatorGap1": 6.5,
        "numberOfImages": 20000,
        "comments": None,
    }
    assert {name: found[name] for name in shown} == shown
    serial = found["SSXDataCollection"]
    assert (serial["repetitionRate"], serial["chipModel"], serial["jetSize"]) == (925, "MZ-100", None)
    (event,) = found["event_chains"][0]["events"]
    assert (event["EventType"]["name"], event["offset"], event["repetition"]) == ("XrayDetection", 0, None)


def test_what_cannot_be_right_is_left_out_and_the_rest_is_kept(written, instrument, group):
    wrong = {"wavelength": 12700, "energyBandwidth": 80, "event_chains": [{"events": [{**EVENT, "type": "Sneeze"}]}]}
    number = send(instrument, "/datacollection", {"dataCollectionGroupId": group, **COLLECTION, **wrong})
    found = written.get(f"/datacollections/{number}").json
    assert (found["wavelength"], found["SSXDataCollection"]["energyBandwidth"], found["event_chains"]) == (
        None,
        None,
        [],
    )
    assert found["SSXDataCollection"]["chipModel"] == "MZ-100"
    for name in ("wavelength", "energyBandwidth", "event_chains"):
        assert name in found["comments"]


def test_a_sample_that_cannot_be_is_left_out_and_the_comment_says_so(written, instrument, session):
    body = {"sessionId": session["sessionId"], "comments": "first", "sample": {"name": "x", "crystal": {"protein": {}}}}
    found = written.get(f"/datacollectiongroups/{send(instrument, '/datacollectiongroup', body)}").json
    assert found["blSampleId"] is None
    assert found["comments"].startswith("first (left out: sample")


def test_a_run_with_its_files(written, instrument, group):
    collection = send(instrument, "/datacollection", {"dataCollectionGroupId": group, **COLLECTION})
    root = next(iter(written.settings.files.roots))
    with open(f"{root}/ssx_stats.json", "w", encoding="utf-8") as file:
        json.dump({"nbHits": 17, "nbIndexed": 5}, file)
    body = {"processingPrograms": "CrystFEL", "results": [f"{root}/ssx_stats.json", f"{root}/ssx_cells.json"]}
    program = send(instrument, f"/datacollection/{collection}/processing", body)
    stored = written.ask("SELECT fileName FROM AutoProcProgramAttachment WHERE autoProcProgramId = %s", program)
    assert [row["fileName"] for row in stored] == ["ssx_stats.json", "ssx_cells.json"]
    (stats,) = written.get(f"/ssx/datacollection/processing/stats?dataCollectionIds={collection}").json
    assert (stats["nbHits"], stats["nbIndexed"]) == (17, 5)


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("/datacollectiongroup", {}, "sessionId"),
        ("/datacollectiongroup", {"sessionId": 2**31 - 1}, "sessionId"),
        ("/datacollection", {"startTime": "x"}, "dataCollectionGroupId"),
        ("/datacollection", {"dataCollectionGroupId": -1}, "dataCollectionGroupId"),
    ],
)
def test_what_leads_nowhere_is_refused(instrument, path, body, field):
    answer = instrument.send("POST", f"{URL}{path}", body)
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field])
