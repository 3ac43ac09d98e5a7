"""/em/tomograms"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.em import pictures
from ispyb_api.em.repository_tomograms import TomogramRepository
from ispyb_api.em.schemas_tomograms import (
    TiltArguments,
    TiltPageSchema,
    TomogramArguments,
    TomogramPageSchema,
    TomogramSchema,
)
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace
from ispyb_api.http.services import transaction

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
