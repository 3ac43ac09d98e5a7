"""/ligands"""

import pytest

from ispyb_api.components.schemas_ligands import LigandSchema
from tests.contract.shapes import faults


@pytest.fixture
def ligand(rows):
    return rows.ligand()


def test_a_ligand_is_made_and_changed(written):
    body = {
        "proposalId": 1,
        "name": "Ligand of tests",
        "SMILES": "OC(=O)C",
        "libraryName": "Fragments",
        "sourceWell": "A1",
    }
    made = written.open("POST", "/ligands", "pi", json=body)
    assert made.status_code == 201, made.json
    assert list(faults(LigandSchema, made.json)) == []
    path = f"/ligands/{made.json['ligandId']}"
    assert written.get(path, "member").json == made.json
    changed = written.open("PATCH", path, "member", json={"SMILES": None, "plateBarcode": "P-1"}).json
    assert (changed["SMILES"], changed["plateBarcode"], changed["sourceWell"]) == (None, "P-1", "A1")


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({}, {"proposalId", "name"}),
        ({"proposalId": 2, "name": "x"}, {"proposalId"}),  # pi does not see it
        ({"proposalId": 1, "name": "x", "SMILES": "C C"}, {"SMILES"}),
        ({"proposalId": 1, "name": "x", "SMILES": "C" * 401}, {"SMILES"}),
        ({"proposalId": 1, "name": "x", "libraryName": "x" * 31}, {"libraryName"}),
    ],
)
def test_what_a_ligand_cannot_be_is_named(written, body, fields):
    answer = written.open("POST", "/ligands", "pi", json=body)
    assert (answer.status_code, set(answer.json["errors"])) == (422, fields)


def test_a_ligand_in_a_sample_stays(written, ligand):
    written.ask("INSERT INTO BLSample_has_Ligand (blSampleId, ligandId) VALUES (1, %s)", ligand)
    assert written.open("DELETE", f"/ligands/{ligand}", "pi").status_code == 409
    found = written.get("/ligands?blSampleId=1", "member").json["results"]
    assert [(row["ligandId"], row["_metadata"]["samples"]) for row in found] == [(ligand, 1)]


def test_hidden_ligands_are_not_found(written, ligand):
    assert written.get("/ligands", "outsider").json["total"] == 0
    assert written.get(f"/ligands/{ligand}", "outsider").status_code == 404
    assert written.get("/ligands?search=jordic", "member").json["total"] == 1
