"""What a ligand looks like from outside, and what one sends of it."""

import marshmallow as ma
from marshmallow import fields, validate

from ispyb_api.http.fields import Ident, Int, Items, Part, Text
from ispyb_api.http.paging import PageArguments, order_by, page_of
from ispyb_api.http.shapes import new_of, patch_of
from ispyb_api.names import PROPOSAL
from ispyb_api.proteins.schemas_pdbs import ModelSchema

MOST = 100  # ligands of one sample


class LigandMetadataSchema(ma.Schema):
    """What a ligand is in, as far as the caller may see."""

    samples = Int("How many samples were soaked with it.", "computed: BLSample_has_Ligand.blSampleId", allow_none=False)


class LigandSchema(ma.Schema):
    """A compound that samples are soaked with."""

    ligandId = Ident("The ligand's row.", "Ligand.ligandId")
    proposalId = Int("The proposal it belongs to.", "Ligand.proposalId")
    proposal = Text("The proposal's name, as mx415.", "computed: Proposal.proposalCode, Proposal.proposalNumber")
    name = Text("Name of the ligand.", "Ligand.name")
    SMILES = Text("The compound, as SMILES.", "Ligand.SMILES")
    libraryName = Text("The library it comes from.", "Ligand.libraryName")
    libraryBatchNumber = Text("The batch of that library.", "Ligand.libraryBatchNumber")
    plateBarcode = Text("Barcode of the plate it comes from.", "Ligand.plateBarcode")
    sourceWell = Text("The well of that plate.", "Ligand.sourceWell")
    _metadata = Part(LigandMetadataSchema, "What it is in.", allow_none=False)


_SMILES = Text(
    "The compound, as SMILES.",
    "Ligand.SMILES",
    validate=validate.Regexp(r"^[!-~]+$(?!\n)", error="Must be SMILES: no blanks, nothing beyond ASCII."),
)
NewLigandSchema = new_of(
    LigandSchema,
    *("proposalId", "name", "libraryName", "libraryBatchNumber", "plateBarcode", "sourceWell"),
    name="NewLigandSchema",
    required=("proposalId", "name"),
    SMILES=_SMILES,
)
LigandPatchSchema = patch_of(NewLigandSchema, name="LigandPatchSchema", without=("proposalId",))


class SoakSchema(ma.Schema):
    """The ligands that a sample was soaked with."""

    ligandIds = Items(
        fields.Integer(strict=True, validate=validate.Range(1, 2**31 - 1)),
        "Rows of ligands of the sample's proposal; all that there are.",
        "BLSample_has_Ligand.ligandId",
        required=True,
        validate=validate.Length(max=MOST),
    )


class LigandArguments(PageArguments):
    order_by = order_by("ligandId")
    proposal = Text("The proposal's name, as mx415.", allow_none=False, validate=validate.Regexp(PROPOSAL))
    blSampleId = Ident("Ligands that the sample of this row was soaked with.")
    search = Text("Part of the name or of the SMILES.", allow_none=False, validate=validate.Length(1, 100))


class LigandModelSchema(ModelSchema):
    """A model of a ligand's structure."""

    ligandId = Ident("The ligand it is a model of.", "Ligand_has_PDB.ligandId")


LigandModelPageSchema = page_of(LigandModelSchema)
LigandPageSchema = page_of(LigandSchema)
