"""/proteins/{proteinId}/lattices"""

import pytest

from ispyb_api.proteins.schemas_lattices import LatticesSchema
from tests.contract.shapes import faults


def put(site, protein, *lattices, login="pi", **options):
    return site.open("PUT", f"/proteins/{protein}/lattices", login, json={"results": list(lattices)}, **options)


def test_lattices_are_replaced_whole(written, rows):
    protein = rows.protein()
    answer = put(
        written, protein, {"spaceGroup": "p 21 21 21", "cell_a": 61.4}, {"spaceGroup": "C2", "cell_beta": 104.2}
    )
    assert answer.status_code == 200, answer.json
    assert list(faults(LatticesSchema, answer.json)) == []
    found = answer.json["results"]
    assert [(row["spaceGroup"], row["cell_a"], row["cell_beta"]) for row in found] == [
        ("P212121", 61.4, None),
        ("C2", None, 104.2),
    ]
    assert written.get(f"/proteins/{protein}/lattices", "member").json == answer.json
    assert put(written, protein, {"spaceGroup": "P1"}).json["results"][0]["spaceGroup"] == "P1"
    assert written.open("DELETE", f"/proteins/{protein}", "pi").status_code == 204


@pytest.mark.parametrize(
    ("lattice", "field"),
    [({"spaceGroup": "round"}, "spaceGroup"), ({"cell_a": 0.1}, "cell_a"), ({"volume": 1.0}, "volume")],
)
def test_what_is_no_lattice_is_named_and_nothing_changes(written, rows, lattice, field):
    protein = rows.protein()
    put(written, protein, {"spaceGroup": "P1"})
    answer = put(written, protein, {"spaceGroup": "C2"}, lattice)
    assert (answer.status_code, set(answer.json["errors"])) == (422, {f"results[1].{field}"})
    assert [row["spaceGroup"] for row in written.get(f"/proteins/{protein}/lattices").json["results"]] == ["P1"]


def test_second_of_two_editors_is_told(written, rows):
    protein = rows.protein()
    etag = {"If-Match": written.get(f"/proteins/{protein}/lattices", "pi").headers["ETag"]}
    answers = [put(written, protein, {"spaceGroup": each}, headers=etag).status_code for each in ("P1", "C2")]
    assert answers == [200, 412]
