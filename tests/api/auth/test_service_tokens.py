"""Tokens of services: who makes them, what they may and see, how they end, what is kept of them."""

import time

import pytest
from click.testing import CliRunner

from ispyb_api import cli
from ispyb_api.auth import opaque
from tests.contract.test_matrix import ITEMS, LISTS
from tests.support.logins import another_server, forget, log_in, recorded, send, status
from tests.support.model import Model

TOKENS = "/auth/service-tokens"
NAMES = ("outsider", "member", "pi", "contact", "staff", "service", "admin")


@pytest.fixture
def make(written_site):
    """``make(owner="pi")``: the answer to an administrator, or to ``by``, who makes a token."""

    def made(by="admin", **wanted):
        body = {"name": "a test", "permissions": [], **wanted}
        return send(written_site.app, "POST", TOKENS, written_site.token(by), json=body)

    return made


@pytest.fixture
def revoke(written_site):
    return lambda number, by="admin": send(written_site.app, "DELETE", f"{TOKENS}/{number}", written_site.token(by))


def shown(site, token_id, by="admin"):
    return send(site.app, "GET", f"{TOKENS}/{token_id}", site.token(by)).json


# --- Making


def test_a_token_is_shown_once(make, written_site):
    answer = make(name="pipeline", owner="service", permissions=["all_proposals"], beamLines=["BL01-MX"], days=7)
    made = answer.json
    assert (answer.status_code, answer.headers["Location"]) == (201, f"/ispyb/api/v1{TOKENS}/{made['serviceTokenId']}")
    assert opaque.pattern("ispyb_st_").fullmatch(made["token"])
    assert (made["owner"], made["createdBy"], made["permissions"]) == ("service", "admin", ["all_proposals"])
    token = made.pop("token")
    assert shown(written_site, made["serviceTokenId"]) == made
    page = send(written_site.app, "GET", f"{TOKENS}?limit=500", written_site.token("admin"))
    assert made in page.json["results"]
    assert token not in page.text


def test_it_lives_90_days_unless_told_otherwise(make, written_site):
    found = written_site.ask(
        "SELECT createdAt, expiresAt FROM api_service_token WHERE serviceTokenId = %s", make().json["serviceTokenId"]
    )[0]
    assert str(found["expiresAt"])[:10] == time.strftime("%Y-%m-%d", time.gmtime(time.time() + 90 * 86400))


@pytest.mark.parametrize(("days", "expected"), [(1, 201), (365, 201), (366, 422), (0, 422), (-1, 422), ("x", 422)])
def test_it_lives_no_longer_than_the_settings_allow(make, days, expected):
    answer = make(days=days)
    assert answer.status_code == expected
    assert expected == 201 or list(answer.json["errors"]) == ["days"]


def test_it_is_stored_as_a_hash_only(make, written_site):
    token = make().json["token"]
    stored = repr(written_site.ask("SELECT * FROM api_service_token"))
    assert (token in stored, opaque.digest(token) in stored) == (False, True)


@pytest.mark.parametrize("by", [name for name in NAMES if name != "admin"])
def test_only_who_holds_the_permission_makes_lists_and_revokes(make, revoke, written_site, by):
    number = make().json["serviceTokenId"]
    assert make(by=by).status_code == 403
    assert revoke(number, by).status_code == 403
    for path in (TOKENS, f"{TOKENS}/{number}"):
        assert send(written_site.app, "GET", path, written_site.token(by)).status_code == 403
    assert shown(written_site, number)["revokedAt"] is None


@pytest.fixture
def clerk(written_site):
    """``pi``, who may make tokens and nothing else that is special."""
    ids = [written_site.ask(sql)[0]["id"] for sql in (
        "SELECT MAX(userGroupId) + 1 AS id FROM UserGroup",
        "SELECT permissionId AS id FROM Permission WHERE type = 'manage_tokens'",
        "SELECT personId AS id FROM Person WHERE login = 'pi'",
    )]  # fmt: skip
    written_site.ask("INSERT INTO UserGroup (userGroupId, name) VALUES (%s, 'clerks')", ids[0])
    written_site.ask("INSERT INTO UserGroup_has_Permission (userGroupId, permissionId) VALUES (%s, %s)", *ids[:2])
    written_site.ask("INSERT INTO UserGroup_has_Person (userGroupId, personId) VALUES (%s, %s)", ids[0], ids[2])
    forget(written_site.app)
    yield "pi"
    for table in ("UserGroup_has_Person", "UserGroup_has_Permission", "UserGroup"):
        written_site.ask(f"DELETE FROM {table} WHERE userGroupId = %s", ids[0])
    forget(written_site.app)


