"""GET /events: conditions, and who sees what."""

import pytest

from tests.support.model import Model


@pytest.fixture
def found(events):
    """``found("status=success")``: (type, id) of what TL100-1 has of it."""
    return lambda query: {(row["type"], row["id"]) for row in events(f"sessionId=9001&limit=100&{query}")}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        # Of a group one collection is enough; what is under way, or of which nothing is known, has no outcome.
        ("status=success", {("dc", 9202), ("dc", 9208), ("robot", 9401)}),
        ("status=failed", {("dc", 9202), ("dc", 9206), ("robot", 9402)}),
        ("status=processed", {("dc", 9202), ("dc", 9203)}),
        ("status=processing", {("dc", 9202), ("dc", 9208)}),
        ("status=processerror", {("dc", 9206), ("dc", 9208)}),
        ("eventType=dc", {("dc", 9202), ("dc", 9203), ("dc", 9206), ("dc", 9207), ("dc", 9208)}),
        ("eventType=robot", {("robot", 9401), ("robot", 9402), ("robot", 9403)}),
        ("eventType=es", {("es", 9501), ("es", 9502)}),
        ("eventType=xrf", {("xrf", 9601)}),
        ("eventType=OSC", {("dc", 9202), ("dc", 9206)}),
        ("eventType=Mesh", {("dc", 9203)}),
        ("eventType=no such type", set()),
        ("eventType=robot&status=success", {("robot", 9401)}),
        ("eventType=OSC&status=processerror", {("dc", 9206)}),
        # A sample that the group names, and one that only the collection names.
        ("blSampleId=9301", {("dc", 9202), ("es", 9501), ("robot", 9401)}),
        ("blSampleId=9302", {("dc", 9203), ("xrf", 9601)}),
        ("blSampleId=99999", {("dc", 9207)}),
        ("blSampleId=1", set()),
        ("proteinId=9300", {("dc", 9202), ("es", 9501), ("robot", 9401)}),
        ("proteinId=9300&blSampleId=9302", set()),
        ("blSubSampleId=9351", {("dc", 9202), ("es", 9501)}),
        # Names of samples, of the group's or of the collection's, and what was remarked; % is just that.
        ("search=ONE", {("dc", 9202), ("es", 9501), ("robot", 9401)}),
        ("search=tw", {("dc", 9203), ("xrf", 9601)}),
        ("search=one&eventType=es", {("es", 9501)}),
        ("search=one&dataCollectionGroupId=9101", {("dc", 9201), ("dc", 9202)}),
        ("search=A Pair", {("dc", 9202)}),
        ("search=100%25", {("es", 9502)}),
        ("search=%25%25", set()),
        ("search=nowhere", set()),
        # Robot actions, scans and spectra belong to no collection.
        ("dataCollectionId=9201", {("dc", 9201)}),
        ("dataCollectionGroupId=9101", {("dc", 9201), ("dc", 9202)}),
        ("dataCollectionGroupId=9101&dataCollectionId=9203", set()),
        ("dataCollectionGroupId=9101&status=success", {("dc", 9201)}),
        ("dataCollectionGroupId=9101&status=failed", {("dc", 9202)}),
        ("dataCollectionGroupId=9101&status=processed", {("dc", 9201)}),
        ("dataCollectionGroupId=9101&status=processing", {("dc", 9202)}),
        ("dataCollectionGroupId=9103&status=processerror", {("dc", 9205)}),
        ("dataCollectionGroupId=9101&blSubSampleId=9351", {("dc", 9201)}),
        ("dataCollectionGroupId=9101&blSampleId=9301", {("dc", 9201), ("dc", 9202)}),
        ("dataCollectionGroupId=9102&proteinId=9300", set()),
        ("dataCollectionGroupId=9101&eventType=Mesh", set()),
        ("dataCollectionGroupId=9101&eventType=robot", set()),
        ("dataCollectionGroupId=9105", set()),
    ],
)
def test_condition(found, query, expected):
    assert found(query) == expected


