"""A whole site: a migrated database with the demo facility, its application, its callers."""

import contextlib
import math
import threading
import time
from dataclasses import dataclass, field
from unittest import mock

import flask
from werkzeug.serving import WSGIRequestHandler, make_server

from ispyb_api import demo, demonstration, paths
from ispyb_api import settings as configuration
from ispyb_api.app import PREFIX, create_app, engine_of
from ispyb_api.db import meter, migrate
from tests.support import mariadb

_A_TOKEN_SERVES = 300  # seconds; it lasts 900, which a site that many tests share outlives


@dataclass
class Counted:
    number: int = 0


@dataclass
class Site:
    """One database with its application; ``get`` asks it as somebody."""

    name: str
    url: str
    settings: object
    app: flask.Flask
    _tokens: dict = field(default_factory=dict)
    _counted: Counted = field(default_factory=Counted)

    @property
    def database(self):
        return self.app.extensions["ispyb_api"].database

    def token(self, login):
        """Return a real token of one of the demo's logins, by logging in once while a token lasts."""
        token, made = self._tokens.get(login, (None, -math.inf))
        if time.monotonic() - made > _A_TOKEN_SERVES:
            before = self._counted.number
            answer = self.app.test_client().post(
                f"{PREFIX}/auth/login", json={"login": login, "password": f"demo-{login}"}
            )
            self._counted.number = before
            assert answer.status_code == 201, answer.json
            token = answer.json["token"]
            self._tokens[login] = token, time.monotonic()
        return token

    def headers(self, login):
        """Return the headers of a caller; none for a stranger."""
        return {"Authorization": f"Bearer {self.token(login)}"} if login else {}

    def get(self, path, login="admin", **options):
        return self.open("GET", path, login, **options)

    def open(self, method, path, login="admin", headers=None, **options):
        """Send a request below the API's prefix."""
        headers = {**self.headers(login), **(headers or {})}
        return self.app.test_client().open(f"{PREFIX}{path}", method=method, headers=headers, **options)

    def ask(self, sql, *values):
        """Return the rows of a query of the test's own, to compare with; values are bound as %s."""
        with self.database.engine.raw() as raw:
            cursor = raw.cursor()
            cursor.execute(sql if self.name == "mariadb" else sql.replace("%s", "?"), values)
            return list(cursor.fetchall()) if cursor.description else []

    @contextlib.contextmanager
    def statements(self):
        """Count the SQL statements of the block's requests; those that find out who calls, and log in, are left out."""
        counted, count = Counted(), meter.statement
        self._counted = counted
        callers = self.app.extensions["ispyb_api"].callers

        @contextlib.contextmanager
        def counting():
            counted.number += 1
            with count():
                yield

        def find(*arguments):
            before = counted.number
            try:
                return type(callers).find(callers, *arguments)
            finally:
                counted.number = before

        with mock.patch.object(meter, "statement", counting), mock.patch.object(callers, "find", find):
            yield counted


# The tests come from one address, and many of them fail to log in.
UNLIMITED = {"auth.failures_per_login": "", "auth.failures_per_address": ""}


@contextlib.contextmanager
def open_site(engine, folder, **overrides):
    """Make a site on ``engine`` ("sqlite" or "mariadb"); ``overrides`` are settings, as ``{"token.issuer": "x"}``."""
    with _database_url(engine, folder) as url:
        values = {**demonstration.settings(folder), **UNLIMITED, "database.url": url, **overrides}
        settings = configuration.load(environ={}, overrides=values)
        opened = engine_of(settings)
        migrate.migrate(opened, paths.MIGRATIONS)
        demo.fill(opened, paths.DEMO, folder / "files")
        site = Site(engine, url, settings, create_app(settings))
        site.database._totals.slow = 60.0  # a busy machine must not make a test's totals old
        yield site
        site.app.extensions["ispyb_api"].live.closing.set()
        site.database.engine.pool.close()


class Quiet(WSGIRequestHandler):
    def log(self, *_):
        pass  # the application writes its own


@contextlib.contextmanager
def served(site):
    """Serve a site on loopback; yield the server's address."""
    server = make_server("127.0.0.1", 0, site.app, threaded=True, request_handler=Quiet)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@contextlib.contextmanager
def _database_url(engine, folder):
    if engine == "mariadb":
        with mariadb.database() as url:
            yield url
    else:
        yield f"sqlite:///{folder}/ispyb.db"
