"""GET /containers, /dewars, /shippings and /labcontacts"""

import pytest

from ispyb_api.shipping.schemas import ContainerSchema, DewarSchema, LabContactSchema, ShippingSchema
from tests.contract.shapes import faults

KEYS = {
    "/containers": "containerId",
    "/dewars": "dewarId",
    "/shippings": "shippingId",
    "/labcontacts": "labContactId",
}


@pytest.fixture
def found(site):
    """``found("/dewars", "shippingId=1")``: ids of the rows that these tests are about, in their order."""

    def ask(path, query="", login="member"):
        page = site.get(f"{path}?limit=500&{query}", login=login).json
        assert page["total"] == len(page["results"])
        return [row[KEYS[path]] for row in page["results"] if row[KEYS[path]] >= 9000]

    return ask


@pytest.mark.parametrize(
    ("path", "query", "expected"),
    [
        ("/containers", "", [9001, 9000]),  # 9001 is empty
        ("/containers", "proposal=sh100&order_by=containerId", [9000, 9001]),
        ("/containers", "dewarId=9000", [9001, 9000]),
        ("/containers", "dewarId=9001", []),
        ("/containers", "dewarId=9011", []),
        ("/containers", "shippingId=9000", [9001, 9000]),
        ("/containers", "shippingId=9001", []),
        ("/containers", "beamLineName=SH-ONE", [9000]),  # 9011 is there too, and hidden
        ("/containers", "search=c-EMP", [9001]),
        ("/containers", "search=%25", []),
        ("/dewars", "search=-2", [9001]),
        ("/dewars", "search=hidden", []),
        ("/shippings", "search=ul", [9000]),
        ("/labcontacts", "search=alo", [9001]),
        ("/dewars", "", [9000, 9001]),
        ("/dewars", "proposal=SH100&order_by=dewarId&order=desc", [9001, 9000]),
        ("/dewars", "shippingId=9000", [9000, 9001]),
        ("/dewars", "shippingId=9001", []),
        ("/dewars", "shippingId=9011", []),
        ("/shippings", "", [9001, 9000]),
        ("/shippings", "proposal=SH100&order_by=shippingId", [9000, 9001]),
        ("/labcontacts", "", [9001, 9000]),
        ("/labcontacts", "proposal=SH100&order_by=labContactId", [9000, 9001]),
        *((path, query, []) for path in KEYS for query in ("proposal=SH200", "proposal=XX1")),
    ],
)
def test_condition(found, path, query, expected):
    assert found(path, query) == expected


@pytest.mark.parametrize(
    ("path", "everything"),
    [
        ("/containers", [9011, 9002, 9001, 9000]),
        ("/dewars", [9000, 9001, 9002, 9011]),
        ("/shippings", [9011, 9001, 9000]),
        ("/labcontacts", [9011, 9001, 9000]),
    ],
)
def test_others_see(found, path, everything):
    assert found(path, login="admin") == everything
    assert found(path, login="staff") == []
    assert set(found(path, login="outsider")) == set(found(path, login="member"))


def test_a_container_has_its_dewar_and_shipment(site):
    container = site.get("/containers/9000", login="member").json
    assert list(faults(ContainerSchema, container)) == []
    assert (container["code"], container["containerType"], container["capacity"]) == ("C-1", "Unipuck", 16)
    assert (container["beamlineLocation"], container["sampleChangerLocation"]) == ("SH-ONE", "3")
    assert container["Dewar"] == {
        "dewarId": 9000,
        "code": "D-1",
        "dewarStatus": "processing",
        "Shipping": {"shippingId": 9000, "proposalId": 9000, "shippingName": "full"},
    }
    assert container["_metadata"] == {"proposal": "SH100", "samples": 4}
    assert site.get("/containers/9001", login="member").json["_metadata"]["samples"] == 0


def test_a_container_in_no_dewar(site):
    container = site.get("/containers/9002").json
    assert list(faults(ContainerSchema, container)) == []
    shipment = container["Dewar"].pop("Shipping")
    assert set(shipment.values()) | set(container["Dewar"].values()) == {None}


