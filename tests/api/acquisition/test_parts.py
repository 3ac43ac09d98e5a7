"""Files, workflow steps, analyses of images and event chains of data collections."""

import csv
import io
import tracemalloc

import pytest

from ispyb_api.app import PREFIX
from tests.conftest import ENGINES
from tests.support import sites


@pytest.fixture(scope="module")
def analysed(site):
    """A collection of the demo with analysed images."""
    return site.ask(
        "SELECT dataCollectionId AS id, COUNT(*) AS n FROM ImageQualityIndicators WHERE dataCollectionId IS NOT NULL"
        " GROUP BY dataCollectionId ORDER BY n DESC, id"
    )[0]


def lengths(found):
    return {len(value) for name, value in found.items() if isinstance(value, list)}


def test_lists_of_one_collection_are_parallel(site, analysed):
    page = site.get(f"/datacollections/quality?dataCollectionId={analysed['id']}&limit=400").json
    (found,) = page["results"]
    assert (page["total"], lengths(found)) == (analysed["n"], {400})
    stored = site.ask(
        "SELECT imageNumber, method2Res FROM ImageQualityIndicators WHERE dataCollectionId = %s ORDER BY imageNumber LIMIT 400",
        analysed["id"],
    )
    assert found["imageNumber"] == [row["imageNumber"] for row in stored]
    assert found["method2Res"] == [row["method2Res"] for row in stored]


def test_pages_go_through_images(site, analysed):
    url = f"/datacollections/quality?dataCollectionId={analysed['id']}"
    whole = site.get(f"{url}&limit=500").json["results"][0]["imageNumber"]
    pages = [site.get(f"{url}&limit=3&skip={skip}").json for skip in range(0, 9, 3)]
    assert [n for page in pages for n in page["results"][0]["imageNumber"]] == whole[:9]
    assert {page["total"] for page in pages} == {analysed["n"]}


@pytest.mark.parametrize("path", ["/datacollections/quality", "/datacollections/quality?limit=3"])
def test_something_must_be_asked_for(site, path):
    assert site.get(path).status_code == 422


def test_whole_analysis_comes_as_json_and_as_csv(site, analysed):
    url = f"/datacollections/{analysed['id']}/quality"
    rows = site.get(url).json["results"]
    assert len(rows) == analysed["n"]
    answer = site.get(f"{url}?format=csv")
    assert answer.headers["Content-Disposition"] == f"attachment; filename=quality-{analysed['id']}.csv"
    read = list(csv.DictReader(io.StringIO(answer.get_data(as_text=True))))
    assert [int(row["imageNumber"]) for row in read] == [row["imageNumber"] for row in rows]
    assert read[0].keys() == rows[0].keys()


@pytest.mark.parametrize("login", ["outsider"])
def test_who_does_not_see_the_collection_gets_nothing(site, analysed, login):
    assert site.get(f"/datacollections/{analysed['id']}/quality", login).status_code == 404
    assert site.get(f"/datacollections/quality?dataCollectionId={analysed['id']}", login).json["total"] == 0


NUMBERED, BY_ROW = range(100_001, 200_001), range(300_000, 300_100)


@pytest.fixture(scope="module", params=ENGINES)
def long(request, tmp_path_factory):
    """A site with a collection of very many images, some known by the image's row alone, or by both without a number."""
    with sites.open_site(request.param, tmp_path_factory.mktemp("long")) as opened:
        with opened.database.transaction(write=True) as tx:
            raw, mark = tx._raw.cursor(), "%s" if opened.name == "mariadb" else "?"
            if opened.name == "mariadb":
                raw.execute("SET max_recursive_iterations = 200000")
            raw.execute(
                "INSERT INTO ImageQualityIndicators (dataCollectionId, imageNumber, spotTotal)"
                f" WITH RECURSIVE n (i) AS (SELECT {NUMBERED[0]} UNION ALL SELECT i + 1 FROM n WHERE i < {NUMBERED[-1]})"
                " SELECT 3, i, i % 100 FROM n"
            )
            raw.executemany(
                f"INSERT INTO Image (imageId, dataCollectionId, imageNumber) VALUES ({mark}, 3, {mark})",
                [(900_000 + place, number) for place, number in enumerate(BY_ROW)],
            )
            raw.executemany(
                f"INSERT INTO ImageQualityIndicators (imageId, dataCollectionId, spotTotal) VALUES ({mark}, {mark}, 7)",
                [(900_000 + place, 3 if place % 2 else None) for place in range(len(BY_ROW))],
            )
        yield opened


def test_stream_has_each_image_once(long):
    everything = long.get("/datacollections/3/quality").json["results"]
    rows = [row for row in everything if row["imageNumber"] > 100_000]
    numbers = [row["imageNumber"] for row in rows]
    assert numbers == [*NUMBERED, *BY_ROW]
    assert {row["spotTotal"] for row in rows[-100:]} == {7}
    total = long.get("/datacollections/quality?dataCollectionId=3&limit=1").json["total"]
    assert total == len(everything)


