"""Samples in shipments: golden answers, and who sees them."""

import pytest

from tests.support.java import stamp


def test_a_sample_has_every_key(java):
    (row,) = [row for row in java.rows("/proposal/mx415/mx/sample/list", "pi") if row["BLSample_blSampleId"] == 1]
    del row["BLSample_recordTimeStamp"]
    assert row == {
        "BLSample_blSampleId": 1,
        "BLSample_containerId": 1,
        "BLSample_name": "LYSO-a1",
        "BLSample_location": "1",
        "BLSample_diffractionPlanId": 1,
        "BLSample_crystalId": 1,
        "BLSample_code": "HA0001",
        "BLSample_holderLength": 22.0,
        "BLSample_loopLength": 0.3,
        "BLSample_loopType": "Litho",
        "BLSample_wireWidth": 0.01,
        "BLSample_comments": None,
        "BLSample_completionStage": None,
        "BLSample_structureStage": None,
        "BLSample_publicationStage": None,
        "BLSample_publicationComments": None,
        "BLSample_blSampleStatus": "unprocessing",
        "BLSample_isInSampleChanger": False,
        "BLSample_lastKnownCenteringPosition": None,
        "BLSample_SMILES": None,
        "Protein_proteinId": 1,
        "Protein_proposalId": 1,
        "Protein_name": "Lysozyme, hen egg white",
        "Protein_acronym": "LYSO",
        "Protein_proteinType": None,
        "Person_personId": 2,
        "Person_familyName": "Costaforte",
        "Person_givenName": "Mirela",
        "Person_emailAddress": "mirela.costaforte@velhinho.example.org",
        "Container_containerId": 1,
        "Container_code": "PUCK-501",
        "Container_containerType": "Unipuck",
        "Container_containerStatus": "sent to User",
        "Container_beamlineLocation": None,
        "Container_sampleChangerLocation": None,
        "Dewar_dewarId": 1,
        "Dewar_code": "PV-D1",
        "Dewar_barCode": "MX415-BL01-0001",
        "Dewar_storageLocation": "STORES-OUT",
        "Dewar_dewarStatus": "sent to User",
        "Shipping_shippingId": 1,
        "sessionId": 2,
        "BLSession_startDate": stamp("2030-04-13 09:30:00"),
        "BLSession_beamLineName": "BL01-MX",
        "DataCollectionGroup_dataCollectionGroupId": 6,
    }


def test_only_samples_in_a_shipment_of_the_proposal_are_there(java):
    of_proposal = java.site.ask(
        "SELECT b.blSampleId FROM BLSample b JOIN Container c ON c.containerId = b.containerId"
        " JOIN Dewar d ON d.dewarId = c.dewarId JOIN Shipping s ON s.shippingId = d.shippingId WHERE s.proposalId = 1"
    )
    found = java.ids("BLSample_blSampleId", "/proposal/mx415/mx/sample/list", "pi")
    assert found == sorted(row["blSampleId"] for row in of_proposal)
    assert 80 not in found  # is in no container


def test_a_sample_that_was_not_measured_says_so(java):
    rows = java.rows("/proposal/mx415/mx/sample/list", "pi")
    assert any(row["DataCollectionGroup_dataCollectionGroupId"] is None for row in rows)


def test_what_was_measured_where_the_caller_sees_nothing_does_not_show(java):
    """Sample 80 aside: the third session of MX415 is closed to nobody here but the fifth is to the member."""
    mine = java.rows("/proposal/mx415/mx/sample/list", "member")
    groups = {row["DataCollectionGroup_dataCollectionGroupId"] for row in mine} - {None}
    sessions = java.site.ask("SELECT dataCollectionGroupId AS g, sessionId AS s FROM DataCollectionGroup")
    assert {row["s"] for row in sessions if row["g"] in groups} == {2, 3}


@pytest.mark.parametrize(
    ("containers", "expected"),
    [("1", {1}), ("1,2", {1, 2}), ("1,10", {1}), ("10", set()), ("null", set()), ("1,null", {1}), ("5", set())],
)
def test_samples_in_containers(java, containers, expected):
    path = f"/proposal/mx415/mx/sample/containerid/{containers}/list"
    assert set(java.ids("Container_containerId", path, "pi")) == expected


def test_proteins(java):
    assert java.ids("proteinId", "/proposal/mx415/mx/protein/list", "pi") == [
        row["proteinId"]
        for row in java.site.ask("SELECT proteinId FROM Protein WHERE proposalId = 1 ORDER BY proteinId")
    ]
