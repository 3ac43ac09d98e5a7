"""Certificates, time-outs, servers that are away, and the next one."""

import concurrent.futures
import os
import time

import ldap3
import pytest

from ispyb_api.auth.backends import pause
from ispyb_api.errors import Unavailable
from tests.api.auth.ldap import fakes
from tests.api.auth.ldap.conftest import DIRECT, SEARCH, backend, plain
from tests.support import slapd

NOWHERE = "ldap://127.0.0.1:1"
QUICK = {"connect_timeout": 1, "read_timeout": 1}


@pytest.fixture(scope="module")
def bare_directory(tmp_path_factory):
    """A directory that knows no TLS."""
    slapd.needed()
    server = slapd.Slapd(tmp_path_factory.mktemp("slapd") / "it", tls=False)
    yield server
    server.stop()


def local(port):
    return f"ldap://127.0.0.1:{port}"


def failed(caplog):
    return [record.server for record in caplog.records if record.getMessage() == "directory server failed"]


# --- TLS


@pytest.mark.parametrize("way", [DIRECT, SEARCH], ids=["direct", "search"])
@pytest.mark.parametrize("start_tls", [False, True], ids=["ldaps", "StartTLS"])
def test_encrypted_connections_with_a_sites_own_authority(directory, way, start_tls):
    servers = directory.url if start_tls else directory.secure_url
    secure = backend(servers=servers, start_tls=start_tls, ca_file=str(directory.ca_file), **way)
    assert secure.check("pi", "ldap-pi").login == "pi"
    assert secure.check("pi", "wrong") is None


@pytest.mark.parametrize("start_tls", [False, True], ids=["ldaps", "StartTLS"])
def test_a_certificate_of_an_unknown_authority_is_refused(directory, tmp_path, caplog, start_tls):
    slapd.certificates(tmp_path)
    servers = directory.url if start_tls else directory.secure_url
    for ca_file in ({"ca_file": str(tmp_path / "ca.pem")}, {}):
        with pytest.raises(Unavailable, match="site-ldap"):
            backend(servers=servers, start_tls=start_tls, **ca_file, **DIRECT).check("pi", "ldap-pi")
    assert "CERTIFICATE_VERIFY_FAILED" in str([record.__dict__ for record in caplog.records])


@pytest.mark.parametrize("start_tls", [False, True], ids=["ldaps", "StartTLS"])
def test_a_certificate_of_another_host_is_refused(directory, start_tls):
    servers = (directory.url if start_tls else directory.secure_url).replace("localhost", "127.0.0.1")
    with pytest.raises(Unavailable):
        backend(servers=servers, start_tls=start_tls, ca_file=str(directory.ca_file), **DIRECT).check("pi", "ldap-pi")


def test_a_server_without_start_tls_is_refused(bare_directory):
    assert plain(bare_directory, **DIRECT).check("pi", "ldap-pi")
    with pytest.raises(Unavailable):
        backend(servers=bare_directory.url, start_tls=True, **DIRECT).check("pi", "ldap-pi")


def test_no_password_is_sent_before_the_connection_is_encrypted():
    heard = []

    def refusing(connection):
        while text := connection.recv(4096):
            heard.append(text)
            connection.sendall(fakes.result(text, 0x78, 2, "unsupported extended operation"))

    with fakes.serving(refusing) as port, pytest.raises(Unavailable):
        backend(servers=local(port), start_tls=True, **DIRECT).check("pi", "ldap-pi")
    assert b"1.3.6.1.4.1.1466.20037" in heard[0]
    assert not [text for text in heard if b"ldap-pi" in text or b"uid=" in text]


# --- Servers that are away


def test_a_directory_that_is_away_is_no_wrong_password(caplog):
    with pytest.raises(Unavailable, match="site-ldap") as away:
        backend(servers=NOWHERE, cleartext=True, **DIRECT).check("pi", "ldap-pi")
    assert away.value.status == 503
    assert failed(caplog) == [NOWHERE]


