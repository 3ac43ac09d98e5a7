"""Two administrators at the same time: what one has done, the other sees."""

import threading

import pytest

from tests.support.rights import holding


def at_once(*calls):
    """Make requests at the same time; return their statuses in order."""
    barrier, statuses = threading.Barrier(len(calls)), [None] * len(calls)

    def run(number, call):
        barrier.wait()
        statuses[number] = call().status_code

    threads = [threading.Thread(target=run, args=each) for each in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return statuses


@pytest.mark.parametrize("attempt", range(5))
def test_two_administrators_cannot_remove_each_other(changing, attempt):
    changing.token("staff")
    with holding(changing, "staff", "manage_groups", "manage_perms") as other:
        try:
            statuses = at_once(
                lambda: changing.open("DELETE", f"/admin/groups/{other}/person/5", "admin"),
                lambda: changing.open("DELETE", "/admin/groups/1/person/1", "staff"),
            )
            left = changing.ask("SELECT personId FROM UserGroup_has_Person WHERE userGroupId IN (1, %s)", other)
            assert sorted(statuses) in ([204, 403], [204, 409])
            assert len(left) == 1
        finally:
            changing.ask("DELETE FROM UserGroup_has_Person WHERE userGroupId = 1")
            changing.ask("INSERT INTO UserGroup_has_Person (userGroupId, personId) VALUES (1, 1)")


@pytest.mark.parametrize(
    ("path", "body", "table"),
    [
        ("/admin/groups", {"name": "Twins"}, "UserGroup WHERE name = 'Twins'"),
        ("/admin/permissions", {"type": "twins"}, "Permission WHERE type = 'twins'"),
        ("/proposals/MX415/grants", {"personId": 6, "sessionId": 1}, "api_grant WHERE personId = 6"),
    ],
)
def test_of_several_who_make_the_same_one_does(changing, path, body, table):
    try:
        statuses = at_once(*[lambda: changing.open("POST", path, json=body)] * 4)
        assert sorted(statuses) == [201, 409, 409, 409]
        assert changing.ask(f"SELECT COUNT(*) AS n FROM {table}")[0]["n"] == 1
    finally:
        changing.ask(f"DELETE FROM {table}")


def test_options_set_at_once_are_all_set(changing):
    bodies = [{"query_debug": True}, {"enable_legacy_routes": False}, {"create_person_on_missing": True}]
    before = changing.ask("SELECT name FROM AdminVar")
    try:
        calls = [lambda body=body: changing.open("PATCH", "/options", json=body) for body in bodies * 2]
        assert at_once(*calls) == [200] * 6
        options = changing.get("/options").json
        assert all(options[name] == value for body in bodies for name, value in body.items())
        rows = changing.ask("SELECT name FROM AdminVar")
        assert len(rows) == len(before) + 3
    finally:
        changing.ask("DELETE FROM AdminVar WHERE name NOT IN ('motd', 'beamLineGroups')")
