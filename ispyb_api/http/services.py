"""What a request finds in its application: the database, the settings, the login backends."""

from dataclasses import dataclass, field
from typing import Any

import flask

EXTENSION = "ispyb_api"


@dataclass
class Services:
    database: Any
    settings: Any
    backends: dict = field(default_factory=dict)
    tokens: Any = None
    callers: Any = None
    providers: Any = None
    attempts: Any = None
    uses: Any = None
    cleaning: Any = None
    dictionary: Any = None
    live: Any = None


def services():
    """Return the current application's parts."""
    return flask.current_app.extensions[EXTENSION]


def transaction(*, write=False):
    """All of the block's queries, or none of them."""
    return services().database.transaction(write=write)
