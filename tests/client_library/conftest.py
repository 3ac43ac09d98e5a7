"""A server on a loopback port that stops, starts again, and loses answers when a test says so."""

import contextlib
import json
import socket
import threading

import pytest
from werkzeug.serving import make_server

from ispyb_api.client import Client
from tests.support import sites


class Server:
    """Serves a site at one address; ``requests`` are those that came, as ``POST /dewars``."""

    def __init__(self, site):
        self.site, self.requests = site, []
        self._port, self._running = 0, None
        self._lose, self._answer, self._held, self._go = 0, [], None, threading.Event()
        self._listening = []
        self.start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self._port}"

    def start(self):
        self._running = make_server("127.0.0.1", self._port, self._serve, threaded=True, request_handler=sites.Quiet)
        self._port = self._running.server_port
        threading.Thread(target=self._running.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def stop(self):
        if self._running is not None:
            self._running.shutdown()
            self._running.server_close()
            self._running = None

    def lose_answers(self, number=1):
        """Do what the next requests that write want, and cut the line before they are answered."""
        self._lose = number

    def hold_answers(self):
        """Do what requests that write want, and keep the answers back; return an event that tells of the first."""
        self._held = threading.Event()
        self._go.clear()
        return self._held

    def let_go(self):
        """Answer again, those too who wait."""
        self._held = None
        self._go.set()

    def cut(self):
        """Cut the lines of those who listen."""
        for line in self._listening:
            line.shutdown(socket.SHUT_RDWR)
        self._listening.clear()

    def answer_next(self, status, times=1):
        """Answer the next requests below the API with a status, in place of the site."""
        self._answer += [status] * times

    def _serve(self, environ, start_response):
        path = environ["PATH_INFO"].removeprefix("/ispyb/api/v1")
        self.requests.append(f"{environ['REQUEST_METHOD']} {path}")
        if path.endswith("/stream"):
            self._listening.append(environ["werkzeug.socket"])
        if self._answer and not path.startswith("/auth/"):
            body = json.dumps({"code": "made_up", "message": "As the test says."}).encode()
            start_response(
                f"{self._answer.pop(0)} Made up", [("Content-Type", "application/json"), ("Retry-After", "0")]
            )
            return [body]
        answered = self.site.app(environ, start_response)
        writes = environ["REQUEST_METHOD"] == "POST" and not path.startswith("/auth/")
        if writes and self._held is not None:
            self._held.set()
            self._go.wait(30)
        if writes and self._lose:
            self._lose -= 1
            list(answered)
            environ["werkzeug.socket"].shutdown(socket.SHUT_RDWR)
        return answered


@pytest.fixture
def server(written, eventually):
    opened = Server(written)
    yield opened
    opened.stop()
    hub = written.app.extensions["ispyb_api"].live
    hub.closing.set()  # who listened is gone, which the server would notice in a while only
    assert eventually(lambda: not hub.listeners)
    hub.closing.clear()


@pytest.fixture
def client(server, tmp_path):
    """``client(spool=True, ...)``: a client of the server, as pi, quick to try again."""
    with contextlib.ExitStack() as opened:

        def make(*, spool=False, **more):
            given = {"login": "pi", "password": "demo-pi", "interval": 0.1, "timeout": 10, **more}
            folder = tmp_path / "spool" if spool else None
            return opened.enter_context(Client(server.url, spool=folder, **given))

        yield make


@pytest.fixture
def codes(written):
    """``codes("w")``: the codes of the dewars that begin so, in the order in which they were made."""

    def codes(beginning):
        rows = written.ask("SELECT code FROM Dewar WHERE code LIKE %s ORDER BY dewarId", f"{beginning}%")
        return [row["code"] for row in rows]

    return codes


@pytest.fixture
def eventually():
    """``eventually(lambda: ...)``: wait until something is true, ten seconds at most."""

    def eventually(is_so):
        for _ in range(200):
            if is_so():
                return True
            threading.Event().wait(0.05)
        return False

    return eventually
