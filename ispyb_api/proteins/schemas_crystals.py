"""What a crystal form and a space group look like from outside, and what one sends of the former."""

import marshmallow as ma
from marshmallow import validate

from ispyb_api.components.schemas import CompositionSchema, mixture
from ispyb_api.http.fields import Bool, Float, Ident, Int, Items, Part, Stamp, Text
from ispyb_api.http.paging import PageArguments, order_by, page_of
from ispyb_api.http.shapes import new_of, patch_of
from ispyb_api.names import PROPOSAL

ANGSTROM, DEGREE, MM = "Å", "°", "mm"
_ELSEWHERE = "Programs of some facilities write micrometres."


class SampleProteinSchema(ma.Schema):
    """The protein of a sample, in short."""

    proteinId = Int("The protein's row.", "Protein.proteinId")
    proposalId = Text("The proposal it belongs to; text here, a number with the protein itself.", "Protein.proposalId")
    name = Text("Full name.", "Protein.name")
    acronym = Text("Short name, with which its samples are labelled.", "Protein.acronym")
    safetyLevel = Text("GREEN, YELLOW or RED: how the facility's safety group judged it.", "Protein.safetyLevel")


class CrystalSchema(ma.Schema):
    """A crystal form: what is expected of it, not what was measured.  Everything is null where none is recorded."""

    crystalId = Int("The crystal form's row.", "Crystal.crystalId")
    proteinId = Int("The protein in it.", "Crystal.proteinId")
    name = Text("Name of the crystal form.", "Crystal.name")
    spaceGroup = Text("Space group, without blanks.", "Crystal.spaceGroup")
    space_group = Text("The same, by the name that control software asks for.", "Crystal.spaceGroup")
    cell_a = Float("Length a of the cell.", "Crystal.cell_a", ANGSTROM, plausible=(2, 3000))
    cell_b = Float("Length b of the cell.", "Crystal.cell_b", ANGSTROM, plausible=(2, 3000))
    cell_c = Float("Length c of the cell.", "Crystal.cell_c", ANGSTROM, plausible=(2, 3000))
    cell_alpha = Float("Angle α of the cell.", "Crystal.cell_alpha", DEGREE, plausible=(20, 160))
    cell_beta = Float("Angle β of the cell.", "Crystal.cell_beta", DEGREE, plausible=(20, 160))
    cell_gamma = Float("Angle γ of the cell.", "Crystal.cell_gamma", DEGREE, plausible=(20, 160))
    size_X = Float(f"Size along x.  {_ELSEWHERE}", "Crystal.size_X", MM, plausible=(0.00005, 10))
    size_Y = Float(f"Size along y.  {_ELSEWHERE}", "Crystal.size_Y", MM, plausible=(0.00005, 10))
    size_Z = Float(f"Size along z.  {_ELSEWHERE}", "Crystal.size_Z", MM, plausible=(0.00005, 10))
    morphology = Text("Shape.", "Crystal.morphology")
    color = Text("Colour.", "Crystal.color")
    comments = Text("Remarks on the crystal form.", "Crystal.comments")
    pdbFileName = Text("File of a model of the structure.", "Crystal.pdbFileName")
    pdbFilePath = Text("Where that file is.", "Crystal.pdbFilePath")
    crystal_compositions = Items(
        CompositionSchema, "What it is mixed with.", "computed: CrystalComposition.componentId"
    )
    Protein = Part(SampleProteinSchema, "The protein in it; always there.", allow_none=False)


class CrystalMetadataSchema(ma.Schema):
    """Whose a crystal form is, and what there is of it."""

    proposalId = Int("The proposal of its protein.", "Protein.proposalId")
    proposal = Text("That proposal's name, as mx415.", "computed: Proposal.proposalCode, Proposal.proposalNumber")
    samples = Int("How many samples of it the caller may see.", "computed: BLSample.blSampleId", allow_none=False)


class WholeCrystalSchema(CrystalSchema):
    """A crystal form with everything that is recorded of it.  All times are the facility's clock."""

    crystalId = Ident("The crystal form's row.", "Crystal.crystalId")
    diffractionPlanId = Int("The plan for samples of it that have none of their own.", "Crystal.diffractionPlanId")
    crystalUUID = Text("Its key in the laboratory's own system.", "Crystal.crystalUUID")
    abundance = Float("Its share in a mixture.", "Crystal.abundance", "fraction")
    packingFraction = Float("How densely a powder of it is packed.", "Crystal.packingFraction", "fraction")
    theoreticalDensity = Float("Density, by its cell.", "Crystal.theoreticalDensity", "Mg/m³")
    recordTimeStamp = Stamp("When its row was made, on the facility's clock.", "Crystal.recordTimeStamp")
    _metadata = Part(CrystalMetadataSchema, "Whose it is, and what there is of it.", allow_none=False)


# What one may send of a crystal form besides the protein, here and within a sample.
SENT = (
    *("name", "spaceGroup", "cell_a", "cell_b", "cell_c", "cell_alpha", "cell_beta", "cell_gamma"),
    *("size_X", "size_Y", "size_Z", "morphology", "color", "comments", "crystalUUID"),
    *("abundance", "packingFraction", "theoreticalDensity"),
)
NewCrystalSchema = new_of(
    WholeCrystalSchema,
    *SENT,
    name="NewCrystalSchema",
    proteinId=Ident("The protein in it.", "Crystal.proteinId", required=True),
    crystal_compositions=mixture("What it is mixed with"),
)
CrystalPatchSchema = patch_of(NewCrystalSchema, name="CrystalPatchSchema")


class CrystalArguments(PageArguments):
    order_by = order_by("crystalId")
    proteinId = Ident("The protein's row.")
    proposal = Text("The proposal's name, as mx415.", allow_none=False, validate=validate.Regexp(PROPOSAL))
    search = Text("Part of the name.", allow_none=False, validate=validate.Length(1, 100))


class SpaceGroupSchema(ma.Schema):
    """A space group."""

    spaceGroupId = Ident("The space group's row.", "SpaceGroup.spaceGroupId")
    spaceGroupNumber = Int("Its number in the International Tables.", "SpaceGroup.spaceGroupNumber")
    spaceGroupShortName = Text("Its name without blanks, as crystals have it.", "SpaceGroup.spaceGroupShortName")
    spaceGroupName = Text("Its name in full.", "SpaceGroup.spaceGroupName")
    bravaisLattice = Text("Its lattice, as oP.", "SpaceGroup.bravaisLattice")
    bravaisLatticeName = Text("Its lattice in words.", "SpaceGroup.bravaisLatticeName")
    pointGroup = Text("Its point group.", "SpaceGroup.pointGroup")
    geometryClassname = Text("Its crystal family.", "GeometryClassname.geometryClassname")
    MX_used = Bool("Whether crystals of chiral molecules can have it.", "SpaceGroup.MX_used", allow_none=False)


class SpaceGroupArguments(PageArguments):
    order_by = order_by("spaceGroupNumber", "spaceGroupShortName")
    MX_used = Bool("Those that crystals of chiral molecules can have, or the others.", allow_none=False)
    spaceGroupNumber = Int(
        "The number in the International Tables.", allow_none=False, strict=False, validate=validate.Range(1, 230)
    )


WholeCrystalPageSchema = page_of(WholeCrystalSchema)
SpaceGroupPageSchema = page_of(SpaceGroupSchema)
