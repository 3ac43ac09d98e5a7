"""POST and PATCH of what serial crystallography adds to data collections: jets, chips, lasers, sequences of events."""

import pytest

from ispyb_api.acquisition import sequences
from ispyb_api.acquisition.schemas import WholeDataCollectionSchema
from tests.contract.shapes import faults
from tests.support.instrument import running_session

SERIAL = {
    "experimentName": "bR, 10 ms",
    "repetitionRate": 250.0,
    "energyBandwidth": 0.008,
    "monoStripe": "W/B4C",
    "jetSize": 75.0,
    "jetSpeed": 2.5,
    "laserEnergy": 12.0,
    "reactionDuration": 0.01,
}
PROBE = {"duration": 0.0001, "period": 0.004, "repetition": 1000.0}
CHAIN = {
    "name": "pump and probe",
    "events": [
        {"type": "LaserExcitation", "name": "pump", "offset": 0.0, **PROBE},
        {"type": "xrayexposure", "name": "probe", "offset": 0.002, **PROBE},
        {"type": "XRAYDETECTION", "name": "probe", "offset": 0.002, **PROBE},
    ],
}


@pytest.fixture(scope="module")
def session(written):
    return running_session(written)


@pytest.fixture
def group(instrument, session):
    kind = {"sessionId": session["sessionId"], "experimentType": "SSX-JET"}
    return instrument.make("/datacollectiongroups", **kind)["dataCollectionGroupId"]


@pytest.fixture
def collection(instrument, group):
    return instrument.make(
        "/datacollections",
        dataCollectionGroupId=group,
        numberOfImages=1000,
        SSXDataCollection=SERIAL,
        event_chains=[CHAIN],
    )


@pytest.fixture
def path(collection):
    return f"/datacollections/{collection['dataCollectionId']}"


def events(answer):
    return [
        [
            (event["EventType"]["name"], event["offset"], event["duration"], event["period"], event["repetition"])
            for event in chain["events"]
        ]
        for chain in answer["event_chains"]
    ]


def test_one_call_records_a_collection_with_its_jet_and_its_sequence(written, collection, path):
    assert list(faults(WholeDataCollectionSchema, collection)) == []
    assert {name: collection["SSXDataCollection"][name] for name in SERIAL} == SERIAL
    assert events(collection) == [
        [
            ("LaserExcitation", 0.0, 0.0001, 0.004, 1000.0),
            ("XrayExposure", 0.002, 0.0001, 0.004, 1000.0),
            ("XrayDetection", 0.002, 0.0001, 0.004, 1000.0),
        ]
    ]
    assert written.get(path, "pi").json == collection
    listed = written.get(f"/eventchains?dataCollectionId={collection['dataCollectionId']}").json["results"]
    assert listed == collection["event_chains"]


def test_what_is_absent_stays_and_null_clears(instrument, collection, path):
    changed = instrument.send("PATCH", path, {"SSXDataCollection": {"jetSize": 50, "laserEnergy": None}}).json
    assert (changed["SSXDataCollection"]["jetSize"], changed["SSXDataCollection"]["laserEnergy"]) == (50, None)
    assert changed["SSXDataCollection"]["jetSpeed"] == SERIAL["jetSpeed"]
    assert changed["event_chains"] == collection["event_chains"]


def test_a_list_of_sequences_replaces_the_list(written, instrument, collection, path):
    other = {"name": "dark", "events": [{"type": "XrayExposure", "offset": 0}]}
    changed = instrument.send("PATCH", path, {"event_chains": [other, {"events": other["events"]}]}).json
    assert [chain["name"] for chain in changed["event_chains"]] == ["dark", None]
    assert changed["SSXDataCollection"] == collection["SSXDataCollection"]
    assert instrument.send("PATCH", path, {"event_chains": []}).json["event_chains"] == []
    number = collection["dataCollectionId"]
    assert written.ask("SELECT COUNT(*) AS n FROM EventChain WHERE dataCollectionId = %s", number)[0]["n"] == 0


def test_a_collection_becomes_one_of_serial_crystallography_and_stops_being_one(instrument, group):
    made = instrument.make("/datacollections", dataCollectionGroupId=group)
    assert (made["SSXDataCollection"], made["event_chains"]) == (None, [])
    where = f"/datacollections/{made['dataCollectionId']}"
    assert instrument.send("PATCH", where, {"event_chains": [CHAIN]}).json["SSXDataCollection"]["jetSize"] is None
    assert instrument.send("PATCH", where, {"SSXDataCollection": None, "event_chains": []}).json == {
        **made,
        "SSXDataCollection": None,
    }


def test_if_match_knows_of_the_sequences(instrument, collection, path):
    tag = instrument.send("GET", path).headers["ETag"]
    assert instrument.send("PATCH", path, {"event_chains": []}).status_code == 200
    late = instrument.send("PATCH", path, {"SSXDataCollection": {"jetSize": 1}}, headers={"If-Match": tag})
    assert late.status_code == 412


def test_what_is_added_is_a_component_of_the_proposal(written, instrument, session, path):
    def trigger(component):
        return {"events": [{"type": "ReactionTrigger", "offset": 0, "Component": component}]}

    named = {"name": "caged ATP", "ComponentType": {"name": "ligand"}}
    first, again = instrument.send("PATCH", path, {"event_chains": [trigger(named), trigger(named)]}).json[
        "event_chains"
    ]
    number = first["events"][0]["componentId"]
    assert number == again["events"][0]["componentId"]
    stored = written.ask("SELECT proposalId, name FROM Component WHERE componentId = %s", number)[0]
    assert stored == {"proposalId": session["proposalId"], "name": "caged ATP"}
    by_row = instrument.send("PATCH", path, {"event_chains": [trigger({"componentId": number})]}).json
    assert by_row["event_chains"][0]["events"][0]["componentId"] == number
    unknown = instrument.send("PATCH", path, {"event_chains": [trigger({"componentId": 2**31 - 1})]})
    assert set(unknown.json["errors"]) == {"event_chains[0].events[0].Component.componentId"}


