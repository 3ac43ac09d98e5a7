"""Shipments as EXI and the React interface make and change them: what they send, what is there afterwards, what is refused."""

import json

import pytest

PATH = "/proposal/mx415/shipping"
LYSO = {"proteinVO": {"proteinId": 1, "acronym": "LYSO"}}


@pytest.fixture
def java(java_written):
    return java_written


@pytest.fixture
def send(java):
    """``send("POST", "/shipping/save", {...})``: the parsed answer of a change by the principal investigator."""

    def send(method, path, form=None, login="pi", status=200, headers=None):
        answer = java.open(method, f"/proposal/mx415{path}", login, data=form, headers=headers)
        assert answer.status_code == status, answer.text
        return answer.json if status == 200 and answer.text else answer.text

    return send


@pytest.fixture
def shipment(send):
    form = {"shippingId": "", "name": "June", "comments": "none", "sessionId": "null", "returnCourier": "2"}
    return send("POST", "/shipping/save", {**form, "sendingLabContactId": "1", "returnLabContactId": "-1"})


@pytest.fixture
def puck(send, shipment):
    """A container of a new dewar: its path, as front ends spell it."""
    number = shipment["shippingId"]
    tree = send("POST", f"/shipping/{number}/dewar/save", {"code": "D1", "dewarId": "", "transportValue": ""})
    dewar = tree["dewarVOs"][0]["dewarId"]
    made = send("GET", f"/shipping/{number}/dewar/{dewar}/containerType/Unipuck/capacity/16/container/add")
    return f"/shipping/{number}/dewar/{dewar}/puck/{made['containerId']}", made


def sample(name, location, **more):
    return {"name": name, "location": location, "crystalVO": LYSO, **more}


def saved(send, puck, *samples, **container):
    path, made = puck
    body = {**made, "code": "PUCK-1", "sampleVOs": list(samples), **container}
    return send("POST", f"{path}/save", {"puck": json.dumps(body)})


def refused(send, puck, *samples, status=422):
    path, made = puck
    return send("POST", f"{path}/save", {"puck": json.dumps({**made, "sampleVOs": list(samples)})}, status=status)


# --- Shipments


def test_a_shipment_is_made(shipment):
    assert (shipment["shippingName"], shipment["shippingStatus"]) == ("June", "opened")
    assert shipment["sendingLabContactVO"]["labContactId"] == 1
    assert shipment["returnLabContactVO"]["labContactId"] == 1, "-1 means the same address"
    assert (shipment["dewarVOs"], shipment["sessions"]) == ([], [])


def test_a_shipment_is_changed_and_given_a_session(send, shipment):
    form = {"shippingId": shipment["shippingId"], "name": "July", "sessionId": "3", "sendingLabContactId": "2"}
    changed = send("POST", "/shipping/save", {**form, "returnLabContactId": "0"})
    assert (changed["shippingId"], changed["shippingName"]) == (shipment["shippingId"], "July")
    assert changed["creationDate"] == shipment["creationDate"], "it was made when it was made"
    assert [each["sessionId"] for each in changed["sessions"]] == [3]
    assert changed["returnLabContactVO"] is None


def test_the_address_for_the_way_back_keeps_its_account(send, java):
    form = {"name": "with account", "sendingLabContactId": "1", "returnLabContactId": "2", "courierAccount": "99-1"}
    tree = send("POST", "/shipping/save", {**form, "dewarAvgCustomsValue": "7", "billingReference": ""})
    assert tree["returnLabContactVO"]["courierAccount"] == "99-1"
    assert tree["returnLabContactVO"]["dewarAvgCustomsValue"] == 7
    assert tree["returnLabContactVO"]["billingReference"] == "PV-2030-11", "an empty field clears nothing"


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"name": ""}, "name"),
        ({"name": "x", "sendingLabContactId": "5"}, "sendingLabContactId"),
        ({"name": "x", "sendingLabContactId": "1", "sessionId": "10"}, "sessionId"),
        ({"name": "x" * 300, "sendingLabContactId": "1"}, "shippingName"),
    ],
)
def test_a_shipment_that_cannot_be_is_refused_in_words(send, java, form, said):
    before = java.site.ask("SELECT COUNT(*) AS n FROM Shipping")
    assert said in send("POST", "/shipping/save", form, status=422)
    assert java.site.ask("SELECT COUNT(*) AS n FROM Shipping") == before


