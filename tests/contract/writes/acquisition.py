"""What is measured."""

from tests.contract.writes import MEASURES, Write

WRITES = [
    Write("POST /datacollectiongroups", MEASURES.naming("sessionId"), lambda r: {"sessionId": r.session()}),
    Write("PATCH /datacollectiongroups/{}", MEASURES, lambda r: {"comments": r.word()}, lambda r: r.group()),
    Write("POST /datacollections", MEASURES.naming("dataCollectionGroupId"), lambda r: {"dataCollectionGroupId": r.group()}),
    Write("PATCH /datacollections/{}", MEASURES, lambda r: {"comments": r.word()}, lambda r: r.collection()),
]  # fmt: skip
