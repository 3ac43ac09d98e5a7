r"""Load rows from text: one file a table, ``Table.tsv``, with a header line.

Values are separated by tabs; ``\N`` is NULL, ``\t``, ``\n`` and ``\\`` stand for what they look like, and ``0x...``
in a binary column for its bytes.  Rows are taken as they are, with zero dates and with keys that
refer to nothing, for that is how real databases are.
"""

import itertools
import re
from dataclasses import dataclass
from pathlib import Path

from ispyb_api.db import catalog

_BATCH = 500
_ESCAPE = re.compile(r"\\([tn\\])")
_MEANS = {"t": "\t", "n": "\n", "\\": "\\"}
_BINARY = re.compile(r"binary|varbinary|(tiny|medium|long)?blob")


class LoadError(Exception):
    """A file that is not what it should be; names file and line."""


@dataclass(frozen=True)
class Loaded:
    """What became of one file; ``kept`` rows were there before by their key and stay as they were."""

    table: str
    rows: int = 0
    kept: int = 0
    skipped_columns: tuple = ()
    skipped_table: bool = False

    def __str__(self):
        if self.skipped_table:
            return f"{self.table}: skipped, this database has no such table"
        kept = f", {self.kept} were there already" if self.kept else ""
        columns = f"; skipped columns: {', '.join(self.skipped_columns)}" if self.skipped_columns else ""
        return f"{self.table}: {self.rows} rows{kept}{columns}"


def load_folder(engine, folder, progress=lambda line: None):
    """Load every file of ``folder`` in one transaction; return ``[Loaded]``."""
    files = sorted(Path(folder).glob("*.tsv"))
    if not files:
        raise LoadError(f"{folder}: no files called Table.tsv")
    done = []
    with engine.raw() as raw:
        cursor = raw.cursor()
        for statement in _PREPARE[engine.name]:
            cursor.execute(statement)
        tables = {table.lower(): (table, columns) for table, columns in catalog.writable(raw).items()}
        for path in files:
            known = tables.get(path.stem.lower())
            done.append(_load_file(engine, cursor, *known, path) if known else Loaded(path.stem, skipped_table=True))
            progress(str(done[-1]))
        cursor.execute("COMMIT")
    return done


# For this connection only: nothing is refused that a real database was found to hold.
_PREPARE = {
    "mariadb": ("SET sql_mode = 'NO_AUTO_VALUE_ON_ZERO', foreign_key_checks = 0", "START TRANSACTION"),
    "sqlite": ("PRAGMA foreign_keys = OFF", "BEGIN IMMEDIATE"),
}


def _load_file(engine, cursor, table, columns, path):
    before = _count(cursor, table)
    with path.open(encoding="utf-8", newline="\n") as file:
        header = file.readline().rstrip("\n").split("\t")
        types = {column.lower(): (column, kind) for column, kind in columns.items()}
        wanted = [(place, *types[name.lower()]) for place, name in enumerate(header) if name.lower() in types]
        insert = _insert(engine, table, [column for _, column, _ in wanted])
        rows = 0
        lines = enumerate(file, 2)
        while batch := list(itertools.islice(lines, _BATCH)):
            cursor.executemany(insert, [_values(engine, path, header, wanted, *each) for each in batch])
            rows += len(batch)
    skipped = tuple(name for name in header if name.lower() not in types)
    return Loaded(table, rows, rows - (_count(cursor, table) - before), skipped)


def _insert(engine, table, columns):
    mark, ignore = ("?", "OR IGNORE") if engine.name == "sqlite" else ("%s", "IGNORE")
    names = ", ".join(f"`{column}`" for column in columns)
    return f"INSERT {ignore} INTO `{table}` ({names}) VALUES ({', '.join([mark] * len(columns))})"


def _values(engine, path, header, wanted, number, line):
    fields = line.rstrip("\n").split("\t")
    if len(fields) != len(header):
        raise LoadError(f"{path.name}, line {number}: {len(fields)} values for {len(header)} columns")
    return [_value(engine, fields[place], kind) for place, _, kind in wanted]


def _value(engine, text, kind):
    if text == r"\N":
        return None
    if text.startswith("0x") and _BINARY.fullmatch(kind):
        return bytes.fromhex(text[2:])
    if engine.name == "sqlite" and text.startswith("0000-00-00"):
        return None  # MariaDB's way to say that a moment is not known
    return _ESCAPE.sub(lambda match: _MEANS[match[1]], text)


def _count(cursor, table):
    cursor.execute(f"SELECT COUNT(*) AS number FROM `{table}`")
    return next(iter(cursor.fetchone().values()))
