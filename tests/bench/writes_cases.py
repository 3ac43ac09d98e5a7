"""What is recorded when writes are measured; each request is another, so that nothing is found done already."""

import itertools
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from tests.support import pipelines

_SESSION = """
SELECT s.sessionId, MIN(g.blSampleId) AS blSampleId
  FROM BLSession s
  JOIN DataCollectionGroup g ON g.sessionId = s.sessionId
 WHERE g.experimentType = 'OSC'
 GROUP BY s.sessionId
 ORDER BY s.sessionId
 LIMIT 1
"""
# Numbers of images and movies that no row's id can be taken for.
_FIRST = 5_000_000


class Request(NamedTuple):
    """One request; ``row`` is the id in its path or body, and ``word`` a text, that another one has differently."""

    method: str
    path: str
    body: object
    row: int
    word: str

    def sent(self):
        return self.method, self.path, json.dumps(self.body)


class Rows:
    """The rows that are written to, of one session."""

    def __init__(self, site, raw):
        self._site, self._numbers = site, itertools.count(1)
        with raw.cursor() as cursor:
            cursor.execute(_SESSION)
            found = cursor.fetchone()
        raw.rollback()
        self.session, self.sample = found["sessionId"], found["blSampleId"]
        self.group = site.make("/datacollectiongroups", sessionId=self.session)["dataCollectionGroupId"]
        self.sweeps = [self.collection() for _ in range(6)]

    def word(self):
        """Return a text that occurs nowhere else."""
        return f"bench-{next(self._numbers):07}-word"

    def collection(self):
        """Record a data collection."""
        return self._site.make("/datacollections", dataCollectionGroupId=self.group)["dataCollectionId"]


@dataclass(frozen=True)
class Case:
    """A request to repeat; ``many`` if it is measured beside the rows that it sends by executemany, too."""

    name: str
    request: Callable
    many: bool = False


def _group(rows):
    word = rows.word()
    body = {"sessionId": rows.session, "blSampleId": rows.sample, "experimentType": "OSC", "comments": word}
    return Request("POST", "/datacollectiongroups", body, rows.session, word)


def _collection(rows):
    word = rows.word()
    body = {
        "dataCollectionGroupId": rows.group, "imagePrefix": word, "imageDirectory": f"/data/{word}/", "fileTemplate": f"{word}_####.cbf",
        "numberOfImages": 1800, "startImageNumber": 1, "exposureTime": 0.01, "wavelength": 0.9763, "axisRange": 0.1,
        "resolution": 1.7, "detectorDistance": 243.1, "xBeam": 155.3, "yBeam": 164.2, "transmission": 42.0,
    }  # fmt: skip
    return Request("POST", "/datacollections", body, rows.group, word)


def _end(rows):
    word = rows.word()
    body = {"runStatus": word, "numberOfImages": 1800, "comments": word}
    return Request("PATCH", f"/datacollections/{rows.sweeps[0]}", body, rows.sweeps[0], word)


def _robot(rows):
    word = rows.word()
    body = {
        "blsessionId": rows.session,
        "blsampleId": rows.sample,
        "actionType": "LOAD",
        "status": "SUCCESS",
        "startTimestamp": "2030-06-12T10:00:00",
        "endTimestamp": "2030-06-12T10:00:20",
        "message": word,
    }
    return Request("POST", "/robotactions", body, rows.session, word)


def _to_collection(path, one, count):
    """Return the maker of requests that record ``count`` rows of a new collection."""

    def request(rows):
        word, collection = rows.word(), rows.collection()
        body = [one(_FIRST + number, word) for number in range(count)]
        return Request("POST", path.format(collection), body, collection, word)

    return request


def _image(number, word):
    return {
        "imageNumber": number,
        "fileName": f"{word}_{number}.cbf",
        "fileLocation": f"/data/{word}",
        "measuredIntensity": 1.5,
    }


def _analysed(number, word):
    return {
        "imageNumber": number,
        "spotTotal": 17,
        "goodBraggCandidates": 11,
        "method1Res": 1.75,
        "totalIntegratedSignal": 3.5,
        "dozor_score": 10.5,
    }


def _movie(number, word):
    return {
        "movieNumber": number,
        "movieFullPath": f"/data/{word}/{number}.tiff",
        "positionX": 1.5,
        "positionY": 2.5,
        "nominalDefocus": 1.2,
    }


def _result(rows):
    word = rows.word()
    whole = pipelines.six_sweeps(rows.sweeps, f"/data/{word}")
    sweeps = [
        {name: value for name, value in each.items() if name != "Workflow"} for each in whole["AutoProcIntegration"]
    ]
    body = {**whole, "AutoProcIntegration": sweeps, "processingMessage": word}
    return Request("POST", "/processings", body, rows.sweeps[0], word)


CASES = [
    Case("POST /datacollectiongroups", _group),
    Case("POST /datacollections", _collection),
    Case("PATCH /datacollections/{}", _end),
    Case("POST /robotactions", _robot),
    Case("POST /processings, of six sweeps", _result),
    Case("POST /datacollections/{}/images, 500", _to_collection("/datacollections/{}/images", _image, 500)),
    Case("POST /em/datacollections/{}/movies, 500", _to_collection("/em/datacollections/{}/movies", _movie, 500)),
    Case("POST /datacollections/{}/quality, 100,000", _to_collection("/datacollections/{}/quality", _analysed, 100_000), many=True),
]  # fmt: skip
