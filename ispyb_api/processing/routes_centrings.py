"""/processings/xray-centrings: which crystals were found in grid scans"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected
from ispyb_api.processing.repository_centrings import CentringRepository
from ispyb_api.processing.schemas_new_centrings import (
    MOST,
    CentringPatchSchema,
    NewCentringResultSchema,
    NewCentringSchema,
)
from ispyb_api.processing.schemas_phasing import CentringSchema, CentringsSchema
from ispyb_api.processing.schemas_scopes import SomeDataArguments
from ispyb_api.processing.service_centrings import Centrings

api = Namespace("centrings", path="/processings/xray-centrings", description="Crystals found in grid scans")


@api.route("")
class CentringList(Resource):
    @requires()
    @api.accepts(SomeDataArguments, "query")
    @api.returns(CentringsSchema)
    def get(self, arguments):
        """List X-ray centrings

        Of groups of grid scans, each with the crystals that were found.
        """
        with transaction() as tx:
            return CentringRepository(tx).all(arguments, current_access())

    @requires()
    @api.accepts(NewCentringSchema)
    @api.returns(CentringSchema, 201, "Recorded")
    @api.writes()
    def post(self, tx, given):
        """Record an X-ray centring

        With the crystals that were found, or before any are.  For instruments and pipelines, with the permission ingest_data or
        ingest_proc, and staff of the beamline.
        """
        centring = Centrings(tx, current_access()).add(given)
        return created(centring, centring["xrayCentringId"])


@api.route(f"/<int(max={MAX_ID}):xrayCentringId>")
@api.param("xrayCentringId", "The centring's row.")
class Centring(Resource):
    @requires()
    @api.returns(CentringSchema, errors=(404,))
    def get(self, xrayCentringId):  # noqa: N803 - the contract's name
        """Get one X-ray centring

        With the crystals that were found.
        """
        with transaction() as tx:
            return CentringRepository(tx).get(xrayCentringId, current_access())

    @requires()
    @api.accepts(CentringPatchSchema)
    @api.returns(CentringSchema)
    @api.writes()
    def patch(self, tx, given, xrayCentringId):  # noqa: N803
        """Say how an X-ray centring ended

        What is absent stays.  One that has ended is not made pending again.  For instruments and pipelines, with the permission
        ingest_data or ingest_proc, and staff of the beamline.
        """
        return Centrings(tx, current_access()).change(xrayCentringId, given, expected(CentringSchema))


@api.route(f"/<int(max={MAX_ID}):xrayCentringId>/results")
@api.param("xrayCentringId", "The centring's row.")
class CentringResults(Resource):
    @requires()
    @api.accepts(NewCentringResultSchema, most=MOST)
    @api.returns(CentringSchema, 201, "Recorded")
    @api.writes()
    def post(self, tx, given, xrayCentringId):  # noqa: N803
        """Record crystals that an X-ray centring found

        Besides those that are recorded; answered is the whole centring.  For instruments and pipelines, with the permission
        ingest_data or ingest_proc, and staff of the beamline.
        """
        return Centrings(tx, current_access()).add_results(xrayCentringId, given)
