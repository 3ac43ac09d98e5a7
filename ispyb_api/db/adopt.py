"""Adopt an existing ISPyB database: compare it with our schema, add our own tables, change nothing else."""

from dataclasses import dataclass

from ispyb_api.db import ddl
from ispyb_api.db.ledger import Ledger
from ispyb_api.db.migrate import MigrationError, alone, bring, check, discover, named, opened, was_adopted

_KINDS = {
    "number": "int integer tinyint smallint mediumint bigint bit boolean",
    "fraction": "double float decimal numeric real",
    "text": "varchar char text tinytext mediumtext longtext enum set json",
    "time": "datetime timestamp date time year",
    "bytes": "binary varbinary blob tinyblob mediumblob longblob",
}
_KIND = {word: kind for kind, words in _KINDS.items() for word in words.split()}


@dataclass(frozen=True)
class Comparison:
    """How a database differs from our schema; what it has beyond it is its own affair."""

    missing_tables: tuple
    missing_columns: tuple  # (table, column)
    other_types: tuple  # (table, column, ours, theirs)

    def lines(self):
        """Return the differences for a person to read."""
        yield from (f"missing table: {table}" for table in self.missing_tables)
        yield from (f"missing column: {table}.{column}" for table, column in self.missing_columns)
        yield from (
            f"other type: {table}.{column} is {theirs}, not {ours}" for table, column, ours, theirs in self.other_types
        )


def baseline(engine, folder, progress=lambda line: None, *, dry_run=False):
    """Record what is there as adopted and make the project's own tables; return the Comparison.

    No table of the database is altered, dropped or written to.  A dry run only compares.
    """
    migrations = discover(folder, engine.name)
    with opened(engine) as raw, alone(engine, raw, progress):
        ledger = Ledger(engine, raw)
        rows, tables = ledger.rows(), ledger.foreign_tables()
        _refuse(engine, rows, tables)
        comparison = compare(migrations, tables)
        _report(comparison, progress)
        pending = check(rows, migrations)
        if not rows and not dry_run:
            ledger.begin("adopted")
        for each in pending:
            bring(engine, raw, ledger, each, True, dry_run, progress)
    return comparison


def expected(migrations):
    """Return ``{table: {column: Column}}`` that the migrations would make, without the project's own tables."""
    made = ddl.schema(statement for each in migrations for _, statement in each.statements())
    return {table: columns for table, columns in made.items() if not table.startswith("api_")}


def compare(migrations, tables):
    """Return how ``tables`` ({table: {column: type}}) differ from what the migrations would make."""
    theirs = {
        table.lower(): {column.lower(): kind for column, kind in found.items()} for table, found in tables.items()
    }
    missing_tables, missing_columns, other_types = [], [], []
    for table, columns in expected(migrations).items():
        if table.lower() not in theirs:
            missing_tables.append(table)
            continue
        for column in columns.values():
            found = theirs[table.lower()].get(column.name.lower())
            ours = column.type.split("(")[0].split()[0].lower()
            if found is None:
                missing_columns.append((table, column.name))
            elif _KIND.get(found, found) != _KIND.get(ours, ours):
                other_types.append((table, column.name, ours, found))
    return Comparison(tuple(missing_tables), tuple(missing_columns), tuple(other_types))


def _refuse(engine, rows, tables):
    if rows and not was_adopted(rows):
        raise MigrationError(f"{named(engine)} was made by this project: run 'ispyb-api migrate' without --baseline")
    if not tables:
        raise MigrationError(
            f"{named(engine)} is empty, there is nothing to adopt: run 'ispyb-api migrate' without --baseline"
        )
    if not {"proposal", "blsession", "person"} <= {table.lower() for table in tables}:
        raise MigrationError(
            f"{named(engine)} is not an ISPyB database: it has no tables Proposal, BLSession and Person; see which database is set"
        )


def _report(comparison, progress):
    for line in comparison.lines():
        progress(line)
    progress(
        f"{len(comparison.missing_tables)} tables and {len(comparison.missing_columns)} columns are missing, "
        f"{len(comparison.other_types)} columns are of another type"
    )
