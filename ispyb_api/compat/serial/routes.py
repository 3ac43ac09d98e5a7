"""What serial beamlines' control software posts, as the branch of py-ISPyB for them took it; each answer is the new row's id."""

import functools

import flask
from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.compat.serial.schemas import SsxCollectionSchema, SsxGroupSchema, SsxProcessingSchema
from ispyb_api.compat.serial.service import SerialExperiment
from ispyb_api.http import writing
from ispyb_api.http.encoding import as_json
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace

api = Namespace("webservices ssx", path="/webservices/ssx", description="What serial beamlines' control software posts")
_ERRORS = (404, 422)


def _bare(method):
    """Answer with a bare number."""

    @functools.wraps(method)
    def wrapper(*args, **kwargs):
        body, headers, _ = writing.parts(method(*args, **kwargs))
        return flask.Response(as_json(body), 200, headers, mimetype="application/json")

    return wrapper


@api.route("/datacollectiongroup")
class SsxGroup(Resource):
    @requires()
    @api.accepts(SsxGroupSchema)
    @api.sends("application/json", errors=_ERRORS)
    @_bare
    @api.writes()
    def post(self, tx, given):
        """Record a group of data collections with its sample, as MXCuBE's client for serial beamlines does

        The answer is its number.  POST /datacollectiongroups takes all this, too, and says what is wrong.  For people of the session
        while it runs, instruments, and staff of the beamline.
        """
        return SerialExperiment(tx, current_access()).group(given)


@api.route("/datacollection")
class SsxCollection(Resource):
    @requires()
    @api.accepts(SsxCollectionSchema)
    @api.sends("application/json", errors=_ERRORS)
    @_bare
    @api.writes()
    def post(self, tx, given):
        """Record a data collection with its sequences of events, as MXCuBE's client for serial beamlines does

        The answer is its number.  POST /datacollections takes all this, too, and says what is wrong.  For people of the session while
        it runs, instruments, and staff of the beamline.
        """
        return SerialExperiment(tx, current_access()).collection(given)


@api.route(f"/datacollection/<int(max={MAX_ID}):dataCollectionId>/processing")
@api.param("dataCollectionId", "The data collection's row.")
class SsxProcessing(Resource):
    @requires()
    @api.accepts(SsxProcessingSchema)
    @api.sends("application/json", errors=_ERRORS)
    @_bare
    @api.writes()
    def post(self, tx, given, dataCollectionId):  # noqa: N803 - the contract's name
        """Record a run of a program on a data collection, and its files

        The answer is its number.  POST /processings takes much more.  For pipelines, with the permission ingest_proc, and staff of the
        beamline.
        """
        return SerialExperiment(tx, current_access()).run(dataCollectionId, given)
