"""Run named queries: ``with database.transaction() as tx: tx.all("sessions.list_sessions", ...)``."""

import contextlib
import logging
import threading

from ispyb_api.db import adapt, catalog, changing, columns, mariadb, meter, sqlite
from ispyb_api.db.queries import Clause, QueryError
from ispyb_api.db.rows import shaper
from ispyb_api.db.totals import Totals
from ispyb_api.errors import DatabaseUnavailable, Invalid, NotInThisDatabase

log = logging.getLogger(__name__)


class Database:
    """One engine and every query, fitted to the tables that this database has.

    A query belongs to its file's folder: ``sql/queries/sessions/sessions.sql`` holds ``sessions.list_sessions``.
    """

    def __init__(self, engine, queries):
        self.engine, self._written = engine, queries
        self._fitted = self._columns = None
        self._fitting = threading.Lock()
        self._totals = Totals()

    @contextlib.contextmanager
    def transaction(self, *, write=False):
        """All of the block's queries, or none of them."""
        fitted = self._fitted or self.fitted()
        with self._translated(), self.engine.begun(write=write) as raw:
            try:
                yield Transaction(raw, fitted, self.engine.pyformat, self._totals, self._columns)
                self.engine.end(raw, write=write)
                if write:
                    self._totals.forget()
            except BaseException:
                with contextlib.suppress(Exception):
                    raw.rollback()
                raise

    def text(self, name):
        """Return the text of a query that is part of others; None where this database lacks what it needs."""
        fitted = (self._fitted or self.fitted())[name]
        return None if fitted.refused else fitted.query.sql

    def fitted(self):
        """Return ``{name: Fitted}``; asks the database for its tables, once in a process."""
        with self._translated(), self.engine.connection() as raw:
            return self._fitted or self._fit(raw)

    def _fit(self, raw):
        with self._fitting:
            if self._fitted is None:
                tables, self._columns = adapt.lowered(catalog.columns(raw)), columns.read(raw)
                self._fitted = {name: adapt.fit(query, tables) for name, query in self._written.items()}
            return self._fitted

    @contextlib.contextmanager
    def _translated(self):
        try:
            yield
        except (mariadb.ERRORS, *sqlite.ERRORS) as exc:
            known = self.engine.translate(exc)
            if known is None:
                raise
            if isinstance(known, NotInThisDatabase):
                log.warning("a query does not fit this database: %s", exc)
            if isinstance(known, DatabaseUnavailable) and not known.again:
                log.warning("the database cannot serve: %s", exc)
            raise known from exc


