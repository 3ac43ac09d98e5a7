"""What every test may ask for: a site with the demo facility on both engines, and callers with real tokens.

``TESTING`` stays off: it changes how errors travel.
"""

import contextlib
import functools

import pytest

from tests.support import sites
from tests.support.instrument import Instrument
from tests.support.rows import Rows

ENGINES = ("sqlite", "mariadb")


@pytest.fixture(scope="session")
def shared_sites(tmp_path_factory):
    """``shared_sites("sqlite")``: the site that is only read, one for each engine."""
    with contextlib.ExitStack() as opened:
        # A parametrised fixture alone would be made anew for each file: pytest keeps one parameter's at a time.
        yield functools.cache(
            lambda engine: opened.enter_context(sites.open_site(engine, tmp_path_factory.mktemp("site")))
        )


@pytest.fixture(scope="session", params=ENGINES)
def site(request, shared_sites):
    """A site with the demo facility, shared by all tests that only read it."""
    return shared_sites(request.param)


@pytest.fixture(scope="module", params=ENGINES)
def written(request, tmp_path_factory):
    """A site with the demo facility, shared by a module's tests that write to it: each makes the rows that it is about."""
    with sites.open_site(request.param, tmp_path_factory.mktemp("written")) as opened:
        yield opened


@pytest.fixture(scope="module")
def rows(written):
    """Make rows of a written site, each as the one that another hangs on."""
    return Rows(written)


@pytest.fixture(scope="module")
def instrument(written):
    """A service that may record what an instrument does and what a pipeline finds."""
    return Instrument(written)


@pytest.fixture(params=ENGINES)
def own_site(request, tmp_path):
    """A site of the test's own, to write to and to break."""
    with sites.open_site(request.param, tmp_path) as opened:
        yield opened


@pytest.fixture
def app(site):
    return site.app


@pytest.fixture
def client(site):
    return site.app.test_client()


@pytest.fixture
def get(site):
    """``get("/sessions", login="member")``: the answer to a caller with a real token, or to a stranger (login=None)."""
    return site.get


@pytest.fixture
def as_(site):
    """``as_("member")``: headers with a real token."""
    return site.headers


@pytest.fixture
def statements(site):
    """``with statements() as counted: ...; counted.number``: SQL statements besides authentication."""
    return site.statements
