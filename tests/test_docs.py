"""The documentation says what is: every setting, command, error, metric and route in it exists, and the other way round."""

import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from ispyb_api import cli, demo, demonstration, errors, paths
from ispyb_api import settings as configuration
from ispyb_api.acquisition import words
from ispyb_api.app import PREFIX, create_app, routes
from ispyb_api.auth.permissions import MEANING
from ispyb_api.http import metrics
from tests.support import examples

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
RESOURCES = re.findall(r"^   ([\w-]+)$", (DOCS / "index.rst").read_text("utf-8").split(":caption:")[2], re.M)
NO_DEFAULT = {"database.url": "required", "token.secret": "required"}


def page(name):
    return (DOCS / f"{name}.rst").read_text(encoding="utf-8")


def rows(text):
    """Return the rows of the list-tables of a page, each a list of its cells' text."""
    found, inside = [], False
    for line in text.splitlines():
        inside = bool(line) and (inside or line.startswith("   * -"))
        if re.match(r"   \* -", line):
            found.append([line[7:].strip()])
        elif re.match(r"     - ?", line) and found:
            found[-1].append(line[7:].strip())
        elif inside and line.startswith("       "):
            found[-1][-1] += f" {line.strip()}"
    return found


def codes(text):
    """Return what a text has in double backquotes."""
    return set(re.findall(r"``([^`]+)``", text))


@pytest.fixture(scope="module")
def app():
    needed = {"ISPYB_DATABASE_URL": "sqlite:///:memory:", "ISPYB_TOKEN_SECRET": "x" * 32}
    return create_app(configuration.load(environ=needed))


@pytest.fixture(scope="module")
def known_routes(app):
    """Return ``{(method, path with {names})}`` of the API, without its prefix."""
    return {
        (method, re.sub(r"<(?:[^:<>]*:)?(\w+)>", r"{\1}", rule.rule.removeprefix(PREFIX)))
        for rule, method, _ in routes(app)
    }


# --- The pages


def test_pages_build_without_a_warning(tmp_path):
    for module in ("sphinx", "furo"):
        if importlib.util.find_spec(module) is None:
            missing = f"{module} is not installed: pip install -e .[lint]"
            pytest.fail(missing) if os.environ.get("CI") == "true" else pytest.skip(missing)
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-W",
        "-n",
        "-b",
        "html",
        "-d",
        str(tmp_path / "cache"),
        str(DOCS),
        str(tmp_path / "html"),
    ]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr


@pytest.mark.parametrize("folder", ["settings", "sql/queries", "sql/migrations", "sql/demo", "scripts", "tests"])
def test_folder_says_what_belongs_there(folder):
    assert (ROOT / folder / "README.rst").is_file()


def test_links_of_the_readme_lead_somewhere():
    text = (ROOT / "README.rst").read_text(encoding="utf-8")
    targets = re.findall(r"<([^>:]+)>`__", text)
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


# --- Settings


@pytest.fixture(scope="module")
def documented_settings():
    """Return ``{key: (default, variable)}`` as docs/configuration.rst has them."""
    found = [cells for cells in rows(page("configuration")) if len(cells) == 4 and cells[0] != "Key"]
    return {cells[0].strip("`"): (cells[1].strip("`"), cells[3]) for cells in found}


def declared_settings():
    for section, field in configuration.SettingsSchema._declared_fields.items():
        for key, value in field.nested._declared_fields.items():
            yield f"{section}.{key}", value


def test_every_setting_has_its_row_and_no_other(documented_settings):
    assert set(documented_settings) == {key for key, _ in declared_settings()}


def test_documented_defaults_are_those_of_default_toml(documented_settings):
    tables = tomllib.loads((paths.SETTINGS / "default.toml").read_text(encoding="utf-8"))
    defaults = {f"{section}.{key}": value for section, table in tables.items() for key, value in table.items()}

    def shown(key):
        value = defaults.get(key)
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, list):
            return ", ".join(value) or "none"
        return {"": "empty", "[]": "none"}.get(str(value), str(value))

    documented = {key: default for key, (default, _) in documented_settings.items()}
    assert documented == {key: NO_DEFAULT.get(key) or shown(key) for key in documented}


def test_documented_variables_are_the_ones_that_are_read(documented_settings):
    for key, field in declared_settings():
        variable = f"``ISPYB_{key.replace('.', '_').upper()}``" + (" + _FILE" if field.metadata.get("secret") else "")
        assert documented_settings[key][1] == ("in a file only" if key == "auth.backend" else variable)


def test_example_settings_are_accepted():
    needed = {"ISPYB_DATABASE_URL": "sqlite:///example.db", "ISPYB_TOKEN_SECRET": "x" * 32}
    assert configuration.load(ROOT / "settings" / "example-site.toml", needed).site.name == "Example Light Source"


# --- Commands, errors, metrics, logins


def test_every_command_is_documented():
    assert {f"ispyb-api {name}" for name in cli.main.commands} <= codes(page("operations"))


