"""How a database is made, in a form that two of them can be compared in."""

import re


def query(engine, sql, *values):
    """Return the rows of a query as tuples."""
    with engine.raw() as raw:
        cursor = raw.cursor()
        cursor.execute(sql, values)
        return [tuple(row.values()) for row in cursor.fetchall()]


def tables(engine):
    """Return the names of all tables."""
    if engine.name == "sqlite":
        return [
            name
            for (name,) in query(
                engine, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            )
        ]
    return [
        name
        for (name,) in query(engine, "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")
    ]


def definitions(engine):
    """Return ``{table or index: its CREATE statement}``, without the next value of a counter."""
    if engine.name == "sqlite":
        return dict(query(engine, "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
    found = {}
    with engine.raw() as raw:
        cursor = raw.cursor()
        for table in tables(engine):
            cursor.execute(f"SHOW CREATE TABLE `{table}`")
            found[table] = re.sub(r" AUTO_INCREMENT=\d+", "", cursor.fetchone()["Create Table"])
    return found


def counts(engine):
    """Return ``{table: number of rows}``."""
    found = {}
    with engine.raw() as raw:
        cursor = raw.cursor()
        for table in tables(engine):
            cursor.execute(f"SELECT COUNT(*) AS n FROM `{table}`")
            found[table] = cursor.fetchone()["n"]
    return found
