"""From MXCuBE's words to those of the general routes: what it calls a collection, a set-up, a scan."""

from ispyb_api.acquisition.words import has_ended

_KEV_ANGSTROM = 12.398419843  # energy times wavelength
_SMALLEST_BEAM = 0.5  # µm: less is a size in mm

# Of a collection and of its group: what is called the same here and there.
_SAME = (
    *("wavelength", "resolution", "resolutionAtCorner", "detectorDistance", "transmission", "flux", "flux_end"),
    *("totalAbsorbedDose", "xBeam", "yBeam", "beamSizeAtSampleX", "beamSizeAtSampleY", "beamShape", "comments"),
    *("slitGapHorizontal", "slitGapVertical", "undulatorGap1", "undulatorGap2", "undulatorGap3", "synchrotronMode"),
    *("xtalSnapshotFullPath1", "xtalSnapshotFullPath2", "xtalSnapshotFullPath3", "xtalSnapshotFullPath4"),
)
_SLOTS = (
    *("actualSampleBarcode", "actualSampleSlotInContainer", "actualContainerBarcode"),
    "actualContainerSlotInSC",
)
_RENAMED = {
    "centringMethod": "centeringMethod",
    "actualCentringPosition": "actualCenteringPosition",
    "status": "runStatus",
    "collection_start_time": "startTime",
}
_FILES = {
    "directory": "imageDirectory",
    "prefix": "imagePrefix",
    "suffix": "imageSuffix",
    "template": "fileTemplate",
    "run_number": "dataCollectionNumber",
}
_SETUPS = {
    "synchrotron_name": "synchrotronName",
    "monochromator_type": "monochromatorType",
    "focusing_optic": "focusingOptic",
    "beam_divergence_horizontal": "beamDivergenceHorizontal",
    "beam_divergence_vertical": "beamDivergenceVertical",
    "minimum_exposure_time": "minExposureTimePerImage",
    "maximum_phi_speed": "goniostatMaxOscillationSpeed",
    "minimum_phi_oscillation": "goniostatMinOscillationWidth",
}
_SWEEPS = {
    "characterisation_id": "characterisation",
    "position_id": "position",
    "orientation_id": "orientation",
    "workflow_uid": "uid",
    "workflow_name": "name",
    "workflow_type": "type",
    "workflow_characterisation_id": "characterisation",
    "workflow_position_id": "position",
    "workflow_kappa_settings_id": "orientation",
}


def collection(given, now):
    """Return what is stored of a collection; ``now()`` is its end, if it is over and was begun before."""
    found = {name: given[name] for name in (*_SAME, *_SLOTS) if name in given}
    found |= _renamed(given, _RENAMED) | _renamed(given.get("fileinfo", {}), _FILES) | _turning(given)
    found.setdefault("detectorDistance", given.get("detector_distance"))
    found.setdefault("wavelength", _wavelength(given.get("energy")))
    found["detectorId"] = given.get("detectorId", given.get("detector_id"))
    found["blSampleId"] = _sample(given)
    found["endTime"] = _end(given, now)
    found["SweepWorkflow"] = _sweep(given.get("workflow_parameters", {}))
    found |= {name: given.get(name) for name in ("dataCollectionGroupId", "strategySubWedgeOrigId")}
    return _there(found)


def group(given, now):
    """Return what is stored of a collection's group, but for its session."""
    kind = given.get("experiment_type", given.get("experimentType"))
    found = {
        **{name: given[name] for name in _SLOTS if name in given},
        "experimentType": "Helical" if _is_set(given.get("helical")) else kind,
        "workflowId": given.get("workflowId"),
        "comments": given.get("comments"),
        "startTime": given.get("collection_start_time"),
        "endTime": _end(given, now),
        "blSampleId": _sample(given),
    }
    return _there(found)


def setup(given):
    """Return what is stored of the way a beamline is set up."""
    found = {name: value for name, value in given.items() if name not in _SETUPS and name != "undulators"}
    for number, device in enumerate(given.get("undulators", ())[:3], 1):
        kind = device.get("type") if isinstance(device, dict) else device
        found[f"undulatorType{number}"] = kind if isinstance(kind, str) and kind else None
    return _there({**_renamed(given, _SETUPS), **found})


def scan(given):
    """Return what is stored of an energy scan or a spectrum: sizes of the beam in µm, though some are sent in mm."""
    sizes = {
        name: given[name] * 1000
        for name in ("beamSizeHorizontal", "beamSizeVertical")
        if 0 < given.get(name, 0) < _SMALLEST_BEAM
    }
    return {**given, **sizes}


def _renamed(given, names):
    return {theirs: given[ours] for ours, theirs in names.items() if ours in given}


def _there(found):
    return {name: value for name, value in found.items() if value is not None}


def _turning(given):
    """Return what a collection stores of the rotation."""
    turn = next(iter(given.get("oscillation_sequence", ())), {})
    start, width, gap = turn.get("start"), turn.get("range"), turn.get("offset")
    images, kappa = turn.get("number_of_images"), turn.get("kappaStart")
    found = {
        **_renamed(turn, {"start": "axisStart", "range": "axisRange", "number_of_images": "numberOfImages"}),
        **_renamed(turn, {"start_image_number": "startImageNumber", "number_of_passes": "numberOfPasses"}),
        **_renamed(turn, {"exposure_time": "exposureTime", "kappaStart": "kappaStart", "phiStart": "phiStart"}),
    }
    if gap is not None:
        found["overlap"] = 0.0 - gap
    if None not in (start, width, images):
        found["axisEnd"] = start + (width + (gap or 0)) * images
    if start is not None:
        found["rotationAxis"] = "Omega" if kappa else "Phi"
        found["omegaStart"] = start if kappa else None
    return found


def _sweep(given):
    """Return what is stored of the workflow of several sweeps; None if there is none."""
    return _renamed(given, _SWEEPS) if "workflow_uid" in given else None


def _wavelength(energy):
    """Return the wavelength to an energy in keV, or in eV if it is in the thousands."""
    if not energy or energy < 0:
        return None
    return _KEV_ANGSTROM / (energy / 1000 if energy > 1000 else energy)


def _sample(given):
    return given.get("blSampleId", given.get("sample_reference", {}).get("blSampleId"))


def _end(given, now):
    return now() if "collection_id" in given and has_ended(given.get("status")) else None


def _is_set(value):
    """Tell whether a flag is set that comes as a number, as text or as itself."""
    return str(value).strip().casefold() not in ("", "none", "0", "0.0", "false")
