"""Composite writes while servers are killed, the database dies and the network is cut: each is there once, whole, or not at all.

Clients do what they are told to do: they repeat a request that was not answered, with the same Idempotency-Key.
"""

import contextlib
import http.client
import itertools
import json
import os
import random
import signal
import threading
import time

import pytest

from ispyb_api import demo, demonstration, paths
from ispyb_api import settings as configuration
from ispyb_api.app import PREFIX, create_app, engine_of
from ispyb_api.db import migrate
from tests.bench import serve
from tests.support import pipelines
from tests.support.cable import Cable
from tests.support.instrument import Instrument
from tests.support.mariadb import OwnServer
from tests.support.rows import Rows
from tests.support.sites import Site

WRITES = int(os.environ.get("ISPYB_TEST_KILLED_WRITES", "500"))
WRITERS, SECONDS, CELLS = 6, 45, 40
CELL = {"a": 78.5, "b": 79.0, "c": 38.25, "alpha": 90.0, "beta": 90.0, "gamma": 90.5}
EVENTS = [
    {"type": kind, "offset": 0.0, "duration": 1e-5} for kind in ("XrayExposure", "XrayDetection", "LaserExcitation")
]


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    server = OwnServer(tmp_path_factory.mktemp("server"))
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def site(database, tmp_path_factory):
    """The demo facility on the server, as this process sees it: past the cable."""
    folder = tmp_path_factory.mktemp("site")
    overrides = {**demonstration.settings(folder), "database.url": database.url("ispyb")}
    settings = configuration.load(environ={}, overrides=overrides)
    engine = engine_of(settings)
    migrate.migrate(engine, paths.MIGRATIONS)
    demo.fill(engine, paths.DEMO, folder / "files")
    return Site("mariadb", settings.database.url, settings, create_app(settings))


@pytest.fixture(scope="module")
def cable(database):
    between = Cable(database.port)
    yield between
    between.remove()


@pytest.fixture(scope="module")
def server(site, cable, tmp_path_factory):
    folder = tmp_path_factory.mktemp("served")
    serve.write_settings(folder / "settings.toml", f"mysql://root@127.0.0.1:{cable.port}/ispyb")
    with serve.running(folder / "settings.toml", 2, folder / "log") as running:
        yield running


class Writer:
    """Sends requests, each until it is answered."""

    def __init__(self, port, headers, until):
        self._port, self._headers, self._until = port, headers, until
        self.statuses, self.repeated = [], 0

    def send(self, path, body, key):
        """Return the answer to a request; None if there was none in time."""
        headers = {**self._headers, "Content-Type": "application/json", "Idempotency-Key": key}
        text = json.dumps(body)
        while time.monotonic() < self._until:
            with contextlib.suppress(OSError, http.client.HTTPException):
                client = http.client.HTTPConnection("127.0.0.1", self._port, timeout=5)
                try:
                    client.request("POST", f"{PREFIX}{path}", text, headers)
                    answer = client.getresponse()
                    given = answer.read()
                finally:
                    client.close()
                self.statuses.append(answer.status)
                if answer.status < 300:
                    return json.loads(given)
                if answer.status != 503:
                    raise AssertionError((path, answer.status, given))
            self.repeated += 1
            time.sleep(random.uniform(0.02, 0.2))
        return None


def work(writer, number, sweeps, group, tell, numbers):
    """Record collections, processings and cells, in turn, until all are written; ``tell`` hears what was acknowledged."""
    result = writer.send(
        "/ssx/datacollection/processing/results",
        {"dataCollectionId": sweeps[number], "indexingType": "Final"},
        f"result-{number}",
    )
    for place in numbers:
        word, kind = f"w{place:05}", ("collection", "processing", "cells")[place % 3]
        if kind == "collection":
            chains = {"SSXDataCollection": {"experimentName": word}, "event_chains": [{"name": word, "events": EVENTS}]}
            path, body = "/datacollections", {"dataCollectionGroupId": group, "imagePrefix": word, **chains}
        elif kind == "processing":
            path, body = "/processings", {**pipelines.six_sweeps(sweeps), "processingPrograms": word}
        else:
            path = f"/ssx/datacollection/processing/results/{result['ssxProcessingResultId']}/cells"
            body = [{**CELL, "imageNumber": place}] * CELLS
        if writer.send(path, body, word) is None:
            return
        tell(kind, word)


def harm(server, database, cable, is_over):
    """Kill workers, cut the cable, kill the database, at random and again and again; return how often."""
    done = dict.fromkeys(("worker killed", "cable cut", "database killed"), 0)
    for turn in itertools.count(1):
        if is_over.wait(random.uniform(0.1, 0.6)):
            return done
        if turn % 10 == 5:
            database.kill()
            time.sleep(0.3)
            database.start()
            done["database killed"] += 1
        elif turn % 3 == 0:
            cable.cut()
            time.sleep(random.uniform(0.01, 0.3))
            cable.mend()
            done["cable cut"] += 1
        elif workers := server.workers():
            with contextlib.suppress(ProcessLookupError):
                os.kill(random.choice(workers), signal.SIGKILL)
                done["worker killed"] += 1
    return done


