"""GET /samples/sub and /samples/images"""

import pytest

from ispyb_api.app import PREFIX
from ispyb_api.samples.schemas_parts import SubSampleSchema
from tests.contract.shapes import faults


@pytest.fixture
def found(site):
    """``found("/samples/sub", "blSampleId=1")``: ids of the rows that these tests are about, in their order."""

    def ask(path, query="", login="member"):
        page = site.get(f"{path}?limit=500&{query}", login=login).json
        assert page["total"] == len(page["results"])
        key = "blSubSampleId" if path == "/samples/sub" else "blSampleImageId"
        return [row[key] for row in page["results"] if row[key] >= 9300]

    return ask


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [9352, 9351, 9350]),
        ("proposal=SH100&order_by=blSubSampleId", [9350, 9351, 9352]),
        ("proposal=SH100&order_by=datacollections&order=desc", [9350, 9352, 9351]),
        ("blSampleId=9300", [9351, 9350]),
        ("blSampleId=9300&proposal=SH100", [9351, 9350]),
        ("blSampleId=9300&proposal=MX415", []),
        ("proteinId=9300", [9352, 9351, 9350]),
        ("containerId=9000", [9351, 9350]),
        ("blSampleId=9310", []),
        ("proposal=SH200", []),
        ("proposal=XX1", []),
    ],
)
def test_sub_samples(found, query, expected):
    assert found("/samples/sub", query) == expected


@pytest.mark.parametrize(
    ("login", "subs", "images"),
    [
        ("admin", [9360, 9353, 9352, 9351, 9350], [9380, 9372, 9371, 9370]),
        ("outsider", [9352, 9351, 9350], [9371, 9370]),
        ("staff", [], []),
    ],
)
def test_others_see(found, login, subs, images):
    assert found("/samples/sub", login=login) == subs
    assert found("/samples/images", login=login) == images


@pytest.mark.parametrize(
    ("login", "expected"), [("member", (2, ["Mesh", "OSC"])), ("admin", (3, ["MAD", "Mesh", "OSC"])), ("outsider", (1, ["Mesh"]))]
)  # fmt: skip
def test_what_was_collected_there(site, login, expected):
    counts = site.get("/samples/sub/9350", login=login).json["_metadata"]
    assert (counts["datacollections"], counts["types"]) == expected
    total = site.get("/datacollections?blSubSampleId=9350", login=login).json["total"]
    assert counts["datacollections"] == total


def test_a_sub_sample_has_its_points(site):
    roi = site.get("/samples/sub/9350", login="member").json
    assert list(faults(SubSampleSchema, roi)) == []
    assert (roi["type"], roi["BLSample"]) == ("roi", {"name": "two"})
    assert (roi["Position1"]["posX"], roi["Position1"]["posY"]) == (1.5, 2)
    assert type(roi["Position1"]["posY"]) is int
    assert roi["Position2"]["positionId"] == 9351


def test_a_sub_sample_of_which_nothing_is_known(site):
    row = site.get("/samples/sub/9353").json
    assert list(faults(SubSampleSchema, row)) == []
    assert (row["BLSample"], row["Position1"], row["Position2"]) == ({"name": None}, None, None)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [9371, 9370]),
        ("order_by=blSampleImageId", [9370, 9371]),
        ("blSampleId=9300", [9370]),
        ("blSampleId=9310", []),
    ],
)
def test_images(found, query, expected):
    assert found("/samples/images", query) == expected


def test_an_image_says_where_it_is_to_be_had(site):
    row = site.get("/samples/images?blSampleId=9300", login="member").json["results"][0]
    assert row["_metadata"]["url"] == f"{PREFIX}/samples/images/9370"
    assert (row["micronsPerPixelX"], row["offsetX"], row["offsetY"]) == (1.5, 7, 0)
    assert row["blTimeStamp"] == "2025-03-01T10:00:00"


def test_pictures_of_the_demo_facility_are_served(site):
    image = site.get("/samples/images?blSampleId=39", login="member").json["results"][0]
    path = image["_metadata"]["url"].removeprefix(PREFIX)
    picture = site.get(path, login="member")
    assert (picture.status_code, picture.content_type) == (200, "image/jpeg")


@pytest.mark.parametrize(
    ("path", "login", "message"),
    [
        ("/samples/images/9370", "member", "outside"),
        ("/samples/images/9371", "member", "No picture of the sample is recorded"),
        ("/samples/images/9380", "member", "No picture 9380"),
        ("/samples/images/9372", "member", "No picture 9372"),
        ("/samples/images/1000000", "admin", "No picture 1000000"),
        ("/samples/sub/9360", "member", "No sub-sample 9360"),
        ("/samples/sub/9353", "member", "No sub-sample 9353"),
    ],
)
def test_what_one_may_not_see_looks_missing(site, path, login, message):
    answer = site.get(path, login=login)
    assert (answer.status_code, answer.json["code"]) == (404, "not_found")
    assert message in answer.json["message"]


@pytest.mark.parametrize("path", ["/samples/sub", "/samples/images"])
@pytest.mark.parametrize("query", ["", "limit=500", "limit=1&blSampleId=9300"])
def test_two_statements_whatever_the_page(site, path, query):
    site.get(path)
    with site.statements() as counted:
        site.get(f"{path}?{query}")
    assert counted.number <= 2


@pytest.mark.parametrize(
    ("query", "fields"),
    [
        ("/samples/sub?blSampleId=0&proposal=%20&order_by=type", {"blSampleId", "proposal", "order_by"}),
        ("/samples/images?blSampleId=x&proposal=SH100", {"blSampleId", "proposal"}),
    ],
)
def test_bad_input_is_refused_by_name(site, query, fields):
    answer = site.get(query)
    assert (answer.status_code, answer.json["errors"].keys()) == (422, fields)
