"""A run at a serial beamline, counted as it goes: python serial.py URL SESSION-ID TOKEN-FILE"""

import sys
from pathlib import Path

from ispyb_api.client import Client

RESULTS = "/ssx/datacollection/processing/results"


def record(client, session_id):
    """Record a jet with a laser pulse 1 ms before each exposure, and hits as they are found; return the ids of both."""
    group = client.post("/datacollectiongroups", {"sessionId": session_id, "experimentType": "SSX-Jet"})
    events = [
        {"type": "LaserExcitation", "offset": 0.0, "duration": 0.00001, "period": 0.004, "repetition": 1000},  # s
        {"type": "XrayExposure", "offset": 0.001, "duration": 0.0001, "period": 0.004, "repetition": 1000},
        {"type": "XrayDetection", "offset": 0.001, "duration": 0.0001, "period": 0.004, "repetition": 1000},
    ]
    collection = client.post(
        "/datacollections",
        {
            "dataCollectionGroupId": group["dataCollectionGroupId"],
            "numberOfImages": 1000,
            "SSXDataCollection": {"repetitionRate": 250.0, "jetSize": 75.0},  # Hz, µm
            "event_chains": [{"name": "1 ms", "events": events}],
        },
    )
    about = {"dataCollectionId": collection["dataCollectionId"], "indexingType": "Final"}
    for images in (500, 1000):  # a screen that polls /ssx/datacollection/processing/live sees how fast it goes
        counts = {"nbImages": images, "nbHits": images // 4, "nbIndexed": images // 8}
        result = client.post(RESULTS, {**about, **counts})
    number = result["ssxProcessingResultId"]
    cell = {"a": 79.1, "b": 79.1, "c": 37.9, "alpha": 90.0, "beta": 90.0, "gamma": 90.0}  # Å, °
    client.post(f"{RESULTS}/{number}/cells", [cell] * 125)
    client.patch(f"{RESULTS}/{number}", {"status": 1})
    return collection["dataCollectionId"], number


if __name__ == "__main__":
    url, session, token = sys.argv[1:]
    with Client(url, token=Path(token).read_text().strip()) as opened:
        print(record(opened, int(session)))
