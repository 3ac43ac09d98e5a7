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


class Backend(ABC):  # noqa: B024 - what its two kinds must do, they say
    """A way to find out who somebody is.

    ``Options`` is the marshmallow schema of its settings (without ``name`` and ``kind``); the loaded
    options are passed to ``__init__`` by name.  ``public`` is what ``GET /auth/config`` may show of them.
    Say who it is with ``Known``; say None if you do not know; raise ``errors.Unavailable`` if you cannot tell.
    """

    Options: type[ma.Schema] = ma.Schema
    public: dict = {}
    name = ""  # both as the settings have them, set when it is loaded
    kind = ""

    def probe(self):
        """Yield (what was tried, what is wrong or "") for ``ispyb-api check``: is what it asks there, and does it answer?"""
        return ()


class PasswordBackend(Backend):
    """Checks a login and a password."""

    @abstractmethod
    def check(self, login, password):
        """Return who this is (Known), or None if the pair is wrong; neither argument is empty."""


class TokenBackend(Backend):
    """Reads access tokens of an identity provider: at login, and as bearer tokens on every route.

    ``sign_in`` tells Swagger UI how to get one: client_id, scopes, authorization_url, token_url and their origin.
    """

    sign_in: dict | None = None
    issuer: str | None = None  # whose tokens it reads

    @abstractmethod
    def read(self, token):
        """Return whose token this is (Known), or None if it is not of this provider; raise Unauthenticated if it is bad."""


def load(tables):
    """Return ``{name: backend}`` in the order of the settings' tables."""
    kinds = {point.name: point for point in entry_points(group=GROUP)}
    backends = {}
    for table in tables:
        name, kind = table["name"], table["kind"]
        if name in backends:
            raise BackendError(f"auth.backend {name}: the name is taken twice")
        if kind not in kinds:
            installed = ", ".join(sorted(kinds)) or "none"
            raise BackendError(f"auth.backend {name}: kind {kind!r} is not installed; there is {installed}")
        backends[name] = _made(kinds[kind], table)
    _each_has_its_issuer(backends)
    return backends


def _each_has_its_issuer(backends):
    seen = {}
    for name, backend in backends.items():
        issuer = getattr(backend, "issuer", None)
        if issuer is not None and issuer in seen:
            raise BackendError(
                f"auth.backend {name}: {seen[issuer]} has the same issuer, and decides about all its tokens;"
                " give one backend both audiences"
            )
        seen[issuer] = name


def _made(point, table):
    options = {key: value for key, value in table.items() if key not in ("name", "kind")}
    try:
        backend = point.load()
    except ImportError as exc:
        raise BackendError(f"auth.backend {table['name']}: {exc}; install ispyb-api[{point.name}]") from exc
    try:
        made = backend(**backend.Options().load(options))
    except ma.ValidationError as exc:
        raise BackendError(f"auth.backend {table['name']}: {exc.normalized_messages()}") from None
    made.name, made.kind = table["name"], table["kind"]
    return made
