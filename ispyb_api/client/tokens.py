"""Who the client is to the server: a login whose token is refreshed in time, or a service with a token of its own."""

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol

from ispyb_api.client.errors import IspybError

_EARLY = 30  # seconds: a token is refreshed before it ends, for clocks differ and requests take time

# Sends a request without a token: method, path, body.
Ask = Callable[[str, str, dict[str, Any]], dict[str, Any]]


class Credentials(Protocol):
    def token(self, ask: Ask) -> str:
        """Return a token that is good now."""

    def refused(self, token: str) -> bool:
        """Take note that the server refused a token; tell whether another may help."""


class ServiceToken:
    """A token of a service, which stays as it is until somebody revokes it."""

    def __init__(self, token: str):
        self._token = token

    def token(self, ask: Ask) -> str:
        return self._token

    def refused(self, token: str) -> bool:
        return False


class Login:
    """Somebody with a login and a password, or with an identity provider's token."""

    def __init__(self, **given: str | None):
        self._given = {name: value for name, value in given.items() if value is not None}
        self._turn = threading.Lock()  # a refresh token can be used once
        self._pair: dict[str, Any] | None = None
        self._until = 0.0

    def token(self, ask: Ask) -> str:
        with self._turn:
            if self._pair is None or time.monotonic() >= self._until:
                pair, self._pair = self._pair, None
                self._pair = self._next(pair, ask)
                self._until = time.monotonic() + max(1, self._pair["expiresIn"] - _EARLY)
            return str(self._pair["token"])

    def refused(self, token: str) -> bool:
        with self._turn:
            if self._pair is not None and self._pair["token"] == token:
                self._until = 0.0
        return True

    def _next(self, pair: dict[str, Any] | None, ask: Ask) -> dict[str, Any]:
        """Refresh, or log in anew if that fails: a refresh of which the answer got lost has used its token up."""
        if pair is not None:
            with suppress(IspybError):
                return ask("POST", "/auth/refresh", {"refreshToken": pair["refreshToken"]})
        return ask("POST", "/auth/login", self._given)
