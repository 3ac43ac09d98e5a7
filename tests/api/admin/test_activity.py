"""/admin/activity: who did what, when, from where."""

import pytest

from ispyb_api.admin.schemas_activity import ActivityPageSchema
from tests.contract.shapes import faults


@pytest.fixture
def record(changing):
    """The site with a record of known lines: two in one second, one without a login."""
    changing.token("admin")  # a login is recorded, too
    before = changing.ask("SELECT * FROM api_activity ORDER BY activityId")
    changing.ask("DELETE FROM api_activity")
    for number, (when, login, action, target) in enumerate(
        [
            ("2026-05-01 10:00:00", "admin", "db_options", "option motd"),
            ("2026-05-01 10:00:01", None, "login refused", "login eve"),
            ("2026-05-01 10:00:01", "pi", "login", None),
            ("2026-05-02 00:00:00", "admin", "group added", "group 7 x"),
        ],
        1,
    ):
        changing.ask(
            "INSERT INTO api_activity (activityId, happenedAt, login, action, target) VALUES (%s, %s, %s, %s, %s)",
            number, when, login, action, target,
        )  # fmt: skip
    yield changing
    changing.ask("DELETE FROM api_activity")
    for row in before:
        marks = ", ".join(["%s"] * len(row))
        changing.ask(f"INSERT INTO api_activity ({', '.join(row)}) VALUES ({marks})", *row.values())


def ids(site, query=""):
    answer = site.get(f"/admin/activity?{query}")
    assert answer.status_code == 200, answer.json
    assert list(faults(ActivityPageSchema, answer.json)) == []
    return [row["activityId"] for row in answer.json["results"]]


def test_the_latest_comes_first_with_its_time_in_utc(record):
    assert ids(record) == [4, 3, 2, 1]
    rows = record.get("/admin/activity").json["results"]
    assert rows[3] == {
        "activityId": 1, "dateTime": "2026-05-01T10:00:00Z", "username": "admin", "action": "db_options",
        "target": "option motd", "comments": "", "address": None, "requestId": None,
    }  # fmt: skip
    assert rows[2]["username"] == ""


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("action_type=db_options", [1]),
        ("action_type=db", []),
        ("login=admin", [4, 1]),
        ("login=ADMIN&action_type=group added", [4]),
        ("target=option motd", [1]),
        ("since=2026-05-01T10:00:01", [4, 3, 2]),
        ("until=2026-05-01T10:00:01", [1]),
        ("since=2026-05-01T12:00:01%2B02:00&until=2026-05-02T00:00:00Z", [3, 2]),
        ("skip=1&limit=2", [3, 2]),
        ("skip=9", []),
    ],
)
def test_lines_can_be_looked_for(record, query, found):
    assert ids(record, query) == found


def test_totals_do_not_depend_on_the_page(record):
    for query in ("limit=1", "skip=3&limit=1", "skip=9"):
        assert record.get(f"/admin/activity?{query}").json["total"] == 4


@pytest.mark.parametrize(
    "query", ["since=yesterday", "until=", "login=", "action_type=", "order=asc", "user=x", "limit=0"]
)
def test_what_makes_no_sense_is_refused_by_name(record, query):
    answer = record.get(f"/admin/activity?{query}")
    assert (answer.status_code, list(answer.json["errors"])) == (422, [query.partition("=")[0]])


def test_a_page_takes_two_statements(record):
    record.token("admin")
    with record.statements() as counted:
        record.get("/admin/activity?limit=1")
    assert counted.number == 2


def test_no_secret_is_in_it(changing):
    """Whatever the tests before have done with passwords and tokens."""
    changing.app.test_client().post(
        "/ispyb/api/v1/auth/login", json={"login": "demo-pi", "password": "demo-very-secret", "plugin": "demo"}
    )
    changing.open("PATCH", "/options", json={"motd": "with a token: " + changing.token("member")})
    whole = str(changing.ask("SELECT * FROM api_activity"))
    assert "demo-very-secret" not in whole
    assert changing.token("member") not in whole
    assert changing.token("admin") not in whole