def test_images_of_which_little_was_found_keep_their_places(long):
    """Values that are null were left out of each list, so that the lists did not fit together."""
    long.ask("UPDATE ImageQualityIndicators SET spotTotal = NULL WHERE dataCollectionId = 3 AND imageNumber = 100002")
    before = long.ask(
        "SELECT COUNT(*) AS n FROM ImageQualityIndicators WHERE dataCollectionId = 3 AND imageNumber < 100001"
    )
    url = f"/datacollections/quality?dataCollectionId=3&limit=3&skip={before[0]['n']}"
    (found,) = long.get(url).json["results"]
    assert (found["imageNumber"], found["spotTotal"]) == ([100_001, 100_002, 100_003], [1, None, 3])


def test_collections_of_a_group_are_not_mixed(long):
    """There was one object for the whole group, in which nothing said which collection an image belongs to."""
    group = long.ask("SELECT dataCollectionGroupId AS id FROM DataCollection WHERE dataCollectionId = 3")[0]["id"]
    long.ask("INSERT INTO DataCollection (dataCollectionId, dataCollectionGroupId) VALUES (990001, %s)", group)
    for number in (1, 2):
        long.ask("INSERT INTO ImageQualityIndicators (dataCollectionId, imageNumber) VALUES (990001, %s)", number)
    url = f"/datacollections/quality?dataCollectionGroupId={group}"
    total = long.get(f"{url}&limit=1").json["total"]
    assert total == sum(
        long.get(f"/datacollections/quality?dataCollectionId={each}&limit=1").json["total"] for each in (3, 990_001)
    )
    found = long.get(f"{url}&limit=4&skip={total - 4}").json["results"]
    assert {each["dataCollectionId"]: each["imageNumber"] for each in found} == {3: [300_098, 300_099], 990_001: [1, 2]}


@pytest.mark.parametrize("kind", ["json", "csv"])
def test_stream_takes_the_same_memory_however_many_images(long, kind):
    headers = long.headers("admin")
    tracemalloc.start()
    answer = long.app.test_client().get(f"{PREFIX}/datacollections/3/quality?format={kind}", headers=headers)
    length = sum(len(piece) for piece in answer.response)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert length > 2_000_000
    assert peak < 20_000_000  # all rows at once take five times as much


def test_steps_are_listed_once_with_flags(site):
    page = site.get("/datacollections/workflows/steps?limit=500").json
    ids = [row["workflowStepId"] for row in page["results"]]
    assert len(ids) == len(set(ids)) == page["total"]
    last = next(row for row in page["results"] if row["workflowStepId"] == 15)
    assert set(last["_metadata"]["attachments"].values()) == {False}


def test_file_of_a_step(site):
    assert site.get("/datacollections/workflows/steps/2?attachmentType=imageResultFilePath").mimetype == "image/png"
    assert site.get("/datacollections/workflows/steps/1?attachmentType=resultFilePath").status_code == 404
    assert site.get("/datacollections/workflows/steps/2?attachmentType=htmlResultFilePath").status_code == 422
    assert site.get("/datacollections/workflows/steps/2?attachmentType=resultFilePath", "outsider").status_code == 404


def test_event_chains_have_their_events_in_order(site):
    number = site.ask("SELECT MIN(dataCollectionId) AS id FROM EventChain")[0]["id"]
    chains = site.get(f"/eventchains?dataCollectionId={number}").json["results"]
    assert chains
    for chain in chains:
        offsets = [event["offset"] for event in chain["events"]]
        assert offsets == sorted(offsets) != []
        assert {event["EventType"]["name"] for event in chain["events"]} <= {
            "XrayDetection", "XrayExposure", "LaserExcitation", "ReactionTrigger",
        }  # fmt: skip
    assert site.get(f"/eventchains?dataCollectionId={number}", "outsider").json["total"] == 0


def test_attachments_say_where_they_are(site):
    row = site.get("/datacollections/attachments?limit=1").json["results"][0]
    assert row["_metadata"]["url"].endswith(f"/datacollections/attachments/{row['dataCollectionFileAttachmentId']}")
    assert "/" not in row["_metadata"]["fileName"]


def test_event_chains_are_also_a_plain_list(site):
    number = site.ask("SELECT MIN(dataCollectionId) AS id FROM EventChain")[0]["id"]
    page = site.get(f"/eventchains?dataCollectionId={number}").json
    assert site.get(f"/eventchain?dataCollectionId={number}").json == page["results"] != []
    assert site.get(f"/eventchain?dataCollectionId={number}", "outsider").json == []
    assert site.get("/eventchain").status_code == 422
