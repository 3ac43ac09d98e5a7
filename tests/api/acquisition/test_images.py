"""Images of data collections that are recorded one by one."""

import pytest

from ispyb_api.acquisition.schemas_images import ImagePageSchema
from ispyb_api.db import cursors
from tests.contract.shapes import faults
from tests.support.model import Model

COLLECTION = 3


@pytest.fixture(scope="module")
def numbered(written):
    """Images of a collection, some of one number and some without any, in the order that they are to have."""
    written.ask("DELETE FROM Image WHERE dataCollectionId = %s", COLLECTION)
    rows = [(910_001, 7), (910_002, None), (910_003, 2), (910_004, 7), (910_005, None), (910_006, 0), (910_007, 100)]
    for row, number in rows:
        sql = "INSERT INTO Image (imageId, dataCollectionId, imageNumber, jpegFileFullPath) VALUES (%s, %s, %s, %s)"
        written.ask(sql, row, COLLECTION, number, "/x.jpg" if number == 7 else "")
    return [910_002, 910_005, 910_006, 910_003, 910_001, 910_004, 910_007]


def ids(page):
    return [row["imageId"] for row in page["results"]]


def test_an_image_tells_what_was_measured(site):
    row = site.ask(
        "SELECT dataCollectionId AS id, COUNT(*) AS n FROM Image GROUP BY dataCollectionId ORDER BY n DESC, id"
    )[0]
    page = site.get(f"/datacollections/{row['id']}/images?limit=500").json
    assert list(faults(ImagePageSchema, page)) == []
    assert page["total"] == row["n"] == len(page["results"])
    stored = site.ask("SELECT * FROM Image WHERE imageId = %s", page["results"][0]["imageId"])[0]
    for name in ("imageNumber", "fileLocation", "fileName", "measuredIntensity", "synchrotronCurrent", "temperature"):
        assert page["results"][0][name] == stored[name]


def test_images_come_by_their_numbers(written, numbered):
    page = written.get(f"/datacollections/{COLLECTION}/images").json
    assert (ids(page), page["total"], page["next"]) == (numbered, 7, None)
    assert [row["_metadata"] for row in page["results"][3:5]] == [
        {"picture": False, "thumbnail": False},
        {"picture": True, "thumbnail": False},
    ]
    assert ids(written.get(f"/datacollections/{COLLECTION}/images?imageNumber=7").json) == [910_001, 910_004]
    assert ids(written.get(f"/datacollections/{COLLECTION}/images?skip=2&limit=2").json) == numbered[2:4]


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_pages_by_cursor_have_each_image_once(written, numbered, limit):
    found, after = [], ""
    while after is not None:
        page = written.get(f"/datacollections/{COLLECTION}/images?limit={limit}{after}").json
        assert page["total"] == 7
        found += ids(page)
        after = page["next"] and f"&after={page['next']}"
    assert found == numbered


@pytest.mark.parametrize("login", ["outsider", "member", "staff", "admin"])
def test_images_of_hidden_collections_look_missing(site, login):
    rows = site.ask(
        "SELECT d.dataCollectionId AS id, g.sessionId FROM DataCollection d"
        " JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId"
    )[::15]
    visible = Model(site).sessions(login)
    for row in rows:
        expected = 200 if row["sessionId"] in visible else 404
        assert site.get(f"/datacollections/{row['id']}/images", login).status_code == expected
    assert site.get("/datacollections/99999999/images", login).status_code == 404


@pytest.mark.parametrize(
    ("query", "fields"),
    [
        ("imageNumber=-1&limit=0&skip=x", {"imageNumber", "limit", "skip"}),
        ("after=x", {"after"}),
        (f"after={cursors.written('x', 1)}", {"after"}),
        (f"after={cursors.written(1)}", {"after"}),
        (f"after={cursors.written(1, 'x')}", {"after"}),
        (f"after={cursors.written(1, 1)}&skip=1", {"after"}),
        ("order=asc", {"order"}),
    ],
)
def test_bad_input_is_named(site, query, fields):
    answer = site.get(f"/datacollections/{COLLECTION}/images?{query}")
    assert (answer.status_code, set(answer.json["errors"])) == (422, fields)


@pytest.mark.parametrize("login", ["admin", "member"])
def test_a_page_takes_three_statements(site, login):
    number = site.ask(
        "SELECT MIN(im.dataCollectionId) AS id FROM Image im JOIN DataCollection d ON d.dataCollectionId = im.dataCollectionId"
        " JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId WHERE g.sessionId = 3"
    )[0]["id"]
    site.token(login)
    with site.statements() as counted:
        assert site.get(f"/datacollections/{number}/images?limit=1", login).status_code == 200
    assert counted.number == 3
