"""/admin/groups: who is in which group, and what the group's people may do."""

import time

import pytest

from ispyb_api.admin.schemas_groups import AdminPersonPageSchema, UserGroupPageSchema
from ispyb_api.app import PREFIX, create_app
from ispyb_api.auth.callers import Callers
from ispyb_api.http.services import EXTENSION
from tests.contract.shapes import faults
from tests.support.rights import holding, last_activity, permission_id

ADMINISTRATORS, PEOPLE = 1, {"admin": 1, "member": 3, "staff": 5}


def names(answer):
    return [row["name"] for row in answer.json["results"]]


def test_they_are_listed_by_name_with_counts(changing):
    answer = changing.get("/admin/groups")
    assert list(faults(UserGroupPageSchema, answer.json)) == []
    assert names(answer) == [
        "Administrators", "EM facility staff", "MX beamline staff", "Pipelines", "SSX beamline staff", "User office",
    ]  # fmt: skip
    assert answer.json["total"] == 6
    assert answer.json["results"][3]["_metadata"] == {"permissions": 3, "people": 1}
    assert answer.json["results"][5]["_metadata"] == {"permissions": 2, "people": 0}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("userGroupId=5", ["Pipelines"]),
        ("userGroupId=999", []),
        ("search=BEAM", ["MX beamline staff", "SSX beamline staff"]),
        ("search=%25", []),
        ("skip=1&limit=2", ["EM facility staff", "MX beamline staff"]),
        ("order_by=userGroupId&order=desc&limit=1", ["User office"]),
    ],
)
def test_they_can_be_looked_for(changing, query, found):
    assert names(changing.get(f"/admin/groups?{query}")) == found


def test_one_is_made_found_renamed_and_removed(changing):
    made = changing.open("POST", "/admin/groups", json={"name": "Night shift"})
    assert made.status_code == 201
    number = made.json["userGroupId"]
    assert made.json == {"userGroupId": number, "name": "Night shift", "_metadata": {"permissions": 0, "people": 0}}
    assert made.headers["Location"].endswith(f"/admin/groups/{number}")
    path = f"/admin/groups/{number}"
    assert changing.get(path).json == made.json
    renamed = changing.open("PATCH", path, json={"name": "Day shift"})
    assert (renamed.status_code, renamed.json["name"]) == (200, "Day shift")
    assert changing.open("PATCH", path, json={}).json["name"] == "Day shift"
    removed = changing.open("DELETE", path)
    assert (removed.status_code, removed.data) == (204, b"")
    assert changing.get(path).status_code == 404


def test_every_change_is_recorded_with_who_and_whence(changing):
    headers = {"X-Request-Id": "shift-1"}
    number = changing.open("POST", "/admin/groups", json={"name": "Shift"}, headers=headers).json["userGroupId"]
    assert last_activity(changing) == {
        "login": "admin", "action": "group added", "target": f"group {number} Shift", "detail": None,
        "address": "127.0.0.1", "requestId": "shift-1",
    }  # fmt: skip
    path, seen = f"/admin/groups/{number}", []
    for method, at, body in (
        ("PATCH", "", {"name": "Shifts"}),
        ("POST", "/permission", {"permissionId": 1007}),
        ("POST", "/person", {"personId": 3}),
        ("DELETE", "/person/3", None),
        ("DELETE", "/permission/1007", None),
        ("DELETE", "", None),
    ):
        assert changing.open(method, f"{path}{at}", json=body).status_code in (200, 204)
        line = last_activity(changing)
        seen.append((line["action"], line["target"].split()[-1], line["detail"]))
    assert seen == [
        ("group renamed", "Shifts", "was Shift"),
        ("permission given", "Shifts", "view_activity"),
        ("member added", "Shifts", "person 3 member"),
        ("member removed", "Shifts", "person 3 member"),
        ("permission taken", "Shifts", "view_activity"),
        ("group removed", "Shifts", None),
    ]


