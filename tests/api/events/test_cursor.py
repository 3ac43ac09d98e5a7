"""Going on where a page of the timeline ended."""

import base64

import pytest

from ispyb_api.events import cursors


def walk(get, query, limit):
    """Return the events of all pages, by their cursors."""
    found, after = [], ""
    while True:
        page = get(f"/events?limit={limit}&{query}{after}").json
        found += [(row["type"], row["id"], row["startTime"]) for row in page["results"]]
        if page["next"] is None:
            return found, page["total"]
        after = f"&after={page['next']}"


@pytest.mark.parametrize("login", ["admin", "member"])
@pytest.mark.parametrize("limit", [1, 3, 7])
def test_pages_by_cursor_are_the_timeline(site, login, limit):
    def get(url):
        return site.get(url, login)

    query = "session=MX415-3"
    whole = get(f"/events?limit=500&{query}").json
    expected = [(row["type"], row["id"], row["startTime"]) for row in whole["results"]]
    assert walk(get, query, limit) == (expected, whole["total"])


def test_odd_rows_and_equal_times_come_once(site):
    def get(url):
        return site.get(url, "member")

    whole = get("/events?limit=500&sessionId=9001").json
    expected = [(row["type"], row["id"], row["startTime"]) for row in whole["results"]]
    for limit in (1, 2, 3, 5):
        assert walk(get, "sessionId=9001", limit)[0] == expected, limit


def test_what_is_added_on_top_does_not_shift_pages(written):
    first = written.get("/events?limit=5&sessionId=3").json
    expected = written.get("/events?limit=5&skip=5&sessionId=3").json["results"]
    written.ask("INSERT INTO EnergyScan (sessionId, element, startTime) VALUES (3, 'Se', '2099-01-01 00:00:00')")
    behind = written.get(f"/events?limit=5&sessionId=3&after={first['next']}").json
    assert [row["id"] for row in behind["results"]] == [row["id"] for row in expected]


def encoded(text):
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "cursor",
    ["x", "!!!", encoded("dc|2026"), encoded("no|2026-01-01T00:00:00|1"), encoded("dc|soon|1"), encoded("dc|2026-01-01T00:00:00|x"),
     encoded("dc|2026-01-01T00:00:00|99999999999"), encoded("dc|2026-01-01T00:00:00Z|1"), encoded("dc||1 OR 1=1")],
)  # fmt: skip
def test_cursor_that_is_none_is_refused(site, cursor):
    answer = site.get(f"/events?after={cursor}")
    assert (answer.status_code, set(answer.json["errors"])) == (422, {"after"})


def test_cursor_and_skip_do_not_go_together(site):
    cursor = cursors.of({"type": "dc", "startTime": None, "rowId": 1})
    assert site.get(f"/events?skip=1&after={cursor}").status_code == 422
    assert site.get(f"/events?after={cursor}").status_code == 200
