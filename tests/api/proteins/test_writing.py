"""POST, PATCH and DELETE of /proteins and /crystals."""

import threading

import pytest

from ispyb_api.proteins.schemas import ProteinSchema
from ispyb_api.proteins.schemas_crystals import WholeCrystalSchema
from tests.contract.shapes import faults

MX415, MX533 = 1, 4


@pytest.fixture
def protein(rows):
    return rows.protein()


def post(site, path, login="pi", **body):
    return site.open("POST", path, login, json=body)


def test_new_protein_is_answered_as_get_answers_it(written):
    key = "0123456789abcdef0123456789abcdef"
    sent = {
        "name": "Of tests", "sequence": ">sp\nMKV*\n", "molecularMass": 14300.0, "safetyLevel": "YELLOW", "hazardGroup": "2",
        "containmentLevel": 3, "componentTypeId": 1, "externalId": "01234567-89AB-cdef-0123-456789abcdef", "density": 1.35,
    }  # fmt: skip
    made = post(written, "/proteins", proposalId=MX415, acronym="TEST", **sent)
    assert made.status_code == 201, made.json
    assert list(faults(ProteinSchema, made.json)) == []
    assert written.get(f"/proteins/{made.json['proteinId']}", "member").json == made.json
    stored = {**sent, "externalId": key, "containmentLevel": "3"}
    assert {name: made.json[name] for name in stored if name != "componentTypeId"} == {
        name: value for name, value in stored.items() if name != "componentTypeId"
    }
    assert made.json["ComponentType"]["name"] == "Protein"


def test_null_clears_the_key_of_the_user_office(written, protein):
    path = f"/proteins/{protein}"
    written.open("PATCH", path, "pi", json={"externalId": "a" * 32})
    assert written.get(path).json["externalId"] == "a" * 32
    assert written.open("PATCH", path, "pi", json={"externalId": None}).json["externalId"] is None


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({}, {"proposalId", "acronym"}),
        ({"proposalId": MX415, "acronym": ""}, {"acronym"}),
        ({"proposalId": MX415, "acronym": "../x"}, {"acronym"}),
        ({"proposalId": MX415, "acronym": " x"}, {"acronym"}),
        ({"proposalId": MX415, "acronym": "x\ny"}, {"acronym"}),
        ({"proposalId": MX415, "acronym": "x" * 46}, {"acronym"}),
        ({"proposalId": 10**6, "acronym": "x"}, {"proposalId"}),
        ({"proposalId": MX415, "acronym": "x", "safetyLevel": "BLUE"}, {"safetyLevel"}),
        ({"proposalId": MX415, "acronym": "x", "hazardGroup": 5, "containmentLevel": "high"}, {"hazardGroup", "containmentLevel"}),
        ({"proposalId": MX415, "acronym": "x", "hazardGroup": None}, {"hazardGroup"}),
        ({"proposalId": MX415, "acronym": "x", "sequence": "MK7"}, {"sequence"}),
        ({"proposalId": MX415, "acronym": "x", "molecularMass": 14.3}, {"molecularMass"}),
        ({"proposalId": MX415, "acronym": "x", "componentTypeId": 10**6}, {"componentTypeId"}),
        ({"proposalId": MX415, "acronym": "x", "externalId": "abc"}, {"externalId"}),
        ({"proposalId": MX415, "acronym": "x", "proteinId": 1, "personId": 1, "bltimeStamp": "2026-01-01T00:00:00"},
         {"proteinId", "personId", "bltimeStamp"}),
    ],
)  # fmt: skip
def test_what_a_protein_cannot_be_is_named(written, body, fields):
    before = written.ask("SELECT COUNT(*) AS n FROM Protein")
    answer = post(written, "/proteins", "admin", **body)
    assert (answer.status_code, set(answer.json["errors"])) == (422, fields)
    assert written.ask("SELECT COUNT(*) AS n FROM Protein") == before


def test_a_small_mass_is_taken_from_who_insists(written, protein):
    body = {"molecularMass": 18.0, "accept_implausible": True}
    assert written.open("PATCH", f"/proteins/{protein}", "pi", json=body).json["molecularMass"] == 18.0


