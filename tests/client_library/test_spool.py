"""The spool: the server goes, programs are killed, and every write arrives once, in its order."""

import logging
import os
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from ispyb_api.client import Client, IspybError, Later, Spool
from tests.client_library.test_writing import dewar

ROOT = Path(__file__).parents[2]


def test_what_is_written_while_the_server_is_away_comes_later_in_order(client, server, codes, eventually):
    opened = client(spool=True)
    assert not opened.post("/dewars", dewar("sp-a0")).spooled
    server.stop()
    sent = [opened.post("/dewars", dewar(f"sp-a{number}")) for number in range(1, 10)]
    assert all(each.spooled for each in sent)
    assert [entry.body["code"] for entry in opened.spool.waiting()] == [f"sp-a{number}" for number in range(1, 10)]
    server.start()
    assert eventually(lambda: not opened.spool.waiting())
    assert codes("sp-a") == [f"sp-a{number}" for number in range(10)]
    assert not opened.post("/dewars", dewar("sp-a99")).spooled


def test_nobody_waits_for_a_server_that_is_known_to_be_away(client, server, monkeypatch):
    opened = client(spool=True, interval=60)
    server.stop()
    opened.post("/dewars", dewar("sp-b1"))
    monkeypatch.setattr("time.sleep", lambda _: pytest.fail("waited"))
    assert [opened.post("/dewars", dewar(f"sp-b{number}")).spooled for number in (2, 3)] == [True, True]


def test_nobody_waits_until_what_came_together_is_delivered(client, server, codes, eventually):
    opened = client(spool=True, interval=60)
    server.stop()
    for number in range(30):
        opened.post("/dewars", dewar(f"sp-l{number:02}"))
    opened.close()
    server.start()
    following = client(spool=True, interval=60)
    assert following.post("/dewars", dewar("sp-l30")).spooled
    assert codes("sp-l") == []
    assert following.deliver() == 31
    assert codes("sp-l") == [f"sp-l{number:02}" for number in range(31)]


def test_the_next_client_delivers_what_the_last_one_left(client, server, codes, eventually):
    first = client(spool=True)
    server.stop()
    first.post("/dewars", dewar("sp-c1"))
    first.close()
    server.start()
    second = client(spool=True)
    assert eventually(lambda: not second.spool.waiting())
    assert codes("sp-c") == ["sp-c1"]


def test_writes_name_answers_that_are_to_come(client, server, written, codes):
    opened = client(spool=True, interval=60)
    server.stop()
    made = opened.post("/dewars", dewar("sp-d1"), key="dewar-d/1;")
    assert isinstance(made["dewarId"], Later)
    opened.patch(f"/dewars/{made['dewarId']}", {"comments": "sent on"})
    puck = opened.post("/containers", {"dewarId": made["dewarId"], "code": "sp-d-puck", "containerType": "Unipuck"})
    rows = [{"name": "sp-d-s1", "location": "1", "acronym": "BIFA"}]
    samples = opened.post(f"/containers/{puck['containerId']}/samples", rows)
    opened.patch(f"/samples/{samples.at('results', 0, 'blSampleId')}", {"comments": "thin"})
    server.start()
    assert opened.deliver() == 5
    assert codes("sp-d") == ["sp-d1"]
    found = written.get("/samples?search=sp-d-s1", login="pi").json["results"][0]
    assert (found["comments"], found["Container"]["code"]) == ("thin", "sp-d-puck")
    assert written.get(f"/dewars/{found['Container']['dewarId']}", login="pi").json["comments"] == "sent on"


def test_a_write_that_is_refused_later_makes_way_and_says_why(client, server, codes, caplog):
    opened = client(spool=True, interval=60)
    server.stop()
    wrong = opened.post("/dewars", {"shippingId": 3, "colour": "blue"})
    opened.post("/containers", {"dewarId": wrong["dewarId"], "code": "sp-e-puck", "containerType": "Unipuck"})
    opened.post("/dewars", dewar("sp-e1"))
    server.start()
    with caplog.at_level(logging.ERROR, logger="ispyb_api.client"):
        assert opened.deliver() == 3
    assert codes("sp-e") == ["sp-e1"]
    refused, dependent = opened.spool.aside()
    assert (refused.key, refused.error.code, set(refused.error.errors)) == (wrong.key, "invalid", {"code", "colour"})
    assert (dependent.path, dependent.error.code) == ("/containers", "depends")
    assert "POST /dewars was refused and set aside" in caplog.text
    assert "colour" in caplog.text
    assert server.requests.count("POST /dewars") == 2


def test_what_was_set_aside_is_tried_again_or_forgotten(client, server, codes):
    opened = client(spool=True, interval=60)
    server.stop()
    opened.post("/dewars", dewar("sp-f1"))
    opened.post("/dewars", {"shippingId": 3})
    server.start()
    server.answer_next(403)
    opened.deliver()
    first, second = opened.spool.aside()
    opened.spool.again(first.number)
    opened.spool.forget(second.number)
    assert opened.deliver() == 1
    assert codes("sp-f") == ["sp-f1"]
    assert (opened.spool.aside(), opened.spool.waiting()) == ([], [])


