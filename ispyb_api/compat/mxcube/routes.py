"""What the client in MXCuBE asks for and other clients do not; docs/mxcube.rst tells its whole conversation."""

import functools

from flask_restx import Resource

from ispyb_api.acquisition.schemas_parts import DetectorSchema
from ispyb_api.acquisition.schemas_scans import EnergyScanSchema
from ispyb_api.auth.guard import current_access, requires
from ispyb_api.compat.mxcube.schemas import (
    CollectionSchema,
    MxCollectionAnswerSchema,
    MxDetectorArguments,
    MxEnergyScanSchema,
    MxGroupAnswerSchema,
    MxImageAnswerSchema,
    MxImageSchema,
    MxNumberSchema,
    MxRobotActionSchema,
    MxSampleOfScanSchema,
    MxSetupSchema,
    MxSpectrumSchema,
    SetupOfSessionArguments,
)
from ispyb_api.compat.mxcube.service import Experiment
from ispyb_api.http.encoding import as_json
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.limits import json_body
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected
from ispyb_api.instruments.repository import DetectorRepository
from ispyb_api.sessions.schemas import SessionSchema
from ispyb_api.sessions.service import Sessions

api = Namespace("mxcube", path="/", description="What the client in MXCuBE asks for and other clients do not")


def _unpacked(method):
    """Answer a list of two ids where a collection was changed: the client takes it apart."""

    @functools.wraps(method)
    def wrapper(*args, **kwargs):
        answer = method(*args, **kwargs)
        if "collection_id" in json_body():
            ids = [answer.json["dataCollectionId"], answer.json["dataCollectionGroupId"]]
            answer.set_data(as_json(ids))
        return answer

    return wrapper


@api.route("/datacollections/group")
class MxGroup(Resource):
    @requires()
    @api.accepts(CollectionSchema)
    @api.returns(MxGroupAnswerSchema, 201, "Made", found="Changed")
    @api.writes()
    def post(self, tx, given):
        """Record or change a group of data collections, as MXCuBE does

        With group_id, or the collection_id of one in it, the group is changed.  For people of the session while it runs,
        instruments, and staff of the beamline.
        """
        group, new = Experiment(tx, current_access()).group(given)
        return created(group, group["dataCollectionGroupId"], new=new, at="/datacollectiongroups")


@api.route("/datacollections/datacollection")
class MxCollection(Resource):
    @requires()
    @_unpacked
    @api.accepts(CollectionSchema)
    @api.returns(MxCollectionAnswerSchema, 201, "Made", found="Changed; the body is then a list of both numbers")
    @api.writes()
    def post(self, tx, given):
        """Record or change a data collection, as MXCuBE does

        With collection_id it is changed; the end is noted when the status says that it is over.  For people of the session
        while it runs, instruments, and staff of the beamline.
        """
        collection, new = Experiment(tx, current_access()).collection(given)
        return created(collection, collection["dataCollectionId"], new=new, at="/datacollections")


@api.route("/images/image")
class MxImage(Resource):
    @requires()
    @api.accepts(MxImageSchema)
    @api.returns(MxImageAnswerSchema, 201, "Recorded")
    @api.writes()
    def post(self, tx, given):
        """Record an image of a data collection, as MXCuBE does

        One with a number that is recorded already is changed.
        """
        return Experiment(tx, current_access()).image(given)


@api.route("/events/robot-action")
class MxRobotAction(Resource):
    @requires()
    @api.accepts(MxRobotActionSchema)
    @api.returns(MxNumberSchema, 201, "Recorded", found="The session has this action; it was changed")
    @api.writes()
    def post(self, tx, given):
        """Record what the robot did, as MXCuBE does

        As POST /robotactions does it for other clients.
        """
        action, new = Experiment(tx, current_access()).robot_action(given)
        return created(action, action["results"], new=new, at="/robotactions")


@api.route("/events/energyscan")
class MxEnergyScan(Resource):
    @requires()
    @api.accepts(MxEnergyScanSchema)
    @api.returns(MxNumberSchema, 201, "Recorded", found="The session has a scan with this file; it was changed")
    @api.writes()
    def post(self, tx, given):
        """Record an energy scan, as MXCuBE does

        As POST /energyscans does it for other clients.
        """
        scan, new = Experiment(tx, current_access()).energy_scan(given)
        return created(scan, scan["results"], new=new, at="/energyscans")


@api.route("/events/energyscan/associate-bl-sample")
class MxSampleOfEnergyScan(Resource):
    @requires()
    @api.accepts(MxSampleOfScanSchema)
    @api.returns(MxNumberSchema)
    @api.writes()
    def patch(self, tx, given):
        """Note on which sample an energy scan was made, as MXCuBE does

        As PATCH /energyscans/{energyScanId} does it for other clients.  If-Match takes the ETag of the scan.
        """
        return Experiment(tx, current_access()).sample_of_energy_scan(given, expected(EnergyScanSchema))


@api.route("/events/xfe-fluorescence-spectrum")
class MxSpectrum(Resource):
    @requires()
    @api.accepts(MxSpectrumSchema)
    @api.returns(MxNumberSchema, 201, "Recorded", found="The session has a spectrum with this file; it was changed")
    @api.writes()
    def post(self, tx, given):
        """Record a fluorescence spectrum, as MXCuBE does

        As POST /spectra does it for other clients.
        """
        spectrum, new = Experiment(tx, current_access()).spectrum(given)
        return created(spectrum, spectrum["results"], new=new, at="/spectra")


@api.route("/beamline-setups/beamline-setup")
class MxSetup(Resource):
    @requires()
    @api.accepts(MxSetupSchema)
    @api.returns(MxNumberSchema, 201, "Recorded", found="A set-up with the same content is recorded")
    @api.writes()
    def post(self, tx, given):
        """Record how the beamline is set up, as MXCuBE does

        As POST /instruments/setups does it for other clients; here also for people whose session is running.
        """
        setup, new = Experiment(tx, current_access()).setup(given)
        return created(setup, setup["results"], new=new, at="/instruments/setups")


@api.route("/detectors")
class MxDetector(Resource):
    @requires()
    @api.accepts(MxDetectorArguments, "query")
    @api.returns(DetectorSchema, errors=(404,))
    def get(self, arguments):
        """Find a detector, as MXCuBE does

        The one that was recorded first of those that match; GET /instruments/detectors lists them.
        """
        asked = {f"detector{name.capitalize()}": value for name, value in arguments.items() if value}
        with transaction() as tx:
            return DetectorRepository(tx).first(asked, "No such detector.")


@api.route(f"/sessions/<int(max={MAX_ID}):sessionId>/associate-beamline-setup")
@api.param("sessionId", "The session's row.")
class MxSetupOfSession(Resource):
    @requires()
    @api.accepts(SetupOfSessionArguments, "query")
    @api.returns(SessionSchema)
    @api.writes()
    def patch(self, tx, given, sessionId):  # noqa: N803 - the contract's name
        """Note how the beamline is set up for a session

        For people of the session while it runs, instruments, and staff of the beamline.
        """
        return Sessions(tx, current_access()).set_up(sessionId, given["beamLineSetupId"], expected(SessionSchema))
