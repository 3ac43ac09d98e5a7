"""PATCH /options: checked, kept at any length, in force on every worker, recorded."""

import json

import pytest

from ispyb_api.admin.schemas import OptionsSchema
from ispyb_api.app import PREFIX, create_app
from tests.contract.shapes import faults
from tests.support.rights import holding, last_activity

DEFAULTS = {
    "query_debug": False,
    "enable_legacy_routes": True,
    "enable_webservice_routes": True,
    "create_person_on_missing": False,
}


def lines(count, name="BL{:02}"):
    """Return beamlines as a facility has them, sample changers and all."""
    return [
        {
            "beamLineName": name.format(number),
            "sampleChangerType": "FlexHCDUnipuckPlate",
            "sampleChangerCapacity": 24,
            "archived": number % 5 == 0,
        }
        for number in range(count)
    ]


def groups(*counts, permission="bl_admin"):
    return [
        {"groupName": f"G{n}", "uiGroup": "mx", "permission": permission, "beamLines": lines(count, f"B{n}-{{:02}}")}
        for n, count in enumerate(counts)
    ]


@pytest.fixture
def site(changing):
    """The site, with its options as they were afterwards."""
    before = changing.ask("SELECT name, value FROM AdminVar ORDER BY varId")
    yield changing
    for table in ("AdminVar", "api_option"):
        changing.ask(f"DELETE FROM {table}")
    for row in before:
        changing.ask("INSERT INTO AdminVar (name, value) VALUES (%s, %s)", row["name"], row["value"])


def stored(site, name):
    return [row["value"] for row in site.ask("SELECT value FROM AdminVar WHERE name = %s", name)]


def test_all_of_them_are_shown(site):
    options = site.get("/options").json
    assert list(faults(OptionsSchema, options)) == []
    assert {name: options[name] for name in DEFAULTS} == DEFAULTS
    assert options["motd"].startswith("Welcome")


@pytest.mark.parametrize("name", DEFAULTS)
def test_a_switch_is_switched_and_read_by_others_as_json(site, name):
    changed = site.open("PATCH", "/options", json={name: not DEFAULTS[name]})
    assert (changed.status_code, changed.json[name]) == (200, not DEFAULTS[name])
    assert site.get("/options").json == changed.json
    assert stored(site, name) == [json.dumps(not DEFAULTS[name])]


def test_what_is_not_sent_and_what_does_not_change_stays(site):
    before, line = site.get("/options").json, last_activity(site)
    assert site.open("PATCH", "/options", json={}).json == before
    assert site.open("PATCH", "/options", json=before).json == before
    assert last_activity(site) == line


def test_each_change_is_recorded(site):
    site.open("PATCH", "/options", json={"motd": "No beam today"})
    assert {name: last_activity(site)[name] for name in ("login", "action", "target", "detail")} == {
        "login": "admin", "action": "db_options", "target": "option motd", "detail": "changed `motd` to `No beam today`",
    }  # fmt: skip
    before = site.get("/options").json["beamLineGroups"]
    site.open("PATCH", "/options", json={"beamLineGroups": [*before[1:], *groups(1)]})
    assert last_activity(site)["detail"] == (
        "changed `beamLineGroups`: opened B0-00 to bl_admin; closed BL01-MX to bl_mx_staff, BL09-MX to bl_mx_staff"
    )


def test_other_letters_than_ascii_are_kept_in_a_way_that_any_database_can(site):
    text = "Stråle på åtte — 光"
    assert site.open("PATCH", "/options", json={"motd": text}).json["motd"] == text
    assert all(each.isascii() for each in stored(site, "motd"))
    assert site.get("/options/ui").json["motd"] == text


def test_a_whole_facility_fits(site):
    wanted = groups(14, 13, 13)
    changed = site.open("PATCH", "/options", json={"beamLineGroups": wanted})
    assert changed.status_code == 200
    assert site.get("/options/ui").json["beamLineGroups"] == wanted
    with holding(site, "outsider", "bl_admin"):
        assert len(site.get("/user/current", "outsider").json["beamLines"]) == 40


def test_other_programs_read_as_much_of_it_as_fits(site):
    wanted = groups(14, 13, 13)
    site.open("PATCH", "/options", json={"beamLineGroups": wanted})
    text = stored(site, "beamLineGroups")[0]
    assert len(text) <= 1024
    seen = [(group["groupName"], line["beamLineName"]) for group in json.loads(text) for line in group["beamLines"]]
    whole = [(group["groupName"], line["beamLineName"]) for group in wanted for line in group["beamLines"]]
    assert seen == whole[: len(seen)]
    assert len(seen) > 20
    archived = [line for group in json.loads(text) for line in group["beamLines"] if line.get("archived")]
    assert archived


