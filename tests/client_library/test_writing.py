"""The client writes: what is acknowledged is there once, whatever happens between the two."""

import pytest

from ispyb_api.client import IspybError


def dewar(code):
    return {"shippingId": 3, "code": code}


def test_a_row_is_made_changed_and_removed(client, codes):
    opened = client()
    made = opened.post("/dewars", dewar("cl-a1"))
    assert (made["code"], made.spooled, made.at("Shipping", "shippingId")) == ("cl-a1", False, 3)
    assert opened.patch(f"/dewars/{made['dewarId']}", {"comments": "dry"})["comments"] == "dry"
    opened.delete(f"/dewars/{made['dewarId']}")
    assert codes("cl-a") == []


def test_a_row_whose_answer_got_lost_is_made_once(client, server, codes):
    opened = client()
    server.lose_answers(2)
    assert opened.post("/dewars", dewar("cl-b1"))["code"] == "cl-b1"
    assert server.requests.count("POST /dewars") == 3
    assert codes("cl-b") == ["cl-b1"]


def test_the_same_key_is_the_same_request(client, codes):
    first, second = (
        client().post("/dewars", dewar("cl-c1"), key="puck-1"),
        client().post("/dewars", dewar("cl-c1"), key="puck-1"),
    )
    assert first["dewarId"] == second["dewarId"]
    assert codes("cl-c") == ["cl-c1"]


@pytest.mark.parametrize("spool", [False, True])
def test_what_is_refused_is_not_sent_again(client, server, spool):
    opened = client(spool=spool)
    with pytest.raises(IspybError) as caught:
        opened.post("/dewars", {"shippingId": 3, "colour": "blue"})
    assert (caught.value.code, set(caught.value.errors)) == ("invalid", {"code", "colour"})
    assert server.requests.count("POST /dewars") == 1
    assert opened.spool is None or (opened.spool.waiting(), opened.spool.aside()) == ([], [])


def test_a_change_of_what_somebody_else_changed_is_refused(client):
    with pytest.raises(IspybError) as caught:
        client().patch("/dewars/4", {"comments": "mine"}, if_match='"old"')
    assert (caught.value.status, caught.value.code) == (412, "precondition_failed")


def test_without_a_spool_a_server_that_is_away_is_told(client, server, codes):
    opened = client(tries=2)
    server.stop()
    with pytest.raises(IspybError) as caught:
        opened.post("/dewars", dewar("cl-d1"))
    assert caught.value.away
    assert codes("cl-d") == []


def test_an_answer_that_is_to_come_cannot_be_named_without_the_spool(client, server):
    server.stop()
    made = client(spool=True).post("/dewars", dewar("cl-e1"))
    with pytest.raises(IspybError, match="spool"):
        client().post("/containers", {"dewarId": made["dewarId"]})
