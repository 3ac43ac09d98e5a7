"""An experiment in serial crystallography: a jet in the dark, then with a laser before each exposure."""

IMAGES, RATE, EXPOSURE = 25_000, 250.0, 0.0001
PARTS = 5  # how often a pipeline reports while a collection runs


def run(beamtime, number):
    """Measure ``number`` delays between laser and X-rays, the first being in the dark."""
    for turn in range(number):
        delay = 0.0 if turn == 0 else round(0.0005 * 2 ** (turn - 1), 6)
        name = f"{delay * 1000:g} ms" if delay else "dark"
        beamtime.tell(f"{name} ...")
        _collect(beamtime, name, delay)


def _collect(beamtime, name, delay):
    group = beamtime.group("SSX-Jet", comments=name)
    jet = {"experimentName": name, "repetitionRate": RATE, "energyBandwidth": 0.008, "jetSize": 75.0, "jetSpeed": 2.5}
    laser = {"laserEnergy": 12.0, "reactionDuration": delay} if delay else {}
    collection = beamtime.start(
        group,
        beamtime.folder(name.replace(" ", "_")),
        "jet",
        numberOfImages=IMAGES,
        exposureTime=EXPOSURE,
        wavelength=1.0722,
        SSXDataCollection={**jet, **laser},
        event_chains=[{"name": name, "events": _events(delay)}],
    )
    result = None
    for part in range(1, PARTS + 1):
        beamtime.pass_time(IMAGES / RATE / PARTS)
        result = _report(beamtime, collection, IMAGES * part // PARTS)
        _cells(beamtime, result)
    beamtime.end(group, collection, flux=beamtime.about(8e13))
    path = f"/ssx/datacollection/processing/results/{result['ssxProcessingResultId']}"
    beamtime.client.patch(path, {"status": 1, "laticeType": "tP", "estimatedResolution": 1.9})


def _report(beamtime, collection, images):
    """Record how many of so many images are hits, and how many of these were indexed; return what was sent."""
    counts = {"nbImages": images, "nbHits": images * 26 // 100, "nbIndexed": images * 13 // 100}
    about = {"dataCollectionId": collection["dataCollectionId"], "indexingType": "Final"}
    return beamtime.client.post("/ssx/datacollection/processing/results", {**about, **counts})


def _cells(beamtime, result):
    """Record the cells of some of the crystals that were indexed since the last time."""
    cells = []
    for _ in range(40):
        a, c = beamtime.about(79.1, 0.002), beamtime.about(37.9, 0.002)
        cells.append({"a": a, "b": a, "c": c, "alpha": 90.0, "beta": 90.0, "gamma": 90.0})
    beamtime.client.post(f"/ssx/datacollection/processing/results/{result['ssxProcessingResultId']}/cells", cells)


def _events(delay):
    repeated = {"period": round(1 / RATE, 6), "repetition": IMAGES, "duration": EXPOSURE}
    pump = (
        [{"type": "LaserExcitation", "name": "pump", "offset": 0.0, **repeated, "duration": 0.00001}] if delay else []
    )
    probe = [{"type": kind, "name": "probe", "offset": delay, **repeated} for kind in ("XrayExposure", "XrayDetection")]
    return pump + probe
