"""Groups, permissions, options and tokens: for those who hold a permission."""

from dataclasses import replace

from tests.contract.writes import Write, manages

GROUPS, PERMISSIONS, OPTIONS = map(manages, ("manage_groups", "manage_perms", "manage_options"))
TOKENS = replace(manages("manage_tokens"), writer=None)  # no token makes tokens

WRITES = [
    Write("POST /admin/groups", GROUPS, lambda r: {"name": r.word()}),
    Write("PATCH /admin/groups/{}", GROUPS, lambda r: {"name": r.word()}, lambda r: r.people()),
    Write("DELETE /admin/groups/{}", GROUPS, ids=lambda r: r.people()),
    Write("POST /admin/groups/{}/permission", GROUPS, lambda r: {"permissionId": r.held("manage_groups")}, lambda r: r.people()),
    Write("DELETE /admin/groups/{}/permission/{}", GROUPS, ids=lambda r: r.people_who_may("manage_groups")),
    Write("POST /admin/groups/{}/person", GROUPS, lambda r: {"personId": r.person()}, lambda r: r.people()),
    Write("DELETE /admin/groups/{}/person/{}", GROUPS, ids=lambda r: r.people_with_one()),
    Write("POST /admin/permissions", PERMISSIONS, lambda r: {"type": r.word()}),
    Write("PATCH /admin/permissions/{}", PERMISSIONS, lambda r: {"description": r.word()}, lambda r: r.permission()),
    Write("DELETE /admin/permissions/{}", PERMISSIONS, ids=lambda r: r.permission()),
    Write("PATCH /options", OPTIONS, lambda r: {"motd": r.word()}),
    Write("POST /auth/service-tokens", TOKENS, lambda r: {"name": r.word(), "permissions": []}),
    Write("DELETE /auth/service-tokens/{}", TOKENS, ids=lambda r: r.service_token()),
]  # fmt: skip
