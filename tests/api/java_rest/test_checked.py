"""Every answer of every route against the facts, on the demo facility."""

import pytest

from tests.api.java_rest.checking import HEADINGS, NEEDED, Checker, keys_of, named_shapes, shaped_routes

PROPOSALS = (1, 2, 3, 4)


def test_every_shape_is_one_of_the_facts(app):
    named = named_shapes()
    assert {name for name, _ in shaped_routes(app).values()} <= named.keys()
    without = {name for name, _ in shaped_routes(app).values() if keys_of(name) is None}
    assert without == set()
    assert {key for name, keys in NEEDED.items() for key in keys if key not in {each.name for each in named[name].keys}} == set()  # fmt: skip


def test_every_shape_has_the_keys_of_the_facts():
    named = named_shapes()
    wrong = {
        name: {each.name for each in named[name].keys} ^ keys_of(name).keys() for name in HEADINGS if name in named
    }
    assert {name: keys for name, keys in wrong.items() if keys} == {}


@pytest.mark.parametrize("number", PROPOSALS)
def test_every_answer_is_as_the_facts_have_it(java, number):
    wrong, _ = Checker(java, number).look()
    assert wrong == {}


def test_no_route_is_looked_at_without_rows(java_written):
    java, seen = java_written, {}
    java.site.ask("INSERT INTO Structure (proposalId, name, structureType) VALUES (1, 'water', 'LIGAND')")
    for number in PROPOSALS:
        wrong, rows = Checker(java, number).look()
        assert wrong == {}
        seen = {path: seen.get(path, 0) + rows[path] for path in rows}
    assert sorted(path for path, rows in seen.items() if not rows) == []
