"""The one exception of this client: what the server said, or that it cannot be reached."""

from collections.abc import Mapping
from typing import Any

AWAY = "unreachable"
# The server, or something before it, is away or busy: the same request may succeed later.
_LATER = {429, 502, 503, 504}


class IspybError(Exception):
    """What went wrong: compare ``code`` with those of the server's page on errors; ``errors`` holds messages by field.

    ``status`` is None where no answer came: ``code`` is then "unreachable", "spool" if the spool cannot be read or written, or
    "depends" for a write that names the answer of another that has none.
    """

    def __init__(
        self,
        message: str,
        *,
        code: str = AWAY,
        status: int | None = None,
        errors: Mapping[str, list[str]] | None = None,
        request_id: str | None = None,
        retry_after: float = 0.0,
    ):
        super().__init__(message)
        self.message = message
        self.code = code
        self.status = status
        self.errors = dict(errors or {})
        self.request_id = request_id
        self.retry_after = retry_after

    def __str__(self) -> str:
        fields = "; ".join(f"{name}: {' '.join(messages)}" for name, messages in self.errors.items())
        return " ".join(part for part in (f"[{self.code}]", self.message, fields) if part)

    @property
    def away(self) -> bool:
        """Whether the server did not get the request, or had to put it off: it may be sent again."""
        return self.code == AWAY or self.status in _LATER

    @property
    def faulty(self) -> bool:
        """Whether the server failed by a fault of its own; the request may be sent again, but need not ever succeed."""
        return self.status is not None and self.status >= 500 and not self.away

    def as_json(self) -> dict[str, Any]:
        """Return what an error of the server looks like, to be kept."""
        return {"code": self.code, "message": self.message, "errors": self.errors, "status": self.status}

    @classmethod
    def of_json(cls, kept: Mapping[str, Any]) -> "IspybError":
        return cls(kept["message"], code=kept["code"], status=kept["status"], errors=kept["errors"])
