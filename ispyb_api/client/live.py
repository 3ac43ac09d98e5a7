"""What happens in a session, as it happens: server-sent events, on a connection that comes back by itself."""

import json
import time
from collections.abc import Iterator
from typing import Any, NamedTuple

from ispyb_api.client.errors import IspybError
from ispyb_api.client.transport import Transport

_SILENCE = 45.0  # seconds without a word after which a connection is lost; servers say something every 15
_LONGEST = 3600  # seconds that a server takes for one connection
_RETRY = 3.0  # seconds, unless the server says otherwise


class Happening(NamedTuple):
    """Something that happened: its kind, as ``collection``, the row it is about, and its place in the stream."""

    kind: str
    what: dict[str, Any]
    id: str


class Live:
    """One session's stream; ``after`` is the id of the last happening that is known already."""

    def __init__(self, transport: Transport, session_id: int, after: str | None):
        self._transport, self._path, self._last = transport, f"/sessions/{session_id}/stream", after
        self._retry = _RETRY

    def happenings(self, seconds: float | None) -> Iterator[Happening]:
        """Yield what happens, for so many seconds or for ever; only the first connection begins with ``ready``."""
        until = None if seconds is None else time.monotonic() + seconds
        known = False
        while until is None or time.monotonic() < until:
            left = None if until is None else min(_LONGEST, max(1, round(until - time.monotonic())))
            try:
                for each in self._connection(left):
                    if not (known and each.kind == "ready"):
                        yield each
                    known = True
            except IspybError as exc:
                if not exc.away:
                    raise
            if until is None or time.monotonic() + self._retry < until:
                time.sleep(self._retry)
            else:
                return

    def _connection(self, seconds: int | None) -> Iterator[Happening]:
        """Yield what one connection tells."""
        query = {} if seconds is None else {"seconds": seconds}
        headers = {"Accept": "text/event-stream", **({"Last-Event-ID": self._last} if self._last else {})}
        said: dict[str, str] = {}
        for line in self._transport.lines(self._path, query, headers, _SILENCE):
            name, _, value = line.partition(":")
            if name:
                said[name] = value.removeprefix(" ")
            if line == "" and said:
                self._retry = float(said["retry"]) / 1000 if "retry" in said else self._retry
                self._last = said.get("id", self._last)
                if "event" in said:
                    yield Happening(said["event"], json.loads(said["data"]), said.get("id", ""))
                said = {}
