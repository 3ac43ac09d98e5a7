"""Invented experiments write through the client, and show in the routes that people look at."""

import datetime

import pytest
from click.testing import CliRunner

from ispyb_api import cli
from ispyb_api.client import IspybError
from ispyb_api.simulation.beamtime import Beamtime
from tests.support.overheard import EXPERIMENTS

SERVICE = {"login": "service", "password": "demo-service"}
NUMBERS = {"mx": 2, "ssx": 2, "em": 5}  # of samples, delays and movies


@pytest.fixture
def beamtime(client):
    """``beamtime("mx", spool=True)``: beam time that nobody waits for, with what is done in it."""

    def begin(kind, **more):
        opened = client(**SERVICE, **more)
        run, proposal, beamline = EXPERIMENTS[kind]
        begun = Beamtime(opened, proposal, beamline, speed=0, tell=lambda _: None)
        return begun, lambda: run(begun, NUMBERS[kind])

    return begin


@pytest.fixture
def measured(beamtime, written):
    """``measured("mx")``: the session of an experiment, and what was added to its timeline, the first first."""

    def measured(kind):
        begun, go = beamtime(kind)
        before = _timeline(written, begun)
        go()
        return begun.session["sessionId"], [each for each in _timeline(written, begun) if each not in before]

    return measured


def _timeline(site, begun):
    rows = site.get(f"/events?sessionId={begun.session['sessionId']}&limit=500").json["results"]
    return sorted((row["type"], row["id"]) for row in rows)


def _collections(timeline):
    return [number for kind, number in timeline if kind == "dc"]


def test_crystals_are_measured_and_processed(written, measured):
    session, done = measured("mx")
    assert sorted(kind for kind, _ in done) == ["dc"] * 4 + ["es"] + ["robot"] * 4 + ["xrf"]
    assert written.get(f"/sessions/{session}").json["_metadata"]["active"] is True
    made = _collections(done)
    rows = [written.get(f"/events?dataCollectionId={each}").json["results"][0] for each in made]
    assert [row["Item"]["DataCollectionGroup"]["experimentType"] for row in rows] == ["Characterization", "OSC"] * 2
    assert [row["blSample"] for row in rows] == ["BIFA-n1"] * 2 + ["BIFA-n2"] * 2
    assert {row["Item"]["runStatus"] for row in rows} == {"DataCollection Successful"}
    results = written.get(f"/processings/results?dataCollectionId={made[1]}").json["results"]
    assert [(row["processingPrograms"], row["overall"]["completeness"]) for row in results] == [("autoPROC", 99.1)]
    assert len(written.get(f"/datacollections/{made[1]}/images").json["results"]) == 2
    assert written.get(f"/datacollections/quality?dataCollectionId={made[1]}&limit=1").json["total"] == 1800
    (screening,) = written.get(f"/processings/screenings?dataCollectionId={made[0]}").json["results"]
    assert screening["ScreeningOutput"][0]["ScreeningStrategy"][0]["completeness"] == 99.1
    assert written.get("/samples/11").json["_metadata"]["autoIntegrations"] >= 1


def test_a_jet_is_recorded_with_its_sequences(written, measured):
    dark, pumped = _collections(measured("ssx")[1])
    chains = [written.get(f"/eventchains?dataCollectionId={each}").json["results"][0] for each in (dark, pumped)]
    kinds = [[event["EventType"]["name"] for event in chain["events"]] for chain in chains]
    assert [sorted(each) for each in kinds] == [
        ["XrayDetection", "XrayExposure"],
        ["LaserExcitation", "XrayDetection", "XrayExposure"],
    ]
    assert written.get(f"/datacollections/{pumped}").json["SSXDataCollection"]["repetitionRate"] == 250
    (counted,) = written.get(f"/ssx/datacollection/processing/stats?dataCollectionIds={pumped}").json
    assert (counted["nbHits"], counted["nbIndexed"]) == (6500, 3250)
    cells = written.get(f"/ssx/datacollection/processing/cells?dataCollectionId={pumped}").json["unit_cells"]
    assert len(cells) == 200


def test_movies_are_recorded_and_corrected_as_they_come(written, measured):
    (collection,) = _collections(measured("em")[1])
    movies = written.get(f"/em/movies?dataCollectionId={collection}").json["results"]
    assert [movie["movieNumber"] for movie in movies] == [1, 2, 3, 4, 5]
    assert all(2 < movie["CTF"]["estimatedResolution"] < 5 for movie in movies)


