"""The requests of docs/serial-crystallography.rst, sent one after the other."""

import pytest

from ispyb_api import paths
from tests.support import examples

PAGE = (paths.MIGRATIONS.parents[1] / "docs" / "serial-crystallography.rst").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def answers(written):
    return examples.carried_out(written, PAGE)


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
