"""What a protein looks like from outside."""

import marshmallow as ma
from marshmallow import validate

from ispyb_api.components.schemas import ComponentTypeSchema
from ispyb_api.http.fields import Float, Ident, Int, Part, Stamp, Text
from ispyb_api.http.paging import PageArguments, order_by, page_of
from ispyb_api.names import PROPOSAL


class ProteinMetadataSchema(ma.Schema):
    """What there is of a protein."""

    pdbs = Int("How many models of its structure it has.", "computed: Protein_has_PDB.pdbid", allow_none=False)
    crystals = Int("How many crystal forms it has.", "computed: Crystal.crystalId", allow_none=False)
    samples = Int(
        "How many samples of it the caller may see.",
        "computed: BLSample.blSampleId, by BLSample.crystalId",
        allow_none=False,
    )
    datacollections = Int(
        "How many data collections of these samples the caller may see; a sample is named by the collection or by its group.",
        "computed: DataCollection.dataCollectionId",
        allow_none=False,
    )


class ProteinSchema(ma.Schema):
    """A protein, or whatever else is measured."""

    proteinId = Ident("The protein's row.", "Protein.proteinId")
    proposalId = Int("The proposal it belongs to.", "Protein.proposalId")
    proposal = Text("The proposal's name, as mx415.", "computed: Proposal.proposalCode, Proposal.proposalNumber")
    name = Text("Full name.", "Protein.name")
    acronym = Text("Short name, with which its samples are labelled.", "Protein.acronym")
    description = Text("Description in words.", "Protein.description")
    proteinType = Text("Kind of molecule.", "Protein.proteinType")
    sequence = Text("Amino acids or nucleotides, in one-letter code.", "Protein.sequence")
    molecularMass = Float("Mass of one chain.", "Protein.molecularMass", "Da; kDa at some facilities")
    density = Float("Density, as the facility writes it.", "Protein.density", "not stated")
    abundance = Float("Share in a mixture.", "Protein.abundance", "fraction")
    hazardGroup = Text("Risk group, as a number.", "Protein.hazardGroup")
    containmentLevel = Text("Biosafety level, as a number.", "Protein.containmentLevel")
    safetyLevel = Text("GREEN, YELLOW or RED: how the facility's safety group judged it.", "Protein.safetyLevel")
    isotropy = Text("isotropic or anisotropic: how a powder of it scatters.", "Protein.isotropy")
    externalId = Text("The user office's key of it, as 32 hexadecimal digits.", "Protein.externalId")
    bltimeStamp = Stamp("When its row was made, on the facility's clock.", "Protein.bltimeStamp")
    ComponentType = Part(ComponentTypeSchema, "What kind of thing it is; null if that was not recorded.")
    _metadata = Part(ProteinMetadataSchema, "What there is of it.", allow_none=False)


class ProteinArguments(PageArguments):
    order_by = order_by("proteinId", "acronym", "name")
    proteinId = Ident("The protein's row.")
    proposal = Text("The proposal's name, as mx415.", allow_none=False, validate=validate.Regexp(PROPOSAL))
    search = Text("Part of the name or of the acronym.", allow_none=False, validate=validate.Length(1, 100))


ProteinPageSchema = page_of(ProteinSchema)
