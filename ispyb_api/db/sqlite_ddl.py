"""Translate our migrations, written for MariaDB, into SQLite's dialect."""

import re

from ispyb_api.db import ddl

_TEXT = re.compile(r"(VAR)?CHAR|(LONG|MEDIUM)?TEXT")
_BYTES = re.compile(r"BINARY|(LONG)?BLOB")
_DEFAULTS = {
    # The facility's local time, as MariaDB's server writes it.
    "CURRENT_TIMESTAMP()": "(datetime('now', 'localtime'))",
    # SQLite has no users.
    "CURRENT_USER()": None,
}


def translate(statement):
    """Return SQLite's statements for one of ours; raise NotUnderstood."""
    step = ddl.parse(statement)
    return _TRANSLATE[type(step)](step)


def _create_table(step):
    own_id = [column.name for column in step.columns if column.auto_increment]
    lines = [_column(column) for column in step.columns]
    if not own_id:
        lines.append(f"PRIMARY KEY ({_names(step.primary)})")
    elif tuple(own_id) != step.primary:
        raise ddl.NotUnderstood(f"{step.table}: an AUTO_INCREMENT column must be the whole primary key")
    for key in step.foreign_keys:
        lines.append(
            f'CONSTRAINT {key.name} FOREIGN KEY ("{key.column}") REFERENCES {key.parent} ("{key.parent_column}") {key.actions}'.rstrip()
        )
    body = ",\n    ".join(lines)
    return [f'CREATE TABLE "{step.table}" (\n    {body}\n)', *(_index(step.table, key) for key in step.keys)]


def _index(table, key):
    return f'CREATE {"UNIQUE " if key.unique else ""}INDEX {key.name} ON "{table}" ({_names(key.columns)})'


def _column(column):
    if column.auto_increment:
        return f'"{column.name}" INTEGER PRIMARY KEY'
    parts = [f'"{column.name}"', _type(column)]
    if column.generated:
        parts.append(f"GENERATED ALWAYS AS ({column.generated}) VIRTUAL")
    if not column.nullable:
        parts.append("NOT NULL")
    default = _DEFAULTS.get(column.default, column.default)
    if default is not None:
        parts.append(f"DEFAULT {default}")
    return " ".join(parts)


def _type(column):
    """Return a type that SQLite treats as MariaDB would: text compares without case, enumerations are checked."""
    if column.type.startswith("ENUM"):
        values = " ".join(column.type.removeprefix("ENUM").split())
        return f'TEXT COLLATE NOCASE CHECK ("{column.name}" IN {values})'
    word = column.type.split("(")[0]
    if _TEXT.fullmatch(word):
        return f"{column.type} COLLATE NOCASE"
    return "BLOB" if _BYTES.fullmatch(word) else column.type


def _names(columns):
    return ", ".join(f'"{name}"' for name in columns)


_TRANSLATE = {
    ddl.CreateTable: _create_table,
    ddl.CreateIndex: lambda step: [_index(step.table, step.key)],
    ddl.AddColumn: lambda step: [f'ALTER TABLE "{step.table}" ADD COLUMN {_column(step.column)}'],
    ddl.InsertRows: lambda step: ["INSERT OR IGNORE" + step.text.removeprefix("INSERT IGNORE")],
    ddl.SetForeignKeyChecks: lambda step: [],
}
