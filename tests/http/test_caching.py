"""ETags, 304 and compression."""

import gzip
import io

import flask
import pytest

from ispyb_api.http import caching, requests

ROWS = [{"id": n, "name": f"sample {n}"} for n in range(100)]
SESSIONS = "/sessions"


@pytest.fixture
def client(bare):
    requests.register(bare)
    caching.register(bare)
    bare.rows = ROWS

    @bare.route(SESSIONS, methods=["GET", "POST"])
    def sessions():
        return {"results": bare.rows}

    bare.serve("/small", lambda: {"a": 1})
    bare.serve("/csv", lambda: flask.Response("a,b\n" * 1000, mimetype="text/csv"))
    bare.serve("/image", lambda: flask.Response(b"\xff" * 5000, mimetype="image/png"))
    bare.serve("/stream", lambda: flask.Response(iter(["a,b\n"] * 1000), mimetype="text/csv"))
    bare.serve("/file", lambda: flask.send_file(io.BytesIO(b"text " * 1000), mimetype="text/plain"))
    bare.serve("/secret", lambda: ({"a": "b" * 5000}, {"Cache-Control": "no-store"}))
    bare.serve("/tagged", lambda: ({"a": "b" * 5000}, {"ETag": '"mine"'}))
    bare.serve("/gone", lambda: ({"code": "x" * 2000}, 410))
    return bare.test_client()


def etag(client, **headers):
    return client.get(SESSIONS, headers=headers).headers["ETag"]


def test_an_answer_is_named_and_private(client):
    answer = client.get(SESSIONS)
    assert answer.headers["ETag"].startswith('"')
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert set(answer.vary) == {"Authorization", "Accept-Encoding"}


def test_the_name_changes_with_the_content_only(bare, client):
    first = etag(client)
    assert etag(client) == first
    bare.rows = ROWS[1:]
    assert etag(client) != first


@pytest.mark.parametrize("form", ["{}", "W/{}", '"other", {}', '"other",W/{} , "third"', "*"])
@pytest.mark.parametrize("encoding", ["", "gzip"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_an_unchanged_answer_is_304(client, form, encoding, method):
    known = etag(client, **{"Accept-Encoding": encoding})
    strong = known.removeprefix("W/")
    answer = client.open(
        SESSIONS, method=method, headers={"If-None-Match": form.format(strong), "Accept-Encoding": encoding}
    )
    assert (answer.status_code, answer.data) == (304, b"")
    assert answer.headers["ETag"] == known
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert set(answer.vary) == {"Authorization", "Accept-Encoding"}
    assert not {"Content-Type", "Content-Length", "Content-Encoding"} & set(answer.headers.keys())
    assert "X-Request-Id" in answer.headers


@pytest.mark.parametrize("given", ['"other"', "", "other", '"', 'W/"', '"a" "b"', ",,,", "W/*", "\xff"])
def test_a_changed_answer_is_sent(client, given):
    answer = client.get(SESSIONS, headers={"If-None-Match": given})
    assert (answer.status_code, answer.json) == (200, {"results": ROWS})


def test_posts_errors_and_secrets_are_not_to_be_stored(client):
    for answer in (client.post(SESSIONS), client.get("/gone"), client.get("/none"), client.get("/secret")):
        assert answer.headers["Cache-Control"] == "no-store"
        assert "ETag" not in answer.headers


def test_a_failure_is_never_304(client):
    assert client.get("/gone", headers={"If-None-Match": "*"}).status_code == 410
    assert client.post(SESSIONS, headers={"If-None-Match": "*"}).status_code == 200


def test_a_name_given_by_the_route_is_kept(client):
    assert client.get("/tagged").headers["ETag"] == '"mine"'
    assert client.get("/tagged", headers={"If-None-Match": '"mine"'}).status_code == 304
    assert client.get("/tagged", headers={"Accept-Encoding": "gzip"}).headers["ETag"] == 'W/"mine"'


@pytest.mark.parametrize(
    ("accepted", "compressed"),
    [
        ("gzip", True),
        ("gzip, deflate, br", True),
        ("*", True),
        ("GZIP", True),
        ("gzip;q=0.5", True),
        ("gzip;q=0.5, identity;q=0.1", True),
        ("", False),
        ("br", False),
        ("identity", False),
        ("gzip;q=0", False),
        ("gzip;q=0, *", False),
        ("gzip;q=0.0, br;q=1", False),
        ("identity, gzip;q=0.5", False),
        ("*;q=0", False),
        (";;,=", False),
    ],
)
def test_compression_follows_the_clients_wishes(client, accepted, compressed):
    answer = client.get(SESSIONS, headers={"Accept-Encoding": accepted})
    assert answer.headers.get("Content-Encoding") == ("gzip" if compressed else None)
    body = gzip.decompress(answer.data) if compressed else answer.data
    assert flask.json.loads(body) == {"results": ROWS}
    assert answer.content_length == len(answer.data)
    assert answer.headers["ETag"].startswith("W/") == compressed


@pytest.mark.parametrize(
    ("path", "compressed"),
    [
        ("/csv", True),
        ("/gone", True),
        ("/small", False),
        ("/image", False),
        ("/stream", False),
        ("/file", False),
        ("/secret", False),
    ],
)
def test_only_long_text_that_is_ours_is_compressed(client, path, compressed):
    answer = client.get(path, headers={"Accept-Encoding": "gzip"})
    assert ("Content-Encoding" in answer.headers) == compressed
    assert ("Accept-Encoding" in answer.vary) == (compressed or path == "/small")
    plain = client.get(path)
    assert "Content-Encoding" not in plain.headers
    assert (gzip.decompress(answer.data) if compressed else answer.data) == plain.data


def test_head_tells_what_get_would(client):
    for encoding in ("", "gzip"):
        got, head = (
            client.open(SESSIONS, method=method, headers={"Accept-Encoding": encoding}) for method in ("GET", "HEAD")
        )
        assert head.data == b""
        for name in ("ETag", "Content-Length", "Content-Type", "Cache-Control", "Vary"):
            assert head.headers[name] == got.headers[name]
        assert head.headers.get("Content-Encoding") == got.headers.get("Content-Encoding")


def test_compression_can_be_left_to_the_proxy(bare):
    caching.register(bare, compress=False)
    bare.serve("/long", lambda: {"a": "b" * 5000})
    assert "Content-Encoding" not in bare.test_client().get("/long", headers={"Accept-Encoding": "gzip"}).headers


def test_a_picture_is_named_and_varies_with_the_caller_only(client):
    answer = client.get("/image", headers={"Accept-Encoding": "gzip"})
    assert set(answer.vary) == {"Authorization"}
    assert client.get("/image", headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304
