"""The scripts in docs/examples/recording: what they record is there afterwards."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.instrument import Instrument

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples" / "recording"
BEAMLINES = {"beamline": "BL01-MX", "serial": "BL02-SSX", "microscope": "BL03-EM"}


@pytest.fixture
def run(server, tmp_path):
    """Run a script as its first line says; return what it printed."""
    instrument = Instrument(server.site)
    (tmp_path / "token").write_text(instrument.headers["Authorization"].removeprefix("Bearer "))

    def run(name):
        session = instrument.make(
            "/sessions", proposalId=1, beamLineName=BEAMLINES[name], startDate="2030-01-01T08:00:00"
        )
        command = [sys.executable, EXAMPLES / f"{name}.py", server.url, str(session["sessionId"]), tmp_path / "token"]
        done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return ast.literal_eval(done.stdout)

    return run


def test_a_beamline_records_a_collection_and_its_result(run, server):
    collection, program = run("beamline")
    (found,) = server.site.get(f"/processings/auto-integrations?dataCollectionId={collection}").json["results"]
    assert found["autoProcProgramId"] == program
    shown = server.site.get(f"/datacollections/{collection}").json
    assert (shown["runStatus"], shown["flux"]) == ("Data collection successful", 6.3e11)


def test_a_serial_beamline_counts_its_hits(run, server):
    collection, number = run("serial")
    (found,) = server.site.get(f"/ssx/datacollection/processing/results?dataCollectionIds={collection}").json
    assert (found["ssxProcessingResultId"], found["nbHits"], found["hitRate"]) == (number, 250, 0.25)


def test_a_microscope_records_movies(run, server):
    collection, movies = run("microscope")
    rows = server.site.get(f"/em/movies?dataCollectionId={collection}").json["results"]
    assert sorted(row["movieId"] for row in rows) == sorted(movies)


def test_every_script_is_run_here():
    assert {each.stem for each in EXAMPLES.glob("*.py")} == BEAMLINES.keys()
