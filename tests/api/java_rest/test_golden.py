"""Whole rows of the routes that front ends cannot do without, written from the facts and the demo's rows."""

import pytest

from tests.api.java_rest.test_proposals import ADDRESS
from tests.api.java_rest.test_sessions import golden as second_session
from tests.support.java import day, stamp

MX415, EM67 = "/proposal/mx415", "/proposal/em67"


@pytest.fixture
def file(java):
    """``file("drift.png")``: where the demo's files are."""
    return lambda name: f"{java.site.settings.files.roots[0]}/{name}"


def picked(rows, **wanted):
    """Return the one row that has these values."""
    (row,) = [row for row in rows if all(row[key] == value for key, value in wanted.items())]
    return row


@pytest.mark.parametrize(
    ("path", "login"),
    [
        ("/session/list", "pi"),
        ("/proposal/mx415/session/date/20000101/20991231/list", "pi"),
        ("/proposal/session/date/20000101/20991231/list", "admin"),
        ("/proposal/session/beamlineoperator/Delbesque/list", "admin"),
    ],
)
def test_a_session_is_the_same_row_in_every_list(java, path, login):
    assert picked(java.rows(path, login), sessionId=2) == second_session(java)


def test_an_energy_scan(java, file):
    assert picked(java.rows(f"{MX415}/mx/energyscan/session/2/list", "pi"), energyScanId=1) == {
        "energyScanId": 1,
        "sessionId": 2,
        "blSampleId": 8,
        "fluorescenceDetector": "Silicon drift detector",
        "scanFileFullPath": file("energy_scan.dat"),
        "choochFileFullPath": file("energy_scan.efs"),
        "jpegChoochFileFullPath": file("energy_scan.png"),
        "element": "Zn",
        "startEnergy": 9.6,
        "endEnergy": 9.75,
        "transmissionFactor": 0.4,
        "exposureTime": 1.0,
        "synchrotronCurrent": 198.4,
        "temperature": 100.0,
        "peakEnergy": 9.6685,
        "peakFPrime": -8.1,
        "peakFDoublePrime": 6.4,
        "inflectionEnergy": 9.6648,
        "inflectionFPrime": -11.9,
        "inflectionFDoublePrime": 3.6,
        "xrayDose": 0.01,
        "startTime": stamp("2030-04-13 10:49:50"),
        "endTime": stamp("2030-04-13 10:51:25"),
        "edgeEnergy": "K",
        "filename": "scan_Zn_1.dat",
        "beamSizeVertical": 0.03,
        "beamSizeHorizontal": 0.05,
        "crystalClass": "1",
        "comments": None,
        "flux": 4e9,
        "flux_end": 3.9e9,
        "remoteEnergy": 9.8685,
        "remoteFPrime": -3.2,
        "remoteFDoublePrime": 3.9,
        "BLSample_sampleId": 8,
        "name": "INSU-a1",
        "code": "HA0008",
        "acronym": "INSU",
        "BLSession_proposalId": 1,
    }


def test_a_spectrum(java, file):
    assert picked(java.rows(f"{MX415}/mx/xrfscan/session/2/list", "pi"), xfeFluorescenceSpectrumId=1) == {
        "xfeFluorescenceSpectrumId": 1,
        "sessionId": 2,
        "blSampleId": 8,
        "fittedDataFileFullPath": file("fluorescence_fit.csv"),
        "scanFileFullPath": file("fluorescence.dat"),
        "jpegScanFileFullPath": file("fluorescence.png"),
        "startTime": stamp("2030-04-13 10:48:55"),
        "endTime": stamp("2030-04-13 10:49:35"),
        "filename": "spectrum_1.dat",
        "energy": 13.0,
        "exposureTime": 10.0,
        "beamTransmission": 0.2,
        "annotatedPymcaXfeSpectrum": file("fluorescence.html"),
        "beamSizeVertical": 0.03,
        "beamSizeHorizontal": 0.05,
        "crystalClass": "1",
        "comments": None,
        "flux": 2e9,
        "flux_end": 2e9,
        "workingDirectory": "/data/visitor/fluorescence",
        "BLSample_sampleId": 8,
        "BLSession_proposalId": 1,
    }


def test_a_collection_of_which_nothing_is_known(java):
    """What has no value is left out; the template, without which EXI fails, is not."""
    (row,) = java.rows("/proposal/mx533/mx/datacollection/datacollectiongroupid/401/list")
    assert row == {
        "dataCollectionId": 401,
        "dataCollectionGroupId": 401,
        "fileTemplate": "",
        "printableForReport": True,
        "sessionId": 12,
        "proposalId": 4,
        "hasPhasing": 0,
        "hasAutoProcessing": 0,
    }