def test_a_status_goes_down_to_the_containers(send, puck, shipment):
    number = shipment["shippingId"]
    assert send("GET", f"/shipping/{number}/status/sent%20to%20ESRF/update") == {"setShippingStatus": "ok"}
    tree = send("GET", f"/shipping/{number}/get")
    dewar = tree["dewarVOs"][0]
    assert {tree["shippingStatus"], dewar["dewarStatus"], dewar["containerVOs"][0]["containerStatus"]} == {
        "sent to ESRF"
    }
    history = send("GET", f"/shipping/{number}/history")
    assert history[0]["DewarTransportHistory_dewarStatus"] == "sent to ESRF"


def test_only_managers_remove_shipments(send, puck, shipment):
    path = f"/shipping/{shipment['shippingId']}/remove"
    saved(send, puck, sample("removed", "1"))
    send("POST", "/shipping/save", {"shippingId": shipment["shippingId"], "name": "x", "sessionId": "3", "sendingLabContactId": "1"})  # fmt: skip
    send("GET", path, status=403)
    assert send("GET", path, login="admin") is True
    assert send("GET", f"/shipping/{shipment['shippingId']}/get") is None


def test_what_was_measured_keeps_its_shipment(send, java):
    told = send("GET", "/shipping/2/remove", login="admin", status=409)
    assert "data collections" in told
    assert send("GET", "/shipping/2/get")["dewarVOs"][0]["containerVOs"]


# --- Dewars


def test_a_dewar_gets_a_bar_code_of_its_own(send, shipment):
    codes = set()
    for name in ("A", "B"):
        tree = send("POST", f"/shipping/{shipment['shippingId']}/dewar/save", {"code": name, "customsValue": "120"})
        codes = {dewar["barCode"] for dewar in tree["dewarVOs"]}
    assert len(codes) == 2
    assert None not in codes
    assert tree["dewarVOs"][0]["customsValue"] == 120


def test_a_dewar_is_changed_by_what_both_front_ends_send(send, shipment):
    path = f"/shipping/{shipment['shippingId']}/dewar/save"
    dewar = send("POST", path, {"code": "A", "sessionId": "3"})["dewarVOs"][0]
    form = {"dewarId": dewar["dewarId"], "code": "A2", "transportValue": "", "isReimbursed": "true", "sessionId": "2"}
    more = {"containerVOs[0][code]": "x", "barCode": "forged", "customValue": "5", "comments": "undefined"}
    changed = send("POST", path, {**form, **more})["dewarVOs"][0]
    assert (changed["code"], changed["customsValue"], changed["isReimbursed"]) == ("A2", 5, True)
    assert changed["barCode"] == dewar["barCode"]
    assert changed["sessionVO"]["sessionId"] == 3, "it has one already"
    assert changed["comments"] is None


def test_a_dewar_of_another_shipment_is_not_there(send, shipment):
    path = f"/shipping/{shipment['shippingId']}/dewar"
    send("POST", f"{path}/save", {"dewarId": "2", "code": "x"}, status=404)
    send("GET", f"{path}/2/remove", status=404)
    send("GET", f"{path}/2/containerType/Unipuck/capacity/16/container/add", status=404)


def test_a_dewar_is_removed_with_its_containers(send, puck, shipment):
    saved(send, puck, sample("a", "1"))
    dewar = send("GET", f"/shipping/{shipment['shippingId']}/get")["dewarVOs"][0]["dewarId"]
    assert send("GET", f"/shipping/{shipment['shippingId']}/dewar/{dewar}/remove")["dewarVOs"] == []


