"""Fit a query to the tables that a site's database really has.

The two ISPyB families lack some of each other's tables and columns.  A column that is only shown
becomes NULL, a table that is only joined from the left is left out; anything else (a condition, the
main table) cannot be made good, and the query is refused with the reason.  Our queries are written
so that this can be read off: one ``LEFT JOIN Table alias ON ...`` a line, every column with its alias.
"""

import re
from dataclasses import dataclass, field, replace

from ispyb_api.db.queries import Query

_SOURCE = re.compile(r"\b(?P<how>FROM|LEFT\s+JOIN|JOIN|(?<!KEY )(?<!DO )UPDATE|INTO)\s+(?P<table>[A-Za-z_]\w*)(?:\s+(?:AS\s+)?(?P<alias>(?!ON\b|WHERE\b|LEFT\b|JOIN\b|SET\b|GROUP\b|ORDER\b|UNION\b|VALUES\b|LIMIT\b)[A-Za-z_]\w*))?")  # fmt: skip
_PIECE = re.compile(
    r"'(?:[^']|'')*'|--[^\n]*|/\*.*?\*/"
    r"|(?P<column>\b[A-Za-z_]\w*\.[A-Za-z_]\w*\b)"
    r"|(?P<clause>\b(?:SELECT|FROM|WHERE|ON|HAVING|GROUP|ORDER|SET)\b)"
    r"|(?P<bracket>[()])",
    re.S,
)


@dataclass(frozen=True)
class Fitted:
    """A query as this database can run it; ``refused`` says why it cannot."""

    query: Query
    nulls: tuple = field(default=())
    refused: str = ""


def lowered(catalog):
    """Return ``{table: columns}`` with names as they are compared."""
    return {table.lower(): {column.lower() for column in columns} for table, columns in catalog.items()}


def fit(query, has):
    """Return ``query`` without what ``has`` (a catalog, ``lowered``) lacks."""
    tables, sql, gone = _sources(query.sql), query.sql, set()
    for alias, (table, how) in tables.items():
        if table.lower() not in has and how.startswith("LEFT"):
            sql = re.sub(rf"^[ \t]*LEFT JOIN {table} {alias} ON [^\n]*\n", "", sql, flags=re.M)
            gone.add(alias)
    for table, _ in _sources(sql).values():  # what a line that was left out named besides is gone with it
        if table.lower() not in has:
            return Fitted(query, refused=f"table {table} is missing")

    def missing(reference):
        alias, column = reference.split(".")
        if alias in gone:
            return True
        return alias in tables and column.lower() not in has.get(tables[alias][0].lower(), ())

    sql, nulls, refused = _without(sql, missing)
    if refused:
        return Fitted(query, refused=", ".join(f"column {_named(tables, each)} is missing" for each in sorted(refused)))
    return Fitted(replace(query, sql=sql), tuple(sorted(_named(tables, each) for each in nulls)))


def looked_up(query):
    """Yield (table, column) for each column that a query's conditions name."""
    tables = {m["alias"] or m["table"]: m["table"] for m in _SOURCE.finditer(_bare(query.sql))}
    for match, clause in _columns(query.sql):
        alias, column = match["column"].split(".")
        if clause.upper() in ("ON", "WHERE") and alias in tables:
            yield tables[alias], column


def _sources(sql):
    """Return {alias: (table, how it is joined)} of what a query reads or writes."""
    return {m["alias"] or m["table"]: (m["table"], m["how"]) for m in _SOURCE.finditer(_bare(sql))}


def _bare(sql):
    return re.sub(r"'(?:[^']|'')*'|--[^\n]*", "", sql)


def _named(tables, reference):
    alias, column = reference.split(".")
    return f"{tables[alias][0]}.{column}"


def _without(sql, missing):
    """Return the text with missing columns of SELECT lists as NULL; (sql, nulls, missing elsewhere)."""
    out, end, nulls, refused = [], 0, set(), set()
    for match, clause in _columns(sql):
        if not missing(match["column"]):
            continue
        if clause.upper() != "SELECT":
            refused.add(match["column"])
            continue
        nulls.add(match["column"])
        out += [sql[end : match.start()], "NULL", _alias(sql, match) if clause == "SELECT" else ""]
        end = match.end()
    return "".join(out) + sql[end:], nulls, refused


def _columns(sql):
    """Yield (match of a column, the clause that it is in; in lower case where that is an outer bracket's)."""
    clauses = [""]
    for match in _PIECE.finditer(sql):
        if match["bracket"] == "(":
            clauses.append(clauses[-1].lower())  # a bracket's own SELECT, if it has one, makes it a list again
        elif match["bracket"] == ")":
            clauses.pop()
        elif match["clause"]:
            clauses[-1] = match["clause"]
        elif match["column"]:
            yield match, clauses[-1]


def _alias(sql, match):
    """Return `` AS column`` where the column stands alone in its list, so that its name stays."""
    before, after = sql[: match.start()].rstrip(), sql[match.end() :].lstrip()
    alone = before.endswith(("SELECT", ",", "DISTINCT")) and re.match(r",|FROM\b|UNION\b|\)|$", after)
    return f" AS {match['column'].split('.')[1]}" if alone else ""
