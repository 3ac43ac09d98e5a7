"""Write rows whose columns are data.

A statement names what a row cannot be without; what else is given goes into its slots::

    INSERT INTO Container (dewarId /*columns*/) VALUES (:dewarId /*values*/) RETURNING containerId;
    UPDATE Container SET containerId = containerId /*set*/ WHERE containerId = :containerId;

Names of columns are taken from the connected database only, and quoted, for ISPyB has one that is a word of SQL; values are bound, and what a column does not hold is refused
by name before it is sent.
"""

import re

from ispyb_api.db.queries import Clause, QueryError, Repeated
from ispyb_api.errors import Invalid

NO_PLACE = "This facility's database has no place for it."
_TARGET = re.compile(r"\b(?:INTO|UPDATE)\s+(\w+)")
_LIST = re.compile(r"\bINTO\s+\w+\s*\(([^()]*)/\*columns\*/")
_TUPLE = re.compile(r"VALUES\s*(\((?:[^()]|\([^()]*\))*\))\s*/\*rows\*/")
_REMARKS = re.compile(r"\A(?:\s*--[^\n]*\n)+")
MOST_ROWS = 500  # in one statement
MOST_CHANGED = 100  # the same, where each row is looked for among all


def target(query):
    """Return the table that a statement writes."""
    match = _TARGET.search(query.sql)
    if not match:
        raise QueryError(f"{query.origin}: {query.name} writes no table")
    return match[1]


def fitting(columns, values, fixed=None):
    """Return what of ``values`` ({column: value}) the table with these ``columns`` has; raise Invalid for what it cannot hold.

    Nothing is lost by leaving out a null that the table has no column for.  ``fixed`` are checked, and not returned.
    """
    kept, errors = {}, {}
    for name, value in (fixed or {}).items():
        if name.lower() in columns and (fault := columns[name.lower()].fault(value)):
            errors[name] = [fault]
    for name, value in values.items():
        column = columns.get(name.lower())
        if column is None:
            if value is not None:
                errors[name] = [NO_PLACE]
        elif fault := column.fault(value):
            errors[name] = [fault]
        else:
            kept[name] = column.spelt(value)
    if errors:
        raise Invalid("Not everything can be stored; each such field is named.", errors=errors)
    return kept


def columns_and_values(values, times=()):
    """Return the slots of an INSERT; ``times`` are columns that get the database's clock."""
    return {
        "columns": Clause("".join(f", `{name}`" for name in (*values, *times))),
        "values": Clause(_tail(values, times), _bound(values)),
    }


def without_remarks(sql):
    """Return a statement without what is said before it: PyMySQL sends many rows at once only if it begins with INSERT."""
    return _REMARKS.sub("", sql)


def unnamed_times(query, columns, given):
    """Return the columns of times that a new row must have, and neither the statement nor ``given`` sets.

    Other programs' databases let these default, ours may not.
    """
    match = _LIST.search(query.sql)
    if not match:
        raise QueryError(f"{query.origin}: {query.name} has no /*columns*/ behind its own")
    written = {name.strip().lower() for name in match[1].split(",")}
    given = {name.lower() for name in given}
    return tuple(
        column.name
        for name, column in columns.items()
        if column.needed and column.is_time and name not in written and name not in given
    )


def _tail(values, times):
    return "".join(f", :c_{name}" for name in values) + ", NOW()" * len(times)


def settings(values):
    """Return the slot of an UPDATE."""
    return {"set": Clause("".join(f", `{name}` = :c_{name}" for name in values), _bound(values))}


def settings_by_row(key, rows):
    """Return the slot of an UPDATE that sets, in the row of each ``key``, what ``rows`` ([(key's value, {column: value})]) say.

    All have the same columns.
    """
    params = {f"k_{number}": value for number, (value, _) in enumerate(rows)}
    pieces = []
    for name in rows[0][1]:
        cases = "".join(f" WHEN :k_{number} THEN :c_{name}_r{number}" for number in range(len(rows)))
        pieces.append(f", `{name}` = CASE `{key}`{cases} ELSE `{name}` END")
        params |= {f"c_{name}_r{number}": row[name] for number, (_, row) in enumerate(rows)}
    return {"set": Clause("".join(pieces), params)}


def more_rows(query, rows, fixed, times=()):
    """Return the slot that makes one INSERT write all ``rows``, of which the first is written by its own text.

    ``rows`` have the same columns; ``fixed`` are the statement's own parameters, the same for each row.
    """
    match = _TUPLE.search(query.sql)
    if not match:
        raise QueryError(f"{query.origin}: {query.name} has no /*rows*/ behind its VALUES")
    one = match[1].replace("/*values*/", _tail(rows[0], times))
    return Repeated(f", {one}", rows[1:], {f"c_{name}": name for name in rows[0]}, fixed)


def alike(rows, most=MOST_ROWS):
    """Yield (positions, rows) of rows with the same columns, no more than one statement takes."""
    groups = {}
    for position, row in enumerate(rows):
        groups.setdefault(tuple(row), []).append((position, row))
    for members in groups.values():
        for begin in range(0, len(members), most):
            part = members[begin : begin + most]
            yield [position for position, _ in part], [row for _, row in part]


def _bound(values):
    return {f"c_{name}": value for name, value in values.items()}
