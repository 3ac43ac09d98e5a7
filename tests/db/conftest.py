"""Empty databases on both engines."""

import contextlib

import pytest

from ispyb_api.db import migrate
from ispyb_api.db.engines import from_url
from ispyb_api.paths import MIGRATIONS
from tests.support import mariadb


@contextlib.contextmanager
def empty_engine(name, folder):
    """Yield an engine with an empty database of its own."""
    if name == "mariadb":
        with mariadb.database() as url:
            yield from_url(url)
    else:
        yield from_url(f"sqlite:///{folder}/ispyb.db")


@pytest.fixture(params=["sqlite", "mariadb"])
def empty(request, tmp_path):
    """An engine with an empty database."""
    with empty_engine(request.param, tmp_path) as engine:
        yield engine


@pytest.fixture(params=["sqlite", "mariadb"], scope="module")
def migrated(request, tmp_path_factory):
    """An engine whose database our migrations made; only to be read, shared by a module's tests."""
    with empty_engine(request.param, tmp_path_factory.mktemp("migrated")) as engine:
        migrate.migrate(engine, MIGRATIONS)
        yield engine