def test_an_acronym_is_there_once_in_a_proposal(written, protein):
    acronym = written.get(f"/proteins/{protein}").json["acronym"]
    assert post(written, "/proteins", proposalId=MX415, acronym=acronym.upper()).status_code == 409
    assert post(written, "/proteins", "admin", proposalId=MX533, acronym=acronym).status_code == 201
    assert written.open("PATCH", f"/proteins/{protein}", "pi", json={"acronym": acronym.upper()}).status_code == 200
    assert written.open("PATCH", f"/proteins/{protein}", "pi", json={"acronym": "LYSO"}).status_code == 409


def test_of_many_at_once_one_gets_the_acronym(written):
    written.token("pi")
    answers = []

    def make():
        answers.append(post(written, "/proteins", proposalId=MX415, acronym="RACE").status_code)

    threads = [threading.Thread(target=make) for _ in range(6)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert sorted(answers) == [201, 409, 409, 409, 409, 409]


def test_a_protein_with_crystals_stays(written, rows, protein):
    crystal = rows.new("/crystals", "crystalId", proteinId=protein)
    assert written.open("DELETE", f"/proteins/{protein}", "pi").status_code == 409
    assert written.open("DELETE", f"/crystals/{crystal}", "pi").status_code == 204
    assert written.open("DELETE", f"/proteins/{protein}", "pi").status_code == 204
    assert written.get(f"/proteins/{protein}").status_code == 404


def test_new_crystal_is_answered_as_get_answers_it(written, protein):
    sent = {"name": "form A", "spaceGroup": "p 21 21 21", "cell_a": 61.4, "cell_alpha": 90.0, "size_X": 0.12, "crystalUUID": "lab-7"}  # fmt: skip
    made = post(written, "/crystals", proteinId=protein, **sent)
    assert made.status_code == 201, made.json
    assert list(faults(WholeCrystalSchema, made.json)) == []
    assert written.get(f"/crystals/{made.json['crystalId']}", "member").json == made.json
    assert {name: made.json[name] for name in sent} == {**sent, "spaceGroup": "P212121"}
    assert made.json["_metadata"] == {"proposalId": MX415, "proposal": "MX415", "samples": 0}


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({"spaceGroup": "tetragonal"}, {"spaceGroup"}),
        ({"cell_a": 0.0, "cell_beta": 1.57}, {"cell_a", "cell_beta"}),
        ({"size_X": 120.0}, {"size_X"}),  # micrometres
        ({"crystalUUID": "x" * 46}, {"crystalUUID"}),
        ({"diffractionPlanId": 1, "crystalId": 2, "Protein": {}}, {"diffractionPlanId", "crystalId", "Protein"}),
        ({"proteinId": None}, {"proteinId"}),
    ],
)
def test_what_a_crystal_cannot_be_is_named(written, protein, body, fields):
    answer = post(written, "/crystals", **{"proteinId": protein, **body})
    assert (answer.status_code, set(answer.json["errors"])) == (422, fields)


def test_space_groups_with_mirrors_are_taken_as_they_are(written, protein):
    assert post(written, "/crystals", proteinId=protein, spaceGroup="P21/c").json["spaceGroup"] == "P21/c"


def test_a_crystal_moves_within_its_proposal_only(written, rows):
    crystal, other = rows.crystal(), rows.protein()
    hidden = post(written, "/proteins", "admin", proposalId=MX533, acronym=rows.word()).json["proteinId"]
    path = f"/crystals/{crystal}"
    assert written.open("PATCH", path, "pi", json={"proteinId": other}).json["Protein"]["proteinId"] == other
    for login in ("pi", "admin"):
        answer = written.open("PATCH", path, login, json={"proteinId": hidden})
        assert (answer.status_code, set(answer.json["errors"])) == (422, {"proteinId"})


def test_a_crystal_with_samples_stays(written):
    used = written.ask("SELECT MIN(crystalId) AS id FROM BLSample")[0]["id"]
    assert written.open("DELETE", f"/crystals/{used}", "admin").status_code == 409


@pytest.mark.parametrize("kind", ["protein", "crystal"])
def test_second_of_two_editors_is_told(written, rows, kind):
    path = f"/{kind}s/{getattr(rows, kind)()}"
    etag = {"If-Match": written.get(path, "pi").headers["ETag"]}
    answers = [written.open("PATCH", path, "pi", json={"name": name}, headers=etag).status_code for name in ("a", "b")]
    assert answers == [200, 412]
    assert written.open("DELETE", path, "pi", headers=etag).status_code == 412
