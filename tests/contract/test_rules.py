"""Rules of the house, as tests."""

import re
from pathlib import Path

import flask_restx
import marshmallow as ma
import pytest
from marshmallow import fields

from ispyb_api import app as application
from ispyb_api import checking, paths
from ispyb_api.app import PREFIX, routes
from ispyb_api.auth.permissions import MEANING, Permission
from ispyb_api.db import catalog, queries
from ispyb_api.tracing import queries_of

PACKAGE = Path(application.__file__).parent


def schemas_of(app):
    """Return every schema that a route takes or gives, with those nested in them: {schema class: "in" or "out"}."""
    found = {}
    waiting = [(getattr(f, "__returns__", None), "out") for _, _, f in routes(app)]
    waiting += [(getattr(f, "__accepts__", None), "in") for _, _, f in routes(app)]
    while waiting:
        schema, way = waiting.pop()
        if schema is None or schema in found:
            continue
        found[schema] = way
        for field in schema().fields.values():
            inner = innermost(field)
            if isinstance(inner, fields.Nested):
                waiting.append((type(inner.schema), way))
    return found


def innermost(field):
    """Return what a list or a map consists of; anything else as it is."""
    inner = getattr(field, "value_field", None) or getattr(field, "inner", None)
    return innermost(inner) if inner else field


def test_every_query_prepares(site):
    refused = {name: why for name, why, *_ in checking.queries(site.database) if why}
    assert refused == {}


def test_nothing_is_null_for_want_of_a_column_in_our_own_schema(site):
    assert {name: fitted.nulls for name, fitted in site.database.fitted().items() if fitted.nulls} == {}


def test_every_query_is_used(site):
    source = "\n".join(path.read_text() for path in PACKAGE.rglob("*.py"))
    assert [name for name in site.database.fitted() if f'"{name}"' not in source] == []


def test_queries_lie_in_folders_named_as_the_packages():
    folders = {path.parent.relative_to(paths.QUERIES).as_posix() for path in paths.QUERIES.rglob("*.sql")}
    packages = (PACKAGE, PACKAGE / "compat")
    assert [folder for folder in folders if not any((each / folder).is_dir() for each in packages)] == []


@pytest.mark.parametrize("engine", ["mariadb", "sqlite"])
def test_queries_say_what_they_answer_and_name_their_columns(engine):
    for query in queries.load(paths.QUERIES, engine).values():
        assert re.match(r"-- [A-Z].*", query.sql), f"{query.origin}: {query.name} has no comment"
        assert not re.search(r"SELECT\s+(?:\w+\.)?\*", query.sql), f"{query.origin}: {query.name} selects *"


def test_every_route_is_known_to_the_tracer(app):
    """A route below a domain runs queries; if none is found, check cannot tell which routes a database lacks."""
    names = set(app.extensions["ispyb_api"].database._written)
    without = {rule.rule.removeprefix(PREFIX) for rule, _, function in routes(app) if not queries_of(function, names)}
    # Logging in needs our own tables only, and every database has those; the dictionary needs none.
    assert {path for path in without if not path.startswith(("/auth/", "/user/", "/dictionary"))} == set()


def test_a_route_that_forgets_its_guard_stops_the_application(app):
    namespace = flask_restx.Namespace("open")

    class Open(flask_restx.Resource):
        def get(self):
            """Answer anybody"""

    namespace.add_resource(Open, "/open")
    blueprint_api = flask_restx.Api(prefix=PREFIX)
    blueprint_api.add_namespace(namespace)
    other = type(app)("other")
    blueprint_api.init_app(other)
    with pytest.raises(RuntimeError, match="does not say whom it is for"):
        application._every_route_is_guarded(other)


def test_permissions_fit_their_column_and_have_a_meaning():
    assert [p for p in Permission if len(p) > 15] == []
    assert set(MEANING) == set(Permission)


def test_every_field_means_something(app):
    silent = []
    for schema in schemas_of(app):
        for name, field in schema().fields.items():
            if not field.metadata.get("meaning"):
                silent.append(f"{schema.__name__}.{name}")
    assert silent == []


def test_every_field_that_is_sent_says_where_it_comes_from(app, site):
    with site.database.engine.connection() as raw:
        tables = {t.lower(): {c.lower() for c in cs} for t, cs in catalog.columns(raw).items()}
    wrong = []
    for schema, way in schemas_of(app).items():
        if way == "in" or schema.__name__ in ("ErrorSchema",):
            continue
        for name, field in schema().fields.items():
            source = field.metadata.get("source")
            nested = isinstance(field, fields.Nested) or isinstance(getattr(field, "inner", None), fields.Nested)
            if nested and not source:
                continue
            if not source:
                wrong.append(f"{schema.__name__}.{name}: no source")
                continue
            for table, column in re.findall(r"\b([A-Z]\w+)\.(\w+)", source):
                if column.lower() not in tables.get(table.lower(), ()):
                    wrong.append(f"{schema.__name__}.{name}: {table}.{column} does not exist")
    assert wrong == []


def test_every_measured_number_has_a_unit(app):
    without = [
        f"{schema.__name__}.{name}"
        for schema in schemas_of(app)
        for name, field in schema().fields.items()
        if isinstance(field, fields.Float) and not field.metadata.get("unit")
    ]
    assert without == []


def test_pages_and_filters_agree(app):
    """What a list can be sorted by is in its rows, or in an object that these have, as what is counted for them."""
    for _, _, function in routes(app):
        accepted = getattr(function, "__accepts__", None)
        if accepted and "order_by" in accepted().fields:
            choices = accepted().fields["order_by"].validate.choices
            rows = function.__returns__().fields["results"].inner.schema.fields
            within = {
                name for field in rows.values() if isinstance(field, fields.Nested) for name in field.schema.fields
            }
            assert [name for name in choices if name not in rows and name not in within] == []


def test_schemas_are_named_apart(app):
    names = [schema.__name__ for schema in schemas_of(app)]
    assert len(names) == len(set(names))
    assert all(issubclass(schema, ma.Schema) for schema in schemas_of(app))
