"""/stats"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.files import serving
from ispyb_api.http.namespace import Namespace
from ispyb_api.http.services import transaction
from ispyb_api.statistics import breakdown, counts, times
from ispyb_api.statistics.repository import StatisticsRepository
from ispyb_api.statistics.schemas import (
    AllTimesSchema,
    BreakdownSchema,
    ErrorsSchema,
    HistogramArguments,
    HistogramSchema,
    HourliesSchema,
    ProposalScopeArguments,
    RunArguments,
    RunPageSchema,
    ScopeArguments,
)

api = Namespace("stats", description="How beam time was used")

_DONE = ("collections", "robot", "edge", "xrf", "faults", "strategies")
_MOST_LOGS = 100  # files that are looked into for one answer


def _visits(arguments, *kinds):
    with transaction() as tx:
        return StatisticsRepository(tx).visits(arguments, current_access(), *kinds)


@api.route("/breakdown")
class Breakdown(Resource):
    @requires()
    @api.accepts(ScopeArguments, "query")
    @api.returns(BreakdownSchema, errors=(404,))
    def get(self, arguments):
        """Get what happened in a session

        Or in a beamline's sessions of a period: counts, a history, and what was set.
        """
        with transaction() as tx:
            known = StatisticsRepository(tx)
            visits = known.visits(arguments, current_access(), *_DONE)
            run = known.run(arguments["runId"])["run"] if "runId" in arguments else None
        return breakdown.of_visits(visits, run)


@api.route("/times")
class Times(Resource):
    @requires()
    @api.accepts(ProposalScopeArguments, "query")
    @api.returns(AllTimesSchema, errors=(404,))
    def get(self, arguments):
        """Get how time was spent

        In each session, also those without data collections, and on average.
        """
        visits = _visits(arguments, *_DONE)
        sessions = [{**times.of_visit(visit), "sessionId": visit.sessionId} for visit in visits]
        return {"average": times.average(sessions), "sessions": sessions}


@api.route("/errors")
class Errors(Resource):
    @requires()
    @api.accepts(ScopeArguments, "query")
    @api.returns(ErrorsSchema, errors=(404,))
    def get(self, arguments):
        """Get which data collections failed

        By kind of experiment, with what their logs say last.
        """
        with transaction() as tx:
            repository = StatisticsRepository(tx)
            visits = repository.visits(arguments, current_access(), "collections")
            rows = [row for visit in visits for row in visit.collections]
            bad = [row["dataCollectionId"] for row in rows if not counts.succeeded(row["runStatus"])]
            logs = repository.logs(bad[:_MOST_LOGS]) if bad else []
        said = {log["dataCollectionId"]: serving.last_line(log["fileFullPath"]) for log in logs[:_MOST_LOGS]}
        return {"totals": counts.failures(visits, said)}


@api.route("/hourlies")
class Hourlies(Resource):
    @requires()
    @api.accepts(ProposalScopeArguments, "query")
    @api.returns(HourliesSchema, errors=(404,))
    def get(self, arguments):
        """Get when during the day things are done

        Data collections and loaded samples, for each hour, on an average day on which any were.
        """
        visits = _visits(arguments, "collections", "robot")
        loads = [row["start"] for v in visits for row in v.robot if (row["actionType"] or "").upper() == "LOAD"]
        begun = [row["start"] for visit in visits for row in visit.collections]
        return {"datacollections": counts.by_the_hour(begun), "loaded": counts.by_the_hour(loads)}


@api.route("/parameters/histogram")
class Histogram(Resource):
    @requires()
    @api.accepts(HistogramArguments, "query")
    @api.returns(HistogramSchema, errors=(404,))
    def get(self, arguments):
        """Get how often which values were set

        Photon energies, sizes of the beam or times of exposure, in bins, for each beamline.
        """
        return counts.histogram(_visits(arguments, "collections"), arguments.get("parameter", "energy"))


@api.route("/runs")
class RunList(Resource):
    @requires()
    @api.accepts(RunArguments, "query")
    @api.returns(RunPageSchema)
    def get(self, arguments):
        """List the periods of the facility's calendar

        The latest first; none where the database has no view v_run.
        """
        with transaction() as tx:
            return StatisticsRepository(tx).runs(arguments)
