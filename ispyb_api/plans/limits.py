"""What beamlines and detectors can do, and what of a plan they cannot."""

from ispyb_api.errors import Invalid

# Field, what the beamline calls its limits, their unit, and by how much the field has to be multiplied to be in it.
_OF_BEAMLINES = (
    ("energy", "energyMin", "energyMax", "eV", 1),
    ("transmission", "minTransmission", "maxTransmission", "%", 100),
    ("exposureTime", "minExposureTimePerImage", "maxExposureTimePerImage", "s", 1),
    ("oscillationRange", "goniostatMinOscillationWidth", "goniostatMaxOscillationWidth", "°", 1),
    ("minOscWidth", "goniostatMinOscillationWidth", "goniostatMaxOscillationWidth", "°", 1),
    ("preferredBeamSizeX", "beamSizeXMin", "beamSizeXMax", "µm", 1),
    ("preferredBeamSizeY", "beamSizeYMin", "beamSizeYMax", "µm", 1),
    ("axisStart", "omegaMin", "omegaMax", "°", 1),
    ("kappaStart", "kappaMin", "kappaMax", "°", 1),
    ("numberOfImages", "numberOfImagesMin", "numberOfImagesMax", "images", 1),
    ("boxSizeX", "boxSizeXMin", "boxSizeXMax", "µm", 1),
    ("boxSizeY", "boxSizeYMin", "boxSizeYMax", "µm", 1),
    ("monoBandwidth", "monoBandwidthMin", "monoBandwidthMax", "%", 1),
)
_OF_DETECTORS = (
    ("distance", "detectorDistanceMin", "detectorDistanceMax", "mm"),
    ("roll", "detectorRollMin", "detectorRollMax", "°"),
)


def of_beamline(plan, setup, beamline, fields):
    """Return {field: messages} for those of ``fields`` of a plan that the beamline with this ``setup`` cannot do."""
    errors = {}
    for field, low, high, unit, factor in _OF_BEAMLINES:
        if field in fields and plan.get(field) is not None:
            why = _beyond(plan[field] * factor, setup[low], setup[high], unit, beamline)
            errors |= {field: [why]} if why else {}
    time, images, longest = plan.get("exposureTime"), plan.get("numberOfImages"), setup["maxExpTimePerDataCollection"]
    if time and images and longest and time * images > longest and fields & {"exposureTime", "numberOfImages"}:
        why = f"{images} images of {time:g} s are {time * images:g} s; {beamline} takes at most {longest:g} s."
        errors.setdefault("exposureTime", [why])
    return errors


def of_detectors(plan, known):
    """Return the same of the detectors, {detectorId: row}, that a plan names."""
    errors = {}
    named = [("", plan["detectorId"], {"distance": plan.get("distance"), "roll": plan.get("orientation")})] if plan.get("detectorId") else []  # fmt: skip
    named += [(f"detectors[{n}].", each["detectorId"], each) for n, each in enumerate(plan.get("detectors") or ())]
    for where, number, values in named:
        if number not in known:
            errors[f"{where}detectorId"] = ["There is no such detector."]
            continue
        for field, low, high, unit in _OF_DETECTORS:
            detector = known[number]
            why = values.get(field) is not None and _beyond(
                values[field], detector[low], detector[high], unit, f"the detector {detector['name']}"
            )
            name = "orientation" if field == "roll" and not where else field
            errors |= {f"{where}{name}": [why]} if why else {}
    return errors


def refuse(errors):
    """Raise what was found, if something was."""
    if errors:
        raise Invalid("The plan asks for what cannot be done; each such field is named.", errors=errors)


def _beyond(value, low, high, unit, where):
    """Say by which limit a value is refused; a limit that is not known, or nothing, does not count."""
    high = high if high and high > 0 and (low is None or high >= low) else None
    if (low is None or value >= low) and (high is None or value <= high):
        return None
    limits = {"at least": low, "at most": high} if None in (low, high) else {"from": low, "to": high}
    allowed = " ".join(f"{word} {limit:g}" for word, limit in limits.items() if limit is not None)
    return f"Must be {allowed} {unit} with {where}; it is {value:g} {unit}."
