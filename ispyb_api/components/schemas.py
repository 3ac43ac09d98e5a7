"""What components, and the mixtures that they are in, look like from outside, and what one sends of them."""

import marshmallow as ma
from marshmallow import validate

from ispyb_api.http.fields import Float, Ident, Int, Items, Part, Text
from ispyb_api.http.paging import PageArguments, order_by, page_of
from ispyb_api.http.shapes import new_of, patch_of
from ispyb_api.names import PROPOSAL

MOST = 100  # components of one sample


class ComponentTypeSchema(ma.Schema):
    """What kind of thing a protein, or another component of a sample, is."""

    componentTypeId = Ident("The type's row.", "ComponentType.componentTypeId")
    name = Text("Name of the type, as Protein or DNA.", "ComponentType.name")


class ConcentrationTypeSchema(ma.Schema):
    """How a concentration is counted."""

    concentrationTypeId = Ident("The row of this way to count.", "ConcentrationType.concentrationTypeId")
    name = Text("Its name, as Millimolar.", "ConcentrationType.name")
    symbol = Text("Its symbol, as mM.", "ConcentrationType.symbol")


class ComponentMetadataSchema(ma.Schema):
    """What a component is in, as far as the caller may see."""

    samples = Int("How many samples it is in.", "computed: SampleComposition.blSampleId", allow_none=False)
    crystals = Int("How many crystal forms it is in.", "computed: CrystalComposition.crystalId", allow_none=False)


class BriefComponentSchema(ma.Schema):
    """A component of a mixture, in short."""

    componentId = Ident("The component's row.", "Component.componentId")
    name = Text("Name of the component.", "Component.name")
    composition = Text("What it consists of.", "Component.composition")
    ComponentType = Part(ComponentTypeSchema, "What kind of thing it is.", allow_none=False)


class ComponentSchema(BriefComponentSchema):
    """A component: a ligand, a buffer, the carrier of a jet."""

    proposalId = Int("The proposal it belongs to.", "Component.proposalId")
    proposal = Text("The proposal's name, as mx415.", "computed: Proposal.proposalCode, Proposal.proposalNumber")
    _metadata = Part(ComponentMetadataSchema, "What it is in.", allow_none=False)


class CompositionSchema(ma.Schema):
    """One component of a mixture."""

    Component = Part(BriefComponentSchema, "The component.", allow_none=False)
    abundance = Float(
        "How much of it there is.", "computed: SampleComposition.abundance, CrystalComposition.abundance", "by ConcentrationType"
    )  # fmt: skip
    ratio = Float(
        "Its share beside the others.", "computed: SampleComposition.ratio, CrystalComposition.ratio", "fraction"
    )
    ph = Float("Its pH.", "computed: SampleComposition.ph, CrystalComposition.ph", "pH")
    ConcentrationType = Part(ConcentrationTypeSchema, "How the abundance is counted; null if that is not recorded.")


NewComponentSchema = new_of(
    ComponentSchema,
    *("proposalId", "name", "composition"),
    name="NewComponentSchema",
    required=("proposalId", "name"),
    componentTypeId=Ident("What kind of thing it is.", "Component.componentTypeId", required=True),
)
ComponentPatchSchema = patch_of(NewComponentSchema, name="ComponentPatchSchema", without=("proposalId",))


class MeantTypeSchema(ma.Schema):
    """The type of a component, by its row or by its name."""

    componentTypeId = Ident("The type's row.", "ComponentType.componentTypeId")
    name = Text("Or its name, as Ligand.", "ComponentType.name", allow_none=False, validate=validate.Length(1, 31))


class MeantConcentrationSchema(ma.Schema):
    """A way to count a concentration, by its row."""

    concentrationTypeId = Ident("The row of this way to count.", "ConcentrationType.concentrationTypeId", required=True)
    name = Text("Its name; may be sent as it was read, and changes nothing.", "ConcentrationType.name")
    symbol = Text("Its symbol; may be sent as it was read, and changes nothing.", "ConcentrationType.symbol")


class MeantComponentSchema(ma.Schema):
    """A component by its row; or by name and type, and made if the proposal has none such."""

    componentId = Ident("The component's row; what else is sent then changes nothing.", "Component.componentId")
    name = Text("Or its name.", "Component.name", allow_none=False, validate=validate.Length(1, 255))
    composition = Text("What it consists of.", "Component.composition")
    ComponentType = Part(MeantTypeSchema, "What kind of thing it is.", allow_none=False)

    @ma.validates_schema
    def _tells_which(self, data, **_):
        if "componentId" not in data and not ("name" in data and data.get("ComponentType")):
            raise ma.ValidationError("Give componentId, or name and ComponentType.", "componentId")


class NewCompositionSchema(ma.Schema):
    """One component of a mixture to be."""

    Component = Part(MeantComponentSchema, "The component.", allow_none=False, required=True)
    abundance = Float("How much of it there is.", "SampleComposition.abundance", "by ConcentrationType")
    ratio = Float("Its share beside the others.", "SampleComposition.ratio", "fraction")
    ph = Float("Its pH.", "SampleComposition.ph", "pH", validate=validate.Range(-2, 16))
    ConcentrationType = Part(MeantConcentrationSchema, "How the abundance is counted.")


def mixture(meaning):
    """Return the field of what is sent of a mixture: the whole of it."""
    return Items(
        NewCompositionSchema, f"{meaning}; a list that is sent replaces the list.", validate=validate.Length(max=MOST)
    )


class ComponentArguments(PageArguments):
    order_by = order_by("componentId")
    proposal = Text("The proposal's name, as mx415.", allow_none=False, validate=validate.Regexp(PROPOSAL))
    componentTypeId = Ident("The type's row.")
    search = Text("Part of the name.", allow_none=False, validate=validate.Length(1, 100))


ComponentPageSchema = page_of(ComponentSchema)
