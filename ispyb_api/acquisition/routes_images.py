"""/datacollections/.../images and /datacollections/quality: images, and what their analysis found"""

from flask_restx import Resource

from ispyb_api.acquisition.repository_images import ImageRepository, QualityRepository, require_visible
from ispyb_api.acquisition.schemas_files import (
    ImageQualityPageSchema,
    ImageQualitySchema,
    QualityArguments,
    StreamArguments,
)
from ispyb_api.acquisition.schemas_images import (
    ImageListArguments,
    ImagePageSchema,
    ImageSchema,
    NewImageSchema,
    RecordedImagesSchema,
)
from ispyb_api.acquisition.schemas_quality import NewAnalysedImageSchema, RecordedQualitySchema
from ispyb_api.acquisition.service_images import Images
from ispyb_api.acquisition.service_quality import Quality
from ispyb_api.auth.guard import current_access, requires
from ispyb_api.http import streaming
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.lists import Rows
from ispyb_api.http.namespace import Namespace
from ispyb_api.http.services import transaction

api = Namespace("images", path="/datacollections", description="Images of data collections, and what was found on them")

_MOST = 1000  # images that are recorded by one request
_MOST_LINES = 100_000  # the same, where each is a line
_MOST_ANALYSED = 100_000  # the same of what their analysis found
_AT_ONCE = 5000  # numbers of images that are read together


@api.route(f"/<int(max={MAX_ID}):dataCollectionId>/images")
@api.param("dataCollectionId", "The data collection's row.")
class ImageList(Resource):
    @requires()
    @api.accepts(ImageListArguments, "query")
    @api.returns(ImagePageSchema, errors=(404,))
    def get(self, arguments, dataCollectionId):  # noqa: N803 - the contract's name
        """List the images that are recorded one by one

        By their numbers; of most collections that is the first and the last.  Pictures of them are at
        /datacollections/images/diffraction/{dataCollectionId}.
        """
        with transaction() as tx:
            return ImageRepository(tx).page(dataCollectionId, arguments, current_access())

    @requires()
    @api.accepts(NewImageSchema, most=_MOST, lines=_MOST_LINES)
    @api.returns(ImageSchema, 201, "Recorded", many=True, counted=RecordedImagesSchema)
    @api.writes()
    def post(self, tx, given, dataCollectionId):  # noqa: N803
        """Record images one by one

        A list of one or more, all or nothing; answered in the same order.  Or an object on each line (NDJSON), up to 100000: then
        the answer says how many there were, with 200.  One with a number that is recorded already is changed.  For instruments, with
        the permission ingest_data, and staff of the beamline.
        """
        images = Images(tx, current_access())
        return (images.put_lines if isinstance(given, Rows) else images.put)(dataCollectionId, given)


@api.route("/quality")
class QualityList(Resource):
    @requires()
    @api.accepts(QualityArguments, "query")
    @api.returns(ImageQualityPageSchema)
    def get(self, arguments):
        """List what the analysis of images found

        For each data collection on the page one object, with lists of equal length; skip, limit and total count images.
        """
        with transaction() as tx:
            return QualityRepository(tx).page(arguments, current_access())


@api.route(f"/<int(max={MAX_ID}):dataCollectionId>/quality")
@api.param("dataCollectionId", "The data collection's row.")
class WholeQuality(Resource):
    @requires()
    @api.accepts(StreamArguments, "query")
    @api.sends("application/json", "text/csv")
    def get(self, arguments, dataCollectionId):  # noqa: N803
        """Get what the analysis of all images found

        In one answer, however many there are: as JSON, {"results": [one object for each image]}, or as CSV.
        """
        access = current_access()
        with transaction() as tx:
            require_visible(tx, dataCollectionId, access)
        columns = [name for name in ImageQualitySchema._declared_fields if name != "dataCollectionId"]
        name = f"quality-{dataCollectionId}"
        return streaming.table(_pieces(dataCollectionId, access), columns, arguments.get("format", "json"), name)

    @requires()
    @api.accepts_rows(NewAnalysedImageSchema, most=_MOST_ANALYSED)
    @api.returns(RecordedQualitySchema, description="Recorded")
    @api.writes()
    def post(self, tx, rows, dataCollectionId):  # noqa: N803
        """Record what the analysis of images found

        A list, or an object on each line (NDJSON), of up to 100000 images; all or nothing, and errors name their rows.  An image
        that was analysed already is changed: what is absent stays, null clears.  For instruments and pipelines, with the permission
        ingest_data or ingest_proc, and staff of the beamline.
        """
        return Quality(tx, current_access()).put(dataCollectionId, rows)


def _pieces(collection_id, access):
    """Yield images some thousand at a time, each in a transaction of its own: nothing is locked while a client reads."""
    first = 0
    while first is not None:
        with transaction() as tx:
            quality = QualityRepository(tx)
            first = quality.next(collection_id, first, access)
            rows = quality.between(collection_id, first, first + _AT_ONCE - 1, access) if first is not None else []
        yield rows
        first = None if first is None else first + _AT_ONCE
