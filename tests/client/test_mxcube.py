"""MXCuBE's own client works unmodified: its classes take a user through a whole experiment, and the database has it all."""

import contextlib
import datetime

import pytest

from ispyb_api import demonstration
from ispyb_api.app import PREFIX
from tests.api.auth.keycloak import conftest as keycloak
from tests.client.conftest import have
from tests.conftest import ENGINES
from tests.support import mxcube, sites

LOGIN, BEAMLINE, SAMPLE = "member", "BL01-MX", 11  # somebody who takes part in the session that runs there

# The client spells a key in two ways, so it never sends this by itself: update_session is called below as it is meant.
SPELT_OTHERWISE = "Missing beamLineSetupId"

SETUP = {
    "synchrotronName": "Lumenfjord", "synchrotronMode": "7/8 + 1", "undulators": [{"type": "U35"}, {"type": "U20"}],
    "monochromator_type": "Si(111)", "focusing_optic": "KB mirrors", "beam_divergence_vertical": 0.07,
    "beam_divergence_horizontal": 0.104, "polarisation": 0.99, "minimum_exposure_time": 0.002, "maximum_phi_speed": 120,
    "minimum_phi_oscillation": 0.0001, "detector_manufacturer": "POLARLYS", "detector_model": "PX2 9M",
    "detector_binning_mode": "continuous", "detector_px": 0.075, "input_files_server": None,
}  # fmt: skip
COLLECTION = {
    "comments": "first crystal", "take_snapshots": 4, "in_queue": 0, "in_interleave": None, "shutterless": 1,
    "detector_binning_mode": "continuous", "detector_roi_mode": "", "processing": "True", "residues": 200,
    "anomalous": False, "skip_images": False, "dark": True, "motors": {"phi": 90.0}, "helical": 0,
    "experiment_type": "OSC", "status": "Running", "collection_start_time": "2030-06-12 10:00:00", "energy": 12.7,
    "detector_distance": 210.5, "resolution": {"upper": 1.8}, "transmission": 31.5, "synchrotronMode": "7/8 + 1",
    "actualContainerBarcode": "LLS-P-0502", "actualSampleBarcode": None,
    "workflow_parameters": {
        "workflow_name": "native", "workflow_type": "acquisition", "workflow_uid": "5f2", "workflow_position_id": "p1",
        "workflow_characterisation_id": "c1", "workflow_kappa_settings_id": "o1",
    },
    "fileinfo": {
        "directory": "/data/visitor/mx415/RAW_DATA/lyso", "prefix": "lyso-1", "suffix": "h5", "run_number": 3,
        "template": "lyso-1_3_%04d.h5", "archive_directory": "/data/pyarch/lyso", "process_directory": "/data/proc",
        "compression": True,
    },
    "sample_reference": {
        "blSampleId": SAMPLE, "spacegroup": "P43212", "cell": "78,78,37,90,90,90", "sample_name": "x", "acronym": "LYSO",
    },
    "oscillation_sequence": [
        {
            "start": 12.5, "range": 0.1, "offset": 0.0, "number_of_images": 1800, "start_image_number": 1,
            "number_of_passes": 1, "exposure_time": 0.02, "kappaStart": 30.0, "phiStart": -9999, "number_of_lines": 1,
            "mesh_range": None, "num_triggers": 1, "num_images_per_trigger": 1,
        }
    ],
}  # fmt: skip
MEASURED = {
    "flux": 2.1e12, "flux_end": 2.0e12, "totalAbsorbedDose": 3.5, "wavelength": 0.97625, "detectorDistance": 210.47,
    "resolution": 1.79, "resolutionAtCorner": 1.41, "transmission": 31.2, "xBeam": 116.6, "yBeam": 122.3,
    "undulatorGap1": 6.1, "beamSizeAtSampleX": 0.05, "beamSizeAtSampleY": 0.04, "beamShape": "ellipse",
    "slitGapHorizontal": 0.1, "slitGapVertical": 0.1, "xtalSnapshotFullPath1": "/data/pyarch/lyso/1.snapshot.jpeg",
    "centringMethod": "Manual", "actualCentringPosition": "sampx=0.1 sampy=-0.2 phi=90.0", "status": "Running",
}  # fmt: skip
SCAN = {
    "element": "Se", "edgeEnergy": 12.658, "startEnergy": 12.6, "endEnergy": 12.72, "exposureTime": 0.5,
    "transmissionFactor": 2.5, "beamSizeHorizontal": 50.0, "beamSizeVertical": 0.04, "peakEnergy": 12.6601,
    "peakFPrime": -8.3, "peakFDoublePrime": 6.1, "inflectionEnergy": 12.6578, "inflectionFPrime": -10.5,
    "inflectionFDoublePrime": 3.4, "remoteEnergy": 12.7101, "fluorescenceDetector": "KETEK", "flux": None,
    "scanFileFullPath": "/data/pyarch/lyso/se.raw", "jpegChoochFileFullPath": "/data/pyarch/lyso/se.png",
    "startTime": "2030-06-12 11:00:00", "endTime": "2030-06-12 11:03:00", "comments": "fine", "atomic_nb": 34,
    "directory": "/data", "prefix": "se", "eroi_min": 11.0, "eroi_max": 11.5, "findattEnergy": 12.7,
}  # fmt: skip
SPECTRUM = {
    "exposureTime": 3, "filename": "/data/lyso.raw", "scanFileFullPath": "/data/pyarch/lyso.dat", "energy": 13.5,
    "jpegScanFileFullPath": "/data/pyarch/lyso.png", "annotatedPymcaXfeSpectrum": "/data/pyarch/lyso.html",
    "fittedDataFileFullPath": "/data/pyarch/lyso_peaks.csv", "startTime": "2030-06-12 11:10:00",
    "endTime": "2030-06-12 11:10:04", "beamTransmission": 0.5, "beamSizeHorizontal": 0.05, "beamSizeVertical": 0.04,
}  # fmt: skip
LOAD = {
    "actionType": "LOAD", "containerLocation": "4", "dewarLocation": 2, "sampleBarcode": "", "status": "SUCCESS",
    "startTime": "2030-06-12 09:50:00", "endTime": "2030-06-12 09:50:41",
}  # fmt: skip


