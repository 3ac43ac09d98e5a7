"""POST, PATCH and DELETE of shipments, containers and addresses."""

import threading

import pytest

from ispyb_api.shipping.schemas import ContainerSchema, LabContactSchema, ShippingSchema
from tests.contract.shapes import faults

PERSON = {
    "givenName": "Ada",
    "familyName": "Sender",
    "emailAddress": "ada@example.org",
    "Laboratory": {"name": "Lab", "address": "Street 1", "city": "Town", "country": "Land"},
}


def make(site, path, login="pi", **body):
    answer = site.open("POST", path, login, json=body)
    assert answer.status_code == 201, answer.json
    return answer.json


@pytest.fixture
def contact(written, request):
    return make(written, "/labcontacts", proposalId=1, cardName=request.node.name[-40:], Person=PERSON)


@pytest.fixture
def shipment(written, contact):
    number = contact["labContactId"]
    return make(
        written, "/shippings", proposalId=1, shippingName="S", sendingLabContactId=number, returnLabContactId=number
    )


@pytest.fixture
def dewar(written, shipment):
    return make(written, "/dewars", shippingId=shipment["shippingId"], code="D")


@pytest.fixture
def container(written, dewar):
    return make(written, "/containers", dewarId=dewar["dewarId"], code="C", containerType="Unipuck", capacity=16)


def test_what_is_made_is_what_get_shows(written, contact, shipment, container):
    for path, row, schema in (
        (f"/labcontacts/{contact['labContactId']}", contact, LabContactSchema),
        (f"/shippings/{shipment['shippingId']}", {**shipment, "_metadata": {"dewars": 1}}, ShippingSchema),
        (f"/containers/{container['containerId']}", container, ContainerSchema),
    ):
        assert list(faults(schema, row)) == []
        assert written.get(path, "member").json == row
    assert (shipment["safetyLevel"], shipment["shippingStatus"]) == ("GREEN", "opened")
    assert (container["capacity"], container["_metadata"]["samples"]) == (16, 0)
    assert contact["Person"]["Laboratory"]["city"] == "Town"


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("/shippings", {"proposalId": 1, "shippingName": "S"}, "proposalId"),
        ("/labcontacts", {"proposalId": 1, "cardName": "x", "Person": PERSON}, "proposalId"),
        ("/containers", {"dewarId": 1, "code": "x", "containerType": "Puck"}, "dewarId"),
    ],
)
def test_parents_of_others_are_no_parents(written, contact, path, body, field):
    if path == "/shippings":
        body = {**body, "sendingLabContactId": contact["labContactId"], "returnLabContactId": contact["labContactId"]}
    before = written.ask("SELECT (SELECT COUNT(*) FROM Shipping) + (SELECT COUNT(*) FROM Container) AS n")
    answer = written.open("POST", path, "outsider", json=body)
    assert (answer.status_code, set(answer.json["errors"])) == (422, {field})
    assert written.ask("SELECT (SELECT COUNT(*) FROM Shipping) + (SELECT COUNT(*) FROM Container) AS n") == before


@pytest.mark.parametrize("blank", ["", "  ", "\n"])
def test_what_is_required_says_something(written, contact, shipment, dewar, container, blank):
    nobody = {**PERSON, "familyName": blank, "Laboratory": {**PERSON["Laboratory"], "city": blank}}
    for method, path, body, fields in (
        ("POST", "/labcontacts", {"proposalId": 1, "cardName": blank, "Person": nobody},
         {"cardName", "Person.familyName", "Person.Laboratory.city"}),
        ("PATCH", f"/labcontacts/{contact['labContactId']}", {"cardName": blank}, {"cardName"}),
        ("PATCH", f"/shippings/{shipment['shippingId']}", {"shippingName": blank}, {"shippingName"}),
        ("POST", "/dewars", {"shippingId": shipment["shippingId"], "code": blank}, {"code"}),
        ("POST", "/containers", {"dewarId": dewar["dewarId"], "code": blank, "containerType": blank}, {"code", "containerType"}),
        ("PUT", f"/containers/{container['containerId']}/assignment", place(blank, blank), {"beamlineLocation", "sampleChangerLocation"}),
    ):  # fmt: skip
        answer = written.open(method, path, "pi", json=body)
        assert (answer.status_code, set(answer.json["errors"])) == (422, fields)


