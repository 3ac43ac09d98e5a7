"""/admin/permissions: made, described, removed."""

import pytest

from ispyb_api.admin.schemas_groups import PermissionPageSchema
from ispyb_api.auth.permissions import MEANING
from tests.contract.shapes import faults
from tests.support.rights import last_activity


def types(answer):
    return [row["type"] for row in answer.json["results"]]


@pytest.fixture
def made(changing):
    """A permission that nobody holds."""
    answer = changing.open("POST", "/admin/permissions", json={"type": "bl_new", "description": "See the new one"})
    assert answer.status_code == 201
    assert answer.headers["Location"].endswith(f"/admin/permissions/{answer.json['permissionId']}")
    yield answer.json
    changing.ask("DELETE FROM Permission WHERE permissionId = %s", answer.json["permissionId"])


def test_each_that_the_server_knows_says_what_it_means(changing):
    answer = changing.get("/admin/permissions?limit=500")
    assert list(faults(PermissionPageSchema, answer.json)) == []
    meanings = {row["type"]: row["meaning"] for row in answer.json["results"] if row["meaning"]}
    assert meanings == MEANING
    assert types(answer) == sorted(types(answer))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("permissionId=1001", ["all_proposals"]),
        ("userGroupId=5", ["all_proposals", "ingest_data", "ingest_proc"]),
        ("userGroupId=999", []),
        ("search=BL_", ["bl_admin", "bl_em_staff", "bl_mx_staff", "bl_ssx_staff"]),
        ("search=electron", ["bl_em_staff"]),
        ("userGroupId=5&search=ingest&order_by=type&order=desc", ["ingest_proc", "ingest_data"]),
    ],
)
def test_they_can_be_looked_for(changing, query, found):
    assert types(changing.get(f"/admin/permissions?{query}")) == found


def test_one_is_made_described_renamed_and_removed(changing, made):
    path = f"/admin/permissions/{made['permissionId']}"
    assert made == {
        "permissionId": made["permissionId"], "type": "bl_new", "description": "See the new one", "meaning": None,
        "_metadata": {"groups": 0},
    }  # fmt: skip
    assert changing.get(path).json == made
    changed = changing.open("PATCH", path, json={"description": None})
    assert (changed.status_code, changed.json["description"]) == (200, None)
    assert changing.open("PATCH", path, json={"type": "bl_newer"}).json["type"] == "bl_newer"
    assert last_activity(changing)["detail"] == "was bl_new: None"
    assert changing.open("PATCH", path, json={}).json["type"] == "bl_newer"
    assert changing.open("DELETE", path).status_code == 204
    assert last_activity(changing)["action"] == "permission removed"
    assert changing.get(path).status_code == 404


def test_one_that_is_held_keeps_its_type_and_stays(changing):
    before = changing.get("/admin/permissions/1001").json
    assert changing.open("PATCH", "/admin/permissions/1001", json={"type": "x"}).status_code == 409
    assert changing.open("DELETE", "/admin/permissions/1001").status_code == 409
    described = changing.open(
        "PATCH", "/admin/permissions/1001", json={"description": "All of it", "type": "all_proposals"}
    )
    assert (described.status_code, described.json["description"]) == (200, "All of it")
    changing.open("PATCH", "/admin/permissions/1001", json={"description": before["description"]})
    assert changing.get("/admin/permissions/1001").json == before


@pytest.mark.parametrize("name", ["bl_mx_staff", "BL_MX_STAFF"])
def test_a_type_is_given_once(changing, made, name):
    assert changing.open("POST", "/admin/permissions", json={"type": name}).status_code == 409
    path = f"/admin/permissions/{made['permissionId']}"
    assert changing.open("PATCH", path, json={"type": name}).status_code == 409


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ({}, ["type"]),
        ({"type": "x" * 16}, ["type"]),
        ({"type": "two words"}, ["type"]),
        ({"type": None, "description": "x" * 101, "permissionId": 1}, ["description", "permissionId", "type"]),
        ({"type": ["all_proposals"]}, ["type"]),
    ],
)
def test_every_wrong_field_is_named(changing, body, wrong):
    answer = changing.open("POST", "/admin/permissions", json=body)
    assert (answer.status_code, sorted(answer.json["errors"])) == (422, wrong)


@pytest.mark.parametrize("method", ["GET", "PATCH", "DELETE"])
def test_one_that_is_not_there_is_404(changing, method):
    body = {"description": "x"} if method == "PATCH" else None
    assert changing.open(method, "/admin/permissions/999999", json=body).status_code == 404
