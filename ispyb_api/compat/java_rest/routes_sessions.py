"""Sessions: the first page of every front end."""

from ispyb_api.compat.java_rest import items
from ispyb_api.compat.java_rest.answers import Rows
from ispyb_api.compat.java_rest.repository_sessions import Sessions
from ispyb_api.compat.java_rest.rest import STAFF, reads
from ispyb_api.compat.java_rest.shapes.sessions import ROW

_ROWS = Rows(ROW)


@reads("/<token>/session/list", _ROWS)
def sessions(call):
    """List the caller's sessions"""
    return Sessions(call).all()


@reads("/<token>/proposal/<proposal>/session/list", Rows(ROW, omits=True))
def sessions_of_proposal(call):
    """List a proposal's sessions"""
    return Sessions(call).of_proposal()


@reads("/<token>/proposal/<proposal>/session/sessionId/<session>/list", _ROWS)
def session_by_id(call, session):
    """List one session of a proposal"""
    return Sessions(call).among([items.one(session)])


@reads("/<token>/proposal/<proposal>/session/date/<start>/<end>/list", _ROWS)
def sessions_of_proposal_by_date(call, start, end):
    """List a proposal's sessions within some days, given as 20300612"""
    first, last = items.day(start), items.day(end)
    return Sessions(call).of_proposal_between(first, last) if first and last else []


@reads("/<token>/proposal/session/date/<start>/<end>/list", _ROWS, STAFF)
def sessions_by_date(call, start, end):
    """List all sessions within some days"""
    first, last = items.day(start), items.day(end)
    return Sessions(call).between(first, last) if first and last else []


@reads("/<token>/proposal/session/beamlineoperator/<operator>/list", _ROWS)
def sessions_of_operator(call, operator):
    """List the sessions in whose operator's name a text is found"""
    return Sessions(call).of_operator(operator)
