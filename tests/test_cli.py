"""The command line, as an operator meets it."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest
from click.testing import CliRunner

from ispyb_api import cli
from ispyb_api.app import PREFIX
from ispyb_api.auth.backends.static import StaticBackend

COMMAND = [sys.executable, "-c", "from ispyb_api.cli import main; main()"]
SECRET = {"ISPYB_TOKEN_SECRET": "s" * 32}


def run(*arguments, **environ):
    return CliRunner().invoke(cli.main, arguments, env={**SECRET, **environ})


@pytest.fixture
def port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture
def start(port):
    """Start the command as a process of its own; it is stopped at the end."""
    running = []

    def start(*arguments, **environ):
        inherited = {key: value for key, value in os.environ.items() if not key.startswith("ISPYB_")}
        process = subprocess.Popen(
            [*COMMAND, *arguments, "--port", str(port)],
            env={**inherited, **environ},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        running.append(process)
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline and process.poll() is None:
            try:
                return process, json.load(urllib.request.urlopen(f"http://127.0.0.1:{port}/ready", timeout=2))
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
        return process, None

    yield start
    for process in running:
        if process.poll() is None:
            process.kill()
        process.communicate()


def log_in(port, login):
    body = json.dumps({"login": login, "password": f"demo-{login}"}).encode()
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}{PREFIX}/auth/login", body, {"Content-Type": "application/json"}
    )
    return json.load(urllib.request.urlopen(request, timeout=5))["token"]


def ask(port, path, token):
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}{PREFIX}{path}", headers={"Authorization": f"Bearer {token}"}
    )
    return json.load(urllib.request.urlopen(request, timeout=5))


def test_demo_serves_stops_cleanly_and_keeps_its_data(start, port, tmp_path):
    folder = str(tmp_path / "demo")
    first, ready = start("demo", "--directory", folder)
    assert ready["status"] == "ok"
    token = log_in(port, "pi")
    assert ask(port, "/proposals", token)["total"] == 1
    first.send_signal(signal.SIGINT)
    output, _ = first.communicate(timeout=15)
    assert first.returncode == 0, output
    for line in (f"http://localhost:{port}{PREFIX}/docs", "demo-pi", "curl -s", "Ctrl-C"):
        assert line in output
    second, _ = start("demo", "--directory", folder)
    # The same database and the same secret: a token of before is still one.
    assert ask(port, "/proposals", token)["total"] == 1
    second.terminate()
    output, _ = second.communicate(timeout=15)
    assert "Filled" not in output


def test_demo_reset_begins_anew(start, port, tmp_path):
    folder = tmp_path / "demo"
    first, _ = start("demo", "--directory", str(folder))
    first.terminate()
    first.communicate(timeout=15)
    (folder / "mine.txt").write_text("not the demo's")
    second, ready = start("demo", "--directory", str(folder), "--reset")
    second.terminate()
    assert "Filled" in second.communicate(timeout=15)[0]
    assert ready
    assert (folder / "mine.txt").exists()


def test_serve_refuses_a_database_that_is_not_migrated(start, tmp_path):
    url = f"sqlite:///{tmp_path}/empty.db"
    process, ready = start("serve", ISPYB_DATABASE_URL=url, **SECRET)
    output, _ = process.communicate(timeout=15)
    assert (process.returncode, ready) == (1, None)
    assert "run ispyb-api migrate" in output


def test_migrate_then_check_then_serve(start, port, tmp_path):
    url = f"sqlite:///{tmp_path}/new.db"
    assert "0001_people_and_proposals" in run("migrate", ISPYB_DATABASE_URL=url).output
    assert "0 migrations were applied" in run("migrate", ISPYB_DATABASE_URL=url).output
    checked = run("check", ISPYB_DATABASE_URL=url)
    assert checked.exit_code == 0
    assert "prepare" in checked.output
    process, ready = start("serve", "--workers", "1", ISPYB_DATABASE_URL=url, **SECRET)
    assert ready["status"] == "ok"
    process.terminate()
    process.communicate(timeout=15)
    assert process.returncode == 0


def test_check_says_that_the_database_is_away():
    result = run("check", ISPYB_DATABASE_URL="mysql://u:hush@127.0.0.1:1/ispyb")
    assert result.exit_code == 1
    assert "127.0.0.1" in result.output
    assert "hush" not in result.output


def test_check_of_an_empty_database_says_what_to_do_and_no_more(tmp_path):
    result = run("check", ISPYB_DATABASE_URL=f"sqlite:///{tmp_path}/empty.db")
    assert result.exit_code == 1
    assert "WRONG" in result.output
    assert "run ispyb-api migrate" in result.output
    assert " answers 501" not in result.output


def test_an_empty_database_wants_no_indexes(tmp_path):
    result = run("check", "--indexes", ISPYB_DATABASE_URL=f"sqlite:///{tmp_path}/empty.db")
    assert result.output.endswith("empty.db: none are wanted, for none of ISPyB's tables is there.\n")


@pytest.mark.parametrize(
    "command",
    [
        ["serve"],
        ["migrate"],
        ["check"],
        ["check", "--indexes"],
        ["token", "list"],
        ["user", "show", "x"],
        ["close-stale"],
    ],
)
@pytest.mark.parametrize("url", ["mysql://u:hush@127.0.0.1:1/ispyb", "sqlite:////nowhere/x.db", "sqlite:///{}"])
def test_a_database_that_cannot_be_used_is_said_without_a_traceback(command, url, tmp_path):
    (tmp_path / "letter").write_text("Dear all, this is no database.")
    result = run(*command, ISPYB_DATABASE_URL=url.format(tmp_path / "letter"))
    assert isinstance(result.exception, SystemExit), result.exception
    assert result.output.splitlines()[-1].startswith("Error: ")


def test_demo_says_that_its_port_is_in_use_before_it_makes_anything(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        result = run("demo", "--port", str(other.getsockname()[1]), "--directory", str(tmp_path / "demo"))
    assert (result.exit_code, "is in use" in result.output) == (1, True)
    assert not (tmp_path / "demo").exists()


def test_demo_says_that_it_may_not_write_there():
    result = run("demo", "--port", "1", "--directory", "/proc/demo")
    assert (result.exit_code, result.output) == (1, "Error: /proc/demo: No such file or directory\n")


def _groups(command=cli.main, name=()):
    yield list(name)
    for each in getattr(command, "commands", {}).values():
        if hasattr(each, "commands"):
            yield from _groups(each, (*name, each.name))


@pytest.mark.parametrize("group", list(_groups()), ids=" ".join)
def test_the_help_says_in_whole_sentences_what_commands_do(group):
    listed = run(*group, "--help").output.partition("Commands:")[2]
    assert listed
    assert "..." not in listed


def test_settings_are_shown_with_their_origin_and_without_secrets():
    result = run("check", "--settings", ISPYB_DATABASE_URL="mysql://u:hush@db/ispyb", ISPYB_SERVER_PORT="8001")
    assert result.exit_code == 0
    assert "ISPYB_SERVER_PORT" in result.output
    assert "mysql://u:***@db/ispyb" in result.output
    assert "s" * 32 not in result.output
    assert "hush" not in result.output


@pytest.mark.parametrize("command", ["serve", "migrate", "check"])
def test_wrong_setting_is_said_without_a_traceback(command):
    result = run(command, ISPYB_DATABASE_URL="postgres://x")
    assert result.exit_code == 1
    assert result.output.startswith("Error: database.url: ")


def test_routes_lists_permissions():
    output = run("routes").output
    assert any(line.split() == ["GET", f"{PREFIX}/proposals", "any", "login"] for line in output.splitlines())
    assert any(line.split() == ["POST", f"{PREFIX}/auth/login", "public"] for line in output.splitlines())


def test_hashed_password_logs_in():
    made = CliRunner().invoke(cli.main, ["hash-password"], input="sesame\nsesame\n").output.strip().splitlines()[-1]
    backend = StaticBackend(users=[{"login": "ali", "password_hash": made}])
    assert backend.check("ali", "sesame").login == "ali"
    assert backend.check("ali", "open") is None


def test_an_empty_password_is_not_hashed():
    result = run("hash-password", "--password", "")
    assert (result.exit_code, result.output) == (1, "Error: An empty password logs nobody in.\n")
