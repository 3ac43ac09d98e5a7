"""The client reads: page by page, as long as somebody wants rows."""

import itertools
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ispyb_api.client import Client, IspybError


def test_two_lines_are_enough(server):
    client = Client(server.url, login="pi", password="demo-pi")
    assert next(client.rows("/sessions", proposal="MX415"))["proposal"] == "MX415"
    client.close()


def test_all_rows_of_a_list_come_each_once(client):
    with client() as opened:
        total = opened.get("/samples", limit=1)["total"]
        rows = [row["blSampleId"] for row in opened.rows("/samples", limit=7)]
    assert len(rows) == len(set(rows)) == total > 14


def test_rows_are_followed_by_cursor_where_there_is_one(client, server):
    opened = client()
    total = opened.get("/events", session="MX415-3", limit=1)["total"]
    rows = [(row["type"], row["id"]) for row in opened.rows("/events", session="MX415-3", limit=10)]
    assert len(rows) == len(set(rows)) == total
    assert server.requests.count("GET /events") == 1 + -(-total // 10)


def test_a_page_is_asked_for_when_it_is_wanted(client, server):
    rows = client().rows("/samples", limit=5)
    assert "GET /samples" not in server.requests
    assert len(list(itertools.islice(rows, 5))) == 5
    assert server.requests.count("GET /samples") == 1


def test_an_empty_list_has_no_rows(client):
    assert list(client(login="outsider", password="demo-outsider").rows("/sessions")) == []


def test_arguments_are_sent_as_the_server_reads_them(client):
    opened = client()
    assert opened.get("/sessions", active=True, search=None)["total"] >= 1
    assert list(opened.get("/processings/status", dataCollectionIds=[6])) != []


def test_a_file_is_saved_whole(client, server, tmp_path):
    target = client().download("/datacollections/attachments/6", tmp_path / "kept.json")
    assert target.read_bytes() == server.site.get("/datacollections/attachments/6").data
    with pytest.raises(IspybError):
        client().download("/datacollections/attachments/99999", tmp_path / "none.json")
    assert [path.name for path in tmp_path.glob("*.json*")] == ["kept.json"]


def test_what_is_refused_is_one_exception(client):
    with pytest.raises(IspybError) as caught:
        client().get("/samples", limit=0, colour="blue")
    assert (caught.value.status, caught.value.code) == (422, "invalid")
    assert set(caught.value.errors) == {"limit", "colour"}
    assert caught.value.request_id
    assert "limit" in str(caught.value)


def test_a_server_that_is_not_there_is_one_exception_too(client, server):
    opened = client(tries=2)
    server.stop()
    with pytest.raises(IspybError) as caught:
        opened.get("/samples")
    assert (caught.value.status, caught.value.code, caught.value.away) == (None, "unreachable", True)


def test_what_something_else_answers_is_no_mystery(client, server):
    opened = client(tries=1)
    opened.get("/user/current")
    server.site, kept = type("Proxy", (), {"app": staticmethod(_bad_gateway)}), server.site
    with pytest.raises(IspybError, match="not from ispyb-api") as caught:
        opened.get("/samples")
    server.site = kept
    assert (caught.value.status, caught.value.code) == (502, "http_502")


def _bad_gateway(environ, start_response):
    start_response("502 Bad Gateway", [("Content-Type", "text/html")])
    return [b"<h1>Bad gateway</h1>"]


def test_a_server_that_is_busy_is_asked_again(client, server):
    opened = client()
    opened.get("/user/current")
    server.answer_next(503, times=2)
    assert opened.get("/proposals/MX415")["proposal"] == "MX415"
    assert server.requests.count("GET /proposals/MX415") == 3


# --- who it is


def test_a_token_that_is_refused_is_refreshed(client, server):
    opened = client()
    opened.get("/user/current")
    server.answer_next(401)
    assert opened.get("/user/current")["login"] == "pi"
    assert [each for each in server.requests if each.startswith("POST /auth")] == [
        "POST /auth/login",
        "POST /auth/refresh",
    ]


def test_a_login_that_was_ended_is_made_anew(client, server):
    opened = client()
    opened.post("/auth/logout", None)
    assert opened.get("/user/current")["login"] == "pi"
    assert server.requests.count("POST /auth/login") == 2


def test_a_wrong_password_is_told_at_once(client, server):
    with pytest.raises(IspybError) as caught:
        client(password="guessed").get("/samples")
    assert (caught.value.code, server.requests.count("POST /auth/login")) == ("unauthenticated", 1)


def test_a_service_has_a_token_of_its_own(client, server):
    made = server.site.open(
        "POST",
        "/auth/service-tokens",
        json={"name": "reader", "owner": "service", "permissions": ["all_proposals"], "days": 1},
    )
    opened = client(token=made.json["token"])
    assert opened.get("/user/current")["login"] == "service"
    server.site.open("DELETE", f"/auth/service-tokens/{made.json['serviceTokenId']}")
    with pytest.raises(IspybError, match="unauthenticated"):
        opened.get("/user/current")


# --- what it needs

BLOCKED = ("flask", "flask_restx", "marshmallow", "pymysql", "jwt", "argon2", "click", "structlog", "werkzeug")


def test_it_needs_nothing_of_the_server():
    program = f"""
import sys

class Blocked:
    def find_spec(self, name, *_):
        if name.split(".")[0] in {BLOCKED!r}:
            raise ImportError(f"{{name}} is the server's")

sys.meta_path.insert(0, Blocked())
import ispyb_api.client
print([name for name in sys.modules if name.startswith("ispyb_api.") and not name.startswith("ispyb_api.client")])
"""
    environ = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=environ, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr
