"""POST and PATCH of robot actions, energy scans, fluorescence spectra and single images, as instruments do it."""

import threading

import pytest

from ispyb_api.acquisition.schemas_images import ImageSchema
from ispyb_api.acquisition.schemas_scans import EnergyScanSchema, RobotActionSchema, SpectrumSchema
from tests.contract.shapes import faults
from tests.support.instrument import running_session

LOADED = {"actionType": "LOAD", "startTimestamp": "2030-06-12T10:00:00", "blsampleId": 1}
SCAN = {"element": "Se", "edgeEnergy": "K", "startEnergy": 12.6, "endEnergy": 12.7, "transmissionFactor": 5.0}
SPECTRUM = {"energy": 13.5, "exposureTime": 3.0, "beamTransmission": 0.5, "beamSizeHorizontal": 50.0}


@pytest.fixture(scope="module")
def session(written):
    return running_session(written)["sessionId"]


@pytest.fixture(scope="module")
def foreign_sample(written):
    """A sample of another proposal than the session's."""
    return written.ask(
        "SELECT MIN(s.blSampleId) AS id FROM BLSample s JOIN Crystal c ON c.crystalId = s.crystalId"
        " JOIN Protein p ON p.proteinId = c.proteinId WHERE p.proposalId = 4"
    )[0]["id"]


@pytest.fixture
def collection(instrument, session):
    group = instrument.make("/datacollectiongroups", sessionId=session)["dataCollectionGroupId"]
    return instrument.make("/datacollections", dataCollectionGroupId=group)["dataCollectionId"]


def test_robot_action_starts_and_ends(written, instrument, session):
    made = instrument.send("POST", "/robotactions", {"blsessionId": session, **LOADED, "dewarLocation": 3})
    action = made.json
    assert (made.status_code, list(faults(RobotActionSchema, action))) == (201, [])
    assert (action["status"], action["endTimestamp"], action["dewarLocation"]) == (None, None, 3)
    path = f"/robotactions/{action['robotActionId']}"
    assert made.headers["Location"].endswith(path)
    ended = instrument.send("PATCH", path, {"status": "success", "endTimestamp": "2030-06-12T10:00:40"}).json
    assert (ended["status"], ended["startTimestamp"]) == ("SUCCESS", "2030-06-12T10:00:00")
    late = instrument.send("PATCH", path, {"status": None, "endTimestamp": None, "message": "slow"}).json
    assert (late["status"], late["endTimestamp"], late["message"]) == ("SUCCESS", "2030-06-12T10:00:40", "slow")
    assert written.get(path, "pi").json == late


def test_robot_action_is_in_the_timeline_as_it_was_recorded(written, instrument, session):
    body = {"blsessionId": session, "actionType": "WASH", "startTimestamp": "2030-06-12T23:59:00"}
    action = instrument.make("/robotactions", **body)
    events = written.get(f"/events?sessionId={session}&eventType=robot&limit=100").json["results"]
    assert action in [event["Item"] for event in events]


def test_same_robot_action_is_completed(instrument, session):
    body = {"blsessionId": session, **LOADED, "startTimestamp": "2030-06-12T11:00:00"}
    first = instrument.send("POST", "/robotactions", body)
    second = instrument.send("POST", "/robotactions", {**body, "status": "ERROR", "message": "no pin"})
    assert (first.status_code, second.status_code) == (201, 200)
    assert second.json["robotActionId"] == first.json["robotActionId"]
    assert (second.json["status"], second.json["message"]) == ("ERROR", "no pin")


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        (7, 7),
        (-1, -1),
        ("7", 7),
        (" -1 ", -1),
        ("Puck 12", 12),
        ("A:3:2", None),
        ("lid", None),
        ("", None),
        (None, None),
    ],
)
def test_positions_in_sample_changers_are_taken_as_they_come(instrument, session, given, stored):
    body = {"blsessionId": session, "actionType": "STORE", "containerLocation": given}
    assert instrument.make("/robotactions", **body)["containerLocation"] == stored


def test_sample_of_a_robot_action_is_found_by_its_barcode(written, instrument, session):
    written.ask("UPDATE BLSample SET code = 'on the pin' WHERE blSampleId = 1")
    action = instrument.make("/robotactions", blsessionId=session, actionType="LOAD", sampleBarcode="on the pin")
    assert action["blsampleId"] == 1


