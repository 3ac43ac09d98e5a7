"""Database URLs."""

import pytest

from ispyb_api.db.engines import UrlError, from_url, without_password
from ispyb_api.db.mariadb import MariaDB
from ispyb_api.db.reading import _moment
from ispyb_api.db.sqlite import SQLite


def test_sqlite():
    engine = from_url("sqlite:////tmp/x.db")
    assert isinstance(engine, SQLite)
    assert str(engine.path) == "/tmp/x.db"


def test_mysql_with_several_hosts_and_a_quoted_password():
    engine = from_url("mysql://us%40er:p%3Aw%2F@db1:3307,db2/ispyb")
    assert isinstance(engine, MariaDB)
    assert engine._hosts == [("db1", 3307), ("db2", 3306)]
    assert (engine._options["user"], engine._options["password"]) == ("us@er", "p:w/")


def test_socket_and_tls():
    assert from_url("mysql://u@/ispyb?unix_socket=/run/x.sock")._options["unix_socket"] == "/run/x.sock"
    assert from_url("mysql://u@localhost/ispyb")._options["ssl_disabled"]
    assert from_url("mysql://u@db.example.org/ispyb?tls=verify")._options["ssl"].check_hostname
    assert from_url("mysql://u@[::1]:3306/ispyb")._hosts == [("::1", 3306)]


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("", "must be"),
        ("sqlite:///", "must be"),
        ("postgres://x/y", "must be"),
        ("mysql://u:p@h:3306/", "must be"),
        ("mysql://u:p@h:x/d", "host"),
        ("mysql://u:p@h:99999/d", "host"),
        ("mysql://u:p@h/d?autocommit=1", "unknown option autocommit"),
        ("mysql://u:p@h/d?tls=maybe", "tls must be one of"),
    ],
)
def test_bad_url_says_why_and_not_the_password(url, says):
    with pytest.raises(UrlError, match=says) as caught:
        from_url(url)
    assert ":p@" not in str(caught.value)


def test_password_is_never_shown():
    assert without_password("mysql://u:hush@h:1/d") == "mysql://u:***@h:1/d"


@pytest.mark.parametrize("text", ["0000-00-00 00:00:00", "2016-00-00 00:00:00", "2016-01-00 10:00:00"])
def test_zero_dates_are_no_dates(text):
    assert _moment(text.encode()) is None
