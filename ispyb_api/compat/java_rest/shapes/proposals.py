"""Proposals, and all that front ends load of one at once."""

from ispyb_api.compat.java_rest.gson import Shape
from ispyb_api.compat.java_rest.shapes.people import LABCONTACT
from ispyb_api.compat.java_rest.shapes.samples import CRYSTAL, PROTEIN, STRUCTURE

ROW = Shape(
    "ProposalRow",
    """
    Proposal_proposalId     int  Proposal.proposalId
    Proposal_personId       int  Proposal.personId
    Proposal_title          text Proposal.title
    Proposal_proposalCode   text Proposal.proposalCode
    Proposal_proposalNumber text Proposal.proposalNumber
    Proposal_proposalType   text Proposal.proposalType
    """,
)

PROPOSAL = Shape(
    "Proposal",
    """
    proposalId int     Proposal.proposalId
    title      text    Proposal.title
    code       text    Proposal.proposalCode
    number     text    Proposal.proposalNumber
    type       text    Proposal.proposalType
    externalId outside Proposal.externalId
    timeStamp  stamp   Proposal.bltimeStamp
    """,
)

PLATE_TYPE = Shape(
    "PlateType",
    """
    plateTypeId int  PlateType.PlateTypeId
    name        text PlateType.name
    description text PlateType.description
    rowCount    int  PlateType.rowCount
    columnCount int  PlateType.columnCount
    shape       text PlateType.shape
    """,
)

# What belongs to BioSAXS: nobody asks for more than that they are lists.
MACROMOLECULE = Shape(
    "Macromolecule",
    """
    macromoleculeId int Macromolecule.macromoleculeId
    """,
)

BUFFER = Shape(
    "Buffer",
    """
    bufferId int Buffer.bufferId
    """,
)

STOCK_SOLUTION = Shape(
    "StockSolution",
    """
    stockSolutionId int StockSolution.stockSolutionId
    """,
)

INFO = Shape(
    "ProposalInfo",
    """
    proposal       list Proposal.proposalId
    crystals       list Crystal.proteinId
    proteins       list Protein.proposalId
    labcontacts    list LabContact.proposalId
    ligands        list Structure.proposalId
    plateTypes     list PlateType.PlateTypeId
    macromolecules list Macromolecule.proposalId
    buffers        list Buffer.proposalId
    stockSolutions list StockSolution.proposalId
    """,
    proposal=PROPOSAL,
    crystals=CRYSTAL,
    proteins=PROTEIN,
    labcontacts=LABCONTACT,
    ligands=STRUCTURE,
    plateTypes=PLATE_TYPE,
    macromolecules=MACROMOLECULE,
    buffers=BUFFER,
    stockSolutions=STOCK_SOLUTION,
)
