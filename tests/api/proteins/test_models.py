"""/proteins/{proteinId}/pdbs and /ligands/{ligandId}/pdbs: models of structures."""

import pytest

from ispyb_api.components.schemas_ligands import LigandModelSchema
from ispyb_api.proteins.schemas_pdbs import LARGEST, PdbSchema
from tests.contract.shapes import faults
from tests.support.rights import last_activity
from tests.support.rows import Rows

ATOM = "ATOM      1  N   LYS A   1       3.287  10.092  10.329  1.00  5.89           N\n"


@pytest.fixture
def protein(rows):
    return rows.protein()


def add(site, protein, login="pi", **body):
    return site.open("POST", f"/proteins/{protein}/pdbs", login, json={"name": "model.pdb", **body})


def stored(site, model):
    return site.ask("SELECT pdbId FROM PDB WHERE pdbId = %s", model["pdbId"])


def test_a_file_comes_back_as_it_was_sent(written, protein):
    made = add(written, protein, contents=f"HEADER é\n{ATOM}END\n", source="AlphaFold")
    assert made.status_code == 201, made.json
    assert list(faults(PdbSchema, made.json)) == []
    assert made.json["_metadata"]["characters"] == len(f"HEADER é\n{ATOM}END\n")
    assert written.get(f"/proteins/{protein}/pdbs", "member").json["results"] == [made.json]
    file = written.get(f"/proteins/{protein}/pdbs/{made.json['pdbId']}", "member")
    assert file.get_data(as_text=True) == f"HEADER é\n{ATOM}END\n"
    assert file.headers["Content-Disposition"] == "attachment; filename=model.pdb"
    assert (file.mimetype, file.headers["X-Content-Type-Options"]) == ("text/plain", "nosniff")
    again = written.get(
        f"/proteins/{protein}/pdbs/{made.json['pdbId']}", headers={"If-None-Match": file.headers["ETag"]}
    )
    assert again.status_code == 304


def test_a_name_that_cannot_be_a_header_is_no_fault(written, protein):
    made = add(written, protein, contents=ATOM).json
    written.ask("UPDATE PDB SET name = %s WHERE pdbId = %s", "é\r\nX-Evil: 1", made["pdbId"])
    answer = written.get(f"/proteins/{protein}/pdbs/{made['pdbId']}")
    assert (answer.status_code, "X-Evil" in answer.headers) == (200, False)


def test_of_a_code_there_is_no_file(written, protein):
    made = add(written, protein, code="1rqw").json
    assert (made["code"], made["_metadata"]["characters"]) == ("1rqw", 0)
    assert written.get(f"/proteins/{protein}/pdbs/{made['pdbId']}").status_code == 404


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({}, {"contents"}),
        ({"code": "1RQW", "contents": ATOM}, {"contents"}),
        ({"code": "RQW1"}, {"code"}),
        ({"code": "1RQW\n"}, {"code"}),
        ({"contents": "<script>alert(1)</script>"}, {"contents"}),
        ({"contents": ""}, {"contents"}),
        ({"contents": ATOM + " " * LARGEST}, {"contents"}),
        ({"code": "1RQW", "name": "../model"}, {"name"}),
        ({"code": "1RQW", "source": "x" * 31}, {"source"}),
    ],
)
def test_what_a_model_cannot_be_is_named(written, protein, body, fields):
    answer = add(written, protein, **body)
    assert (answer.status_code, set(answer.json["errors"])) == (422, fields)
    assert written.get(f"/proteins/{protein}/pdbs").json["total"] == 0


def test_all_models_of_a_protein_are_counted(written, protein):
    """They were counted as 0 or 1."""
    for code in ("1RQW", "2RQW", "3RQW"):
        add(written, protein, code=code)
    assert written.get(f"/proteins/{protein}").json["_metadata"]["pdbs"] == 3


def test_models_of_hidden_proteins_look_missing(written, rows):
    protein, model = rows.model()
    assert written.get(f"/proteins/{protein}/pdbs", "outsider").status_code == 404
    assert written.get(f"/proteins/{protein}/pdbs/{model}", "outsider").status_code == 404
    other = rows.protein()
    assert written.get(f"/proteins/{other}/pdbs/{model}").status_code == 404
    assert written.open("DELETE", f"/proteins/{other}/pdbs/{model}", "pi").status_code == 404


