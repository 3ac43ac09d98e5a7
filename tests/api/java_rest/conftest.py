"""The demo facility through the Java server's API."""

import pytest

from tests.support.java import Java


@pytest.fixture
def java(site, _seen):
    """The shared site; tokens are kept as long as it is."""
    return _seen.setdefault(site.name, Java(site))


@pytest.fixture(scope="session")
def _seen():
    return {}


@pytest.fixture
def java_written(written):
    """A site to write to."""
    return Java(written)