@pytest.fixture(scope="module", params=ENGINES)
def site(request, tmp_path_factory):
    """A site that takes tokens of a provider, and that provider."""
    have(mxcube)
    folder = tmp_path_factory.mktemp("mxcube")
    own = demonstration.settings(folder)["auth.backend"]
    with (
        keycloak.small() as provider,
        keycloak.site_with(request.param, folder, keycloak.table(provider), *own) as opened,
    ):
        yield opened, provider


@pytest.fixture(scope="module")
def running(site):
    """``running("BL01-MX")``: MXCuBE's client at a beamline, logged in."""
    opened, provider = site
    with contextlib.ExitStack() as stack, sites.served(opened) as url:

        def start(beamline):
            client = stack.enter_context(mxcube.Client(f"{url}{PREFIX}/", beamline))
            client.rest("authenticate", LOGIN, provider.token(LOGIN))
            return client

        yield start


@pytest.fixture(scope="module")
def client(running):
    return running(BEAMLINE)


@pytest.fixture(scope="module")
def ask(site):
    """``ask("SELECT ...", value)``: one row of the database, as it is."""
    return lambda sql, *values: site[0].ask(sql, *values)[0]


def has(row, expected):
    """Tell how a row differs from what is expected of it: {column: (stored, expected)}; drivers make times of their own kinds."""
    times = {name for name, value in expected.items() if isinstance(value, str) and row[name] is not None}
    stored = {name: str(row[name]) if name in times else row[name] for name in expected}
    return {
        name: (stored[name], value)
        for name, value in expected.items()
        if stored[name] != (pytest.approx(value, rel=1e-6) if isinstance(value, float) else value)
    }


@pytest.fixture(scope="module")
def session(client):
    """The session that MXCuBE finds for today, by its id as MXCuBE keeps it: text."""
    found = client.adapter("get_sessions_by_username", LOGIN, BEAMLINE)["sessions"]
    return next(each for each in found if each["proposal_name"] == "MX415")["session_id"]