def test_what_did_not_happen_is_not_recorded(changing):
    before = last_activity(changing)
    assert changing.open("POST", "/admin/groups", json={"name": "pipelines"}).status_code == 409
    assert changing.open("DELETE", f"/admin/groups/{ADMINISTRATORS}/person/1").status_code == 409
    assert changing.open("PATCH", f"/admin/groups/{ADMINISTRATORS}", json={"name": "Administrators"}).status_code == 200
    assert last_activity(changing) == before


@pytest.mark.parametrize("name", ["", "x" * 32, " x", "x ", "a\nb", "\t", None, 5, ["x"]])
@pytest.mark.parametrize("method", ["POST", "PATCH"])
def test_a_name_fits_its_column_and_one_line(changing, group, method, name):
    path = "/admin/groups" if method == "POST" else f"/admin/groups/{group}"
    answer = changing.open(method, path, json={"name": name})
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["name"])


def test_every_wrong_field_is_named(changing):
    answer = changing.open("POST", "/admin/groups", json={"userGroupId": 7, "_metadata": {}})
    assert (answer.status_code, sorted(answer.json["errors"])) == (422, ["_metadata", "name", "userGroupId"])


@pytest.mark.parametrize("name", ["Pipelines", "pipelines", "PIPELINES"])
def test_a_name_is_given_once(changing, group, name):
    assert changing.open("POST", "/admin/groups", json={"name": name}).status_code == 409
    assert changing.open("PATCH", f"/admin/groups/{group}", json={"name": name}).status_code == 409


def test_a_group_can_change_the_case_of_its_name(changing, group):
    assert changing.open("PATCH", f"/admin/groups/{group}", json={"name": "ab"}).status_code == 200
    assert changing.open("PATCH", f"/admin/groups/{group}", json={"name": "AB"}).json["name"] == "AB"


def test_a_full_group_stays(changing):
    for number in (1, 6):
        answer = changing.open("DELETE", f"/admin/groups/{number}")
        assert (answer.status_code, answer.json["code"]) == (409, "conflict")
        assert "not empty" in answer.json["message"]


def test_a_permission_given_holds_at_once_and_is_revoked_at_once(changing, group):
    member = {"personId": PEOPLE["member"]}
    assert changing.get("/admin/activity", login="member").status_code == 403
    assert changing.open("POST", f"/admin/groups/{group}/person", json=member).status_code == 204
    number = permission_id(changing, "view_activity")
    given = changing.open("POST", f"/admin/groups/{group}/permission", json={"permissionId": number})
    assert (given.status_code, given.data) == (204, b"")
    assert changing.get("/admin/activity", login="member").status_code == 200
    assert "view_activity" in changing.get("/user/current", login="member").json["Permissions"]
    assert changing.open("DELETE", f"/admin/groups/{group}/permission/{number}").status_code == 204
    assert changing.get("/admin/activity", login="member").status_code == 403
    assert changing.open("POST", f"/admin/groups/{group}/permission", json={"permissionId": number}).status_code == 204
    assert changing.open("DELETE", f"/admin/groups/{group}/person/3").status_code == 204
    assert changing.get("/admin/activity", login="member").status_code == 403


def test_other_workers_follow_within_five_seconds(changing, group):
    """Another application over the same database, which remembers its callers as long as it may."""
    other, member = create_app(changing.settings), changing.headers("member")
    other.extensions[EXTENSION].callers = Callers(changing.settings.auth.cache_seconds or 3.0)
    changing.ask("INSERT INTO UserGroup_has_Person (userGroupId, personId) VALUES (%s, 3)", group)

    def status():
        return other.test_client().get(f"{PREFIX}/admin/activity", headers=member).status_code

    for method, at, before, after in (("POST", "", 403, 200), ("DELETE", "/1007", 200, 403)):
        assert status() == before
        body = {"permissionId": 1007} if method == "POST" else None
        changing.open(method, f"/admin/groups/{group}/permission{at}", json=body)
        changed = time.monotonic()
        while status() == before and time.monotonic() < changed + 5:
            time.sleep(0.1)
        assert status() == after
    other.extensions[EXTENSION].database.engine.pool.close()