def test_addresses_of_another_proposal_are_refused(written, shipment):
    foreign = written.ask("SELECT MIN(labContactId) AS id FROM LabContact WHERE proposalId <> 1")[0]["id"]
    path = f"/shippings/{shipment['shippingId']}"
    answer = written.open("PATCH", path, "admin", json={"returnLabContactId": foreign})
    assert (answer.status_code, set(answer.json["errors"])) == (422, {"returnLabContactId"})


def test_shipment_stays_its_proposals(written, shipment):
    path = f"/shippings/{shipment['shippingId']}"
    assert written.open("PATCH", path, "admin", json={"proposalId": 2}).status_code == 422
    assert written.open("PATCH", path, "pi", json={"proposalId": 1, "comments": "x"}).json["comments"] == "x"


def test_container_moves_within_its_proposal_only(written, container, shipment):
    path = f"/containers/{container['containerId']}"
    other = make(written, "/dewars", shippingId=shipment["shippingId"], code="D2")["dewarId"]
    assert written.open("PATCH", path, "pi", json={"dewarId": other}).json["Dewar"]["code"] == "D2"
    foreign = written.ask(
        "SELECT MIN(d.dewarId) AS id FROM Dewar d JOIN Shipping s ON s.shippingId = d.shippingId WHERE s.proposalId <> 1"
    )[0]["id"]
    assert written.open("PATCH", path, "admin", json={"dewarId": foreign}).status_code == 422
    assert written.open("PATCH", path, "pi", json={"dewarId": foreign}).status_code == 422


def test_session_of_another_proposal_is_refused(written, container):
    path = f"/containers/{container['containerId']}"
    assert written.open("PATCH", path, "pi", json={"sessionId": 3}).status_code == 200
    assert set(written.open("PATCH", path, "admin", json={"sessionId": 9}).json["errors"]) == {"sessionId"}


def test_barcode_belongs_to_one_container(written, dewar, container):
    path = f"/containers/{container['containerId']}"
    code = f"B{container['containerId']}"
    assert written.open("PATCH", path, "pi", json={"barcode": code}).status_code == 200
    assert written.open("PATCH", path, "pi", json={"barcode": code}).status_code == 200
    body = {"dewarId": dewar["dewarId"], "code": "x", "containerType": "Puck", "barcode": code}
    assert written.open("POST", "/containers", "pi", json=body).status_code == 409


def test_barcode_belongs_to_one_dewar(written, shipment, dewar):
    body = {"barCode": f"D{dewar['dewarId']}"}
    path = f"/dewars/{dewar['dewarId']}"
    assert [written.open("PATCH", path, "pi", json=body).status_code for _ in range(2)] == [200, 200]
    again = written.open("POST", "/dewars", "pi", json={"shippingId": shipment["shippingId"], "code": "x", **body})
    assert (again.status_code, again.json["message"]) == (409, "Another dewar has this barcode.")


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("dewars", {"customsValue": -5}),
        ("dewars", {"weight": -1.0}),
        ("dewars", {"barCode": ""}),
        ("containers", {"storageTemperature": -196.0}),  # °C, it seems
        ("containers", {"barcode": " "}),
        ("labcontacts", {"dewarAvgTransportValue": -1}),
    ],
)
def test_values_that_cannot_be_are_named(written, contact, dewar, container, path, body):
    ids = {"dewars": dewar["dewarId"], "containers": container["containerId"], "labcontacts": contact["labContactId"]}
    answer = written.open("PATCH", f"/{path}/{ids[path]}", "pi", json=body)
    assert (answer.status_code, set(answer.json["errors"])) == (422, set(body))


