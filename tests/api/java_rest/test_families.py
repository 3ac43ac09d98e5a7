"""Databases of either family, which have no tables for some of it: answered with what there is, never with a failure."""

import logging

import pytest

from ispyb_api import paths
from ispyb_api import settings as configuration
from ispyb_api.app import engine_of
from ispyb_api.db import adopt
from tests.api.java_rest.walking import OWN, WORDS, filled, parts, routes
from tests.support import dls_sample, families
from tests.support.java import Java, faults, table

COLLECTION, PROPOSAL, SESSION = 993677, "cm14451", 55167


@pytest.fixture(scope="module", params=families.FLAVOURS)
def java(request, tmp_path_factory):
    """A database of one family with rows of a real facility, adopted."""
    with families.database(request.param) as url:
        engine = engine_of(configuration.load(environ={}, overrides={"database.url": url, "token.secret": "s" * 32}))
        with engine.raw() as raw:
            raw.cursor().execute("INSERT INTO Permission (type, description) VALUES ('all_proposals', 'by the test')")
        adopt.baseline(engine, paths.MIGRATIONS)
        with dls_sample.open_site(url, tmp_path_factory.mktemp("adopted")) as site:
            yield Java(site)


def test_no_route_fails_for_want_of_a_table(java, caplog):
    caplog.set_level(logging.WARNING)
    for path, _, function in routes(java.site.app, "GET"):
        if not getattr(function, "__changes__", False):
            values = {name: SESSION if name.startswith("session") else COLLECTION for name in parts(path)}
            answer = java.get(filled(path, PROPOSAL, OWN | values | WORDS))
            assert answer.status_code in (200, 204, 404), f"{path}: {answer.text}"
    ours = ("ispyb_api.compat", "ispyb_api.db")  # what servers of other tests still say is theirs
    assert [record.getMessage() for record in caplog.records if record.name.startswith(ours)] == []


def test_rows_are_as_the_facts_have_them(java):
    sessions = java.rows(f"/proposal/{PROPOSAL}/session/list")
    assert sessions
    assert [faults(row, table("## 3. Session"), omits=True) for row in sessions if faults(row, table("## 3. Session"), omits=True)] == []  # fmt: skip
    ids = ",".join(str(row["sessionId"]) for row in sessions)
    keys = table("### 4.1 Group summary rows")
    groups = java.rows(f"/proposal/{PROPOSAL}/mx/datacollection/session/{ids}/list")
    assert groups
    assert [faults(row, keys, omits=True) for row in groups if faults(row, keys, omits=True)] == []
