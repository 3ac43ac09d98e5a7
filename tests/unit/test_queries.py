"""Named queries: headers, binding, slots."""

import pytest

from ispyb_api.db import queries
from ispyb_api.db.queries import Clause, Query, QueryError


def query(sql, *params):
    return Query("q", frozenset(params), sql, "here")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "sessions").mkdir()

    def write(text, name="sessions.sql"):
        (tmp_path / "sessions" / name).write_text(text)
        return tmp_path

    return write


def test_binds_in_each_drivers_style():
    q = query("SELECT :a, ':a', \":a\" -- :a\n, b::c", "a")
    assert q.render(True, {"a": 1}) == ("SELECT %(a)s, ':a', \":a\" -- :a\n, b::c", {"a": 1})
    assert q.render(False, {"a": 1})[0].startswith("SELECT :a, ':a'")


def test_literal_percent_survives_pymysql():
    assert query("SELECT '50%' LIKE :x", "x").render(True, {"x": 1})[0] == "SELECT '50%%' LIKE %(x)s"


def test_list_becomes_as_many_parameters():
    q = query("SELECT 1 WHERE a IN (:ids)", "ids")
    assert q.render(False, {"ids": [7, 8]}) == ("SELECT 1 WHERE a IN (:ids_0, :ids_1)", {"ids_0": 7, "ids_1": 8})
    assert q.render(False, {"ids": []}) == ("SELECT 1 WHERE a IN (NULL)", {})


def test_slot_takes_a_clause_wherever_it_stands():
    q = query("SELECT 1 /*where*/ UNION SELECT 2 /*where*/")
    sql, params = q.render(False, {}, {"where": Clause(" AND (a = :x)", {"x": 3})})
    assert sql.count("a = :x") == 2
    assert params == {"x": 3}


def test_unused_slots_leave_a_statement_that_runs():
    assert query("SELECT 1 /*where*/ /*page*/").render(False, {})[0] == "SELECT 1  "


def test_wrong_call_is_refused():
    with pytest.raises(QueryError, match=r"takes \['a'\], got \['b'\]"):
        query("SELECT :a", "a").render(False, {"b": 1})


def test_one_name_cannot_have_two_values():
    with pytest.raises(QueryError, match="two values for :x"):
        query("SELECT :x /*where*/", "x").render(False, {"x": 1}, {"where": Clause("AND a = :x", {"x": 2})})


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("SELECT 1", "no '-- name"),
        ("-- name: a(x)\nSELECT 1;", r"declares \['x'\], uses \[\]"),
        ("-- name: a()\nSELECT :y;", r"declares \[\], uses \['y'\]"),
        ("-- name: a()\nSELECT 1;\n-- name: a()\nSELECT 2;", "defined twice"),
    ],
)
def test_bad_file_is_refused_at_start(folder, text, says):
    with pytest.raises(QueryError, match=says):
        queries.load(folder(text), "sqlite")


def test_part_of_others_says_so(folder):
    found = queries.load(folder("-- part: a()\nSELECT 1;\n-- name: b()\nSELECT 2;"), "sqlite")
    assert (found["sessions.a"].is_part, found["sessions.b"].is_part) == (True, False)


def test_slot_may_belong_to_a_part_of_the_statement():
    found = query("SELECT 1 /*where_robot*/ /*where*/")
    assert found.render(False, {}, {"where_robot": Clause("AND 2 = 2")})[0] == "SELECT 1 AND 2 = 2 "


def test_variant_replaces_for_its_engine_only(folder):
    folder("-- name: a(x)\nSELECT 1, :x;\n\n-- name: b()\nSELECT 2;")
    root = folder("-- name: a(x)\nSELECT 3, :x;", "sessions.sqlite.sql")
    assert queries.load(root, "sqlite")["sessions.a"].sql == "SELECT 3, :x"
    assert queries.load(root, "mariadb")["sessions.a"].sql == "SELECT 1, :x"
    assert queries.load(root, "sqlite")["sessions.b"].sql == "SELECT 2"


@pytest.mark.parametrize("text", ["-- name: other()\nSELECT 1;", "-- name: a(y)\nSELECT :y;"])
def test_variant_that_fits_nothing_is_refused(folder, text):
    folder("-- name: a()\nSELECT 1;")
    with pytest.raises(QueryError):
        queries.load(folder(text, "sessions.sqlite.sql"), "sqlite")
