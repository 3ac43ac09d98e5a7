"""Proposals, and what is loaded with one."""

import pytest

from tests.support.java import STAMP, stamp

MX415 = {
    "Proposal_proposalId": 1,
    "Proposal_personId": 2,
    "Proposal_title": "Cold-adapted hydrolases from the deep fjord",
    "Proposal_proposalCode": "MX",
    "Proposal_proposalNumber": "415",
    "Proposal_proposalType": "MX",
}
LYSOZYME = {
    "proteinId": 1,
    "name": "Lysozyme, hen egg white",
    "acronym": "LYSO",
    "safetyLevel": "GREEN",
    "molecularMass": 14313.0,
    "proteinType": None,
    "personId": 2,
    "isCreatedBySampleSheet": 0,
    "externalId": None,
}
ADDRESS = {
    "labContactId": 1,
    "cardName": "Aamodtlunde, Porto Velhinho",
    "defaultCourrierCompany": "Seabird Express",
    "courierAccount": "000-415",
    "billingReference": "PV-2030-11",
    "dewarAvgCustomsValue": 120,
    "dewarAvgTransportValue": 2400,
    "personVO": {
        "personId": 14,
        "siteId": None,
        "personUUID": None,
        "familyName": "Aamodtlunde",
        "givenName": "Benedita",
        "title": "Ms",
        "emailAddress": "shipping@velhinho.example.org",
        "phoneNumber": "+351 000 002 014",
        "login": None,
        "faxNumber": None,
        "externalId": None,
        "laboratoryVO": {
            "laboratoryId": 2,
            "laboratoryUUID": None,
            "name": "Structural Biology",
            "address": "Rua do Farol 12",
            "city": "Porto Velhinho",
            "country": "Portugal",
            "url": "https://velhinho.example.org",
            "organization": "University of Porto Velhinho",
            "laboratoryExtPk": None,
        },
    },
}


@pytest.mark.parametrize(
    ("login", "expected"),
    [("pi", [1]), ("member", [2, 1]), ("contact", [4, 1]), ("outsider", []), ("admin", [4, 3, 2, 1])],
)
def test_who_lists_which(java, login, expected):
    assert java.ids("Proposal_proposalId", "/proposal/list", login) == expected


def test_a_row_has_every_key(java):
    assert java.rows("/proposal/list", "pi") == [MX415]


def test_a_session_tells_its_proposal(java):
    assert java.rows("/proposal/session/3/list", "member") == [MX415]


@pytest.mark.parametrize("session", ["10", "999", "null", "3,10"])
def test_a_session_of_somebody_else_does_not(java, session):
    assert java.rows(f"/proposal/session/{session}/list", "member") == []


def info(java, name="mx415", login="pi"):
    (found,) = java.rows(f"/proposal/{name}/info/get", login)
    return found


def test_all_of_a_proposal(java):
    found = info(java)
    assert found["proposal"] == [
        {
            "proposalId": 1,
            "title": MX415["Proposal_title"],
            "code": "MX",
            "number": "415",
            "type": "MX",
            "externalId": None,
            "timeStamp": stamp("2029-02-20 10:00:00"),
        }
    ]
    assert set(found) == {
        *("proposal", "crystals", "plateTypes", "macromolecules", "buffers", "stockSolutions"),
        *("labcontacts", "proteins", "ligands"),
    }
    assert [found[name] for name in ("ligands", "macromolecules", "buffers", "stockSolutions")] == [[], [], [], []]


def test_proteins_of_a_proposal(java):
    proteins = {row["proteinId"]: row for row in info(java)["proteins"]}
    lysozyme = proteins[1]
    assert lysozyme.pop("sequence").startswith("KVFGR")
    assert STAMP.fullmatch(lysozyme.pop("timeStamp"))
    assert lysozyme == LYSOZYME
    of_proposal = java.site.ask("SELECT proteinId FROM Protein WHERE proposalId = 1")
    assert set(proteins) == {row["proteinId"] for row in of_proposal}


def test_crystals_have_their_protein_and_their_plan(java):
    crystal = info(java)["crystals"][0]
    assert (crystal["crystalId"], crystal["proteinVO"]["acronym"]) == (1, "LYSO")
    assert crystal["diffractionPlanVO"]["aimedResolution"] == 1.5
    assert crystal["structure3VOs"] == []
    assert info(java, "mx533", "admin")["crystals"][-1]["diffractionPlanVO"] is None


def test_addresses_have_their_person_and_laboratory(java):
    assert info(java)["labcontacts"][0] == ADDRESS


def test_a_proposal_is_also_called_by_a_login(java):
    assert info(java, "pi") == info(java)


@pytest.mark.parametrize("name", ["null", "mx533", "mx4", "velimirko", "MX999999", "%27", "-", "mx415-2"])
def test_another_ones_proposal_is_closed(java, name):
    answer = java.get(f"/proposal/{name}/info/get", "pi")
    assert (answer.status_code, answer.text) == (403, "Nobody can access this resource")


@pytest.mark.parametrize("name", ["null", "MX999999", "nobody"])
def test_to_managers_it_is_not_there_and_no_list(java, name):
    answer = java.get(f"/proposal/{name}/info/get")
    assert (answer.status_code, answer.mimetype, answer.text) == (200, "application/json", "No proposal found.")
