"""The Java server, and others, write to the same rows at the same time: nothing of theirs is lost, and nothing fails."""

import contextlib
import json
import logging
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from ispyb_api.compat.java_rest.service_pucks import Pucks
from ispyb_api.compat.java_rest.service_shipping import Parcels

MX415 = "/proposal/mx415"
LYSO = {"proteinVO": {"proteinId": 1, "acronym": "LYSO"}}


@pytest.fixture
def java(java_written):
    java_written.token("pi")
    return java_written


@pytest.fixture
def away(java, caplog):
    """``away("UPDATE ...", 1)``: another program's connection, which commits at once."""
    caplog.set_level(logging.ERROR)
    yield lambda *statement: loosely(java.site, *statement)
    assert [each.getMessage() for each in caplog.records if each.name.startswith("ispyb_api")] == []


def loosely(site, *statement):
    sql, *values = statement
    with site.database.engine.raw() as raw:
        cursor = raw.cursor()
        if site.name == "mariadb":
            cursor.execute("SET SESSION sql_mode = ''")
        cursor.execute(sql if site.name == "mariadb" else sql.replace("%s", "?"), values)
        raw.commit()


@pytest.fixture
def puck(java):
    """The path and the content of a new container with two samples."""
    form = {"shippingId": "", "name": "Alongside", "sendingLabContactId": "1", "returnLabContactId": "-1"}
    shipping = posted(java, f"{MX415}/shipping/save", form)["shippingId"]
    path = f"{MX415}/shipping/{shipping}"
    dewar = posted(java, f"{path}/dewar/save", {"code": "D1"})["dewarVOs"][0]["dewarId"]
    made = java.get(f"{path}/dewar/{dewar}/containerType/Unipuck/capacity/16/container/add", "pi").json
    here = f"{path}/dewar/{dewar}/puck/{made['containerId']}"
    return here, save(java, here, {**made, "sampleVOs": [sample("a", 1), sample("b", 2)]})


def sample(name, location):
    return {"name": f"{name}{time.monotonic_ns()}", "location": str(location), "crystalVO": LYSO}


def posted(java, path, form):
    answer = java.open("POST", path, "pi", data=form)
    assert answer.status_code == 200, answer.text
    return answer.json


def save(java, path, puck):
    return posted(java, f"{path}/save", {"puck": json.dumps(puck)})


def row(java, table, key, number):
    return java.site.ask(f"SELECT * FROM {table} WHERE {key} = %s", number)[0]


def test_what_no_form_holds_stays_as_the_other_program_left_it(java, away, puck):
    path, read = puck
    container, first = read["containerId"], read["sampleVOs"][0]["blSampleId"]
    away("UPDATE Container SET containerStatus = 'in the robot', sessionId = 3 WHERE containerId = %s", container)
    away(
        "UPDATE BLSample SET blSampleStatus = 'mounted', loopType = NULL, isInSampleChanger = 1 WHERE blSampleId = %s",
        first,
    )
    read["sampleVOs"][0]["comments"] = "from the form"
    saved = save(java, path, read)
    assert saved["sampleVOs"][0]["comments"] == "from the form"
    kept = row(java, "Container", "containerId", container)
    assert (kept["containerStatus"], kept["sessionId"]) == ("in the robot", 3)
    kept = row(java, "BLSample", "blSampleId", first)
    assert (kept["blSampleStatus"], kept["isInSampleChanger"]) == ("mounted", 1)


def test_rows_without_values_and_with_odd_ones_are_read_and_saved_again(java, away, puck):
    path, read = puck
    first, second = (each["blSampleId"] for each in read["sampleVOs"])
    away("UPDATE BLSample SET location = NULL, crystalId = NULL, code = NULL WHERE blSampleId = %s", first)
    away(
        "UPDATE BLSample SET location = '99x', diffractionPlanId = NULL, structureStage = '' WHERE blSampleId = %s",
        second,
    )
    away(
        "UPDATE Container SET capacity = NULL, containerType = NULL, code = NULL WHERE containerId = %s",
        read["containerId"],
    )
    again = java.get(f"{path}/get", "pi").json
    assert (again["capacity"], len(again["sampleVOs"])) == (0, 2)
    answer = java.open("POST", f"{path}/save", "pi", data={"puck": json.dumps(again)})
    assert answer.status_code in (200, 422), answer.text
    assert java.site.ask("SELECT COUNT(*) AS n FROM BLSample WHERE containerId = %s", read["containerId"])[0]["n"] == 2
    whole = {**read, "sampleVOs": [{**each, "location": str(at)} for at, each in enumerate(again["sampleVOs"], 1)]}
    assert [each["blSampleId"] for each in save(java, path, whole)["sampleVOs"]] == [first, second]


def test_a_sample_that_another_program_adds_in_the_middle_stays(java, away, puck, monkeypatch):
    """On SQLite it has to wait until the container is saved."""
    path, read = puck
    added = (
        "INSERT INTO BLSample (containerId, name, location, crystalId) VALUES (%s, 'in between', '9', NULL)",
        read["containerId"],
    )
    with meanwhile(java, monkeypatch, Pucks, "_matched", added) as done:
        save(java, path, read)
    assert done.result(timeout=60) is None
    names = [each["name"] for each in java.get(f"{path}/get", "pi").json["sampleVOs"]]
    assert "in between" in names
    assert len(names) == 3


