"""/samples/sub and /samples/images"""

import flask
from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.files import serving
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace
from ispyb_api.http.services import transaction
from ispyb_api.samples.repository_parts import SampleImageRepository, SubSampleRepository
from ispyb_api.samples.schemas_parts import (
    SampleImageArguments,
    SampleImagePageSchema,
    SubSampleArguments,
    SubSamplePageSchema,
    SubSampleSchema,
)

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