def test_people_of_a_group_are_listed(changing, group):
    for person in (PEOPLE["member"], PEOPLE["staff"]):
        changing.open("POST", f"/admin/groups/{group}/person", json={"personId": person})
    answer = changing.get(f"/admin/groups/{group}/person")
    assert list(faults(AdminPersonPageSchema, answer.json)) == []
    assert [row["login"] for row in answer.json["results"]] == ["member", "staff"]
    assert answer.json["results"][1]["groups"][0]["name"] == "MX beamline staff"
    found = changing.get(f"/admin/groups/{group}/person?search=murasa&order_by=login&order=desc")
    assert [row["personId"] for row in found.json["results"]] == [PEOPLE["staff"]]
    assert changing.get("/admin/groups/999/person").status_code == 404


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("POST", "/permission", {"permissionId": 999999}, 422),
        ("POST", "/person", {"personId": 999999}, 422),
        ("POST", "/permission", {}, 422),
        ("POST", "/person", {"personId": 0}, 422),
        ("POST", "/person", {"personId": 2**31}, 422),
        ("DELETE", "/permission/1001", None, 404),
        ("DELETE", "/person/3", None, 404),
        ("DELETE", "/person/999999", None, 404),
    ],
)
def test_what_is_not_there_cannot_be_given_or_taken(changing, group, method, path, body, status):
    answer = changing.open(method, f"/admin/groups/{group}{path}", json=body)
    assert answer.status_code == status
    if body:
        assert list(answer.json["errors"]) == list(body)


def test_what_is_there_already_is_a_conflict(changing, group):
    for path, body in (("permission", {"permissionId": 1001}), ("person", {"personId": 3})):
        assert changing.open("POST", f"/admin/groups/{group}/{path}", json=body).status_code == 204
        assert changing.open("POST", f"/admin/groups/{group}/{path}", json=body).status_code == 409


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("PATCH", "", {"name": "x"}),
        ("DELETE", "", None),
        ("POST", "/permission", {"permissionId": 1001}),
        ("DELETE", "/permission/1001", None),
        ("POST", "/person", {"personId": 3}),
        ("DELETE", "/person/3", None),
    ],
)
def test_a_group_that_is_not_there_is_404(changing, method, path, body):
    assert changing.open(method, f"/admin/groups/999999{path}", json=body).status_code == 404


def test_the_last_administrator_stays(changing, group):
    for path in ("person/1", "permission/2", "permission/4"):
        answer = changing.open("DELETE", f"/admin/groups/{ADMINISTRATORS}/{path}")
        assert (answer.status_code, answer.json["code"]) == (409, "conflict")
        assert "manage_groups" in answer.json["message"]
    assert changing.get("/admin/groups").status_code == 200


def test_an_administrator_may_go_when_another_can_log_in(changing):
    with holding(changing, "staff", "manage_groups"):
        assert changing.open("DELETE", "/admin/groups/1/person/1").status_code == 409  # staff holds half of it
    with holding(changing, "staff", "manage_groups", "manage_perms") as other:
        assert changing.open("DELETE", "/admin/groups/1/permission/1007").status_code == 204
        assert changing.open("DELETE", f"/admin/groups/{other}/person/5").status_code == 204
        changing.ask("INSERT INTO UserGroup_has_Person (userGroupId, personId) VALUES (%s, 5)", other)
        assert changing.open("DELETE", "/admin/groups/1/person/1").status_code == 204
        changing.ask("INSERT INTO UserGroup_has_Person (userGroupId, personId) VALUES (1, 1)")
        assert (
            changing.open("POST", "/admin/groups/1/permission", json={"permissionId": 1007}, login="admin").status_code
            == 403
        )
        changing.ask("INSERT INTO UserGroup_has_Permission (userGroupId, permissionId) VALUES (1, 1007)")
