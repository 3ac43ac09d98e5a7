"""ispyb-api close-stale"""

import datetime
import json

from click.testing import CliRunner

from ispyb_api import cli
from ispyb_api.acquisition import stale
from tests.support.instrument import Instrument, running_session


def begun(site, hours, **more):
    """Make a collection that began so many hours ago; return its id."""
    instrument = Instrument(site)
    group = instrument.make("/datacollectiongroups", sessionId=running_session(site)["sessionId"])
    start = (datetime.datetime.now() - datetime.timedelta(hours=hours)).isoformat(timespec="seconds")
    number = group["dataCollectionGroupId"]
    return instrument.make("/datacollections", dataCollectionGroupId=number, startTime=start, **more)[
        "dataCollectionId"
    ]


def test_hours_and_days_that_leave_nothing_are_refused(written):
    environ = {"ISPYB_DATABASE_URL": written.url, "ISPYB_TOKEN_SECRET": "s" * 32}
    result = CliRunner().invoke(cli.main, ["close-stale", "--hours", "48", "--days", "2"], env=environ)
    assert (result.exit_code, "--hours is to be less than --days" in result.output) == (2, True)


def test_more_than_are_ended_at_once_are_counted(written, monkeypatch):
    monkeypatch.setattr(stale, "_MOST", 1)
    asked = {"hours": 24, "days": 30, "login": "operator", "dry_run": True}
    before = stale.close(written.database, **asked)
    begun(written, 30), begun(written, 30)
    assert stale.close(written.database, **asked) == before + 2


def test_only_what_is_old_is_ended_and_once(written):
    environ = {"ISPYB_DATABASE_URL": written.url, "ISPYB_TOKEN_SECRET": "s" * 32}
    run = CliRunner().invoke
    assert run(cli.main, ["close-stale"], env=environ).exit_code == 0  # the demo's own
    old = begun(written, 30, runStatus="Running", numberOfImages=100, exposureTime=0.5)
    unknown, new, ancient = begun(written, 30), begun(written, 1), begun(written, 24 * 60)
    session = running_session(written)["sessionId"]
    written.ask("UPDATE BLSession SET lastUpdate = '2001-01-01 00:00:00' WHERE sessionId = %s", session)
    assert "2 data collections would be ended" in run(cli.main, ["close-stale", "--dry-run"], env=environ).output
    assert "2 data collections were ended" in run(cli.main, ["close-stale"], env=environ).output
    found = {number: written.get(f"/datacollections/{number}").json for number in (old, unknown, new, ancient)}
    assert found[old]["runStatus"] == found[unknown]["runStatus"] == stale.RUN_STATUS
    took = datetime.datetime.fromisoformat(found[old]["endTime"]) - datetime.datetime.fromisoformat(
        found[old]["startTime"]
    )
    assert took == datetime.timedelta(seconds=50)
    assert (found[new]["endTime"], found[ancient]["endTime"]) == (None, None)
    assert "0 data collections were ended" in run(cli.main, ["close-stale"], env=environ).output
    assert written.get(f"/sessions/{session}").json["lastUpdate"] > "2020"
    done = written.ask("SELECT login, target, detail FROM api_activity WHERE action = 'collections ended'")
    line = next(each for each in done if str(old) in each["detail"])
    assert (line["target"], json.loads(line["detail"])) == (f"session {session}", {"dataCollectionId": [old, unknown]})
    assert line["login"].endswith("(command)")
