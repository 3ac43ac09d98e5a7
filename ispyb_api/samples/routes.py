"""/samples"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected
from ispyb_api.samples.repository import SampleRepository
from ispyb_api.samples.schemas import SampleArguments, SamplePageSchema, SampleSchema
from ispyb_api.samples.schemas_new import NewSampleSchema, SamplePatchSchema
from ispyb_api.samples.service import Samples

api = Namespace("samples", description="What is put into the beam")


@api.route("")
class SampleList(Resource):
    @requires()
    @api.accepts(SampleArguments, "query")
    @api.returns(SamplePageSchema)
    def get(self, arguments):
        """List the samples of the proposals you may see

        The latest made first, also those that are in no container.  Counts are of what you may see.
        """
        with transaction() as tx:
            return SampleRepository(tx).page(arguments, current_access())

    @requires()
    @api.accepts(NewSampleSchema)
    @api.returns(SampleSchema, 201, "Made", found="The place holds a sample of this name already")
    @api.writes()
    def post(self, tx, given):
        """Make a sample

        In a container, or of a crystal form, of a proposal that you may change; with its crystal form and its mixture, if
        you like.  A place in a container holds one sample: 409 if that has another name.
        """
        sample, new = Samples(tx, current_access()).add(given)
        return created(sample, sample["blSampleId"], new=new)


@api.route(f"/<int(max={MAX_ID}):blSampleId>")
@api.param("blSampleId", "The sample's row.")
class Sample(Resource):
    @requires()
    @api.returns(SampleSchema, errors=(404,))
    def get(self, blSampleId):  # noqa: N803 - the contract's name
        """Get one sample

        With its crystal form, its container, its plan, and what was done with it.
        """
        with transaction() as tx:
            return SampleRepository(tx).get(blSampleId, current_access())

    @requires()
    @api.accepts(SamplePatchSchema)
    @api.returns(SampleSchema)
    @api.writes()
    def patch(self, tx, given, blSampleId):  # noqa: N803
        """Change a sample

        What is absent stays, null clears.  It moves to a free place of the same proposal.  A crystal form without its row is
        changed with the sample, or made if other samples have it too.
        """
        return Samples(tx, current_access()).change(blSampleId, given, expected(SampleSchema))

    @requires()
    @api.confirms("Removed")
    @api.writes()
    def delete(self, tx, blSampleId):  # noqa: N803
        """Remove a sample

        One of which nothing was measured, and on which no positions are marked; its pictures go with it.
        """
        Samples(tx, current_access()).remove(blSampleId, expected(SampleSchema))
