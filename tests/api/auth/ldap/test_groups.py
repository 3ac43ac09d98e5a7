"""From the directory's groups to user groups of ISPyB."""

import pytest

from tests.api.auth.ldap.conftest import DIRECT, SEARCH, plain
from tests.support import slapd

ALL = {"group_pass_through": True}
NAMES = {"groups": "groupOfNames", "group_base": slapd.GROUPS}
NIGHT = "Night shift, été"


def groups(server, login="pi", way=SEARCH, **options):
    return set(plain(server, **way, **options).check(login, f"ldap-{login}").groups)


@pytest.mark.parametrize("way", [DIRECT, SEARCH], ids=["direct", "search"])
@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({"groups": "memberOf"}, {"mx-staff", "em-users"}),
        (NAMES, {"mx-staff"}),
        ({"groups": "groupOfUniqueNames", "group_base": slapd.GROUPS}, {"em-users"}),
        ({"groups": "posixGroup", "group_base": slapd.GROUPS}, {"unix-staff", "unix-primary"}),
        ({**NAMES, "nested": True}, {"mx-staff", NIGHT, "everybody", "circle"}),
        ({"groups": "groupOfUniqueNames", "group_base": slapd.GROUPS, "nested": True}, {"em-users", "em-all"}),
    ],
    ids=["memberOf", "names", "unique", "posix", "nested names", "nested unique"],
)
def test_each_kind_of_group_is_found(directory, way, options, found):
    assert groups(directory, way=way, **options, **ALL) == found


def test_nested_member_of_climbs_and_ends(directory):
    found = groups(directory, groups="memberOf", nested=True, **ALL)
    assert found == {"mx-staff", "em-users", NIGHT, "everybody", "circle", "em-all"}


def test_without_groups_there_are_none(directory):
    assert groups(directory) == set()


def test_a_posix_groups_members_are_matched_as_the_directory_spells_them(directory):
    posix = plain(directory, **SEARCH, groups="posixGroup", group_base=slapd.GROUPS, **ALL)
    assert posix.check("STAFF", "ldap-Staff").groups == {"unix-staff"}


def test_a_filter_may_choose_among_the_groups(directory):
    chosen = {**NAMES, "group_filter": "(&(member={dn})(cn=m*))"}
    assert groups(directory, **chosen, **ALL) == {"mx-staff"}
    assert groups(directory, **{**chosen, "group_filter": "(&(member={dn})(cn=e*))"}, **ALL) == set()


def test_only_groups_below_the_base_count(directory):
    options = {"groups": "memberOf", "group_map": {"mx-staff": "Administrators"}}
    assert groups(directory, "outsider", **options) == {"Administrators"}  # one of that name, elsewhere
    assert groups(directory, "outsider", **options, group_base=slapd.GROUPS) == set()


@pytest.mark.parametrize(
    "key", ["mx-staff", "MX-Staff", f"cn=mx-staff,{slapd.GROUPS}", f"CN=MX-staff, {slapd.GROUPS.upper()}"]
)
def test_the_map_takes_a_name_or_a_dn_in_any_case(directory, key):
    assert groups(directory, **NAMES, group_map={key: "MX beamline staff"}) == {"MX beamline staff"}


@pytest.mark.parametrize("key", [NIGHT, f"cn=Night shift\\, été,{slapd.GROUPS}", f"cn=night shift\\2C \\C3\\A9t\\c3\\a9,{slapd.GROUPS}"])  # fmt: skip
def test_the_map_takes_names_that_need_escaping(directory, key):
    assert groups(directory, **NAMES, nested=True, group_map={key: "Night"}) == {"Night"}


def test_a_group_may_stand_for_several_and_several_for_one(directory):
    mapped = {"mx-staff": ["A", "B"], "everybody": "B"}
    assert groups(directory, **NAMES, nested=True, group_map=mapped) == {"A", "B"}


def test_a_dn_elsewhere_is_not_taken_for_the_name(directory):
    mapped = {f"cn=mx-staff,{slapd.OTHER}": "Administrators"}
    assert groups(directory, **NAMES, group_map=mapped) == set()


def test_names_that_are_one_to_the_database_are_one(directory):
    mapped = {"mx-staff": ["Equipe", "Équipe", "EQUIPE "]}
    assert len(groups(directory, **NAMES, group_map=mapped)) == 1


def test_unmapped_groups_are_dropped_unless_passed_through(directory):
    mapped = {"mx-staff": "MX"}
    assert groups(directory, groups="memberOf", group_map=mapped) == {"MX"}
    assert groups(directory, groups="memberOf", group_map=mapped, **ALL) == {"MX", "em-users"}


def test_names_too_long_for_a_user_group_are_not_passed_through(directory):
    assert not [name for name in groups(directory, groups="memberOf", **ALL) if len(name) > 31]


def test_active_directorys_own_way_asks_one_nested_search(directory):
    # OpenLDAP does not know the rule: it finds nothing, and says so without an error.
    windows = {"groups": "activeDirectory", "group_base": slapd.GROUPS, "nested": True}
    assert groups(directory, **windows, **ALL) == set()


def test_a_filter_of_ones_own_is_climbed_by_steps(directory):
    own = {"groups": "activeDirectory", "group_base": slapd.GROUPS, "group_filter": "(member={dn})"}
    assert groups(directory, **own, nested=True, **ALL) == {"mx-staff", NIGHT, "everybody", "circle"}