@pytest.mark.parametrize("permission", ["all_proposals", "manage_groups", "bl_admin", "no_such"])
def test_one_cannot_give_what_one_does_not_hold(make, clerk, permission):
    answer = make(by=clerk, permissions=[permission])
    assert (answer.status_code, permission in answer.json["message"]) == (403, True)


def test_one_cannot_make_a_token_that_sees_what_one_does_not_see(make, clerk):
    assert make(by=clerk).json["owner"] == "pi"
    assert make(by=clerk, owner="PI").status_code == 201
    assert make(by=clerk, owner="staff").status_code == 403
    assert make(owner="staff").status_code == 201


def test_proposals_that_one_does_not_see_look_like_none(make, clerk, written_site):
    hidden = set(Model(written_site).proposals("admin")) - set(Model(written_site).proposals("pi"))
    names = "SELECT CONCAT(proposalCode, proposalNumber) AS name FROM Proposal WHERE proposalId = %s"
    name = written_site.ask(names, min(hidden))[0]["name"]
    unseen, absent = make(by=clerk, proposals=[name]), make(by=clerk, proposals=["MX999999"])
    assert (unseen.status_code, absent.status_code) == (422, 422)
    assert unseen.json["errors"] == {"proposals": [f"No proposal {name}."]}


def test_a_service_makes_no_tokens(make, written_site):
    assert make(permissions=["manage_tokens"]).json["errors"].keys() == {"permissions"}
    token = make(permissions=["all_proposals", "manage_groups"]).json["token"]
    assert send(written_site.app, "POST", TOKENS, token, json={"name": "x", "permissions": []}).status_code == 403


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""}, {"name": "x" * 101}, {"name": "a\nb"}, {"name": None}, {"owner": "nobody-here"}, {"owner": ""},
        {"permissions": None}, {"permissions": "all_proposals"}, {"permissions": [1]}, {"permissions": ["x" * 16]},
        {"beamLines": []}, {"beamLines": [""]}, {"beamLines": ["x" * 46]}, {"beamLines": ["BL"] * 51},
        {"beamLines": [f"{'é' * 40}{i}" for i in range(10)]}, {"proposals": []}, {"proposals": ["MX"]},
        {"proposals": ["MX415' OR 1=1"]}, {"proposals": ["no9"]}, {"serviceTokenId": 1}, {"tokenHash": "0" * 64},
        {"token": "ispyb_st_mine"}, {"personId": 1}, {"createdBy": "somebody"}, {"expiresAt": "2090-01-01"},
        {"lastUsedAt": None}, {"revokedAt": None},
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_by_name(make, wrong):
    answer = make(**wrong)
    named = [name.partition("[")[0] for name in answer.json["errors"]]
    assert (answer.status_code, sorted(set(named))) == (422, list(wrong))


# --- Acting


def test_it_acts_as_its_owner_with_its_own_permissions(make, written_site):
    token = make(owner="admin", permissions=["manage_persons"]).json["token"]
    current = send(written_site.app, "GET", "/user/current", token).json
    assert (current["login"], current["Permissions"]) == ("admin", ["manage_persons"])
    assert send(written_site.app, "GET", "/proposals", token).json["total"] == 0


def test_it_may_no_more_than_its_owner_at_that_moment(make, written_site):
    token = make(owner="outsider", permissions=["all_proposals"]).json["token"]
    current = send(written_site.app, "GET", "/user/current", token).json
    assert (current["login"], current["Permissions"]) == ("outsider", [])
    assert send(written_site.app, "GET", "/proposals", token).json["total"] == 0


