"""Who gets in, as whom, and who does not although the password is right."""

import pytest

from ispyb_api.auth.identity import Known
from ispyb_api.errors import Unavailable
from tests.api.auth.ldap.conftest import DIRECT, SEARCH, plain
from tests.support import slapd


def reasons(caplog):
    return " | ".join(f"{record.getMessage()} {getattr(record, 'reason', '')}" for record in caplog.records)


def test_a_person_is_told_with_names_and_addresses(either):
    assert either.check("pi", "ldap-pi") == Known(
        "pi", "Mirela", "Costaforte-Newname", "mirela@directory.example.org", "+351 999"
    )


def test_wrong_password_and_unknown_login_look_the_same(either):
    assert either.check("pi", "wrong") is either.check("nobody", "wrong") is None


def test_attributes_are_mapped_by_the_settings(directory):
    known = plain(directory, **SEARCH, attributes={"givenName": "uid", "phoneNumber": "", "siteId": "employeeNumber"})
    found = known.check("pi", "ldap-pi")
    assert (found.givenName, found.familyName, found.phoneNumber, found.siteId) == (
        "pi", "Costaforte-Newname", None, 2002,
    )  # fmt: skip
    assert known.check("member", "ldap-member").siteId is None  # "none" is no number


@pytest.mark.parametrize("typed", ["pi", "PI", "Pi"])
def test_the_login_is_spelt_as_in_the_directory(either, typed):
    assert either.check(typed, "ldap-pi").login == "pi"


def test_the_directorys_capitals_stay(either):
    assert either.check("staff", "ldap-Staff").login == "Staff"


@pytest.mark.parametrize(
    "login", ["o'brien", "com,ma", "st*ar", "par(en)s", "back\\slash", "#hash+plus=is;semi", "two words", "zoé"]
)
def test_logins_that_need_escaping_are_logins(either, login):
    assert either.check(login, f"ldap-{login}").login == login
    assert either.check(login, "wrong") is None


def test_a_composed_letter_is_the_same_as_its_parts(either):
    assert either.check("zoe\u0301", "ldap-zoé").login == "zoé"


def test_search_finds_people_below_and_with_odd_names(searching):
    assert searching.check("newcomer", "ldap-newcomer").givenName == "Žofie"
    assert searching.check("jdoe", "ldap-jdoe").familyName == "Doe"


def test_two_logins_of_one_entry_are_one_person(searching):
    assert {searching.check(login, "ldap-first").login for login in ("first", "second", "SECOND")} == {"first"}


def test_a_filter_may_take_the_address_instead(directory):
    by_mail = plain(directory, **SEARCH, user_filter="(|(uid={login})(mail={login}))")
    assert by_mail.check("Newcomer@Example.org", "ldap-newcomer").login == "newcomer"
    assert by_mail.check("newcomer", "ldap-newcomer").login == "newcomer"


def test_a_filter_may_shut_people_out(directory):
    only = plain(directory, **SEARCH, user_filter=f"(&(uid={{login}})(memberOf=cn=mx-staff,{slapd.GROUPS}))")
    assert only.check("pi", "ldap-pi")
    assert only.check("member", "ldap-member") is None


@pytest.mark.parametrize(("login", "password"), [("twin", "ldap-twin"), ("shared@example.org", "ldap-member")])
def test_several_entries_are_refused_and_logged(directory, caplog, login, password):
    several = plain(directory, **SEARCH, user_filter="(|(uid={login})(mail={login}))")
    assert several.check(login, password) is None
    assert [r.levelname for r in caplog.records if r.getMessage() == "several entries for a login"] == ["ERROR"]


def test_a_stranger_may_search_where_the_directory_lets_him(directory):
    assert plain(directory, base=f"ou=Public,{slapd.SUFFIX}").check("guest", "ldap-guest").login == "guest"


def test_the_service_account_reads_what_people_may_not(directory):
    hidden = {"user_dn": f"uid={{login}},ou=Hidden,{slapd.SUFFIX}"}
    account = {key: SEARCH[key] for key in ("bind_dn", "bind_password")}
    assert plain(directory, **hidden, **account).check("hidden", "ldap-hidden").familyName == "Hidden"
    with pytest.raises(Unavailable, match="site-ldap"):
        plain(directory, **hidden).check("hidden", "ldap-hidden")
    assert plain(directory, **hidden).check("hidden", "wrong") is None


def test_the_service_accounts_password_may_be_in_a_file(directory, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text(f"{slapd.READER_PASSWORD}\n")
    from_file = plain(directory, base=slapd.PEOPLE, bind_dn=slapd.READER, bind_password_file=str(secret))
    assert from_file.check("pi", "ldap-pi")


@pytest.mark.parametrize(
    ("login", "why"),
    [
        ("locked", "the account is locked"),
        ("expired", "the password has expired"),
        ("mustchange", "the password must be changed first"),
        ("nopassword", "invalidCredentials"),
    ],
)
def test_the_log_says_why_a_right_password_does_not_do(either, caplog, login, why):
    assert either.check(login, f"ldap-{login}") is None
    assert why in reasons(caplog)
    assert login in str(caplog.records[-1].entry) or login == "nopassword"


def test_what_was_typed_is_not_logged_where_nobody_is_known_by_it(either, caplog):
    either.check("my-password", "x")
    either.check("my-password\x00", "x")
    assert len(caplog.records) == 2
    assert "my-password" not in str([record.__dict__ for record in caplog.records])


@pytest.mark.parametrize(("login", "why"), [("No login", "has 0 values of uid"), ("Long login", "cannot be a login")])
def test_an_entry_without_a_usable_login_is_refused(directory, caplog, login, why):
    by_name = plain(directory, user_dn=f"cn={{login}},{slapd.PEOPLE}")
    assert by_name.check(login, f"ldap-{login.lower().replace(' ', '')}") is None
    assert why in reasons(caplog)


def test_an_entry_with_several_logins_of_equal_right_is_refused(directory):
    unclear = plain(directory, **SEARCH, login_attribute="objectClass", user_filter="(uid={login})")
    assert unclear.check("pi", "ldap-pi") is None


def test_what_points_elsewhere_is_not_followed(either):
    assert either.check("alias", "ldap-pi") is either.check("elsewhere", "ldap-elsewhere") is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"bind_dn": slapd.READER, "bind_password": "reader-wrong"},
        {"bind_dn": "no DN", "bind_password": "x"},
        {"base": "ou=Nowhere,dc=example,dc=org"},
        {"base": "dc=elsewhere,dc=org"},  # the server refers to another one
        {"groups": "groupOfNames", "group_base": "ou=Nowhere,dc=example,dc=org"},
    ],
)
def test_a_directory_that_cannot_be_asked_is_no_wrong_password(directory, caplog, wrong):
    with pytest.raises(Unavailable, match="site-ldap") as away:
        plain(directory, **{**SEARCH, **wrong}).check("pi", "ldap-pi")
    assert (away.value.status, away.value.headers["Retry-After"]) == (503, "2")
    assert [record.levelname for record in caplog.records if record.getMessage() == "no login possible"] == ["ERROR"]
    assert not [record for record in caplog.records if record.getMessage() == "directory server failed"]


def test_nothing_of_the_settings_is_public(either):
    assert either.public == {}


def test_direct_and_search_know_the_same_person(directory):
    found = [plain(directory, **way).check("pi", "ldap-pi") for way in (DIRECT, SEARCH)]
    assert found[0] == found[1]
