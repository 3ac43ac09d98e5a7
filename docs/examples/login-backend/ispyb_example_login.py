"""Log in with the passwords of a file: an example of a site's own login backend for ispyb-api."""

import hashlib
import hmac
from pathlib import Path

import marshmallow as ma
from marshmallow import fields

from ispyb_api.auth.backends.base import PasswordBackend
from ispyb_api.auth.identity import Known
from ispyb_api.errors import Unavailable

_NOBODY = ["", "", "", ""]


class OptionsSchema(ma.Schema):
    """What the ``[[auth.backend]]`` table holds besides ``name`` and ``kind``."""

    path = fields.String(required=True)


class FileBackend(PasswordBackend):
    Options = OptionsSchema

    def __init__(self, path):
        self._path = Path(path)

    def check(self, login, password):
        """Return who this is, or None; an unknown login costs a hash, too."""
        digest, salt, given, family = self._people().get(login, _NOBODY)
        same = hmac.compare_digest(hashed(password, salt), digest or "0" * 64)
        return Known(login, givenName=given or None, familyName=family or None) if same else None

    def probe(self):
        """Try to read the file."""
        try:
            self._people()
        except Unavailable as exc:
            yield str(self._path), str(exc)
        else:
            yield str(self._path), ""

    def _people(self):
        """Return ``{login: [hash, salt, given name, family name]}``; read anew each time, so that changes hold at once."""
        try:
            lines = self._path.read_text(encoding="utf-8").splitlines()
        except OSError as exc:
            raise Unavailable(f"Login backend {self.name}: its file cannot be read ({exc.strerror}).") from None
        rows = [line.split(":") for line in lines if line.count(":") == len(_NOBODY)]
        return {login: rest for login, *rest in rows}


def hashed(password, salt):
    """Return what the file holds of a password."""
    return hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), 100_000).hex()