def _limits(site):
    """Yield limits: beamlines, proposals."""
    beamlines = sorted({row["b"] for row in site.ask("SELECT beamLineName AS b FROM BLSession") if row["b"]})
    named = site.ask("SELECT CONCAT(proposalCode, proposalNumber) AS name FROM Proposal ORDER BY proposalId")
    proposals = [row["name"] for row in named]
    yield from ((None, None), (["nowhere"], None), (beamlines[:1], None), (None, proposals[:1]))
    yield from (([each.lower() for each in beamlines[1:3]], None), (beamlines[:2], proposals[:4]))


def _within(site, model, login, beamlines, proposals):
    """Return the sessions and proposals that the token may see, in slow and obvious Python."""
    named = {
        row["id"]: row["name"].casefold()
        for row in site.ask("SELECT proposalId AS id, CONCAT(proposalCode, proposalNumber) AS name FROM Proposal")
    }
    rows = site.ask("SELECT sessionId, proposalId, beamLineName FROM BLSession")
    there = [
        row
        for row in rows
        if beamlines is None or (row["beamLineName"] or "").casefold() in {b.casefold() for b in beamlines}
    ]
    chosen = {
        number for number, name in named.items() if proposals is None or name in {p.casefold() for p in proposals}
    }
    sessions = {row["sessionId"] for row in there if row["proposalId"] in chosen} & set(model.sessions(login))
    measured = chosen if beamlines is None else chosen & {row["proposalId"] for row in there}
    return sessions, measured & set(model.proposals(login))


@pytest.mark.parametrize("owner", ["outsider", "member", "staff", "admin"])
def test_it_sees_what_its_owner_sees_within_its_limits(make, written_site, owner):
    model = Model(written_site)
    held = [each for each in model.permissions(owner) if each != "manage_tokens" and each in model.permissions("admin")]
    for beamlines, proposals in _limits(written_site):
        given = {"beamLines": beamlines, "proposals": proposals}
        made = make(owner=owner, permissions=held, **{name: each for name, each in given.items() if each is not None})
        sessions, named = _within(written_site, model, owner, beamlines, proposals)
        if "all_proposals" in held and (beamlines, proposals) == (None, None):
            named = named | {None}  # what belongs to no proposal
        for path, (key, sql) in LISTS.items():
            rows = written_site.ask(sql)
            expected = {row["id"] for row in rows if row.get("session") in sessions or row.get("proposal", 0) in named}
            page = send(written_site.app, "GET", f"{path}?limit=500", made.json["token"]).json
            found = {row[key] for row in page["results"]}
            assert (found, page["total"]) == (expected, len(expected)), (path, given)


def test_rows_beyond_its_limits_look_missing(make, written_site):
    token = make(owner="admin", permissions=["all_proposals"], proposals=["MX415"]).json["token"]
    sessions, proposals = _within(written_site, Model(written_site), "admin", None, ["MX415"])
    for path, sql in ITEMS.items():
        visible = {}
        for row in written_site.ask(sql):  # a plan may be several proposals'
            seen = row.get("session") in sessions or row.get("proposal") in proposals
            visible[row["id"]] = seen or visible.get(row["id"], False)
        for number in sorted(visible)[::7]:
            expected = 200 if visible[number] else 404
            assert status(written_site.app, token, path.format(number)) == expected, (path, number)


def test_counts_of_the_timeline_keep_to_the_limits(make, written_site):
    token = make(owner="admin", permissions=["all_proposals"], beamLines=["nowhere"]).json["token"]
    assert send(written_site.app, "GET", "/events", token).json["total"] == 0
    assert send(written_site.app, "GET", "/persons", token).json["total"] == 0
    assert all(not row.get("count") for row in send(written_site.app, "GET", "/events/types", token).json["results"])


def test_it_is_no_login(make, written_site):
    token = make(owner="pi").json["token"]
    login = log_in(written_site.app, "pi").json
    for path in ("/auth/logout", "/auth/logout/everywhere"):
        assert send(written_site.app, "POST", path, token).status_code == 409
    assert send(written_site.app, "POST", "/auth/refresh", json={"refreshToken": token}).status_code == 401
    assert (status(written_site.app, login["token"]), status(written_site.app, token)) == (200, 200)


# --- Ending


