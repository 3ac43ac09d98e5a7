"""What a directory's answers to a bind mean; those of Active Directory and 389 come from a server that only says them."""

import pytest

from ispyb_api.auth.backends import ldap_answers
from ispyb_api.errors import Unavailable
from tests.api.auth.ldap import fakes
from tests.api.auth.ldap.conftest import DIRECT, backend

WINDOWS = "80090308: LdapErr: DSID-0C09044E, comment: AcceptSecurityContext error, data {}, v2580\x00"


def answering(code, message, **options):
    """Ask a directory that answers every bind so; return what the backend makes of it."""
    with fakes.serving(fakes.binding(code, message)) as port:
        return backend(servers=f"ldap://127.0.0.1:{port}", cleartext=True, **options).check("pi", "x")


def reason(caplog):
    return next(record.reason for record in caplog.records if hasattr(record, "reason"))


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("525", "unknown login"),
        ("52e", "wrong password"),
        ("530", "not allowed to log in at this time"),
        ("531", "not allowed to log in from here"),
        ("532", "the password has expired"),
        ("533", "the account is disabled"),
        ("701", "the account has expired"),
        ("773", "the password must be changed first"),
        ("775", "the account is locked"),
        ("999", "AcceptSecurityContext error, data 999"),
    ],
)
def test_active_directory_says_why(caplog, code, why):
    assert answering(49, WINDOWS.format(code), **DIRECT) is None
    assert why in reason(caplog)


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (19, "Exceed password retry limit. Please try later."),
        (32, ""),
        (34, "invalid DN"),
        (48, ""),
        (50, "Operations are restricted to bind/unbind/abandon/StartTLS/modify password"),
        (53, "Account inactivated. Contact system administrator."),
    ],
)
def test_other_directories_refuse_with_other_codes(caplog, code, message):
    assert answering(code, message, **DIRECT) is None
    assert message in reason(caplog)


@pytest.mark.parametrize("code", [1, 2, 3, 7, 8, 10, 11, 13, 14, 51, 52, 80])
def test_trouble_is_no_wrong_password(code):
    with pytest.raises(Unavailable):
        answering(code, "sorry", **DIRECT)


@pytest.mark.parametrize("code", [3, 11, 51, 52, 80])
def test_a_busy_server_is_left_for_the_next(directory, code):
    with fakes.serving(fakes.binding(code)) as port:
        both = backend(servers=[f"ldap://127.0.0.1:{port}", directory.url], cleartext=True, **DIRECT)
        assert both.check("pi", "ldap-pi").login == "pi"


def test_a_refusal_is_final(directory, caplog):
    """Asking a second server would count a wrong password twice, and lock accounts."""
    with fakes.serving(fakes.binding(49)) as port:
        both = backend(servers=[f"ldap://127.0.0.1:{port}", directory.url], cleartext=True, **DIRECT)
        assert both.check("pi", "ldap-pi") is None
    assert not [record for record in caplog.records if record.getMessage() == "directory server failed"]


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (None, None),
        (b"", None),
        (b"\x30\x00", None),
        (b"\x30\x05\xa0\x03\x80\x01\x3c", None),  # the password expires in a minute
        (b"\x30\x03\x81\x01\x00", "the password has expired"),
        (b"\x30\x08\xa0\x03\x81\x01\x02\x81\x01\x01", "the account is locked"),
        (b"\x30\x03\x81\x01\x02", "the password must be changed first"),
        (b"\x30\x03\x81\x01\x07", "password policy error 7"),
        (b"\x30\x03\x81", None),
        (b"\x30", None),
        (b"\x30\xff\xa0\xff\xff", None),
    ],
)
def test_the_password_policys_control_is_read(value, why):
    controls = {ldap_answers._POLICY: {"value": value}}
    refused = ldap_answers.refusal({"result": 0, "description": "success", "message": "", "controls": controls})
    assert refused == (ldap_answers.Refusal(why, True) if why else None)
