"""Databases of either family, as the user office and people who share models write to them."""

import pytest

from tests.contract.test_families import adopted  # noqa: F401 - a fixture
from tests.contract.test_families_writing import is_dls, make, proposal  # noqa: F401 - fixtures


@pytest.fixture(scope="module")
def office(adopted, proposal):  # noqa: F811
    """Let the administrator manage persons, too."""
    adopted.ask(
        "INSERT INTO Permission (permissionId, type, description) VALUES (920, 'manage_persons', 'by the test')"
    )
    adopted.ask("INSERT INTO UserGroup_has_Permission (userGroupId, permissionId) VALUES (900001, 920)")
    adopted.app.extensions["ispyb_api"].callers.forget_everybody()


def test_user_offices_number_of_a_laboratory_is_kept_by_either_name(adopted, office, make):  # noqa: F811
    made = make("/laboratories", name="Optics", city="Velhinho", laboratoryExtPk=4711)
    assert made["laboratoryExtPk"] == 4711
    assert adopted.open("POST", "/laboratories", json={"name": "L", "laboratoryExtPk": 4711}).status_code == 409
    assert make(f"/laboratories/{made['laboratoryId']}", "PATCH", laboratoryExtPk=4712)["laboratoryExtPk"] == 4712


def test_models_are_shared_between_what_a_family_has(adopted, proposal, is_dls, make):  # noqa: F811
    first, second = (make("/proteins", proposalId=proposal, acronym=f"MOD{n}")["proteinId"] for n in "12")
    model = make(f"/proteins/{first}/pdbs", name="m", code="1RQW")["pdbId"]
    assert make(f"/proteins/{second}/pdbs/{model}", "PUT")["proteinId"] == second
    if is_dls:
        ligand = make("/ligands", proposalId=proposal, name="M")["ligandId"]
        assert make(f"/ligands/{ligand}/pdbs/{model}", "PUT")["ligandId"] == ligand
    assert adopted.open("DELETE", f"/proteins/{second}/pdbs/{model}").status_code == 204
