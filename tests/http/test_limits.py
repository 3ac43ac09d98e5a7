"""Bodies, query strings and URLs that are refused, and how."""

import functools
import io
import json

import pytest

from ispyb_api.http import limits

NUL = "\\u0000"


@pytest.fixture
def client(bare):
    limits.register(bare, max_body_bytes=10_000)
    bare.serve("/json", lambda: {"got": limits.json_body()}, methods=["POST"])
    bare.serve("/form", lambda: limits.form_body({"scope"}), methods=["POST"])
    bare.serve("/query", lambda: limits.query_arguments({"ids"}))
    bare.serve("/people/<name>", lambda name: {"name": name})
    bare.serve("/unread", dict, methods=["POST"])
    return bare.test_client()


def post(client, raw, content_type="application/json", **more):
    return client.post("/json", data=raw, content_type=content_type, **more)


@pytest.mark.parametrize("body", [{}, {"a": None, "b": [1, 2.5, "é😀"], "c": {"d": True}}, [], "text", 0])
def test_json_is_read(client, body):
    for raw in (json.dumps(body), json.dumps(body, ensure_ascii=False).encode()):
        assert post(client, raw).json == {"got": body}


@pytest.mark.parametrize(
    "content_type", ["application/json; charset=utf-8", "Application/JSON", 'application/json;charset="UTF-8"']
)
def test_json_by_its_other_spellings(client, content_type):
    assert post(client, "{}", content_type).status_code == 200


@pytest.mark.parametrize(
    "content_type",
    [
        None,
        "",
        "text/plain",
        "text/json",
        "application/x-www-form-urlencoded",
        "application/xml",
        "multipart/form-data",
        "application/json; charset=latin-1",
        ";",
        "json",
    ],
)
def test_another_content_type_is_415(client, content_type):
    answer = post(client, "{}", content_type)
    assert (answer.status_code, answer.json["code"]) == (415, "unsupported_media_type")


def test_a_compressed_body_is_415(client):
    assert post(client, b"\x1f\x8b", headers={"Content-Encoding": "gzip"}).status_code == 415


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "The body cannot be read: a JSON object is required."),
        (b" \n", "The body cannot be read: a JSON object is required."),
        (
            b"{",
            "The body cannot be read: not JSON: Expecting property name enclosed in double quotes at line 1, column 2.",
        ),
        (b"{'a': 1}", None),
        (b"{} {}", None),
        (b'\xef\xbb\xbf{"a": 1}', None),
        (b'{"a": "\xe9"}', "The request is not valid."),
        ('{"a": 1}'.encode("utf-16"), "The request is not valid."),
        (b'{"a": "\x00"}', None),
        (b'{"a": 1, "b": 2, "a": 3}', "The body cannot be read: 'a' is given twice."),
        (b'{"x": {"a\\n": 1, "a\\n": 3}}', "The body cannot be read: 'a?' is given twice."),
        (b'{"a": NaN}', "The body cannot be read: NaN is not a number that JSON knows."),
        (b'{"a": [-Infinity]}', "The body cannot be read: -Infinity is not a number that JSON knows."),
        (b'{"a": -1e999}', "The body cannot be read: a number is too large."),
        (b'{"a": ' + b"9" * 5000 + b"}", "The body cannot be read: a number has too many digits."),
        (b"[" * 51 + b"]" * 51, "The body cannot be read: it is nested more than 50 deep."),
        (b'{"a":' * 900 + b"1" + b"}" * 900, "The body cannot be read: it is nested more than 50 deep."),
        (b"[" * 5000, "The body cannot be read: it is nested more than 50 deep."),
        (b"[" * 5000 + b"]" * 5000, "The body cannot be read: it is nested more than 50 deep."),
    ],
)
def test_a_bad_body_is_422(client, raw, message):
    answer = post(client, raw)
    assert (answer.status_code, answer.json["code"], list(answer.json["errors"])) == (422, "invalid", ["body"])
    assert message is None or answer.json["message"] == message


def test_fifty_deep_is_deep_enough_and_allowed(client):
    assert post(client, "[" * 50 + "]" * 50).status_code == 200