def test_a_model_goes_with_the_last_that_has_it(written, rows, protein):
    first, second = add(written, protein, code="1RQW").json, add(written, protein, code="2RQW").json
    other = rows.protein()
    written.ask("INSERT INTO Protein_has_PDB (proteinid, pdbid) VALUES (%s, %s)", other, first["pdbId"])
    written.ask("INSERT INTO Ligand_has_PDB (ligandId, pdbId) VALUES (%s, %s)", rows.ligand(), second["pdbId"])
    assert written.open("DELETE", f"/proteins/{protein}/pdbs/{first['pdbId']}", "pi").status_code == 204
    assert written.open("DELETE", f"/proteins/{protein}", "pi").status_code == 204
    assert len(stored(written, first) + stored(written, second)) == 2
    assert written.open("DELETE", f"/proteins/{other}/pdbs/{first['pdbId']}", "pi").status_code == 204
    assert stored(written, first) == []


OWNERS = {"/proteins": Rows.protein, "/ligands": Rows.ligand}


@pytest.mark.parametrize("kind", OWNERS)
@pytest.mark.parametrize("other", OWNERS)
def test_a_model_is_shared_within_its_proposal(written, rows, kind, other):
    first, second = f"{other}/{OWNERS[other](rows)}/pdbs", f"{kind}/{OWNERS[kind](rows)}/pdbs"
    model = written.open("POST", first, "pi", json={"name": "m.pdb", "contents": ATOM}).json
    path = f"{second}/{model['pdbId']}"
    linked = written.open("PUT", path, "pi")
    assert (linked.status_code, linked.json["pdbId"], linked.json["name"]) == (200, model["pdbId"], "m.pdb")
    assert last_activity(written)["action"] == "model linked"
    assert written.open("PUT", path, "pi").json == linked.json
    assert written.get(second).json["results"] == [linked.json]
    assert written.get(path, "member").get_data(as_text=True) == ATOM
    assert written.open("DELETE", f"{first}/{model['pdbId']}", "pi").status_code == 204
    assert len(stored(written, model)) == 1
    assert written.open("DELETE", path, "pi").status_code == 204
    assert stored(written, model) == []


@pytest.mark.parametrize("kind", OWNERS)
def test_a_model_of_another_proposal_is_not_there(written, rows, kind):
    theirs = written.open("POST", "/proteins", json={"proposalId": 4, "acronym": rows.word()}).json["proteinId"]
    model = written.open("POST", f"/proteins/{theirs}/pdbs", json={"name": "m", "code": "1RQW"}).json["pdbId"]
    mine = f"{kind}/{OWNERS[kind](rows)}/pdbs"
    for number in (model, 2_000_000_000):
        answer = written.open("PUT", f"{mine}/{number}")
        assert (answer.status_code, answer.json["message"]) == (
            404,
            f"Nothing of the same proposal has a model {number}.",
        )
    assert written.get(mine).json["total"] == 0


def test_models_of_ligands_have_their_shape_and_go_with_the_ligand(written, rows):
    ligand = rows.ligand()
    made = written.open("POST", f"/ligands/{ligand}/pdbs", "pi", json={"name": "restraints", "contents": ATOM})
    assert made.status_code == 201, made.json
    assert list(faults(LigandModelSchema, made.json)) == []
    assert made.headers["Location"].endswith(f"/ligands/{ligand}/pdbs/{made.json['pdbId']}")
    assert written.get(f"/ligands/{ligand}/pdbs", "outsider").status_code == 404
    assert written.get(f"/ligands/{ligand}/pdbs/{made.json['pdbId']}", "outsider").status_code == 404
    assert written.open("DELETE", f"/ligands/{ligand}", "pi").status_code == 204
    assert stored(written, made.json) == []


def test_a_file_is_not_copied_into_the_record(written, protein):
    add(written, protein, contents=ATOM)
    line = written.ask("SELECT action, detail FROM api_activity ORDER BY activityId DESC LIMIT 1")[0]
    assert line["action"] == "model added"
    assert "ATOM" not in line["detail"]
