"""/processings/screenings: characterisations"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.processing.repository_screenings import ScreeningRepository
from ispyb_api.processing.schemas import ScreeningArguments
from ispyb_api.processing.schemas_made import MadeRankSetSchema
from ispyb_api.processing.schemas_new_screenings import NewRankSetSchema, NewScreeningSchema
from ispyb_api.processing.schemas_screenings import ScreeningPageSchema, ScreeningSchema
from ispyb_api.processing.service_screenings import Screenings

api = Namespace("screenings", path="/processings/screenings", description="Characterisations")


@api.route("")
class ScreeningList(Resource):
    @requires()
    @api.accepts(ScreeningArguments, "query")
    @api.returns(ScreeningPageSchema)
    def get(self, arguments):
        """List characterisations

        The latest recorded first, with their lattices and strategies, also those that found none.
        """
        with transaction() as tx:
            return ScreeningRepository(tx).page(arguments, current_access())

    @requires()
    @api.accepts(NewScreeningSchema)
    @api.returns(ScreeningSchema, 201, "Recorded")
    @api.writes()
    def post(self, tx, given):
        """Record a characterisation

        With its outputs, lattices, strategies, wedges and their parts: all of it or nothing.  For pipelines, with the permission
        ingest_proc, and staff of the beamline.
        """
        screening = Screenings(tx, current_access()).add(given)
        return created(screening, screening["screeningId"])


@api.route(f"/<int(max={MAX_ID}):screeningId>")
@api.param("screeningId", "The characterisation's row.")
class Screening(Resource):
    @requires()
    @api.returns(ScreeningSchema, errors=(404,))
    def get(self, screeningId):  # noqa: N803 - the column's name
        """Get one characterisation

        With its lattices, its strategies, and its ranks among those of several crystals.
        """
        with transaction() as tx:
            return ScreeningRepository(tx).get(screeningId, current_access())


@api.route("/ranks")
class RankSets(Resource):
    @requires()
    @api.accepts(NewRankSetSchema)
    @api.returns(MadeRankSetSchema, 201, "Recorded")
    @api.writes()
    def post(self, tx, given):
        """Record the ranks of several crystals' characterisations

        For pipelines, with the permission ingest_proc, and staff of the beamline.
        """
        return Screenings(tx, current_access()).rank(given)
