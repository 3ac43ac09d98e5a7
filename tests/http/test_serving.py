"""The servers as they are run: workers, their figures, their logs, and how they stop."""

import concurrent.futures
import contextlib
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.parse
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from ispyb_api import serving

JWT = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJwaSIsImV4cCI6MTcwMDAwMDAwMH0.3rMq1q9fTgRzB4dGZbVQhKQzXo2yqL0aS7xJ5wN8c1U"
PROGRAM = Path(__file__).with_name("served.py")


class Server:
    """A server in a process of its own."""

    def __init__(self, tmp_path, kind="gunicorn", workers=2, **environment):
        self.log_file, self.folder = tmp_path / "log", tmp_path / "tmp"
        self.folder.mkdir()
        with self.log_file.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, PROGRAM, kind, str(workers)],
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                cwd=PROGRAM.parents[2],
                env={**os.environ, "PYTHONPATH": ".", "TMPDIR": str(self.folder), **environment},
            )
        self.url = self.process.stdout.readline().strip()
        self.address = urllib.parse.urlsplit(self.url)

    def get(self, path, headers=None):
        connection = http.client.HTTPConnection(self.address.hostname, self.address.port, timeout=10)
        try:
            connection.request("GET", path, headers=headers or {})
            answer = connection.getresponse()
            answer.text = answer.read().decode()
        finally:
            connection.close()
        return answer

    def stop(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        self.process.communicate(timeout=60)
        return self.process.returncode

    @property
    def lines(self):
        return [json.loads(line) for line in self.log_file.read_text().splitlines()]

    @property
    def figures(self):
        families = text_string_to_metric_families(self.get("/metrics").text)
        return {
            (s.name, *(s.labels[name] for name in sorted(s.labels))): s.value
            for family in families
            for s in family.samples
        }


@contextlib.contextmanager
def running(*args, **environment):
    server = Server(*args, **environment)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.process.kill()
        server.process.communicate()


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """A server of two workers for the tests that leave it running."""
    with running(tmp_path_factory.mktemp("server")) as server:
        yield server


def ask(server, path, often):
    """Ask with four hands; return the pids that answered."""
    with concurrent.futures.ThreadPoolExecutor(4) as hands:
        return {json.loads(answer.text)["pid"] for answer in hands.map(server.get, [path] * often)}


def wait_for(condition):
    until = time.monotonic() + 10
    while not (found := condition()) and time.monotonic() < until:
        time.sleep(0.05)
    return found


def test_loopback_unless_told_otherwise():
    assert serving.Options().host == "127.0.0.1"


def test_whichever_worker_is_asked_tells_the_figures_of_all(tmp_path):
    with running(tmp_path) as server:
        asked, workers = 0, set()
        while len(workers) < 2 and asked < 400:
            workers |= ask(server, "/pid", 8)
            asked += 8
        assert len(workers) == 2
        for _ in range(6):
            found = server.figures
            assert found["ispyb_api_requests_total", "GET", "/pid", "200"] == asked
            assert found["ispyb_api_request_seconds_count", "/pid"] == asked
            assert found["ispyb_api_sql_statements_total", "/pid"] == asked
            assert (found["ispyb_api_pool_connections_in_use",], found["ispyb_api_pool_connections_size",]) == (2, 16)

        dead = workers.pop()
        os.kill(dead, signal.SIGKILL)
        (folder,) = server.folder.glob("ispyb-api-metrics-*")
        assert wait_for(lambda: (folder / "counter_gone.db").exists() and not list(folder.glob(f"*_{dead}.db")))
        assert server.figures["ispyb_api_requests_total", "GET", "/pid", "200"] == asked
        assert wait_for(lambda: server.figures["ispyb_api_pool_connections_size",] == 16)

        assert server.stop() == 0
        assert list(server.folder.glob("ispyb-api-metrics-*")) == []


@pytest.mark.parametrize("kind", ["gunicorn", "waitress"])
def test_stopping_lets_a_request_in_flight_finish(tmp_path, kind):
    with running(tmp_path, kind, 1) as server, concurrent.futures.ThreadPoolExecutor(1) as elsewhere:
        server.get("/pid")
        slow = elsewhere.submit(server.get, "/slow?seconds=0.8")
        time.sleep(0.3)
        assert server.stop(signal.SIGTERM) == 0
        answer = slow.result()
        assert (answer.status, json.loads(answer.text)) == (200, {"slept": True})
        with pytest.raises(ConnectionRefusedError):
            server.get("/pid")
        assert [line["route"] for line in server.lines if line["logger"] == "ispyb_api.access"] == ["/pid", "/slow"]


@pytest.mark.parametrize("kind", ["gunicorn", "waitress"])
def test_interrupting_stops_at_once_and_cleanly(tmp_path, kind):
    with running(tmp_path, kind, 1, HOPS="1") as server:
        forwarded = {
            "X-Forwarded-For": "192.0.2.1, 192.0.2.2",
            "X-Forwarded-Proto": "https",
            "X-Forwarded-Host": "ispyb.example",
        }
        seen = json.loads(server.get("/pid", forwarded).text)
        assert (seen["remote"], seen["url"]) == ("192.0.2.2", "https://ispyb.example/pid")
        assert server.stop(signal.SIGINT) == 0
        assert "Traceback" not in server.log_file.read_text()


def test_nobody_is_believed_unless_proxies_are_set(shared):
    forwarded = {
        "X-Forwarded-For": "192.0.2.1",
        "X-Forwarded-Proto": "https",
        "X-Forwarded-Host": "evil.example",
        "Forwarded": "for=192.0.2.1",
    }
    seen = json.loads(shared.get("/pid", forwarded).text)
    assert (seen["remote"], seen["url"]) == ("127.0.0.1", f"{shared.url}/pid")


def test_the_server_does_not_tell_its_version(shared):
    assert shared.get("/pid").headers["Server"] == "gunicorn"


def test_a_url_beyond_reason_is_414(shared):
    assert shared.get("/" + "a" * 9000).status == 414


def test_no_line_of_a_server_shows_a_token(shared):
    bearer = {"Authorization": f"Bearer {JWT}", "Cookie": f"token={JWT}"}
    for path in (
        f"/pid?onetime={JWT}",
        f"/{JWT}",
        "/broken",
        f"/{JWT}{'a' * 9000}",
        f"/pid?token={JWT}",
        f"/pid/{JWT}/x?password=hunter2",
    ):
        shared.get(path, bearer)
    with socket.create_connection((shared.address.hostname, shared.address.port)) as raw:
        raw.sendall(f"GET /{JWT} NONSENSE/{JWT}\r\nX-Token: {JWT}\r\n\r\n".encode())
        assert b"400" in raw.recv(1000)
    written = shared.log_file.read_text()
    assert "RuntimeError: Bearer [hidden]" in written
    assert JWT[-43:] not in written
    assert "hunter2" not in written
    assert all(line["timestamp"] and line["logger"] and line["level"] and line["message"] for line in shared.lines)


def test_another_server_finds_the_application(tmp_path):
    program = "from ispyb_api.wsgi import app; print(app.test_client().get('/health').json['status'])"
    environment = {
        "ISPYB_DATABASE_URL": f"sqlite:///{tmp_path}/none.db",
        "ISPYB_TOKEN_SECRET": "0" * 32,
        "ISPYB_LOG_LEVEL": "debug",
    }
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env={**os.environ, **environment}
    )
    assert done.stdout == "ok\n"
    assert json.loads(done.stderr.splitlines()[-1])["route"] == "/health"