def test_what_names_the_answer_of_a_write_that_was_set_aside_is_delivered_after_it(client, server, codes):
    """As when somebody lacked a right, and has it now: nothing has to be written anew."""
    opened = client(spool=True, interval=60)
    server.stop()
    made = opened.post("/dewars", dewar("sp-x1"))
    opened.post("/containers", {"dewarId": made["dewarId"], "code": "sp-x-puck", "containerType": "Unipuck"})
    server.start()
    server.answer_next(403)
    opened.deliver()
    for entry in opened.spool.aside():
        opened.spool.again(entry.number)
    assert opened.deliver() == 2
    assert (codes("sp-x"), opened.spool.aside()) == (["sp-x1"], [])
    puck = opened.post("/containers", {"dewarId": made["dewarId"], "code": "sp-x-puck2", "containerType": "Unipuck"})
    assert not puck.spooled, "the program still has the name of the answer"


def test_a_write_whose_key_was_used_for_another_gets_a_key_of_its_own(client, server, codes):
    client().post("/dewars", dewar("sp-y1"), key="sp-y")
    opened = client(spool=True, interval=60)
    server.stop()
    opened.post("/dewars", dewar("sp-y2"), key="sp-y")
    server.start()
    opened.deliver()
    (clash,) = opened.spool.aside()
    opened.spool.again(clash.number)
    assert opened.deliver() == 1
    assert codes("sp-y") == ["sp-y1", "sp-y2"]


def test_a_fault_of_the_server_does_not_stop_the_others_for_ever(client, server, codes):
    opened = client(spool=True, interval=60, tries=1)
    server.stop()
    opened.post("/dewars", dewar("sp-g1"))
    opened.post("/dewars", dewar("sp-g2"))
    server.start()
    server.answer_next(500, times=20)
    for _ in range(19):
        with pytest.raises(IspybError):
            opened.deliver()
    assert opened.deliver() == 2
    assert codes("sp-g") == ["sp-g2"]
    assert [entry.error.status for entry in opened.spool.aside()] == [500]


def test_a_wrong_password_loses_nothing(client, server, codes, tmp_path):
    opened = client(spool=True, interval=60, password="guessed")
    assert opened.post("/dewars", dewar("sp-h1")).spooled
    with pytest.raises(IspybError, match="unauthenticated"):
        opened.deliver()
    opened.close()
    assert client(spool=True, interval=60).deliver() == 1
    assert codes("sp-h") == ["sp-h1"]


def test_the_spool_of_one_server_is_not_anothers(client, tmp_path):
    client(spool=True)
    with pytest.raises(ValueError, match="is the spool of"):
        Client("http://127.0.0.1:9", token="x", spool=tmp_path / "spool")


def test_a_spool_that_cannot_be_written_is_told(client, tmp_path, server):
    opened = client(spool=True)
    with sqlite3.connect(tmp_path / "spool" / "spool.db") as file:
        file.execute("ALTER TABLE entry RENAME TO lost")
    with pytest.raises(IspybError, match="spool cannot be used") as caught:
        opened.post("/dewars", dewar("sp-m1"))
    assert (caught.value.code, caught.value.away) == ("spool", False)
    assert "POST /dewars" not in server.requests
    (tmp_path / "spool" / "spool.db").write_bytes(b"no database at all, but long enough for one" * 100)
    with pytest.raises(IspybError, match="spool cannot be used"):
        client(spool=True)


def test_answers_are_kept_for_a_week(client, tmp_path, monkeypatch):
    opened = client(spool=True)
    made = opened.post("/dewars", dewar("sp-i1"))
    url = opened._transport.url
    opened.close()
    assert Spool(tmp_path / "spool", url).answer(made.key)["code"] == "sp-i1"
    monkeypatch.setattr("time.time", lambda: 4e9)
    with pytest.raises(KeyError):
        Spool(tmp_path / "spool", url).answer(made.key)


def test_many_writers_of_one_spool_deliver_each_write_once(client, server, codes, eventually):
    clients = [client(spool=True), client(spool=True)]
    server.stop()

    def write(number):
        for turn in range(10):
            clients[number % 2].post("/dewars", dewar(f"sp-j-{number}-{turn}"))
            if (number, turn) == (0, 5):
                server.start()

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert eventually(lambda: not clients[0].spool.waiting())
    found = codes("sp-j-")
    assert len(found) == len(set(found)) == 40
    for number in range(4):
        mine = [code for code in found if code.startswith(f"sp-j-{number}-")]
        assert mine == sorted(mine)


# --- killed

PROGRAM = """
import sys
from ispyb_api.client import Client

client = Client(sys.argv[1], login="pi", password="demo-pi", spool=sys.argv[2], interval=60, tries=1)
for number in range(5):
    client.post("/dewars", {"shippingId": 3, "code": f"sp-k{number}"})
    print(number, flush=True)
    if number == 2:
        sys.stdin.readline()
"""


def test_a_program_that_is_killed_between_sending_and_the_answer_has_written_once(
    client, server, codes, tmp_path, eventually
):
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", PROGRAM, server.url, str(tmp_path / "spool")]
    with subprocess.Popen(command, env=environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        for _ in range(3):
            program.stdout.readline()
        held = server.hold_answers()
        program.stdin.write("go on\n")
        program.stdin.flush()
        assert held.wait(20)  # the server has done it, and has not said so
        program.kill()
    assert codes("sp-k") == [f"sp-k{number}" for number in range(4)]
    server.let_go()
    opened = client(spool=True, interval=60)
    assert [entry.body["code"] for entry in opened.spool.waiting()] == ["sp-k3"]
    assert opened.deliver() == 1
    assert codes("sp-k") == [f"sp-k{number}" for number in range(4)]