def test_energy_scan_starts_and_is_completed(written, instrument, session):
    path = "/data/mx415/scan_1.dat"
    scan = instrument.make("/energyscans", sessionId=session, scanFileFullPath=path, startTime="2030-06-12T12:00:00")
    assert list(faults(EnergyScanSchema, scan)) == []
    found = {**SCAN, "peakEnergy": 12.659, "peakFPrime": -8.1, "peakFDoublePrime": 6.9, "blSampleId": 1}
    again = instrument.send("POST", "/energyscans", {"sessionId": session, "scanFileFullPath": path, **found})
    assert (again.status_code, again.json["energyScanId"]) == (200, scan["energyScanId"])
    assert {name: again.json[name] for name in found} == found
    assert again.json["startTime"] == "2030-06-12T12:00:00"
    changed = instrument.send("PATCH", f"/energyscans/{scan['energyScanId']}", {"blSampleId": 2, "comments": "Se"})
    assert written.get(f"/energyscans/{scan['energyScanId']}", "member").json == changed.json
    assert (changed.json["blSampleId"], changed.json["_metadata"]["attachments"]["scanFileFullPath"]) == (2, True)


def test_spectrum_is_recorded_and_its_sample_comes_later(written, instrument, session):
    spectrum = instrument.make("/spectra", sessionId=session, **SPECTRUM)
    assert list(faults(SpectrumSchema, spectrum)) == []
    assert {name: spectrum[name] for name in SPECTRUM} == SPECTRUM
    path = f"/spectra/{spectrum['xfeFluorescenceSpectrumId']}"
    changed = instrument.send("PATCH", path, {"blSampleId": 1, "endTime": "2030-06-12T13:00:00"}).json
    assert changed["blSampleId"] == 1
    assert instrument.send("PATCH", path, {"endTime": None, "energy": None}).json["endTime"] == "2030-06-12T13:00:00"
    assert written.get(path, "pi").json["energy"] is None


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("/robotactions", {"actionType": "JUGGLE"}, "actionType"),
        ("/robotactions", {"status": "RUNNING"}, "status"),
        ("/robotactions", {"message": "x" * 256}, "message"),
        ("/robotactions", {"containerLocation": 40000}, "containerLocation"),
        ("/robotactions", {"startTimestamp": "2030-06-12T10:00:00Z"}, "startTimestamp"),
        ("/robotactions", {"startTimestamp": "2050-06-12T10:00:00"}, "startTimestamp"),
        ("/energyscans", {"startEnergy": 12658.0}, "startEnergy"),
        ("/energyscans", {"peakFPrime": -800}, "peakFPrime"),
        ("/energyscans", {"transmissionFactor": 101}, "transmissionFactor"),
        ("/energyscans", {"beamSizeHorizontal": 0.05}, "beamSizeHorizontal"),
        ("/energyscans", {"blSubSampleId": 2**31 - 1}, "blSubSampleId"),
        ("/spectra", {"energy": 13500}, "energy"),
        ("/spectra", {"exposureTime": "long"}, "exposureTime"),
        ("/spectra", {"unknown": 1}, "unknown"),
    ],
)
def test_what_cannot_be_right_is_named(instrument, session, path, body, field):
    of_session = "blsessionId" if path == "/robotactions" else "sessionId"
    answer = instrument.send("POST", path, {of_session: session, **body})
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field])


def test_who_insists_may_record_what_looks_wrong(instrument, session):
    scan = instrument.make("/energyscans", sessionId=session, startEnergy=250.0, accept_implausible=True)
    assert scan["startEnergy"] == 250.0


def test_sample_of_another_proposal_is_refused(instrument, session, foreign_sample):
    for path, of_session, of_sample in (
        ("/robotactions", "blsessionId", "blsampleId"),
        ("/energyscans", "sessionId", "blSampleId"),
        ("/spectra", "sessionId", "blSampleId"),
    ):
        answer = instrument.send("POST", path, {of_session: session, of_sample: foreign_sample})
        assert (answer.status_code, list(answer.json["errors"])) == (422, [of_sample])


