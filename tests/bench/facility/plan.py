"""What happens at the facility, and when: proposals, their sessions, the collections of each session.

Everything grows with the number of proposals, and what belongs to one proposal does not depend on how
many others there are: an ordinary member sees the same rows at every scale.
"""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

PERSONS = 2  # for each proposal, beside those that log in

BEGIN = datetime(2020, 1, 6, 9, 30)
DAYS = 2400
PLANNED_FROM = 4000  # days after BEGIN: sessions that are still to come
SHIFT_SECONDS = 14 * 3600  # of each day; the nights are free, and with them the hour that the clocks skip in spring

BEAMLINES = {"mx": ("MX1", "MX2", "MX3", "MX4", "MX5"), "ssx": ("SSX1",), "em": ("EM1", "EM2")}
EXPERIMENTS = {
    "mx": ("OSC", "OSC", "OSC", "OSC", "OSC", "Characterization", "Characterization", "Mesh", "SAD", "Helical"),
    "ssx": ("SSX-Jet", "SSX-Chip"),
    "em": ("EM",),
}

# The people who log in.  What the member belongs to is counted from ``Size.before``: the same at every scale.
ADMIN, STAFF, MEMBER = 1, 2, 3
LOGINS = {ADMIN: "bench_admin", STAFF: "bench_staff", MEMBER: "bench_member"}
STAFF_BEAMLINE = "MX1"
MEMBER_LEADS = 3
MEMBER_OF = (4, 5, 8, 9)
MEMBER_VISITS = 12  # takes part in one of its sessions, without belonging to the proposal


@dataclass(frozen=True)
class Size:
    """How many proposals there are, and how much belongs to each."""

    proposals: int
    sessions: int = 10  # of each proposal
    samples: int = 50  # of each proposal
    groups: tuple = (4, 17)  # of each session, from and to
    busy: int = 520  # groups of a busy session: one in each fifth proposal
    before: int = 0  # proposals, in tens, before the first of those that the member belongs to


def at_scale(scale):
    """Return the size of a facility; at scale 1 it has 60,000 collections."""
    return Size(max(20, round(200 * scale)))


# Large tables of everything in a few seconds: for plans, not for times.  The member's rows are in the middle of them, for
# a plan that reads a table from its beginning looks harmless where it finds its row at once.
WIDE = Size(300, sessions=3, samples=10, groups=(1, 2), busy=60, before=150)


class Table(NamedTuple):
    """Rows as dicts, all with the same keys."""

    name: str
    rows: Iterable[dict]


class Session(NamedTuple):
    sessionId: int
    proposal: int
    visit: int
    beamline: str
    start: int  # seconds after BEGIN
    days: int
    groups: int


class Group(NamedTuple):
    groupId: int
    session: Session
    experiment: str
    start: int
    sample: int
    collections: range


class Plan:
    """The facility at one size."""

    def __init__(self, size, seed):
        self.size, self.seed = size, seed
        self.proposals = range(1, size.proposals + 1)
        self.persons = range(len(LOGINS) + 1, len(LOGINS) + 1 + PERSONS * len(self.proposals))
        self.samples = range(1, size.samples * len(self.proposals) + 1)
        self.sessions = [
            Session(number, *each[1:])
            for number, each in enumerate(sorted(s for p in self.proposals for s in self._sessions(p)), 1)
        ]
        self.groups = list(self._groups())
        self.member_leads, self.member_visits = size.before + MEMBER_LEADS, size.before + MEMBER_VISITS
        self.member_of = tuple(size.before + each for each in MEMBER_OF)

    def random(self, *what):
        """Return the chance that belongs to one thing, whatever else there is."""
        return random.Random("/".join(map(str, (self.seed, *what))))

    def sample(self, proposal, chance):
        """Return the id of one of a proposal's samples."""
        return (proposal - 1) * self.size.samples + chance.randint(1, self.size.samples)

    def _sessions(self, proposal):
        """Yield the sessions of a proposal, by their start for now."""
        chance = self.random("proposal", proposal)
        starts = sorted(chance.randrange(DAYS) for _ in range(self.size.sessions))
        if proposal % 2:
            starts[-1] = PLANNED_FROM + chance.randrange(1000)
        for visit, day in enumerate(starts, 1):
            busy = visit == self.size.sessions // 2 and proposal % 5 == 0
            groups = 0 if day >= PLANNED_FROM else self.size.busy if busy else chance.randint(*self.size.groups)
            beamline = chance.choice(BEAMLINES[kind(proposal)])
            yield day * 86400, proposal, visit, beamline, day * 86400, 2 if busy else chance.randint(1, 2), groups

    def _groups(self):
        """Yield the groups of all sessions in the order in which they began, as a database numbers them."""
        begun = sorted(each for session in self.sessions for each in self._begun(session))
        first = 1
        for number, (start, _, session, experiment, sample, collections) in enumerate(begun, 1):
            yield Group(number, session, experiment, start, sample, range(first, first + collections))
            first += collections

    def _begun(self, session):
        chance = self.random("session", session.proposal, session.visit)
        for number in range(session.groups):
            sample = self.sample(session.proposal, chance)
            experiment = chance.choice(EXPERIMENTS[kind(session.proposal)])
            yield moment(session, chance), number, session, experiment, sample, 1 + number % 2


def kind(proposal):
    """Return the technique of a proposal."""
    return {8: "ssx", 9: "em"}.get(proposal % 10, "mx")


def moment(session, chance):
    """Return a moment of a session's working hours, in seconds after BEGIN."""
    day, second = divmod(chance.randrange(session.days * SHIFT_SECONDS - 7200), SHIFT_SECONDS)
    return session.start + day * 86400 + second


def stamp(seconds):
    """Return the moment that is ``seconds`` after BEGIN, as MariaDB writes it."""
    return (BEGIN + timedelta(seconds=seconds)).isoformat(" ")


def of_each(plan, number, row):
    """Yield ``row(plan, proposal, place, id)`` for so many things of each proposal."""
    for proposal in plan.proposals:
        for place in range(number):
            yield row(plan, proposal, place, (proposal - 1) * number + place + 1)


def first(proposal, number):
    """Return the id of the first of a proposal's so many things."""
    return (proposal - 1) * number + 1
