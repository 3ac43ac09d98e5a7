"""A site with every kind of event, shared by the tests here."""

import pytest

from tests.conftest import ENGINES
from tests.support.beamtime import open_beamtime


@pytest.fixture(scope="session", params=ENGINES)
def site(request, tmp_path_factory):
    with open_beamtime(request.param, tmp_path_factory.mktemp("beamtime")) as opened:
        yield opened


@pytest.fixture
def events(site):
    """``events("sessionId=9001")``: the answer's rows, as member."""

    def ask(query="", login="member"):
        answer = site.get(f"/events?{query}", login=login)
        assert answer.status_code == 200, answer.json
        return answer.json["results"]

    return ask