def test_a_beamline_that_is_none_is_refused(written, dewar, container):
    path, nowhere = f"/containers/{container['containerId']}", place("9", "BL1-MX")
    body = {"dewarId": dewar["dewarId"], "code": "W", "containerType": "Puck", **nowhere}
    for method, to, sent in (
        ("PUT", f"{path}/assignment", nowhere),
        ("PATCH", path, nowhere),
        ("POST", "/containers", body),
    ):
        answer = written.open(method, to, "pi", json=sent)
        assert (answer.status_code, set(answer.json["errors"])) == (422, {"beamlineLocation"})
    assert (
        written.open("PUT", f"{path}/assignment", "admin", json=nowhere).status_code == 200
    )  # who holds ingest_data knows
    assert written.open("PATCH", path, "pi", json={"beamlineLocation": "BL1-MX", "code": "W"}).status_code == 200
    assert written.open("PUT", f"{path}/assignment", "pi", json=place("9", "bl77-test")).status_code == 200


def test_only_what_is_empty_is_removed(written, contact, shipment, dewar, container):
    paths = {
        f"/labcontacts/{contact['labContactId']}": 409,
        f"/shippings/{shipment['shippingId']}": 409,
        f"/dewars/{dewar['dewarId']}": 409,
    }
    for path, status in paths.items():
        assert written.open("DELETE", path, "pi").status_code == status, path
    order = [f"/containers/{container['containerId']}", *reversed(paths)]
    assert [written.open("DELETE", path, "pi").status_code for path in order] == [204] * 4
    full = written.ask("SELECT MIN(containerId) AS id FROM BLSample WHERE containerId IS NOT NULL")[0]["id"]
    assert written.open("DELETE", f"/containers/{full}", "admin").status_code == 409


# --- people on addresses


def person_of(site, contact):
    return site.ask(
        "SELECT p.* FROM LabContact l JOIN Person p ON p.personId = l.personId WHERE l.labContactId = %s", contact
    )[0]


def test_name_on_one_address_is_changed(written, contact):
    path = f"/labcontacts/{contact['labContactId']}"
    body = {"Person": {"emailAddress": "new@example.org", "Laboratory": {"city": "City"}}}
    changed = written.open("PATCH", path, "member", json=body).json
    assert (changed["personId"], changed["Person"]["emailAddress"]) == (contact["personId"], "new@example.org")
    assert (changed["Person"]["Laboratory"]["city"], changed["Person"]["givenName"]) == ("City", "Ada")


@pytest.mark.parametrize("kind", ["login", "site", "proposal", "session", "address"])
def test_real_person_is_never_overwritten(written, contact, kind):
    number = contact["personId"]
    statement = {
        "login": "UPDATE Person SET login = CONCAT('real', personId) WHERE personId = %s",
        "site": "UPDATE Person SET siteId = personId WHERE personId = %s",
        "proposal": "INSERT INTO ProposalHasPerson (proposalId, personId) VALUES (3, %s)",
        "session": "INSERT INTO Session_has_Person (sessionId, personId) VALUES (9, %s)",
        "address": "INSERT INTO LabContact (proposalId, cardName, personId) VALUES (3, 'other', %s)",
    }[kind]
    if kind == "address":
        written.ask("DELETE FROM LabContact WHERE proposalId = 3 AND cardName = 'other'")
    written.ask(statement, number)
    before = written.ask("SELECT * FROM Person WHERE personId = %s", number)
    path = f"/labcontacts/{contact['labContactId']}"
    changed = written.open("PATCH", path, "member", json={"Person": {"familyName": "Changed"}}).json
    assert (changed["Person"]["familyName"], changed["Person"]["givenName"]) == ("Changed", "Ada")
    assert changed["personId"] != number
    assert written.ask("SELECT * FROM Person WHERE personId = %s", number) == before


