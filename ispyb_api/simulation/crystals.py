"""An experiment in macromolecular crystallography: samples are loaded, characterised, measured and processed, one after the other."""

import itertools
import math

WAVELENGTH, DISTANCE = 0.9763, 180.0


def run(beamtime, number):
    """Measure ``number`` samples of the proposal, those at the beamline first."""
    beamtime.client.post("/instruments/setups", {"synchrotronName": "Simulated", "monochromatorType": "Si(111)"})
    for place, sample in enumerate(itertools.islice(_samples(beamtime), number)):
        beamtime.tell(f"{sample['name']} ...")
        _robot(beamtime, "LOAD", sample)
        if place == 0:
            _spectrum(beamtime, sample)
            _energy_scan(beamtime, sample)
        _characterise(
            beamtime, sample, _collect(beamtime, sample, "Characterization", images=2, width=1.0, exposure=0.1)
        )
        collection = _collect(beamtime, sample, "OSC", images=1800, width=0.1, exposure=0.02)
        _process(beamtime, collection, sample)
        _robot(beamtime, "UNLOAD", sample)


def _samples(beamtime):
    """Yield what control software loads at the beamline, then the proposal's other samples."""
    name, seen = beamtime.proposal["proposal"], set()
    queue = beamtime.client.rows("/samples/queue", beamline=beamtime.beamline, proposal=name)
    for sample in itertools.chain(queue, beamtime.client.rows("/samples", proposal=name)):
        if sample["blSampleId"] not in seen and sample["name"]:
            seen.add(sample["blSampleId"])
            yield sample


def _robot(beamtime, action, sample):
    begun = beamtime.now()
    beamtime.pass_time(40)
    container = sample["Container"] or {}
    beamtime.client.post(
        "/robotactions",
        {
            "blsessionId": beamtime.session["sessionId"],
            "blsampleId": sample["blSampleId"],
            "actionType": action,
            "status": "SUCCESS",
            "startTimestamp": begun,
            "endTimestamp": beamtime.now(),
            "containerLocation": sample["location"] and str(sample["location"]),
            "dewarLocation": container.get("sampleChangerLocation"),
        },
    )


def _collect(beamtime, sample, kind, *, images, width, exposure):
    """Measure a sample by rotating it; return the data collection."""
    folder, prefix = beamtime.folder(sample["name"]), sample["name"]
    group = beamtime.group(kind, sample["blSampleId"])
    geometry = {"wavelength": WAVELENGTH, "resolution": 1.6, "detectorDistance": DISTANCE, "transmission": 30.0}
    rotation = {"axisStart": 0.0, "axisEnd": round(images * width, 3), "axisRange": width, "rotationAxis": "Omega"}
    collection = beamtime.start(
        group,
        folder,
        prefix,
        fileTemplate=f"{prefix}_%04d.cbf",
        numberOfImages=images,
        startImageNumber=1,
        exposureTime=exposure,
        **geometry,
        **rotation,
    )
    beamtime.pass_time(images * exposure)
    recorded = [_image(beamtime, folder, prefix, number) for number in (1, images)]
    beamtime.client.post(f"/datacollections/{collection['dataCollectionId']}/images", recorded)
    quality = [_quality(beamtime, number) for number in range(1, images + 1)]
    beamtime.client.post(f"/datacollections/{collection['dataCollectionId']}/quality", quality)
    beamtime.end(group, collection, flux=beamtime.about(6.3e11), averageTemperature=100.0)
    return collection


def _image(beamtime, folder, prefix, number):
    name = {"fileLocation": folder, "fileName": f"{prefix}_{number:04}.cbf"}
    return {"imageNumber": number, **name, "synchrotronCurrent": beamtime.about(196.0, 0.005)}


