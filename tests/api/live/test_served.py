"""Two hundred streams on the server as it is run, beside ordinary requests."""

import contextlib
import http.client
import signal
import time

import pytest

from ispyb_api.app import PREFIX
from tests.support import processes
from tests.support.instrument import Instrument, running_session

STREAMS, THREADS = 200, 2


@pytest.fixture
def server(own_site, tmp_path):
    """The address of a server with one worker and few threads for ordinary requests, and its process."""
    with processes.running(own_site, tmp_path, **{"server.threads": THREADS, "server.streams": STREAMS}) as served:
        yield served


@pytest.fixture
def ask(own_site, server):
    """``ask("/proposals")``: the answer of the server, on a connection of its own that stays open until the end."""
    address, _ = server
    with contextlib.ExitStack() as opened:

        def ask(path):
            connection = http.client.HTTPConnection(address.hostname, address.port, timeout=30)
            opened.callback(connection.close)
            connection.request("GET", f"{PREFIX}{path}", headers=own_site.headers("admin"))
            return opened.enter_context(contextlib.closing(connection.getresponse()))

        yield ask


def until(answer, word):
    """Read lines of a stream until one holds a word."""
    while word not in (line := answer.readline().decode()):
        assert line, f"the stream ended before {word}"


def test_two_hundred_streams_leave_others_their_threads(own_site, server, ask):
    _, process = server
    session = running_session(own_site)["sessionId"]
    streams = [ask(f"/sessions/{session}/stream") for _ in range(STREAMS)]
    assert {each.status for each in streams} == {200}
    for each in streams:
        until(each, "event: ready")
    assert ask(f"/sessions/{session}/stream").status == 503
    took = []
    for _ in range(10):
        begun = time.monotonic()
        assert ask("/proposals").status == 200
        took.append(time.monotonic() - begun)
    assert sorted(took)[5] < 1
    instrument = Instrument(own_site)
    group = instrument.make("/datacollectiongroups", sessionId=session)["dataCollectionGroupId"]
    instrument.make("/datacollections", dataCollectionGroupId=group)
    for each in streams:
        until(each, "event: collection")
    process.send_signal(signal.SIGTERM)
    begun = time.monotonic()
    process.wait(timeout=30)
    assert time.monotonic() - begun < 10, "streams end when they are told, not when patience does"
