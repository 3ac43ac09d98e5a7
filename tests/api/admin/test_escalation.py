"""Nobody comes to more rights than somebody who holds them gave him or her."""

import pytest

from ispyb_api.app import routes
from tests.support.rights import holding, permission_id

WRITES = [
    ("POST", "/admin/groups", {"name": "x"}),
    ("PATCH", "/admin/groups/6", {"name": "x"}),
    ("DELETE", "/admin/groups/6", None),
    ("POST", "/admin/groups/6/permission", {"permissionId": 1001}),
    ("DELETE", "/admin/groups/6/permission/1008", None),
    ("POST", "/admin/groups/6/person", {"personId": 6}),
    ("DELETE", "/admin/groups/1/person/1", None),
    ("POST", "/admin/permissions", {"type": "x"}),
    ("PATCH", "/admin/permissions/1001", {"description": "x"}),
    ("DELETE", "/admin/permissions/1001", None),
    ("PATCH", "/options", {"motd": "x"}),
]  # fmt: skip
READS = ["/admin/groups", "/admin/groups/1", "/admin/groups/1/person", "/admin/permissions", "/admin/permissions/2",
         "/admin/persons", "/admin/persons/1", "/admin/persons/1/access", "/admin/activity", "/options"]  # fmt: skip


def everything(site):
    """Return all that says who may do what."""
    tables = ("UserGroup", "Permission", "UserGroup_has_Person", "UserGroup_has_Permission", "AdminVar", "api_option")
    return {table: site.ask(f"SELECT * FROM {table} ORDER BY 1, 2") for table in tables}


@pytest.mark.parametrize("login", ["outsider", "member", "pi", "contact", "staff", "service"])
def test_who_holds_nothing_of_it_may_do_nothing(changing, login):
    before = everything(changing)
    for path in READS:
        assert changing.get(path, login).status_code == 403, path
    for method, path, body in WRITES:
        assert changing.open(method, path, login, json=body).status_code == 403, (method, path)
    assert everything(changing) == before


def test_each_route_asks_for_its_own_permission(changing):
    """Every permission of administration but the one that is needed is not enough."""
    managing = {"manage_groups", "manage_perms", "manage_persons", "manage_options", "view_activity", "manage_grants"}
    administered = [
        (rule, method, function)
        for rule, method, function in routes(changing.app)
        if "/admin/" in rule.rule or rule.rule.endswith("/options")
    ]
    assert len(administered) > 20
    for rule, _, function in administered:
        assert len(function.__requires__) == 1
        assert function.__requires__ < managing, rule.rule
    for needed in {next(iter(function.__requires__)) for _, _, function in administered}:
        with holding(changing, "outsider", *(managing - {needed})):
            for rule, method, function in administered:
                if function.__requires__ == {needed}:
                    path = rule.build(dict.fromkeys(rule.arguments, 1), append_unknown=False)[1]
                    answer = changing.app.test_client().open(
                        path, method=method, headers=changing.headers("outsider"), json={}
                    )
                    assert answer.status_code == 403, (method, path)


def test_manage_groups_alone_makes_nobody_an_administrator(changing):
    with holding(changing, "outsider", "manage_groups") as own:
        before = everything(changing)
        attempts = [
            ("POST", f"/admin/groups/{own}/permission", {"permissionId": permission_id(changing, name)})
            for name in (
                "all_proposals",
                "manage_perms",
                "manage_options",
                "manage_tokens",
                "bl_mx_staff",
                "uportal_sync",
            )
        ]
        attempts += [("POST", f"/admin/groups/{number}/person", {"personId": 6}) for number in (1, 2, 5, 6)]
        attempts += [("PATCH", f"/admin/groups/{number}", {"name": "ldap-everybody"}) for number in (1, 2)]
        for method, path, body in attempts:
            answer = changing.open(method, path, "outsider", json=body)
            assert answer.status_code == 403, (method, path)
            assert "only what you hold yourself" in answer.json["message"]
        assert everything(changing) == before
        assert changing.get("/user/current", "outsider").json["Permissions"] == ["manage_groups"]


def test_what_one_holds_one_can_give(changing, group):
    with holding(changing, "outsider", "manage_groups", "bl_mx_staff"):
        number = permission_id(changing, "bl_mx_staff")
        given = changing.open("POST", f"/admin/groups/{group}/permission", "outsider", json={"permissionId": number})
        added = changing.open("POST", f"/admin/groups/{group}/person", "outsider", json={"personId": 3})
        assert (given.status_code, added.status_code) == (204, 204)


