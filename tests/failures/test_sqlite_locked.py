"""SQLite's single lock, held by somebody else."""

import sqlite3

from ispyb_api import demonstration, paths
from ispyb_api import settings as configuration
from ispyb_api.app import PREFIX, create_app, engine_of
from ispyb_api.db import migrate
from ispyb_api.db import sqlite as engine_module


def test_locked_database_is_503(tmp_path, monkeypatch):
    monkeypatch.setattr(engine_module, "BUSY_SECONDS", 0.2)
    settings = configuration.load(environ={}, overrides=demonstration.settings(tmp_path))
    migrate.migrate(engine_of(settings), paths.MIGRATIONS)
    app = create_app(settings)
    holder = sqlite3.connect(tmp_path / demonstration.DATABASE, isolation_level=None)
    holder.execute("INSERT INTO Person (login) VALUES ('admin')")
    holder.execute("BEGIN EXCLUSIVE")
    body = {"login": "admin", "password": "demo-admin"}
    locked = app.test_client().post(f"{PREFIX}/auth/login", json=body)
    assert (locked.status_code, locked.json["code"]) == (503, "database_unavailable")
    holder.execute("ROLLBACK")
    holder.close()
    assert app.test_client().post(f"{PREFIX}/auth/login", json=body).status_code == 201
