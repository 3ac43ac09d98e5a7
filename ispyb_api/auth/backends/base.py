"""What a login backend is, and how to find the configured ones.

A site's own backend is a class that a package registers as entry point ``ispyb_api.auth_backends``;
its name there is the ``kind`` of an ``[[auth.backend]]`` table.
"""

from abc import ABC, abstractmethod
from importlib.metadata import entry_points

import marshmallow as ma

GROUP = "ispyb_api.auth_backends"


class BackendError(Exception):
    """A backend that is not installed, or options it does not take; says which."""


class PasswordBackend(ABC):
    """Checks a login and a password.

    ``Options`` is the marshmallow schema of its settings (without ``name`` and ``kind``); the loaded
    options are passed to ``__init__`` by name.  ``public`` is what ``GET /auth/config`` may show of them.
    """

    Options: type[ma.Schema] = ma.Schema
    public: dict = {}
    kind = ""  # set when it is loaded

    @abstractmethod
    def check(self, login, password):
        """Return who this is (Known), or None if the pair is wrong; raise errors.Unavailable if it cannot be told."""


def load(tables):
    """Return ``{name: backend}`` in the order of the settings' tables."""
    kinds = {point.name: point for point in entry_points(group=GROUP)}
    backends = {}
    for table in tables:
        options = {key: value for key, value in table.items() if key not in ("name", "kind")}
        name, kind = table["name"], table["kind"]
        if name in backends:
            raise BackendError(f"auth.backend {name}: the name is taken twice")
        if kind not in kinds:
            raise BackendError(
                f"auth.backend {name}: kind {kind!r} is not installed; there is {', '.join(sorted(kinds)) or 'none'}"
            )
        backends[name] = _made(kinds[kind].load(), name, options)
        backends[name].kind = kind
    return backends


def _made(backend, name, options):
    try:
        return backend(**backend.Options().load(options))
    except ma.ValidationError as exc:
        raise BackendError(f"auth.backend {name}: {exc.normalized_messages()}") from None