def test_rows_that_are_not_there_or_hidden_are_not_found(written, instrument):
    for path in ("/robotactions", "/energyscans", "/spectra"):
        assert instrument.send("PATCH", f"{path}/2147483647", {}).status_code == 422
        body = {"endTimestamp" if path == "/robotactions" else "endTime": "2030-06-12T10:00:00"}
        assert instrument.send("PATCH", f"{path}/2147483647", body).status_code == 404
        assert written.get(f"{path}/1", "outsider").status_code == 404


def test_row_that_somebody_changed_meanwhile_is_left_alone(written, instrument, session):
    scan = instrument.make("/energyscans", sessionId=session)
    path = f"/energyscans/{scan['energyScanId']}"
    tag = instrument.send("GET", path).headers["ETag"]
    assert instrument.send("PATCH", path, {"element": "Zn"}, {"If-Match": tag}).status_code == 200
    assert instrument.send("PATCH", path, {"element": "Fe"}, {"If-Match": tag}).status_code == 412


def test_images_are_recorded_by_their_numbers(written, instrument, collection):
    path = f"/datacollections/{collection}/images"
    first = {"imageNumber": 1, "fileName": "x_0001.cbf", "fileLocation": "/data/x", "measuredIntensity": 1.2e12}
    more = {"imageNumber": 100, "temperature": 100.5, "synchrotronCurrent": 195.2, "jpegFileFullPath": "/data/x.jpg"}
    answer = instrument.send("POST", path, [more, first])
    assert (answer.status_code, [row["imageNumber"] for row in answer.json]) == (201, [100, 1])
    assert [fault for row in answer.json for fault in faults(ImageSchema, row)] == []
    again = instrument.send("POST", path, [{"imageNumber": 1, "comments": "ice"}, {"imageNumber": 50}])
    assert again.json[0] == {**answer.json[1], "comments": "ice"}
    listed = written.get(path, "pi").json
    assert [(row["imageNumber"], row["_metadata"]["picture"]) for row in listed["results"]] == [
        (1, False),
        (50, False),
        (100, True),
    ]


def test_a_thousand_images_take_a_few_statements(written, instrument, collection):
    body = [{"imageNumber": number, "fileName": f"x_{number:04}.cbf"} for number in range(1, 1001)]
    with written.statements() as counted:
        assert len(instrument.send("POST", f"/datacollections/{collection}/images", body).json) == 1000
    assert counted.number < 15


@pytest.mark.parametrize(
    ("rows", "fields"),
    [
        ([{"imageNumber": 1}, {"imageNumber": 1}], ["[1].imageNumber"]),
        ([{"imageNumber": 1}, {"fileName": "x"}], ["[1].imageNumber"]),
        ([{"imageNumber": 1}, {"imageNumber": 2, "fileName": "x" * 256}], ["[1].fileName"]),
        ([{"imageNumber": -1}], ["[0].imageNumber"]),
        ([{"imageNumber": 1, "temperature": -173.0}], ["[0].temperature"]),
        ([], ["body"]),
        ([{"imageNumber": n} for n in range(1001)], ["body"]),
        ({"imageNumber": 1}, ["body"]),
    ],
)
def test_images_are_recorded_all_or_none(instrument, collection, rows, fields):
    path = f"/datacollections/{collection}/images"
    answer = instrument.send("POST", path, rows)
    assert (answer.status_code, list(answer.json["errors"])) == (422, fields)
    assert instrument.send("GET", path).json["total"] == 0


def test_images_of_no_collection_are_not_found(instrument):
    assert instrument.send("POST", "/datacollections/2147483647/images", [{"imageNumber": 1}]).status_code == 404


def test_image_that_is_sent_twice_at_once_is_one(instrument, collection):
    path = f"/datacollections/{collection}/images"

    def post():
        instrument.send("POST", path, [{"imageNumber": 7}])

    threads = [threading.Thread(target=post) for _ in range(6)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert instrument.send("GET", path).json["total"] == 1


def test_instruments_note_what_became_of_a_sample(written, instrument):
    body = {"blSampleStatus": "LOADED", "lastKnownCenteringPosition": "{sampx: 0.1, sampy: -0.2, phi: 90.0}"}
    changed = instrument.send("PATCH", "/samples/1", body)
    assert {name: changed.json[name] for name in body} == body
    assert instrument.send("PATCH", "/samples/1", {"name": "other"}).status_code == 403
    assert written.get("/samples/1", "pi").json["lastKnownCenteringPosition"] == body["lastKnownCenteringPosition"]
