"""POST, PATCH and DELETE of /containers/queue, DELETE of /containers/queue/samples."""

import threading

import pytest

from ispyb_api.queues.schemas import ContainerQueueSchema
from tests.contract.shapes import faults


@pytest.fixture
def container(rows):
    return rows.container()


def queue(site, container, login="pi", **more):
    return site.open("POST", "/containers/queue", login, json={"containerId": container, **more})


def items(site, container):
    """Return what waits of a container: (sample, position, plan)."""
    page = site.get(f"/containers/queue/samples?containerId={container}&limit=500").json
    return [(row["blSampleId"], row["blSubSampleId"], row["dataCollectionPlanId"]) for row in page["results"]]


def places(site, container):
    page = site.get(f"/containers/queue/samples?containerId={container}&limit=500").json
    return [row["containerQueueSampleId"] for row in page["results"]]


def measure(site, rows, sample, plan=None, status="DataCollection Successful"):
    """Collect data of a sample by a plan, an hour after it was queued at the earliest."""
    group = rows.group()
    site.ask(
        "INSERT INTO DataCollection (dataCollectionGroupId, blSampleId, dataCollectionPlanId, runStatus, startTime)"
        " VALUES (%s, %s, %s, %s, '2099-01-01 00:00:00')",
        *(group, sample, plan, status),
    )
    site.ask("UPDATE DataCollectionGroup SET blSampleId = %s WHERE dataCollectionGroupId = %s", sample, group)


def test_a_queued_container_is_as_get_shows_it(written, rows, container):
    rows.sample(containerId=container, location=1)
    made = queue(written, container)
    assert made.status_code == 201, made.json
    assert list(faults(ContainerQueueSchema, made.json)) == []
    number = made.json["containerQueueId"]
    assert made.headers["Location"].endswith(f"/containers/queue/{number}")
    assert written.get(f"/containers/queue/{number}", "member").json == made.json
    me = written.get("/user/current", "pi").json["personId"]
    assert (made.json["personId"], made.json["completedTimeStamp"], made.json["_metadata"]["samples"]) == (me, None, 1)


def test_samples_wait_by_each_of_their_plans_in_their_places(written, rows, container):
    second, first = (rows.sample(containerId=container, location=place) for place in (10, 9))
    plans = [rows.new(f"/samples/{first}/diffractionplans", "diffractionPlanId", experimentKind="OSC") for _ in "ab"]
    queue(written, container)
    assert items(written, container) == [(first, None, plans[0]), (first, None, plans[1]), (second, None, None)]


def test_positions_with_plans_wait_behind_the_samples(written, rows, container):
    sample = rows.sample(containerId=container)
    without, planned = rows.position(blSampleId=sample), rows.position(blSampleId=sample)
    plan = rows.new(f"/samples/sub/{planned}/diffractionplans", "diffractionPlanId", experimentKind="OSC")
    queue(written, container)
    assert items(written, container) == [(sample, None, None), (None, planned, plan)]
    assert without not in {position for _, position, _ in items(written, container)}


def test_a_sample_without_a_plan_waits_by_its_crystal_forms(written, rows, container):
    crystal = rows.crystal()
    plan = rows.new(f"/crystals/{crystal}/diffractionplans", "diffractionPlanId", experimentKind="OSC")
    sample = rows.sample(containerId=container, crystalId=crystal)
    queue(written, container)
    assert items(written, container) == [(sample, None, plan)]


def test_only_what_is_named_waits(written, rows, container):
    first, second = (rows.sample(containerId=container) for _ in "ab")
    position = rows.position(blSampleId=second)
    plan = rows.new("/proposals/MX415/diffractionplans", "diffractionPlanId", experimentKind="OSC")
    wanted = [{"blSubSampleId": position}, {"blSampleId": first, "dataCollectionPlanId": plan}]
    assert queue(written, container, samples=wanted).status_code == 201
    assert items(written, container) == [(None, position, None), (first, None, plan)]


@pytest.mark.parametrize(
    ("sample", "field"),
    [
        (lambda rows, own: {"blSampleId": rows.sample()}, "blSampleId"),
        (lambda rows, own: {"blSampleId": 66}, "blSampleId"),
        (lambda rows, own: {"blSubSampleId": rows.position()}, "blSubSampleId"),
        (lambda rows, own: {"blSampleId": own, "dataCollectionPlanId": 2**31 - 1}, "dataCollectionPlanId"),
    ],
)
def test_what_is_not_of_the_container_is_refused_by_name(written, rows, container, sample, field):
    own = rows.sample(containerId=container)
    answer = queue(written, container, samples=[{"blSampleId": own}, sample(rows, own)])
    assert (answer.status_code, list(answer.json["errors"])) == (422, [f"samples[1].{field}"])
    assert written.get(f"/containers/queue?containerId={container}").json["total"] == 0


