"""A crystal form and a ligand key by key: golden answers, written from the facts and the demo's rows."""

from tests.support.java import STAMP

PATH = "/proposal/mx415"
PLAN = {
    "experimentKind": "OSC",
    "observedResolution": None,
    "radiationSensitivity": 1,
    "preferredBeamDiameter": 50,
    "comments": None,
    "aimedCompleteness": 99,
    "aimedMultiplicity": 8,
    "aimedResolution": 1.5,
    "forcedSpaceGroup": None,
    "requiredResolution": 1.8,
    "numberOfPositions": 1,
    "minOscWidth": None,
    "axisRange": 180,
    "diffractionPlanId": 1,
    "minimalResolution": 3.5,
    "exposureTime": 0.02,
    "oscillationRange": 0.2,
    "maximalResolution": None,
    "screeningResolution": None,
    "anomalousScatterer": None,
    "preferredBeamSizeX": 50,
    "preferredBeamSizeY": 30,
    "aimedIOverSigmaAtHighestRes": 2,
    "anomalousData": False,
    "complexity": "min",
    "estimateRadiationDamage": False,
    "requiredCompleteness": 95,
    "requiredMultiplicity": 4,
    "strategyOption": None,
    "kappaStrategyOption": None,
    "minDimAccrossSpindleAxis": None,
    "maxDimAccrossSpindleAxis": None,
    "radiationSensitivityBeta": None,
    "radiationSensitivityGamma": None,
}
# But for its sequence, and the time when the demo was loaded.
PROTEIN = {
    "proteinId": 4,
    "name": "Bifrostase A",
    "acronym": "BIFA",
    "safetyLevel": "GREEN",
    "molecularMass": 19793,
    "proteinType": None,
    "personId": 2,
    "isCreatedBySampleSheet": 0,
    "externalId": None,
}
FORM = {
    "crystalId": 4,
    "diffractionPlanVO": PLAN,
    "name": "BIFA form A",
    "spaceGroup": "P212121",
    "morphology": None,
    "color": None,
    "sizeX": 0.08,
    "sizeY": 0.04,
    "sizeZ": 0.03,
    "cellA": 61.4,
    "cellB": 72.8,
    "cellC": 98.3,
    "cellAlpha": 90,
    "cellBeta": 90,
    "cellGamma": 90,
    "comments": None,
    "pdbFileName": None,
    "pdbFilePath": None,
    "structure3VOs": [],
}
MODEL = {
    "structureId": 9001,
    "macromoleculeId": None,
    "crystalId": 5,
    "blSampleId": None,
    "filePath": "/upload/mx415/bifa.pdb",
    "name": "bifa.pdb",
    "structureType": "PDB",
    "fromResiduesBases": "1",
    "toResiduesBases": "173",
    "sequence": "MSTL",
    "symmetry": "P1",
    "multiplicity": "2",
    "groupName": None,
    "creationDate": "Jul 8, 2016 12:05:09 AM",
    "proposalId": None,
    "uniprotId": "P00698",
}
LIGAND = {
    **dict.fromkeys(MODEL),
    "structureId": 9002,
    "filePath": "/upload/mx415/glc.cif",
    "name": "glc.cif",
    "structureType": "LIGAND",
    "groupName": "sugars",
    "creationDate": "Dec 31, 2016 12:00:00 PM",
    "proposalId": 1,
}
_TIMES = {9001: "2016-07-08 00:05:09", 9002: "2016-12-31 12:00:00"}


def add(site, structure):
    """Store a structure with the values of its keys: its columns have the same names."""
    row = {**structure, "creationDate": _TIMES[structure["structureId"]]}
    site.ask(f"INSERT INTO Structure ({', '.join(row)}) VALUES ({', '.join(['%s'] * len(row))})", *row.values())


def test_a_crystal_form_key_by_key(java):
    found = java.get(f"{PATH}/mx/crystal/4/get", "pi").json
    protein = found.pop("proteinVO")
    assert protein.pop("sequence").startswith("MSTLKDVVILG")
    assert STAMP.fullmatch(protein.pop("timeStamp"))
    assert (protein, found) == (PROTEIN, FORM)


def test_a_crystal_form_without_a_plan_says_so(java):
    assert java.get(f"{PATH}/mx/crystal/5/get", "pi").json["diffractionPlanVO"] is None


def test_structures_key_by_key(java_written):
    """What is for a crystal form is shown with it, what is for the proposal with the ligands."""
    java = java_written
    add(java.site, MODEL)
    add(java.site, LIGAND)
    assert java.rows(f"{PATH}/ligands/list", "pi") == [LIGAND]
    assert java.get(f"{PATH}/mx/crystal/5/get", "pi").json["structure3VOs"] == [MODEL]
    assert java.get(f"{PATH}/mx/crystal/4/get", "pi").json["structure3VOs"] == []
    assert java.rows("/proposal/mx533/ligands/list") == []
    assert java.get(f"{PATH}/ligands/list", "outsider").status_code == 403