def test_a_kind_of_event_that_this_database_lacks_is_made(written, instrument, path):
    written.ask("DELETE FROM Event WHERE eventTypeId = 4")
    written.ask("DELETE FROM EventType WHERE eventTypeId = 4")
    body = {"event_chains": [{"events": [{"type": "ReactionTrigger", "offset": 0}] * 2}]}
    found = instrument.send("PATCH", path, body).json["event_chains"][0]["events"]
    assert {event["EventType"]["name"] for event in found} == {"ReactionTrigger"}


def event(**changed):
    return {"type": "XrayExposure", "offset": 0, "duration": 0.001, **changed}


@pytest.mark.parametrize(
    ("chains", "where"),
    [
        ([{"events": [event(type="Sneeze")]}], "[0].events[0].type"),
        ([{"events": [event(), event(offset=-1)]}], "[0].events[1].offset"),
        ([{"events": [event()]}, {"events": [event(duration=-1)]}], "[1].events[0].duration"),
        ([{"events": [event(period=0)]}], "[0].events[0].period"),
        ([{"events": [event(repetition=0)]}], "[0].events[0].repetition"),
        ([{"events": [event(offset=None)]}], "[0].events[0].offset"),
        ([{"events": [event(repetition=7)]}], "[0].events[0].period"),
        ([{"events": [event(duration=2, period=1)]}], "[0].events[0].duration"),
        ([{"events": [event(), event(type="XrayDetection", offset=0.002)]}], "[0].events[1].offset"),
        ([{"events": [event(type="XrayDetection"), event(offset=0.002)]}], "[0].events[0].offset"),
        ([{"events": [event(), event(type="LaserExcitation", offset=1)]}], "[0].events[1].offset"),
        ([{"events": [event(), event(offset=4.1)]}], "[0].events[1].offset"),  # of 1000 images at 250 Hz
        ([{"events": []}], "[0].events"),
        ([{"events": [event(name="x" * 256)]}], "[0].events[0].name"),
        ([{"events": [event()], "name": "x" * 256}], "[0].name"),
        ([{}], "[0].events"),
        ([{"events": [event()]}] * 21, ""),
        ([{"events": [event(offset=1e7)]}], "[0].events[0].offset"),
    ],
)
def test_what_is_wrong_in_a_sequence_is_named_to_the_event(instrument, path, chains, where):
    answer = instrument.send("PATCH", path, {"event_chains": chains})
    assert (answer.status_code, set(answer.json["errors"])) == (422, {f"event_chains{where}"}), answer.json


@pytest.mark.parametrize("times", [{"startTime": "2030-06-12T10:00:00", "endTime": "2030-06-12T10:00:02"}, {}])
def test_nothing_of_a_refused_collection_is_kept(written, instrument, group, times):
    rate = {} if times else {"SSXDataCollection": {"repetitionRate": 500}, "numberOfImages": 1000}
    body = {"dataCollectionGroupId": group, **times, **rate, "event_chains": [{"events": [event(offset=2.5)]}]}
    answer = instrument.send("POST", "/datacollections", body)
    assert set(answer.json["errors"]) == {"event_chains[0].events[0].offset"}
    assert "2 s" in answer.json["errors"]["event_chains[0].events[0].offset"][0]
    assert written.get(f"/datacollections?dataCollectionGroupId={group}").json["total"] == 0


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"energyBandwidth": 0.8}, "energyBandwidth"),  # per cent in a field of fractions
        ({"jetSize": 0.00005}, "jetSize"),  # metres
        ({"repetitionRate": -1}, "repetitionRate"),
        ({"laserEnergy": "strong"}, "laserEnergy"),
        ({"chipModel": "x" * 256}, "chipModel"),
        ({"dataCollectionId": 1}, "dataCollectionId"),
    ],
)
def test_values_of_another_unit_are_refused_and_taken_if_one_insists(instrument, path, given, field):
    answer = instrument.send("PATCH", path, {"SSXDataCollection": given})
    assert (answer.status_code, set(answer.json["errors"])) == (422, {f"SSXDataCollection.{field}"})
    insisting = {"SSXDataCollection": {**given, "accept_implausible": True}}
    plausible = field in ("energyBandwidth", "jetSize", "repetitionRate")
    assert instrument.send("PATCH", path, insisting).status_code == (200 if plausible else 422)


@pytest.mark.parametrize(("login", "status"), [("outsider", 404), ("pi", 403), ("staff", 200)])
def test_who_may_record_them(written, path, login, status):
    answer = written.open("PATCH", path, login, json={"SSXDataCollection": {"jetSize": 3}})
    assert answer.status_code == status


def test_the_exposure_of_a_sequence_is_from_its_first_begin_to_its_last_end():
    known = [{"type": "XrayExposure", "offset": 1, "duration": 0.5, "period": 2, "repetition": 3}]
    assert sequences.exposure(known) == (1, 5.5)
    assert sequences.exposure([*known, {"type": "XrayExposure", "offset": 9}]) is None
    assert sequences.exposure([]) is None
