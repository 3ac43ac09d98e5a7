"""Settings: default.toml, then the site's file, then the environment; wrong ones are refused by name."""

import os
import tomllib
from pathlib import Path

import marshmallow as ma
from marshmallow import fields

from ispyb_api import paths
from ispyb_api.db.engines import without_password
from ispyb_api.settings_keys import SettingsSchema

PREFIX = "ISPYB"
SITE_FILE = f"{PREFIX}_SETTINGS"
_MASK = "********"


class SettingsError(Exception):
    """Says which key is wrong, and in which file or variable."""


class Section:
    """Read-only settings: ``settings.database.url``."""

    def __init__(self, values, origins=None):
        object.__setattr__(
            self, "_values", {k: Section(v) if isinstance(v, dict) else _frozen(v) for k, v in values.items()}
        )
        object.__setattr__(self, "origins", origins or {})

    def __getattr__(self, name):
        try:
            return self._values[name]
        except KeyError:
            raise AttributeError(name) from None

    def __setattr__(self, name, value):
        raise AttributeError("settings do not change")

    def __repr__(self):
        return f"Section({', '.join(self._values)})"


def _frozen(value):
    return tuple(value) if isinstance(value, list) else value


def _sections():
    return {name: field.nested for name, field in SettingsSchema._declared_fields.items()}


def load(site_file=None, environ=os.environ, overrides=None):
    """Return the settings; ``overrides`` ({"server.port": 8000}) are the command line's."""
    values, origins = {}, {}
    _merge(values, origins, paths.SETTINGS / "default.toml")
    site_file = site_file or environ.get(SITE_FILE)
    if site_file:
        _merge(values, origins, Path(site_file))
    _from_environment(values, origins, environ)
    for dotted, value in (overrides or {}).items():
        section, key = dotted.split(".")
        values.setdefault(section, {})[key] = value
        origins[dotted] = "the command line"
    return _validated(values, origins)


def _merge(values, origins, path):
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as exc:
        raise SettingsError(f"{path} cannot be read: {exc.strerror} (named by {SITE_FILE})") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
        raise SettingsError(f"{path} is not TOML: {exc}") from None
    for section, table in found.items():
        if not isinstance(table, dict):
            raise SettingsError(f"{section} in {path} must be a [{section}] table")
        values.setdefault(section, {}).update(table)
        origins.update({f"{section}.{key}": str(path) for key in table})


def _from_environment(values, origins, environ):
    for section, schema in _sections().items():
        prefix = f"{PREFIX}_{section.upper()}_"
        for variable in sorted(v for v in environ if v.startswith(prefix)):
            key = variable.removeprefix(prefix).removesuffix("_FILE").lower()
            field = schema._declared_fields.get(key)
            if field is None or key == "backend" or (variable.endswith("_FILE") and not field.metadata["secret"]):
                raise SettingsError(
                    f"{variable} names no setting; [{section}] has {', '.join(schema._declared_fields)}"
                )
            values.setdefault(section, {})[key] = _parsed(environ[variable], field, variable)
            origins[f"{section}.{key}"] = variable


def _parsed(text, field, variable):
    if variable.endswith("_FILE"):
        try:
            text = Path(text).read_text(encoding="utf-8").strip()
        except OSError as exc:
            raise SettingsError(f"{variable}: {text} cannot be read: {exc.strerror}") from None
    if isinstance(field, fields.List):
        return [part.strip() for part in text.split(",") if part.strip()]
    if isinstance(field, fields.Boolean):
        if text.lower() not in ("true", "false"):
            raise SettingsError(f"{variable} must be true or false, not {text!r}")
        return text.lower() == "true"
    try:
        return (
            int(text) if isinstance(field, fields.Integer) else float(text) if isinstance(field, fields.Float) else text
        )
    except ValueError:
        raise SettingsError(f"{variable} must be a number, not {text!r}") from None


def _validated(values, origins):
    try:
        loaded = SettingsSchema().load(values)
    except ma.ValidationError as exc:
        raise SettingsError("; ".join(_explained(exc.normalized_messages(), origins))) from None
    for dotted in ("database.url", "token.secret"):
        section, key = dotted.split(".")
        if not loaded.get(section, {}).get(key):
            variable = f"{PREFIX}_{section}_{key}".upper()
            raise SettingsError(f"{dotted} is not set; put it in a settings file or in {variable} (or {variable}_FILE)")
    if loaded["metrics"]["mode"] == "token" and not loaded["metrics"]["token"]:
        raise SettingsError("metrics.token is not set, and metrics.mode is token")
    return Section(loaded, origins)


def _explained(messages, origins, where=()):
    for key, message in messages.items():
        path = (*where, str(key))
        if isinstance(message, dict):
            yield from _explained(message, origins, path)
        else:
            dotted = ".".join(path)
            known = origins.get(".".join(path[:2])) or next(
                (o for k, o in origins.items() if k.startswith(f"{path[0]}.")), ""
            )
            yield f"{dotted}: {' '.join(message)} ({known})"


def effective(settings):
    """Yield (key, value as it may be shown, where it came from) for every setting."""
    for section, schema in _sections().items():
        for key, field in schema._declared_fields.items():
            value = getattr(getattr(settings, section), key)
            yield f"{section}.{key}", _shown(key, field, value), settings.origins.get(f"{section}.{key}", "")


def _shown(key, field, value):
    if key == "url":
        return without_password(value)
    if field.metadata.get("secret"):
        return _MASK if value else ""
    if key == "backend":
        return ", ".join(f"{each['name']} ({each['kind']})" for each in value)
    return (
        ", ".join(value) if isinstance(value, tuple) else str(value).lower() if isinstance(value, bool) else str(value)
    )
