"""The figures at /metrics."""

import os
import struct
import subprocess
import sys
import timeit

import pytest
from prometheus_client import values
from prometheus_client.parser import text_string_to_metric_families

from ispyb_api.db import meter
from ispyb_api.http import metrics, requests


def figures(text):
    """Return {(sample, labels...): value}."""
    families = text_string_to_metric_families(text)
    return {
        (s.name, *(s.labels[name] for name in sorted(s.labels))): s.value for family in families for s in family.samples
    }


@pytest.fixture
def client(bare):
    def made(**options):
        requests.register(bare)
        metrics.register(bare, **options)

        @bare.get("/things/<int:number>")
        def thing(number):
            with meter.statement():
                return {}

        return bare.test_client()

    return made


def test_requests_are_counted_by_route_and_status(client):
    client = client(mode="open")
    for path in ("/things/1", "/things/2", "/things/x", "/none"):
        client.get(path)
    client.open("/things/1", method="INVENTED")
    found = figures(client.get("/metrics").text)
    assert found["ispyb_api_requests_total", "GET", "/things/<int:number>", "200"] == 2
    assert found["ispyb_api_requests_total", "GET", "unknown", "404"] == 2
    assert found["ispyb_api_requests_total", "OTHER", "unknown", "405"] == 1
    assert found["ispyb_api_request_seconds_count", "/things/<int:number>"] == 2
    assert found["ispyb_api_request_seconds_bucket", "1.0", "/things/<int:number>"] == 2
    assert found["ispyb_api_sql_statements_total", "/things/<int:number>"] == 2
    assert 0 < found["ispyb_api_sql_seconds_total", "/things/<int:number>"] < 1


def test_no_path_of_a_stranger_becomes_a_label(client):
    client = client(mode="open")
    for number in range(50):
        client.get(f"/scan/{number}")
    text = client.get("/metrics").text
    assert "scan" not in text
    assert figures(text)["ispyb_api_requests_total", "GET", "unknown", "404"] == 50


def test_the_pool_is_shown_as_it_is(client):
    state = [(3, 8)]
    client = client(mode="open", pool=lambda: state[-1])
    assert figures(client.get("/metrics").text)["ispyb_api_pool_connections_in_use",] == 3
    state.append((0, 8))
    found = figures(client.get("/metrics").text)
    assert (found["ispyb_api_pool_connections_in_use",], found["ispyb_api_pool_connections_size",]) == (0, 8)


def test_off_is_not_there(client):
    assert client(mode="off").get("/metrics").status_code == 404


@pytest.mark.parametrize(
    "given", [None, "", "Bearer", "Bearer ", "Bearer wrong", "Bearer s3cre", "Basic s3cret", "s3cret", "Bearer é"]
)
def test_the_token_is_required(client, given):
    headers = {} if given is None else {"Authorization": given.encode().decode("latin-1")}
    answer = client(mode="token", token="s3cret").get("/metrics", headers=headers)
    assert (answer.status_code, answer.json["code"]) == (401, "unauthenticated")
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert "ispyb_api" not in answer.text


def test_the_right_token_opens(client):
    answer = client(mode="token", token="s3cret").get("/metrics", headers={"Authorization": "bearer s3cret"})
    assert answer.status_code == 200


def test_an_empty_token_opens_nothing(client):
    assert client(mode="token", token="").get("/metrics", headers={"Authorization": "Bearer "}).status_code == 401


def test_openmetrics_for_those_who_ask(client):
    answer = client(mode="open").get("/metrics", headers={"Accept": "application/openmetrics-text; version=1.0.0"})
    assert answer.content_type.startswith("application/openmetrics-text")
    assert answer.text.endswith("# EOF\n")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Share figures in a folder, as several workers do."""
    monkeypatch.setattr(values, "ValueClass", values.ValueClass)
    monkeypatch.setenv(metrics.FOLDER, str(tmp_path))
    return tmp_path


def test_what_a_dead_worker_counted_is_kept_in_one_place(client, folder):
    client = client(mode="open", pool=lambda: (2, 8))
    client.get("/things/1")
    program = """
import flask
from ispyb_api.http import metrics, requests
app = flask.Flask("worker")
requests.register(app)
metrics.register(app, mode="open", pool=lambda: (5, 8))
app.add_url_rule("/things/<int:number>", view_func=lambda number: {})
app.test_client().get("/things/1")
print(__import__("os").getpid())
"""
    counted = ("ispyb_api_requests_total", "GET", "/things/<int:number>", "200")
    for deaths in (1, 2):
        pid = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip()
        found = figures(client.get("/metrics").text)
        assert (found[counted], found["ispyb_api_pool_connections_in_use",]) == (1 + deaths, 7)
        metrics.bury(int(pid))
        assert not list(folder.glob(f"*_{pid}.db"))
        found = figures(client.get("/metrics").text)
        assert (found[counted], found["ispyb_api_pool_connections_in_use",]) == (1 + deaths, 2)
        assert found["ispyb_api_request_seconds_count", "/things/<int:number>"] == 1 + deaths
    assert sorted(path.name for path in folder.glob("*_gone.db")) == ["counter_gone.db", "histogram_gone.db"]


def test_a_damaged_file_of_a_dead_worker_stops_nothing(folder, caplog):
    (folder / "counter_7.db").write_bytes(struct.pack("iii", 4000, 0, 9999) + b"\xff" * 64)
    metrics.bury(7)
    assert "figures of worker 7 are lost" in caplog.text
    assert not (folder / "counter_7.db").exists()


def test_a_worker_that_counted_nothing_leaves_nothing(folder):
    metrics.bury(8)
    assert [path.name for path in folder.iterdir()] == ["lock"]


def test_counting_is_cheap(client):
    client(mode="open")
    exchange = requests.Exchange(
        "r", "GET", "/things/1", "", meter.Meter(), 0.0, route="/things/<int:number>", status=200
    )
    count = metrics._Figures(lambda: (1, 8)).count
    assert min(timeit.repeat(lambda: count(exchange), number=200, repeat=5)) / 200 < 200e-6
    assert os.environ.get(metrics.FOLDER) is None