def test_another_proposals_plan_is_refused(written, rows, container):
    theirs = written.open("POST", "/samples/66/diffractionplans", json={"experimentKind": "OSC"}).json
    wanted = {"blSampleId": rows.sample(containerId=container), "dataCollectionPlanId": theirs["diffractionPlanId"]}
    assert queue(written, container, samples=[wanted]).status_code == 422
    assert queue(written, container, "admin", samples=[wanted]).status_code == 422


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"containerId": 2**31 - 1},
        {"samples": []},
        {"samples": [{}]},
        {"samples": [{"blSampleId": 1, "blSubSampleId": 1}]},
        {"samples": [{"blSampleId": "1"}]},
        {"beamLineName": "BL01-MX"},
    ],
)
def test_wrong_bodies_are_refused(written, container, body):
    given = {"containerId": container, **body} if body else {}
    assert written.open("POST", "/containers/queue", "pi", json=given).status_code == 422


def test_a_container_waits_once_and_what_lacks_is_added(written, rows, container):
    first = rows.sample(containerId=container, location=1)
    made = queue(written, container)
    second = rows.sample(containerId=container, location=2)
    again = queue(written, container)
    assert (made.status_code, again.status_code) == (201, 200)
    assert made.json["containerQueueId"] == again.json["containerQueueId"]
    assert items(written, container) == [(first, None, None), (second, None, None)]
    assert queue(written, container).json == again.json


