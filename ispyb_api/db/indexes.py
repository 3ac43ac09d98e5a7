"""Which indexes our queries want, and which of them the connected database lacks; SQL for its administrator, nothing is done.

Wanted are those that migrations make for the API by themselves, and, of the keys that come with tables, one for each column
by which a query looks rows up.  An existing database has keys of its own: what begins with the same columns will do.
"""

import re
import sqlite3
from collections import defaultdict
from dataclasses import dataclass, field

from ispyb_api.db import adapt, catalog, ddl
from ispyb_api.db.migrate import opened

_MARIADB = """
SELECT t.TABLE_NAME AS table_name, t.ENGINE AS storage, t.TABLE_ROWS AS table_rows, s.INDEX_NAME AS index_name,
       s.COLUMN_NAME AS column_name, s.SUB_PART AS prefix
  FROM information_schema.TABLES t
  LEFT JOIN information_schema.STATISTICS s ON s.TABLE_SCHEMA = t.TABLE_SCHEMA AND s.TABLE_NAME = t.TABLE_NAME
 WHERE t.TABLE_SCHEMA = DATABASE() AND t.TABLE_TYPE = 'BASE TABLE'
 ORDER BY t.TABLE_NAME, s.INDEX_NAME, s.SEQ_IN_INDEX
"""
# A key of one number is the row's own and no index; it counts as one all the same.
_SQLITE = """
SELECT m.name AS table_name, 'SQLite' AS storage, NULL AS table_rows, i.name AS index_name, c.name AS column_name, NULL AS prefix
  FROM sqlite_master m
  LEFT JOIN pragma_index_list(m.name) i
  LEFT JOIN pragma_index_info(i.name) c
 WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND (i.origin IS NULL OR i.origin <> 'pk')
 UNION ALL
SELECT m.name, 'SQLite', NULL, 'PRIMARY', k.name, NULL
  FROM sqlite_master m
  JOIN pragma_table_info(m.name) k
 WHERE m.type = 'table' AND k.pk > 0
"""
_WHOLE = 10**6  # characters of a column that is indexed whole


@dataclass(frozen=True)
class Index:
    """An index that we want: on which columns, by how many characters of them, and which migration has it."""

    table: str
    name: str
    columns: tuple  # (name, characters)
    origin: str
    whole: bool  # whether all of its columns matter; else an index that begins with the first will do


@dataclass
class Table:
    """A table of the connected database, and what is indexed in it."""

    name: str
    storage: str
    rows: int | None
    indexes: dict = field(default_factory=lambda: defaultdict(list))

    def covers(self, wanted):
        """Tell whether an index begins with the wanted columns; each has the primary key behind its own."""
        primary = self.indexes.get("PRIMARY", [])
        begins = wanted.columns if wanted.whole else wanted.columns[:1]
        return any(_begins([*own, *primary], begins) for own in self.indexes.values())


@dataclass(frozen=True)
class Comparison:
    """All that are wanted of the tables that are there, and the lacking ones among them with their tables."""

    wanted: tuple
    lacking: tuple  # (Index, Table)

    def statements(self):
        """Yield the SQL that makes the lacking ones, each with a comment on where it comes from."""
        for index, table in self.lacking:
            size = "" if table.rows is None else f", about {table.rows:,} rows"
            yield f"-- {table.name}{size}; see sql/migrations/{index.origin}"
            yield _statement(index, table)


def compare(engine, migrations, queries):
    """Return the Comparison of what the migrations and the queries that this database can run want with what is there."""
    with opened(engine) as raw:
        tables, there = _tables(raw), adapt.lowered(catalog.columns(raw))
    needed = set(_needed(queries, there | _own(migrations)))
    wanted = tuple(
        index
        for index in _wanted(migrations, needed)
        if index.table.lower() in tables and {name.lower() for name, _ in index.columns} <= there[index.table.lower()]
    )
    lacking = [(each, tables[each.table.lower()]) for each in wanted if not tables[each.table.lower()].covers(each)]
    return Comparison(wanted, tuple(sorted(lacking, key=lambda pair: pair[0].table)))


def _own(migrations):
    """Return the project's own tables: until a database is adopted, queries that need them are queries all the same."""
    made = ddl.schema(statement for each in migrations for _, statement in each.statements())
    return adapt.lowered({table: columns for table, columns in made.items() if table.startswith("api_")})


def _needed(queries, there):
    """Yield (table, column), in lower case, for what the queries look rows up by, if the tables allow them."""
    for query in queries.values():
        fitted = adapt.fit(query, there)
        if not fitted.refused:
            yield from ((table.lower(), column.lower()) for table, column in adapt.looked_up(fitted.query))


def _wanted(migrations, needed):
    """Yield the indexes for the API, and the shortest of the tables' own keys for each column that is needed."""
    shortest = {}
    for migration in migrations:
        for _, statement in migration.statements():
            for table, key in _keys(statement):
                columns, origin = _columns(statement, key), migration.path.name
                if statement.startswith("CREATE INDEX"):
                    yield Index(table, key.name, columns, origin, whole=True)
                elif (where := (table.lower(), key.columns[0].lower())) in needed:
                    index = Index(table, key.name, columns, origin, whole=False)
                    shortest[where] = min(shortest.get(where, index), index, key=lambda each: len(each.columns))
    yield from shortest.values()


def _keys(statement):
    """Yield (table, key) of what a statement makes in tables that are not the project's own."""
    try:
        step = ddl.parse(statement)
    except ddl.NotUnderstood:
        return
    if step.table and not step.table.startswith("api_"):
        if isinstance(step, ddl.CreateTable):
            yield from ((step.table, key) for key in step.keys)
        elif isinstance(step, ddl.CreateIndex):
            yield step.table, step.key


def _columns(statement, key):
    """Return a key's columns with the lengths of prefixes, which ddl leaves out."""
    text = re.search(rf"\b{key.name}\b[^(]*\(((?:[^()]|\(\d+\))*)\)", statement)
    lengths = dict(re.findall(r"(\w+)`?\((\d+)\)", text[1])) if text else {}
    return tuple((name, int(lengths.get(name, _WHOLE))) for name in key.columns)


def _tables(raw):
    cursor = raw.cursor()
    cursor.execute(_SQLITE if isinstance(raw, sqlite3.Connection) else _MARIADB)
    found = {}
    for row in map(dict, cursor.fetchall()):
        name = row["table_name"]
        table = found.setdefault(name.lower(), Table(name, row["storage"], row["table_rows"]))
        if row["column_name"]:
            table.indexes[row["index_name"]].append((row["column_name"], int(row["prefix"] or _WHOLE)))
    return found


def _begins(own, wanted):
    """Tell whether an index of these columns serves one of the wanted ones."""
    pairs = zip(own, wanted, strict=False)
    fits = all(name.lower() == other.lower() and length >= least for (name, length), (other, least) in pairs)
    return fits and len(own) >= len(wanted)


def _statement(index, table):
    name = index.name.replace("_uq_", "_")
    if name.lower() in {other.lower() for other in table.indexes}:
        name += "_api"  # theirs is another index
    columns = ", ".join(column if length == _WHOLE else f"{column}({length})" for column, length in index.columns)
    online = " LOCK = NONE" if table.storage == "InnoDB" else ""
    return f"CREATE INDEX {name} ON `{table.name}` ({columns}){online};"
