"""What is logged, and what never is."""

import json
import logging
import subprocess
import sys
import time
import warnings

import flask
import pytest

from ispyb_api.http import logs, requests

JWT = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJwaSIsImV4cCI6MTcwMDAwMDAwMH0.3rMq1q9fTgRzB4dGZbVQhKQzXo2yqL0aS7xJ5wN8c1U"
UNSIGNED = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJwaSJ9."
OPAQUE = "ispyb_t_4f9QmZx0aB7cT1"
SECRETS = (JWT, UNSIGNED, OPAQUE, "hunter2-and-more", "s3ss10n-cookie-value", "0n3t1m3-value")


@pytest.fixture
def client(bare, logged):
    requests.register(bare)
    logs.register(bare)
    bare.serve("/health", dict)

    @bare.route("/people/<name>", methods=["GET", "POST"])
    def person(name):
        flask.g.login = "pi"
        logging.getLogger("ispyb_api.people").warning("looking for somebody")
        return {"name": name}

    @bare.post("/broken")
    def broken():
        raise RuntimeError(f"cannot use {flask.request.headers['Authorization']}, {JWT} or {OPAQUE}")

    return bare.test_client()


def test_one_line_says_what_became_of_a_request(client, logged):
    client.get("/people/mx1", headers={"X-Request-Id": "r-1"})
    (line,) = logged.of("ispyb_api.access")
    assert line.pop("timestamp").endswith("+00:00")
    assert 0 <= line.pop("ms") < 1000
    assert line == {
        "message": "request",
        "logger": "ispyb_api.access",
        "level": "info",
        "request_id": "r-1",
        "method": "GET",
        "route": "/people/<name>",
        "status": 200,
        "sql": 0,
        "sql_ms": 0.0,
        "login": "pi",
        "remote": "127.0.0.1",
        "bytes": len('{"name":"mx1"}\n'),
    }


def test_every_line_of_a_request_carries_its_id(client, logged):
    client.get("/people/mx1", headers={"X-Request-Id": "r-2"})
    assert [line["request_id"] for line in logged.lines] == ["r-2", "r-2"]
    logging.getLogger("elsewhere").warning("between requests")
    assert "request_id" not in logged.lines[-1]


def test_health_is_not_worth_a_line(client, logged):
    client.get("/health")
    assert logged.lines == []
    logging.getLogger().setLevel("DEBUG")
    client.get("/health")
    assert logged.of("ispyb_api.access")[0]["level"] == "debug"


def test_an_unknown_path_is_shown_without_what_may_be_a_token(client, logged):
    client.get("/rest/0123456789abcdef0123456789abcdef01234567/proposal/a%0Ab?token=x")
    (line,) = logged.of("ispyb_api.access")
    assert line["route"] is None
    assert line["path"] == "/rest/[hidden]/proposal/a%0Ab"


def test_a_traceback_is_logged_with_its_id_and_nothing_else(client, logged):
    client.post("/broken", headers={"Authorization": f"Bearer {JWT}", "X-Request-Id": "r-3"})
    failure = next(line for line in logged.lines if line["level"] == "error")
    assert failure["request_id"] == "r-3"
    assert "RuntimeError: cannot use Bearer [hidden]" in failure["exception"]
    assert "authorization =" not in failure["exception"].lower()


def test_no_secret_of_a_request_is_ever_logged(client, logged):
    logging.getLogger().setLevel("DEBUG")
    headers = {
        "Authorization": f"Bearer {JWT}",
        "Cookie": "session=s3ss10n-cookie-value",
        "Referer": f"http://x/?onetime={JWT}",
    }
    body = {"login": "pi", "password": "hunter2-and-more"}
    for path in ("/people/mx1", f"/people/{JWT}", f"/{JWT}", f"/{OPAQUE}/a", "/none", "/broken", "/health"):
        for method in ("GET", "POST"):
            client.open(
                path,
                method=method,
                json=body,
                headers=headers,
                query_string={"onetime": "0n3t1m3-value", "token": UNSIGNED},
            )
    assert len(logged.of("ispyb_api.access")) == 14
    assert [secret for secret in SECRETS if secret in logged.getvalue()] == []


