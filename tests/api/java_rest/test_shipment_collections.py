"""What was collected of the samples in a shipment: a golden answer, and who sees which."""

import pytest

from tests.support.java import stamp

ROOT = "/data/visitor/mx415/bl01-mx/visit2/LYSO-a1/run_1"
# Collection 6 but for its files, which lie elsewhere on each machine.
NATIVE = {
    "dataCollectionId": 6,
    "dataCollectionNumber": 1,
    "startTime": stamp("2030-04-13 10:03:35"),
    "endTime": stamp("2030-04-13 10:03:59"),
    "runStatus": "Data collection successful",
    "axisStart": 0,
    "axisEnd": 180,
    "axisRange": 0.2,
    "overlap": 0,
    "numberOfImages": 900,
    "startImageNumber": 1,
    "numberOfPasses": 1,
    "exposureTime": 0.02,
    "imageDirectory": ROOT,
    "imagePrefix": "LYSO-a1",
    "imageSuffix": "h5",
    "fileTemplate": "LYSO-a1_1_master.h5",
    "wavelength": 0.9763,
    "resolution": 1.6,
    "detectorDistance": 163,
    "xbeam": 116.6,
    "ybeam": 122.3,
    "xbeamPix": 1554.7,
    "ybeamPix": 1630.7,
    "comments": None,
    "printableForReport": 1,
    "slitGapVertical": 0.1,
    "slitGapHorizontal": 0.1,
    "transmission": 30,
    "synchrotronMode": "Uniform",
    "rotationAxis": "Omega",
    "phiStart": 0,
    "kappaStart": 0,
    "omegaStart": 0,
    "resolutionAtCorner": 1.28,
    "detector2theta": 0,
    "undulatorGap1": 11.42,
    "undulatorGap2": 13.07,
    "undulatorGap3": None,
    "beamSizeAtSampleX": 0.05,
    "beamSizeAtSampleY": 0.03,
    "centeringMethod": "xray",
    "averageTemperature": 100,
    "actualCenteringPosition": "sampx=-0.12 sampy=0.3 phiy=1.16 kappa=0 kappa_phi=0",
    "beamShape": "ellipse",
    "flux": 6.3e11,
    "flux_end": 6.24e11,
    "totalAbsorbedDose": 0.77,
    "magnification": None,
    "voltage": None,
}
FILES = {
    "xtalSnapshotFullPath1": "crystal_1.jpg",
    "xtalSnapshotFullPath2": "crystal_2.jpg",
    "xtalSnapshotFullPath3": "crystal_3.jpg",
    "xtalSnapshotFullPath4": "crystal_4.jpg",
    "bestWilsonPlotPath": "wilson_plot.png",
    "imageQualityIndicatorsPlotPath": "quality_plot.png",
    "imageQualityIndicatorsCSVPath": "quality.csv",
}
OF_FIRST = list(range(5, 39))


def path(shipping, proposal="mx415"):
    return f"/proposal/{proposal}/shipping/{shipping}/datacollecitons/list"


def test_a_collection_has_the_keys_of_the_java_server(java):
    found = next(row for row in java.rows(path(1), "pi") if row["dataCollectionId"] == 6)
    assert {key: found.pop(key).rpartition("/")[2] for key in FILES} == FILES
    assert found == NATIVE


def test_nulls_are_written(java):
    keys = NATIVE.keys() | FILES.keys()
    assert [row["dataCollectionId"] for row in java.rows(path(1), "pi") if row.keys() != keys] == []


@pytest.mark.parametrize(
    ("login", "ids"),
    [("pi", [*OF_FIRST, 96, 97, 98, 99]), ("admin", [*OF_FIRST, 96, 97, 98, 99]), ("member", OF_FIRST)],
)
def test_each_sees_those_of_their_sessions(java, login, ids):
    """A member was not in session 5, where samples of the shipment were measured again."""
    assert java.ids("dataCollectionId", path(1), login) == ids


@pytest.mark.parametrize("shipping", [4, 999999, 0, -1, "null", "x", "1,2", "1%20OR%201"])
def test_of_what_is_no_shipment_of_the_proposal_there_is_nothing(java, shipping):
    assert java.rows(path(shipping), "pi") == []
    assert java.rows(path(shipping)) == []


def test_an_outsider_is_told_of_none(java):
    assert java.get(path(1), "outsider").status_code == 403


def test_any_number_of_collections_takes_as_many_statements(java, statements):
    """That of the proposal in the path, that of the shipment, and that of its collections."""
    for shipping, number in ((1, 38), (2, 57), (3, 0)):
        java.token("pi")
        with statements() as counted:
            assert len(java.rows(path(shipping), "pi")) == number
        assert counted.number == 3


def test_a_measurement_for_another_proposal_is_none_of_this_one(java_written):
    """Samples may be measured in a session of another proposal, whose members alone see what came of it."""
    java = java_written
    (sample,) = java.site.ask("SELECT blSampleId AS id FROM DataCollectionGroup WHERE dataCollectionGroupId = 6")
    before = java.ids("dataCollectionId", path(1))
    java.site.ask("INSERT INTO DataCollectionGroup (dataCollectionGroupId, sessionId, blSampleId) VALUES (9001, 10, %s)", sample["id"])  # fmt: skip
    java.site.ask("INSERT INTO DataCollection (dataCollectionId, dataCollectionGroupId) VALUES (9001, 9001)")
    assert java.ids("dataCollectionId", path(1)) == before
    assert java.ids("dataCollectionId", path(1, "mx533")) == []
    java.site.ask("UPDATE DataCollectionGroup SET sessionId = 2 WHERE dataCollectionGroupId = 9001")
    assert java.ids("dataCollectionId", path(1)) == [*before, 9001]