def test_the_next_server_is_asked(directory, caplog):
    both = backend(servers=[NOWHERE, directory.url], cleartext=True, **DIRECT)
    assert both.check("pi", "ldap-pi").login == "pi"
    assert both.check("pi", "wrong") is None
    assert failed(caplog) == [NOWHERE]  # once: it is left alone for a while


@pytest.mark.parametrize("way", [DIRECT, SEARCH], ids=["direct", "search"])
def test_a_hanging_server_costs_one_time_out(directory, way):
    with fakes.serving(fakes.hanging) as port:
        both = backend(servers=[local(port), directory.url], cleartext=True, **QUICK, **way)
        started = time.monotonic()
        assert both.check("pi", "ldap-pi").login == "pi"
        assert 0.9 < time.monotonic() - started < 5
        started = time.monotonic()
        assert both.check("pi", "ldap-pi").login == "pi"
        assert time.monotonic() - started < 0.9


def test_a_server_that_hangs_in_the_handshake_costs_one_time_out():
    with fakes.serving(fakes.hanging) as port:
        hanging = backend(servers=f"ldaps://127.0.0.1:{port}", **QUICK, **DIRECT)
        started = time.monotonic()
        with pytest.raises(Unavailable):
            hanging.check("pi", "ldap-pi")
        assert time.monotonic() - started < 5


def test_a_server_that_rested_is_asked_first_again(directory, caplog, monkeypatch):
    both = backend(servers=[NOWHERE, directory.url], cleartext=True, **DIRECT)
    both.check("pi", "ldap-pi")
    later = time.monotonic() + 31
    monkeypatch.setattr(time, "monotonic", lambda: later)
    both.check("pi", "ldap-pi")
    assert failed(caplog) == [NOWHERE, NOWHERE]


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"HTTP/1.1 400 Bad Request\r\n\r\n",
        b"\x00" * 64,
        b"\x30\x0c\x02\x01\x01\x61\x07\x0a\x01",  # a bind response that ends too early
        b"\x30\x0c\x02\x01\x01\x61\x07\x0a\x01\x63\x04\x00\x04\x00",  # with a result code there is not
        b"\x30\x0c\x02\x01\x01\x65\x07\x0a\x01\x00\x04\x00\x04\x00",  # the end of a search
        b"\x30\x0c\x02\x01\x7f\x61\x07\x0a\x01\x00\x04\x00\x04\x00",  # an answer to something else
        b"\x30\x0c\x02\x01\x01\x61\x07\x0a\x01\x00\x04\x02\xff\xfe\x04\x00",
        bytes(range(256)),
    ],
    ids=lambda text: text[:14].hex(),
)
def test_nonsense_is_no_answer(directory, monkeypatch, text):
    monkeypatch.setattr(ldap3.Server, "_message_counter", 0)  # so that the message is number 1
    with fakes.serving(fakes.saying(text)) as port:
        with pytest.raises(Unavailable):
            backend(servers=local(port), cleartext=True, **QUICK, **DIRECT).check("pi", "ldap-pi")
        both = backend(servers=[local(port), directory.url], cleartext=True, **QUICK, **DIRECT)
        assert both.check("pi", "wrong") is None


def test_a_server_killed_and_restarted(own_directory):
    ways = [plain(own_directory, **way) for way in (DIRECT, SEARCH)]
    ways.append(backend(servers=own_directory.secure_url, ca_file=str(own_directory.ca_file), **DIRECT))
    for stop in (own_directory.kill, own_directory.stop, own_directory.kill):
        assert [way.check("pi", "ldap-pi").login for way in ways] == ["pi"] * 3
        stop()
        for way in ways:
            with pytest.raises(Unavailable):
                way.check("pi", "ldap-pi")
        own_directory.start()
    assert [way.check("pi", "ldap-pi").login for way in ways] == ["pi"] * 3


# --- Many at once


