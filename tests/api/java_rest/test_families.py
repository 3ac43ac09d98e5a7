"""Databases of either family, which have no tables for some of it: answered with what there is, never with a failure."""

import logging

import pytest

from ispyb_api import paths
from ispyb_api import settings as configuration
from ispyb_api.app import engine_of
from ispyb_api.db import adopt
from tests.api.java_rest.checking import Checker
from tests.api.java_rest.walking import OWN, WORDS, filled, parts, routes
from tests.support import dls_sample, families
from tests.support.java import Java

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


def test_every_answer_is_as_the_facts_have_it(java):
    wrong, seen = {}, {}
    for row in java.site.ask("SELECT proposalId FROM Proposal WHERE proposalCode IS NOT NULL"):
        found, rows = Checker(java, row["proposalId"]).look()
        wrong.update(found)
        seen = {path: seen.get(path, 0) + rows[path] for path in rows}
    assert wrong == {}
    assert sum(1 for rows in seen.values() if rows) > 20
