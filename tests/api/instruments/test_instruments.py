"""/instruments: the same detector, and the same way to set up a beamline, are one row each."""

import threading

import pytest

from ispyb_api.acquisition.schemas_parts import DetectorSchema
from ispyb_api.sessions.schemas import BeamLineSetupSchema
from tests.contract.shapes import faults

SETUP = {
    "synchrotronName": "Lumenfjord", "synchrotronMode": "7/8 + 1", "undulatorType1": "U35", "focusingOptic": "KB",
    "beamDivergenceHorizontal": 0.1, "polarisation": 0.99, "minExposureTimePerImage": 0.002,
    "goniostatMaxOscillationSpeed": 120.0,
}  # fmt: skip
DETECTOR = {"detectorManufacturer": "Fjord Optics", "detectorModel": "Falk 9M", "detectorMode": "Software binned"}


def test_equal_content_is_the_same_set_up(written, instrument):
    first = instrument.send("POST", "/instruments/setups", {**SETUP, "setupDate": "2030-06-12T08:00:00"})
    assert (first.status_code, list(faults(BeamLineSetupSchema, first.json))) == (201, [])
    assert {name: first.json[name] for name in SETUP} == SETUP
    second = instrument.send("POST", "/instruments/setups", {**SETUP, "minTransmission": None})
    assert (second.status_code, second.json) == (200, first.json)
    assert second.headers["Location"] == first.headers["Location"]
    other = instrument.send("POST", "/instruments/setups", {**SETUP, "polarisation": 0.98})
    assert (other.status_code, other.json["beamLineSetupId"] != first.json["beamLineSetupId"]) == (201, True)
    assert other.json["setupDate"] is not None
    path = f"/instruments/setups/{first.json['beamLineSetupId']}"
    assert written.get(path, "outsider").json == first.json
    ids = [row["beamLineSetupId"] for row in written.get("/instruments/setups?limit=2").json["results"]]
    assert ids == [other.json["beamLineSetupId"], first.json["beamLineSetupId"]]


def test_set_up_that_another_program_changed_is_not_the_same(written, instrument):
    body = {"focusingOptic": "mirror that moves"}
    first = instrument.make("/instruments/setups", **body)["beamLineSetupId"]
    written.ask("UPDATE BeamLineSetup SET focusingOptic = 'none' WHERE beamLineSetupId = %s", first)
    assert instrument.make("/instruments/setups", **body)["beamLineSetupId"] != first


def test_same_set_up_at_once_is_one(instrument):
    found = []

    def post():
        found.append(instrument.make("/instruments/setups", focusingOptic="at once")["beamLineSetupId"])

    threads = [threading.Thread(target=post) for _ in range(8)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert (len(found), len(set(found))) == (8, 1)


def test_detector_is_known_by_its_serial_number(written, instrument):
    first = instrument.send("POST", "/instruments/detectors", {**DETECTOR, "detectorSerialNumber": "F9-007"})
    assert (first.status_code, list(faults(DetectorSchema, first.json))) == (201, [])
    body = {"detectorSerialNumber": "F9-007", "sensorThickness": 0.45, "composition": "Si"}
    second = instrument.send("POST", "/instruments/detectors", body)
    assert second.status_code == 200
    assert second.json == {**first.json, "sensorThickness": 0.45, "composition": "Si"}
    other = instrument.send("POST", "/instruments/detectors", {**DETECTOR, "detectorSerialNumber": "F9-008"})
    assert (other.status_code, other.json["detectorId"] != first.json["detectorId"]) == (201, True)
    path = f"/instruments/detectors/{first.json['detectorId']}"
    assert written.get(path, "outsider").json == second.json
    listed = written.get("/instruments/detectors?detectorSerialNumber=F9-007").json
    assert [row["detectorId"] for row in listed["results"]] == [first.json["detectorId"]]


def test_detector_without_a_number_is_known_by_manufacturer_model_and_mode(instrument):
    body = {**DETECTOR, "detectorModel": "Falk 1M"}
    first = instrument.send("POST", "/instruments/detectors", body)
    again = instrument.send("POST", "/instruments/detectors", {**body, "detectorPixelSizeHorizontal": 0.172})
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json == {**first.json, "detectorPixelSizeHorizontal": 0.172}
    other = instrument.send("POST", "/instruments/detectors", {**body, "detectorMode": "Unbinned"})
    assert other.status_code == 201


def test_detector_keeps_its_number_from_who_does_not_know_it(instrument):
    body = {**DETECTOR, "detectorModel": "Falk 2M"}
    first = instrument.send("POST", "/instruments/detectors", {**body, "detectorSerialNumber": "F2-001"})
    for unknown in (None, ""):
        again = instrument.send("POST", "/instruments/detectors", {**body, "detectorSerialNumber": unknown})
        assert (again.status_code, again.json) == (200, first.json)


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("/instruments/setups", {"polarisation": 99.0}, "polarisation"),
        ("/instruments/setups", {"beamDivergenceHorizontal": 104.0}, "beamDivergenceHorizontal"),  # µrad
        ("/instruments/setups", {"undulatorType1": "x" * 46}, "undulatorType1"),
        ("/instruments/setups", {"beamLineSetupId": 1}, "beamLineSetupId"),
        ("/instruments/detectors", {"detectorModel": "Falk 9M"}, "detectorSerialNumber"),
        ("/instruments/detectors", {**DETECTOR, "detectorPixelSizeHorizontal": 1.72e-4}, "detectorPixelSizeHorizontal"),
        ("/instruments/detectors", {**DETECTOR, "sensorThickness": 450.0}, "sensorThickness"),
        ("/instruments/detectors", {"detectorSerialNumber": "x" * 31}, "detectorSerialNumber"),
    ],
)
def test_what_cannot_be_right_is_named(instrument, path, body, field):
    answer = instrument.send("POST", path, body)
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field])


def test_what_is_not_there_is_not_found(get):
    assert get("/instruments/setups/2147483647").status_code == 404
    assert get("/instruments/detectors/2147483647").status_code == 404
