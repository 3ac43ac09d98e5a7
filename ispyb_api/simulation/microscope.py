"""A session at an electron microscope: movies come one by one, and pipelines correct them as they come."""

EVERY = 2.0  # seconds


def run(beamtime, number):
    """Record ``number`` movies of a grid."""
    folder = beamtime.folder("grid1")
    group = beamtime.group("EM")
    optics = {"voltage": 300.0, "magnification": 105000, "pixelSizeOnImage": 0.82, "totalExposedDose": 40.0}
    collection = beamtime.start(group, folder, "grid1", numberOfImages=number, **optics)
    for count in range(1, number + 1):
        _movie(beamtime, collection, folder, count)
        beamtime.pass_time(EVERY)
        if count % 100 == 0 or count == number:
            beamtime.tell(f"{count} movies ...")
    beamtime.end(group, collection)


def _movie(beamtime, collection, folder, count):
    """Record a movie, then what a pipeline makes of it."""
    about = {"dataCollectionId": collection["dataCollectionId"], "movieNumber": count}
    path = {
        "movieFullPath": f"{folder}/{count:05}.tiff",
        "numberOfFrames": 40,
        "fluence": 40.1,
        "nominalDefocus": 12000.0,
    }
    movie = beamtime.client.post("/em/movies", {**about, **path, "createdTimeStamp": beamtime.now()})
    under = beamtime.about(12000.0)
    ctf = {
        "defocusU": under + 150,
        "defocusV": under - 150,
        "estimatedResolution": beamtime.about(3.3),
        "ccValue": 0.14,
    }
    motion = {"firstFrame": 1, "lastFrame": 40, "totalMotion": beamtime.about(11.0, 0.2), "averageMotionPerFrame": 0.28}
    file = {"micrographFullPath": f"{folder}/motion/{count:05}.mrc"}
    beamtime.client.post("/em/motion-corrections", {"movieId": movie["movieId"], **motion, **file, "CTF": ctf})
