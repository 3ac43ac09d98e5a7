"""A site with collections of every kind, shared by the tests here."""

import pytest

from tests.conftest import ENGINES
from tests.support.beamtime import open_beamtime


@pytest.fixture(scope="session", params=ENGINES)
def site(request, tmp_path_factory):
    with open_beamtime(request.param, tmp_path_factory.mktemp("beamtime")) as opened:
        yield opened
