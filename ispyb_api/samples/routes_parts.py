"""/samples/sub and /samples/images"""

import flask
from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.files import serving
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected
from ispyb_api.samples.repository_parts import SampleImageRepository, SubSampleRepository
from ispyb_api.samples.schemas_parts import (
    SampleImageArguments,
    SampleImagePageSchema,
    SampleImageSchema,
    SubSampleArguments,
    SubSamplePageSchema,
    SubSampleSchema,
)
from ispyb_api.samples.schemas_parts_new import (
    NewSampleImageSchema,
    NewSubSampleSchema,
    SampleImagePatchSchema,
    SubSamplePatchSchema,
)
from ispyb_api.samples.service_parts import Pictures, SubSamples

api = Namespace("subsamples", path="/samples", description="Positions on samples, and pictures of samples")


@api.route("/sub")
class SubSampleList(Resource):
    @requires()
    @api.accepts(SubSampleArguments, "query")
    @api.returns(SubSamplePageSchema)
    def get(self, arguments):
        """List the positions on samples you may see

        The latest made first.  Counts are of what you may see.
        """
        with transaction() as tx:
            return SubSampleRepository(tx).page(arguments, current_access())

    @requires()
    @api.accepts(NewSubSampleSchema)
    @api.returns(SubSampleSchema, 201, "Made")
    @api.writes()
    def post(self, tx, given):
        """Mark a position on a sample

        A point, a line or a region.
        """
        position = SubSamples(tx, current_access()).add(given)
        return created(position, position["blSubSampleId"])


@api.route(f"/sub/<int(max={MAX_ID}):blSubSampleId>")
@api.param("blSubSampleId", "The sub-sample's row.")
class SubSample(Resource):
    @requires()
    @api.returns(SubSampleSchema, errors=(404,))
    def get(self, blSubSampleId):  # noqa: N803 - the contract's name
        """Get one position on a sample

        With its points, its sample's name, and what was collected there.
        """
        with transaction() as tx:
            return SubSampleRepository(tx).get(blSubSampleId, current_access())

    @requires()
    @api.accepts(SubSamplePatchSchema)
    @api.returns(SubSampleSchema)
    @api.writes()
    def patch(self, tx, given, blSubSampleId):  # noqa: N803
        """Change a position on a sample

        What is absent stays, null clears.
        """
        return SubSamples(tx, current_access()).change(blSubSampleId, given, expected(SubSampleSchema))

    @requires()
    @api.confirms("Removed")
    @api.writes()
    def delete(self, tx, blSubSampleId):  # noqa: N803
        """Remove a position on a sample

        One at which nothing was measured, and that is in no queue.
        """
        SubSamples(tx, current_access()).remove(blSubSampleId, expected(SubSampleSchema))


@api.route("/images")
class SampleImageList(Resource):
    @requires()
    @api.accepts(SampleImageArguments, "query")
    @api.returns(SampleImagePageSchema)
    def get(self, arguments):
        """List the pictures of samples you may see

        The latest made first.  Each says where it is to be had; whether its file is there shows when it is fetched.
        """
        with transaction() as tx:
            return SampleImageRepository(tx).page(arguments, current_access(), flask.request.path)

    @requires()
    @api.accepts(NewSampleImageSchema)
    @api.returns(SampleImageSchema, 201, "Recorded", found="The sample has a picture with this file already")
    @api.writes()
    def post(self, tx, given):
        """Record a picture of a sample

        For instruments (ingest_data) and staff of the beamline.  Its file has to lie below the folders that this server serves.
        """
        serving.require_served({"imageFullPath": given["imageFullPath"]})
        picture, new = Pictures(tx, current_access(), flask.request.path).add(given)
        return created(picture, picture["blSampleImageId"], new=new)


@api.route(f"/images/<int(max={MAX_ID}):blSampleImageId>")
@api.param("blSampleImageId", "The picture's row.")
class SampleImage(Resource):
    @requires()
    @api.sends("image/*", serving.DOWNLOAD)
    def get(self, blSampleImageId):  # noqa: N803 - the contract's name
        """Get a picture of a sample

        404 says whether none is recorded, it lies outside the served folders, or it cannot be read.
        """
        with transaction() as tx:
            path = SampleImageRepository(tx).path(blSampleImageId, current_access())
        return serving.send(path, "picture of the sample")

    @requires()
    @api.accepts(SampleImagePatchSchema)
    @api.returns(SampleImageSchema)
    @api.writes()
    def patch(self, tx, given, blSampleImageId):  # noqa: N803
        """Change what is known of a picture

        Its scale, its shift, when it was taken, and remarks; its file and its sample stay.
        """
        expecting = expected(SampleImageSchema)
        return Pictures(tx, current_access(), _list_of_pictures()).change(blSampleImageId, given, expecting)

    @requires()
    @api.confirms("Removed")
    @api.writes()
    def delete(self, tx, blSampleImageId):  # noqa: N803
        """Remove a picture of a sample

        One on which no positions were marked.  Its file stays.
        """
        Pictures(tx, current_access(), _list_of_pictures()).remove(blSampleImageId, expected(SampleImageSchema))


def _list_of_pictures():
    """Return the path of the list that the request's picture is in."""
    return flask.request.path.rpartition("/")[0]
