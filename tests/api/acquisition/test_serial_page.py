"""The requests of docs/serial-crystallography.rst, sent one after the other."""

import json
import re

import pytest

from ispyb_api import paths
from tests.support.instrument import Instrument

PAGE = (paths.MIGRATIONS.parents[1] / "docs" / "serial-crystallography.rst").read_text(encoding="utf-8")
BLOCK = re.compile(r"^   (GET|POST|PUT|PATCH) (/\S+)\n((?:\n|   .*\n)*)", re.M)


def _fields(answer):
    """Yield what an answer says, the innermost first."""
    for part in answer if isinstance(answer, list) else answer.values() if isinstance(answer, dict) else ():
        yield from _fields(part)
    if isinstance(answer, dict):
        yield from answer.items()


def _filled(text, known):
    return re.sub(r"<(\w+)>", lambda match: str(known[match[1]]), text)


@pytest.fixture(scope="module")
def answers(written):
    """[(request, answer)] of the page's requests; ``<name>`` is what the last answer with such a field said."""
    instrument, known, found = Instrument(written), {}, []
    for block in BLOCK.findall(PAGE):
        method, path, body = (_filled(text, known) for text in block)
        answer = instrument.send(method, path, json.loads(body) if body.strip() else None)
        assert answer.status_code in (200, 201), (method, path, answer.json)
        known |= dict(_fields(answer.json))
        found.append((f"{method} {path}", answer.json))
    return found


def test_the_page_shows_requests(answers):
    assert len(answers) > 2


def test_what_is_sent_first_is_there_at_the_end(answers):
    collections = [
        answer for request, answer in answers if "/datacollections" in request and "SSXDataCollection" in answer
    ]
    assert collections[-1]["SSXDataCollection"]["laserEnergy"] == 11.6
    assert [event["EventType"]["name"] for event in collections[-1]["event_chains"][0]["events"]] == [
        *("LaserExcitation", "ReactionTrigger", "XrayExposure", "XrayDetection")
    ]


def test_the_group_has_its_sample(answers):
    assert answers[0][1]["blSample"] == "bR-batch-7"


def test_counts_and_cells_are_read_back(written, answers):
    number = next(answer["dataCollectionId"] for request, answer in answers if request == "POST /datacollections")
    live = next(answer for request, answer in answers if "/live" in request)
    assert (live[0]["nbHits"], live[0]["indexingRate"]) == (13010, 6630 / 13010)
    cells = written.get(f"/ssx/datacollection/processing/cells?dataCollectionId={number}").json["unit_cells"]
    assert [cell[0] for cell in cells] == [78.9, 79.1]
