"""Request ids, and what is known of a request when it is over."""

import re

import flask
import pytest

from ispyb_api.db import meter
from ispyb_api.http import requests


@pytest.fixture
def seen(bare):
    """Register, with a few routes; return the exchanges seen."""
    requests.register(bare)
    exchanges = []
    requests.watch(bare, exchanges.append)

    @bare.get("/things/<int:number>")
    def thing(number):
        flask.g.login = "pi"
        with meter.statement():
            return {"id": requests.current_id()}

    @bare.get("/stream")
    def stream():
        def chunks():
            with meter.statement():
                yield "one,"
            yield "two"

        return flask.Response(chunks(), mimetype="text/csv")

    @bare.get("/broken")
    def broken():
        raise RuntimeError

    bare.serve("/nothing", lambda: ("", 204))
    return exchanges


@pytest.mark.parametrize("given", ["abc", "A-b_c.9", "x" * 64])
def test_a_request_id_is_taken_over(bare, seen, given):
    answer = bare.test_client().get("/things/1", headers={"X-Request-Id": given})
    assert answer.headers.getlist("X-Request-Id") == [given]
    assert answer.json["id"] == seen[0].request_id == given


@pytest.mark.parametrize("given", ["", "x" * 65, "a b", 'a"b', "a{}", "é", "a;b", "a\u0661"])
def test_an_odd_request_id_is_replaced(bare, seen, given):
    answer = bare.test_client().get("/things/1", headers={"X-Request-Id": given.encode().decode("latin-1")})
    assert re.fullmatch("[0-9a-f]{32}", answer.headers["X-Request-Id"])


@pytest.mark.parametrize(("path", "status"), [("/things/1", 200), ("/nothing", 204), ("/none", 404), ("/broken", 500)])
def test_each_answer_has_an_id_of_its_own(bare, seen, path, status):
    first, second = (bare.test_client().get(path) for _ in range(2))
    assert first.status_code == second.status_code == status == seen[0].status
    assert first.headers["X-Request-Id"] != second.headers["X-Request-Id"]


def test_what_is_known_when_it_is_over(bare, seen):
    answer = bare.test_client().get("/things/7?x=1", environ_base={"REMOTE_ADDR": "192.0.2.7"})
    (over,) = seen
    assert (over.method, over.route, over.status) == ("GET", "/things/<int:number>", 200)
    assert (over.login, over.remote, over.size) == ("pi", "192.0.2.7", len(answer.data))
    assert over.sql.statements == 1
    assert 0 < over.sql.seconds * 1000 < over.milliseconds < 1000


def test_a_stream_is_over_when_its_last_byte_is_sent(bare, seen):
    answer = bare.test_client().get("/stream")
    assert not seen
    assert answer.data == b"one,two"
    answer.close()
    (over,) = seen
    assert (over.size, over.sql.statements, over.status) == (7, 1, 200)


def test_a_stream_nobody_reads_is_over_when_closed(bare, seen):
    bare.test_client().get("/stream").close()
    assert len(seen) == 1


def test_head_sends_nothing(bare, seen):
    bare.test_client().head("/things/1")
    bare.test_client().head("/stream")
    assert [over.size for over in seen] == [0, 0]


def test_a_failing_watcher_does_not_spoil_the_answer(bare, seen):
    requests.watch(bare, lambda exchange: 1 / 0)
    assert bare.test_client().get("/things/1").status_code == 200


def test_nothing_of_a_request_is_left_for_the_next(bare, seen):
    client = bare.test_client()
    client.get("/things/1")
    client.get("/none")
    assert (seen[1].login, seen[1].route, seen[1].sql.statements) == (None, None, 0)


FORWARDED = {"X-Forwarded-For": "192.0.2.1, 192.0.2.2", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "ispyb.example", "X-Forwarded-Prefix": "/a"}  # fmt: skip


@pytest.mark.parametrize(
    ("hops", "remote", "url"), [(0, "127.0.0.1", "http://localhost/"), (1, "192.0.2.2", "https://ispyb.example/a/")]
)
def test_proxies_are_believed_as_many_as_there_are(bare, hops, remote, url):
    requests.register(bare, proxy_hops=hops)
    exchanges = []
    requests.watch(bare, exchanges.append)
    bare.serve("/", lambda: flask.request.url)
    assert bare.test_client().get("/", headers=FORWARDED).text == url
    assert exchanges[0].remote == remote
