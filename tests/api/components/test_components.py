"""/samples/components, their types, and the mixtures that they are in."""

import pytest

from ispyb_api.components.schemas import ComponentPageSchema, ComponentSchema
from ispyb_api.proteins.schemas_crystals import WholeCrystalSchema
from tests.contract.shapes import faults

MX415, SX28, LIGAND, BUFFER, MILLIMOLAR = 1, 2, 5, 6, 101


@pytest.fixture
def component(rows):
    return rows.component()


def test_components_are_those_of_ones_proposals(get):
    page = get("/samples/components?limit=500", "member").json
    assert list(faults(ComponentPageSchema, page)) == []
    assert {row["proposal"] for row in page["results"]} == {"SX28"}
    assert get("/samples/components", "outsider").json["total"] == 0


@pytest.mark.parametrize(
    ("query", "ids"), [("componentTypeId=5", [3, 4]), ("search=cell", [1]), ("proposal=MX415", []), ("search=%25", [])]
)
def test_condition(get, query, ids):
    assert [row["componentId"] for row in get(f"/samples/components?{query}").json["results"]] == ids


@pytest.mark.parametrize(("number", "uses"), [(1, (3, 0)), (2, (1, 1)), (4, (0, 1))])
def test_uses_are_counted(get, number, uses):
    known = get(f"/samples/components/{number}", "member").json["_metadata"]
    assert (known["samples"], known["crystals"]) == uses


@pytest.mark.parametrize(
    ("path", "row"),
    [
        ("/samples/components/types", {"componentTypeId": 5, "name": "Ligand"}),
        ("/samples/concentration/types", {"concentrationTypeId": 101, "name": "Millimolar", "symbol": "mM"}),
    ],
)
def test_types_are_a_plain_list(get, path, row):
    found = get(path, "outsider").json
    assert isinstance(found, list)
    assert row in found


def test_a_component_is_made_and_changed(written, rows):
    made = written.open("POST", "/samples/components", "pi", json={**rows.new_component(), "composition": "C8"}).json
    assert list(faults(ComponentSchema, made)) == []
    path = f"/samples/components/{made['componentId']}"
    changed = written.open("PATCH", path, "pi", json={"composition": None, "componentTypeId": BUFFER}).json
    assert (changed["composition"], changed["ComponentType"]["name"]) == (None, "Buffer")
    assert written.get(path, "member").json == changed


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({"componentTypeId": 10**6}, {"componentTypeId"}),
        ({"name": None}, {"name"}),
        ({"name": "x" * 256}, {"name"}),
        ({"proposalId": SX28}, {"proposalId"}),  # pi does not see it
        ({"componentId": 1}, {"componentId"}),
    ],
)
def test_what_a_component_cannot_be_is_named(written, rows, body, fields):
    answer = written.open("POST", "/samples/components", "pi", json={**rows.new_component(), **body})
    assert (answer.status_code, set(answer.json["errors"])) == (422, fields)


def mix(component, **more):
    return {"Component": component, **more}


def test_a_crystal_brings_its_mixture(written, rows, component):
    protein = rows.protein()
    mixture = [
        mix({"componentId": component}, abundance=2.5, ph=4.6, ConcentrationType={"concentrationTypeId": MILLIMOLAR}),
        mix({"name": "Salt of tests", "ComponentType": {"name": "buffer"}}, ratio=0.5),
        mix({"name": "SALT of tests", "ComponentType": {"componentTypeId": BUFFER}}),
    ]
    made = written.open("POST", "/crystals", "pi", json={"proteinId": protein, "crystal_compositions": mixture})
    assert made.status_code == 201, made.json
    assert list(faults(WholeCrystalSchema, made.json)) == []
    first, second, third = made.json["crystal_compositions"]
    assert (first["Component"]["componentId"], first["abundance"], first["ph"]) == (component, 2.5, 4.6)
    assert (first["ConcentrationType"]["symbol"], second["ConcentrationType"]) == ("mM", None)
    assert second["Component"] == third["Component"]  # made once
    assert written.get(f"/samples/components/{second['Component']['componentId']}", "pi").json["proposalId"] == MX415


def test_a_mixture_is_replaced_whole_or_left(written, rows, component):
    crystal = rows.new(
        "/crystals", "crystalId", proteinId=rows.protein(), crystal_compositions=[mix({"componentId": component})]
    )
    path = f"/crystals/{crystal}"
    assert len(written.open("PATCH", path, "pi", json={"name": "x"}).json["crystal_compositions"]) == 1
    assert written.open("DELETE", f"/samples/components/{component}", "pi").status_code == 409
    assert written.open("PATCH", path, "pi", json={"crystal_compositions": []}).json["crystal_compositions"] == []
    assert written.open("DELETE", f"/samples/components/{component}", "pi").status_code == 204


def test_a_mixture_can_be_sent_back_as_it_was_read(written, rows):
    crystal = rows.crystal()
    # As a program writes it that knows no proposals of components.
    written.ask("INSERT INTO Component (componentId, componentTypeId, name) VALUES (%s, 5, 'nobody')", 7000 + crystal)
    written.ask(
        "INSERT INTO CrystalComposition (crystalId, componentId, abundance) VALUES (%s, %s, 1)",
        crystal, 7000 + crystal,
    )  # fmt: skip
    read = written.get(f"/crystals/{crystal}", "pi").json["crystal_compositions"]
    again = written.open("PATCH", f"/crystals/{crystal}", "pi", json={"crystal_compositions": read})
    assert (again.status_code, again.json["crystal_compositions"]) == (200, read)


@pytest.mark.parametrize(
    ("component", "field"),
    [
        ({"componentId": 1}, "Component.componentId"),  # of SX28
        ({"componentId": 10**6}, "Component.componentId"),
        ({"name": "x"}, "Component.componentId"),
        ({"name": "x", "ComponentType": {"name": "Gas"}}, "Component.ComponentType"),
        ({"name": "x", "ComponentType": {}}, "Component.componentId"),
        ({"componentId": 0}, "Component.componentId"),
    ],
)
def test_components_that_cannot_be_are_named_and_nothing_is_made(written, rows, component, field):
    protein, before = rows.protein(), written.ask("SELECT COUNT(*) AS n FROM Component")
    mixture = [mix({"name": rows.word(), "ComponentType": {"name": "Buffer"}}), mix(component)]
    answer = written.open("POST", "/crystals", "pi", json={"proteinId": protein, "crystal_compositions": mixture})
    assert (answer.status_code, set(answer.json["errors"])) == (422, {f"crystal_compositions[1].{field}"})
    assert written.ask("SELECT COUNT(*) AS n FROM Component") == before
    assert written.get(f"/proteins/{protein}").json["_metadata"]["crystals"] == 0
