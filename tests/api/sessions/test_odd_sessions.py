"""Sessions as programs and mishaps leave them: no row breaks a page, and each is told truly."""

import pytest

from ispyb_api.sessions.schemas import SessionPageSchema
from tests.api.conftest import IDS
from tests.contract.shapes import faults

NAMES = {number: name for name, number in IDS.items()}


def named(answer):
    assert answer.status_code == 200, answer.json
    return [NAMES.get(row["sessionId"]) for row in answer.json["results"]]


@pytest.mark.parametrize(
    "query", ["", "&order_by=startDate", "&order_by=endDate&order=desc", "&search=odd", "&previous=true"]
)
def test_no_odd_row_breaks_a_page(odd_site, query):
    answer = odd_site.get(f"/sessions?limit=500{query}")
    assert answer.status_code == 200
    assert list(faults(SessionPageSchema, answer.json)) == []


def test_every_odd_row_can_be_had_alone(odd_site):
    there = {row["sessionId"] for row in odd_site.ask("SELECT sessionId FROM BLSession WHERE sessionId > 100")}
    assert {odd_site.get(f"/sessions/{number}").status_code for number in there} == {200}


@pytest.mark.parametrize(
    ("name", "active", "soon"),
    [
        ("soon", False, True),
        ("just over", False, True),
        ("running", True, True),
        ("not soon", False, False),
        ("long over", False, False),
        ("endless", False, False),
        ("no begin", False, False),
        ("for ever", True, True),
        ("far", False, False),
    ],
)
def test_active_and_active_soon(odd_site, name, active, soon):
    metadata = odd_site.get(f"/sessions/{IDS[name]}").json["_metadata"]
    assert (metadata["active"], metadata["active_soon"]) == (active, soon)
    listed = name in named(odd_site.get("/sessions?active=true&proposal=ODD1"))
    assert listed == active


def test_types_do_not_multiply_persons(odd_site):
    for query in ("session=ODD1-111", "session=ODD1-111&sessionType=Remote"):
        (session,) = odd_site.get(f"/sessions?{query}").json["results"]
        found = {name: session["_metadata"][name] for name in ("persons", "datacollections", "sessionTypes")}
        assert found == {"persons": 3, "datacollections": 3, "sessionTypes": ["Beamtime", "Remote", "Training"]}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("year=2011", {"over new year"}),
        ("year=2012", {"over new year", "busy", "begins in march", "ends in march"}),
        ("year=2012&month=1", {"over new year"}),
        ("year=2012&month=01", {"over new year"}),
        ("year=2012&month=3", {"busy", "begins in march", "ends in march"}),
        ("year=2012&month=4", set()),
        ("year=2012&month=3&day=31", {"begins in march"}),
        ("year=2012&month=3&day=1", {"ends in march"}),
        ("year=2012&month=3&day=6", {"busy"}),
        ("year=2012&month=1&day=15", {"over new year"}),
        ("year=2050", {"for ever"}),
        ("year=9999&month=12&day=31", {"for ever"}),
        ("since=2011-01-01T00:00:00&until=2012-03-06T00:00:00", {"over new year", "busy"}),
        ("since=2012-03-06T08:00:00&until=2012-03-31T23:59:59", {"busy"}),
        ("since=2012-03-06T08:00:01&until=2012-04-01T00:00:00", {"begins in march"}),
        ("since=2095-01-01T00:00:00", {"for ever"}),
        ("proposalId=90&until=2013-01-01T00:00:00", {"over new year", "busy", "begins in march"}),
    ],
)
def test_periods(odd_site, query, expected):
    assert set(named(odd_site.get(f"/sessions?{query}"))) == expected


def test_a_month_of_any_year(odd_site):
    found = set(named(odd_site.get("/sessions?month=3&proposal=ODD1")))
    assert found >= {"busy", "begins in march", "ends in march"}
    assert not found & {"over new year", "for ever"}


def test_a_session_without_its_proposal_has_no_name(odd_site):
    session = odd_site.get(f"/sessions/{IDS['no proposal']}").json
    assert (session["session"], session["proposal"], session["proposalId"]) == (None, None, 999)


def test_a_session_without_a_number_has_no_name(odd_site):
    session = odd_site.get("/sessions/12").json
    assert (session["session"], session["proposal"], session["visit_number"]) == (None, "MX533", None)


@pytest.mark.parametrize("login", ["outsider", "member", "staff", "pi"])
def test_nobody_sees_a_session_for_its_having_no_beamline(odd_site, login):
    assert odd_site.get(f"/sessions/{IDS['no beamline']}", login=login).status_code == 404


def test_sessions_without_a_date_come_last_in_either_order(odd_site):
    undated = {"no begin", "ends in march", None} | ({"zero"} if odd_site.name == "mariadb" else set())
    for order in ("asc", "desc"):
        found = named(odd_site.get(f"/sessions?order_by=startDate&order={order}&limit=500"))
        assert set(found[-len(undated) :]) == undated


def test_zero_dates_are_unknown(odd_site):
    if odd_site.name == "sqlite":
        pytest.skip("only MariaDB has zero dates")
    session = odd_site.get(f"/sessions/{IDS['zero']}").json
    assert (session["startDate"], session["endDate"], session["_metadata"]["active"]) == (None, None, False)
    assert "zero" not in named(odd_site.get("/sessions?previous=true&limit=500"))
    assert "zero" not in named(odd_site.get("/sessions?year=2012"))


def test_what_runs_and_what_comes_next_among_odd_sessions(odd_site):
    """Those without an end do not run, those without a begin do not come."""
    odd_site.token("admin")
    with odd_site.statements() as counted:
        found = odd_site.get("/sessions/current?beamLineName=BL-ODD").json
    assert [NAMES[row["sessionId"]] for row in found["current"]] == ["for ever", "running"]
    assert NAMES[found["next"]["sessionId"]] == "soon"
    assert counted.number == 2
