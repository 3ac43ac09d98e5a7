"""What a group of samples looks like from outside, and what one sends of it."""

import marshmallow as ma
from marshmallow import validate

from ispyb_api.http.fields import Choice, Ident, Int, Items, Text
from ispyb_api.http.paging import PageArguments, order_by, page_of
from ispyb_api.http.shapes import new_of, patch_of
from ispyb_api.names import PROPOSAL

MOST = 1000  # samples of one group
_TYPES = ("background", "container", "sample", "calibrant", "capillary")


class GroupMemberSchema(ma.Schema):
    """A sample of a group."""

    blSampleId = Ident("The sample.", "BLSampleGroup_has_BLSample.blSampleId")
    name = Text("Name of the sample.", "BLSample.name")
    order = Int("Its place in the group.", "BLSampleGroup_has_BLSample.groupOrder")
    type = Text(f"What it is in the group: {', '.join(_TYPES)}.", "BLSampleGroup_has_BLSample.type")


class SampleGroupSchema(ma.Schema):
    """Samples that belong together, as for merging what was measured of them."""

    blSampleGroupId = Ident("The group's row.", "BLSampleGroup.blSampleGroupId")
    name = Text("Name of the group.", "BLSampleGroup.name")
    proposalId = Int("The proposal it belongs to.", "BLSampleGroup.proposalId")
    proposal = Text("The proposal's name, as mx415.", "computed: Proposal.proposalCode, Proposal.proposalNumber")
    ownerId = Int("The person who made it.", "BLSampleGroup.ownerId")
    samples = Items(
        GroupMemberSchema, "Its samples, as far as the caller may see them, in their order.", "computed: BLSample.blSampleId"
    )  # fmt: skip


class NewGroupMemberSchema(ma.Schema):
    """A sample to put into a group."""

    blSampleId = Ident("The sample.", "BLSampleGroup_has_BLSample.blSampleId", required=True)
    order = Int(
        "Its place in the group.",
        "BLSampleGroup_has_BLSample.groupOrder",
        strict=True,
        validate=validate.Range(-(2**23), 2**23 - 1),
    )
    type = Choice(_TYPES, "What it is in the group.", "BLSampleGroup_has_BLSample.type", allow_none=True)
    name = Text("Its name; may be sent as it was read, and changes nothing.", "BLSample.name")


NewSampleGroupSchema = new_of(
    SampleGroupSchema,
    "proposalId",
    name="NewSampleGroupSchema",
    required=("proposalId",),
    samples=Items(
        NewGroupMemberSchema,
        "Its samples, all of the group's proposal; a list that is sent replaces the list.",
        validate=validate.Length(max=MOST),
    ),
)
NewSampleGroupSchema._declared_fields["name"] = Text(
    "Name of the group.", "BLSampleGroup.name", allow_none=False, required=True, validate=validate.Length(1, 100)
)
SampleGroupPatchSchema = patch_of(NewSampleGroupSchema, name="SampleGroupPatchSchema", without=("proposalId",))


class SampleGroupArguments(PageArguments):
    order_by = order_by("blSampleGroupId")
    proposal = Text("The proposal's name, as mx415.", allow_none=False, validate=validate.Regexp(PROPOSAL))
    blSampleId = Ident("Groups that the sample of this row is in.")
    search = Text("Part of the name.", allow_none=False, validate=validate.Length(1, 100))


SampleGroupPageSchema = page_of(SampleGroupSchema)