@pytest.fixture(scope="module")
def told(site, server, database, cable):
    """What the writers were told while harm was done: {kind: [words]}, and how often harm was done."""
    rows, until = Rows(site), time.monotonic() + SECONDS
    sweeps, group = [rows.collection() for _ in range(6)], rows.group()
    headers = Instrument(site).headers
    acknowledged, lock, numbers = (
        {"collection": [], "processing": [], "cells": []},
        threading.Lock(),
        iter(range(WRITES)),
    )

    def tell(kind, word):
        with lock:
            acknowledged[kind].append(word)

    def next_numbers():
        while True:
            with lock:
                number = next(numbers, None)
            if number is None:
                return
            yield number

    writers = [Writer(server.port, headers, until) for _ in range(WRITERS)]
    threads = [
        threading.Thread(target=work, args=[writer, number, sweeps, group, tell, next_numbers()])
        for number, writer in enumerate(writers)
    ]
    is_over, harmed, began = threading.Event(), [], time.monotonic()
    harming = threading.Thread(target=lambda: harmed.append(harm(server, database, cable, is_over)))
    for thread in (*threads, harming):
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.monotonic() - began
    is_over.set()
    harming.join()
    statuses = {status for writer in writers for status in writer.statuses}
    written = sum(map(len, acknowledged.values()))
    print(
        f"{written} of {WRITES} writes acknowledged in {seconds:.0f} s, {sum(w.repeated for w in writers)} repeats: {harmed[0]}"
    )
    return acknowledged, harmed[0], statuses, sweeps


def test_harm_was_done_and_nobody_was_told_of_a_fault(told):
    acknowledged, harmed, statuses, _ = told
    assert min(harmed.values()) > 0, harmed
    assert sum(map(len, acknowledged.values())) > WRITES // 4, harmed
    assert statuses <= {200, 201, 503}


def test_collections_are_there_once_and_whole(site, told):
    found = site.ask(
        "SELECT d.imagePrefix AS word, COUNT(DISTINCT d.dataCollectionId) AS rows_, COUNT(DISTINCT x.dataCollectionId) AS parts,"
        " COUNT(DISTINCT c.eventChainId) AS chains, COUNT(DISTINCT e.eventId) AS events FROM DataCollection d"
        " LEFT JOIN SSXDataCollection x ON x.dataCollectionId = d.dataCollectionId AND x.experimentName = d.imagePrefix"
        " LEFT JOIN EventChain c ON c.dataCollectionId = d.dataCollectionId LEFT JOIN Event e ON e.eventChainId = c.eventChainId"
        " WHERE d.imagePrefix LIKE 'w0%%' GROUP BY d.imagePrefix"
    )
    assert {tuple(row.values())[1:] for row in found} == {(1, 1, 1, 3)}
    assert set(told[0]["collection"]) <= {row["word"] for row in found}


def test_processings_are_there_once_and_whole(site, told):
    whole = pipelines.six_sweeps(range(6))
    found = site.ask(
        "SELECT p.processingPrograms AS word, COUNT(DISTINCT p.autoProcProgramId) AS rows_,"
        " COUNT(DISTINCT i.autoProcIntegrationId) AS integrations, COUNT(DISTINCT s.autoProcScalingId) AS scalings,"
        " COUNT(DISTINCT t.autoProcScalingStatisticsId) AS shells, COUNT(DISTINCT f.autoProcProgramAttachmentId) AS files"
        " FROM AutoProcProgram p LEFT JOIN AutoProcIntegration i ON i.autoProcProgramId = p.autoProcProgramId"
        " LEFT JOIN AutoProc a ON a.autoProcProgramId = p.autoProcProgramId"
        " LEFT JOIN AutoProcScaling s ON s.autoProcId = a.autoProcId"
        " LEFT JOIN AutoProcScalingStatistics t ON t.autoProcScalingId = s.autoProcScalingId"
        " LEFT JOIN AutoProcProgramAttachment f ON f.autoProcProgramId = p.autoProcProgramId"
        " WHERE p.processingPrograms LIKE 'w0%%' GROUP BY p.processingPrograms"
    )
    scalings, files = len(whole["AutoProcScaling"]), len(whole["AutoProcProgramAttachment"])
    assert {tuple(row.values())[1:] for row in found} == {(1, 6, scalings, 3 * scalings, files)}
    assert set(told[0]["processing"]) <= {row["word"] for row in found}


def test_cells_are_there_once_and_counted(site, told):
    found = site.ask(
        "SELECT imageNumber, COUNT(*) AS cells FROM api_serial_cell WHERE imageNumber < %s GROUP BY imageNumber", WRITES
    )
    assert {row["cells"] for row in found} == {CELLS}
    assert {int(word[1:]) for word in told[0]["cells"]} <= {row["imageNumber"] for row in found}
    counted = site.ask(
        "SELECT c.nbCells, COUNT(e.cellNumber) AS cells, MAX(e.cellNumber) AS last FROM api_serial_count c"
        " JOIN api_serial_cell e ON e.ssxProcessingResultId = c.ssxProcessingResultId GROUP BY c.ssxProcessingResultId, c.nbCells"
    )
    assert counted
    assert all(row["nbCells"] == row["cells"] == row["last"] for row in counted)


def test_each_write_is_on_record_once(site, told):
    for action, column, kind in (
        ("collection added", "imagePrefix", "collection"),
        ("processing added", "processingPrograms", "processing"),
    ):
        found = site.ask(
            f'SELECT REGEXP_SUBSTR(detail, \'"{column}": "w0[0-9]+\') AS word, COUNT(*) AS times FROM api_activity'
            " WHERE action = %s GROUP BY word",
            action,
        )
        times = {row["word"][-6:]: row["times"] for row in found if row["word"]}
        assert set(times.values()) == {1}
        assert set(told[0][kind]) <= set(times)