def test_revoking_ends_it_at_once_here_and_within_seconds_elsewhere(make, revoke, written_site):
    other = another_server(written_site)
    made = make().json
    assert [status(app, made["token"]) for app in (written_site.app, other)] == [200, 200]
    assert revoke(made["serviceTokenId"]).status_code == 204
    assert status(written_site.app, made["token"]) == 401
    deadline = time.monotonic() + 5
    while status(other, made["token"]) == 200 and time.monotonic() < deadline:
        time.sleep(0.2)
    assert status(other, made["token"]) == 401
    other.extensions["ispyb_api"].database.engine.pool.close()


def test_revoking_again_changes_nothing(make, revoke, written_site):
    number = make().json["serviceTokenId"]
    assert [revoke(number).status_code for _ in range(2)] == [204, 204]
    target = f"service token {number}"
    assert [line["target"] for line in recorded(written_site, "service token revoked")].count(target) == 1
    assert shown(written_site, number)["revokedAt"].endswith("Z")


@pytest.mark.parametrize("number", ["0", "999999", "2147483648", "x", "-1"])
def test_a_token_that_there_is_not_is_404(revoke, written_site, number):
    assert revoke(number).status_code == 404
    assert send(written_site.app, "GET", f"{TOKENS}/{number}", written_site.token("admin")).status_code == 404


def test_it_expires_though_it_is_remembered(make, written_site):
    made = make().json
    assert status(written_site.app, made["token"]) == 200
    written_site.ask(
        "UPDATE api_service_token SET expiresAt = '2020-01-01 00:00:00' WHERE serviceTokenId = %s",
        made["serviceTokenId"],
    )
    forget(written_site.app)
    assert status(written_site.app, made["token"]) == 401


def test_it_ends_with_its_owner(make, written_site):
    made = make(owner="outsider").json
    written_site.ask("UPDATE api_service_token SET personId = 999999 WHERE serviceTokenId = %s", made["serviceTokenId"])
    assert status(written_site.app, made["token"]) == 401
    assert shown(written_site, made["serviceTokenId"])["owner"] is None


def test_it_survives_that_its_owner_logs_out_everywhere(make, written_site):
    token = make(owner="contact").json["token"]
    send(written_site.app, "POST", "/auth/logout/everywhere", log_in(written_site.app, "contact").json["token"])
    assert status(written_site.app, token) == 200


# --- What is kept


def test_its_last_use_is_noted_at_most_once_a_minute(make, written_site):
    made = make(owner="pi").json
    number = made["serviceTokenId"]
    assert shown(written_site, number)["lastUsedAt"] is None
    assert status(written_site.app, made["token"]) == 200
    used = shown(written_site, number)["lastUsedAt"]
    assert used.endswith("Z")
    written_site.ask(
        "UPDATE api_service_token SET lastUsedAt = '2020-01-01 00:00:00' WHERE serviceTokenId = %s", number
    )
    assert status(written_site.app, made["token"]) == 200
    assert shown(written_site, number)["lastUsedAt"] == "2020-01-01T00:00:00Z"
    written_site.app.extensions["ispyb_api"].uses._noted.clear()  # as after a minute
    assert status(written_site.app, made["token"]) == 200
    assert shown(written_site, number)["lastUsedAt"] >= used


def test_what_becomes_of_it_is_recorded(make, revoke, written_site):
    made = make(owner="pi", name="recorded", proposals=["MX415"]).json
    target = f"service token {made['serviceTokenId']}"
    for address in ("10.1.1.1", "10.1.1.2", "10.1.1.1"):
        written_site.app.extensions["ispyb_api"].uses._noted.clear()
        send(written_site.app, "GET", "/user/current", made["token"], environ_base={"REMOTE_ADDR": address})
    revoke(made["serviceTokenId"])
    lines = [
        (line["action"], line["login"], line["address"])
        for line in written_site.ask("SELECT * FROM api_activity WHERE target = %s ORDER BY activityId", target)
    ]
    assert lines == [
        ("service token made", "admin", "127.0.0.1"),
        ("service token used", "pi", "10.1.1.1"),
        ("service token used", "pi", "10.1.1.2"),
        ("service token revoked", "admin", "127.0.0.1"),
    ]


