"""The example of a site's own login backend, really installed, and logged in with."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ispyb_api import paths

EXAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "login-backend"

# In a process of its own, so that the package is found as an installed one is.
SCRIPT = """
import json, sys
from pathlib import Path
from ispyb_api import demo, demonstration, paths
from ispyb_api import settings as configuration
from ispyb_api.app import PREFIX, create_app, engine_of
from ispyb_api.db import migrate
from ispyb_example_login import hashed

folder = Path(sys.argv[1])
people = folder / "passwords"
people.write_text(f"member:{hashed('right', 'salt')}:salt:Tobin:Haverlock\\nbroken line\\n")
tables = [{"name": "file", "kind": "example-file", "path": str(people)}]
settings = configuration.load(environ={}, overrides={**demonstration.settings(folder), "auth.backend": tables})
engine = engine_of(settings)
migrate.migrate(engine, paths.MIGRATIONS)
demo.fill(engine, paths.DEMO, folder / "files")
app = create_app(settings)

def log_in(login, password):
    answer = app.test_client().post(f"{PREFIX}/auth/login", json={"plugin": "file", "login": login, "password": password})
    return answer.status_code

found = {
    "right": log_in("member", "right"), "wrong": log_in("member", "wrong"), "nobody": log_in("nobody", "right"),
    "probe": list(app.extensions["ispyb_api"].backends["file"].probe()),
}
people.unlink()
found["away"] = log_in("member", "right")
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    target, folder = tmp_path_factory.mktemp("installed"), tmp_path_factory.mktemp("site")
    copy = tmp_path_factory.mktemp("source")
    for path in EXAMPLE.iterdir():
        if path.is_file():
            (copy / path.name).write_bytes(path.read_bytes())
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    offline = ["--no-deps", "--no-build-isolation", "--target", str(target)]
    subprocess.run([*command, *offline, str(copy)], check=True, capture_output=True, timeout=100)
    root = str(paths.QUERIES.parents[1])
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(folder)],
        env={"PYTHONPATH": f"{target}:{root}", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout.splitlines()[-1])


def test_who_is_in_the_file_logs_in(answers):
    assert (answers["right"], answers["wrong"], answers["nobody"]) == (201, 401, 401)


def test_check_finds_the_file(answers):
    assert [fault for _, fault in answers["probe"]] == [""]


def test_file_that_is_away_is_503_and_never_401(answers):
    assert answers["away"] == 503