@pytest.fixture(scope="module")
def group(client, session):
    """A group as the queue makes it, before it knows the sample: the whole answer is what MXCuBE keeps as its id."""
    slots = {"actualContainerSlotInSC": 1, "actualSampleSlotInContainer": 1}
    return client.adapter("_store_data_collection_group", {"sessionId": session, "experimentType": "OSC", **slots})


@pytest.fixture(scope="module")
def begun(client, session, group):
    """A collection that was begun: what MXCuBE knows of it from then on."""
    collection = {**COLLECTION, "sessionId": session, "group_id": group}
    number, detector = client.adapter("store_data_collection", collection, dict(SETUP), grumble=SPELT_OTHERWISE)
    return {**collection, "collection_id": number, "detector_id": detector}


def test_user_is_known_by_name(client):
    user = client.adapter("get_current_user_data")
    assert (user["givenName"], user["familyName"]) == ("Tobin", "Haverlock")


def test_proposals_are_found(client):
    assert {each["code"] + each["number"] for each in client.adapter("get_proposals")} == {"MX415", "SX28"}
    found = client.adapter("find_proposal", "MX", "415")
    assert (found["proposal_id"], found["type"]) == ("1", "MX")


def test_the_session_of_today_is_found(client, session):
    assert session == "3"
    listed = client.adapter("get_sessions_by_code_and_number", "MX", "415", BEAMLINE)["sessions"]
    assert session in [each["session_id"] for each in listed]
    assert client.adapter("get_session", session)["beamLineName"] == BEAMLINE


def test_a_session_of_today_is_made_where_there_is_none_and_found_afterwards(running, ask):
    elsewhere = running("BL09-MX")
    made, again = (elsewhere.adapter("get_sessions_by_username")["sessions"] for _ in range(2))
    assert [each["session_id"] for each in made] == [each["session_id"] for each in again]
    today = datetime.datetime.combine(datetime.date.today(), datetime.time())
    for each in made:
        expected = {
            "beamLineName": "BL09-MX",
            "startDate": str(today),
            "endDate": str(today + datetime.timedelta(days=2, hours=7, minutes=59, seconds=59)),
            "comments": "Session created by the BCM",
            "scheduled": 0,
            "proposalId": int(each["proposal_id"]),
        }
        assert has(ask("SELECT * FROM BLSession WHERE sessionId = %s", each["session_id"]), expected) == {}
        assert each["is_scheduled_time"] is True


def test_samples_at_the_beamline_are_listed(client, ask):
    samples = client.adapter("get_samples", 1)
    loaded = ask(
        "SELECT COUNT(*) AS n FROM BLSample s JOIN Container c ON c.containerId = s.containerId"
        " WHERE c.beamlineLocation = %s AND c.containerStatus = 'processing' AND c.sampleChangerLocation <> ''",
        BEAMLINE,
    )["n"]
    assert len(samples) == loaded > 25
    sample = next(each for each in samples if each["sampleId"] == SAMPLE)
    assert sample["containerSampleChangerLocation"] == "1"
    assert sample["proteinAcronym"]


def test_group_is_made_before_the_sample_is_known_and_completed_by_an_update(client, ask, begun, session, group):
    sql = "SELECT * FROM DataCollectionGroup WHERE dataCollectionGroupId = %s"
    number = group["dataCollectionGroupId"]
    collection, of_group = client.adapter("update_data_collection", {**begun, **MEASURED})
    assert (collection, of_group) == (begun["collection_id"], number)
    expected = {
        "sessionId": int(session), "experimentType": "OSC", "blSampleId": SAMPLE, "actualContainerSlotInSC": 1,
        "actualSampleSlotInContainer": 1, "actualContainerBarcode": "LLS-P-0502", "startTime": "2030-06-12 10:00:00",
        "endTime": None,
    }  # fmt: skip
    assert has(ask(sql, number), expected) == {}


