"""Load named SQL from files and bind it for one engine.

A file holds one or more queries, each under a header that declares its parameters::

    -- name: list_sessions(login)
    -- Sessions the person may see.
    SELECT ... FROM BLSession s /*visible*/ WHERE 1 = 1 /*where*/ /*order*/ /*page*/;

``name.sqlite.sql`` beside ``name.sql`` replaces single queries for SQLite.  The slots are
comments, so every file runs as it stands in a SQL client; one that a statement needs for a part of
its own carries that part's name: ``/*where_robot*/``.  A parameter whose value is a list becomes as
many parameters: ``IN (:ids)``.  What a statement that writes sets besides what it names goes into ``/*columns*/`` and
``/*values*/``, or ``/*set*/`` (see changing.py).  With ``-- part:`` in place of ``-- name:`` a query is written to be
part of others, which leave it out where the database lacks what it needs.
"""

import functools
import re
from dataclasses import dataclass, field
from pathlib import Path

_HEADER = re.compile(r"^--\s*(?P<kind>name|part):\s*(?P<name>[a-z][a-z0-9_]*)\((?P<params>[\w\s,]*)\)\s*$", re.M)
_TOKEN = re.compile(
    r"'(?:[^'\\]|''|\\.)*'"  # string
    r'|"(?:[^"]|"")*"'  # quoted identifier
    r"|--[^\n]*"  # comment
    r"|/\*(?P<slot>(?:visible|join|where|union|order|page|columns|values|rows|set)(?:_[a-z]+)*)\*/"
    r"|(?<![:\w]):(?P<param>[a-z]\w*)"
)


class QueryError(Exception):
    """A query file, or a call of a query, is wrong.  A programmer's mistake, never a user's."""


@dataclass(frozen=True)
class Clause:
    """A piece of SQL made by our own code, with the values it binds."""

    sql: str = ""
    params: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Repeated:
    """A piece of SQL for each of ``rows``, with a parameter of its own, ``own`` {parameter: column}, for each of their values.

    Other parameters are ``fixed``.
    """

    sql: str
    rows: list
    own: dict
    fixed: dict


@dataclass(frozen=True)
class Query:
    name: str
    params: frozenset
    sql: str
    origin: str
    is_part: bool = False

    def render(self, pyformat, values, slots=None):
        """Return the statement and its parameters, in PyMySQL's style or in SQLite's."""
        if values.keys() != self.params:
            raise QueryError(f"{self.origin}: {self.name} takes {sorted(self.params)}, got {sorted(values)}")
        out, bound = [], {}
        _write(self.sql, values, slots or {}, pyformat, out, bound)
        return "".join(out), bound


@functools.lru_cache(maxsize=4096)
def _split(sql):
    """Cut SQL once into ``(text, slot, parameter)`` pieces, so that binding it is a join."""
    pieces, end = [], 0
    for match in _TOKEN.finditer(sql):
        if match["slot"] or match["param"]:
            pieces.append((sql[end : match.start()], match["slot"], match["param"]))
            end = match.end()
    return (*pieces, (sql[end:], None, None))


def _write(sql, values, slots, pyformat, out, bound):
    for text, slot, param in _split(sql):
        out.append(text.replace("%", "%%") if pyformat else text)
        if slot and (clause := slots.get(slot)):
            if isinstance(clause, Repeated):
                _repeat(clause, pyformat, out, bound)
            else:
                _write(clause.sql, clause.params, {}, pyformat, out, bound)
        elif param:
            out.append(_bind(param, values[param], pyformat, bound))


def _repeat(clause, pyformat, out, bound):
    pieces = [(text.replace("%", "%%") if pyformat else text, param) for text, _, param in _split(clause.sql)]
    begin, end = ("%(", ")s") if pyformat else (":", "")
    for number, row in enumerate(clause.rows, 1):
        for text, param in pieces:
            out.append(text)
            if param in clause.own:
                name = f"{param}_r{number}"
                bound[name] = row[clause.own[param]]
                out.append(f"{begin}{name}{end}")
            elif param:
                out.append(_bind(param, clause.fixed[param], pyformat, bound))


def _bind(name, value, pyformat, bound):
    if isinstance(value, (list, tuple, set, frozenset)):
        if not value:
            return "NULL"
        return ", ".join(_bind(f"{name}_{i}", each, pyformat, bound) for i, each in enumerate(value))
    if bound.setdefault(name, value) is not value and bound[name] != value:
        raise QueryError(f"two values for :{name}")
    return f"%({name})s" if pyformat else f":{name}"


def parse(path):
    """Yield the queries of one file."""
    text = Path(path).read_text(encoding="utf-8")
    heads = list(_HEADER.finditer(text))
    if not heads:
        raise QueryError(f"{path}: no '-- name: query(params)' header")
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        body = text[head.end() : following.start() if following else None].strip().rstrip(";")
        declared = frozenset(filter(None, (p.strip() for p in head["params"].split(","))))
        used = frozenset(param for _, _, param in _split(body) if param)
        if declared != used:
            raise QueryError(f"{path}: {head['name']} declares {sorted(declared)}, uses {sorted(used)}")
        yield Query(head["name"], declared, body, str(path), head["kind"] == "part")


def load(folder, engine):
    """Return ``{"sessions.list_sessions": Query}`` for every file under ``folder``."""
    folder, found = Path(folder), {}
    common = [p for p in sorted(folder.rglob("*.sql")) if "." not in p.stem]
    special = sorted(folder.rglob(f"*.{engine}.sql"))
    for path in common + special:
        domain = ".".join(path.parent.relative_to(folder).parts)
        for query in parse(path):
            key = f"{domain}.{query.name}"
            if (key in found) != (path in special):
                raise QueryError(f"{path}: {key} is {'defined twice' if key in found else 'overriding nothing'}")
            if key in found and found[key].params != query.params:
                raise QueryError(f"{path}: {key} takes other parameters than {found[key].origin}")
            found[key] = query
    return found
