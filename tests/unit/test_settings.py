"""Settings: where they come from, and how wrong ones are refused."""

import pytest

from ispyb_api import settings
from ispyb_api.settings import SettingsError

NEEDED = {"ISPYB_DATABASE_URL": "mysql://u:hush@db/ispyb", "ISPYB_TOKEN_SECRET": "s" * 32}


@pytest.fixture
def site_file(tmp_path):
    def write(text):
        path = tmp_path / "site.toml"
        path.write_text(text)
        return path

    return write


def test_file_over_default_environment_over_file_command_line_over_all(site_file):
    path = site_file('[server]\nport = 1\nworkers = 3\nthreads = 5\n[site]\nname = "Here"')
    environ = {**NEEDED, "ISPYB_SETTINGS": str(path), "ISPYB_SERVER_PORT": "2", "ISPYB_SERVER_WORKERS": "4"}
    loaded = settings.load(environ=environ, overrides={"server.port": 9})
    found = (loaded.server.port, loaded.server.workers, loaded.server.threads, loaded.server.host, loaded.site.name)
    assert found == (9, 4, 5, "127.0.0.1", "Here")
    assert [loaded.origins[f"server.{key}"] for key in ("port", "workers", "threads")] == [
        "the command line",
        "ISPYB_SERVER_WORKERS",
        str(path),
    ]


def test_secrets_come_from_files_too(tmp_path):
    (tmp_path / "secret").write_text("f" * 40 + "\n")
    environ = {"ISPYB_DATABASE_URL": "sqlite:///x", "ISPYB_TOKEN_SECRET_FILE": str(tmp_path / "secret")}
    assert settings.load(environ=environ).token.secret == "f" * 40


def test_lists_and_booleans_from_the_environment():
    environ = {**NEEDED, "ISPYB_HTTP_CORS_ORIGINS": "https://a.example, https://b.example", "ISPYB_HTTP_GZIP": "false"}
    loaded = settings.load(environ=environ)
    assert loaded.http.cors_origins == ("https://a.example", "https://b.example")
    assert loaded.http.gzip is False


def test_backends_are_tables(site_file):
    path = site_file(
        '[[auth.backend]]\nname = "a"\nkind = "static"\nusers = []\n[[auth.backend]]\nname = "b"\nkind = "x"'
    )
    loaded = settings.load(path, environ=NEEDED)
    assert [(each["name"], each["kind"]) for each in loaded.auth.backend] == [("a", "static"), ("b", "x")]


def test_defaults_are_safe():
    loaded = settings.load(environ=NEEDED)
    assert loaded.server.host == "127.0.0.1"
    assert loaded.http.cors_origins == loaded.files.roots == loaded.auth.backend == ()
    assert loaded.metrics.mode == "off"


@pytest.mark.parametrize(
    ("environ", "says"),
    [
        ({"ISPYB_TOKEN_SECRET": "s" * 32}, "database.url is not set.*ISPYB_DATABASE_URL"),
        ({"ISPYB_DATABASE_URL": "sqlite:///x"}, "token.secret is not set.*ISPYB_TOKEN_SECRET"),
        ({**NEEDED, "ISPYB_TOKEN_SECRET": "short"}, r"token.secret: .*32.*ISPYB_TOKEN_SECRET"),
        ({**NEEDED, "ISPYB_DATABASE_URL": "mysql:/x"}, r"database.url: .*\(ISPYB_DATABASE_URL\)"),
        ({**NEEDED, "ISPYB_SERVER_PROT": "1"}, "ISPYB_SERVER_PROT names no setting"),
        ({**NEEDED, "ISPYB_SERVER_PORT_FILE": "/x"}, "ISPYB_SERVER_PORT_FILE names no setting"),
        ({**NEEDED, "ISPYB_SERVER_PORT": "many"}, "ISPYB_SERVER_PORT must be a number"),
        ({**NEEDED, "ISPYB_SERVER_PORT": "70000"}, r"server.port: .*\(ISPYB_SERVER_PORT\)"),
        ({**NEEDED, "ISPYB_HTTP_GZIP": "yes"}, "ISPYB_HTTP_GZIP must be true or false"),
        ({**NEEDED, "ISPYB_METRICS_MODE": "token"}, "metrics.token is not set"),
        ({**NEEDED, "ISPYB_FILES_PATH_MAP": "/data=/mnt,/x"}, r"files.path_map.1: .*\(ISPYB_FILES_PATH_MAP\)"),
        ({**NEEDED, "ISPYB_FILES_PATH_MAP": "data=/mnt"}, "files.path_map.0: Must be"),
        ({**NEEDED, "ISPYB_SETTINGS": "/nowhere.toml"}, "/nowhere.toml cannot be read.*ISPYB_SETTINGS"),
        ({"ISPYB_TOKEN_SECRET_FILE": "/nowhere"}, "ISPYB_TOKEN_SECRET_FILE: /nowhere cannot be read"),
    ],
)
def test_wrong_environment_is_refused_by_name(environ, says):
    with pytest.raises(SettingsError, match=says):
        settings.load(environ=environ)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[server]\nprot = 1", r"server.prot: Unknown field. \(.*site.toml\)"),
        ("[sever]\nport = 1", r"sever: Unknown field. \(.*site.toml\)"),
        ('[server]\nport = "1x"', r"server.port: .*\(.*site.toml\)"),
        ("port = 1", "port in .*site.toml must be a .port. table"),
        ("[server", "site.toml is not TOML"),
        ('[[auth.backend]]\nkind = "static"', r"auth.backend.0.name: .*\(.*site.toml\)"),
    ],
)
def test_wrong_file_is_refused_by_name(site_file, text, says):
    with pytest.raises(SettingsError, match=says):
        settings.load(site_file(text), environ=NEEDED)


def test_shown_settings_hide_every_secret():
    environ = {**NEEDED, "ISPYB_METRICS_TOKEN": "metrics-secret", "ISPYB_METRICS_MODE": "token"}
    loaded = settings.load(environ=environ)
    shown = {key: (value, origin) for key, value, origin in settings.effective(loaded)}
    assert shown["database.url"] == ("mysql://u:***@db/ispyb", "ISPYB_DATABASE_URL")
    text = repr(shown) + repr(loaded)
    assert not any(secret in text for secret in ("hush", "s" * 32, "metrics-secret"))


def test_settings_do_not_change():
    with pytest.raises(AttributeError):
        settings.load(environ=NEEDED).server.port = 1