PLATE = {
    "containerId": 4,
    "code": "PLATE-107",
    "containerType": "PLATE",
    "capacity": 96,
    "beamlineLocation": None,
    "sampleChangerLocation": None,
    "containerStatus": "at LLS",
    "barcode": "LLS-X-0107",
}
TOOLBOX = {
    "dewarId": 3,
    "code": "PV-T1",
    "comments": "Plate at room temperature.",
    "storageLocation": "STORES-IN",
    "dewarStatus": "at LLS",
    "isStorageDewar": False,
    "barCode": "MX415-BL02-0001",
    "customsValue": 60,
    "transportValue": 300,
    "trackingNumberToSynchrotron": "SE0000000403",
    "trackingNumberFromSynchrotron": None,
    "facilityCode": None,
    "type": "Toolbox",
    "isReimbursed": False,
}
DROP = {
    "blSampleId": 39,
    "name": "BIFA-p1",
    "code": None,
    "location": "1",
    "holderLength": None,
    "loopLength": None,
    "loopType": None,
    "wireWidth": None,
    "comments": None,
    "completionStage": None,
    "structureStage": None,
    "publicationStage": None,
    "publicationComments": None,
    "blSampleStatus": None,
    "isInSampleChanger": None,
    "lastKnownCenteringPosition": None,
    "smiles": None,
    "lastImageURL": None,
}
FIFTH_SESSION = {
    "sessionId": 5,
    "expSessionPk": None,
    "projectCode": None,
    "beamlineName": "BL02-SSX",
    "scheduled": 1,
    "nbShifts": 3,
    "comments": "In a plate, at room temperature.",
    "beamlineOperator": "Kvistdal R",
    "usedFlag": None,
    "sessionTitle": "Crystals in situ",
    "structureDeterminations": None,
    "dewarTransport": None,
    "databackupFrance": None,
    "databackupEurope": None,
    "visit_number": 5,
    "operatorSiteNumber": None,
    "protectedData": None,
    "externalId": None,
    "nbReimbDewars": None,
}
PROPOSAL = {
    "proposalId": 1,
    "title": "Cold-adapted hydrolases from the deep fjord",
    "code": "MX",
    "number": "415",
    "type": "MX",
    "externalId": None,
}


def test_a_shipment_down_to_a_sample(java):
    shipment = java.get(f"{MX415}/shipping/1/get", "pi").json
    dewars, sessions = shipment.pop("dewarVOs"), shipment.pop("sessions")
    assert [each["sessionId"] for each in sessions] == [2]
    assert shipment == {
        "shippingId": 1,
        "shippingName": "April natives",
        "deliveryAgentAgentName": "Seabird Express",
        "deliveryAgentShippingDate": day("2030-04-08"),
        "deliveryAgentDeliveryDate": day("2030-04-10"),
        "deliveryAgentAgentCode": "000-415",
        "deliveryAgentFlightCode": None,
        "shippingStatus": "sent to User",
        "timeStamp": stamp("2030-04-16 10:00:00"),
        "laboratoryId": 2,
        "isStorageShipping": False,
        "creationDate": stamp("2030-04-02 10:00:00"),
        "comments": "The plate stays until May, at 20 degrees C.",
        "sendingLabContactVO": ADDRESS,
        "returnLabContactVO": ADDRESS,
        "returnCourier": "Seabird Express",
        "dateOfShippingToUser": stamp("2030-04-16 15:00:00"),
        "shippingType": "DewarTracking",
    }
    dewar = picked(dewars, dewarId=3)
    (plate,), session = dewar.pop("containerVOs"), dewar.pop("sessionVO")
    assert dewar == {**TOOLBOX, "timeStamp": stamp("2030-04-10 10:30:00")}
    assert _session(session) == FIFTH_SESSION
    _plate(plate)


def _session(session):
    owner, begun = session.pop("proposalVO"), session.pop("timeStamp")
    assert {**owner, "timeStamp": None} == {**PROPOSAL, "timeStamp": None}
    assert begun == stamp("2030-04-28 10:00:00")
    assert session.pop("startDate") == stamp("2030-05-13 09:30:00")
    assert session.pop("endDate") == stamp("2030-05-14 08:00:00")
    assert session.pop("lastUpdate") == stamp("2030-05-13 12:00:00")
    assert session.pop("beamLineSetupVO") is None  # nobody reads it
    return session


