"""Filters, sorting and paging for list queries: names from the client, SQL from us."""

from dataclasses import dataclass, field

from ispyb_api.db.queries import Clause

_OPERATORS = {
    "eq": "{column} = :{name}",
    "gte": "{column} >= :{name}",
    "lt": "{column} < :{name}",
    "lte": "{column} <= :{name}",
    "like": "{column} LIKE :{name} ESCAPE '!'",
}


@dataclass(frozen=True)
class Listing:
    """What a list query lets its caller filter and sort by.

    ``filters`` maps a public name to (column expression, operator) or to a function of the value that
    returns a Clause (or None: no condition).  ``sorts`` maps a public name to an expression, or to a pair of
    orders, ascending and descending.  ``tie_breaker`` is unique, so that pages do not overlap.
    """

    sorts: dict
    default_sort: str
    tie_breaker: str
    filters: dict = field(default_factory=dict)

    def slots(self, arguments, **others):
        """Turn validated arguments into the where, order and page clauses; ``others`` are further slots."""
        return {
            "where": self.where(arguments),
            "order": self._order(arguments),
            "page": page(arguments),
            **others,
        }

    def read(self, tx, rows, count, arguments, *also, visible, first=None, **values):
        """Return one page, {total, results, skip, limit}, of the queries named ``rows`` and ``count``.

        What meets the condition ``first`` comes before the others, unless an order is asked for.
        """
        slots = self.slots(arguments, visible=visible)
        if first and not arguments.get("order_by"):
            others = slots["order"].sql.removeprefix("ORDER BY")
            slots["order"] = Clause(f"ORDER BY ({first.sql}) DESC,{others}", first.params)
        slots["where"] = self.where(arguments, *also)
        found = tx.all(rows, slots, **values)
        return envelope(found, arguments, lambda: tx.total(count, {key: slots[key] for key in ("where", "visible")}))

    def where(self, arguments, *also):
        """Return the conditions of the arguments that were given, and ``also``."""
        given = [(name, arguments[name]) for name in self.filters if arguments.get(name) is not None]
        return conjunction(*(self._clause(name, value) for name, value in given), *also)

    def _clause(self, name, value):
        made = self.filters[name]
        if callable(made):
            return made(value)
        column, operator = made
        return Clause(
            _OPERATORS[operator].format(column=column, name=f"f_{name}"),
            {f"f_{name}": like(value) if operator == "like" else value},
        )

    def _order(self, arguments):
        name = arguments.get("order_by")
        if name:
            direction = (arguments.get("order") or "asc").upper()
        else:
            name, direction = self.default_sort.lstrip("-"), "DESC" if self.default_sort.startswith("-") else "ASC"
        by = self.sorts[name]
        by = f"{by} {direction}" if isinstance(by, str) else by[direction == "DESC"]
        return Clause(f"ORDER BY {by}, {self.tie_breaker} {direction}")


def page(arguments):
    """Return the clause that cuts out one page."""
    return Clause("LIMIT :p_limit OFFSET :p_skip", {"p_limit": arguments["limit"], "p_skip": arguments["skip"]})


def envelope(rows, arguments, count):
    """Return the page's answer; count only if the page does not tell how many rows there are."""
    skip, limit = arguments["skip"], arguments["limit"]
    whole = len(rows) < limit and (rows or not skip)
    return {"total": skip + len(rows) if whole else count(), "results": rows, "skip": skip, "limit": limit}


def continued(rows, arguments, count, cursor):
    """Return the page's answer with the ``cursor`` of its last row as ``next``, None on the last page; the total is of all."""
    following = cursor(rows[-1]) if len(rows) == arguments["limit"] else None
    if "after" in arguments:  # a page that is not full does not tell how many came before it
        return {"total": count(), "results": rows, "skip": 0, "limit": arguments["limit"], "next": following}
    return {**envelope(rows, arguments, count), "next": following}


def conjunction(*clauses):
    """Return the clauses as conditions after ``WHERE 1 = 1``."""
    there = [clause for clause in clauses if clause and clause.sql]
    params = {name: value for clause in there for name, value in clause.params.items()}
    return Clause("".join(f" AND ({clause.sql})" for clause in there), params)


def like(text):
    """Match ``text`` anywhere, taking its own wildcards literally."""
    for char in "!%_":
        text = text.replace(char, "!" + char)
    return f"%{text}%"
