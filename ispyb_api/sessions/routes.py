"""/sessions"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected
from ispyb_api.sessions.repository import SessionRepository
from ispyb_api.sessions.schemas import (
    CurrentArguments,
    CurrentSessionsSchema,
    GroupArguments,
    SessionArguments,
    SessionPageSchema,
    SessionSchema,
    WholeSessionSchema,
)
from ispyb_api.sessions.schemas_new import NewSessionSchema, SessionPatchSchema
from ispyb_api.sessions.service import Sessions

api = Namespace("sessions", description="Beam time, as it is given to proposals")
whole = Namespace("session", description="A session with every column that it has")


@api.route("")
class SessionList(Resource):
    @requires()
    @api.accepts(SessionArguments, "query")
    @api.returns(SessionPageSchema)
    def get(self, arguments):
        """List the sessions you may see

        The latest first; with upcoming, the next first.  Sessions without a date come last.
        """
        with transaction() as tx:
            return SessionRepository(tx).page(arguments, current_access())

    @requires()
    @api.accepts(NewSessionSchema)
    @api.returns(SessionSchema, 201, "Opened", found="There is this session already")
    @api.writes()
    def post(self, tx, given):
        """Open a session

        With the permission ingest_data, or as staff of the beamline; people of the proposal open one for today, which the
        facility did not schedule.  The proposal's session with the same number, or without a number the one of that day at
        that beamline, is answered with 200 instead of made again.
        """
        session, new = Sessions(tx, current_access()).open(given)
        return created(session, session["sessionId"], new=new)


@api.route("/group")
class SessionGroup(Resource):
    @requires()
    @api.accepts(GroupArguments, "query")
    @api.returns(SessionPageSchema)
    def get(self, arguments):
        """Get one session of each beamline of a group

        With upcoming, the running or next one; otherwise the latest.  In the order of the option beamLineGroups,
        without beamlines that are archived or have no such session; always all of them.
        """
        with transaction() as tx:
            return SessionRepository(tx).firsts(arguments, current_access())


@api.route("/current")
class CurrentSessions(Resource):
    @requires()
    @api.accepts(CurrentArguments, "query")
    @api.returns(CurrentSessionsSchema)
    def get(self, arguments):
        """Get what runs at a beamline, and what comes next

        The sessions that run there now, and the next one, as far as you may see them.
        """
        with transaction() as tx:
            return SessionRepository(tx).current(arguments["beamLineName"], current_access())


@api.route("/<string:session>")
@api.param("session", "The session's name, as mx415-3.")
class NamedSession(Resource):
    @requires()
    @api.returns(SessionSchema, errors=(404,))
    def get(self, session):
        """Get one session by its name

        As /sessions/{sessionId} does by its row.
        """
        with transaction() as tx:
            return SessionRepository(tx).named(session, current_access())


@api.route(f"/<int(max={MAX_ID}):sessionId>")
@api.param("sessionId", "The session's row.")
class Session(Resource):
    @requires()
    @api.returns(SessionSchema, errors=(404,))
    def get(self, sessionId):  # noqa: N803 - the contract's name
        """Get one session

        With the beamline's set-up, what belongs to the session, and whether it is running.
        """
        with transaction() as tx:
            return SessionRepository(tx).get(sessionId, current_access())

    @requires()
    @api.accepts(SessionPatchSchema)
    @api.returns(SessionSchema)
    @api.writes()
    def patch(self, tx, given, sessionId):  # noqa: N803
        """Change a session

        With the permission ingest_data, or as staff of the beamline; people of the proposal change its remarks.
        """
        return Sessions(tx, current_access()).change(sessionId, given, expected(SessionSchema))


@whole.route(f"/<int(max={MAX_ID}):sessionId>")
@whole.param("sessionId", "The session's row.")
class WholeSession(Resource):
    @requires()
    @whole.returns(WholeSessionSchema, errors=(404,))
    def get(self, sessionId):  # noqa: N803
        """Get one session with every column that it has

        For clients of py-ISPyB's serial branch; what is of use to others is at /sessions.
        """
        with transaction() as tx:
            return SessionRepository(tx).whole(sessionId, current_access())
