"""Read migrations: a file into statements, a statement into tables, columns and keys.

Only the form that ``sql/migrations/README.rst`` describes is understood; anything else is refused by name.
"""

import re
from dataclasses import dataclass, field

_PIECE = re.compile(
    r"(?P<comment>--(?=\s|$)[^\n]*|/\*.*?\*/)|'(?:[^'\\]|''|\\.)*'|`[^`]*`|(?P<end>;)|[^'`;/-]+|.", re.S
)
_NAME = r"`?(\w+)`?"
_CREATE_TABLE = re.compile(rf"CREATE TABLE IF NOT EXISTS {_NAME} \((.*)\) ENGINE\b[^()]*", re.S)
_CREATE_INDEX = re.compile(rf"CREATE (UNIQUE )?INDEX IF NOT EXISTS {_NAME}\s+ON {_NAME} \((.*)\)", re.S)
_ADD_COLUMN = re.compile(rf"ALTER TABLE {_NAME} ADD COLUMN IF NOT EXISTS (.*)", re.S)
_INSERT = re.compile(rf"INSERT IGNORE INTO {_NAME}\s*\(.*?\)\s*VALUES\s(.*)", re.S)
_SET = re.compile(r"SET foreign_key_checks = [01]")
_PRIMARY = re.compile(r"PRIMARY KEY \((.*)\)")
_KEY = re.compile(rf"(UNIQUE )?KEY {_NAME}\s+\((.*)\)", re.S)
_FOREIGN = re.compile(
    rf"CONSTRAINT {_NAME}\s+FOREIGN KEY \({_NAME}\)\s+REFERENCES {_NAME} \({_NAME}\)((?: ON (?:DELETE|UPDATE) (?:CASCADE|SET NULL))*)"
)
_COLUMN = re.compile(
    rf"{_NAME} (?P<type>[A-Z]+(?:\([^)']*\)|\((?:\s*'(?:[^']|'')*'\s*,?)+\s*\))?(?: UNSIGNED)?)"
    r"(?: GENERATED ALWAYS AS \((?P<generated>\w+)\) VIRTUAL)?"
    r"(?P<null> NOT NULL| NULL)?"
    r"(?: DEFAULT (?P<default>'(?:[^']|'')*'|[\w.-]+(?:\(\))?))?"
    r"(?: ON UPDATE CURRENT_TIMESTAMP\(\))?(?P<auto> AUTO_INCREMENT)?"
)


class NotUnderstood(Exception):
    """A statement that is not written in the form we translate."""


@dataclass(frozen=True)
class Column:
    name: str
    type: str
    nullable: bool = True
    default: str | None = None
    generated: str | None = None
    auto_increment: bool = False


@dataclass(frozen=True)
class Key:
    name: str
    columns: tuple
    unique: bool = False


@dataclass(frozen=True)
class ForeignKey:
    name: str
    column: str
    parent: str
    parent_column: str
    actions: str = ""


@dataclass(frozen=True)
class CreateTable:
    table: str
    columns: tuple
    primary: tuple
    keys: tuple = ()
    foreign_keys: tuple = ()


@dataclass(frozen=True)
class CreateIndex:
    table: str
    key: Key


@dataclass(frozen=True)
class AddColumn:
    table: str
    column: Column


@dataclass(frozen=True)
class InsertRows:
    table: str
    text: str = field(repr=False)


@dataclass(frozen=True)
class SetForeignKeyChecks:
    table: None = None


def split(text):
    """Yield ``(line number, statement)`` without comments; a ``;`` in a string ends nothing."""
    statement, line, begun = [], 1, 1
    for match in _PIECE.finditer(text + ";"):
        piece = "" if match["comment"] else match[0]
        if match["end"]:
            whole = "".join(statement).strip()
            if whole:
                yield begun, re.sub(r"[ \t]+\n", "\n", whole)
            statement = []
        else:
            if piece.strip() and not "".join(statement).strip():
                begun = line + piece[: len(piece) - len(piece.lstrip())].count("\n")
            statement.append(piece)
        line += match[0].count("\n")


def parse(statement):
    """Return what ``statement`` (as split) does; raise NotUnderstood."""
    for pattern, build in _FORMS:
        if match := pattern.fullmatch(statement):
            return build(match)
    raise NotUnderstood(f"not in the form that is translated: {title(statement)}")


def title(statement):
    """Return a statement's first words, to name it in a message."""
    words = " ".join(statement.split())
    return words if len(words) <= 60 else words[:57] + "..."


def schema(statements):
    """Return ``{table: {column: Column}}`` after the given statements; others than ours count for nothing."""
    tables = {}
    for statement in statements:
        try:
            step = parse(statement)
        except NotUnderstood:
            continue
        if isinstance(step, CreateTable):
            tables[step.table] = {column.name: column for column in step.columns}
        elif isinstance(step, AddColumn):
            tables[step.table][step.column.name] = step.column
    return tables


def _table(match):
    columns, primary, keys, foreign = [], (), [], []
    for item in _items(match[2]):
        if found := _PRIMARY.fullmatch(item):
            primary = _names(found[1])
        elif found := _KEY.fullmatch(item):
            keys.append(Key(found[2], _names(found[3]), bool(found[1])))
        elif found := _FOREIGN.fullmatch(item):
            foreign.append(ForeignKey(found[1], found[2], found[3], found[4], found[5].strip()))
        else:
            columns.append(_column(item))
    return CreateTable(match[1], tuple(columns), primary, tuple(keys), tuple(foreign))


def _items(body):
    """Split a table's body at the commas that separate its columns and keys."""
    items, depth, begun = [], 0, 0
    for match in re.finditer(r"'(?:[^']|'')*'|[(),]", body):
        depth += (match[0] == "(") - (match[0] == ")")
        if match[0] == "," and depth == 0:
            items.append(body[begun : match.start()].strip())
            begun = match.end()
    return [*items, body[begun:].strip()]


def _column(item):
    match = _COLUMN.fullmatch(item)
    if not match:
        raise NotUnderstood(f"not in the form that is translated: column {title(item)}")
    return Column(
        match[1], match["type"], match["null"] != " NOT NULL", match["default"], match["generated"], bool(match["auto"])
    )


def _names(text):
    """Return the columns of a key; the length of a prefix does not matter here."""
    return tuple(re.sub(r"\(\d+\)|`", "", name).strip() for name in text.split(","))


_FORMS = (
    (_CREATE_TABLE, _table),
    (_CREATE_INDEX, lambda match: CreateIndex(match[3], Key(match[2], _names(match[4]), bool(match[1])))),
    (_ADD_COLUMN, lambda match: AddColumn(match[1], _column(match[2]))),
    (_INSERT, lambda match: InsertRows(match[1], match[0])),
    (_SET, lambda match: SetForeignKeyChecks()),
)
