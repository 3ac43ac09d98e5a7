"""/em/tomograms"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.em import pictures
from ispyb_api.em.repository_tomograms import TomogramRepository
from ispyb_api.em.schemas_tomograms import (
    TiltArguments,
    TiltPageSchema,
    TiltSchema,
    TomogramArguments,
    TomogramPageSchema,
    TomogramSchema,
)
from ispyb_api.em.schemas_tomograms_new import (
    MOST_TILTS,
    NewProcessedTomogramSchema,
    NewTiltSchema,
    NewTomogramSchema,
    TomogramPatchSchema,
)
from ispyb_api.em.service_tomograms import Tomograms
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected

api = Namespace("em tomograms", path="/em/tomograms", description="Tomography by electrons")

_FILES = ("image/*", "application/octet-stream")
_KINDS = ("volume", "stack", "slice", "movie", "shifts", "projectionXY", "projectionXZ")


@api.route("")
class TomogramList(Resource):
    @requires()
    @api.accepts(TomogramArguments, "query")
    @api.returns(TomogramPageSchema)
    def get(self, arguments):
        """List tomograms

        The latest recorded first, each with what was made of it.
        """
        with transaction() as tx:
            return TomogramRepository(tx).page(arguments, current_access())

    @requires()
    @api.accepts(NewTomogramSchema)
    @api.returns(TomogramSchema, 201, "Made", found="The run has made this volume before: it is changed")
    @api.writes()
    def post(self, tx, given):
        """Record a tomogram

        With its tilts and what was made of it, if that is known already.  For pipelines, with the permission ingest_proc, and staff of
        the beamline.
        """
        tomogram, new = Tomograms(tx, current_access()).add(given)
        return created(tomogram, tomogram["tomogramId"], new=new)


@api.route(f"/<int(max={MAX_ID}):tomogramId>")
@api.param("tomogramId", "The tomogram's row.")
class Tomogram(Resource):
    @requires()
    @api.returns(TomogramSchema, errors=(404,))
    def get(self, tomogramId):  # noqa: N803 - the column's name
        """Get one tomogram

        With what was made of it.
        """
        with transaction() as tx:
            return TomogramRepository(tx).get(tomogramId, current_access())

    @requires()
    @api.accepts(TomogramPatchSchema)
    @api.returns(TomogramSchema)
    @api.writes()
    def patch(self, tx, given, tomogramId):  # noqa: N803
        """Change a tomogram

        What is absent stays, null clears.  For pipelines, with the permission ingest_proc, and staff of the beamline.
        """
        return Tomograms(tx, current_access()).change(tomogramId, given, expected(TomogramSchema))


@api.route(f"/<int(max={MAX_ID}):tomogramId>/tilts")
@api.param("tomogramId", "The tomogram's row.")
class TiltList(Resource):
    @requires()
    @api.accepts(TiltArguments, "query")
    @api.returns(TiltPageSchema, errors=(404,))
    def get(self, arguments, tomogramId):  # noqa: N803
        """List how the tilts of a tomogram were aligned

        By their angles.
        """
        with transaction() as tx:
            return TomogramRepository(tx).tilts({**arguments, "tomogramId": tomogramId}, current_access())

    @requires()
    @api.accepts(NewTiltSchema, most=MOST_TILTS)
    @api.returns(TiltSchema, many=True, description="All of them, in the order of their rows")
    @api.writes()
    def post(self, tx, rows, tomogramId):  # noqa: N803
        """Record how the tilts of a tomogram were aligned

        All of them, or none; each names a movie of the tomogram's data collection.  What is sent of one that is there is changed, what
        is null or absent stays.  For pipelines, with the permission ingest_proc, and staff of the beamline.
        """
        return Tomograms(tx, current_access()).add_tilts(tomogramId, rows)


@api.route(f"/<int(max={MAX_ID}):tomogramId>/processed")
@api.param("tomogramId", "The tomogram's row.")
class ProcessedTomogramList(Resource):
    @requires()
    @api.accepts(NewProcessedTomogramSchema, most=MOST_TILTS)
    @api.returns(TomogramSchema)
    @api.writes()
    def post(self, tx, rows, tomogramId):  # noqa: N803
        """Record what was made of a tomogram

        Denoised, segmented.  The same file is the same thing; the answer is the tomogram.  For pipelines, with the permission
        ingest_proc, and staff of the beamline.
        """
        return Tomograms(tx, current_access()).add_processed(tomogramId, rows)


@api.route(f"/<int(max={MAX_ID}):tomogramId>/files/<string:kind>")
@api.param("tomogramId", "The tomogram's row.")
@api.param("kind", "Which of its files.", enum=_KINDS)
class TomogramFile(Resource):
    @requires()
    @api.sends(*_FILES)
    def get(self, tomogramId, kind):  # noqa: N803
        """Get a file of a tomogram

        The volume, the pictures of the tilts, or a picture of it.
        """
        with transaction() as tx:
            paths = TomogramRepository(tx).paths(tomogramId, current_access())
        return pictures.send(paths, kind, "tomogram")


@api.route(f"/processed/<int(max={MAX_ID}):processedTomogramId>/file")
@api.param("processedTomogramId", "The row of what was made of a tomogram.")
class ProcessedTomogramFile(Resource):
    @requires()
    @api.sends(*_FILES)
    def get(self, processedTomogramId):  # noqa: N803
        """Get what was made of a tomogram

        Denoised or segmented.
        """
        with transaction() as tx:
            paths = TomogramRepository(tx).processed_paths(processedTomogramId, current_access())
        return pictures.send(paths, "file", "processed tomogram")
