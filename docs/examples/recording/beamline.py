"""One experiment at a crystallography beamline, from the group to the result: python beamline.py URL SESSION-ID TOKEN-FILE"""

import sys
from pathlib import Path

from ispyb_api.client import Client


def record(client, session_id):
    """Record a data collection of 1800 images and what a pipeline made of it; return the collection's and the run's ids."""
    group = client.post("/datacollectiongroups", {"sessionId": session_id, "experimentType": "OSC"})
    collection = client.post(
        "/datacollections",
        {
            "dataCollectionGroupId": group["dataCollectionGroupId"],
            "runStatus": "Running",
            "imageDirectory": "/data/visitor/lyso",
            "fileTemplate": "lyso_1_####.cbf",
            "numberOfImages": 1800,
            "exposureTime": 0.02,  # s
            "axisStart": 0.0,  # °
            "axisRange": 0.1,  # °
            "wavelength": 0.9763,  # Å
        },
    )
    number = collection["dataCollectionId"]
    client.post(f"/datacollections/{number}/images", [{"imageNumber": 1, "fileName": "lyso_1_0001.cbf"}])
    client.post(f"/datacollections/{number}/quality", [{"imageNumber": n, "spotTotal": 210} for n in range(1, 1801)])
    client.patch(f"/datacollections/{number}", {"runStatus": "Data collection successful", "flux": 6.3e11})
    overall = {"scalingStatisticsType": "overall", "rMerge": 0.062, "completeness": 99.7}  # fraction, %
    run = client.post(
        "/processings",
        {
            "processingPrograms": "autoPROC",
            "processingStatus": 1,
            "AutoProcIntegration": [{"dataCollectionId": number}],
            "AutoProcScaling": [{"AutoProc": {"spaceGroup": "P 43 21 2"}, "AutoProcScalingStatistics": [overall]}],
        },
    )
    return number, run["autoProcProgramId"]


if __name__ == "__main__":
    url, session, token = sys.argv[1:]
    with Client(url, token=Path(token).read_text().strip()) as opened:
        print(record(opened, int(session)))
