"""/instruments"""

from flask_restx import Resource

from ispyb_api.acquisition.schemas_parts import DetectorSchema
from ispyb_api.auth.guard import current_access, requires
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.instruments.repository import DetectorRepository, SetupRepository
from ispyb_api.instruments.schemas import (
    BeamLineSetupArguments,
    BeamLineSetupPageSchema,
    DetectorArguments,
    DetectorPageSchema,
    NewBeamLineSetupSchema,
    NewDetectorSchema,
)
from ispyb_api.instruments.service import Detectors, Setups
from ispyb_api.sessions.schemas import BeamLineSetupSchema

api = Namespace("instruments", description="Detectors, and how beamlines were set up")


@api.route("/setups")
class SetupList(Resource):
    @requires()
    @api.accepts(BeamLineSetupArguments, "query")
    @api.returns(BeamLineSetupPageSchema)
    def get(self, arguments):
        """List how beamlines were set up

        The latest recorded first; they are the facility's, everybody sees them.
        """
        with transaction() as tx:
            return SetupRepository(tx).page(arguments)

    @requires()
    @api.accepts(NewBeamLineSetupSchema)
    @api.returns(BeamLineSetupSchema, 201, "Recorded", found="A set-up with the same content is recorded")
    @api.writes()
    def post(self, tx, given):
        """Record how a beamline is set up

        The same content is the same row, however often it is sent; PATCH /sessions/{sessionId}/associate-beamline-setup
        makes it a session's.  For instruments, with the permission ingest_data, and staff of a beamline.
        """
        setup, new = Setups(tx, current_access()).add(given)
        return created(setup, setup["beamLineSetupId"], new=new)


@api.route(f"/setups/<int(max={MAX_ID}):beamLineSetupId>")
@api.param("beamLineSetupId", "The set-up's row.")
class Setup(Resource):
    @requires()
    @api.returns(BeamLineSetupSchema, errors=(404,))
    def get(self, beamLineSetupId):  # noqa: N803 - the contract's name
        """Get one way in which a beamline was set up

        It is not changed afterwards: another content is another row.
        """
        with transaction() as tx:
            return SetupRepository(tx).get(beamLineSetupId)


@api.route("/detectors")
class DetectorList(Resource):
    @requires()
    @api.accepts(DetectorArguments, "query")
    @api.returns(DetectorPageSchema)
    def get(self, arguments):
        """List the detectors

        The one recorded first comes first; they are the facility's, everybody sees them.
        """
        with transaction() as tx:
            return DetectorRepository(tx).page(arguments)

    @requires()
    @api.accepts(NewDetectorSchema)
    @api.returns(DetectorSchema, 201, "Recorded", found="The detector is known; it was changed")
    @api.writes()
    def post(self, tx, given):
        """Record a detector, or what is now known of it

        It is known by its serial number, or without one by manufacturer, model and mode; what is absent stays.
        For instruments, with the permission ingest_data, and staff of a beamline.
        """
        detector, new = Detectors(tx, current_access()).put(given)
        return created(detector, detector["detectorId"], new=new)


@api.route(f"/detectors/<int(max={MAX_ID}):detectorId>")
@api.param("detectorId", "The detector's row.")
class Detector(Resource):
    @requires()
    @api.returns(DetectorSchema, errors=(404,))
    def get(self, detectorId):  # noqa: N803
        """Get one detector

        With its pixels, its limits and its modes.
        """
        with transaction() as tx:
            return DetectorRepository(tx).get(detectorId)