class Transaction:
    """Queries by name within one BEGIN ... COMMIT."""

    def __init__(self, raw, fitted, pyformat, totals, columns):
        self._raw, self._fitted, self._pyformat, self._totals = raw, fitted, pyformat, totals
        self._columns = columns

    def all(self, name, /, slots=None, **values):
        """Return every row as a dict, nested as the columns' names say."""
        cursor = self._run(name, slots, values)
        shape = shaper(tuple(column[0] for column in cursor.description))
        return [shape(row) for row in cursor.fetchall()]

    def one(self, name, /, slots=None, **values):
        """Return the first row, or None."""
        return next(iter(self.all(name, slots, **values)), None)

    def value(self, name, /, slots=None, **values):
        """Return the first column of the first row, or None."""
        row = self._run(name, slots, values).fetchone()
        return row[0] if row else None

    def total(self, name, /, slots=None, **values):
        """Return a count; one that is slow to make may be some seconds old (see totals.py)."""
        sql, params = self._query(name).render(self._pyformat, values, slots)
        return self._totals.get((sql, repr(params)), lambda: self._execute(sql, params).fetchone()[0])

    def run(self, name, /, slots=None, **values):
        """Execute; return how many rows were found or written."""
        return self._run(name, slots, values).rowcount

    def columns(self, table):
        """Return ``{column in lower case: Column}`` of a table, nothing of one that this database lacks."""
        return self._columns.get(table.lower(), {})

    def faults(self, table, row):
        """Return why the table cannot hold a row, {column: messages}, before it is sent."""
        try:
            changing.fitting(self.columns(table), row)
        except Invalid as exc:
            return exc.errors
        return {}

    def add(self, name, row, /, **values):
        """Insert a row; return what the statement returns of it, its key."""
        query = self._query(name)
        held = self.columns(changing.target(query))
        row = changing.fitting(held, row, values)
        slots = changing.columns_and_values(row, changing.unnamed_times(query, held, row))
        found = self._execute(*query.render(self._pyformat, values, slots))
        return found.fetchone()[0] if found.description else None

    def add_all(self, name, rows, /, **values):
        """Insert rows by few statements; return their keys in the same order.  Values are the same for each row."""
        query, keys = self._query(name), [None] * len(rows)
        held = self.columns(changing.target(query))
        rows = [_named_by_row(number, held, row, values) for number, row in enumerate(rows)]
        for positions, alike in changing.alike(rows):
            times = changing.unnamed_times(query, held, alike[0])
            slots = changing.columns_and_values(alike[0], times)
            slots["rows"] = changing.more_rows(query, alike, values, times)
            found = self._execute(*query.render(self._pyformat, values, slots))
            made = sorted(row[0] for row in found.fetchall()) if found.description else [None] * len(alike)
            for position, key in zip(positions, made, strict=True):
                keys[position] = key
        return keys

    def add_many(self, name, columns, rows, /):
        """Send rows with the same ``columns`` to the statement, a batch at a time; they are tuples, checked by the caller."""
        query = self._query(name)
        values = dict.fromkeys(query.params)
        others = [each for each in columns if each not in query.params]
        times = changing.unnamed_times(query, self.columns(changing.target(query)), columns)
        sql, _ = query.render(self._pyformat, values, changing.columns_and_values(dict.fromkeys(others), times))
        bound = [each if each in query.params else f"c_{each}" for each in columns]
        with meter.statement():
            cursor = self._raw.cursor()
            cursor.executemany(changing.without_remarks(sql), [dict(zip(bound, row, strict=True)) for row in rows])
        return cursor.rowcount

    def change(self, name, row, /, **values):
        """Set columns of the rows that the statement finds; return how many it found."""
        query = self._query(name)
        row = changing.fitting(self.columns(changing.target(query)), row)
        return self._execute(*query.render(self._pyformat, values, changing.settings(row))).rowcount

    def change_all(self, name, key, rows, /, **fixed):
        """Set columns of many rows by few statements: ``rows`` are [(value of the column ``key``, {column: value})].

        The statement finds its rows by ``changed``, and by what is ``fixed``.
        """
        query = self._query(name)
        held = self.columns(changing.target(query))
        values = [_named_by_row(number, held, row, {}) for number, (_, row) in enumerate(rows)]
        for positions, alike in changing.alike(values, changing.MOST_CHANGED):
            keys = [rows[position][0] for position in positions]
            if alike[0]:
                slots = changing.settings_by_row(key, list(zip(keys, alike, strict=True)))
                self._execute(*query.render(self._pyformat, {"changed": keys, **fixed}, slots))

    def lock(self, name, /, **values):
        """Keep others from changing what an UPDATE finds until the transaction ends; return whether it found something."""
        return self._run(name, {}, values).rowcount > 0

    def part(self, name, /, **values):
        """Return a query that is part of others as their clause; None where this database lacks what it needs."""
        fitted = self._fitted[name]
        return None if fitted.refused else Clause(fitted.query.sql, values)

    def _query(self, name):
        if name not in self._fitted:
            raise QueryError(f"there is no query {name}")
        fitted = self._fitted[name]
        if fitted.refused:
            raise NotInThisDatabase(f"This database cannot answer: {fitted.refused}.")
        return fitted.query

    def _run(self, name, slots, values):
        return self._execute(*self._query(name).render(self._pyformat, values, slots))

    def _execute(self, sql, params):
        cursor = self._raw.cursor()
        with meter.statement():
            cursor.execute(sql, params)
        return cursor


def _named_by_row(number, columns, row, values):
    try:
        return changing.fitting(columns, row, values)
    except Invalid as exc:
        raise Invalid(str(exc), errors={f"[{number}].{name}": each for name, each in exc.errors.items()}) from None