# --- Containers


def test_a_container_is_filled(send, puck):
    plan = {"experimentKind": "OSC", "aimedResolution": "1.8", "numberOfPositions": "", "radiationSensivity": "1.5"}
    first = sample("one", "1", code="PIN-1", comments="", diffractionPlanVO=plan, smiles="CCO")
    made = saved(send, puck, first, sample("two", "2"), barcode="BC-77", capacity="16")
    assert (made["code"], made["barcode"], made["capacity"]) == ("PUCK-1", "BC-77", 16)
    one, two = made["sampleVOs"]
    assert (one["name"], one["code"], one["location"], one["smiles"]) == ("one", "PIN-1", "1", "CCO")
    assert one["diffractionPlanVO"]["aimedResolution"] == 1.8
    assert one["diffractionPlanVO"]["radiationSensitivity"] == 1.5
    assert two["diffractionPlanVO"] is None
    assert one["crystalVO"]["proteinVO"]["acronym"] == "LYSO"


def test_saving_what_was_read_changes_nothing(send, java, puck):
    made = saved(send, puck, sample("one", "1", diffractionPlanVO={"aimedResolution": 2}), sample("two", "2"))
    before = java.site.ask("SELECT COUNT(*) AS n FROM api_activity")
    again = send("POST", f"{puck[0]}/save", {"puck": json.dumps(made)})
    assert again == made
    assert java.site.ask("SELECT COUNT(*) AS n FROM api_activity") == before


def test_a_crystal_form_is_found_by_its_cell_and_else_made_once(send, java, puck):
    cell = {"cellA": "50.5", "cellB": 50.5, "cellC": 100, "cellAlpha": 90, "cellBeta": 90, "cellGamma": "90"}
    new = {**LYSO, "spaceGroup": "P212121", **cell}
    stored = java.site.ask("SELECT cell_a, cell_b, cell_c, cell_alpha, cell_beta, cell_gamma, spaceGroup FROM Crystal WHERE crystalId = 1")[0]  # fmt: skip
    known = {**LYSO, **{f"cell{k[5:].capitalize()}": v for k, v in stored.items() if k.startswith("cell_")}, "spaceGroup": stored["spaceGroup"]}  # fmt: skip
    made = saved(send, puck, sample("a", "1", crystalVO=new), sample("b", "2", crystalVO=new), sample("c", "3", crystalVO=known))["sampleVOs"]  # fmt: skip
    first, second, third = (each["crystalVO"]["crystalId"] for each in made)
    assert first == second != third == 1
    assert made[0]["crystalVO"]["cellA"] == 50.5


def test_samples_whose_place_is_not_named_are_removed(send, puck):
    made = saved(send, puck, sample("a", "1"), sample("b", "2"), sample("c", "3"))["sampleVOs"]
    kept = saved(send, puck, made[2])["sampleVOs"]
    assert [each["blSampleId"] for each in kept] == [made[2]["blSampleId"]]


def test_samples_change_places(send, puck):
    first, second = saved(send, puck, sample("a", "1"), sample("b", "2"))["sampleVOs"]
    moved = saved(send, puck, {**first, "location": "2"}, {**second, "location": "1"})["sampleVOs"]
    assert {each["blSampleId"]: each["location"] for each in moved} == {
        first["blSampleId"]: "2",
        second["blSampleId"]: "1",
    }


def test_a_sample_of_the_same_name_in_its_place_is_the_same_one(send, puck):
    (made,) = saved(send, puck, sample("a", "1"))["sampleVOs"]
    (again,) = saved(send, puck, sample("A", "01", comments="by CSV"))["sampleVOs"]
    assert (again["blSampleId"], again["comments"]) == (made["blSampleId"], "by CSV")