def test_many_at_once_make_one_queue(written, rows, container):
    rows.sample(containerId=container)
    answers, begin = [], threading.Barrier(6)

    def ask():
        begin.wait()
        answers.append(queue(written, container).status_code)

    written.token("pi")
    threads = [threading.Thread(target=ask) for _ in range(6)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(answers) == [200] * 5 + [201]
    assert written.get(f"/containers/queue?containerId={container}").json["total"] == 1
    assert len(items(written, container)) == 1


def test_a_container_is_done_and_waits_again(written, container):
    number = queue(written, container).json["containerQueueId"]
    path = f"/containers/queue/{number}"
    done = written.open("PATCH", path, "pi", json={"completed": True}).json
    assert done["completedTimeStamp"] is not None
    assert written.open("PATCH", path, "pi", json={"completed": True}).json == done
    assert queue(written, container).status_code == 201
    assert written.open("PATCH", path, "pi", json={"completed": False}).status_code == 409
    other = written.get(f"/containers/queue?containerId={container}&completed=false").json["results"][0]
    written.open("DELETE", f"/containers/queue/{other['containerQueueId']}", "pi")
    assert written.open("PATCH", path, "pi", json={"completed": False}).json["completedTimeStamp"] is None


def test_unqueueing_forgets_all_where_nothing_was_measured(written, rows, container):
    rows.sample(containerId=container)
    number = queue(written, container).json["containerQueueId"]
    assert written.open("DELETE", f"/containers/queue/{number}", "pi").status_code == 204
    assert written.get(f"/containers/queue/{number}").status_code == 404
    assert items(written, container) == []


def test_unqueueing_keeps_what_was_measured(written, rows, container):
    first, second = (rows.sample(containerId=container, location=place) for place in (1, 2))
    number = queue(written, container).json["containerQueueId"]
    measure(written, rows, first)
    assert written.open("DELETE", f"/containers/queue/{number}", "pi").status_code == 204
    left = written.get(f"/containers/queue/{number}").json
    assert (left["completedTimeStamp"] is not None, left["_metadata"]["samples"]) == (True, 1)
    assert [sample for sample, _, _ in items(written, container)] == [first]
    assert written.get(f"/samples/{second}").json["_metadata"]["queued"] is False


def test_collections_since_then_are_its_progress(written, rows, container):
    first, second = (rows.sample(containerId=container, location=place) for place in (1, 2))
    measure(written, rows, first)
    queue(written, container)
    written.ask("UPDATE DataCollection SET startTime = '2001-01-01 00:00:00' WHERE blSampleId = %s", first)
    path = f"/containers/queue/samples?containerId={container}"
    assert [row["_metadata"]["status"] for row in written.get(path).json["results"]] == ["Queued", "Queued"]
    measure(written, rows, second, status="DataCollection Unsuccessful")
    found = [row["_metadata"] for row in written.get(path).json["results"]]
    assert [(row["status"], len(row["datacollections"])) for row in found] == [("Queued", 0), ("Failed", 1)]
    assert found[1]["started"] == "2099-01-01T00:00:00"
    assert written.get(f"{path}&status=Failed").json["total"] == 1
    assert written.get(f"{path}&status=Queued").json["total"] == 1


def test_a_plan_of_several_samples_is_done_for_the_one_that_was_measured(written, rows, container):
    crystal = rows.crystal()
    plan = rows.new(f"/crystals/{crystal}/diffractionplans", "diffractionPlanId", experimentKind="OSC")
    first, _ = (rows.sample(containerId=container, crystalId=crystal, location=place) for place in (1, 2))
    queue(written, container)
    measure(written, rows, first, plan, "Running")
    found = written.get(f"/containers/queue/samples?containerId={container}").json["results"]
    assert [row["_metadata"]["status"] for row in found] == ["Completed", "Queued"]


def test_a_sample_is_taken_from_its_queue(written, rows, container):
    sample = rows.sample(containerId=container)
    plan = rows.new(f"/samples/{sample}/diffractionplans", "diffractionPlanId", experimentKind="OSC")
    queue(written, container)
    (place,) = places(written, container)
    path = f"/containers/queue/samples/{place}"
    etag = written.get(path, "pi").headers["ETag"]
    assert written.open("DELETE", path, "pi", headers={"If-Match": '"other"'}).status_code == 412
    assert written.open("DELETE", path, "pi", headers={"If-Match": etag}).status_code == 204
    assert written.get(path).status_code == 404
    assert written.get(f"/diffractionplans/{plan}").status_code == 200, "it is still the sample's"


def test_a_plan_that_was_made_for_the_queue_alone_goes_with_it(written, rows, container):
    """As daiquiri makes them: only the queue names it."""
    sample = rows.sample(containerId=container)
    number = queue(written, container, samples=[{"blSampleId": sample}]).json["containerQueueId"]
    written.ask("INSERT INTO DiffractionPlan (diffractionPlanId, comments) VALUES (77001, 'for the queue')")
    written.ask("UPDATE ContainerQueueSample SET dataCollectionPlanId = 77001 WHERE containerQueueId = %s", number)
    (place,) = places(written, container)
    assert written.open("DELETE", f"/containers/queue/samples/{place}", "pi").status_code == 204
    assert written.ask("SELECT 1 FROM DiffractionPlan WHERE diffractionPlanId = 77001") == []
    written.ask("DELETE FROM ContainerQueue WHERE containerQueueId = %s", number)


def test_what_was_measured_stays(written, rows, container):
    sample = rows.sample(containerId=container)
    queue(written, container)
    measure(written, rows, sample)
    (place,) = places(written, container)
    answer = written.open("DELETE", f"/containers/queue/samples/{place}", "pi")
    assert (answer.status_code, answer.json["code"]) == (409, "conflict")


def test_a_sample_that_moves_leaves_the_queue(written, rows, container):
    sample, stays = rows.sample(containerId=container, location=1), rows.sample(containerId=container, location=2)
    position = rows.position(blSampleId=sample)
    queue(written, container, samples=[{"blSampleId": sample}, {"blSubSampleId": position}, {"blSampleId": stays}])
    moved = written.open("PATCH", f"/samples/{sample}", "pi", json={"location": 3})
    assert (moved.status_code, len(items(written, container))) == (200, 3)
    moved = written.open("PATCH", f"/samples/{sample}", "pi", json={"containerId": rows.container(), "location": 1})
    assert moved.status_code == 200, moved.json
    assert items(written, container) == [(stays, None, None)]


def test_a_queued_sample_is_removed_after_it_left_the_queue(written, rows, container):
    sample = rows.sample(containerId=container)
    queue(written, container)
    refused = written.open("DELETE", f"/samples/{sample}", "pi")
    assert (refused.status_code, "queue" in refused.json["message"]) == (409, True)
    (place,) = places(written, container)
    written.open("DELETE", f"/containers/queue/samples/{place}", "pi")
    assert written.open("DELETE", f"/samples/{sample}", "pi").status_code == 204


def test_a_container_goes_with_its_queue(written, container):
    number = queue(written, container).json["containerQueueId"]
    assert written.open("DELETE", f"/containers/{container}", "pi").status_code == 204
    assert written.ask("SELECT 1 FROM ContainerQueue WHERE containerQueueId = %s", number) == []


@pytest.mark.parametrize(("login", "status"), [("outsider", 422), ("member", 201), ("staff", 201)])
def test_who_may_queue(written, container, login, status):
    assert queue(written, container, login).status_code == status
