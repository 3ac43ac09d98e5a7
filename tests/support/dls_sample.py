"""The rows of a real ISPyB database, one file a table."""

import contextlib

from ispyb_api import demonstration
from ispyb_api import settings as configuration
from ispyb_api.app import create_app
from ispyb_api.auth.backends.static import hashed
from ispyb_api.db.load_tsv import load_folder
from tests.support import facts
from tests.support.sites import Site


def folder():
    """Return the folder of the files; skip where it is absent."""
    return facts.path("data/dls-sample")


def load(engine):
    """Load the sample into a database; return what became of each file."""
    return load_folder(engine, folder())


def counts():
    """Return ``{table: number of rows}`` of the files."""
    return {path.stem: path.read_bytes().count(b"\n") - 1 for path in sorted(folder().glob("*.tsv"))}


@contextlib.contextmanager
def open_site(url, folder, **more):
    """Make a site of a database with these rows: their person, boaty, may log in, and admin sees everything.

    ``more`` are settings, as ``{"files.roots": [...]}``.
    """
    users = [{"login": login, "password_hash": hashed(f"demo-{login}", quick=True)} for login in ("boaty", "admin")]
    overrides = {
        **demonstration.settings(folder),
        "database.url": url,
        "auth.backend": [{"name": "demo", "kind": "static", "demo": True, "users": users}],
        **more,
    }
    settings = configuration.load(environ={}, overrides=overrides)
    site = Site("mariadb", url, settings, create_app(settings))
    site.ask("INSERT INTO Person (personId, login) VALUES (900001, 'admin')")
    site.ask("INSERT INTO UserGroup (userGroupId, name) VALUES (900001, 'everything')")
    site.ask("INSERT INTO UserGroup_has_Person (userGroupId, personId) VALUES (900001, 900001)")
    site.ask(
        "INSERT INTO UserGroup_has_Permission (userGroupId, permissionId) "
        "SELECT 900001, MIN(permissionId) FROM Permission WHERE type = 'all_proposals'"
    )
    yield site
    site.app.extensions["ispyb_api"].live.closing.set()