def test_an_experiment_goes_on_while_the_server_is_away(written, beamtime, server):
    begun, go = beamtime("em", spool=True, interval=60)
    before = _timeline(written, begun)
    server.stop()
    go()
    assert len(begun.client.spool.waiting()) == 14
    assert _timeline(written, begun) == before
    server.start()
    assert begun.client.deliver() == 14
    ((_, collection),) = set(_timeline(written, begun)) - set(before)
    assert len(written.get(f"/em/movies?dataCollectionId={collection}").json["results"]) == 5
    assert begun.client.spool.aside() == []


@pytest.mark.parametrize(
    ("kind", "last", "number"), [("mx", "result", 2), ("ssx", "collection", 2), ("em", "movie", 5)]
)
def test_an_experiment_is_watched_live(written, client, beamtime, kind, last, number):
    begun, go = beamtime(kind)
    before = _timeline(written, begun)
    live = client(**SERVICE).live(begun.session["sessionId"], seconds=60)
    assert next(live).kind == "ready"
    go()
    seen = _until(live, last, number)
    made = _collections(each for each in _timeline(written, begun) if each not in before)
    assert {each.what["dataCollectionId"] for each in seen if each.kind == "collection"} == set(made)


def test_what_is_watched_goes_on_after_the_line_was_cut(client, beamtime, server):
    begun, go = beamtime("em")
    live = client(**SERVICE).live(begun.session["sessionId"], seconds=60)
    assert next(live).kind == "ready"
    server.cut()
    go()
    seen = _until(live, "movie", 5)
    assert [each.what["movieNumber"] for each in seen if each.kind == "movie"] == [1, 2, 3, 4, 5]
    assert server.requests.count(f"GET /sessions/{begun.session['sessionId']}/stream") == 2


def test_watching_ends_when_its_time_is_over(client):
    assert [each.kind for each in client().live(3, seconds=1)] == ["ready"]


def _until(live, kind, number):
    """Return what is told until something of a kind was told so often."""
    seen = []
    for happening in live:
        seen.append(happening)
        if sum(each.kind == kind for each in seen) == number:
            break
    live.close()
    return seen


def test_a_session_that_one_may_not_see_is_not_watched(client):
    with pytest.raises(IspybError, match="not_found"):
        next(client(login="outsider", password="demo-outsider").live(3))


def test_a_session_is_opened_where_none_runs(client):
    begun = Beamtime(client(**SERVICE), "MX533", "BL01-MX", speed=0)
    assert begun.session["startDate"].startswith(datetime.date.today().isoformat())
    assert begun.session["proposal"] == "MX533"


def test_time_passes_as_fast_as_is_asked(beamtime, monkeypatch):
    begun, _ = beamtime("em")
    slept = []
    monkeypatch.setattr("time.sleep", slept.append)
    begun.pass_time(120)
    begun.speed = 60
    begun.pass_time(120)
    assert slept == [2]


# --- the command


def simulate(*arguments, password="demo-service"):
    return CliRunner().invoke(cli.main, ["simulate", *arguments], env={"ISPYB_PASSWORD": password})


def test_the_command_does_an_experiment(server, written):
    done = simulate("em", "--url", server.url, "--login", "service", "--speed", "0", "--number", "3")
    assert (done.exit_code, done.stdout) == (0, "Done.\n"), done.output
    assert server.requests.count("POST /em/movies") == 3


def test_the_command_takes_a_services_token(server, written, tmp_path):
    asked = {
        "name": "simulation",
        "owner": "service",
        "permissions": ["ingest_data", "ingest_proc", "all_proposals"],
        "days": 1,
    }
    file = tmp_path / "token"
    file.write_text(written.open("POST", "/auth/service-tokens", json=asked).json["token"] + "\n")
    done = simulate("ssx", "--url", server.url, "--token-file", str(file), "--speed", "0", "--number", "1")
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize(
    ("arguments", "password", "said"),
    [
        (("--login", "service"), "guessed", "unauthenticated"),
        (("--login", "service", "--proposal", "XX1"), "demo-service", "No proposal XX1."),
        (("--login", "outsider"), "demo-outsider", "No proposal MX415."),
        ((), "demo-service", "Give --login or --token-file."),
    ],
)
def test_the_command_says_what_is_wrong(server, arguments, password, said):
    done = simulate("mx", "--url", server.url, "--speed", "0", *arguments, password=password)
    assert done.exit_code != 0
    assert said in done.output
    assert "Traceback" not in done.output
