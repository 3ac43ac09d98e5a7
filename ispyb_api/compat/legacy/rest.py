"""Routes that are spelt as py-ISPyB did: with the token in the header, or in the path as the Java server has it."""

import functools

import flask
import flask_restx
from flask_restx import Resource

from ispyb_api import names
from ispyb_api.auth.guard import current_access, requires
from ispyb_api.compat.java_rest import swagger
from ispyb_api.compat.java_rest.callers import Call
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound
from ispyb_api.files import serving
from ispyb_api.http.services import transaction

api = flask_restx.Namespace("legacy", path="/", description="What py-ISPyB served to front ends of ISPyB's Java server")


class One:
    """An answer of one object."""

    produces = "application/json"

    def __init__(self, shape):
        self.shape = shape

    def send(self, found):
        """Return the response with what the route found."""
        return flask.Response(flask.json.dumps(self.shaped(found)), mimetype=self.produces)

    def shaped(self, found):
        return self.shape.of(found)


class Rows(One):
    """An answer of a list."""

    def shaped(self, found):
        return self.shape.rows(found)


class Picture:
    """An answer of a picture, whose path the route returns."""

    produces = serving.DOWNLOAD

    def send(self, recorded):
        """Return the response with the file."""
        if recorded is None:
            raise NotFound("No such movie of this proposal.")
        return serving.send(recorded, "picture")


def reads(answer, *spellings):
    """Answer GET of these paths with what the function finds: it is called with a Call and the parts of the path."""

    def decorate(function):
        @functools.wraps(function)
        def get(resource, token=None, proposal=None, **parts):
            access = current_access()
            with transaction() as tx:
                return answer.send(function(Call(tx, access, proposal and _named(tx, access, proposal)), **parts))

        swagger.describe(api, get, answer)
        for path in spellings:
            api.add_resource(type(_class_name(path), (Resource,), {"get": requires()(get)}), path)
        return function

    return decorate


def of_session(call, session):
    """Return the call with the proposal that a session belongs to; raise NotFound for one that is not seen."""
    found = call.tx.all(
        "java_rest.proposal_of_session", {"visible": call.access.sessions("s.sessionId")}, sessionId=session
    )
    if not found:
        raise NotFound(f"No session {session}.")
    return Call(call.tx, call.access, {"proposalId": found[0]["Proposal_proposalId"]})


def _named(tx, access, name):
    """Return the proposal with this name or number that the caller sees."""
    condition = names.proposal_or_row(name)
    where = Clause(f"AND ({condition.sql})", condition.params)
    found = tx.one("java_rest.proposal_named", {"visible": access.proposals("p.proposalId"), "where": where})
    if found is None:
        raise NotFound(f"No proposal {name}.")
    return found


def _class_name(path):
    return "".join(part.capitalize() for part in path.replace("<", "").replace(">", "").replace("_", "/").split("/"))
