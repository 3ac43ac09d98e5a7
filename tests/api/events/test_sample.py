"""The timeline of a real facility's rows: in our schema, and in databases as the two families have them."""

import contextlib
from collections import Counter

import pytest

from ispyb_api import paths
from ispyb_api.db import adopt, migrate
from ispyb_api.db.engines import from_url
from ispyb_api.events.schemas import ITEMS
from tests.contract.shapes import faults
from tests.support import dls_sample, families, mariadb


@contextlib.contextmanager
def ours():
    """Make a database of our own schema with the rows."""
    with mariadb.database() as url:
        migrate.migrate(from_url(url), paths.MIGRATIONS)
        dls_sample.load(from_url(url))
        yield url


@contextlib.contextmanager
def family(flavour):
    """Make a database of one family with the rows, and adopt it."""
    with families.database(flavour) as url:
        with from_url(url).raw() as raw:
            raw.cursor().execute("INSERT INTO Permission (type, description) VALUES ('all_proposals', 'by the test')")
        adopt.baseline(from_url(url), paths.MIGRATIONS)
        yield url


@pytest.fixture(scope="module", params=["ours", *families.FLAVOURS])
def real(request, tmp_path_factory):
    made = ours() if request.param == "ours" else family(request.param)
    with made as url, dls_sample.open_site(url, tmp_path_factory.mktemp("real")) as site:
        yield site


@pytest.fixture
def events(real):
    def ask(query):
        page = real.get(f"/events?limit=500&{query}").json
        assert page["total"] == len(page["results"])
        return page["results"]

    return ask


@pytest.mark.parametrize(
    ("session", "collections", "scans", "spectra"),
    [
        ("cm14451-1", [6017405, 1002287, 993677], 21, 57),
        ("cm14451-2", [1066786, 1052503, 1052494], 6, 5),
    ],
)
def test_all_that_happened_is_there(events, session, collections, scans, spectra):
    rows = events(f"session={session}")
    assert [row["id"] for row in rows if row["type"] == "dc"] == collections
    assert Counter(row["type"] for row in rows) == {"dc": 3, "es": scans, "xrf": spectra}
    times = [row["startTime"] for row in rows if row["startTime"]]
    assert times == sorted(times, reverse=True)


def test_every_item_is_as_documented(events):
    for row in [*events("session=cm14451-1"), *events("session=cm14451-2")]:
        assert list(faults(ITEMS[row["type"]], row["Item"])) == []


def test_a_collection_with_its_pictures_and_processings(events):
    (row,) = events("dataCollectionId=993677")
    assert (row["startTime"], row["endTime"], row["duration"]) == (
        "2016-01-14T12:40:34",
        "2016-01-14T12:41:54",
        80 / 60,
    )
    assert row["Item"]["_metadata"]["snapshots"] == {"1": True, "2": True, "3": True, "4": True, "analysis": False}
    assert row["Item"]["DataCollectionGroup"]["experimentType"] == "SAD"


def test_outcomes_by_either_family_s_status(events):
    assert {row["id"] for row in events("status=processed")} == {993677, 1002287}
    assert {row["id"] for row in events("status=processed&dataCollectionGroupId=988855")} == {993677}
    assert events("status=processerror&session=cm14451-2") == []
    assert len(events("status=success")) == 6
    assert events("status=failed") == []


def test_a_mesh_with_its_grid(events):
    (row,) = events("eventType=Mesh")
    (grid,) = row["Item"]["GridInfo"]
    assert (row["id"], grid["gridInfoId"], grid["steps_x"], grid["steps_y"]) == (6017405, 1281212, 30.0, 16.0)


def test_collections_of_a_sample(real, events):
    assert {row["id"] for row in events("blSampleId=374695&eventType=dc")} == {993677, 6017405}
    for path in ("datacollections", "datacollectiongroups"):
        assert real.get(f"/{path}?blSampleId=374695").json["total"] == 2


def test_kinds_of_events(real):
    found = real.get("/events/types?session=cm14451-1").json["results"]
    assert [row["eventType"] for row in found] == ["es", "Mesh", "SAD", "xrf"]
