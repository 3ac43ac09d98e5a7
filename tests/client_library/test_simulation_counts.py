"""Statistics count what an invented experiment sent, no more and no less."""

import collections
import datetime
import itertools
import statistics

import pytest

from ispyb_api.simulation.beamtime import Beamtime
from tests.support.overheard import EXPERIMENTS, overhearing

SERVICE = {"login": "service", "password": "demo-service"}
NUMBERS = {"mx": 2, "ssx": 2, "em": 5}  # of samples, delays and movies
VISITS = itertools.count(900)  # without a number of its own, the session that runs is taken


class Said:
    """What was sent, to be counted."""

    def __init__(self, heard):
        self._heard = heard

    def to(self, path):
        """Return what was posted to a path, the first first."""
        return [each.payload for each in self._heard if (each.method, each.path) == ("POST", path)]


@pytest.fixture
def experiment(client, written):
    """``experiment("mx")``: the number of a session in which nothing else was done, and what was sent."""

    def experiment(kind):
        run, proposal, beamline = EXPERIMENTS[kind]
        begun = Beamtime(client(**SERVICE), proposal, beamline, speed=0, tell=lambda _: None)
        now = datetime.datetime.now()
        times = {
            "startDate": (now - datetime.timedelta(hours=1)).isoformat(),
            "endDate": (now + datetime.timedelta(hours=1)).isoformat(),
        }
        about = {"proposalId": begun.proposal["proposalId"], "beamLineName": beamline, "visit_number": next(VISITS)}
        begun.session = begun.client.post("/sessions", {**about, **times})
        with overhearing(written) as heard:
            run(begun, NUMBERS[kind])
        return begun.session["sessionId"], Said(heard)

    return experiment


@pytest.mark.parametrize("kind", EXPERIMENTS)
def test_what_was_done_in_a_session_is_counted(written, experiment, kind):
    session, said = experiment(kind)
    made, groups = said.to("/datacollections"), said.to("/datacollectiongroups")
    assert len(groups) == len(made) > 0
    by_kind = collections.Counter(each["experimentType"] for each in groups)
    done = {
        "dc": len(made),
        "robot": len(said.to("/robotactions")),
        "edge": len(said.to("/energyscans")),
        "xrf": len(said.to("/spectra")),
    }

    breakdown = written.get(f"/stats/breakdown?sessionId={session}").json
    counts = breakdown["overview"]["counts"]
    assert {**done, "failed": 0} == {
        "dc": counts["datacollections"],
        **{name: counts[name] for name in ("robot", "edge", "xrf", "failed")},
    }
    assert counts["datacollectionTypes"] == by_kind
    history = collections.Counter(each["eventType"] for each in breakdown["history"])
    assert {name: history[name] for name in done} == done
    assert len(breakdown["plottables"]["time"]) == len(made)

    totals = written.get(f"/stats/errors?sessionId={session}").json["totals"]
    assert {each["experimentType"]: (each["total"], each["failed"], each["aborted"]) for each in totals} == {
        each: (number, 0, 0) for each, number in by_kind.items()
    }
    for parameter, name in (("exposuretime", "exposureTime"), ("energy", "wavelength")):
        found = written.get(f"/stats/parameters/histogram?sessionId={session}&parameter={parameter}").json
        frequencies = [number for each in found["beamLines"] for number in each["frequency"]]
        assert sum(frequencies) == sum(name in each for each in made), parameter
    (times,) = written.get(f"/stats/times?sessionId={session}").json["sessions"]
    assert times["sessionId"] == session
    assert times["duration"] == pytest.approx(2)


def test_movies_of_a_session_and_of_a_collection_are_counted(written, experiment):
    session, said = experiment("em")
    movies, motions = said.to("/em/movies"), said.to("/em/motion-corrections")
    (collection,) = {each["dataCollectionId"] for each in movies}
    expected = {
        "movies": len(movies),
        "motionCorrections": len(motions),
        "ctfs": sum("CTF" in each for each in motions),
        "totalMotion": _summary([each["totalMotion"] for each in motions]),
        "estimatedResolution": _summary([each["CTF"]["estimatedResolution"] for each in motions]),
    }
    for asked in (f"sessionId={session}", f"dataCollectionId={collection}"):
        found = written.get(f"/em/statistics?{asked}").json
        assert {name: found["whole"][name] for name in expected} == expected
        assert sum(each["movies"] for each in found["results"]) == len(movies)
        (row,) = written.get(f"/em/datacollections?{asked}").json["results"]
        assert {name: row["statistics"][name] for name in expected} == expected


def _summary(values):
    summary = {"number": len(values), "mean": statistics.fmean(values), "min": min(values), "max": max(values)}
    return pytest.approx(summary, rel=1e-5)


def test_hits_and_cells_of_a_jet_are_counted(written, experiment):
    _, said = experiment("ssx")
    last = {each["dataCollectionId"]: each for each in said.to("/ssx/datacollection/processing/results")}
    assert len(last) == NUMBERS["ssx"]
    asked = ",".join(map(str, last))
    for path in ("stats", "results"):
        found = written.get(f"/ssx/datacollection/processing/{path}?dataCollectionIds={asked}").json
        assert {row["dataCollectionId"]: (row["nbHits"], row["nbIndexed"]) for row in found} == {
            number: (each["nbHits"], each["nbIndexed"]) for number, each in last.items()
        }, path
