"""Record the SQL statements of a request, with their values, by asking the application within this process."""

import contextlib
from typing import Any, NamedTuple
from unittest import mock

from ispyb_api.app import PREFIX
from ispyb_api.db.database import Transaction
from ispyb_api.http.services import EXTENSION


class Statement(NamedTuple):
    query: str  # as sessions.list_sessions
    sql: str
    values: Any


class Recorder:
    """One caller of an application in this process."""

    def __init__(self, app, login, password):
        self._app, self._client = app, app.test_client()
        answer = self._client.post(f"{PREFIX}/auth/login", json={"login": login, "password": password})
        if answer.status_code != 201:
            raise RuntimeError(f"{login} cannot log in: {answer.get_data(as_text=True)}")
        self._headers = {"Authorization": f"Bearer {answer.json['token']}"}

    def ask(self, path):
        """Return the answer, and the statements it took besides those that found out who calls."""
        with self._recording() as statements:
            answer = self._client.get(path, headers=self._headers)
        return answer, statements

    @contextlib.contextmanager
    def _recording(self):
        statements, named = [], [""]
        callers = self._app.extensions[EXTENSION].callers
        query, execute, find = Transaction._query, Transaction._execute, callers.find

        def noting(tx, name):
            named[0] = name
            return query(tx, name)

        def recording(tx, sql, values):
            statements.append(Statement(named[0], sql, values))
            return execute(tx, sql, values)

        def unrecorded(*arguments):
            before = len(statements)
            try:
                return find(*arguments)
            finally:
                del statements[before:]

        with (
            mock.patch.object(Transaction, "_query", noting),
            mock.patch.object(Transaction, "_execute", recording),
            mock.patch.object(callers, "find", unrecorded),
        ):
            yield statements