@pytest.mark.parametrize(
    "query",
    [
        "status=success",
        "status=processerror",
        "eventType=OSC",
        "blSampleId=9301",
        "dataCollectionGroupId=9103",
        "",
        "search=o",
    ],
)
def test_totals_agree(site, query):
    whole = site.get(f"/events?limit=500&{query}", login="member").json
    first = site.get(f"/events?limit=1&{query}", login="member").json
    assert (first["total"], len(whole["results"])) == (whole["total"], whole["total"])


@pytest.mark.parametrize(
    ("query", "sessions"),
    [
        ("session=TL100-1", {9001}),
        ("session=tl100-2", {9002}),
        ("proposal=TL100", {9001, 9002}),
        ("proposalId=9000", {9001, 9002}),
        ("proposal=TL100&beamLineName=TL-TWO", {9002}),
        ("beamLineName=TL-ONE", {9001}),
        ("session=TL100-1&proposal=TL100", {9001}),
        ("session=TL100-1&proposal=MX415", set()),
        # Unknown names leave nothing: never everything.
        ("session=TL100-99", set()),
        ("session=XX1-1", set()),
        ("proposal=XX1", set()),
        ("proposalId=99999", set()),
        # Not member's.
        ("session=TL200-1", set()),
        ("proposal=TL200", set()),
        ("sessionId=9011", set()),
        ("dataCollectionGroupId=9111", set()),
        ("dataCollectionId=9211", set()),
    ],
)
def test_place(events, query, sessions):
    assert {row["sessionId"] for row in events(f"limit=500&{query}")} == sessions


def test_hidden_rows_count_for_nobody_but_admin(site):
    def total(query, login):
        return site.get(f"/events?limit=1&{query}", login=login).json["total"]

    assert total("proposal=TL200", "member") == 0
    assert total("proposal=TL200", "admin") == 4
    assert total("blSampleId=9301", "member") == 3
    assert total("blSampleId=9301", "admin") == 6


@pytest.mark.parametrize("login", ["admin", "pi", "member", "contact", "staff", "outsider", "service"])
def test_everybody_sees_what_the_model_says(site, login):
    visible = Model(site).sessions(login)
    counts = {"dc": "SELECT g.sessionId FROM DataCollectionGroup g WHERE EXISTS (SELECT 1 FROM DataCollection d WHERE d.dataCollectionGroupId = g.dataCollectionGroupId)",
              "robot": "SELECT blsessionId AS sessionId FROM RobotAction", "es": "SELECT sessionId FROM EnergyScan",
              "xrf": "SELECT sessionId FROM XFEFluorescenceSpectrum"}  # fmt: skip
    for kind, sql in counts.items():
        expected = sorted(row["sessionId"] for row in site.ask(sql) if row["sessionId"] in visible)
        page = site.get(f"/events?limit=500&eventType={kind}", login=login).json
        assert (sorted(row["sessionId"] for row in page["results"]), page["total"]) == (expected, len(expected))


@pytest.mark.parametrize(
    ("query", "fields"),
    [
        ("status=perhaps", {"status"}),
        ("session=nonsense", {"session"}),
        ("proposal=-", {"proposal"}),
        ("sessionId=0&proposalId=x&blSampleId=-1", {"sessionId", "proposalId", "blSampleId"}),
        ("dataCollectionId=1.5&dataCollectionGroupId=2147483648", {"dataCollectionId", "dataCollectionGroupId"}),
        ("proteinId=&blSubSampleId=%20", {"proteinId", "blSubSampleId"}),
        ("proposal=%00", {"proposal"}),
        ("proposal=%FF", {"proposal"}),
        ("sessionId=1&sessionId=2", {"sessionId"}),
        ("limit=501&skip=-1", {"limit", "skip"}),
        ("beamLineName=&eventType=", {"beamLineName", "eventType"}),
        ("order=desc&order_by=id", {"order", "order_by"}),
        ("unknown=1", {"unknown"}),
    ],
)
def test_bad_input_is_refused_by_name(site, query, fields):
    answer = site.get(f"/events?{query}")
    assert (answer.status_code, answer.json["errors"].keys()) == (422, fields)


def test_strangers_see_nothing(site):
    assert site.get("/events", login=None).status_code == 401
    assert site.get("/events/types", login=None).status_code == 401
