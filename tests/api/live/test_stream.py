"""GET /sessions/{sessionId}/stream: what others write is told, once, and only to who may see it."""

import contextlib
import json
import queue
import threading
import time

import pytest

from ispyb_api.errors import DatabaseUnavailable
from ispyb_api.live import changes, hub
from tests.support.instrument import running_session


@pytest.fixture
def session(written):
    return running_session(written)["sessionId"]


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(hub, "EVERY", 0.05)
    monkeypatch.setattr("ispyb_api.live.routes._SILENCE", 0.2)


class Stream:
    """A stream as a client reads it, in a thread as the server has one for it; ``take`` returns the next event of some kind."""

    def __init__(self, open_):
        self._pieces, self._over, self.last = queue.Queue(), threading.Event(), None
        self._opened = queue.Queue()
        self._thread = threading.Thread(target=self._read, args=(open_,), daemon=True)
        self._thread.start()
        self.status = self._opened.get(timeout=20)

    def _read(self, open_):
        answer = open_()
        self._opened.put(answer.status_code)
        for piece in answer.response:
            self._pieces.put(piece.decode() if isinstance(piece, bytes) else piece)
            if self._over.is_set():
                break
        answer.close()
        self._pieces.put(None)

    def events(self):
        while (piece := self._pieces.get(timeout=20)) is not None:
            fields = dict(line.split(": ", 1) for line in piece.strip().splitlines() if ": " in line)
            if "event" in fields:
                self.last = fields["id"]
                yield fields["event"], json.loads(fields["data"])

    def take(self, kind):
        return next(what for found, what in self.events() if found == kind)

    def rest(self):
        return list(self.events())

    def close(self):
        self._over.set()
        self._thread.join(20)
        assert not self._thread.is_alive()


@pytest.fixture
def listen(written):
    """``listen(session)``: open a stream, which is closed in the end."""
    with contextlib.ExitStack() as opened:

        def open_(session, login="admin", last=None, headers=None, **arguments):
            headers = {**(headers or {}), **({"Last-Event-ID": last} if last else {})}
            path, options = f"/sessions/{session}/stream", {"query_string": arguments, "buffered": False}
            stream = Stream(lambda: written.open("GET", path, login, headers=headers, **options))
            assert stream.status == 200
            opened.callback(stream.close)
            return stream

        yield open_


def collection(instrument, session, **more):
    group = instrument.make("/datacollectiongroups", sessionId=session)["dataCollectionGroupId"]
    return instrument.make("/datacollections", dataCollectionGroupId=group, **more)["dataCollectionId"]


def test_a_new_collection_and_how_it_ends_are_told(listen, instrument, session):
    stream = listen(session)
    assert stream.take("ready") == {}
    number = collection(instrument, session, runStatus="Running", imagePrefix="live")
    told = stream.take("collection")
    assert (told["dataCollectionId"], told["runStatus"], told["imagePrefix"]) == (number, "Running", "live")
    end = {"runStatus": "Data collection successful", "endTime": "2026-01-01T10:00:00"}
    instrument.send("PATCH", f"/datacollections/{number}", end)
    told = stream.take("collection-status")
    assert told == {"dataCollectionId": number, **end}


def test_a_collection_that_was_there_before_is_watched_too(listen, instrument, session):
    number = collection(instrument, session, runStatus="Running")
    stream = listen(session)
    stream.take("ready")
    instrument.send("PATCH", f"/datacollections/{number}", {"runStatus": "Aborted"})
    while (told := stream.take("collection-status"))["dataCollectionId"] != number:
        pass
    assert told["runStatus"] == "Aborted"


def test_runs_of_programs_results_and_movies_are_told(listen, written, instrument, session):
    number = collection(instrument, session)
    stream = listen(session)
    stream.take("ready")
    written.ask(
        "INSERT INTO AutoProcProgram (autoProcProgramId, processingPrograms, dataCollectionId, recordTimeStamp)"
        " VALUES (77001, 'live', %s, '2026-01-01 00:00:00')",
        number,
    )
    told = stream.take("processing")
    assert told == {
        "autoProcProgramId": 77001,
        "dataCollectionId": number,
        "processingPrograms": "live",
        "processingStatus": None,
    }
    written.ask(
        "INSERT INTO AutoProcIntegration (autoProcIntegrationId, dataCollectionId, autoProcProgramId) VALUES (77001, %s, 77001)",
        number,
    )
    assert stream.take("result")["autoProcIntegrationId"] == 77001
    written.ask("UPDATE AutoProcProgram SET processingStatus = '1' WHERE autoProcProgramId = 77001")
    assert stream.take("processing-status")["processingStatus"] == 1
    written.ask(
        "INSERT INTO Movie (movieId, dataCollectionId, movieNumber, createdTimeStamp) VALUES (77001, %s, 7, '2026-01-01 00:00:00')",
        number,
    )
    assert stream.take("movie") == {"movieId": 77001, "movieNumber": 7, "dataCollectionId": number}


def test_a_row_that_is_committed_late_under_a_lower_key_is_told(listen, written, instrument, session):
    group = instrument.make("/datacollectiongroups", sessionId=session)["dataCollectionGroupId"]
    top = written.ask("SELECT MAX(dataCollectionId) AS n FROM DataCollection")[0]["n"]
    stream = listen(session)
    stream.take("ready")
    insert = "INSERT INTO DataCollection (dataCollectionId, dataCollectionGroupId) VALUES (%s, %s)"
    for number in (top + 9, top + 5):
        written.ask(insert, number, group)
        assert stream.take("collection")["dataCollectionId"] == number


