"""What the commands have in common: how they fail, whom they act for, how they reach the database."""

import functools
import getpass
import sqlite3

import click
import pymysql

from ispyb_api import paths
from ispyb_api import settings as configuration
from ispyb_api.app import engine_of
from ispyb_api.auth.backends.base import BackendError
from ispyb_api.db import load_tsv
from ispyb_api.db import migrate as migrations
from ispyb_api.db.database import Database
from ispyb_api.db.queries import load
from ispyb_api.errors import ApiError

# What a database or a disk refuses for reasons that are the operator's to mend: a password, a name, a right.
_REFUSALS = (pymysql.err.OperationalError, sqlite3.DatabaseError)
_FOLDERS = (FileNotFoundError, NotADirectoryError, PermissionError)
_OUR_ERRORS = (configuration.SettingsError, BackendError, migrations.MigrationError, load_tsv.LoadError, ApiError)


def explained(command):
    """Show what our errors, and a database's or a disk's, say, without a traceback."""

    @functools.wraps(command)
    def wrapper(*args, **kwargs):
        try:
            return command(*args, **kwargs)
        except _OUR_ERRORS as exc:
            reason = f" ({exc.__cause__.args[-1]})" if isinstance(exc, ApiError) and exc.__cause__ else ""
            fields = getattr(exc, "errors", {}).items()
            wrong = "".join(f"\n  {name}: {' '.join(messages)}" for name, messages in fields)
            raise click.ClickException(f"{exc}{reason}{wrong}") from exc
        except _REFUSALS as exc:
            raise click.ClickException(f"the database: {exc.args[-1]}") from exc
        except _FOLDERS as exc:
            raise click.ClickException(f"{exc.filename}: {exc.strerror}") from exc

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