def test_what_another_program_writes_later_counts(site):
    site.open("PATCH", "/options", json={"beamLineGroups": groups(40), "motd": "x" * 2000})
    theirs = json.dumps(groups(1))
    site.ask("UPDATE AdminVar SET value = %s WHERE name = 'beamLineGroups'", theirs)
    options = site.get("/options").json
    assert options["beamLineGroups"] == groups(1)
    assert len(options["motd"]) == 2000
    site.open("PATCH", "/options", json={"beamLineGroups": groups(2)})
    assert site.get("/options").json["beamLineGroups"] == groups(2)
    assert [row["name"] for row in site.ask("SELECT name FROM api_option")] == ["motd"]


def test_it_becomes_short_again(site):
    for count in (40, 1):
        site.open("PATCH", "/options", json={"beamLineGroups": groups(count)})
        assert site.get("/options").json["beamLineGroups"] == groups(count)
    assert site.ask("SELECT name FROM api_option") == []


def test_rows_written_twice_by_others_are_one_again(site):
    site.ask("INSERT INTO AdminVar (name, value) VALUES ('motd', %s)", '"second"')
    assert site.get("/options").json["motd"] == "second"
    site.open("PATCH", "/options", json={"motd": "third"})
    assert set(stored(site, "motd")) == {'"third"'}


def test_what_is_too_long_is_refused_by_name_with_its_size(site):
    before = site.get("/options").json
    answer = site.open(
        "PATCH", "/options", json={"motd": "x" * 4000, "beamLineGroups": groups(*[450] * 4), "query_debug": 2}
    )
    assert answer.status_code == 422
    assert sorted(answer.json["errors"]) == ["beamLineGroups", "motd", "query_debug"]
    assert answer.json["errors"]["motd"] == ["The option motd takes 4002 characters as JSON; at most 4000 can be kept."]
    assert "The option beamLineGroups takes" in answer.json["errors"]["beamLineGroups"][0]
    assert site.get("/options").json == before


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ({"motd": None}, "motd"),
        ({"motd": 5}, "motd"),
        ({"query_debug": "true"}, "query_debug"),
        ({"create_person_on_missing": None}, "create_person_on_missing"),
        ({"beamLineGroups": {}}, "beamLineGroups"),
        ({"beamLineGroups": [{}]}, "beamLineGroups"),
        ({"beamLineGroups": [{**groups(0)[0], "permission": "x" * 16}]}, "beamLineGroups"),
        ({"beamLineGroups": [{**groups(0)[0], "groupName": ""}]}, "beamLineGroups"),
        ({"beamLineGroups": [{**groups(0)[0], "beamLines": [{"beamLineName": "x" * 46}]}]}, "beamLineGroups"),
        (
            {"beamLineGroups": [{**groups(0)[0], "beamLines": [{"beamLineName": "x"}, {"beamLineName": "X"}]}]},
            "beamLineGroups",
        ),
        ({"beamLineGroups": groups(0) * 2}, "beamLineGroups"),
        ({"no_such_option": True}, "no_such_option"),
    ],
)
def test_what_makes_no_sense_is_refused_by_name(site, body, wrong):
    answer = site.open("PATCH", "/options", json=body)
    assert answer.status_code == 422
    assert {name.partition("[")[0] for name in answer.json["errors"]} == {wrong}


def test_it_holds_on_another_worker(site):
    """Another application over the same database stands for another worker process."""
    other = create_app(site.settings)
    headers = site.headers("outsider")
    site.open("PATCH", "/options", json={"motd": "for all", "beamLineGroups": groups(1)})
    seen = other.test_client().get(f"{PREFIX}/options/ui", headers=headers).json
    assert (seen["motd"], seen["beamLineGroups"]) == ("for all", groups(1))
    with holding(site, "outsider", "bl_admin"):
        assert other.test_client().get(f"{PREFIX}/user/current", headers=headers).json["beamLines"] == ["B0-00"]
    other.extensions["ispyb_api"].database.engine.pool.close()


def test_a_person_is_made_at_login_once_the_option_says_so(site):
    login = {"login": "outsider", "password": "demo-outsider"}
    site.ask("UPDATE Person SET login = 'moved away' WHERE login = 'outsider'")
    try:
        client = site.app.test_client()
        assert client.post(f"{PREFIX}/auth/login", json=login).status_code == 401
        site.open("PATCH", "/options", json={"create_person_on_missing": True})
        assert client.post(f"{PREFIX}/auth/login", json=login).status_code == 201
        assert len(site.ask("SELECT personId FROM Person WHERE login = 'outsider'")) == 1
    finally:
        site.ask("DELETE FROM Person WHERE login = 'outsider'")
        site.ask("UPDATE Person SET login = 'outsider' WHERE login = 'moved away'")
