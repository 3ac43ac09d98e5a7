"""What is said about what was measured: added with author and time, or replaced."""

import re
import threading

import pytest

from ispyb_api.acquisition.schemas import DataCollectionGroupSchema, WholeDataCollectionSchema
from ispyb_api.acquisition.schemas_scans import EnergyScanSchema, SpectrumSchema
from tests.contract.shapes import faults
from tests.support.instrument import Instrument
from tests.support.rows import Rows

KINDS = {
    "/datacollections": Rows.collection,
    "/datacollectiongroups": Rows.group,
    "/energyscans": Rows.energy_scan,
    "/spectra": Rows.spectrum,
}
SHOWN = {
    "/datacollections": WholeDataCollectionSchema,
    "/datacollectiongroups": DataCollectionGroupSchema,
    "/energyscans": EnergyScanSchema,
    "/spectra": SpectrumSchema,
}
OTHERS = {
    "/datacollections": {"flux": 1e9, "runStatus": "Failed"},
    "/datacollectiongroups": {"crystalClass": "1"},
    "/energyscans": {"element": "Se"},
    "/spectra": {"energy": 12.0},
}
NOUNS = {
    "datacollections": "collection",
    "datacollectiongroups": "group",
    "energyscans": "energy scan",
    "spectra": "spectrum",
    "sessions": "session",
}
SAID = r"\[\d{4}-\d\d-\d\d \d\d:\d\d (\w+ \w+ \(\w+\))\] (.*)"
ROOM = 1024


@pytest.fixture(params=KINDS)
def measured(request, rows):
    """The path of a row of each kind that can be commented on, which nobody said anything about."""
    return f"{request.param}/{KINDS[request.param](rows)}"


@pytest.fixture
def collection(rows):
    return f"/datacollections/{rows.collection()}"


def say(site, path, text, login="pi", **options):
    return site.open("POST", f"{path}/comments", login, json={"comments": text}, **options)


def lines(answer):
    return [re.fullmatch(SAID, line).groups() for line in answer.json["comments"].split("\n")]


def test_comments_follow_one_another_with_author_and_time(written, measured):
    first = say(written, measured, "ice on the loop", "pi")
    assert first.status_code == 200, first.json
    second = say(written, measured, "annealed: 50 % better", "staff")
    assert lines(second) == [
        ("Mirela Costaforte (pi)", "ice on the loop"),
        ("Kaito Murasaweld (staff)", "annealed: 50 % better"),
    ]


@pytest.mark.parametrize("kind", SHOWN)
def test_answer_is_the_row_as_it_is_read(written, rows, kind):
    path = f"{kind}/{KINDS[kind](rows)}"
    answer = say(written, path, "good")
    assert list(faults(SHOWN[kind], answer.json)) == []
    assert answer.json == written.get(path, "pi").json


def test_what_instruments_said_stays(written, collection):
    written.open("PATCH", collection, json={"comments": "beam was lost"})
    assert say(written, collection, "again").json["comments"].startswith("beam was lost\n[")


def test_comments_at_once_are_all_kept(written, measured):
    threads = [threading.Thread(target=say, args=(written, measured, f"no. {number}")) for number in range(6)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    said = lines(say(written, measured, "no. 6"))
    assert {text for _, text in said} == {f"no. {number}" for number in range(7)}


def test_repeated_request_says_it_once(written, measured):
    key = {"Idempotency-Key": "said-once"}
    answers = [say(written, measured, "twice", headers=key) for _ in range(2)]
    assert answers[0].json == answers[1].json
    assert answers[0].json["comments"].count("twice") == 1


def test_comment_that_no_longer_fits_is_refused_and_nothing_is_cut(written, collection):
    before = say(written, collection, "x" * 500).json["comments"]
    answer = say(written, collection, "y" * 500)
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["comments"])
    assert f"There are {len(before)} characters" in answer.json["errors"]["comments"][0]
    assert f"the {ROOM} characters" in answer.json["errors"]["comments"][0]
    assert written.get(collection).json["comments"] == before


@pytest.mark.parametrize("body", [{}, {"comments": None}, {"comments": ""}, {"comments": " \n "}, {"comments": 3}])
def test_comment_says_something(written, measured, body):
    answer = written.open("POST", f"{measured}/comments", "pi", json=body)
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["comments"])


def test_only_what_people_say_is_theirs_to_change(written, measured):
    others = OTHERS[f"/{measured.split('/')[1]}"]
    refused = written.open("PATCH", measured, "pi", json={"comments": "mine", **others})
    assert refused.status_code == 403
    assert f"not {', '.join(others)}:" in refused.json["message"]
    assert written.get(measured).json["comments"] is None
    changed = written.open("PATCH", measured, "pi", json={"comments": "mine"})
    assert (changed.status_code, changed.json["comments"]) == (200, "mine")
    assert changed.json == written.get(measured, "pi").json


@pytest.mark.parametrize(
    ("login", "status"), [("outsider", 404), ("member", 404), ("pi", 200), ("staff", 200), ("service", 200)]
)
def test_who_may_comment(written, measured, login, status):
    answer = say(written, measured, "hello", login)
    assert answer.status_code == status, answer.json
    if status == 404:
        known, unknown = (re.sub(r"\d+", "", each) for each in (answer.json["message"], _of_nothing(written, measured)))
        assert known == unknown


