"""The reader of migrations."""

import pytest

from ispyb_api.db import ddl, sqlite_ddl


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("SELECT 1;", [(1, "SELECT 1")]),
        ("SELECT 1", [(1, "SELECT 1")]),
        ("-- a; b\nSELECT 1; -- c;\n\nSELECT 2;", [(2, "SELECT 1"), (4, "SELECT 2")]),
        ("SELECT ';', '--', '/*', 'it''s', 'a\\';b';", [(1, "SELECT ';', '--', '/*', 'it''s', 'a\\';b'")]),
        ("/* one;\n two */ SELECT\n 1; SELECT 2;", [(2, "SELECT\n 1"), (3, "SELECT 2")]),
        ("SELECT 2-1, 4/2, `a;b`;", [(1, "SELECT 2-1, 4/2, `a;b`")]),
        (";;\n ;", []),
    ],
)
def test_split_minds_strings_and_comments(text, statements):
    assert list(ddl.split(text)) == statements


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE Person",
        "CREATE TABLE Person (personId INT) ENGINE = InnoDB",
        "CREATE TABLE IF NOT EXISTS a (b GEOMETRY SRID 4326) ENGINE = InnoDB",
        "CREATE TABLE IF NOT EXISTS a (b INT CHECK (b > 1), PRIMARY KEY (b)) ENGINE = InnoDB",
        "ALTER TABLE a DROP COLUMN b",
        "UPDATE a SET b = 1",
    ],
)
def test_anything_else_is_refused(statement):
    with pytest.raises(ddl.NotUnderstood):
        ddl.parse(statement)


def test_schema_follows_later_columns():
    made = ddl.schema(
        [
            "CREATE TABLE IF NOT EXISTS a (b INT NOT NULL, PRIMARY KEY (b)) ENGINE = InnoDB",
            "ALTER TABLE a ADD COLUMN IF NOT EXISTS c VARCHAR(5)",
            "SET NAMES utf8mb4",
        ]
    )
    assert {table: {name: column.type for name, column in columns.items()} for table, columns in made.items()} == {
        "a": {"b": "INT", "c": "VARCHAR(5)"}
    }


def test_enumerations_become_checked_text():
    (table,) = sqlite_ddl.translate(
        "CREATE TABLE IF NOT EXISTS a (b INT NOT NULL AUTO_INCREMENT, c ENUM('x, y', 'it''s') NOT NULL DEFAULT 'x, y', PRIMARY KEY (b)) ENGINE = InnoDB"
    )
    assert """"c" TEXT COLLATE NOCASE CHECK ("c" IN ('x, y', 'it''s')) NOT NULL DEFAULT 'x, y'""" in table
    assert '"b" INTEGER PRIMARY KEY' in table
