"""Sessions: golden answers, written from the facts and the demo's rows."""

import pytest

from tests.support.java import moved, stamp

SECOND = {
    "sessionId": 2,
    "expSessionPk": None,
    "proposalId": 1,
    "BLSession_startDate": "2030-04-13 09:30:00",
    "BLSession_endDate": "2030-04-14 08:00:00",
    "beamLineName": "BL01-MX",
    "scheduled": True,
    "nbShifts": 3,
    "comments": "Ring was down from 18:00 to 18:40.",
    "beamLineOperator": "Delbesque O",
    "BLSession_protectedData": None,
    "Proposal_title": "Cold-adapted hydrolases from the deep fjord",
    "Proposal_proposalCode": "MX",
    "Proposal_ProposalNumber": "415",
    "beamLineSetupId": 2,
    "projectCode": None,
    "visit_number": 2,
    "bltimeStamp": "2030-03-25 10:00:00",
    "usedFlag": None,
    "sessionTitle": "Native data",
    "structureDeterminations": None,
    "dewarTransport": None,
    "databackupFrance": None,
    "databackupEurope": None,
    "operatorSiteNumber": None,
    "BLSession_lastUpdate": "2030-04-13 18:00:00",
    "Proposal_ProposalType": "MX",
    "Person_personId": 2,
    "Person_familyName": "Costaforte",
    "Person_givenName": "Mirela",
    "Person_emailAddress": "mirela.costaforte@velhinho.example.org",
    "lastExperimentDataCollectionGroup": "OSC",
    "lastEndTimeDataCollectionGroup": "2030-04-13 11:12:17",
    "hplcCount": 0,
    "sampleChangerCount": 0,
    "calibrationCount": 0,
}
TIMES = (
    "BLSession_startDate",
    "BLSession_endDate",
    "bltimeStamp",
    "BLSession_lastUpdate",
    "lastEndTimeDataCollectionGroup",
)
COUNTS = """
SELECT (SELECT COUNT(*) FROM EnergyScan WHERE sessionId = %s) AS energyScanCount,
       (SELECT COUNT(*) FROM XFEFluorescenceSpectrum WHERE sessionId = %s) AS xrfSpectrumCount,
       COUNT(DISTINCT g.blSampleId) AS sampleCount,
       SUM(dc.numberOfImages) AS imagesCount,
       SUM(CASE WHEN dc.numberOfImages < 5 THEN 1 ELSE 0 END) AS testDataCollectionGroupCount,
       SUM(CASE WHEN dc.numberOfImages > 4 THEN 1 ELSE 0 END) AS dataCollectionGroupCount,
       SUM(CASE WHEN g.experimentType = 'EM' THEN 1 ELSE 0 END) AS EMdataCollectionGroupCount
  FROM DataCollectionGroup g JOIN DataCollection dc ON dc.dataCollectionGroupId = g.dataCollectionGroupId
 WHERE g.sessionId = %s
"""


def golden(java):
    counted = java.site.ask(COUNTS, 2, 2, 2)[0]
    assert counted["imagesCount"] > 0
    return {**SECOND, **{name: stamp(SECOND[name]) for name in TIMES}, **{k: int(v) for k, v in counted.items()}}


def test_a_session_has_every_key(java):
    (row,) = java.rows("/proposal/mx415/session/sessionId/2/list")
    assert row == golden(java)


def test_of_a_proposal_keys_without_a_value_are_left_out(java):
    row = next(r for r in java.rows("/proposal/MX415/session/list", "pi") if r["sessionId"] == 2)
    assert row.keys() >= {key for key, value in golden(java).items() if value is not None}
    assert not any(value is None for value in row.values())
    assert "expSessionPk" not in row


def test_a_session_without_anything_is_counted_as_nothing(java):
    (row,) = java.rows("/proposal/mx533/session/sessionId/12/list")
    assert row["imagesCount"] is None
    counts = {name: row[name] for name in row if name.endswith("Count") and name != "imagesCount"}
    assert len(counts) == 9
    assert set(counts.values()) == {0}


@pytest.mark.parametrize(
    ("login", "path", "expected"),
    [
        ("pi", "/session/list", [5, 4, 3, 2, 1]),
        ("member", "/session/list", [7, 6, 3, 2]),
        ("outsider", "/session/list", []),
        ("admin", "/session/list", list(range(13, 0, -1))),
        ("member", "/proposal/mx415/session/list", [3, 2]),
        ("member", "/proposal/sx28/session/list", [7, 6]),
        ("pi", "/proposal/pi/session/list", [5, 4, 3, 2, 1]),  # by the login
        ("admin", "/proposal/MX533/session/list", [13, 12, 11, 10]),
        ("pi", "/proposal/mx415/session/sessionId/3/list", [3]),
        ("member", "/proposal/mx415/session/sessionId/1/list", []),  # not his
        ("admin", "/proposal/mx415/session/sessionId/10/list", []),  # of another proposal
        ("admin", "/proposal/mx415/session/sessionId/null/list", []),
        ("admin", "/proposal/mx415/session/sessionId/3,2/list", []),  # one is asked for
    ],
)
def test_who_sees_which(java, login, path, expected):
    assert java.ids("sessionId", path, login) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2030-04-13", "2030-04-14", [2]),  # it begins
        ("2030-04-14", "2030-04-15", [2]),  # it ends
        ("2030-04-12", "2030-04-13", []),  # the end is the night before
        ("2030-04-10", "2030-05-13", [2]),
        ("2030-06-12", "2030-06-13", [3]),  # it lasts
        ("2030-01-01", "2030-12-31", [5, 4, 3, 2]),
    ],
)
def test_sessions_by_date(java, first, last, expected):
    span = f"{moved(first):%Y%m%d}/{moved(last):%Y%m%d}"
    assert java.ids("sessionId", f"/proposal/mx415/session/date/{span}/list", "pi") == expected


def test_managers_list_every_session_by_date(java):
    span = f"{moved('2030-06-12'):%Y%m%d}/{moved('2030-06-13'):%Y%m%d}"
    assert java.ids("sessionId", f"/proposal/session/date/{span}/list") == [9, 3]


def test_a_session_without_an_end_is_found_where_it_begins(java):
    span = f"{moved('2030-06-01'):%Y%m%d}/{moved('2030-06-02'):%Y%m%d}"
    assert java.ids("sessionId", f"/proposal/mx533/session/date/{span}/list") == [13]


@pytest.mark.parametrize("span", ["20300612/x", "null/null", "2030-06-12/2030-06-13", "20301350/20301351", "1/2"])
def test_days_that_are_none_find_nothing(java, span):
    assert java.rows(f"/proposal/session/date/{span}/list") == []


def test_a_list_takes_as_many_statements_whatever_its_rows(java, statements):
    for path in ("/session/list", "/proposal/mx415/session/list"):
        java.rows(path)
        with statements() as counted:
            assert len(java.rows(path)) > 4
        assert counted.number <= 5