def test_collection_is_begun_measured_and_ended(client, ask, begun, session):
    sql = "SELECT * FROM DataCollection WHERE dataCollectionId = %s"
    number = begun["collection_id"]
    assert begun["detector_id"] == 1
    client.adapter("update_data_collection", {**begun, **MEASURED})
    measured = {name: value for name, value in MEASURED.items() if name not in ("centringMethod", "status")}
    measured["actualCenteringPosition"] = measured.pop("actualCentringPosition")
    expected = {
        **measured, "centeringMethod": "Manual", "runStatus": "Running", "comments": "first crystal", "detectorId": 1,
        "startTime": "2030-06-12 10:00:00", "endTime": None, "imageDirectory": COLLECTION["fileinfo"]["directory"],
        "imagePrefix": "lyso-1", "imageSuffix": "h5", "fileTemplate": "lyso-1_3_%04d.h5", "dataCollectionNumber": 3,
        "numberOfImages": 1800, "startImageNumber": 1, "numberOfPasses": 1, "exposureTime": 0.02, "axisStart": 12.5,
        "axisRange": 0.1, "axisEnd": 192.5, "overlap": 0.0, "rotationAxis": "Omega", "omegaStart": 12.5,
        "kappaStart": 30.0, "phiStart": None, "blSampleId": SAMPLE, "synchrotronMode": "7/8 + 1",
        "actualContainerBarcode": "LLS-P-0502",
    }  # fmt: skip
    assert has(ask(sql, number), expected) == {}
    sweep = {"uid": "5f2", "name": "native", "type": "acquisition", "characterisation": "c1", "orientation": "o1"}
    stored = ask("SELECT * FROM api_collection_workflow WHERE dataCollectionId = %s", number)
    assert has(stored, {**sweep, "position": "p1"}) == {}
    ended = {**begun, **MEASURED, "status": "Data collection successful", "flux_end": 1.9e12}
    client.adapter("finalize_data_collection", ended)
    late = client.adapter("update_data_collection", {**begun, **MEASURED})  # an update that was on its way
    assert late[0] == number
    row = ask(sql, number)
    assert (row["runStatus"], row["flux_end"]) == ("Data collection successful", 2.0e12)
    now = ask("SELECT NOW() AS now")["now"]
    took = datetime.datetime.fromisoformat(str(now)) - datetime.datetime.fromisoformat(str(row["endTime"]))
    assert abs(took.total_seconds()) < 120
    read = client.adapter("get_data_collection", number)
    assert read["startTime"] == "2030-06-12 10:00:00"


def test_set_up_is_recorded_once_and_becomes_the_sessions(client, ask, begun, session):
    number = client.adapter("store_beamline_setup", session, dict(SETUP), grumble=SPELT_OTHERWISE)
    assert client.adapter("store_beamline_setup", session, dict(SETUP), grumble=SPELT_OTHERWISE) == number
    expected = {
        "synchrotronName": "Lumenfjord", "synchrotronMode": "7/8 + 1", "undulatorType1": "U35", "undulatorType2": "U20",
        "undulatorType3": None, "monochromatorType": "Si(111)", "focusingOptic": "KB mirrors",
        "beamDivergenceVertical": 0.07, "beamDivergenceHorizontal": 0.104, "polarisation": 0.99,
        "minExposureTimePerImage": 0.002, "goniostatMaxOscillationSpeed": 120.0, "goniostatMinOscillationWidth": 0.0001,
    }  # fmt: skip
    assert has(ask("SELECT * FROM BeamLineSetup WHERE beamLineSetupId = %s", number), expected) == {}
    of_session = {"sessionId": session, "BeamLineSetup": {"beamLineSetupId": number}}
    assert client.adapter("update_session", of_session)["BeamLineSetup"]["beamLineSetupId"] == number
    assert ask("SELECT beamLineSetupId AS n FROM BLSession WHERE sessionId = %s", int(session))["n"] == number


def test_detector_that_nobody_knows_is_none(client):
    assert client.adapter("find_detector", "NOBODY", "X", "", grumble="find_detector") is None
    assert client.adapter("find_detector", "polarlys", "PX2 9M", "")["detectorId"] == 1