def test_what_other_sessions_do_is_not_told(listen, written, instrument, session):
    other = written.ask("SELECT MAX(sessionId) AS n FROM BLSession WHERE sessionId <> %s", session)[0]["n"]
    stream = listen(session, seconds=1)
    collection(instrument, other)
    assert "collection" not in {kind for kind, _ in stream.rest()}


def test_nothing_is_told_twice(listen, instrument, session):
    stream = listen(session, seconds=1)
    number = collection(instrument, session)
    told = [what for kind, what in stream.rest() if kind == "collection"]
    assert [what["dataCollectionId"] for what in told] == [number]


def test_who_comes_back_is_told_what_was_missed(listen, instrument, session):
    first = listen(session)
    first.take("ready")
    number = collection(instrument, session)
    again = listen(session, last=first.last, seconds=0)
    kinds = again.rest()
    assert ("ready", {}) in kinds
    assert number in [what.get("dataCollectionId") for kind, what in kinds if kind == "collection"]


@pytest.mark.parametrize("last", ["nonsense", "1-2-3-4-5", "-", "1-2", "9" * 30])
def test_who_comes_back_too_late_is_told_to_look_again(listen, session, last):
    assert listen(session, last=last, seconds=0).rest() == [("reload", {})]


def test_who_missed_too_much_is_told_to_look_again(listen, instrument, session, monkeypatch):
    monkeypatch.setattr(hub, "MOST_MISSED", 1)
    first = listen(session)
    first.take("ready")
    for _ in range(2):
        collection(instrument, session)
    assert listen(session, last=first.last, seconds=0).rest() == [("reload", {})]


def test_streams_are_for_who_may_see_the_session(written, session):
    path = f"/sessions/{session}/stream?seconds=0"
    assert written.get(path, login="outsider").status_code == 404
    assert written.get("/sessions/2147483647/stream?seconds=0").status_code == 404
    assert written.get(path, login=None).status_code == 401
    assert written.get(path, login="pi").status_code == 200


def test_a_stream_ends_with_the_right_to_it(listen, written, instrument, session, monkeypatch):
    monkeypatch.setattr("ispyb_api.live.routes._RIGHTS", 0.1)
    body = {"name": "watcher", "owner": "admin", "permissions": ["all_proposals"]}
    made = written.open("POST", "/auth/service-tokens", json=body).json
    headers = {"Authorization": f"Bearer {made['token']}"}
    stream = listen(session, None, headers=headers)
    stream.take("ready")
    assert written.open("DELETE", f"/auth/service-tokens/{made['serviceTokenId']}").status_code == 204
    begun = time.monotonic()
    assert stream.rest() == []
    assert time.monotonic() - begun < 10


def test_a_browser_opens_it_with_a_onetime_token(written, session):
    path = f"/sessions/{session}/stream?seconds=0"
    token = written.open("POST", "/user/sign", "pi", json={"validity": path}).json["token"]
    answer = written.get(f"{path}&onetime={token}", login=None)
    assert answer.status_code == 200
    assert "event: ready" in answer.text


def test_more_streams_than_there_may_be_are_sent_away(own_site):
    hub_ = own_site.app.extensions["ispyb_api"].live
    held = [hub_.listen(1) for _ in range(own_site.settings.server.streams)]
    answer = own_site.get("/sessions/1/stream")
    assert answer.status_code == 503
    assert "poll /events" in answer.json["message"]
    for each in held:
        hub_.leave(each)
    assert own_site.get("/sessions/1/stream?seconds=0").status_code == 200


def test_a_listener_that_does_not_read_is_let_go(monkeypatch):
    listener = hub.Listener(1)
    for number in range(hub._BEHIND + 1):
        listener.put(("collection", {"dataCollectionId": number}, "0"))
    assert listener.behind


def test_the_look_costs_the_same_however_many_listen(listen, written, session):
    looks = changes.Changes()
    with written.database.transaction() as tx:
        looks.begin(tx)
    with written.statements() as counted, written.database.transaction() as tx:
        assert list(looks.look(tx)) == []
    assert counted.number <= 5


def test_the_thread_ends_with_the_last_listener(own_site):
    hub_ = own_site.app.extensions["ispyb_api"].live
    listener = hub_.listen(1)
    thread = hub_._thread
    assert thread.is_alive()
    hub_.leave(listener)
    thread.join(5)
    assert not thread.is_alive()


def test_a_database_that_is_away_is_told_once_and_that_it_is_back(listen, written, session, monkeypatch, caplog):
    looking, away = hub.Hub._look, threading.Event()

    def look(self):
        if away.is_set():
            raise DatabaseUnavailable("The database is away.")
        looking(self)

    monkeypatch.setattr(hub.Hub, "_look", look)
    listen(session)
    away.set()
    deadline = time.monotonic() + 20
    while "away" not in caplog.text and time.monotonic() < deadline:
        time.sleep(0.02)
    time.sleep(0.5)  # ten more looks
    away.clear()
    while "back" not in caplog.text and time.monotonic() < deadline:
        time.sleep(0.02)
    assert [record.message for record in caplog.records if record.name == hub.log.name] == [
        "live: The database is away.",
        "live: the database is back",
    ]
