"""POST, PATCH and DELETE /dewars: the write kernel in use."""

import threading

import pytest

from ispyb_api.shipping.schemas import DewarSchema
from tests.contract.shapes import faults


@pytest.fixture
def shipment(written):
    """A shipment of MX415, pi's and member's."""
    return written.ask(
        "SELECT MIN(s.shippingId) AS id FROM Shipping s JOIN Proposal p ON p.proposalId = s.proposalId"
        " WHERE p.proposalCode = 'MX' AND p.proposalNumber = '415'"
    )[0]["id"]


@pytest.fixture
def dewar(written, shipment):
    answer = written.open("POST", "/dewars", "pi", json={"shippingId": shipment, "code": "D-1", "dewarType": "Toolbox"})
    assert answer.status_code == 201, answer.json
    return answer.json


def stored(site, dewar):
    return site.ask("SELECT * FROM Dewar WHERE dewarId = %s", dewar["dewarId"])


def test_new_dewar_is_answered_as_get_answers_it(written, dewar):
    assert list(faults(DewarSchema, dewar)) == []
    read = written.get(f"/dewars/{dewar['dewarId']}", "member")
    assert read.json == dewar
    assert (dewar["code"], dewar["dewarType"], dewar["isStorageDewar"]) == ("D-1", "Toolbox", False)


def test_location_and_etag_of_a_new_row_serve_the_next_request(written, shipment):
    made = written.open("POST", "/dewars", "pi", json={"shippingId": shipment, "code": "D-2"})
    path = made.headers["Location"].removeprefix("/ispyb/api/v1")
    assert written.get(path, "pi").json == made.json
    changed = written.open("PATCH", path, "pi", json={"code": "D-3"}, headers={"If-Match": made.headers["ETag"]})
    assert changed.status_code == 200


@pytest.mark.parametrize("login", ["outsider", "staff", "service"])
def test_who_does_not_see_the_parent_learns_nothing(written, shipment, login):
    seen = written.get(f"/shippings/{shipment}", login).status_code == 200
    answer = written.open("POST", "/dewars", login, json={"shippingId": shipment, "code": "D"})
    if login == "outsider":
        assert (answer.status_code, set(answer.json["errors"])) == (422, {"shippingId"})
    elif login == "service":  # sees everything, belongs to nothing
        assert (seen, answer.status_code) == (True, 403)
    else:
        assert answer.status_code == (201 if seen else 422)


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({}, {"shippingId", "code"}),
        ({"shippingId": 2**31 - 1, "code": "x"}, {"shippingId"}),
        ({"shippingId": 1, "code": "x" * 46, "weight": "heavy"}, {"weight"}),
        ({"code": "x" * 46}, {"shippingId"}),
        ({"shippingId": 1, "code": "x" * 46}, {"code"}),
        ({"shippingId": 1, "code": "x", "dewarType": "Bucket"}, {"dewarType"}),
        ({"shippingId": 1, "code": "x", "customsValue": 2**31}, {"customsValue"}),
        ({"shippingId": 1, "code": None}, {"code"}),
        ({"shippingId": 1, "code": "x", "dewarId": 7}, {"dewarId"}),
        ({"shippingId": 1, "code": "x", "bltimeStamp": "2026-01-01T00:00:00"}, {"bltimeStamp"}),
    ],
)
def test_what_does_not_fit_is_named_and_nothing_is_saved(written, body, fields):
    before = written.ask("SELECT COUNT(*) AS n FROM Dewar")
    answer = written.open("POST", "/dewars", "admin", json=body)
    assert (answer.status_code, set(answer.json["errors"])) == (422, fields)
    assert written.ask("SELECT COUNT(*) AS n FROM Dewar") == before


def test_absent_stays_and_null_clears(written, dewar):
    path = f"/dewars/{dewar['dewarId']}"
    written.open("PATCH", path, "member", json={"comments": "fragile", "weight": 12.5})
    changed = written.open("PATCH", path, "member", json={"weight": None}).json
    assert (changed["comments"], changed["weight"], changed["code"]) == ("fragile", None, "D-1")
    assert written.open("PATCH", path, "member", json={}).status_code == 422


def test_second_of_two_editors_is_told(written, dewar):
    path = f"/dewars/{dewar['dewarId']}"
    etag = written.get(path, "pi").headers["ETag"]
    first = written.open("PATCH", path, "pi", json={"comments": "mine"}, headers={"If-Match": etag})
    second = written.open("PATCH", path, "member", json={"comments": "no, mine"}, headers={"If-Match": etag})
    assert (first.status_code, second.status_code, second.json["code"]) == (200, 412, "precondition_failed")
    assert stored(written, dewar)[0]["comments"] == "mine"


