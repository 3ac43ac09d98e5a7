"""What the commands have in common: how they fail, whom they act for, how they reach the database."""

import functools
import getpass

import click

from ispyb_api import paths
from ispyb_api import settings as configuration
from ispyb_api.app import engine_of
from ispyb_api.auth.backends.base import BackendError
from ispyb_api.db import load_tsv
from ispyb_api.db import migrate as migrations
from ispyb_api.db.database import Database
from ispyb_api.db.queries import load
from ispyb_api.errors import ApiError

_OUR_ERRORS = (configuration.SettingsError, BackendError, migrations.MigrationError, load_tsv.LoadError, ApiError)


def explained(command):
    """Show what our errors say, without a traceback."""

    @functools.wraps(command)
    def wrapper(*args, **kwargs):
        try:
            return command(*args, **kwargs)
        except _OUR_ERRORS as exc:
            reason = f" ({exc.__cause__.args[-1]})" if isinstance(exc, ApiError) and exc.__cause__ else ""
            fields = getattr(exc, "errors", {}).items()
            wrong = "".join(f"\n  {name}: {' '.join(messages)}" for name, messages in fields)
            raise click.ClickException(f"{exc}{reason}{wrong}") from exc

    return wrapper


def say(text):
    """Tell the operator something that is not the command's result."""
    click.echo(text, err=True)


def operator():
    """Return how the record names whoever runs a command."""
    return f"{getpass.getuser()[:30]} (command)"


def database(settings):
    """Return the database that the settings name."""
    engine = engine_of(settings)
    return Database(engine, load(paths.QUERIES, engine.name))
