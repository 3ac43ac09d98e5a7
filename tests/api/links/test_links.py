"""/links: pages elsewhere about what a proposal has."""

import pytest

from ispyb_api.links.schemas import LinkPageSchema, LinkSchema
from tests.contract.shapes import faults

PAGE = "https://lims.example.org:8443/crystals/7?tab=1#top"


def post(site, login="pi", **body):
    return site.open("POST", "/links", login, json=body)


@pytest.mark.parametrize("about", ["shippingId", "proteinId", "crystalId", "blSampleId"])
def test_each_thing_can_have_links(written, about):
    made = post(written, url=PAGE, title="Crystal 7", externalId="X-7", **{about: 1})
    assert made.status_code == 201, made.json
    assert list(faults(LinkSchema, made.json)) == []
    assert (made.json["url"], made.json["proposal"], made.json["createdBy"], made.json[about]) == (
        PAGE,
        "MX415",
        "pi",
        1,
    )
    page = written.get(f"/links?{about}=1&externalId=X-7", "member").json
    assert list(faults(LinkPageSchema, page)) == []
    assert made.json in page["results"]
    assert written.get(f"/links?{about}=1", "outsider").json["total"] == 0


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://example.org/", "//example.org",
        "http://", "https:///path", "http:example.org", "example.org", "", "https://user:secret@example.org/", "https://example.org/a b",
        "https://example.org/\nx", "https://exam\u202eple.org/", "https://example.org\\@evil.org/", "https://[::1", "http://x:99999/",
        "https://example.org/" + "x" * 1000, None, 7, " https://example.org/",
    ],
)  # fmt: skip
def test_what_is_no_page_is_refused(written, url):
    answer = post(written, blSampleId=1, url=url)
    assert (answer.status_code, set(answer.json["errors"])) == (422, {"url"})


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({}, {"blSampleId"}),
        ({"blSampleId": 1, "crystalId": 1}, {"blSampleId"}),
        ({"blSampleId": 66}, {"blSampleId"}),  # of MX533
        ({"crystalId": 11}, {"crystalId"}),
        ({"proteinId": 10}, {"proteinId"}),
        ({"shippingId": 6}, {"shippingId"}),
        ({"shippingId": 10**6}, {"shippingId"}),
        ({"blSampleId": 1, "title": "x" * 101}, {"title"}),
        ({"blSampleId": 1, "proposalId": 4, "createdBy": "admin"}, {"proposalId", "createdBy"}),
    ],
)
def test_what_a_link_cannot_be_is_named(written, body, fields):
    answer = post(written, url=PAGE, **body)
    assert (answer.status_code, set(answer.json["errors"])) == (422, fields)


def test_a_link_is_changed_but_stays_where_it_is(written, rows):
    path = f"/links/{rows.link()}"
    changed = written.open("PATCH", path, "member", json={"url": "http://[::1]/x", "title": "T"}).json
    assert (changed["url"], changed["title"]) == ("http://[::1]/x", "T")
    assert written.open("PATCH", path, "member", json={"title": None}).json["title"] is None
    assert written.open("PATCH", path, "pi", json={"url": "javascript:1"}).status_code == 422
    assert written.open("PATCH", path, "pi", json={"blSampleId": 2}).status_code == 422


def test_links_go_with_what_they_are_about(written, rows):
    sample, crystal = rows.sample(), rows.crystal()
    protein = written.get(f"/crystals/{crystal}").json["proteinId"]
    shipment = rows.new_id("/shippings", rows.new_shipment())
    about = {"blSampleId": sample, "crystalId": crystal, "proteinId": protein, "shippingId": shipment}
    for name, number in about.items():
        assert post(written, url=PAGE, **{name: number}).status_code == 201
    for path in (f"/samples/{sample}", f"/crystals/{crystal}", f"/proteins/{protein}", f"/shippings/{shipment}"):
        assert written.open("DELETE", path, "pi").status_code == 204
    for name, number in about.items():
        assert written.get(f"/links?{name}={number}").json["total"] == 0


def test_second_of_two_editors_is_told(written, rows):
    path = f"/links/{rows.link()}"
    etag = {"If-Match": written.get(path, "pi").headers["ETag"]}
    answers = [written.open("PATCH", path, "pi", json={"title": each}, headers=etag).status_code for each in "ab"]
    assert answers == [200, 412]