def test_of_many_editors_at_once_one_wins(written, dewar):
    path = f"/dewars/{dewar['dewarId']}"
    etag = written.get(path, "pi").headers["ETag"]
    written.token("member")
    answers = []

    def edit(number):
        body, headers = {"comments": f"editor {number}"}, {"If-Match": etag}
        answers.append(written.open("PATCH", path, "member", json=body, headers=headers).status_code)

    threads = [threading.Thread(target=edit, args=[number]) for number in range(6)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert sorted(answers) == [200, 412, 412, 412, 412, 412]


def test_repetition_with_a_key_gets_the_first_answer(written, shipment):
    body, headers = {"shippingId": shipment, "code": "once"}, {"Idempotency-Key": "once-1"}
    first = written.open("POST", "/dewars", "pi", json=body, headers=headers)
    again = written.open("POST", "/dewars", "pi", json=body, headers=headers)
    assert again.status_code == 201, again.json
    assert (again.status_code, again.json, again.headers["Location"]) == (201, first.json, first.headers["Location"])
    assert again.headers["Idempotency-Replayed"] == "true"
    other = written.open("POST", "/dewars", "pi", json={**body, "code": "other"}, headers=headers)
    assert (other.status_code, set(other.json["errors"])) == (422, {"Idempotency-Key"})


def test_same_key_of_somebody_else_is_another_key(written, shipment):
    body, headers = {"shippingId": shipment, "code": "key"}, {"Idempotency-Key": "shared"}
    made = {
        written.open("POST", "/dewars", login, json=body, headers=headers).json["dewarId"] for login in ("pi", "member")
    }
    assert len(made) == 2


def test_two_at_once_with_one_key_make_one_row(written, shipment):
    body, headers = {"shippingId": shipment, "code": "race"}, {"Idempotency-Key": "race"}
    written.token("pi")
    made = []

    def post():
        made.append(written.open("POST", "/dewars", "pi", json=body, headers=headers).json["dewarId"])

    threads = [threading.Thread(target=post) for _ in range(6)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert len(made) == 6
    assert len(set(made)) == 1


def test_a_key_is_not_used_up_by_a_refusal(written, shipment):
    headers = {"Idempotency-Key": "again"}
    refused = written.open("POST", "/dewars", "pi", json={"shippingId": shipment}, headers=headers)
    made = written.open("POST", "/dewars", "pi", json={"shippingId": shipment, "code": "x"}, headers=headers)
    assert (refused.status_code, made.status_code) == (422, 201)


@pytest.mark.parametrize("key", ["", " ", "a b", "x" * 256, "é"])
def test_keys_that_are_none_are_refused(written, shipment, key):
    body = {"shippingId": shipment, "code": "x"}
    assert written.open("POST", "/dewars", "pi", json=body, headers={"Idempotency-Key": key}).status_code == 422


def test_a_dewar_moves_within_its_proposal_only(written, dewar):
    other = written.ask(
        "SELECT MIN(shippingId) AS id FROM Shipping WHERE proposalId <> %s", dewar["Shipping"]["proposalId"]
    )
    answer = written.open("PATCH", f"/dewars/{dewar['dewarId']}", "admin", json={"shippingId": other[0]["id"]})
    assert (answer.status_code, set(answer.json["errors"])) == (422, {"shippingId"})


def test_only_an_empty_dewar_is_removed(written, dewar):
    full = written.ask("SELECT MIN(dewarId) AS id FROM Container WHERE dewarId IS NOT NULL")[0]["id"]
    assert written.open("DELETE", f"/dewars/{full}", "admin").status_code == 409
    assert written.open("DELETE", f"/dewars/{dewar['dewarId']}", "outsider").status_code == 404
    assert written.open("DELETE", f"/dewars/{dewar['dewarId']}", "pi").status_code == 204
    assert stored(written, dewar) == []


def test_closed_proposal_is_read_only_for_its_members(written, dewar):
    number = dewar["Shipping"]["proposalId"]
    written.ask("UPDATE Proposal SET state = 'Closed' WHERE proposalId = %s", number)
    try:
        path = f"/dewars/{dewar['dewarId']}"
        assert written.open("PATCH", path, "pi", json={"code": "D-9"}).status_code == 403
        assert written.open("PATCH", path, "admin", json={"code": "D-9"}).status_code == 200
    finally:
        written.ask("UPDATE Proposal SET state = 'Open' WHERE proposalId = %s", number)


def test_a_token_without_the_right_to_edit_cannot_write(written, dewar):
    body = {"name": "reads", "permissions": ["all_proposals"], "owner": "admin"}
    reads = written.open("POST", "/auth/service-tokens", json=body).json["token"]
    body = {"name": "edits", "permissions": ["all_proposals", "edit_proposals"], "owner": "admin"}
    edits = written.open("POST", "/auth/service-tokens", json=body).json["token"]
    path, headers = f"/dewars/{dewar['dewarId']}", lambda token: {"Authorization": f"Bearer {token}"}
    assert written.open("PATCH", path, None, json={"code": "a"}, headers=headers(reads)).status_code == 403
    assert written.open("PATCH", path, None, json={"code": "a"}, headers=headers(edits)).status_code == 200


def test_every_write_is_on_record(written, dewar):
    written.open("PATCH", f"/dewars/{dewar['dewarId']}", "pi", json={"comments": "on record"})
    rows = written.ask(
        "SELECT login, action, detail FROM api_activity WHERE target = %s ORDER BY activityId",
        f"dewar {dewar['dewarId']}",
    )
    assert [(row["login"], row["action"]) for row in rows] == [("pi", "dewar added"), ("pi", "dewar changed")]
    assert "on record" in rows[1]["detail"]