def test_a_place_that_another_program_gives_in_the_middle_stays(java, away, puck, monkeypatch):
    path, read = puck
    moved = (
        "UPDATE Container SET sampleChangerLocation = '7', containerStatus = NULL WHERE containerId = %s",
        read["containerId"],
    )
    read["sampleVOs"][1]["comments"] = "while it moved"
    with meanwhile(java, monkeypatch, Pucks, "_matched", moved) as done:
        save(java, path, read)
    assert done.result(timeout=60) is None
    kept = java.get(f"{path}/get", "pi").json
    assert (kept["sampleChangerLocation"], kept["sampleVOs"][1]["comments"]) == ("7", "while it moved")


@pytest.mark.parametrize("gone", ["BLSample", "Container"])
def test_what_another_program_removes_in_the_middle_is_no_failure(java, away, puck, monkeypatch, gone):
    path, read = puck
    number = read["containerId"]
    read["sampleVOs"][0]["comments"] = "too late"
    removed = [("DELETE FROM BLSample WHERE containerId = %s", number)]
    removed += [("DELETE FROM Container WHERE containerId = %s", number)] if gone == "Container" else []
    with meanwhile(java, monkeypatch, Pucks, "_matched", *removed) as done:
        answer = java.open("POST", f"{path}/save", "pi", data={"puck": json.dumps(read)})
    assert done.result(timeout=60) is None
    assert answer.status_code in (200, 404, 409, 422), answer.text
    assert java.get(f"{path}/get", "pi").status_code == 200


@contextlib.contextmanager
def meanwhile(java, monkeypatch, owner, method, *statements):
    """Let another connection write between what ``method`` of ours reads and what is written behind it."""
    begun, ended = threading.Event(), threading.Event()
    inner = getattr(owner, method)

    def during(self, *arguments):
        found = inner(self, *arguments)
        begun.set()
        ended.wait(timeout=0 if java.site.name == "sqlite" else 1)  # SQLite lets one write at a time
        return found

    def write():
        assert begun.wait(timeout=60)
        for statement in statements:
            loosely(java.site, *statement)
        ended.set()

    with monkeypatch.context() as patch, ThreadPoolExecutor(1) as other:
        patch.setattr(owner, method, during)
        yield other.submit(write)


def test_a_row_that_another_program_holds_is_waited_for(java, away, puck):
    path, read = puck
    if java.site.name == "sqlite":
        pytest.skip("SQLite holds no single rows")
    held = threading.Event()

    def hold():
        with java.site.database.engine.raw() as raw:
            cursor = raw.cursor()
            cursor.execute(
                "UPDATE Container SET containerStatus = 'held' WHERE containerId = %s", (read["containerId"],)
            )
            held.set()
            time.sleep(0.5)
            raw.commit()

    with ThreadPoolExecutor(1) as other:
        waiting = other.submit(hold)
        assert held.wait(timeout=30)
        assert save(java, path, {**read, "sampleChangerLocation": "3"})["sampleChangerLocation"] == "3"
        waiting.result(timeout=30)
    assert row(java, "Container", "containerId", read["containerId"])["containerStatus"] == "held"


def test_one_container_saved_by_many_at_once_holds_each_sample_once(java, away, puck):
    path, read = puck
    more = [*read["sampleVOs"], sample("c", 3), sample("d", 4)]
    form = {"puck": json.dumps({**read, "sampleVOs": more})}
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: java.open("POST", f"{path}/save", "pi", data=form), range(8)))
    assert {each.status_code for each in answers} == {200}, [each.text[:200] for each in answers]
    kept = java.get(f"{path}/get", "pi").json["sampleVOs"]
    assert [(each["name"], each["location"]) for each in kept] == [(each["name"], each["location"]) for each in more]


def test_many_dewars_made_at_once_each_have_a_bar_code(java, away, puck):
    path = puck[0].partition("/dewar/")[0]
    with ThreadPoolExecutor(8) as pool:
        forms = [{"code": f"D{number}"} for number in range(16)]
        answers = list(pool.map(lambda form: java.open("POST", f"{path}/dewar/save", "pi", data=form), forms))
    assert {each.status_code for each in answers} == {200}
    codes = [each["barCode"] for each in java.get(f"{path}/get", "pi").json["dewarVOs"]]
    assert len(codes) == len(set(codes)) == 17
    assert None not in codes


def test_a_status_reaches_every_dewar_while_another_program_writes(java, away, puck, monkeypatch):
    path = puck[0].partition("/dewar/")[0]
    number = puck[1]["containerId"]
    written = (
        "UPDATE Container SET beamlineLocation = 'BL09', sampleChangerLocation = NULL WHERE containerId = %s",
        number,
    )
    with meanwhile(java, monkeypatch, Parcels, "_there", written) as done:
        assert java.get(f"{path}/status/at_ESRF/update", "pi").json == {"setShippingStatus": "ok"}
    assert done.result(timeout=60) is None
    kept = row(java, "Container", "containerId", number)
    assert (kept["containerStatus"], kept["beamlineLocation"]) == ("at_ESRF", "BL09")
