"""A served site and ispyb-client beside it, as its users run it: another process, other versions of packages."""

import os

import pytest

from tests.support import ispyb_client, sites


@pytest.fixture(scope="module")
def client(written):
    """The package, in a process of its own, talking to a server of the written site."""
    try:
        ispyb_client.prepare()
    except ispyb_client.Missing as missing:
        if os.environ.get("CI") == "true":
            pytest.fail(str(missing))
        pytest.skip(str(missing))
    with sites.served(written) as url, ispyb_client.Client(url) as running:
        yield running
