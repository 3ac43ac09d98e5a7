"""What serial beamlines' control software posts: also people of the session, while it runs."""

from dataclasses import replace

from tests.contract.writes import GOOD, MEASURES, PROCESSES, Write

TAKES_PART = replace(MEASURES, member=GOOD)

WRITES = [
    Write("POST /webservices/ssx/datacollectiongroup", TAKES_PART.naming("sessionId"), lambda r: {"sessionId": r.session()}),
    Write(
        "POST /webservices/ssx/datacollection",
        TAKES_PART.naming("dataCollectionGroupId"),
        lambda r: {"dataCollectionGroupId": r.group()},
    ),
    Write("POST /webservices/ssx/datacollection/{}/processing", PROCESSES, lambda r: {"results": ["/data/x.stream"]}, lambda r: r.collection()),
]  # fmt: skip
