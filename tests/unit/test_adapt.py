"""Queries fitted to the tables a site has."""

import pytest

from ispyb_api.db.adapt import fit, lowered
from ispyb_api.db.queries import Query

TEXT = """SELECT g.groupId,
       g.workflowId,
       w.title AS Workflow__title,
       COALESCE(w.title, g.name) AS shown,
       (SELECT COUNT(*)
          FROM Part p
         WHERE p.groupId = g.groupId) AS parts
  FROM Grp g
  LEFT JOIN Workflow w ON w.workflowId = g.workflowId
 WHERE 1 = 1 /*where*/
 ORDER BY g.groupId"""
ALL = {"Grp": {"groupId", "workflowId", "name"}, "Workflow": {"workflowId", "title"}, "Part": {"groupId"}}


def fitted(catalog, sql=TEXT):
    return fit(Query("q", frozenset(), sql, "here"), lowered(catalog))


def test_whole_database_leaves_the_text_alone():
    found = fitted(ALL)
    assert (found.query.sql, found.nulls, found.refused) == (TEXT, (), "")


def test_names_are_compared_as_mariadb_does():
    assert fitted({table: {c.upper() for c in columns} for table, columns in ALL.items()}).query.sql == TEXT


def test_missing_column_that_is_only_shown_is_null():
    found = fitted({**ALL, "Workflow": {"workflowId"}})
    assert "NULL AS Workflow__title" in found.query.sql
    assert "COALESCE(NULL, g.name) AS shown" in found.query.sql
    assert found.nulls == ("Workflow.title",)


def test_null_keeps_the_columns_name():
    found = fitted({"Grp": {"groupId"}}, "SELECT g.groupId,\n       g.name\n  FROM Grp g")
    assert found.query.sql == "SELECT g.groupId,\n       NULL AS name\n  FROM Grp g"


def test_null_among_a_functions_values_has_no_name():
    found = fitted(
        {"Grp": {"groupId"}}, "SELECT g.groupId, COALESCE(g.groupId, g.name, g.workflowId) AS n\n  FROM Grp g"
    )
    assert found.query.sql == "SELECT g.groupId, COALESCE(g.groupId, NULL, NULL) AS n\n  FROM Grp g"


def test_missing_outer_table_is_left_out():
    found = fitted({"Grp": {"groupId", "name"}, "Part": {"groupId"}})
    assert "Workflow w" not in found.query.sql
    assert "NULL AS workflowId" in found.query.sql
    assert not found.refused


@pytest.mark.parametrize(
    ("catalog", "says"),
    [
        ({"Part": {"groupId"}, "Workflow": ALL["Workflow"]}, "table Grp is missing"),
        ({"Grp": ALL["Grp"], "Workflow": ALL["Workflow"]}, "table Part is missing"),
        ({**ALL, "Grp": {"workflowId", "name"}}, "column Grp.groupId is missing"),
    ],
)
def test_what_cannot_be_made_good_is_refused_with_the_reason(catalog, says):
    assert fitted(catalog).refused == says


def test_what_an_outer_tables_condition_reads_of_itself_goes_with_it():
    sql = (
        "SELECT a.x,\n       b.y AS last\n  FROM A a\n"
        "  LEFT JOIN B b ON b.id = (SELECT MAX(z.id) FROM B z WHERE z.a = a.id)  -- noqa\n WHERE a.x = 1"
    )
    found = fitted({"A": {"id", "x"}}, sql)
    assert (found.refused, found.query.sql) == ("", "SELECT a.x,\n       NULL AS last\n  FROM A a\n WHERE a.x = 1")


def test_text_in_quotes_and_comments_is_not_looked_at():
    sql = "SELECT 'x FROM Nowhere n' AS a -- JOIN Gone g\n  FROM Grp g"
    assert fitted({"Grp": {"groupId"}}, sql).query.sql == sql


@pytest.mark.parametrize("clause", ["ON DUPLICATE KEY UPDATE groupId = groupId", "ON CONFLICT (a) DO UPDATE SET a = 1"])
def test_what_to_do_with_a_duplicate_is_no_table(clause):
    assert fitted(ALL, f"INSERT INTO Grp (groupId) VALUES (1) {clause}").refused == ""
