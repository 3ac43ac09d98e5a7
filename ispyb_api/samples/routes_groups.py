"""/samples/groups"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected
from ispyb_api.samples.repository_groups import SampleGroupRepository
from ispyb_api.samples.schemas_groups import (
    NewSampleGroupSchema,
    SampleGroupArguments,
    SampleGroupPageSchema,
    SampleGroupPatchSchema,
    SampleGroupSchema,
)
from ispyb_api.samples.service_groups import SampleGroups

api = Namespace("samplegroups", path="/samples", description="Samples that belong together")


@api.route("/groups")
class SampleGroupList(Resource):
    @requires()
    @api.accepts(SampleGroupArguments, "query")
    @api.returns(SampleGroupPageSchema)
    def get(self, arguments):
        """List the groups of samples of the proposals you may see

        The latest made first, with their samples.
        """
        with transaction() as tx:
            return SampleGroupRepository(tx).page(arguments, current_access())

    @requires()
    @api.accepts(NewSampleGroupSchema)
    @api.returns(SampleGroupSchema, 201, "Made")
    @api.writes()
    def post(self, tx, given):
        """Make a group of samples

        Of a proposal that you may change.
        """
        group = SampleGroups(tx, current_access()).add(given)
        return created(group, group["blSampleGroupId"])


@api.route(f"/groups/<int(max={MAX_ID}):blSampleGroupId>")
@api.param("blSampleGroupId", "The group's row.")
class SampleGroup(Resource):
    @requires()
    @api.returns(SampleGroupSchema, errors=(404,))
    def get(self, blSampleGroupId):  # noqa: N803 - the contract's name
        """Get one group of samples

        With its samples in their order.
        """
        with transaction() as tx:
            return SampleGroupRepository(tx).get(blSampleGroupId, current_access())

    @requires()
    @api.accepts(SampleGroupPatchSchema)
    @api.returns(SampleGroupSchema)
    @api.writes()
    def patch(self, tx, given, blSampleGroupId):  # noqa: N803
        """Change a group of samples

        What is absent stays; a list of samples replaces the list.
        """
        return SampleGroups(tx, current_access()).change(blSampleGroupId, given, expected(SampleGroupSchema))

    @requires()
    @api.confirms("Removed")
    @api.writes()
    def delete(self, tx, blSampleGroupId):  # noqa: N803
        """Remove a group of samples

        The samples stay.
        """
        SampleGroups(tx, current_access()).remove(blSampleGroupId, expected(SampleGroupSchema))
