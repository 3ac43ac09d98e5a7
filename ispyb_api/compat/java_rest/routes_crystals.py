"""Proteins, their crystal forms, and what was sent in for them."""

from ispyb_api.compat.java_rest import items, service_crystals, service_structures
from ispyb_api.compat.java_rest.answers import Always, One, Rows
from ispyb_api.compat.java_rest.repository_proposals import Proposals
from ispyb_api.compat.java_rest.repository_proteins import ProteinStatistics
from ispyb_api.compat.java_rest.rest import changes, form, reads
from ispyb_api.compat.java_rest.shapes.proteins import STATISTICS
from ispyb_api.compat.java_rest.shapes.samples import CRYSTAL, PROTEIN, SPACE_GROUP, STRUCTURE

_PROPOSAL = "/<token>/proposal/<proposal>"
_CRYSTAL = f"{_PROPOSAL}/mx/crystal"


@reads(f"{_PROPOSAL}/ligands/list", Rows(STRUCTURE))
def ligands(call):
    """List the structures that were sent in for a proposal"""
    return Proposals(call).ligands()


@reads(f"{_PROPOSAL}/mx/protein/stats", Rows(STATISTICS))
def protein_statistics(call):
    """List a proposal's proteins with how many of everything there are, and what came of it"""
    return ProteinStatistics(call).all()


@reads(f"{_CRYSTAL}/list", Rows(CRYSTAL))
def crystals(call):
    """List the crystal forms of a proposal's proteins"""
    return Proposals(call).crystals()


@reads(f"{_CRYSTAL}/proteinid/<protein>/list", Rows(CRYSTAL))
def crystals_of_protein(call, protein):
    """List the crystal forms of a protein"""
    number = items.one(protein)
    return [row for row in Proposals(call).crystals() if row["proteinVO"]["proteinId"] == number]


@reads(f"{_CRYSTAL}/<crystal>/get", One(CRYSTAL))
def crystal(call, crystal):
    """Get a crystal form"""
    return service_crystals.crystal(call, items.one(crystal))


@reads(f"{_CRYSTAL}/geometryclass/<spacegroup>/list", Rows(SPACE_GROUP))
def space_groups(call, spacegroup):
    """List the space group of a name, with the crystal family that says which lengths and angles are free"""
    return Proposals(call).space_groups(spacegroup)


@changes("POST", f"{_CRYSTAL}/proteinid/<protein>/save", One(CRYSTAL))
def save_crystal(call, protein):
    """Make a crystal form of a protein, or change one"""
    return service_crystals.save_crystal(call, items.one(protein), form())


@changes("POST", f"{_PROPOSAL}/mx/protein/save", One(PROTEIN))
def save_protein(call):
    """Make a protein, or change one"""
    return service_crystals.save_protein(call, form())


@changes("POST", f"{_PROPOSAL}/structure/save", One(STRUCTURE))
def save_structure(call):
    """Keep the file of a structure, as that of a ligand, for a proposal"""
    return service_structures.of_proposal(call, form())


@changes("POST", f"{_CRYSTAL}/<crystal>/structure/save", Always("OK"))
def save_structure_of_crystal(call, crystal):
    """Keep the file of a structure for a crystal form"""
    service_structures.of_crystal(call, items.one(crystal), form())


@changes("GET", f"{_CRYSTAL}/<crystal>/structure/<structure>/delete", Always("OK"))
def remove_structure(call, crystal, structure):
    """Remove a structure of a crystal form"""
    service_structures.remove(call, items.one(crystal), items.one(structure))
