"""What belongs to samples: what they are made of, their models and pictures, groups, links, and the order of their plans."""

from tests.bench.facility.plan import Table, first, of_each, stamp
from tests.bench.facility.samples import CRYSTALS, PROTEINS

_LIGANDS, _COMPONENTS, _GROUPS, _LINKS = 4, 4, 5, 20  # of each proposal


def tables(plan):
    """Yield the tables of chemistry, and of what is kept with samples."""
    yield Table("Component", of_each(plan, _COMPONENTS, _component))
    yield Table("CrystalComposition", of_each(plan, CRYSTALS, _in_crystal))
    yield Table("SampleComposition", of_each(plan, plan.size.samples, _in_sample))
    yield Table("PDB", of_each(plan, _LIGANDS + PROTEINS, _model))
    yield Table("Protein_has_PDB", of_each(plan, PROTEINS, _model_of_protein))
    yield Table("Ligand", of_each(plan, _LIGANDS, _ligand))
    yield Table("Ligand_has_PDB", of_each(plan, _LIGANDS, _model_of_ligand))
    yield Table("BLSample_has_Ligand", of_each(plan, plan.size.samples, _ligand_of_sample))
    yield Table("BLSampleImage", of_each(plan, plan.size.samples, _picture))
    yield Table("BLSampleGroup", of_each(plan, _GROUPS, _group))
    yield Table("BLSampleGroup_has_BLSample", of_each(plan, plan.size.samples, _grouped))
    yield Table("BLSample_has_DataCollectionPlan", of_each(plan, plan.size.samples, _ordered))
    yield Table("Structure", of_each(plan, CRYSTALS, _structure))
    yield Table("api_link", of_each(plan, _LINKS, _link))


def _component(plan, proposal, place, number):
    return {
        "componentId": number,
        "componentTypeId": 1 + place % 2,
        "proposalId": proposal,
        "name": f"Component {number}",
        "composition": "NaCl",
    }


def _in_crystal(plan, proposal, place, number):
    component = first(proposal, _COMPONENTS) + place % _COMPONENTS
    return {"crystalCompositionId": number, "componentId": component, "crystalId": number, "abundance": 0.5, "ph": 7.5}


def _in_sample(plan, proposal, place, number):
    component = first(proposal, _COMPONENTS) + place % _COMPONENTS
    return {"sampleCompositionId": number, "componentId": component, "blSampleId": number, "abundance": 20, "ph": 7}


def _model(plan, proposal, place, number):
    """Return a model of a protein or, behind these, of a ligand."""
    return {"pdbId": number, "name": f"model-{number}.pdb", "contents": "ATOM 1\\nEND\\n"}


def _model_of_protein(plan, proposal, place, number):
    return {"proteinhaspdbid": number, "proteinid": number, "pdbid": first(proposal, _LIGANDS + PROTEINS) + place}


def _model_of_ligand(plan, proposal, place, number):
    return {"ligandId": number, "pdbId": first(proposal, _LIGANDS + PROTEINS) + PROTEINS + place}


def _ligand(plan, proposal, place, number):
    return {"ligandId": number, "proposalId": proposal, "name": f"LIG{number}", "SMILES": "CC(=O)O"}


def _ligand_of_sample(plan, proposal, place, number):
    return {"blSampleId": number, "ligandId": first(proposal, _LIGANDS) + place % _LIGANDS}


def _picture(plan, proposal, place, number):
    return {
        "blSampleImageId": number,
        "blSampleId": number,
        "micronsPerPixelX": 1.2,
        "micronsPerPixelY": 1.2,
        "imageFullPath": f"/data/pictures/{number}.jpeg",
        "blTimeStamp": stamp(number % 2000 * 86400),
    }


def _group(plan, proposal, place, number):
    return {"blSampleGroupId": number, "name": f"Group {number}", "proposalId": proposal}


def _grouped(plan, proposal, place, number):
    group = first(proposal, _GROUPS) + place % _GROUPS
    return {"blSampleGroupId": group, "blSampleId": number, "groupOrder": place, "type": "sample"}


def _ordered(plan, proposal, place, number):
    following = first(proposal, CRYSTALS) + (place + 1) % CRYSTALS
    return {"blSampleId": number, "dataCollectionPlanId": following, "planOrder": 1}


def _structure(plan, proposal, place, number):
    return {
        "structureId": number,
        "crystalId": number,
        "proposalId": proposal,
        "filePath": f"/data/structures/{number}.pdb",
        "structureType": "PDB",
        "name": f"structure {number}",
    }


def _link(plan, proposal, place, number):
    """Return a link of a protein or, by turns, of a sample."""
    sample = first(proposal, plan.size.samples) + place % plan.size.samples
    return {
        "linkId": number,
        "proposalId": proposal,
        "proteinId": None if place % 2 else first(proposal, PROTEINS) + place % PROTEINS,
        "blSampleId": sample if place % 2 else None,
        "url": f"https://lims.example.org/{number}",
        "title": "In the LIMS",
        "externalId": f"LIMS-{number}",
        "createdAt": stamp(number % 2000 * 86400),
        "createdBy": "bench_staff",
    }
