"""/admin/persons: find people, and say why each sees what."""

import pytest

from ispyb_api.admin.schemas_access import PersonAccessSchema
from ispyb_api.admin.schemas_groups import AdminPersonPageSchema, AdminPersonSchema
from tests.contract.shapes import faults
from tests.support.model import Model
from tests.support.rights import holding


def logins(answer):
    return [row["login"] for row in answer.json["results"]]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("search=CONTACT", ["contact"]),
        ("search=Costafor", ["pi"]),
        ("search=mirela costa", ["pi"]),
        ("search=skarvholm.example", ["velimirko", "zofie", "solbakkvik"]),
        ("search=%25", []),
        ("search=_", []),
        ("login=PI", ["pi"]),
        ("login=p", []),
        ("userGroupId=1", ["admin"]),
        ("userGroupId=6", []),
        ("search=expedition", [None]),
        ("order_by=personId&limit=3", ["admin", "pi", "member"]),
        ("order_by=login&order=desc&limit=2", ["zofie", "x2015"]),
    ],
)
def test_they_are_found_by_name_login_and_address(site, query, found):
    answer = site.get(f"/admin/persons?{query}")
    assert list(faults(AdminPersonPageSchema, answer.json)) == []
    assert sorted(map(str, logins(answer))) == sorted(map(str, found))


def test_everybody_is_there_in_order_of_names(site):
    answer = site.get("/admin/persons?limit=500")
    assert answer.json["total"] == site.ask("SELECT COUNT(*) AS n FROM Person")[0]["n"]
    names = [row["familyName"] for row in answer.json["results"]]
    assert names[0] is None
    assert names[1:3] == ["Aamodtlunde", "Brekkestad"]


def test_one_is_shown_with_the_groups(site):
    answer = site.get("/admin/persons/13")
    assert list(faults(AdminPersonSchema, answer.json)) == []
    assert [group["name"] for group in answer.json["groups"]] == ["EM facility staff", "SSX beamline staff"]
    assert site.get("/admin/persons/999").status_code == 404


def rules(told, name):
    return [rule for rule in told["rules"] if rule["rule"] == name]


def access(site, person, query="", login="admin"):
    answer = site.get(f"/admin/persons/{person}/access{query}", login)
    assert answer.status_code == 200, answer.json
    assert list(faults(PersonAccessSchema, answer.json)) == []
    return answer.json


@pytest.mark.parametrize("login", ["admin", "pi", "member", "contact", "staff", "outsider", "service"])
def test_the_rules_add_up_to_what_the_person_sees(site, login):
    model = Model(site)
    told = access(site, model.persons[login])
    assert (told["sessions"], told["proposals"]) == (len(model.sessions(login)), len(model.proposals(login)))
    assert told["visible"] is None
    assert {held["type"] for held in told["permissions"]} == model.permissions(login)
    for number in (1, 5, 9, 13):
        about = access(site, model.persons[login], f"?sessionId={number}")
        opened = [rule["opens"] for rule in about["rules"]]
        assert about["visible"] == (number in model.sessions(login)) == any(opened)


def test_each_rule_says_how_much_it_opens_and_the_latest(site):
    told = access(site, 3)
    took_part, belongs = rules(told, "participant")[0], rules(told, "member")[0]
    assert (took_part["sessions"], took_part["proposals"]) == (2, 1)
    assert took_part["firstSessions"] == [
        {"sessionId": 3, "session": "MX415-3", "beamLineName": "BL01-MX"},
        {"sessionId": 2, "session": "MX415-2", "beamLineName": "BL01-MX"},
    ]
    assert belongs["firstProposals"] == [{"proposalId": 2, "proposal": "SX28"}]
    assert rules(told, "principal investigator")[0]["sessions"] == 0
    assert rules(told, "all_proposals") == rules(told, "beamline") == []


def test_a_beamline_says_by_which_permission_and_group(site):
    rule = rules(access(site, 5), "beamline")[0]
    assert (rule["permission"], rule["groups"]) == ("bl_mx_staff", ["MX beamline staff"])
    assert rule["beamLines"] == ["BL01-MX", "BL09-MX"]
    everything = rules(access(site, 7), "all_proposals")[0]
    assert (everything["groups"], everything["proposals"]) == (["Pipelines"], 4)


def test_one_session_or_proposal_is_explained(site):
    about = access(site, 3, "?sessionId=2")
    assert about["visible"] is True
    assert [rule["rule"] for rule in about["rules"] if rule["opens"]] == ["participant"]
    assert access(site, 6, "?proposal=mx415")["visible"] is False
    assert access(site, 5, "?proposal=MX415")["visible"] is True


def test_a_directorys_groups_count_while_the_login_lasts(changing):
    family = "f" * 32
    changing.ask(
        "INSERT INTO api_token_family (familyId, login, personId, backend, createdAt, expiresAt)"
        " VALUES (%s, 'outsider', 6, 'demo', '2026-01-01 00:00:00', '2099-01-01 00:00:00')", family,
    )  # fmt: skip
    changing.ask("INSERT INTO api_token_family_group (familyId, groupName) VALUES (%s, 'MX beamline staff')", family)
    try:
        told = access(changing, 6)
        held = ["MX beamline staff (given by a directory)"]
        assert told["permissions"] == [{"type": "bl_mx_staff", "groups": held}]
        assert told["sessions"] == 6
        changing.ask("UPDATE api_token_family SET revokedAt = '2026-01-02 00:00:00' WHERE familyId = %s", family)
        assert access(changing, 6)["permissions"] == []
    finally:
        changing.ask("DELETE FROM api_token_family WHERE familyId = %s", family)


def test_names_are_told_only_of_what_the_caller_sees_too(changing):
    with holding(changing, "outsider", "manage_persons"):
        told = access(changing, 2, login="outsider")
        assert told["sessions"] > 0
        assert not any(rule["firstSessions"] or rule["firstProposals"] for rule in told["rules"])
        for query in ("?sessionId=1", "?proposal=mx415"):
            assert changing.get(f"/admin/persons/2/access{query}", "outsider").status_code == 404
    with holding(changing, "contact", "manage_persons"):
        seen = {row["sessionId"] for row in changing.get("/sessions?limit=500", "contact").json["results"]}
        told = access(changing, 1, login="contact")["rules"]
        assert {row["sessionId"] for rule in told for row in rule["firstSessions"]} <= seen


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/admin/persons/999/access", 404),
        ("/admin/persons/3/access?sessionId=999", 404),
        ("/admin/persons/3/access?proposal=xx1", 404),
        ("/admin/persons/3/access?sessionId=0", 422),
        ("/admin/persons/3/access?proposal=;", 422),
        ("/admin/persons/3/access?sessionId=1&proposal=mx415", 422),
        ("/admin/persons/3/access?session=1", 422),
    ],
)
def test_what_is_not_there_or_makes_no_sense(site, path, status):
    assert site.get(path).status_code == status
