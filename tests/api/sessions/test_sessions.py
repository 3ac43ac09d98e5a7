"""GET /sessions and /sessions/{id} over the demo facility: who, which, in what order, at what cost."""

import datetime

import pytest

from ispyb_api.sessions.schemas import SessionPageSchema, SessionSchema
from tests.contract.shapes import faults


def ids(answer):
    assert answer.status_code == 200, answer.json
    return [row["sessionId"] for row in answer.json["results"]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [4, 7, 3, 9, 10, 13, 6, 5, 8, 2, 12, 1, 11]),  # the latest first, without a date last
        ("beamLineName=BL02-SSX", [7, 6, 5]),
        ("beamLineName=bl02-ssx", [7, 6, 5]),
        ("beamLineName=BL02", []),
        ("beamLineGroup=MX", [4, 3, 10, 2, 1, 11]),  # also those of the beamline that closed
        ("beamLineGroup=Nonesuch", []),
        ("scheduled=true", [4, 7, 3, 9, 10, 6, 5, 8, 2, 1, 11]),
        ("scheduled=false", [4, 7, 3, 9, 10, 13, 6, 5, 8, 2, 12, 1, 11]),
        ("upcoming=true", [9, 3, 7, 4]),  # the next first
        ("previous=true", [10, 6, 5, 8, 2, 1]),
        ("upcoming=true&previous=true", []),
        ("active=true", [3, 9]),
        ("sessionType=Screening", [8]),
        ("sessionType=Remote", [3]),
        ("sessionType=Nonesuch", []),
        ("proposal=MX415", [4, 3, 5, 2, 1]),
        ("proposal=mx415", [4, 3, 5, 2, 1]),
        ("proposal=MX41", []),
        ("proposal=MX415&beamLineName=BL02-SSX", [5]),
        ("session=MX415-3", [3]),
        ("session=mx415-03", [3]),
        ("session=MX415-99", []),
        ("session=MX533-2", [11]),
        ("proposalId=1", [4, 3, 5, 2, 1]),
        ("proposalId=99", []),
        ("search=SX28", [7, 6]),
        ("search=mx415-3", [3]),
        ("search=ferritin", [9, 8]),
        ("search=in a plate", [5]),
        ("search=Kvistdal", [7, 9, 6, 5, 8]),
        ("search=BL77", [13]),
        ("search=%25", []),  # wildcards are letters
        ("search=_", []),
        ("year=1999", []),
    ],
)
def test_filters(get, query, expected):
    answer = get(f"/sessions?{query}")
    assert (ids(answer), answer.json["total"]) == (expected, len(expected))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("order_by=startDate", [1, 12, 2, 8, 5, 6, 13, 10, 9, 3, 7, 4, 11]),
        ("order_by=startDate&order=desc", [4, 7, 3, 9, 10, 13, 6, 5, 8, 2, 12, 1, 11]),
        ("order_by=endDate&order=asc", [1, 2, 8, 5, 6, 10, 3, 9, 7, 4, 11, 12, 13]),
        ("order_by=endDate&order=desc", [4, 7, 9, 3, 10, 6, 5, 8, 2, 1, 13, 12, 11]),
        ("order_by=sessionId&order=desc", [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]),
        ("order_by=beamLineName", [12, 2, 3, 4, 10, 11, 5, 6, 7, 8, 9, 1, 13]),
        ("order_by=sessionId&upcoming=true", [3, 4, 7, 9]),
    ],
)
def test_orders(get, query, expected):
    assert ids(get(f"/sessions?{query}")) == expected


def test_the_session_of_today_is_found_in_the_middle_of_it(get):
    today = datetime.date.today()
    query = f"proposal=MX415&beamLineName=BL01-MX&year={today.year}&month={today.month}&day={today.day}"
    assert ids(get(f"/sessions?{query}", login="member")) == [3]


@pytest.mark.parametrize("query", ["", "&order_by=beamLineName", "&order_by=endDate&order=desc"])
def test_pages_do_not_overlap(get, query):
    pages = [get(f"/sessions?limit=5&skip={skip}{query}") for skip in (0, 5, 10, 15)]
    assert [len(ids(page)) for page in pages] == [5, 5, 3, 0]
    assert sorted(number for page in pages for number in ids(page)) == list(range(1, 14))
    assert {page.json["total"] for page in pages} == {13}


@pytest.mark.parametrize("query", ["?limit=2", "?limit=500", "?skip=500", "?proposal=MX415&limit=1", "?upcoming=true"])
@pytest.mark.parametrize("login", ["admin", "staff", "member"])
def test_a_page_takes_three_statements_at_most(site, statements, login, query):
    site.token(login)
    with statements() as counted:
        site.get(f"/sessions{query}", login=login)
    assert counted.number <= 3


@pytest.mark.parametrize(("path", "most"), [("/sessions/3", 2), ("/sessions/group?beamLineGroup=MX", 3)])
def test_fewer_rows_take_no_more(site, statements, path, most):
    site.token("admin")
    with statements() as counted:
        assert site.get(path).status_code == 200
    assert counted.number <= most


