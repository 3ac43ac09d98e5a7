"""The client: reads rows page by page, writes with a key, and keeps on disk what the server is not there to take."""

import os
import uuid
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from ispyb_api.client.delivery import Delivery
from ispyb_api.client.errors import IspybError
from ispyb_api.client.live import Happening, Live
from ispyb_api.client.sent import Sent, keys_in
from ispyb_api.client.spool import ASIDE, DELIVERED, Spool
from ispyb_api.client.tokens import Credentials, Login, ServiceToken
from ispyb_api.client.transport import KEY, Transport

Row = dict[str, Any]
_PAGE = 500  # rows of a page, which is as many as a server gives


class Client:
    """One caller of one server; threads may share it.

    ``token`` is a service's.  Otherwise ``login`` and ``password`` are somebody's, or ``provider_token`` is that of an identity
    provider; ``plugin`` names the login backend.  With a ``spool``, a folder, every write is on disk before it is sent.
    """

    def __init__(
        self,
        url: str,
        *,
        token: str | None = None,
        login: str | None = None,
        password: str | None = None,
        provider_token: str | None = None,
        plugin: str | None = None,
        spool: str | os.PathLike[str] | None = None,
        timeout: float = 20.0,
        tries: int = 4,
        interval: float = 5.0,
    ):
        credentials: Credentials = (
            ServiceToken(token) if token else Login(login=login, password=password, token=provider_token, plugin=plugin)
        )
        self._transport = Transport(url, credentials, timeout=timeout, tries=tries)
        self.spool = Spool(Path(spool), self._transport.url) if spool is not None else None
        self._delivery = (
            Delivery(self.spool, self._transport, interval=interval, tries=tries) if self.spool is not None else None
        )

    def close(self) -> None:
        """End the connections; what waits in the spool is delivered by the next client with it."""
        if self._delivery is not None and self.spool is not None:
            self._delivery.stop()
            self.spool.close()
        self._transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    # --- reading

    def get(self, path: str, **query: Any) -> Any:
        """Return what a route answers; arguments are those of its query string."""
        return self._transport.ask("GET", path, query=_shown(query))

    def rows(self, path: str, **query: Any) -> Iterator[Row]:
        """Yield the rows of a list, each page asked for when its first row is wanted.

        A list with cursors (``next``) is followed by these: rows that come or go meanwhile shift nothing.
        """
        query = {"limit": _PAGE, **query}
        while True:
            page = self.get(path, **query)
            yield from page["results"]
            if page.get("next"):
                query = {**query, "after": page["next"]}
                query.pop("skip", None)
            elif "after" in query or len(page["results"]) < page["limit"]:
                return
            else:
                query = {**query, "skip": page["skip"] + len(page["results"])}

    def download(self, path: str, target: str | os.PathLike[str], **query: Any) -> Path:
        """Save a file that a route sends; the target is there only when it is whole."""
        whole = Path(target)
        part = whole.with_name(f"{whole.name}.{uuid.uuid4().hex}.part")
        try:
            with part.open("wb") as opened:
                self._transport.save(path, _shown(query), opened.write)
            part.replace(whole)
        finally:
            part.unlink(missing_ok=True)
        return whole

    def live(self, session_id: int, *, seconds: float | None = None, after: str | None = None) -> Iterator[Happening]:
        """Yield what happens in a session, within about a second, for so many seconds or for ever.

        A connection that ends is made again, and goes on where it was; ``after`` is the id of a happening to go on from.
        """
        return Live(self._transport, session_id, after).happenings(seconds)

    # --- writing

    def post(self, path: str, body: Any, *, key: str | None = None) -> Sent:
        """Make a row, or several; ``key`` is the request's idempotency key, a new one unless given."""
        return self._write("POST", path, body, {}, key)

    def patch(self, path: str, body: Any, *, if_match: str | None = None) -> Sent:
        """Change a row: what is absent stays, None clears."""
        return self._write("PATCH", path, body, {"If-Match": if_match} if if_match else {}, None)

    def put(self, path: str, body: Any) -> Sent:
        """Say all of something."""
        return self._write("PUT", path, body, {}, None)

    def delete(self, path: str) -> Sent:
        """Remove a row."""
        return self._write("DELETE", path, None, {}, None)

    def deliver(self) -> int:
        """Send what waits in the spool now; return how many writes the server has answered.  IspybError says why it cannot be."""
        return self._delivery.deliver() if self._delivery is not None else 0

    def _write(self, method: str, path: str, body: Any, headers: dict[str, str], key: str | None) -> Sent:
        if self.spool is None or self._delivery is None:
            return self._directly(method, path, body, headers, key or uuid.uuid4().hex)
        entry = self._delivery.hand_over(self.spool.append(method, path, body, headers, key))
        if entry.state == ASIDE and entry.error is not None:
            self.spool.forget(entry.number)  # its caller is told
            raise entry.error
        return Sent(entry.key, entry.answer, spooled=entry.state != DELIVERED)

    def _directly(self, method: str, path: str, body: Any, headers: dict[str, str], key: str) -> Sent:
        if keys_in([path, body]):
            raise IspybError(
                "It names the answer of a write in a spool: use the client with that spool.", code="depends"
            )
        return Sent(key, self._transport.ask(method, path, body=body, headers={**headers, KEY: key}))


def _shown(query: Mapping[str, Any]) -> dict[str, Any]:
    """Return arguments as the server reads them: true for True, [1,2] for a list."""
    return {name: _argument(value) for name, value in query.items() if value is not None}


def _argument(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    return f"[{','.join(map(str, value))}]" if isinstance(value, list | tuple) else value