def test_every_option_of_a_command_is_documented():
    everything = "".join(path.read_text(encoding="utf-8") for path in DOCS.glob("*.rst"))
    options = {
        option
        for command in cli.main.commands.values()
        for parameter in command.params
        if not getattr(parameter, "prompt", None)
        for option in parameter.opts
    }
    assert {option for option in options if option.startswith("--") and option not in everything} == set()


def test_commands_in_the_pages_exist():
    texts = "".join(
        path.read_text(encoding="utf-8") for path in [*DOCS.glob("*.rst"), ROOT / "README.rst", ROOT / "CHANGES.rst"]
    )
    used = set(re.findall(r"(?:``|^ +|bin/)ispyb-api ([a-z][a-z-]*)", texts, re.M))
    assert used
    assert used <= set(cli.main.commands)


def test_every_error_code_is_documented_with_its_status():
    documented = {(cells[0], cells[1].strip("`")) for cells in rows(page("errors"))}
    assert {(str(each.status), each.code) for each in (*errors.ALL, errors.ApiError)} <= documented


def test_every_class_of_error_is_listed():
    assert set(errors.ALL) == set(_below(errors.ApiError))


def _below(cls):
    for each in cls.__subclasses__():
        yield each
        yield from _below(each)


def test_documented_error_codes_exist():
    ours = {each.code for each in (*errors.ALL, errors.ApiError)}
    from_http = {"bad_request", "method_not_allowed", "request_uri_too_large"}
    assert {cells[1].strip("`") for cells in rows(page("errors"))[1:]} == ours | from_http


def test_every_metric_is_documented():
    exposed = set(re.findall(r'Counter\("(\w+)"', Path(metrics.__file__).read_text(encoding="utf-8")))
    others = set(re.findall(r'(?:Gauge|Histogram)\("(\w+)"', Path(metrics.__file__).read_text(encoding="utf-8")))
    assert exposed
    assert {f"{name}_total" for name in exposed} | others <= codes(page("operations"))


def test_logins_of_the_demo_are_documented():
    documented = {cells[0].strip("`"): cells[1].strip("`") for cells in rows(page("demo"))[1:]}
    assert documented == {login: f"demo-{login}" for login in demo.LOGINS}


# --- Routes


def test_every_route_is_in_the_overview(known_routes):
    overview = page("api").partition("What there is")[2].partition("Logging in\n")[0]
    documented = set()
    for cells in rows(overview)[1:]:
        method = re.search(r"``(GET|POST|PUT|PATCH|DELETE)", cells[0])[1]
        documented |= {(method, text.removeprefix(f"{method} ")) for text in codes(cells[0])}
    machines = {("GET", "/health"), ("GET", "/ready"), ("GET", "/metrics")}
    assert documented == known_routes | machines


@pytest.mark.parametrize("where", ["README.rst", "docs/demo.rst", "docs/api.rst", "docs/tutorial.rst"])
def test_curl_lines_call_routes_that_exist(app, where):
    urls = re.findall(r"\$URL(/[^\s\"'`]+)", (ROOT / where).read_text(encoding="utf-8"))
    urls += re.findall(rf"localhost:8000{PREFIX}(/[^\s\"'`]+)", (ROOT / where).read_text(encoding="utf-8"))
    adapter = app.url_map.bind("localhost")
    assert urls
    for url in urls:
        path = url.partition("?")[0].replace("ID", "1").rstrip(".")
        assert any(adapter.test(f"{PREFIX}{path}", method) for method in ("GET", "POST")), url


@pytest.mark.parametrize("where", ["README.rst", "docs/demo.rst"])
def test_first_curl_lines_are_answered_by_the_demo(site, where):
    urls = re.findall(r"\$URL(/[^\s\"']+)\"?$", (ROOT / where).read_text(encoding="utf-8"), re.M)
    assert urls
    for url in urls:
        assert site.get(url, login="pi").json.get("results"), url


@pytest.mark.parametrize("where", RESOURCES)
def test_examples_of_a_resource_are_answered_as_the_page_says(written, where):
    reader, found = examples.Reader(written), examples.of_page(page(where))
    assert found
    assert {str(each): wrong for each in found if (wrong := reader.try_out(each))} == {}


def test_lines_that_the_demo_prints_are_answered_by_it(site):
    printed = demonstration.welcome("URL")
    urls = re.findall(r"\"?URL(/(?!auth|docs)[^\s\"]+)", printed)
    assert urls
    assert [url for url in urls if not site.get(url, login="pi").json["results"]] == []


def test_differences_are_told_of_routes_that_exist(known_routes):
    known = {path for _, path in known_routes}
    named = {
        text.split(" ")[-1]
        for cells in rows(page("compatibility").partition("By route")[2])
        for text in codes(cells[0])
    }
    assert named
    assert named <= known


def test_every_permission_is_explained():
    text = (DOCS / "authentication.rst").read_text(encoding="utf-8")
    assert [
        permission for permission, meaning in MEANING.items() if f"``{permission}``" not in text or meaning not in text
    ] == []


def test_every_other_word_for_an_experiment_is_told():
    table = page("ingest").partition("Taken for it")[2].partition("What a facility")[0]
    assert codes(table) == {*words.SYNONYMS, *words.SYNONYMS.values()}