def test_a_dewar_has_its_shipment(site):
    dewar = site.get("/dewars/9001", login="member").json
    assert list(faults(DewarSchema, dewar)) == []
    assert (dewar["code"], dewar["dewarType"]) == ("D-2", "Toolbox")
    assert dewar["Shipping"] == {"shippingId": 9000, "proposalId": 9000, "shippingName": "full"}
    assert site.get("/dewars/9000", login="member").json["_metadata"] == {"proposal": "SH100", "containers": 2}
    assert set(site.get("/dewars/9002").json["Shipping"].values()) == {None}


def test_a_shipment_goes_back_to_one_address_and_comes_from_another(site):
    shipment = site.get("/shippings/9000", login="member").json
    assert list(faults(ShippingSchema, shipment)) == []
    assert shipment["LabContact"] == {
        "labContactId": 9001,
        "cardName": "Alone",
        "Person": {"givenName": None, "familyName": "Alone"},
    }
    assert shipment["LabContact1"]["Person"] == {"givenName": "Ann", "familyName": "Sender"}
    assert (shipment["_metadata"], shipment["safetyLevel"]) == ({"dewars": 2}, "GREEN")
    assert shipment["bltimeStamp"] == "2025-03-01T10:00:00"


def test_a_shipment_of_which_little_is_known(site):
    shipment = site.get("/shippings/9001", login="member").json
    assert list(faults(ShippingSchema, shipment)) == []
    assert (shipment["shippingName"], shipment["safetyLevel"]) == (None, "odd")
    assert (shipment["LabContact"], shipment["LabContact1"], shipment["_metadata"]) == (None, None, {"dewars": 0})


def test_days_are_days(site):
    shipment = site.get("/shippings/9000", login="member").json
    assert (shipment["deliveryAgent_shippingDate"], shipment["deliveryAgent_deliveryDate"]) == ("2025-02-27", None)


def test_an_address_has_its_person_and_laboratory(site):
    address = site.get("/labcontacts/9000", login="member").json
    assert list(faults(LabContactSchema, address)) == []
    assert (address["cardName"], address["courierAccount"], address["dewarAvgCustomsValue"]) == ("Ann's", "77", 5)
    person = address["Person"]
    assert (person["givenName"], person["emailAddress"], person["phoneNumber"]) == ("Ann", "a@x.org", None)
    assert (person["Laboratory"]["name"], person["Laboratory"]["city"]) == ("Lab of tests", "Town")
    assert site.get("/labcontacts/9001", login="member").json["Person"]["Laboratory"] is None


@pytest.mark.parametrize("path", KEYS)
@pytest.mark.parametrize("number", [9011, 1000000])
def test_what_one_may_not_see_looks_missing(site, path, number):
    answer = site.get(f"{path}/{number}", login="member")
    assert (answer.status_code, answer.json["code"]) == (404, "not_found")


@pytest.mark.parametrize("path", ["/containers/9002", "/dewars/9002"])
def test_what_belongs_to_no_proposal_is_for_those_who_see_everything(site, path):
    assert [site.get(path, login=login).status_code for login in ("member", "staff", "admin")] == [404, 404, 200]


@pytest.mark.parametrize("path", KEYS)
def test_the_item_is_the_list_s_row(site, path):
    for row in site.get(f"{path}?limit=500", login="member").json["results"]:
        assert site.get(f"{path}/{row[KEYS[path]]}", login="member").json == row


@pytest.mark.parametrize("path", KEYS)
@pytest.mark.parametrize("query", ["", "limit=500", "limit=1&proposal=SH100"])
def test_two_statements_whatever_the_page(site, path, query):
    site.get(path)
    with site.statements() as counted:
        site.get(f"{path}?{query}")
    assert counted.number <= 2


@pytest.mark.parametrize(
    ("query", "fields"),
    [
        ("/containers?dewarId=0&proposal=%20&order_by=code", {"dewarId", "proposal", "order_by"}),
        ("/dewars?shippingId=x&order=up&dewarId=1", {"shippingId", "order", "dewarId"}),
        ("/shippings?proposal=x&limit=0", {"proposal", "limit"}),
        ("/labcontacts?skip=-1&nonsense=1", {"skip", "nonsense"}),
    ],
)
def test_bad_input_is_refused_by_name(site, query, fields):
    answer = site.get(query)
    assert (answer.status_code, answer.json["errors"].keys()) == (422, fields)
