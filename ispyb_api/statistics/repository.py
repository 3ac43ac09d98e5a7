"""Rows that statistics are made of.  The SQL is in sql/queries/statistics/."""

from ispyb_api import names
from ispyb_api.db.listing import conjunction, envelope
from ispyb_api.db.queries import Clause
from ispyb_api.errors import Invalid, NotFound
from ispyb_api.statistics.visits import Visit, moment

MOST_SESSIONS, MOST_ROWS = 1000, 200_000
_KINDS = {
    "collections": "statistics.collections",
    "robot": "statistics.robot_actions",
    "edge": "statistics.energy_scans",
    "xrf": "statistics.spectra",
    "faults": "statistics.faults",
    "strategies": "statistics.strategies",
}


class StatisticsRepository:
    def __init__(self, tx):
        self._tx = tx

    def visits(self, arguments, access, *kinds):
        """Return the sessions that are asked for, as far as the caller may see them, with these kinds of rows."""
        rows = self._sessions(arguments, access)
        visits = {row["sessionId"]: _visit(row) for row in rows}
        for kind in kinds:
            found = self._tx.all(_KINDS[kind], sessions=list(visits), most=MOST_ROWS + 1)
            _limit(found, MOST_ROWS, "rows", arguments)
            for row in found:
                getattr(visits[row["sessionId"]], kind).append(_timed(row))
        return list(visits.values())

    def logs(self, collections):
        """Return the log files of some data collections: [{dataCollectionId, fileFullPath}]."""
        return self._tx.all("statistics.logs", collections=collections)

    def runs(self, arguments):
        """Return one page of the facility's periods."""
        rows = self._runs()
        part = rows[arguments["skip"] : arguments["skip"] + arguments["limit"]]
        return envelope(part, arguments, lambda: len(rows))

    def run(self, run_id):
        """Return one of the facility's periods."""
        found = next((row for row in self._runs() if str(row["runId"]) == str(run_id)), None)
        if found is None:
            raise NotFound(f"No run {run_id} in the facility's calendar.")
        return found

    def _runs(self):
        return [row for row in self._tx.all("statistics.list_runs") if row["runId"] is not None]

    def _sessions(self, arguments, access):
        slots = {"visible": access.sessions("s.sessionId"), "where": conjunction(*self._asked(arguments))}
        rows = self._tx.all("statistics.sessions", slots, most=MOST_SESSIONS + 1)
        _limit(rows, MOST_SESSIONS, "sessions", arguments)
        if not rows:
            raise NotFound("No such session, or none that you may see.")
        return rows

    def _asked(self, arguments):
        if "sessionId" in arguments:
            yield Clause("s.sessionId = :t_session", {"t_session": arguments["sessionId"]})
        if "session" in arguments:
            yield names.session(arguments["session"], prefix="ts")
        if "proposal" in arguments:
            yield names.proposal(arguments["proposal"], prefix="tp")
        if "beamLineName" in arguments:
            yield Clause("s.beamLineName = :t_beamline", {"t_beamline": arguments["beamLineName"]})
        if "runId" in arguments:
            yield self._during(arguments["runId"])

    def _during(self, run_id):
        run = self.run(run_id)
        values = {"t_begin": run["startDate"], "t_end": run["endDate"]}
        return Clause("s.startDate >= :t_begin AND s.startDate <= :t_end", values)


def _limit(rows, most, what, arguments):
    if len(rows) > most:
        asked = next(name for name in ("proposal", "runId", "session", "sessionId") if name in arguments)
        raise Invalid(errors={asked: [f"That is more than {most} {what}: ask for less."]})


def _visit(row):
    start, end = moment(row["startDate"]), moment(row["endDate"])
    return Visit(row["sessionId"], row["session"], row["beamLineName"], start, end)


def _timed(row):
    return {**row, "start": moment(row.pop("startTime", None)), "end": moment(row.pop("endTime", None))}