JWE = f"{JWT}.9TzQmZx0aB7c.AxY8DCtDaGlsbGljb3RoZQ"


@pytest.mark.parametrize("secret", [JWT, UNSIGNED, OPAQUE, JWE, f"{'a1' * 9}.{'b2' * 9}.{'c3' * 21}"])
@pytest.mark.parametrize(
    "around", ["{}", "path=/a/{}/b", "({})", '{{"token": "{}"}}', "Authorization: Bearer {}", "token={}&a=b", "'{}'"]
)
def test_a_token_is_known_when_seen(around, secret):
    hidden = logs.scrubber(["ispyb_t_"])(around.format(secret))
    assert "[hidden]" in hidden
    assert secret[20:] not in hidden


@pytest.mark.parametrize(
    "around",
    ["Bearer {}", "basic {}", "?onetime={}", "a=1&refresh_token={}", '{{"password": "{}"}}', "{{'Cookie': '{}'}}"],
)
def test_a_secret_is_known_by_its_name(around):
    secret = "aG91c2U6c3R5bGU9"
    assert secret not in logs.scrubber()(around.format(secret))


@pytest.mark.parametrize("logger", ["werkzeug", "gunicorn.error", "py.warnings", "ispyb_api.x"])
def test_whoever_logs_a_token_it_is_hidden(logged, logger):
    logging.getLogger(logger).error(
        "GET /?a=%s and %r", JWT, {"password": "hunter2-and-more"}, extra={"given": [OPAQUE, {"x": JWE}]}
    )
    assert [secret for secret in (*SECRETS, JWE) if secret in logged.getvalue()] == []
    assert len(logged.lines) == 1


def test_the_passwords_of_database_urls_are_hidden(logged):
    logging.getLogger("x").error("mysql://ispyb:hunter2-and-more@db.example:3306/ispyb is away")
    assert logged.lines[0]["message"] == "mysql://ispyb:[hidden]@db.example:3306/ispyb is away"


@pytest.mark.parametrize(
    "text",
    [
        "The token expired 3 s ago.",
        "ispyb_api.http.requests failed in flask_jwt_extended.view_decorators.verify_jwt_in_request",
        "GET /ispyb/api/v1/datacollectiongroups/{data_collection_group_id}",
        "10.11.19-MariaDB-0+deb12u1 at 127.0.0.1:3306",
        "basic authentication is not offered",
    ],
)
def test_what_is_no_secret_stays(text):
    assert logs.scrubber(["ispyb_t_"])(text) == text


def test_scrubbing_is_quick_even_on_long_lines():
    began = time.perf_counter()
    logs.scrubber(["ispyb_"])("a" * 200_000 + " " + "A.b-" * 50_000)
    assert time.perf_counter() - began < 1


def test_warnings_are_logged_too(logged):
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn("old", stacklevel=1)
    assert "old" in logged.of("py.warnings")[0]["message"]


def test_plain_lines_are_for_people(logged):
    logs.configure("plain", "warning", stream=logged)
    logging.getLogger("a").info("unseen")
    logging.getLogger("a").warning("seen %s", JWT, extra={"n": 3})
    assert "seen [hidden]" in logged.getvalue()
    assert "n=3" in logged.getvalue()
    assert "unseen" not in logged.getvalue()


def test_importing_configures_nothing_and_stderr_gets_the_lines():
    program = (
        "import logging\n"
        "from ispyb_api.http import logs\n"
        "assert not logging.getLogger().handlers\n"
        "logs.configure()\n"
        "logging.getLogger('a').info('hello')\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == ""
    assert json.loads(done.stderr)["message"] == "hello"