def test_laboratory_of_others_is_not_changed(written, contact):
    laboratory = contact["Person"]["Laboratory"]["laboratoryId"]
    written.ask("INSERT INTO Person (familyName, laboratoryId) VALUES ('Colleague', %s)", laboratory)
    path = f"/labcontacts/{contact['labContactId']}"
    body = {"Person": {"Laboratory": {"address": "Elsewhere 2"}}}
    changed = written.open("PATCH", path, "member", json=body).json["Person"]["Laboratory"]
    assert (changed["address"], changed["name"]) == ("Elsewhere 2", "Lab")
    assert changed["laboratoryId"] != laboratory
    assert written.ask("SELECT address FROM Laboratory WHERE laboratoryId = %s", laboratory)[0]["address"] == "Street 1"


def test_names_of_addresses_are_taken_once_in_a_proposal(written, contact):
    body = {"proposalId": 1, "cardName": contact["cardName"], "Person": PERSON}
    assert written.open("POST", "/labcontacts", "pi", json=body).status_code == 409


@pytest.mark.parametrize("missing", ["givenName", "familyName"])
def test_person_needs_a_name(written, missing):
    person = {name: value for name, value in PERSON.items() if name != missing}
    body = {"proposalId": 1, "cardName": "x", "Person": person}
    answer = written.open("POST", "/labcontacts", "pi", json=body)
    named = {f"Person.{missing}": ["Missing data for required field."]}
    assert (answer.status_code, answer.json["errors"]) == (422, named)


# --- histories and positions


def history(site, container):
    rows = site.get(f"/containers/{container['containerId']}/history", "pi").json["results"]
    return [(row["status"], row["location"]) for row in rows]


def place(position="7", beamline="BL01-MX"):
    return {"beamlineLocation": beamline, "sampleChangerLocation": position}


def test_container_is_put_on_and_taken_off(written, container):
    path = f"/containers/{container['containerId']}/assignment"
    on = written.open("PUT", path, "pi", json=place("11")).json
    assert (on["containerStatus"], on["sampleChangerLocation"]) == ("processing", "11")
    off = written.open("DELETE", path, "pi").json
    assert (off["containerStatus"], off["beamlineLocation"], off["sampleChangerLocation"]) == (
        "at facility",
        None,
        None,
    )
    assert history(written, container) == [("at facility", None), ("processing", "11")]


def test_one_position_holds_one_container(written, dewar, container):
    other = make(written, "/containers", dewarId=dewar["dewarId"], code="C2", containerType="Puck")
    written.open("PUT", f"/containers/{container['containerId']}/assignment", "pi", json=place("12"))
    written.open("PUT", f"/containers/{other['containerId']}/assignment", "pi", json=place("12"))
    first = written.get(f"/containers/{container['containerId']}", "pi").json
    assert (first["containerStatus"], first["sampleChangerLocation"]) == ("at facility", None)


def test_many_at_once_on_one_position_leave_one(written, dewar):
    body = {"dewarId": dewar["dewarId"], "code": "R", "containerType": "Puck"}
    ids = [make(written, "/containers", **body)["containerId"] for _ in range(5)]
    put = lambda number: written.open("PUT", f"/containers/{number}/assignment", "pi", json=place("13"))  # noqa: E731
    threads = [threading.Thread(target=put, args=[number]) for number in ids]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert (
        len(
            written.ask(
                "SELECT 1 AS n FROM Container WHERE beamlineLocation = 'BL01-MX' AND sampleChangerLocation = '13'"
            )
        )
        == 1
    )


def test_what_is_another_proposals_is_displaced_by_staff_only(written, container):
    foreign = written.ask(
        "SELECT MIN(c.containerId) AS id FROM Container c JOIN Dewar d ON d.dewarId = c.dewarId"
        " JOIN Shipping s ON s.shippingId = d.shippingId WHERE s.proposalId <> 1"
    )[0]["id"]
    written.ask(
        "UPDATE Container SET beamlineLocation = 'BL01-MX', sampleChangerLocation = '14' WHERE containerId = %s",
        foreign,
    )
    path = f"/containers/{container['containerId']}/assignment"
    assert written.open("PUT", path, "pi", json=place("14")).status_code == 409
    assert written.open("PUT", path, "staff", json=place("14")).status_code == 200
    assert written.ask("SELECT beamlineLocation AS b FROM Container WHERE containerId = %s", foreign)[0]["b"] is None


