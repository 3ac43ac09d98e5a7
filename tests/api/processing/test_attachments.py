"""GET /processings/attachments and /processings/attachments/{autoProcProgramAttachmentId}"""

import pytest


def ids(page):
    return [row["autoProcProgramAttachmentId"] for row in page["results"]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("autoProcProgramId=9301", [9701, 9702]),
        ("autoProcProgramId=9303", [9703]),
        ("autoProcProgramId=9307", [9704]),
        ("autoProcProgramId=9311", []),
        ("autoProcProgramAttachmentId=9702", [9702]),
        ("autoProcProgramAttachmentId=9711", []),
        ("autoProcProgramAttachmentId=9702&autoProcProgramId=9303", []),
        ("autoProcProgramId=9301&skip=1", [9702]),
    ],
)
def test_condition(ask, query, expected):
    assert ids(ask(f"/attachments?{query}")) == expected


def test_the_limit_is_the_pages_and_the_total_the_lists(ask):
    page = ask("/attachments?limit=2")
    assert len(page["results"]) == 2
    assert page["total"] == len(ask("/attachments?limit=500")["results"]) > 4


def test_url_leads_to_the_file(ask, site):
    (row,) = ask("/attachments?autoProcProgramAttachmentId=9701")["results"]
    assert row["_metadata"]["url"].endswith("/processings/attachments/9701")
    answer = site.app.test_client().get(row["_metadata"]["url"], headers=site.headers("member"))
    assert (answer.status_code, answer.text) == (200, "all went well\n")
    assert answer.headers["Content-Disposition"] == "inline; filename=run.log"


def test_a_part_of_the_file(site):
    answer = site.get("/processings/attachments/9701", login="member", headers={"Range": "bytes=4-7"})
    assert (answer.status_code, answer.text) == (206, "went")


def test_a_file_by_a_job(site):
    assert site.get("/processings/attachments/9704", login="member").status_code == 200


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (9702, "cannot be read"),
        (9703, "outside the folders"),
        (9705, "No file of a processing is recorded"),
        (9711, "No attachment 9711"),
        (2147483647, "No attachment"),
    ],
)
def test_what_cannot_be_had_is_404_and_says_why(site, number, says):
    answer = site.get(f"/processings/attachments/{number}", login="member")
    assert (answer.status_code, answer.json["code"]) == (404, "not_found")
    assert says in answer.json["message"]


def test_a_hidden_file_is_there_for_who_may_see_it(site):
    assert site.get("/processings/attachments/9711", login="admin").status_code == 200
