"""Movies of an electron microscope as they come: python microscope.py URL SESSION-ID TOKEN-FILE"""

import sys
from pathlib import Path

from ispyb_api.client import Client


def record(client, session_id, movies=3):
    """Record movies, each with its correction and CTF; return the ids of the collection and of the movies."""
    group = client.post("/datacollectiongroups", {"sessionId": session_id, "experimentType": "EM"})
    collection = client.post(
        "/datacollections",
        {"dataCollectionGroupId": group["dataCollectionGroupId"], "voltage": 300.0, "pixelSizeOnImage": 0.82},  # kV, Å
    )
    number, made = collection["dataCollectionId"], []
    for count in range(1, movies + 1):
        movie = client.post(
            "/em/movies",
            {"dataCollectionId": number, "movieNumber": count, "movieFullPath": f"/data/grid1/{count:05}.tiff"},
        )
        client.post(
            "/em/motion-corrections",
            {
                "movieId": movie["movieId"],
                "totalMotion": 11.2,  # Å
                "micrographFullPath": f"/data/grid1/motion/{count:05}.mrc",
                "CTF": {"defocusU": 12150.0, "defocusV": 11850.0, "estimatedResolution": 3.3},  # Å
            },
        )
        made.append(movie["movieId"])
    client.patch(f"/datacollections/{number}", {"numberOfImages": movies, "runStatus": "Data collection successful"})
    return number, made


if __name__ == "__main__":
    url, session, token = sys.argv[1:]
    with Client(url, token=Path(token).read_text().strip()) as opened:
        print(record(opened, int(session)))
