"""Record the SQL statements of a request, with their values, by asking the application within this process."""

import contextlib
from typing import Any, NamedTuple
from unittest import mock

import pymysql.cursors

from ispyb_api.app import PREFIX
from ispyb_api.compat.java_rest.callers import EXTENSION as JAVA
from ispyb_api.db.database import Transaction
from ispyb_api.http.services import EXTENSION

_ENDLESS = "text/event-stream"  # answers until the client goes


class Statement(NamedTuple):
    query: str  # as sessions.list_sessions
    sql: str
    values: Any  # a list of them if it was sent once for each
    made: tuple = ("", ())  # what a key that it returned is called, and the keys


class Recorder:
    """One caller of an application in this process."""

    def __init__(self, app, login, password):
        self._app, self._client = app, app.test_client()
        answer = self._client.post(f"{PREFIX}/auth/login", json={"login": login, "password": password})
        if answer.status_code != 201:
            raise RuntimeError(f"{login} cannot log in: {answer.get_data(as_text=True)}")
        self._headers = {"Authorization": f"Bearer {answer.json['token']}"}

    def ask(self, path, method="GET", headers=None, **options):
        """Return the answer, and the statements it took besides those that found out who calls."""
        with self._recording() as statements:
            answer = self._client.open(path, method=method, headers=headers or self._headers, **options)
            if answer.mimetype != _ENDLESS:
                answer.get_data()  # what is sent while it is read may ask while it is read
        return answer, statements

    @contextlib.contextmanager
    def _recording(self):
        statements, named = [], [""]
        query, execute = Transaction._query, Transaction._execute
        execute_many = pymysql.cursors.Cursor.executemany

        def noting(tx, name):
            named[0] = name
            return query(tx, name)

        def recording(tx, sql, values):
            cursor = execute(tx, sql, values)
            made = (cursor.description[0][0], [row[0] for row in cursor._rows]) if "RETURNING" in sql else ("", ())
            statements.append(Statement(named[0], sql, values, made))
            return cursor

        def recording_many(cursor, sql, rows):
            statements.append(Statement(named[0], sql, rows))
            return execute_many(cursor, sql, rows)

        def unrecorded(find):
            def finding(*arguments):
                before = len(statements)
                try:
                    return find(*arguments)
                finally:
                    del statements[before:]

            return finding

        with contextlib.ExitStack() as stack:
            for holder, name in self._who_calls():
                stack.enter_context(mock.patch.object(holder, name, unrecorded(getattr(holder, name))))
            stack.enter_context(mock.patch.object(Transaction, "_query", noting))
            stack.enter_context(mock.patch.object(Transaction, "_execute", recording))
            stack.enter_context(mock.patch.object(pymysql.cursors.Cursor, "executemany", recording_many))
            yield statements

    def _who_calls(self):
        """Yield what finds out who calls, as (object, name of its method)."""
        yield self._app.extensions[EXTENSION].callers, "find"
        if JAVA in self._app.extensions:
            yield self._app.extensions[JAVA], "read"