def test_manage_perms_alone_makes_nobody_an_administrator(changing):
    """To rename a permission that one holds would be to hold another."""
    with holding(changing, "outsider", "manage_perms", "bl_mx_staff"):
        number = permission_id(changing, "bl_mx_staff")
        changing.ask("DELETE FROM UserGroup_has_Permission WHERE userGroupId = 2")
        try:
            path = f"/admin/permissions/{number}"
            assert changing.open("PATCH", path, "outsider", json={"type": "free_name"}).status_code == 409
            assert (
                changing.open("POST", "/admin/permissions", "outsider", json={"type": "ALL_PROPOSALS"}).status_code
                == 409
            )
        finally:
            changing.ask("INSERT INTO UserGroup_has_Permission (userGroupId, permissionId) VALUES (2, %s)", number)


def test_manage_options_alone_opens_no_beamline(changing):
    lines = [{"beamLineName": "BL01-MX"}]
    wanted = [{"groupName": "Mine", "uiGroup": "", "permission": "manage_options", "beamLines": lines}]
    with holding(changing, "outsider", "manage_options"):
        before = everything(changing)
        answer = changing.open("PATCH", "/options", "outsider", json={"beamLineGroups": wanted})
        assert (answer.status_code, answer.json["code"]) == (403, "forbidden")
        assert "BL01-MX" in answer.json["message"]
        assert everything(changing) == before
        assert changing.get("/sessions", "outsider").json["total"] == 0


def test_a_token_that_is_limited_gives_nothing(changing, group):
    wanted = {
        "name": "limited",
        "permissions": ["manage_groups", "manage_options", "all_proposals"],
        "proposals": ["SX28"],
    }
    made = changing.open("POST", "/auth/service-tokens", json=wanted)
    assert made.status_code == 201, made.json
    headers = {"Authorization": f"Bearer {made.json['token']}"}
    number = permission_id(changing, "all_proposals")
    lines = [{"beamLineName": "BL03-EM"}]
    opened = [{"groupName": "X", "uiGroup": "", "permission": "bl_mx_staff", "beamLines": lines}]
    for method, path, body in (
        ("POST", f"/admin/groups/{group}/permission", {"permissionId": number}),
        ("POST", "/admin/groups/1/person", {"personId": 6}),
        ("PATCH", "/options", {"beamLineGroups": opened}),
    ):
        assert changing.open(method, path, None, json=body, headers=headers).status_code == 403, path
    assert changing.open("DELETE", f"/auth/service-tokens/{made.json['serviceTokenId']}").status_code in (200, 204)


def test_who_sees_a_beamline_may_open_it_and_anybody_may_close_one(changing):
    before = changing.get("/options").json["beamLineGroups"]
    first = {**before[0], "beamLines": before[0]["beamLines"][:1]}
    with holding(changing, "outsider", "manage_options"):
        closed = changing.open("PATCH", "/options", "outsider", json={"beamLineGroups": [first, *before[1:]]})
        assert closed.status_code == 200
    with holding(changing, "outsider", "manage_options", "bl_mx_staff"):
        renamed = {**first, "groupName": "MX and more", "permission": "bl_admin"}
        opened = changing.open("PATCH", "/options", "outsider", json={"beamLineGroups": [first, renamed]})
        assert opened.status_code == 200
    assert changing.open("PATCH", "/options", json={"beamLineGroups": before}).json["beamLineGroups"] == before


@pytest.mark.parametrize(
    "extra",
    [{"permissions": ["all_proposals"]}, {"userGroupId": 1}, {"people": [6]}, {"_metadata": {"permissions": 9}}],
)
def test_no_field_slips_in(changing, group, extra):
    for method, path, body in (
        ("POST", "/admin/groups", {"name": "y"}),
        ("PATCH", f"/admin/groups/{group}", {"name": "y"}),
        ("POST", f"/admin/groups/{group}/person", {"personId": 6}),
        ("POST", f"/admin/groups/{group}/permission", {"permissionId": 1001}),
    ):
        answer = changing.open(method, path, json={**body, **extra})
        assert (answer.status_code, list(answer.json["errors"])) == (422, list(extra)), (method, path)