def test_another_sample_in_its_place_replaces_it(send, java, puck):
    (made,) = saved(send, puck, sample("a", "1"))["sampleVOs"]
    (other,) = saved(send, puck, sample("z", "1"))["sampleVOs"]
    assert other["name"] == "z"
    actions = java.site.ask("SELECT action FROM api_activity WHERE target = %s", f"sample {made['blSampleId']}")
    assert "sample removed" in [row["action"] for row in actions]


def test_a_sample_that_was_measured_is_not_replaced(send, java):
    puck = ("/shipping/2/dewar/2/puck/2", send("GET", "/shipping/2/dewar/2/puck/2/get"))
    told = refused(send, puck, status=409)
    assert "data collections" in told
    assert len(send("GET", "/shipping/2/dewar/2/puck/2/get")["sampleVOs"]) == len(puck[1]["sampleVOs"])


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (sample("", "1"), "name"),
        (sample("x", "17"), "places 1 to 16"),
        (sample("x", "1", crystalVO={"proteinVO": {"acronym": "NONE"}}), "no protein of the acronym NONE"),
        (sample("x", "1", crystalVO={"proteinVO": {"proteinId": 12}}), "no protein"),
        (sample("x", "1", blSampleId=1), "not in this container"),
        (sample("x", "1", diffractionPlanVO={"experimentKind": "nonsense"}), "experimentKind"),
        (sample("x" * 200, "1"), "name"),
    ],
)
def test_a_wrong_sample_is_named_and_nothing_is_saved(send, puck, wrong, said):
    made = saved(send, puck, sample("kept", "3"))
    told = refused(send, puck, *made["sampleVOs"], sample("good", "2"), wrong)
    assert said in told
    assert send("GET", f"{puck[0]}/get")["sampleVOs"] == made["sampleVOs"]


@pytest.mark.parametrize("text", ["", "null", "[]", "{", "7"])
def test_what_is_no_container_is_refused(send, puck, text):
    assert "puck" in send("POST", f"{puck[0]}/save", {"puck": text}, status=422)


def test_a_container_is_removed_with_its_samples(send, puck):
    saved(send, puck, sample("a", "1"))
    rows = send("GET", f"{puck[0]}/remove")
    assert {row["Container_containerId"] for row in rows} == {None}


# --- Whole shipments from CSV


def test_dewars_are_added_with_all_that_is_in_them(send, shipment):
    number = shipment["shippingId"]
    dewar = {"code": "D-CSV", "containerVOs": [{"code": "P1", "containerType": "Unipuck", "capacity": 16, "sampleVOs": [sample("s1", "1"), sample("s2", "2")]}]}  # fmt: skip
    assert send("POST", f"/shipping/{number}/dewars/add", {"dewars": json.dumps([dewar, {"dewarId": 2, "code": "left alone"}])}) == ""  # fmt: skip
    (made,) = send("GET", f"/shipping/{number}/get")["dewarVOs"]
    assert (made["code"], [each["name"] for each in made["containerVOs"][0]["sampleVOs"]]) == ("D-CSV", ["s1", "s2"])


def test_of_a_faulty_csv_nothing_is_saved(send, shipment):
    number = shipment["shippingId"]
    bad = {
        "code": "D",
        "containerVOs": [{"containerType": "Unipuck", "capacity": 16, "sampleVOs": [sample("s", "99")]}],
    }
    assert "D Unipuck 1: sampleVOs[0] (s).location" in send("POST", f"/shipping/{number}/dewars/add", {"dewars": json.dumps([{"code": "ok"}, bad])}, status=422)  # fmt: skip
    assert send("GET", f"/shipping/{number}/get")["dewarVOs"] == []


# --- Sample changers


