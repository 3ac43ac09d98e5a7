"""Requests over HTTP: with a token that is good, again where the server is away, and every refusal as an IspybError."""

import random
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

import httpx

from ispyb_api.client.errors import IspybError
from ispyb_api.client.tokens import Credentials

PREFIX = "/ispyb/api/v1"
KEY = "Idempotency-Key"
_PAUSE = 0.2  # seconds before the second try; twice as long before each further one
_LONGEST_PAUSE = 30.0

Answered = TypeVar("Answered")


class Transport:
    """Sends requests to one server as one caller; threads may share it."""

    def __init__(self, url: str, credentials: Credentials, *, timeout: float, tries: int):
        self.url = url.rstrip("/").removesuffix(PREFIX) + PREFIX
        self._credentials = credentials
        self._tries = tries
        self._http = httpx.Client(timeout=timeout, headers={"User-Agent": "ispyb-api-client"})

    def close(self) -> None:
        self._http.close()

    def ask(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        body: Any = None,
        headers: Mapping[str, str] | None = None,
        tries: int | None = None,
    ) -> Any:
        """Send a request and return its JSON, None for an empty answer.

        A request is tried ``tries`` times while the server is away.  One that writes needs a key to be sent again.
        """

        def once() -> Any:
            with self._authorized(method, path, query, body, headers) as response:
                response.read()
                return _json(response)

        return self._again(once, tries or self._tries)

    def save(self, path: str, query: Mapping[str, Any], write: Callable[[bytes], Any]) -> None:
        """Hand a file that the server sends to ``write``, part by part."""

        def opened() -> None:
            with self._authorized("GET", path, query, None, None) as response:
                for part in response.iter_bytes():
                    write(part)

        self._again(opened, 1)

    def lines(self, path: str, query: Mapping[str, Any], headers: Mapping[str, str], silence: float) -> Iterator[str]:
        """Yield the lines of an answer that goes on, until it ends or nothing comes for ``silence`` seconds."""
        with self._authorized("GET", path, query, None, headers, silence) as response:
            yield from response.iter_lines()

    @contextmanager
    def _authorized(
        self,
        method: str,
        path: str,
        query: Any,
        body: Any,
        headers: Mapping[str, str] | None,
        timeout: float | None = None,
    ) -> Iterator[httpx.Response]:
        """Send a request with a token, and with the next one if the server refuses that."""
        for last in (False, True):
            token = self._credentials.token(self._without_token)
            sent = {"Authorization": f"Bearer {token}", **(headers or {})}
            with self._sent(method, path, query, body, sent, timeout) as response:
                refused = response.status_code == 401 and not last
                if not (refused and self._credentials.refused(token)):
                    _raise_for(response)
                    yield response
                    return

    def _without_token(self, method: str, path: str, body: dict[str, Any]) -> dict[str, Any]:
        with self._sent(method, path, None, body, {}) as response:
            _raise_for(response)
            response.read()
            answer: dict[str, Any] = _json(response)
            return answer

    @contextmanager
    def _sent(
        self,
        method: str,
        path: str,
        query: Any,
        body: Any,
        headers: dict[str, str],
        timeout: float | None = None,
    ) -> Iterator[httpx.Response]:
        given = {name: value for name, value in (query or {}).items() if value is not None}
        content: dict[str, Any] = {} if body is None else {"json": body}
        if timeout is not None:
            content["timeout"] = timeout
        try:
            with self._http.stream(
                method, f"{self.url}{path}", params=given or None, headers=headers, **content
            ) as response:
                yield response
        except httpx.TransportError as exc:
            raise IspybError(f"No answer from {self.url}: {exc or type(exc).__name__}") from exc

    @staticmethod
    def _again(once: Callable[[], Answered], tries: int) -> Answered:
        """Return what ``once`` returns, trying again while the server is away."""
        pause = _PAUSE
        for left in reversed(range(tries)):
            try:
                return once()
            except IspybError as exc:
                if not exc.away or left == 0:
                    raise
                wait = max(pause, exc.retry_after)
            apart = random.uniform(0.7, 1.3)  # noqa: S311 - apart from other clients, no secret
            time.sleep(min(wait, _LONGEST_PAUSE) * apart)
            pause *= 2
        raise AssertionError("a request is tried once at least")


def _json(response: httpx.Response) -> Any:
    return response.json() if response.content else None


def _raise_for(response: httpx.Response) -> None:
    """Raise what the server refuses with, or what something before it answers in its place."""
    if response.is_success:
        return
    response.read()
    try:
        said = response.json()
        code, message, errors = said["code"], said["message"], said.get("errors")
    except (ValueError, KeyError, TypeError):
        code, message, errors = f"http_{response.status_code}", f"{response.reason_phrase} (not from ispyb-api)", None
    raise IspybError(
        message,
        code=code,
        status=response.status_code,
        errors=errors,
        request_id=response.headers.get("X-Request-Id"),
        retry_after=_seconds(response.headers.get("Retry-After")),
    )


def _seconds(text: str | None) -> float:
    return float(text) if text and text.isdigit() else 0.0