def _quality(beamtime, number):
    """Return what the analysis of an image finds; the crystal wears out."""
    fresh = math.exp(-number / 2500)
    found = {"dozor_score": max(0.0, beamtime.about(120 * fresh)), "spotTotal": int(beamtime.about(400 * fresh))}
    return {"imageNumber": number, **found, "goodBraggCandidates": found["spotTotal"] * 9 // 10}


def _characterise(beamtime, sample, collection):
    """Record what is found out of two images, and what is advised."""
    beamtime.pass_time(30)
    form = sample["Crystal"] or {}
    lattice = {"spaceGroup": form.get("spaceGroup"), "unitCell_a": form.get("cell_a"), "unitCell_b": form.get("cell_b")}
    advised = {
        "program": "BEST",
        "phiStart": 0.0,
        "phiEnd": 180.0,
        "rotation": 0.1,
        "exposureTime": 0.02,
        "completeness": 99.1,
    }
    output = {"program": "MOSFLM", "indexingSuccess": True, "strategySuccess": True, "mosaicity": beamtime.about(0.3)}
    tree = {**output, "ScreeningOutputLattice": [lattice], "ScreeningStrategy": [advised]}
    about = {"dataCollectionId": collection["dataCollectionId"], "programVersion": "EDNA MXv1"}
    beamtime.client.post("/processings/screenings", {**about, "ScreeningOutput": [tree]})


def _spectrum(beamtime, sample):
    begun = beamtime.now()
    beamtime.pass_time(20)
    about = {"sessionId": beamtime.session["sessionId"], "blSampleId": sample["blSampleId"], "startTime": begun}
    file = {"scanFileFullPath": f"{beamtime.folder(sample['name'])}/spectrum.dat"}
    measured = {"endTime": beamtime.now(), "energy": 13.5, "exposureTime": 2.0, "beamTransmission": 1.0}
    beamtime.client.post("/spectra", {**about, **file, **measured})


def _energy_scan(beamtime, sample):
    begun = beamtime.now()
    beamtime.pass_time(60)
    about = {"sessionId": beamtime.session["sessionId"], "blSampleId": sample["blSampleId"], "startTime": begun}
    file = {"scanFileFullPath": f"{beamtime.folder(sample['name'])}/scan_se.dat", "endTime": beamtime.now()}
    asked = {"element": "Se", "edgeEnergy": "K", "startEnergy": 12.6, "endEnergy": 12.75, "exposureTime": 1.0}
    found = {"peakEnergy": 12.6616, "peakFPrime": -7.9, "peakFDoublePrime": 5.6, "inflectionEnergy": 12.6586}
    beamtime.client.post("/energyscans", {**about, **file, **asked, **found})


def _process(beamtime, collection, sample):
    """Record what a pipeline makes of a data collection."""
    begun = beamtime.now()
    beamtime.pass_time(300)
    high = beamtime.about(1.7)
    shells = [_shell("overall", 61.0, high, 0.07, 99.1), _shell("outerShell", round(high + 0.06, 4), high, 1.1, 95.0)]
    form = sample["Crystal"] or {}
    cell = {f"refinedCell_{name}": form.get(f"cell_{name}") for name in ("a", "b", "c", "alpha", "beta", "gamma")}
    swept = {"dataCollectionId": collection["dataCollectionId"], "startImageNumber": 1, "endImageNumber": 1800}
    beamtime.client.post(
        "/processings",
        {
            "processingPrograms": "autoPROC",
            "processingStatus": 1,
            "processingMessage": "processing successful",
            "processingStartTime": begun,
            "processingEndTime": beamtime.now(),
            "AutoProcIntegration": [swept],
            "AutoProcScaling": [
                {"AutoProc": {"spaceGroup": form.get("spaceGroup"), **cell}, "AutoProcScalingStatistics": shells}
            ],
        },
    )


def _shell(kind, low, high, merge, complete):
    limits = {"scalingStatisticsType": kind, "resolutionLimitLow": low, "resolutionLimitHigh": high}
    return {**limits, "rMerge": merge, "ccHalf": 0.998 if kind == "overall" else 0.41, "completeness": complete}
