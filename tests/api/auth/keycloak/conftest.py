"""Identity providers, and sites that take their tokens; no test may leave a token in the log."""

import contextlib

import pytest

from ispyb_api import demonstration
from ispyb_api import settings as configuration
from ispyb_api.app import create_app
from ispyb_api.auth.backends import base
from tests.browser.conftest import browser  # noqa: F401 - a fixture
from tests.support import keycloak, oidc, sites
from tests.support.oidc_provider import SmallProvider

GROUP_MAP = {
    "isp-admin": "Administrators",
    "pipelines": ["Pipelines", "No such group"],
    "mx": "MX beamline staff",
    "/em/staff": "EM facility staff",
}


def table(realm, **options):
    """Return the settings of a backend that takes the realm's tokens."""
    usual = {"issuer": realm.issuer, "audience": oidc.AUDIENCE, "group_map": GROUP_MAP, "leeway": 0, "key_cooldown": 0}
    return {"name": "keycloak", "kind": "keycloak", **usual, **options}


def backend(realm, **options):
    """Return a backend, made as the application makes it."""
    return base.load([table(realm, **options)])["keycloak"]


@contextlib.contextmanager
def site_with(engine, folder, *tables, **settings):
    """Make a site with the demo facility that takes tokens by these backends."""
    with sites.open_site(engine, folder) as site:
        many = {"auth.failures_per_login": "", "auth.failures_per_address": ""}
        given = {**demonstration.settings(folder), "database.url": site.url, "auth.backend": list(tables), **many}
        given |= settings
        site.settings = configuration.load(environ={}, overrides=given)
        site.app.extensions["ispyb_api"].database.engine.pool.close()
        site.app = create_app(site.settings)
        yield site


@contextlib.contextmanager
def real_or_small(kind, folder):
    """Run a provider: a Keycloak if this machine can have one."""
    if kind == "small":
        with small() as provider:
            yield provider
        return
    try:
        keycloak.prepare()
    except keycloak.Missing as missing:
        if missing.may_be:
            pytest.skip(f"{missing}; its cases run with the small provider only")
        pytest.fail(str(missing))
    with keycloak.running(folder) as provider:
        yield provider


@contextlib.contextmanager
def small():
    """Run a small provider."""
    provider = SmallProvider()
    provider.start()
    yield provider
    provider.kill()


@pytest.fixture(scope="module")
def provider():
    """A small provider that a module's tests share."""
    with small() as started:
        yield started


@pytest.fixture
def own_provider():
    """A small provider to rotate and to kill."""
    with small() as started:
        yield started


@pytest.fixture(autouse=True)
def _no_token_in_the_log(caplog):
    caplog.set_level("DEBUG", logger="ispyb_api")
    yield
    told = " ".join(str(record.__dict__) for record in caplog.get_records("call") if record.name.startswith("ispyb"))
    assert "eyJ" not in told