def test_a_container_is_put_into_a_sample_changer_and_taken_off(send, puck):
    number = puck[1]["containerId"]
    path = f"/container/{number}/beamline/BL01-MX/samplechangerlocation/update"
    assert send("POST", path, {"sampleChangerLocation": "9"}) == {"updateSampleLocation": "ok"}
    found = send("GET", f"{puck[0]}/get")
    assert (found["beamlineLocation"], found["sampleChangerLocation"]) == ("BL01-MX", "9")
    send("POST", f"/container/{number}/beamline/undefined/samplechangerlocation/update", {"sampleChangerLocation": ""})
    found = send("GET", f"{puck[0]}/get")
    assert (found["beamlineLocation"], found["sampleChangerLocation"]) == (None, None)


def test_several_containers_are_taken_off(send, puck):
    number = puck[1]["containerId"]
    send("POST", f"/container/{number}/beamline/BL01-MX/samplechangerlocation/update", {"sampleChangerLocation": "8"})
    send("POST", f"/container/{number}/samplechangerlocation/empty")
    assert send("GET", f"{puck[0]}/get")["sampleChangerLocation"] is None


def test_a_container_of_another_proposal_is_left_where_it_is(send):
    send(
        "POST",
        "/container/10/beamline/BL01-MX/samplechangerlocation/update",
        {"sampleChangerLocation": "1"},
        status=404,
    )
    send("POST", "/container/10/samplechangerlocation/empty", status=404)
    send("POST", "/container/1,2/beamline/BL01-MX/samplechangerlocation/update", {"sampleChangerLocation": "1"}, status=422)  # fmt: skip


# --- Addresses


def test_an_address_is_made_and_changed(send):
    person = {"familyName": "Lind", "givenName": "Aud", "emailAddress": "aud@example.org", "laboratoryVO": {"name": "Lab", "address": "Street 1"}}  # fmt: skip
    contact = {"labContactId": None, "cardName": "Lind, Lab", "dewarAvgCustomsValue": "", "personVO": person, "labName": "stray"}  # fmt: skip
    made = send("POST", "/shipping/labcontact/save", {"labcontact": json.dumps(contact)})
    assert made["personVO"]["laboratoryVO"]["address"] == "Street 1"
    made["personVO"]["phoneNumber"] = "123"
    changed = send("POST", "/shipping/labcontact/save", {"labcontact": json.dumps(made)})
    assert changed["labContactId"] == made["labContactId"]
    assert changed["personVO"]["phoneNumber"] == "123"


def test_a_person_with_a_login_is_not_overwritten(send, java):
    contact = send("GET", "/shipping/labcontact/2/get")
    before = java.site.ask("SELECT * FROM Person WHERE personId = 2")
    contact["personVO"]["emailAddress"] = "somebody@else.example.org"
    changed = send("POST", "/shipping/labcontact/save", {"labcontact": json.dumps(contact)})
    assert changed["personVO"]["emailAddress"] == "somebody@else.example.org"
    assert changed["personVO"]["personId"] != 2
    assert java.site.ask("SELECT * FROM Person WHERE personId = 2") == before


def test_an_address_of_another_proposal_is_not_there(send):
    body = {"labContactId": 5, "cardName": "x", "personVO": {"familyName": "y"}}
    send("POST", "/shipping/labcontact/save", {"labcontact": json.dumps(body)}, status=404)


# --- Who


@pytest.mark.parametrize("login", ["outsider", "member"])
def test_changes_are_for_who_may_change_the_proposal(send, java, login):
    before = java.site.ask("SELECT COUNT(*) AS n FROM Shipping")
    java.open("POST", "/proposal/mx533/shipping/save", login, data={"name": "x", "sendingLabContactId": "5"})
    assert java.site.ask("SELECT COUNT(*) AS n FROM Shipping") == before


@pytest.mark.parametrize("headers", [{"Origin": "https://evil.example.org"}, {"Sec-Fetch-Site": "cross-site"}])
def test_another_sites_page_changes_nothing_by_get(send, shipment, headers):
    send("GET", f"/shipping/{shipment['shippingId']}/status/stolen/update", status=403, headers=headers)
    assert send("GET", f"/shipping/{shipment['shippingId']}/get")["shippingStatus"] == "opened"