def test_what_it_does_is_recorded_as_its_doing(make, written_site):
    """Not as its owner's alone, who may not even know of it."""
    made = make(owner="admin", permissions=["manage_groups", "manage_grants", "all_proposals"]).json
    for path, body in (
        ("/admin/groups", {"name": "by a service"}),
        ("/proposals/1/grants", {"login": "zofie", "sessionId": 1}),
    ):
        assert send(written_site.app, "POST", path, made["token"], json=body).status_code == 201
    for action in ("group added", "grant added"):
        line = recorded(written_site, action)[-1]
        assert line["login"] == "admin"
        assert line["detail"].startswith(f"service token {made['serviceTokenId']}")


def test_a_request_costs_at_most_one_statement_to_authenticate(make, written_site, monkeypatch):
    token = make(owner="pi").json["token"]
    callers, asked = written_site.app.extensions["ispyb_api"].callers, []
    find = callers.find_service

    def counting(tx_of, *arguments):
        return find(lambda **options: (asked.append(1), tx_of(**options))[1], *arguments)

    monkeypatch.setattr(callers, "find_service", counting)
    assert [status(written_site.app, token) for _ in range(30)] == [200] * 30
    assert 1 <= len(asked) <= 3


@pytest.mark.parametrize(
    "token", ["ispyb_st_", "ispyb_st_x", f"ispyb_st_{'A' * 43}", f"ispyb_st_{'A' * 9000}", f"ispyb_st_{'é' * 43}"]
)
def test_what_is_no_service_token_is_401(written_site, token):
    assert status(written_site.app, token.encode().decode("latin-1")) == 401


# --- The list, and the command line


def test_lists_can_be_searched_and_sorted(make, written_site):
    for name in ("alpha 1%", "beta"):
        make(name=name, owner="staff")
    ask = lambda query: send(written_site.app, "GET", f"{TOKENS}?{query}", written_site.token("admin")).json  # noqa: E731
    assert [row["name"] for row in ask("search=1%25&owner=staff")["results"]] == ["alpha 1%"]
    names = [row["name"] for row in ask("order_by=name&owner=staff&limit=500")["results"]]
    assert names == sorted(names, key=str.casefold)
    assert ask("limit=1")["total"] >= 2


@pytest.fixture
def command(written_site):
    environ = {"ISPYB_DATABASE_URL": written_site.url, "ISPYB_TOKEN_SECRET": written_site.settings.token.secret}
    return lambda *arguments: CliRunner().invoke(cli.main, ["token", *arguments], env=environ)


def test_the_operator_does_not_get_90_days_for_none(command):
    made = command("create", "--name", "by command", "--owner", "admin", "--days", "0")
    assert (made.exit_code, "days: Must be greater than or equal to 1" in made.output) == (1, True)


def test_the_operator_makes_lists_and_revokes_tokens(command, written_site):
    limits = ["--permission", "all_proposals", "--beamline", "BL 1", "--proposal", "MX415", "--days", "3"]
    made = command("create", "--name", "by command", "--owner", "admin", *limits)
    assert made.exit_code == 0, made.output
    token = made.stdout.strip()
    assert status(written_site.app, token) == 200
    line = next(line for line in command("list").stdout.splitlines() if "by command" in line)
    assert ("in force" in line, "at BL 1; of MX415" in line) == (True, True)
    number = line.split()[0]
    assert shown(written_site, number)["beamLines"] == ["BL 1"]
    assert command("revoke", number).exit_code == 0
    forget(written_site.app)
    assert status(written_site.app, token) == 401
    assert "revoked" in next(line for line in command("list").stdout.splitlines() if "by command" in line)
    assert token not in command("list").output


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["create", "--name", "x", "--owner", "nobody-here"], "owner: Must be the login of one person."),
        (["create", "--name", "x", "--owner", "pi", "--permission", "no_such"], "There is no permission no_such."),
        (["create", "--name", "x", "--owner", "pi", "--proposal", "MX999999"], "proposals: No proposal MX999999."),
        (["create", "--name", "x", "--owner", "pi", "--proposal", "a b"], "proposals: Must be a proposal's name"),
        (["create", "--name", "x", "--owner", "pi", "--days", "3000"], "days: Must be at most 365."),
        (["revoke", "999999"], "No service token 999999."),
    ],
)
def test_the_operator_is_told_what_is_wrong(command, arguments, says):
    answer = command(*arguments)
    assert (answer.exit_code, says in answer.output, "Traceback" in answer.output) == (1, True, False)
