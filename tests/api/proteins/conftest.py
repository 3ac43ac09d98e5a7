"""A site with samples of two proposals, shared by the tests here."""

import pytest

from tests.conftest import ENGINES
from tests.support.shipment import open_shipment


@pytest.fixture(scope="session", params=ENGINES)
def site(request, tmp_path_factory):
    with open_shipment(request.param, tmp_path_factory.mktemp("shipment")) as opened:
        yield opened
