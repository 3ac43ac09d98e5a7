"""A served site and ispyb-client beside it, as its users run it: another process, other versions of packages."""

import os

import pytest

from tests.support import elsewhere, ispyb_client, sites


def have(package):
    """Fetch a package, or skip the tests that need it, saying why; without it CI fails."""
    try:
        package.prepare()
    except elsewhere.Missing as missing:
        if os.environ.get("CI") == "true":
            pytest.fail(str(missing))
        pytest.skip(str(missing))


@pytest.fixture(scope="module")
def client(written):
    """The package, in a process of its own, talking to a server of the written site."""
    have(ispyb_client)
    with sites.served(written) as url, ispyb_client.Client(url) as running:
        yield running
