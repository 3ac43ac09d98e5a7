"""/sessions"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace
from ispyb_api.http.services import transaction
from ispyb_api.sessions.repository import SessionRepository
from ispyb_api.sessions.schemas import GroupArguments, SessionArguments, SessionPageSchema, SessionSchema

api = Namespace("sessions", description="Beam time, as it is given to proposals")


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
