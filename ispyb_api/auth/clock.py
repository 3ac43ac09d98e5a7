"""The time in the project's own tables: UTC, in whole seconds, written by the application; and that in ISPyB's."""

import datetime


def now():
    """Return the time as the project's own tables hold it."""
    return datetime.datetime.now(datetime.UTC).replace(tzinfo=None, microsecond=0)


def facility(tx):
    """Return the time as ISPyB's tables hold it: the database's clock, for this server may be in another zone."""
    return read(tx.value("auth.clock"))


def read(text):
    """Return what either driver gives as a datetime; None stays None."""
    return datetime.datetime.fromisoformat(text) if text else None


def shown(text):
    """Return the time as the API shows it: ISO 8601 with a Z, for it is not the facility's clock."""
    return f"{text.replace(' ', 'T', 1)}Z" if text else None