def _plate(plate):
    samples = plate.pop("sampleVOs")
    assert plate == PLATE
    drop = picked(samples, blSampleId=39)
    assert (drop.pop("blSubSampleVOs"), drop.pop("blsampleImageVOs")) == ([], [])
    assert (drop.pop("crystalVO")["crystalId"], drop.pop("diffractionPlanVO")["diffractionPlanId"]) == (4, 7)
    assert drop == DROP


def test_a_container_by_itself(java):
    _plate(java.get(f"{MX415}/shipping/1/dewar/3/puck/4/get", "pi").json)
    _plate(java.get(f"{MX415}/shipping/4/dewar/4/puck/4/get", "pi").json)  # as EXI asks


def test_where_a_dewar_was(java):
    rows = java.rows(f"{MX415}/shipping/1/history", "pi")
    assert picked(rows, DewarTransportHistory_DewarTransportHistoryId=12) == {
        "Dewar_dewarId": 3,
        "Dewar_code": "PV-T1",
        "Dewar_comments": "Plate at room temperature.",
        "Dewar_barCode": "MX415-BL02-0001",
        "Dewar_dewarStatus": "at LLS",
        "Dewar_firstExperimentId": 5,
        "Dewar_type": "Toolbox",
        "Dewar_trackingNumberToSynchrotron": "SE0000000403",
        "Dewar_trackingNumberFromSynchrotron": None,
        "Shipping_shippingId": 1,
        "Shipping_proposalId": 1,
        "Shipping_shippingName": "April natives",
        "deliveryAgent_agentName": "Seabird Express",
        "Shipping_deliveryAgent_shippingDate": day("2030-04-08"),
        "Shipping_deliveryAgent_deliveryDate": day("2030-04-10"),
        "Shipping_shippingStatus": "sent to User",
        "Shipping_returnCourier": "Seabird Express",
        "Shipping_dateOfShippingToUser": stamp("2030-04-16 15:00:00"),
        "DewarTransportHistory_DewarTransportHistoryId": 12,
        "DewarTransportHistory_dewarStatus": "at LLS",
        "DewarTransportHistory_storageLocation": "STORES-IN",
        "DewarTransportHistory_arrivalDate": stamp("2030-04-10 10:30:00"),
    }


def test_a_container_in_the_list_of_dewars(java):
    row = picked(java.rows(f"{MX415}/dewar/list", "pi"), containerId=4)
    assert row.pop("sampleCount") == len(java.get(f"{MX415}/shipping/1/dewar/3/puck/4/get").json["sampleVOs"])
    assert row == {
        "shippingId": 1,
        "shippingName": "April natives",
        "shippingStatus": "sent to User",
        "creationDate": stamp("2030-04-02 10:00:00"),
        "deliveryAgent_agentName": "Seabird Express",
        "deliveryAgent_shippingDate": day("2030-04-08"),
        "deliveryAgent_deliveryDate": day("2030-04-10"),
        "deliveryAgent_agentCode": "000-415",
        "deliveryAgent_flightCode": None,
        "bltimeStamp": stamp("2030-04-16 10:00:00"),
        "laboratoryId": 2,
        "isStorageShipping": False,
        "Shipping_comments": "The plate stays until May, at 20 degrees C.",
        "sendingLabContactId": 1,
        "returnLabContactId": 1,
        "returnCourier": "Seabird Express",
        "dateOfShippingToUser": stamp("2030-04-16 15:00:00"),
        "shippingType": "DewarTracking",
        "dewarId": 3,
        "dewarCode": "PV-T1",
        "comments": "Plate at room temperature.",
        "storageLocation": "STORES-IN",
        "dewarStatus": "at LLS",
        "isStorageDewar": False,
        "barCode": "MX415-BL02-0001",
        "firstExperimentId": 5,
        "customsValue": 60,
        "transportValue": 300,
        "trackingNumberToSynchrotron": "SE0000000403",
        "trackingNumberFromSynchrotron": None,
        "type": "Toolbox",
        "isReimbursed": False,
        "sessionId": 5,
        "beamlineName": "BL02-SSX",
        "sessionStartDate": stamp("2030-05-13 09:30:00"),
        "sessionEndDate": stamp("2030-05-14 08:00:00"),
        "beamLineOperator": "Kvistdal R",
        "nbReimbDewars": None,
        "proposalId": 1,
        "containerId": 4,
        "containerType": "PLATE",
        "capacity": 96,
        "beamlineLocation": None,
        "sampleChangerLocation": None,
        "containerStatus": "at LLS",
        "containerCode": "PLATE-107",
    }


