"""A private directory, backends that ask it, and a site with one; no test may leave a secret in the log."""

import contextlib

import pytest

from ispyb_api.auth.backends import base
from tests.support import sites, slapd

SEARCH = {"base": slapd.PEOPLE, "bind_dn": slapd.READER, "bind_password": slapd.READER_PASSWORD}
DIRECT = {"user_dn": f"uid={{login}},{slapd.PEOPLE}"}


@pytest.fixture(scope="session")
def directory(tmp_path_factory):
    """The directory that all tests share; none stops it."""
    with _running(tmp_path_factory.mktemp("slapd")) as server:
        yield server


@pytest.fixture(scope="module")
def own_directory(tmp_path_factory):
    """A directory that a module's tests stop, start and change."""
    with _running(tmp_path_factory.mktemp("slapd")) as server:
        yield server


@contextlib.contextmanager
def _running(folder, **options):
    slapd.needed()
    server = slapd.Slapd(folder / "it", **options)
    yield server
    server.stop()


def backend(**options):
    """Return a backend with these options, made as the application makes it."""
    return base.load([{"name": "site-ldap", "kind": "ldap", **options}])["site-ldap"]


def plain(server, **options):
    """Return a backend that asks a server in clear text, as is quickest."""
    return backend(servers=server.url, cleartext=True, **options)


@pytest.fixture(params=[DIRECT, SEARCH], ids=["direct", "search"])
def either(request, directory):
    """A backend of each kind."""
    return plain(directory, **request.param)


@pytest.fixture
def searching(directory):
    return plain(directory, **SEARCH)


@pytest.fixture(autouse=True)
def _no_secret_in_the_log(caplog):
    caplog.set_level("DEBUG")
    yield
    told = " ".join(str(record.__dict__) for record in caplog.get_records("call"))
    assert slapd.READER_PASSWORD not in told
    assert "ldap-" not in told.replace("site-ldap", "")


def site_with(engine, folder, *tables, **settings):
    """Make a site with the demo facility that logs in by these backends."""
    return sites.open_site(engine, folder, **{"auth.backend": list(tables), **settings})
