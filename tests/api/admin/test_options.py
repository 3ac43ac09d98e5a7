"""GET /options/ui: what every user's screen needs, whatever stands in the database."""

import contextlib

import pytest

from ispyb_api.admin.schemas import UiOptionsSchema
from tests.contract.shapes import faults


@contextlib.contextmanager
def option(site, name, *values):
    """Let an option have these rows, then those it had."""
    before = [row["value"] for row in site.ask("SELECT value FROM AdminVar WHERE name = %s ORDER BY varId", name)]
    _set(site, name, values)
    try:
        yield
    finally:
        _set(site, name, before)


def _set(site, name, values):
    site.ask("DELETE FROM AdminVar WHERE name = %s", name)
    for value in values:
        site.ask("INSERT INTO AdminVar (name, value) VALUES (%s, %s)", name, value)


def ui(site, login="outsider"):
    answer = site.get("/options/ui", login=login)
    assert answer.status_code == 200, answer.json
    assert list(faults(UiOptionsSchema, answer.json)) == []
    return answer.json


def test_everybody_known_may_read_them(site):
    options = ui(site)
    assert options["motd"].startswith("Welcome to the Lumenfjord Light Source.")
    assert [group["groupName"] for group in options["beamLineGroups"]] == ["MX", "SSX", "EM"]
    assert options["beamLineGroups"][0] == {
        "groupName": "MX",
        "uiGroup": "mx",
        "permission": "bl_mx_staff",
        "beamLines": [
            {
                "beamLineName": "BL01-MX",
                "sampleChangerType": "FlexHCDUnipuckPlate",
                "sampleChangerCapacity": 24,
                "archived": False,
            },
            {
                "beamLineName": "BL09-MX",
                "sampleChangerType": "SC3Pucks",
                "sampleChangerCapacity": 5,
                "archived": True,
            },
        ],
    }
    assert site.get("/options/ui", login=None).status_code == 401


def test_they_take_one_statement(site, statements):
    site.token("member")
    with statements() as counted:
        ui(site, "member")
    assert counted.number == 1


def test_unset_options_have_their_defaults(odd_site):
    with option(odd_site, "motd"), option(odd_site, "beamLineGroups"):
        assert ui(odd_site) == {"motd": "", "beamLineGroups": []}


def test_they_are_read_anew(odd_site):
    for text in ("one", "two"):
        with option(odd_site, "motd", f'"{text}"'):
            assert ui(odd_site)["motd"] == text


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ('"Machine day"', "Machine day"),
        ("Machine day", "Machine day"),
        ('"Stråle på \\u00e5tte"', "Stråle på åtte"),
        ('"half a letter: \\ud800"', '"half a letter: \\ud800"'),
        ("12", "12"),
        ("NaN", "NaN"),
        ('{"text": "x"}', '{"text": "x"}'),
        ('"never closed', '"never closed'),
        ("", ""),
        ("[" * 1000, "[" * 1000),
        (None, ""),
    ],
)
def test_a_message_is_json_or_plain_text(odd_site, stored, shown):
    with option(odd_site, "motd", stored):
        assert ui(odd_site)["motd"] == shown


@pytest.mark.parametrize(
    "stored",
    ["", None, "not json", "null", "12", "{}", '"x"', "[1, null, []]", '[{"groupName": "MX"', "[" * 1000, "[{}]"],
)
def test_groups_that_are_not_understood_are_none(odd_site, stored):
    with option(odd_site, "beamLineGroups", stored):
        assert ui(odd_site)["beamLineGroups"] == []
        assert odd_site.get("/sessions", login="member").status_code == 200


def test_what_is_understood_of_a_group_is_kept(odd_site):
    group = '[{"groupName": "A", "permission": "p", "uiGroup": 3, "beamLines": %s}, {"groupName": "B"}, 7]'
    lines = '[{"beamLineName": "X", "sampleChangerCapacity": "16", "archived": "no"}, {"beamLineName": 1}, "Y", null]'
    with option(odd_site, "beamLineGroups", group % lines):
        assert ui(odd_site)["beamLineGroups"] == [
            {
                "groupName": "A",
                "uiGroup": "",
                "permission": "p",
                "beamLines": [
                    {
                        "beamLineName": "X",
                        "sampleChangerType": None,
                        "sampleChangerCapacity": None,
                        "archived": False,
                    }
                ],
            }
        ]
    with option(odd_site, "beamLineGroups", group % '{"beamLineName": "X"}'):
        assert ui(odd_site)["beamLineGroups"][0]["beamLines"] == []


def test_of_several_rows_the_last_counts(odd_site):
    with option(odd_site, "motd", '"old"', '"new"'):
        assert ui(odd_site)["motd"] == "new"