def test_who_takes_part_in_a_session_comments_when_it_is_over(written, rows):
    session = rows.session()
    group = rows.new("/datacollectiongroups", "dataCollectionGroupId", sessionId=session)
    written.ask("INSERT INTO Session_has_Person (sessionId, personId) VALUES (%s, 3)", session)
    over = "UPDATE BLSession SET startDate = '2020-01-01', endDate = '2020-01-02' WHERE sessionId = %s"
    written.ask(over, session)
    assert say(written, f"/datacollectiongroups/{group}", "hello", "member").status_code == 200


def _of_nothing(site, path):
    return say(site, re.sub(r"\d+$", "2000000000", path), "hello", "outsider").json["message"]


@pytest.mark.parametrize("kind", SHOWN)
def test_a_hidden_row_is_not_there_to_change(written, rows, kind):
    """The message once named the session that the row belongs to."""
    numbers = KINDS[kind](rows), 2_000_000_000
    hidden, absent = (written.open("PATCH", f"{kind}/{n}", "outsider", json={"comments": "x"}) for n in numbers)
    assert (hidden.status_code, absent.status_code) == (404, 404)
    assert hidden.json["message"].replace(str(numbers[0]), "") == absent.json["message"].replace(str(numbers[1]), "")


def test_what_was_shared_is_read_only(written, rows, collection):
    """Of a sample that was shared its measurements are seen, and nothing else of their session."""
    sample = rows.sample()
    group = f"/datacollectiongroups/{written.get(collection).json['dataCollectionGroupId']}"
    written.open("PATCH", group, json={"blSampleId": sample})
    written.open("POST", "/proposals/MX415/grants", json={"personId": 6, "blSampleId": sample})
    written.app.extensions["ispyb_api"].callers.forget_everybody()
    assert written.get(collection, "outsider").status_code == 200
    assert say(written, collection, "hello", "outsider").status_code == 403
    assert written.open("PATCH", collection, "outsider", json={"comments": "hello"}).status_code == 403
    assert written.open("PATCH", group, "outsider", json={"comments": "hello"}).status_code == 403


def test_second_of_two_who_replace_learns_of_the_first(written, measured):
    etag = {"If-Match": written.get(measured).headers["ETag"]}
    answers = [
        written.open("PATCH", measured, login, json={"comments": login}, headers=etag) for login in ("pi", "staff")
    ]
    assert [answer.status_code for answer in answers] == [200, 412]
    assert written.get(measured).json["comments"] == "pi"


def on_record(site, path):
    """Return all comments of a row that others took the place of, put together."""
    rows = site.ask(
        "SELECT login, target, detail FROM api_activity WHERE action = 'comments replaced' ORDER BY activityId"
    )
    kind, number = path[1:].split("/")
    found = [row for row in rows if row["target"] == f"{NOUNS[kind]} {number}"]
    return {row["login"] for row in found}, "".join(row["detail"] for row in found)


def test_what_is_replaced_stays_on_record(written, measured):
    said = say(written, measured, "ice rings", "staff").json["comments"]
    written.open("PATCH", measured, "pi", json={"comments": said})  # which replaces nothing
    assert on_record(written, measured) == (set(), "")
    written.open("PATCH", measured, "pi", json={"comments": None})
    assert written.get(measured).json["comments"] is None
    assert on_record(written, measured) == ({"pi"}, said)


def test_no_part_of_a_long_text_is_lost(written, measured):
    longest = "".join(f"{number:05}," for number in range(170))
    kept = written.open("PATCH", measured, "pi", json={"comments": longest}).json["comments"]
    written.open("PATCH", measured, "pi", json={"comments": longest[::-1]})
    assert (kept, on_record(written, measured)) == (longest, ({"pi"}, longest))


def test_what_is_replaced_in_a_session_stays_on_record(written, rows):
    session = f"/sessions/{rows.session()}"
    longest = "".join(f"{number:05}," for number in range(330))
    written.open("PATCH", session, "pi", json={"comments": longest})
    written.open("PATCH", session, "staff", json={"comments": "short"})
    assert on_record(written, session) == ({"staff"}, longest)


def test_a_scan_that_is_sent_again_leaves_what_was_said_on_record(written, rows):
    instrument, folder = Instrument(written), written.settings.files.roots[0]
    body = {"sessionId": rows.session(), "scanFileFullPath": f"{folder}/{rows.word()}.raw"}
    number = instrument.make("/energyscans", **body)["energyScanId"]
    said = say(written, f"/energyscans/{number}", "Se is there").json["comments"]
    again = instrument.send("POST", "/energyscans", {**body, "comments": "over"})
    assert (again.status_code, again.json["comments"]) == (200, "over")
    assert on_record(written, f"/energyscans/{number}")[1].endswith(f": {said}")


def test_timeline_shows_what_was_said(written, rows):
    scan = rows.energy_scan()
    say(written, f"/energyscans/{scan}", "Se is there")
    session = written.ask("SELECT sessionId AS id FROM EnergyScan WHERE energyScanId = %s", scan)[0]["id"]
    item = written.get(f"/events?sessionId={session}").json["results"][0]["Item"]
    assert item["comments"].endswith("Se is there")
    assert written.get(f"/sessions/{session}").json["lastUpdate"] is not None