def test_images_are_recorded_and_not_twice(client, ask, begun):
    image = {
        "dataCollectionId": begun["collection_id"], "fileName": "lyso-1_3_0001.h5", "fileLocation": "/data/lyso",
        "imageNumber": 1, "measuredIntensity": 2.1e12, "synchrotronCurrent": 195.3, "machineMessage": "refill at 12",
        "temperature": 100.2, "jpegFileFullPath": "/data/pyarch/1.jpeg", "jpegThumbnailFileFullPath": "/data/pyarch/1t.jpeg",
    }  # fmt: skip
    number = client.adapter("store_image", image)
    assert client.adapter("store_image", image) == number
    assert client.adapter("store_image", {**image, "imageNumber": 1800}) != number
    assert has(ask("SELECT * FROM Image WHERE imageId = %s", number), image) == {}


def test_robot_action_is_recorded(client, ask, session):
    action = {**LOAD, "sampleId": SAMPLE, "sessionId": session}
    number = client.adapter("store_robot_action", action)
    assert isinstance(number, int)
    expected = {
        "blsessionId": int(session), "blsampleId": SAMPLE, "actionType": "LOAD", "containerLocation": 4,
        "dewarLocation": 2, "sampleBarcode": None, "status": "SUCCESS", "message": None,
        "startTimestamp": "2030-06-12 09:50:00", "endTimestamp": "2030-06-12 09:50:41",
    }  # fmt: skip
    assert has(ask("SELECT * FROM RobotAction WHERE robotActionId = %s", number), expected) == {}
    without = {**LOAD, "sampleId": -1, "sessionId": session, "startTime": "2030-06-12 09:55:00"}
    del without["endTime"]
    row = ask("SELECT * FROM RobotAction WHERE robotActionId = %s", client.adapter("store_robot_action", without))
    assert (row["blsampleId"], row["endTimestamp"]) == (None, None)


def test_energy_scan_is_recorded_and_gets_its_sample(client, ask, session):
    number = client.adapter("store_energy_scan", {**SCAN, "sessionId": session, "blSampleId": None})["energyScanId"]
    stored = ask("SELECT * FROM EnergyScan WHERE energyScanId = %s", number)
    software = ("atomic_nb", "directory", "prefix", "eroi_min", "eroi_max", "findattEnergy")
    expected = {name: value for name, value in SCAN.items() if name not in software}
    expected |= {"edgeEnergy": "12.658", "beamSizeVertical": 40.0, "sessionId": int(session), "blSampleId": None}
    assert has(stored, expected) == {}
    client.adapter("associate_bl_sample_and_energy_scan", {"energyScanId": number, "blSampleId": SAMPLE})
    assert ask("SELECT blSampleId AS n FROM EnergyScan WHERE energyScanId = %s", number)["n"] == SAMPLE


def test_spectrum_is_recorded(client, ask, session):
    given = {**SPECTRUM, "sessionId": session, "blSampleId": SAMPLE}
    number = client.adapter("store_xfe_spectrum", given)["xfeFluorescenceSpectrumId"]
    sql = "SELECT * FROM XFEFluorescenceSpectrum WHERE xfeFluorescenceSpectrumId = %s"
    expected = {**given, "sessionId": int(session), "beamSizeHorizontal": 50.0, "beamSizeVertical": 40.0}
    assert has(ask(sql, number), expected) == {}


def test_sample_keeps_where_it_was_centred(client, ask):
    sample = next(each for each in client.adapter("get_samples", 1) if each["sampleId"] == SAMPLE)
    given = {**sample, "blSampleId": SAMPLE, "lastKnownCentringPosition": "sampx=0.1", "status": "LOADED"}
    assert client.adapter("update_bl_sample", given)["blSampleId"] == SAMPLE
    row = ask("SELECT * FROM BLSample WHERE blSampleId = %s", SAMPLE)
    assert (row["lastKnownCenteringPosition"], row["blSampleStatus"]) == ("sampx=0.1", "LOADED")


def test_tokens_are_refreshed(client):
    client.expire()
    assert client.adapter("get_current_user_data")["givenName"] == "Tobin"
    client.expire()
    assert client.adapter("get_proposals")


def test_what_was_recorded_is_in_the_timeline(site, session, begun):
    events = site[0].get(f"/events?sessionId={session}&limit=100", login="pi").json["results"]
    collections = [each for each in events if each["type"] == "dc" and each["id"] == begun["collection_id"]]
    assert collections[0]["blSampleId"] == SAMPLE
    assert {"robot", "es", "xrf"} <= {each["type"] for each in events}
