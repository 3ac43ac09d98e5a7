"""A site for the tests of tokens: they write, each what it then looks for."""

import pytest

from tests.conftest import ENGINES
from tests.support import sites


@pytest.fixture(scope="module", params=ENGINES)
def written_site(request, tmp_path_factory):
    """A site of the module's own."""
    with sites.open_site(request.param, tmp_path_factory.mktemp("written")) as opened:
        yield opened
