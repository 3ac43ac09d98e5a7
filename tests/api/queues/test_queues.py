"""GET of /containers/queue and /containers/queue/samples, on the demo facility."""

import pytest

from ispyb_api.queues.schemas import ContainerQueuePageSchema, QueuedSamplePageSchema
from tests.contract.shapes import faults

PLATE, PUCK = 1, 2  # queues of the demo facility


@pytest.mark.parametrize(
    ("query", "queues"),
    [
        ("", [PUCK, PLATE]),
        ("?completed=false", [PLATE]),
        ("?completed=true", [PUCK]),
        ("?order_by=containerQueueId", [PLATE, PUCK]),
        ("?containerId=4", [PLATE]),
        ("?proposal=mx415", [PUCK, PLATE]),
        ("?proposal=mx9", []),
    ],
)
def test_queues_are_filtered_and_sorted(get, query, queues):
    page = get(f"/containers/queue{query}").json
    assert [row["containerQueueId"] for row in page["results"]] == queues
    assert page["total"] == len(queues)
    assert list(faults(ContainerQueuePageSchema, page)) == []


def test_a_beamline_has_the_queues_of_its_containers(get, site):
    there = site.ask("SELECT beamlineLocation AS b FROM Container WHERE containerId = 3")[0]["b"]
    expected = [PUCK] if there else []
    found = get(f"/containers/queue?beamLineName={there or 'BL01-MX'}").json["results"]
    assert [row["containerQueueId"] for row in found] == expected


@pytest.mark.parametrize(
    ("login", "queues"), [("pi", [PUCK, PLATE]), ("member", [PUCK, PLATE]), ("outsider", []), ("staff", [PUCK, PLATE])]
)
def test_one_sees_the_queues_of_ones_proposals(get, login, queues):
    assert [row["containerQueueId"] for row in get("/containers/queue", login).json["results"]] == queues
    rows = get("/containers/queue/samples", login).json["results"]
    assert {row["containerQueueId"] for row in rows} == set(queues)
    assert get(f"/containers/queue/{PUCK}", login).status_code == (200 if queues else 404)


def test_the_queue_tells_how_much_is_to_be_measured(get):
    counts = {row["containerQueueId"]: row["_metadata"]["samples"] for row in get("/containers/queue").json["results"]}
    assert counts == {PLATE: 12, PUCK: 8}


def test_one_queue_is_as_in_the_list(get):
    row = get("/containers/queue?containerId=4").json["results"][0]
    assert get(f"/containers/queue/{PLATE}").json == row
    assert get("/containers/queue/999").status_code == 404


def test_samples_of_queues_are_as_the_schema_says(get):
    page = get("/containers/queue/samples?limit=500").json
    assert list(faults(QueuedSamplePageSchema, page)) == []
    assert page["total"] == 20
    assert [row["containerQueueSampleId"] for row in page["results"]] == list(range(1, 21))


def test_a_position_stands_with_its_sample_and_its_plan(get, site):
    row = get("/containers/queue/samples?containerQueueId=1&limit=1").json["results"][0]
    sample = site.ask("SELECT blSampleId AS s FROM BLSubSample WHERE blSubSampleId = %s", row["blSubSampleId"])[0]["s"]
    assert row["BLSample"] is None
    assert row["BLSubSample"]["BLSample"]["blSampleId"] == sample
    assert row["DiffractionPlan"]["diffractionPlanId"] == row["dataCollectionPlanId"] == 7


def test_statuses_part_the_samples(get):
    every = {row["containerQueueSampleId"]: row for row in get("/containers/queue/samples?limit=500").json["results"]}
    found = {}
    for status in ("Queued", "Completed", "Failed"):
        page = get(f"/containers/queue/samples?status={status}&limit=500").json
        assert page["total"] == len(page["results"])
        found |= {row["containerQueueSampleId"]: status for row in page["results"]}
    assert found == {number: row["_metadata"]["status"] for number, row in every.items()}


@pytest.mark.parametrize("name", ["started", "finished"])
def test_samples_are_sorted_by_when_they_were_measured(get, name):
    up = get(f"/containers/queue/samples?order_by={name}&limit=500").json["results"]
    down = get(f"/containers/queue/samples?order_by={name}&order=desc&limit=500").json["results"]
    assert [row["containerQueueSampleId"] for row in down] == [row["containerQueueSampleId"] for row in reversed(up)]
    times = [row["_metadata"][name] or "" for row in up]
    assert times == sorted(times)


def test_a_sample_is_found_itself_and_by_positions_on_it(get, site):
    itself = get("/containers/queue/samples?blSampleId=27").json["results"]
    assert [row["blSampleId"] for row in itself] == [27]
    sample = site.ask("SELECT blSampleId AS s FROM BLSubSample WHERE blSubSampleId = 1")[0]["s"]
    found = get(f"/containers/queue/samples?blSampleId={sample}").json["results"]
    assert found
    assert {row["BLSubSample"]["BLSample"]["blSampleId"] for row in found} == {sample}


def test_a_page_takes_three_statements(site, statements):
    with statements() as counted:
        site.get("/containers/queue/samples?limit=5")
    assert counted.number <= 3
    with statements() as counted:
        site.get("/containers/queue?limit=1")
    assert counted.number <= 2


@pytest.mark.parametrize("query", ["status=Done", "order_by=name", "blSampleId=0", "proposal=no name"])
def test_wrong_arguments_are_refused(get, query):
    assert get(f"/containers/queue/samples?{query}").status_code == 422