@pytest.mark.parametrize(
    ("raw", "fields"),
    [
        (f'{{"a": "x{NUL}y", "b": 1, "c": ["{NUL}"], "d": {{"e": "{NUL}"}}, "f": "ok"}}', ["a", "c", "d"]),
        (f'{{"a{NUL}": 1}}', ["a?"]),
        ('{"a": "\\ud83d", "b": "\\ude00\\ud83d"}', ["a", "b"]),
        (f'["{NUL}"]', ["body"]),
        (f'"{NUL}"', ["body"]),
    ],
)
def test_what_no_column_can_hold_is_refused_by_field(client, raw, fields):
    answer = post(client, raw)
    assert (answer.status_code, list(answer.json["errors"])) == (422, fields)


@pytest.mark.parametrize(
    ("raw", "read"), [('{"a": "\\ud83d\\ude00"}', {"a": "😀"}), ('{"a": "\\\\u0000"}', {"a": "\\u0000"})]
)
def test_what_only_looks_like_it_is_read(client, raw, read):
    assert post(client, raw).json == {"got": read}


@pytest.mark.parametrize("path", ["/json", "/unread", "/none", "/form"])
def test_a_body_over_the_limit_is_413(client, path):
    answer = client.post(path, data=b'"' + b"a" * 10_000 + b'"', content_type="application/json")
    assert (answer.status_code, answer.json["code"]) == (413, "request_entity_too_large")


def test_a_body_of_unknown_length_is_413_too(client):
    stream = io.BytesIO(b'"' + b"a" * 20_000 + b'"')
    answer = client.post(
        "/json", input_stream=stream, content_type="application/json", environ_overrides={"wsgi.input_terminated": True}
    )
    assert (answer.status_code, answer.json["code"]) == (413, "request_entity_too_large")


@pytest.mark.parametrize(
    ("query", "read"),
    [
        ("", {}),
        ("a=1&b=", {"a": "1", "b": ""}),
        ("a", {"a": ""}),
        ("a=x+y%20z%2B&b=%C3%A9", {"a": "x y z+", "b": "é"}),
        ("ids=1", {"ids": ["1"]}),
        ("ids=1&ids=2&a=3", {"ids": ["1", "2"], "a": "3"}),
        ("&&a=1&", {"a": "1"}),
        ("a=%zz&b=1=2", {"a": "%zz", "b": "1=2"}),
    ],
)
def test_query_strings_are_read(client, query, read):
    assert client.get("/query", query_string=query).json == read


def test_a_form_is_read_by_the_same_rules(client):
    send = functools.partial(client.post, "/form", content_type="application/x-www-form-urlencoded")
    assert send(data="username=pi&password=x+y%2B&scope=a&scope=b").json == {
        "username": "pi",
        "password": "x y+",
        "scope": ["a", "b"],
    }
    assert list(send(data=b"username=pi&username=pi&password=\xff").json["errors"]) == ["password", "username"]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("a=1&a=2", ["a"]),
        ("a=1&a=1&b=%00&c=%FF&d=%C3%28&e=1", ["a", "b", "c", "d"]),
        ("%00=1", ["?"]),
        ("%FF%00a=1", ["??a"]),
        ("ids=1&ids=%ED%A0%80", ["ids"]),
    ],
)
def test_bad_query_strings_are_422_naming_all_that_is_wrong(client, query, names):
    answer = client.get("/query", query_string=query)
    assert (answer.status_code, answer.json["code"], list(answer.json["errors"])) == (422, "invalid", names)


@pytest.mark.parametrize(("raw", "status"), [("é".encode(), 200), (b"\xff", 422)])
def test_bytes_that_are_not_escaped_are_judged_as_well(client, raw, status):
    assert client.get("/query", environ_overrides={"QUERY_STRING": "a=" + raw.decode("latin-1")}).status_code == status


def test_a_thousand_arguments_are_enough(client):
    assert client.get("/query?" + "&".join(["ids=1"] * 1000)).status_code == 200
    assert client.get("/query?" + "&".join(["ids=1"] * 1001)).status_code == 422


@pytest.mark.parametrize("path", ["/people/a%00b", "/people/%FF", "/people/%C0%80", "/%00", "/people/%ED%A0%80"])
def test_a_path_that_is_not_text_is_404(client, path):
    answer = client.get(path)
    assert (answer.status_code, answer.json["code"]) == (404, "not_found")


def test_a_long_url_is_414(client):
    assert client.get("/people/" + "a" * 7900).status_code == 200
    for path in ("/people/" + "a" * 8000, "/query?a=" + "a" * 8000):
        answer = client.get(path)
        assert (answer.status_code, answer.json["code"]) == (414, "request_uri_too_long")
