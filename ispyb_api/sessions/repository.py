"""Sessions in the database.  The SQL is in sql/queries/sessions/."""

import calendar
from dataclasses import replace

from ispyb_api import names
from ispyb_api.db.listing import Listing, like
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound

# A date may be NULL or, written by other programs, zero: both mean that nobody knows.
KNOWN = "{0} > '1000-01-01'"


def _flag(sql):
    """Return a filter that asks for ``sql`` when it is set; to leave it out and to say false are the same."""
    return lambda value: Clause(sql) if value else None


def _dates(column):
    """Return both orders of a date; sessions without one come last in either."""
    return (f"{KNOWN.format(column)} DESC, {column} ASC", f"{column} DESC")


SESSIONS = Listing(
    filters={
        "sessionId": ("s.sessionId", "eq"),
        "session": lambda name: names.session(name, prefix="v"),
        "proposal": names.proposal,
        "proposalId": ("s.proposalId", "eq"),
        "beamLineName": ("s.beamLineName", "eq"),
        "scheduled": _flag("s.scheduled = 1"),
        "upcoming": _flag("s.endDate >= NOW()"),
        "previous": _flag(f"s.endDate < NOW() AND {KNOWN.format('s.endDate')}"),
        "active": _flag(f"s.startDate <= NOW() AND s.endDate >= NOW() AND {KNOWN.format('s.startDate')}"),
        "since": lambda time: Clause("s.endDate >= :f_since OR s.startDate >= :f_since", {"f_since": time}),
        "until": lambda time: Clause(f"s.startDate < :f_until AND {KNOWN.format('s.startDate')}", {"f_until": time}),
        "sessionType": lambda name: Clause(
            "(SELECT 1 FROM SessionType st WHERE st.sessionId = s.sessionId AND st.typeName = :f_type LIMIT 1) = 1",
            {"f_type": name},
        ),
        "search": lambda text: Clause(
            "CONCAT(p.proposalCode, p.proposalNumber, '-', s.visit_number) LIKE :s_text ESCAPE '!'"
            " OR p.title LIKE :s_text ESCAPE '!' OR s.comments LIKE :s_text ESCAPE '!'"
            " OR s.beamLineName LIKE :s_text ESCAPE '!' OR s.beamLineOperator LIKE :s_text ESCAPE '!'",
            {"s_text": like(text)},
        ),
    },
    sorts={
        "sessionId": "s.sessionId",
        "startDate": _dates("s.startDate"),
        "endDate": _dates("s.endDate"),
        "beamLineName": "s.beamLineName",
    },
    default_sort="-startDate",
    tie_breaker="s.sessionId",
)
# Filters that look at the proposal.  Its table is joined for them alone: with it the database would sort all sessions.
BY_PROPOSAL = ("proposal", "session", "search")
_TOGETHER = 100  # sessions that may run at a beamline at once, by mistakes of the user office
UPCOMING = replace(SESSIONS, default_sort="startDate")


class SessionRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of the sessions that match and that the caller may see."""
        return self._read(_listing(arguments), arguments, access, _period(arguments), _group(arguments, access))

    def get(self, session_id, access):
        """Return one session by its id."""
        found = self.page({"sessionId": session_id, "skip": 0, "limit": 2}, access)["results"]
        if not found:
            raise NotFound(f"No session {session_id}.")
        return found[0]

    def whole(self, session_id, access):
        """Return one session with every column that it has."""
        found = self.get(session_id, access)
        return {**found, **self._tx.one("sessions.rest_of_session", sessionId=session_id)}

    def named(self, name, access):
        """Return one session by its name, as mx415-3; one whose number is a word is none."""
        found = self.page({"session": name, "skip": 0, "limit": 2}, access)["results"]
        if not found:
            raise NotFound(f"No session {name}.")
        return found[0]

    def current(self, beamline, access):
        """Return the sessions that run at a beamline, and the next one."""
        asked = {"beamLineName": beamline, "upcoming": True, "skip": 0, "limit": _TOGETHER}
        found = self.page(asked, access)["results"]  # those that run come first, then what begins next
        coming = (each for each in found if each["startDate"] and not each["_metadata"]["active"])
        return {"current": [each for each in found if each["_metadata"]["active"]], "next": next(coming, None)}

    def firsts(self, arguments, access):
        """Return one session of each beamline of a group: the next of those to come, else the latest."""
        lines = list(dict.fromkeys(access.beamlines_of(arguments.get("beamLineGroup"), archived=False)))
        ids = self._first_ids(lines, arguments, access) if lines else []
        page = {"skip": 0, "limit": len(ids) + 1}
        found = (
            self._read(SESSIONS, page, access, Clause("s.sessionId IN (:g_sessions)", {"g_sessions": ids}))["results"]
            if ids
            else []
        )
        places = {name.casefold(): place for place, name in enumerate(lines)}
        found.sort(key=lambda session: places.get(session["beamLineName"].casefold(), len(places)))
        return {"total": len(found), "results": found, "skip": 0, "limit": len(found)}

    def _first_ids(self, beamlines, arguments, access):
        slots = _listing(arguments).slots({**arguments, "skip": 0, "limit": 1}, visible=access.sessions("s.sessionId"))
        rows = self._tx.all("sessions.first_sessions", slots, beamlines=beamlines)
        return [row["sessionId"] for row in rows if row["sessionId"] is not None]

    def _read(self, listing, arguments, access, *also):
        visible = access.sessions("s.sessionId")
        if any(arguments.get(name) for name in BY_PROPOSAL):
            visible = Clause(f"LEFT JOIN Proposal p ON p.proposalId = s.proposalId {visible.sql}", visible.params)
        page = listing.read(
            self._tx, "sessions.list_sessions", "sessions.count_sessions", arguments, *also, visible=visible
        )
        self._add_types(page["results"])
        _add_ui_groups(page["results"], access)
        return page

    def _add_types(self, sessions):
        by_id = {each["sessionId"]: each["_metadata"].setdefault("sessionTypes", []) for each in sessions}
        if by_id:
            for row in self._tx.all("sessions.session_types", sessions=list(by_id)):
                by_id[row["sessionId"]].append(row["typeName"])


def _add_ui_groups(sessions, access):
    lines = {each["beamLineName"] for each in sessions if each["beamLineName"]}
    groups = {line: access.ui_groups([line]) for line in lines}
    for each in sessions:
        each["_metadata"]["uiGroups"] = groups.get(each["beamLineName"], [])


def _listing(arguments):
    return UPCOMING if arguments.get("upcoming") else SESSIONS


def _group(arguments, access):
    """Return the condition on the beamline group; one that nobody knows leaves nothing."""
    name = arguments.get("beamLineGroup")
    return name and Clause("s.beamLineName IN (:g_beamlines)", {"g_beamlines": access.beamlines_of(name)})


def _period(arguments):
    """Return the condition that a session begins, ends or is under way in a year, a month or on a day."""
    year, month, day = (arguments.get(name) for name in ("year", "month", "day"))
    if year is None:
        return month and Clause("MONTH(s.startDate) = :d_month OR MONTH(s.endDate) = :d_month", {"d_month": month})
    first = f"{year:04}-{month or 1:02}-{day or 1:02} 00:00:00"
    last = f"{year:04}-{month or 12:02}-{day or calendar.monthrange(year, month or 12)[1]:02} 23:59:59"
    sql = (
        "s.startDate BETWEEN :d_first AND :d_last OR s.endDate BETWEEN :d_first AND :d_last"
        f" OR ({KNOWN.format('s.startDate')} AND s.startDate < :d_first AND s.endDate > :d_last)"
    )
    return Clause(sql, {"d_first": first, "d_last": last})
