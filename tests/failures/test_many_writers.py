"""Sixteen writers on one session at once, and another program that locks the same rows the other way round."""

import collections
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from unittest import mock

import pytest

from tests.support import sites
from tests.support.instrument import Instrument
from tests.support.rows import Rows

WRITERS, TURNS, IMAGES, SHARED, ROUNDS = 16, 3, 5, 4, 8
SECONDS = 20
DEADLOCK = 1213
FIELDS = ("spotTotal", "goodBraggCandidates", "iceRings", "inResTotal")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    # Sixteen writers share eight connections: a busy machine must not send any of them away.
    with sites.open_site("mariadb", tmp_path_factory.mktemp("site"), **{"database.pool_wait": 60.0}) as opened:
        yield opened


class Written:
    """What is written to, and what was answered."""

    def __init__(self, site):
        rows = Rows(site)
        self.session = rows.session()
        self.group = rows.new("/datacollectiongroups", "dataCollectionGroupId", sessionId=self.session)
        self.shared = [
            rows.new("/datacollections", "dataCollectionId", dataCollectionGroupId=self.group) for _ in range(SHARED)
        ]
        self.statuses, self.made_way, self.seconds = collections.Counter(), 0, 0.0

    def write(self, instrument, number):
        """Do what one writer does: record collections, and say something of rows that all the others write to."""
        own, images = self.shared[number % SHARED], range(1, IMAGES + 1)
        for turn in range(TURNS):
            word = f"<{number}.{turn}>"
            for path, body in (
                ("/datacollections", {"dataCollectionGroupId": self.group, "imagePrefix": word}),
                (f"/datacollections/{own}/comments", {"comments": word}),
                (f"/datacollections/{self.shared[0]}/images", [{"imageNumber": each, "comments": word} for each in images]),
                (f"/datacollections/{self.shared[0]}/quality", [{"imageNumber": each, FIELDS[number % 4]: turn} for each in images]),
                (f"/em/datacollections/{self.shared[0]}/movies", [{"movieNumber": each} for each in images]),
            ):  # fmt: skip
                self.statuses[instrument.send("POST", path, body).status_code] += 1


def lock_the_other_way_round(site, written):
    """Take a data collection, then its session, as no request does; with so much to undo that the requests make way."""
    for _ in range(ROUNDS):
        with site.database.engine.raw(autocommit=False) as raw, raw.cursor() as cursor:
            raw.begin()
            cursor.execute("UPDATE DataCollection SET flux = 1 WHERE dataCollectionId = %s", written.shared[:1])
            cursor.executemany(
                "INSERT INTO AdminVar (name, value) VALUES (%s, 'x')", [[f"v{each}"] for each in range(99)]
            )
            time.sleep(0.1)
            cursor.execute("SELECT sessionId FROM BLSession WHERE sessionId = %s FOR UPDATE", [written.session])
            raw.rollback()
        time.sleep(0.15)


@pytest.fixture(scope="module")
def written(site):
    """Everything that was written, after all writers have ended."""
    found, instrument, translate = Written(site), Instrument(site), site.database.engine.translate

    def noting(exc):
        found.made_way += exc.args[0] == DEADLOCK
        return translate(exc)

    began = time.monotonic()
    with mock.patch.object(site.database.engine, "translate", noting), ThreadPoolExecutor(WRITERS) as writers:
        other = threading.Thread(target=lock_the_other_way_round, args=[site, found])
        other.start()
        for done in [writers.submit(found.write, instrument, number) for number in range(WRITERS)]:
            done.result()
        other.join()
    found.seconds = time.monotonic() - began
    return found


def test_every_write_is_answered_well_and_soon_though_some_made_way(written):
    assert set(written.statuses) <= {200, 201}, written.statuses
    assert written.statuses.total() == WRITERS * TURNS * 5
    assert written.made_way > 0, "no deadlock came about"
    assert written.seconds < SECONDS


def test_every_collection_is_there_once(site, written):
    found = site.ask(
        "SELECT imagePrefix FROM DataCollection WHERE dataCollectionGroupId = %s AND imagePrefix IS NOT NULL", written.group
    )  # fmt: skip
    expected = [f"<{number}.{turn}>" for number in range(WRITERS) for turn in range(TURNS)]
    assert sorted(row["imagePrefix"] for row in found) == sorted(expected)


def test_no_comment_is_lost(site, written):
    for place, collection in enumerate(written.shared):
        said = site.get(f"/datacollections/{collection}").json["comments"].split("\n")
        expected = [f"<{number}.{turn}>" for number in range(place, WRITERS, SHARED) for turn in range(TURNS)]
        assert sorted(line.rpartition(" ")[2] for line in said) == sorted(expected)


@pytest.mark.parametrize(
    ("table", "number"), [("Image", "imageNumber"), ("ImageQualityIndicators", "imageNumber"), ("Movie", "movieNumber")]
)
def test_the_same_number_is_one_row(site, written, table, number):
    found = site.ask(f"SELECT {number} AS number FROM {table} WHERE dataCollectionId = %s", written.shared[0])
    assert sorted(row["number"] for row in found) == list(range(1, IMAGES + 1))


def test_nobody_undoes_what_another_wrote_to_the_same_row(site, written):
    found = site.ask(
        f"SELECT {', '.join(FIELDS)} FROM ImageQualityIndicators WHERE dataCollectionId = %s", written.shared[0]
    )
    assert len(found) == IMAGES
    assert all(value is not None for row in found for value in row.values())