def test_one_session_tells_everything(get):
    session = get("/sessions/3", login="member").json
    assert list(faults(SessionSchema, session)) == []
    plain = {
        name: session[name] for name in ("session", "proposal", "visit_number", "beamLineName", "nbShifts", "scheduled")
    }
    assert plain == {
        "session": "MX415-3",
        "proposal": "MX415",
        "visit_number": 3,
        "beamLineName": "BL01-MX",
        "nbShifts": 9,
        "scheduled": True,
    }
    assert session["sessionTitle"] == "Selenomethionine derivatives"
    assert session["BeamLineSetup"]["undulatorType2"] == "U27"
    assert session["_metadata"] == {
        "datacollections": session["_metadata"]["datacollections"],
        "persons": 4,
        "active": True,
        "active_soon": True,
        "sessionTypes": ["Beamtime", "Remote"],
        "uiGroups": ["mx"],
    }


def test_collections_are_counted_right(site):
    sql = (
        "SELECT g.sessionId, COUNT(*) AS n FROM DataCollection d"
        " JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId GROUP BY g.sessionId"
    )
    counted = {row["sessionId"]: row["n"] for row in site.ask(sql)}
    found = {row["sessionId"]: row["_metadata"]["datacollections"] for row in site.get("/sessions").json["results"]}
    assert found == {number: counted.get(number, 0) for number in range(1, 14)}


def test_times_are_the_facilitys_clock_without_a_zone(get):
    session = get("/sessions/3").json
    assert datetime.datetime.fromisoformat(session["startDate"]).tzinfo is None
    assert session["startDate"].endswith("T09:30:00")


def test_a_filter_by_type_leaves_the_types_whole(get):
    (session,) = get("/sessions?sessionType=Remote").json["results"]
    assert session["_metadata"]["sessionTypes"] == ["Beamtime", "Remote"]


def test_without_a_set_up_there_is_none(get):
    assert get("/sessions/4").json["BeamLineSetup"] is None


def test_a_page_is_what_its_schema_says(get):
    assert list(faults(SessionPageSchema, get("/sessions").json)) == []


@pytest.mark.parametrize(
    ("login", "expected"), [("outsider", []), ("staff", [4, 3, 10, 2, 1, 11]), ("member", [7, 3, 6, 2])]
)
def test_one_sees_ones_own_sessions(get, login, expected):
    answer = get("/sessions", login=login)
    assert (ids(answer), answer.json["total"]) == (expected, len(expected))
    narrowed = get("/sessions?beamLineName=BL01-MX&limit=1", login=login)
    assert narrowed.json["total"] == {"outsider": 0, "staff": 5, "member": 2}[login]


@pytest.mark.parametrize("path", ["/sessions/999", "/sessions/10", "/sessions/0", "/sessions/2147483648"])
def test_what_one_may_not_see_is_missing(get, path):
    answer = get(path, login="member")
    assert (answer.status_code, answer.json["code"]) == (404, "not_found")


BAD = {
    "beamLineGroup": ["", "x" * 101],
    "beamLineName": ["", "x" * 46],
    "scheduled": ["maybe", ""],
    "upcoming": ["2"],
    "previous": ["2", "%00", "%FF"],
    "active": ["-"],
    "sessionType": ["", "x" * 32],
    "proposal": ["mx", "", "415x", "mx 415"],
    "session": ["mx415", "mx415-", "mx415-1234567890"],
    "year": ["99", "10000", "x"],
    "month": ["0", "13", "1.5"],
    "day": ["0", "32"],
    "proposalId": ["0", "x"],
    "since": ["2026", "yesterday", "2026-13-01T00:00:00"],
    "until": ["", "2026-01-01T25:00:00"],
    "search": ["x" * 101],
    "skip": ["-1", "2147483648"],
    "limit": ["0", "501"],
    "order_by": ["comments", "startDate;"],
    "nonesuch": ["1"],
}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in BAD.items() for value in values])
def test_bad_input_is_named(get, name, value):
    answer = get(f"/sessions?{name}={value}")
    assert (answer.status_code, list(answer.json["errors"])) == (422, [name])


def test_all_bad_input_is_named_at_once(get):
    answer = get("/sessions?" + "&".join(f"{name}={values[0]}" for name, values in BAD.items()))
    assert (answer.status_code, set(answer.json["errors"])) == (422, set(BAD))


@pytest.mark.parametrize("query", ["day=3", "day=3&month=2", "day=3&year=2026", "day=30&month=2&year=2026"])
def test_a_day_needs_its_month(get, query):
    answer = get(f"/sessions?{query}")
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["day"])


def test_an_order_needs_something_to_order_by(get):
    assert list(get("/sessions?order=desc").json["errors"]) == ["order"]


def test_session_by_its_name(site):
    assert site.get("/sessions/mx415-3", "member").json == site.get("/sessions/3", "member").json
    for name in ("mx415-99", "MX415", "em67-2", "x", "MX415-3x", "%25-1"):
        assert site.get(f"/sessions/{name}", "member").status_code == 404, name


def test_current_and_next_session_of_a_beamline(site):
    found = site.get("/sessions/current?beamLineName=BL01-MX", "pi").json
    assert [row["sessionId"] for row in found["current"]] == [3]
    assert found["next"]["sessionId"] == 4
    assert site.get("/sessions/current?beamLineName=BL01-MX", "outsider").json == {"current": [], "next": None}
    assert site.get("/sessions/current").status_code == 422
