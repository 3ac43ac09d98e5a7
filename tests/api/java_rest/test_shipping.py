"""Shipments: golden answers, written from the facts and the demo's rows."""

import pytest

from tests.support.java import day, stamp

FIRST = {
    "Shipping_shippingId": 1,
    "Shipping_proposalId": 1,
    "Shipping_shippingName": "April natives",
    "Shipping_deliveryAgent_agentName": "Seabird Express",
    "Shipping_deliveryAgent_shippingDate": day("2030-04-08"),
    "Shipping_deliveryAgent_deliveryDate": day("2030-04-10"),
    "Shipping_deliveryAgent_agentCode": "000-415",
    "Shipping_deliveryAgent_flightCode": None,
    "Shipping_shippingStatus": "sent to User",
    "Shipping_bltimeStamp": stamp("2030-04-16 10:00:00"),
    "Shipping_laboratoryId": 2,
    "Shipping_creationDate": stamp("2030-04-02 10:00:00"),
    "Shipping_comments": "The plate stays until May, at 20 degrees C.",
    "Shipping_sendingLabContactId": 1,
    "Shipping_returnLabContactId": 1,
    "Shipping_returnCourier": "Seabird Express",
    "Shipping_dateOfShippingToUser": stamp("2030-04-16 15:00:00"),
    "Shipping_shippingType": "DewarTracking",
    "Dewar_dewarId": 1,
    "Dewar_shippingId": 1,
    "Dewar_code": "PV-D1",
    "Dewar_comments": None,
    "Dewar_storageLocation": "STORES-OUT",
    "Dewar_dewarStatus": "sent to User",
    "Dewar_bltimeStamp": stamp("2030-04-16 15:00:00"),
    "Dewar_isStorageDewar": False,
    "Dewar_barCode": "MX415-BL01-0001",
    "Dewar_firstExperimentId": 2,
    "Dewar_customsValue": 120,
    "Dewar_transportValue": 2400,
    "Dewar_trackingNumberToSynchrotron": "SE0000000401",
    "Dewar_trackingNumberFromSynchrotron": "SE0000000402",
    "Dewar_type": "Dewar",
    "Container_containerId": 1,
    "Container_dewarId": 1,
    "Container_code": "PUCK-501",
    "Container_containerType": "Unipuck",
    "Container_capacity": 16,
    "Container_beamlineLocation": None,
    "Container_sampleChangerLocation": None,
    "Container_containerStatus": "sent to User",
    "Container_bltimeStamp": stamp("2030-04-05 16:00:00"),
    "stockSolutionCount": 0,
}


def samples(java, container):
    return java.site.ask("SELECT COUNT(*) AS n FROM BLSample WHERE containerId = %s", container)[0]["n"]


def test_the_list_has_a_row_for_each_container(java):
    rows = java.rows("/proposal/mx415/shipping/list", "pi")
    assert [row["Shipping_shippingId"] for row in rows] == sorted(
        (r["Shipping_shippingId"] for r in rows), reverse=True
    )
    row = next(row for row in rows if row["Container_containerId"] == 1)
    assert {key: row[key] for key in FIRST} == FIRST
    assert row["sampleCount"] == samples(java, 1) > 0


def test_a_shipment_without_dewars_has_a_row_of_its_own(java_written):
    body = {"proposalId": 1, "shippingName": "empty", "sendingLabContactId": 1, "returnLabContactId": 1}
    number = java_written.site.open("POST", "/shippings", json=body).json["shippingId"]
    rows = java_written.rows("/proposal/mx415/shipping/list")
    (row,) = [row for row in rows if row["Shipping_shippingId"] == number]
    assert (row["Dewar_dewarId"], row["Container_containerId"], row["sampleCount"]) == (None, None, 0)


def test_a_shipment_is_a_tree(java):
    shipment = java.get("/proposal/mx415/shipping/2/get", "pi").json
    assert shipment["shippingName"] == "June derivatives"
    assert shipment["deliveryAgentShippingDate"] == day("2030-06-05")
    assert shipment["sendingLabContactVO"]["labContactId"] == 1
    assert shipment["returnLabContactVO"]["personVO"]["familyName"] == "Costaforte"
    (dewar,) = shipment["dewarVOs"]
    assert (dewar["dewarId"], dewar["sessionVO"]["sessionId"]) == (2, 3)
    assert dewar["sessionVO"]["proposalVO"]["code"] == "MX"
    assert [each["containerId"] for each in dewar["containerVOs"]] == [2, 3]
    first = dewar["containerVOs"][0]
    assert len(first["sampleVOs"]) == samples(java, 2) > 0
    assert first["sampleVOs"][0]["crystalVO"]["proteinVO"]["acronym"]


@pytest.mark.parametrize("path", ["0", "null", "undefined", "6", "99"])
def test_no_shipment_is_null(java, path):
    answer = java.get(f"/proposal/mx415/shipping/{path}/get", "pi")
    assert (answer.status_code, answer.text) == (200, "null")


def test_of_a_container_only_its_own_id_counts(java):
    found = java.get("/proposal/mx415/shipping/2/dewar/2/puck/2/get", "pi").json
    assert (found["code"], found["capacity"]) == ("PUCK-502", 16)
    assert java.get("/proposal/mx415/shipping/2/dewar/undefined/puck/2/get", "pi").json == found
    assert found in java.get("/proposal/mx415/shipping/2/get", "pi").json["dewarVOs"][0]["containerVOs"]


def test_dewars_are_listed_with_their_sessions(java):
    row = next(row for row in java.rows("/proposal/mx415/dewar/list") if row["containerId"] == 2)
    assert (row["dewarCode"], row["containerCode"], row["beamlineName"]) == ("PV-D2", "PUCK-502", "BL01-MX")
    assert (row["sampleChangerLocation"], row["sampleCount"]) == ("1", samples(java, 2))


def test_the_history_names_its_dewars(java):
    rows = java.rows("/proposal/mx415/shipping/1/history", "pi")
    assert rows
    assert {row["Dewar_dewarId"] for row in rows} <= {1, 3}
    recorded = java.site.ask(
        "SELECT COUNT(*) AS n FROM DewarTransportHistory WHERE dewarId IN (SELECT dewarId FROM Dewar WHERE shippingId = 1)"
    )
    assert len(rows) == recorded[0]["n"]


def test_an_address_by_its_row(java):
    assert java.get("/proposal/mx415/shipping/labcontact/2/get", "pi").json["cardName"] == "Costaforte, Porto Velhinho"
    assert java.get("/proposal/mx415/shipping/labcontact/5/get").text == "null"


def test_a_tree_takes_as_many_statements_whatever_is_in_it(java, statements):
    for path in ("/proposal/mx415/shipping/2/get", "/proposal/mx415/shipping/list", "/proposal/mx415/dewar/list"):
        java.get(path)
        with statements() as counted:
            java.get(path)
        assert counted.number <= 9, path
