"""What has become new in the database since one looked last, session by session.

Keys are given out before rows are committed, so a lower key may appear after a higher one.  A key is taken for settled, with all
below it, once it was seen for some time; what lies above is looked at again, and what was seen is told once.
"""

import time

from ispyb_api.db.queries import Clause
from ispyb_api.processing.statuses import status

SETTLES = 30  # seconds: no transaction of a client takes longer
_PAGE = 500
_NOWHERE = Clause()

# What is told, by the name of its events: which queries find it, and which tells where a table ends.
KINDS = {
    "collection": ("live.newest_collection", ("live.new_collections",)),
    "processing": ("live.newest_program", ("live.new_programs_of_collections", "live.new_programs_of_jobs")),
    "result": ("live.newest_integration", ("live.new_integrations",)),
    "movie": ("live.newest_movie", ("live.new_movies",)),
}


class Mark:
    """How far one table was read."""

    def __init__(self, settled):
        self.settled = settled
        self._seen = {}  # {key: when it was seen first}

    def fresh(self, rows):
        """Return those of some rows that were not seen before."""
        now = time.monotonic()
        found = [row for row in rows if row["id"] > self.settled and row["id"] not in self._seen]
        self._seen.update((row["id"], now) for row in found)
        old = max((key for key, when in self._seen.items() if when <= now - SETTLES), default=self.settled)
        if old > self.settled:
            self.settled = old
            self._seen = {key: when for key, when in self._seen.items() if key > old}
        return found


class Changes:
    """Looks at the whole database, whatever the number of sessions that somebody watches."""

    def __init__(self):
        self.marks = {}

    def begin(self, tx):
        """Note where every table ends now."""
        self.marks = {name: Mark(_newest(tx, query)) for name, (query, _) in KINDS.items()}

    def look(self, tx):
        """Yield (session, kind, what is told of it) of what became new since the last look."""
        for kind, (_, queries) in KINDS.items():
            mark = self.marks[kind]
            rows = [row for query in queries for row in _rows(tx, query, mark.settled)]
            for row in sorted(mark.fresh(rows), key=lambda row: row["id"]):
                yield row["sessionId"], kind, told(row)

    def position(self):
        """Return the settled keys, in the order of KINDS."""
        return [mark.settled for mark in self.marks.values()]


def since(tx, session_id, position, most):
    """Yield (kind, what is told of it) of a session since a position; at most so many of each kind."""
    where = Clause("AND g.sessionId = :sessionId", {"sessionId": session_id})
    for (kind, (_, queries)), after in zip(KINDS.items(), position, strict=True):
        for query in queries:
            if tx.part(query):
                for row in tx.all(query, {"where": where}, after=after, most=most):
                    yield kind, told(row)


def told(row):
    """Return a row with what its status means, whichever way a database writes it."""
    return row | {"processingStatus": status(row["processingStatus"])} if "processingStatus" in row else row


def _newest(tx, query):
    part = tx.part(query)
    return (tx.value(query) if part else None) or 0


def _rows(tx, query, after):
    if not tx.part(query):
        return
    while True:
        page = tx.all(query, {"where": _NOWHERE}, after=after, most=_PAGE)
        yield from page
        if len(page) < _PAGE:
            return
        after = page[-1]["id"]
