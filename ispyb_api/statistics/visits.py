"""A session with what was done in it, as statistics count it."""

import datetime
from dataclasses import dataclass, field


@dataclass
class Visit:
    """One session, with what was done in it; times are datetimes, of which any may be missing."""

    sessionId: int
    session: str | None
    beamLineName: str | None
    start: datetime.datetime | None
    end: datetime.datetime | None
    collections: list = field(default_factory=list)
    robot: list = field(default_factory=list)
    edge: list = field(default_factory=list)
    xrf: list = field(default_factory=list)
    faults: list = field(default_factory=list)
    strategies: list = field(default_factory=list)


def moment(text):
    """Return what either driver gives as a datetime."""
    return datetime.datetime.fromisoformat(text) if text else None
