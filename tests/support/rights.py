"""People with exactly the permissions that a test wants them to have."""

import contextlib


@contextlib.contextmanager
def holding(site, login, *permissions):
    """Let a login of the demo hold these permissions besides its own, by a group of its own."""
    person = site.ask("SELECT personId FROM Person WHERE login = %s", login)[0]["personId"]
    group = 1 + site.ask("SELECT MAX(userGroupId) AS id FROM UserGroup")[0]["id"]
    site.ask("INSERT INTO UserGroup (userGroupId, name) VALUES (%s, %s)", group, f"only {login} {group}")
    for name in permissions:
        row = site.ask("SELECT permissionId FROM Permission WHERE type = %s", name)[0]["permissionId"]
        site.ask("INSERT INTO UserGroup_has_Permission (userGroupId, permissionId) VALUES (%s, %s)", group, row)
    site.ask("INSERT INTO UserGroup_has_Person (userGroupId, personId) VALUES (%s, %s)", group, person)
    try:
        yield group
    finally:
        for table in ("UserGroup_has_Person", "UserGroup_has_Permission", "UserGroup"):
            site.ask(f"DELETE FROM {table} WHERE userGroupId = %s", group)


def permission_id(site, name):
    """Return the row of a permission."""
    return site.ask("SELECT permissionId FROM Permission WHERE type = %s", name)[0]["permissionId"]


def last_activity(site):
    """Return what was recorded last."""
    return site.ask(
        "SELECT login, action, target, detail, address, requestId FROM api_activity ORDER BY activityId DESC LIMIT 1"
    )[0]
