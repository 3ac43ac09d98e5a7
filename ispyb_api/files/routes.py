"""/datacollections/.../snapshots and /datacollections/images: pictures that are recorded with data collections"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.files import serving
from ispyb_api.files.repository import PictureRepository
from ispyb_api.files.schemas import DiffractionArguments, PictureArguments, SizeArguments
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace
from ispyb_api.http.services import transaction

COLLECTION = f"<int(max={MAX_ID}):dataCollectionId>"

api = Namespace("pictures", path="/datacollections", description="Pictures of data collections")


@api.route(f"/{COLLECTION}/snapshots/<int(min=1,max=4):n>")
@api.param("dataCollectionId", "The data collection's row.")
@api.param("n", "Which of the four pictures of the crystal.")
class Snapshot(Resource):
    @requires()
    @api.accepts(SizeArguments, "query")
    @api.sends("image/*", serving.DOWNLOAD)
    def get(self, arguments, dataCollectionId, n):  # noqa: N803 - the contract's name
        """Get a picture of the crystal

        404 says whether none is recorded, it lies outside the served folders, or it cannot be read.
        """
        return _snapshot(dataCollectionId, n, arguments["snapshot"])


@api.route(f"/images/{COLLECTION}")
@api.param("dataCollectionId", "The data collection's row.")
class CrystalPicture(Resource):
    @requires()
    @api.accepts(PictureArguments, "query")
    @api.sends("image/*", serving.DOWNLOAD)
    def get(self, arguments, dataCollectionId):  # noqa: N803
        """Get a picture of the crystal, by number

        The same as /datacollections/{dataCollectionId}/snapshots/{n}, as py-ISPyB has it.
        """
        return _snapshot(dataCollectionId, arguments["imageId"], arguments["snapshot"])


@api.route(f"/images/diffraction/{COLLECTION}")
@api.param("dataCollectionId", "The data collection's row.")
class DiffractionPicture(Resource):
    @requires()
    @api.accepts(DiffractionArguments, "query")
    @api.sends("image/*", serving.DOWNLOAD)
    def get(self, arguments, dataCollectionId):  # noqa: N803
        """Get the picture of a diffraction image

        Unless imageNumber is given, of the image with the lowest number that is recorded with the collection.
        """
        found = _pictures(dataCollectionId, arguments.get("imageNumber"))
        small = found["jpegThumbnailFileFullPath"] if arguments["snapshot"] else None
        return serving.send(small or found["jpegFileFullPath"], "picture of a diffraction image")


@api.route(f"/images/quality/{COLLECTION}")
@api.param("dataCollectionId", "The data collection's row.")
class QualityPlot(Resource):
    @requires()
    @api.sends("image/*", serving.DOWNLOAD)
    def get(self, dataCollectionId):  # noqa: N803
        """Get the plot of the images' quality

        As the beamline drew it when the images were analysed.
        """
        return serving.send(
            _pictures(dataCollectionId)["imageQualityIndicatorsPlotPath"], "plot of the images' quality"
        )


def _pictures(collection_id, image_number=None):
    with transaction() as tx:
        return PictureRepository(tx).of_collection(collection_id, current_access(), image_number)


def _snapshot(collection_id, n, small):
    path = _pictures(collection_id)[f"xtalSnapshotFullPath{n}"]
    return serving.send(serving.thumbnail(path) if small else path, f"picture {n} of the crystal")
