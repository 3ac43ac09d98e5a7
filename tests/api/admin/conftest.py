"""A site that the tests of administration may change; whatever they change holds at once."""

import pytest

from tests.conftest import ENGINES
from tests.support import rights, sites


@pytest.fixture(scope="module", params=ENGINES)
def changing(request, tmp_path_factory):
    """A site of the module's own; each of its tests leaves what it found."""
    with sites.open_site(request.param, tmp_path_factory.mktemp("changing"), **{"auth.cache_seconds": 0.0}) as opened:
        yield opened


@pytest.fixture
def group(changing):
    """The id of a group of the test's own, without people and permissions."""
    with rights.holding(changing, "outsider") as group_id:
        changing.ask("DELETE FROM UserGroup_has_Person WHERE userGroupId = %s", group_id)
        yield group_id