def test_history_of_a_dewar(written, dewar):
    path = f"/dewars/{dewar['dewarId']}"
    written.open("PATCH", path, "pi", json={"dewarStatus": "at facility", "storageLocation": "STORES-IN"})
    written.open("PATCH", path, "pi", json={"comments": "nothing moved"})
    rows = written.get(f"{path}/history", "member").json["results"]
    assert [(row["dewarStatus"], row["storageLocation"]) for row in rows] == [("at facility", "STORES-IN")]
    assert written.get(f"{path}/history", "outsider").status_code == 404
    gone = written.open("DELETE", path, "pi")
    assert (gone.status_code, gone.data, "Content-Type" in gone.headers) == (204, b"", False)


def test_types_of_containers_have_a_capacity(written):
    rows = written.get("/containers/types", "member").json["results"]
    assert rows
    assert all(row["name"] for row in rows)


def test_a_position_is_given_to_one_container_however_it_is_said(written, dewar, container):
    row = {"dewarId": dewar["dewarId"], "containerType": "Puck"}
    made = make(written, "/containers", **row, code="M", **place("21"))
    path = f"/containers/{container['containerId']}"
    assert written.open("PATCH", path, "pi", json=place("21")).status_code == 200
    first = written.get(f"/containers/{made['containerId']}", "pi").json
    assert (first["beamlineLocation"], first["containerStatus"]) == (None, "at facility")
    again = make(written, "/containers", **row, code="N", **place("21"))
    assert written.get(path, "pi").json["sampleChangerLocation"] is None
    same = written.open("PATCH", f"/containers/{again['containerId']}", "pi", json={**place("21"), "code": "O"})
    assert (same.json["code"], same.json["sampleChangerLocation"]) == ("O", "21")


def test_a_member_s_words_displace_no_other_proposal(written, dewar, container):
    foreign = written.ask(
        "SELECT MAX(c.containerId) AS id FROM Container c JOIN Dewar d ON d.dewarId = c.dewarId"
        " JOIN Shipping s ON s.shippingId = d.shippingId WHERE s.proposalId <> 1"
    )[0]["id"]
    written.ask(
        "UPDATE Container SET beamlineLocation = 'BL01-MX', sampleChangerLocation = '22' WHERE containerId = %s",
        foreign,
    )
    body = {"dewarId": dewar["dewarId"], "code": "P", "containerType": "Puck", **place("22")}
    assert written.open("POST", "/containers", "pi", json=body).status_code == 409
    assert written.open("PATCH", f"/containers/{container['containerId']}", "pi", json=place("22")).status_code == 409


def test_a_container_holds_what_its_kind_holds(written, dewar):
    row = {"dewarId": dewar["dewarId"], "code": "K"}
    assert make(written, "/containers", **row, containerType="unipuck")["capacity"] == 16
    assert make(written, "/containers", **row, containerType="unipuck", capacity=None)["capacity"] is None
    assert make(written, "/containers", **row, containerType="unipuck", capacity=10)["capacity"] == 10
    assert make(written, "/containers", **row, containerType="of our own")["capacity"] is None


def test_a_container_is_not_made_smaller_than_what_is_in_it(written, container):
    path = f"/containers/{container['containerId']}"
    written.ask("UPDATE BLSample SET containerId = %s, location = '9' WHERE blSampleId = 80", container["containerId"])
    try:
        assert written.open("PATCH", path, "pi", json={"capacity": 8}).status_code == 409
        assert written.open("PATCH", path, "pi", json={"capacity": 9}).status_code == 200
        assert written.open("PATCH", path, "pi", json={"capacity": 0}).json["errors"].keys() == {"capacity"}
    finally:
        written.ask("UPDATE BLSample SET containerId = NULL, location = NULL WHERE blSampleId = 80")
