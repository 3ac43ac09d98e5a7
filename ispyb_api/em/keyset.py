"""Lists that grow while they are read: a page goes on behind the last row of the one before it."""

from ispyb_api.db import cursors
from ispyb_api.db.listing import envelope, page
from ispyb_api.db.queries import Clause


def read(tx, queries, key, arguments, where, visible):
    """Return one page in the order of a key, and where it ends.

    ``queries`` are the names of those that list and count; ``key`` is the name that the key has in a row, and its column;
    ``where`` are the conditions as for a slot.
    """
    (name, column), (listing, counting) = key, queries
    down = arguments.get("order") == "desc"
    behind = _behind(column, down, arguments["after"]) if "after" in arguments else Clause()
    counted = {"visible": visible, "where": where}
    slots = {
        "visible": visible,
        "where": Clause(where.sql + behind.sql, where.params | behind.params),
        "order": Clause(f"ORDER BY {column} {'DESC' if down else 'ASC'}"),
        "page": page(arguments),
    }
    rows = tx.all(listing, slots)
    following = cursors.written(rows[-1][name]) if len(rows) == arguments["limit"] else None
    count = lambda: tx.total(counting, counted)  # noqa: E731 - of all, wherever the page begins
    if behind.sql:
        return {"total": count(), "results": rows, "skip": 0, "limit": arguments["limit"], "next": following}
    return {**envelope(rows, arguments, count), "next": following}


def _behind(column, down, cursor):
    (row,) = cursors.read(cursor, 1)
    return Clause(f" AND {column} {'<' if down else '>'} :c_row", {"c_row": cursors.number(row)})
