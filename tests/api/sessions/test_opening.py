"""POST and PATCH of sessions."""

import datetime
import threading

import pytest

from ispyb_api.sessions.schemas import SessionSchema
from tests.contract.shapes import faults
from tests.support.instrument import Instrument


def times(hours=8, begin=0):
    start = datetime.datetime.now().replace(microsecond=0) + datetime.timedelta(hours=begin)
    return {"startDate": start.isoformat(), "endDate": (start + datetime.timedelta(hours=hours)).isoformat()}


def test_session_is_opened_with_the_next_number(written, instrument):
    last = written.ask("SELECT MAX(visit_number) AS n FROM BLSession WHERE proposalId = 2")[0]["n"]
    made = instrument.send("POST", "/sessions", {"proposalId": 2, "beamLineName": "BL01-MX", **times(begin=100)})
    assert made.status_code == 201, made.json
    assert list(faults(SessionSchema, made.json)) == []
    assert made.json["session"] == f"SX28-{last + 1}"
    assert written.get(f"/sessions/{made.json['sessionId']}").json == made.json


@pytest.mark.parametrize("key", [{"visit_number": 41}, {}])
def test_the_same_session_is_found_again(instrument, key):
    body = {"proposalId": 3, "beamLineName": "BL03-EM", **times(begin=24 * (30 + len(key))), **key}
    first, second = (instrument.send("POST", "/sessions", body) for _ in range(2))
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json == second.json


def test_many_who_open_the_same_session_open_one(instrument):
    body = {"proposalId": 3, "beamLineName": "BL03-EM", **times(begin=24 * 60)}
    found = []

    def post():
        found.append(instrument.send("POST", "/sessions", body).json["sessionId"])

    threads = [threading.Thread(target=post) for _ in range(8)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert (len(found), len(set(found))) == (8, 1)


def test_people_of_a_proposal_open_one_for_today(written):
    body = {"proposalId": 1, "beamLineName": "BL02-SSX", "scheduled": True, **times()}
    made = written.open("POST", "/sessions", "member", json=body)
    assert made.status_code == 201, made.json
    assert made.json["scheduled"] is False  # nobody schedules beam time for oneself
    assert written.get(f"/sessions/{made.json['sessionId']}", "member").status_code == 200


@pytest.mark.parametrize(
    ("login", "change", "status"),
    [
        ("member", {"proposalId": 3}, 422),
        ("outsider", {}, 422),
        ("member", times(begin=24 * 9), 403),
        ("member", times(hours=24 * 9, begin=1), 403),
        ("member", {"beamLineName": "BL-NONE"}, 422),
        ("staff", {"proposalId": 1, **times(begin=24 * 9)}, 201),
        ("admin", {"endDate": "2001-01-01T00:00:00"}, 422),
        ("admin", {"beamLineName": ""}, 422),
        ("admin", {"startDate": None}, 422),
    ],
)
def test_who_may_open_what(written, login, change, status):
    body = {"proposalId": 1, "beamLineName": "BL01-MX", **times(begin=23), **change}
    answer = written.open("POST", "/sessions", login, json=body)
    assert answer.status_code == status, answer.json


def test_token_of_a_beamline_opens_sessions_there_only(written):
    instrument = Instrument(written, beamlines=("bl01-mx",))
    body = {"proposalId": 1, "beamLineName": "BL01-MX", **times(begin=24 * 200)}
    assert instrument.send("POST", "/sessions", body).status_code == 201
    elsewhere = instrument.send("POST", "/sessions", {**body, "beamLineName": "BL02-SSX"})
    assert (elsewhere.status_code, "other beamlines" in elsewhere.json["message"]) == (403, True)
    taken = instrument.send("POST", "/sessions", {**body, "visit_number": 5})  # one of BL02-SSX
    assert (taken.status_code, "already" in taken.json["message"]) == (403, True)


def test_people_change_remarks_and_nothing_else(written):
    assert written.open("PATCH", "/sessions/3", "member", json={"comments": "icy"}).json["comments"] == "icy"
    assert written.open("PATCH", "/sessions/3", "member", json={"nbShifts": 30}).status_code == 403
    assert written.open("PATCH", "/sessions/3", "outsider", json={"comments": "x"}).status_code == 404
    assert written.open("PATCH", "/sessions/3", "staff", json={"nbShifts": 4}).json["nbShifts"] == 4


def test_session_does_not_end_before_it_begins(written):
    answer = written.open("PATCH", "/sessions/3", "admin", json={"endDate": "2001-01-01T00:00:00"})
    assert (answer.status_code, set(answer.json["errors"])) == (422, {"endDate"})