def test_an_address(java):
    assert picked(java.rows(f"{MX415}/shipping/labcontact/list", "pi"), labContactId=1) == ADDRESS
    assert java.get(f"{MX415}/shipping/labcontact/1/get", "pi").json == ADDRESS


def test_a_new_container_is_empty(java_written):
    made = java_written.get(f"{MX415}/shipping/1/dewar/3/containerType/Unipuck/capacity/16/container/add", "pi").json
    assert isinstance(made.pop("containerId"), int)
    assert isinstance(made.pop("code"), str)
    assert made == {
        "containerType": "Unipuck",
        "capacity": 16,
        "beamlineLocation": None,
        "sampleChangerLocation": None,
        "containerStatus": "opened",
        "barcode": None,
        "sampleVOs": [],
    }


def test_a_movie(java, file):
    assert picked(java.rows(f"{EM67}/em/datacollection/301/movie/all"), Movie_movieId=30101) == {
        "Movie_movieId": 30101,
        "Movie_dataCollectionId": 301,
        "Movie_movieNumber": 1,
        "Movie_movieFullPath": "/data/visitor/em67/bl03-em/visit1/SKFT-g1/run_1/g1-sq1_movie_0001.tiff",
        "Movie_positionX": "2e-05",
        "Movie_positionY": "1e-05",
        "Movie_micrographFullPath": file("micrograph.jpg"),
        "Movie_micrographSnapshotFullPath": file("micrographt.jpg"),
        "Movie_xmlMetaDataFullPath": file("movie.xml"),
        "Movie_dosePerImage": "40",
        "Movie_createdTimeStamp": stamp("2030-04-28 10:04:30"),
        "MotionCorrection_motionCorrectionId": 30101,
        "MotionCorrection_movieId": 30101,
        "MotionCorrection_firstFrame": "1",
        "MotionCorrection_lastFrame": "40",
        "MotionCorrection_dosePerFrame": "1.0",
        "MotionCorrection_doseWeight": 1.0,
        "MotionCorrection_totalMotion": "8.1",
        "MotionCorrection_averageMotionPerFrame": "0.162",
        "MotionCorrection_driftPlotFullPath": file("drift.png"),
        "MotionCorrection_micrographFullPath": file("micrograph.jpg"),
        "MotionCorrection_micrographSnapshotFullPath": file("micrographt.jpg"),
        "MotionCorrection_correctedDoseMicrographFullPath": file("micrograph.jpg"),
        "MotionCorrection_patchesUsed": "5 x 5",
        "MotionCorrection_logFileFullPath": file("motion_correction.log"),
        "CTF_CTFid": 30101,
        "CTF_motionCorrectionId": 30101,
        "CTF_spectraImageThumbnailFullPath": file("ctft.jpg"),
        "CTF_spectraImageFullPath": file("ctf.jpg"),
        "CTF_defocusU": "11601",
        "CTF_defocusV": "11401",
        "CTF_angle": "107",
        "CTF_crossCorrelationCoefficient": "0.15",
        "CTF_resolutionLimit": "3.5",
        "CTF_estimatedBfactor": "81",
        "CTF_logFilePath": file("ctf.log"),
        "CTF_createdTimeStamp": stamp("2030-04-28 10:04:30"),
        "Proposal_proposalId": 3,
        "BLSession_sessionId": 8,
    }


def test_the_numbers_of_a_movie(java):
    assert picked(java.rows(f"{EM67}/em/session/8/stats"), movieId=30101) == {
        "proposalId": 3,
        "sessionId": 8,
        "imageDirectory": "/data/visitor/em67/bl03-em/visit1/SKFT-g1/run_1",
        "movieId": 30101,
        "movieNumber": 1,
        "dataCollectionId": 301,
        "createdTimeStamp": stamp("2030-04-28 10:04:30"),
        "motionCorrectionId": 30101,
        "totalMotion": "8.1",
        "averageMotionPerFrame": "0.162",
        "lastFrame": "40",
        "dosePerFrame": "1.0",
        "defocusU": "11601",
        "defocusV": "11401",
        "resolutionLimit": "3.5",
        "angle": "107",
        "estimatedBfactor": "81",
    }