def test_two_hundred_logins_at_once(directory):
    secure = backend(servers=directory.secure_url, ca_file=str(directory.ca_file), groups="memberOf",
                     group_pass_through=True, connect_timeout=30, read_timeout=30, **SEARCH)  # fmt: skip
    people = ["pi", "member", "Staff", "outsider", "newcomer"]
    asked = [(people[n % 5], f"ldap-{people[(n if n % 4 else n + 1) % 5]}") for n in range(200)]
    with concurrent.futures.ThreadPoolExecutor(200) as pool:
        found = list(pool.map(lambda pair: secure.check(*pair), asked))
    expected = [login if password == f"ldap-{login}" else None for login, password in asked]
    assert [known and known.login for known in found] == expected
    assert expected.count(None) == 50
    assert {known.groups for known in found if known and known.login == "pi"} == {frozenset({"mx-staff", "em-users"})}


def test_no_connection_is_kept(directory):
    secure = backend(servers=directory.secure_url, ca_file=str(directory.ca_file), **SEARCH)
    refused = backend(servers=directory.secure_url, **DIRECT)  # of an unknown authority
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(5):
        assert secure.check("pi", "ldap-pi")
        assert secure.check("pi", "wrong") is None
        with pytest.raises(Unavailable):
            refused.check("pi", "ldap-pi")
    assert len(os.listdir("/proc/self/fd")) == before


def waited(hangs):
    """Return for how long a login waited that no server answered."""
    begun = time.monotonic()
    with pytest.raises(Unavailable, match="site-ldap"):
        hangs.check("alice", "secret")
    return time.monotonic() - begun


@pytest.fixture
def hangs():
    """A backend whose directory accepts connections and never answers, after it was found out."""
    with fakes.serving(fakes.hanging) as port:
        backend_ = backend(servers=f"ldap://127.0.0.1:{port}", cleartext=True, read_timeout=1, **DIRECT)
        assert min(waited(backend_) for _ in range(pause.ENOUGH)) > pause.SLOW
        yield backend_


def test_directory_that_hangs_is_soon_left_alone(hangs):
    assert max(waited(hangs) for _ in range(5)) < 0.1


def test_one_login_finds_out_whether_it_answers_again(hangs):
    hangs._servers._pause._ends = 0.0  # so many seconds later
    with concurrent.futures.ThreadPoolExecutor(20) as pool:
        took = sorted(pool.map(lambda _: waited(hangs), range(20)))
    assert took[-1] > pause.SLOW
    assert took[-2] < 0.3
    assert waited(hangs) < 0.1


def test_directory_that_answers_again_is_asked_again(hangs, directory):
    hangs._servers._pause._ends = 0.0
    hangs._servers._uris = [directory.url]
    for _ in range(5):
        assert hangs.check("nobody", "x") is None


def test_directory_that_refuses_connections_is_always_asked(directory):
    away = backend(servers="ldap://127.0.0.1:9", cleartext=True, **DIRECT)
    for _ in range(5):
        waited(away)
    away._servers._uris = [directory.url]
    assert away.check("nobody", "x") is None


@pytest.mark.parametrize(
    ("options", "wrong"),
    [
        (SEARCH, ""),
        (DIRECT, ""),
        ({**SEARCH, "bind_password": "not it"}, "refuses the service account"),
        ({**SEARCH, "base": "ou=Nowhere,dc=example,dc=org"}, "is not there"),
    ],
)
def test_probe_tells_what_is_wrong(directory, options, wrong):
    found = list(plain(directory, **options).probe())
    assert len(found) == 1
    assert directory.url in found[0][0]
    assert (wrong in found[0][1]) if wrong else found[0][1] == ""


def test_probe_tells_of_each_server():
    with fakes.serving(fakes.hanging) as port:
        both = [f"ldap://127.0.0.1:{port}", "ldap://127.0.0.1:9"]
        hangs = backend(servers=both, cleartext=True, read_timeout=1, connect_timeout=1, **SEARCH)
        assert [bool(fault) for _, fault in hangs.probe()] == [True, True]
