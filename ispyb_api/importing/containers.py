"""The nested form that autoPROC, STARANISO and xia2 write for ISPyB, as XML or as JSON.

Its names are those of ISPyB's tables: a container each for the solution, its scalings with statistics, their
integrations, and the program with its files.  In both spellings, one thing may stand where several could.
"""

import datetime
import json
import math
import re
from xml.etree import ElementTree

from ispyb_api.importing.result import SHELLS, Result, Scaling, Sweep, Unreadable, normalise

_CELL = [f"refinedCell_{each}" for each in ("a", "b", "c", "alpha", "beta", "gamma")]
_ELLIPSOID = [f"resolutionEllipsoidAxis{axis}{part}" for axis in (1, 2, 3) for part in (1, 2, 3)]
_ELLIPSOID += [f"resolutionEllipsoidValue{axis}" for axis in (1, 2, 3)]
_RENAMED = {"ccAno": "ccAnomalous", "DanoOverSigDano": "sigAno"}
# Where STARANISO has the ellipsoid, deeper and by other names.
_OF_STARANISO = {
    "StaranisoEllipsoidRotationMatrix": "resolutionEllipsoidAxis",
    "StaranisoEllipsoidEigenvalue": "resolutionEllipsoidValue",
}
_COUNTS = {"nTotalObservations", "nTotalUniqueObservations"}
_TEXTS = {"comments", "sigAno", "isa"}
_FLAGS = {"anomalous"}
_SHELL = [
    "comments",
    "resolutionLimitLow",
    "resolutionLimitHigh",
    "rMerge",
    "rMeasWithinIPlusIMinus",
    "rMeasAllIPlusIMinus",
    "rPimWithinIPlusIMinus",
    "rPimAllIPlusIMinus",
    "fractionalPartialBias",
    "nTotalObservations",
    "nTotalUniqueObservations",
    "meanIOverSigI",
    "completeness",
    "completenessSpherical",
    "completenessEllipsoidal",
    "multiplicity",
    "anomalousCompleteness",
    "anomalousCompletenessSpherical",
    "anomalousCompletenessEllipsoidal",
    "anomalousMultiplicity",
    "anomalous",
    "ccHalf",
    "ccAnomalous",
    "sigAno",
    "isa",
    "resIOverSigI2",
]
_SWEEP = [
    "startImageNumber",
    "endImageNumber",
    "refinedDetectorDistance",
    "refinedXBeam",
    "refinedYBeam",
    "rotationAxisX",
    "rotationAxisY",
    "rotationAxisZ",
    "beamVectorX",
    "beamVectorY",
    "beamVectorZ",
    "cell_a",
    "cell_b",
    "cell_c",
    "cell_alpha",
    "cell_beta",
    "cell_gamma",
    "anomalous",
]
_PROGRAM = ["processingCommandLine", "processingPrograms", "processingMessage", "processingEnvironment"]
_TIMES = ["processingStartTime", "processingEndTime"]
# As the command ``date`` writes them, without the zone, which is the facility's own: ISPyB's times are local.
_DATES = ["%a %b %d %H:%M:%S %Y", "%a %d %b %H:%M:%S %Y", "%a %d %b %Y %H:%M:%S", "%a %d %b %Y %I:%M:%S %p"]
_ZONE = re.compile(r"\b(?!AM\b|PM\b)[A-Z]{3,5}\b|[+-]\d\d(?:\d\d)?$")
# What stands where a program has no value.
_NOTHING = {"", "none", "null", "nan", "inf", "-inf", "."}


def read_xml(text):
    """Return the result in an XML text; raise Unreadable if it is none."""
    try:
        root = ElementTree.fromstring(text)  # noqa: S314 - expat refuses to expand entities without end
    except ElementTree.ParseError as exc:
        raise Unreadable(f"The XML ends early or is damaged: {exc}.") from exc
    if _plain(root.tag) != "AutoProcContainer":
        raise Unreadable(f"The XML's root is {_plain(root.tag)}, not AutoProcContainer.")
    return _result(_tree(_parted(root)))


def read_json(text):
    """Return the result in a JSON text; raise Unreadable if it is none."""
    try:
        found = json.loads(text)
    except ValueError as exc:
        raise Unreadable(f"The JSON ends early or is damaged: {exc}.") from exc
    if not isinstance(found, dict):
        raise Unreadable("The JSON is no object with AutoProc and AutoProcScalingContainer.")
    return _result(found.get("AutoProcContainer", found))


def _result(tree):
    scalings = [_scaling(tree, each) for each in _several(tree, "AutoProcScalingContainer")]
    if not scalings:
        raise Unreadable("There is no AutoProcScalingContainer, so no result.")
    containers = _several(tree, "AutoProcProgramContainer")
    program, notes = _program(_one(containers[0], "AutoProcProgram") if containers else {})
    files = [
        {name: str(each[name]) for name in ("fileType", "fileName", "filePath") if not _is_nothing(each.get(name))}
        for container in containers
        for each in _several(container, "AutoProcProgramAttachment")
    ]
    result = Result(program, scalings, [each for place, each in enumerate(files) if each not in files[:place]], notes)
    if "autoproc" in program.get("processingPrograms", "").casefold():
        _leave_out_pixels(result)
    return normalise(result)


def _program(told):
    """Return what a file says of the program, and notes on what it says in a way that cannot be read."""
    if _is_nothing(told.get("processingPrograms")):  # xia2 spells it so
        told = told | {"processingPrograms": told.get("processingProgram")}
    found, notes = {}, []
    for name in _PROGRAM:
        if not _is_nothing(told.get(name)):
            found[name] = "\n".join(" ".join(line.split()) for line in str(told[name]).strip().splitlines())
    for name in _TIMES:
        if not _is_nothing(told.get(name)):
            when = _time(str(told[name]))
            if when:
                found[name] = when
            else:
                notes.append(f"{name} is {told[name]!r}, which is no time; it is left out.")
    return found, notes


def _time(text):
    """Return a time as the server takes it; None for what is none."""
    try:
        return datetime.datetime.fromisoformat(text.strip()).isoformat()
    except ValueError:
        plain = " ".join(_ZONE.sub("", text).split())
    for form in _DATES:
        try:
            return datetime.datetime.strptime(plain, form).isoformat()
        except ValueError:
            continue
    return None


def _scaling(tree, container):
    own = _one(container, "AutoProcScaling")
    # A file of several solutions has one in each scaling, any other one for all.
    solution = _one(container, "AutoProc") or _one(tree, "AutoProc")
    found = Scaling(
        {**_texts(solution, ["spaceGroup"]), **_numbers(solution, _CELL)},
        _numbers(own | _ellipsoid(_one(own, "StaranisoEllipsoid")), _ELLIPSOID),
        [_shell(each) for each in _several(container, "AutoProcScalingStatistics")],
        [_sweep(each) for each in _several(container, "AutoProcIntegrationContainer")],
    )
    if not found.shells:
        raise Unreadable("A scaling has no AutoProcScalingStatistics.")
    return found


def _ellipsoid(told):
    """Return STARANISO's ellipsoid by ISPyB's names."""
    parts = _one(told, "StaranisoEllipsoidRotationMatrix") | _one(told, "StaranisoEllipsoidEigenvalues")
    return {
        name.replace(theirs, ours): value
        for name, value in parts.items()
        for theirs, ours in _OF_STARANISO.items()
        if name.startswith(theirs)
    }


def _shell(told):
    kind = str(told.get("scalingStatisticsType", "")).strip()
    if kind not in SHELLS:
        raise Unreadable(f"Statistics are of the shell {kind!r}, which is none of {', '.join(SHELLS)}.")
    told = {_RENAMED.get(name, name): value for name, value in told.items()}
    return {"scalingStatisticsType": kind, **_numbers(told, _SHELL)}


def _sweep(container):
    image = _one(container, "Image") or _one(container, "image")
    names = [str(image[name]) for name in ("fileLocation", "fileName") if not _is_nothing(image.get(name))]
    values = _numbers(_one(container, "AutoProcIntegration"), _SWEEP)
    return Sweep(values, "/".join([names[0].rstrip("/"), names[1]]) if len(names) == 2 else None)


def _leave_out_pixels(result):
    """Leave out where the beam met the detector: autoPROC tells it in pixels, whose size its file does not tell."""
    told = [sweep.values.pop(name, None) for sweep in result.sweeps for name in ("refinedXBeam", "refinedYBeam")]
    if any(each is not None for each in told):
        result.notes.append("The refined place of the beam is in pixels; it is left out, being stored in mm.")


def _texts(told, names):
    return {name: str(told[name]).strip() for name in names if not _is_nothing(told.get(name))}


def _numbers(told, names):
    found = {}
    for name in names:
        value = told.get(name)
        if _is_nothing(value):
            continue
        found[name] = str(value).strip() if name in _TEXTS else _number(name, value)
    return found


def _number(name, value):
    if name in _FLAGS:
        return str(value).strip().casefold() in {"1", "true", "yes"}
    try:
        number = float(value)
    except (TypeError, ValueError):
        raise Unreadable(f"{name} is {value!r}, which is no number.") from None
    if name in _COUNTS or name.endswith("ImageNumber"):
        return int(number)
    return number


def _is_nothing(value):
    if isinstance(value, float):
        return not math.isfinite(value)
    return value is None or (isinstance(value, str) and value.strip().casefold() in _NOTHING)


def _several(tree, name):
    found = tree.get(name) or []
    return [each for each in (found if isinstance(found, list) else [found]) if isinstance(each, dict)]


def _one(tree, name):
    return next(iter(_several(tree, name)), {})


def _parted(root):
    """Return an AutoProcContainer of which each scaling has its own solution, and the statistics of one data set.

    xia2 writes the solution of each crystal before its scaling, in which statistics and integrations of each wavelength
    follow one another.
    """
    parted, solution = ElementTree.Element(root.tag), None
    for child in root:
        parts = [child]
        if _plain(child.tag) == "AutoProc":
            solution = child
        elif _plain(child.tag) == "AutoProcScalingContainer":
            parts = _data_sets(child)
            if solution is not None and child.find("{*}AutoProc") is None:
                for each in parts:
                    each.append(solution)
        parted.extend(parts)
    return parted


def _data_sets(container):
    found, integrated = [ElementTree.Element(container.tag)], False
    for child in container:
        if integrated and _plain(child.tag) == "AutoProcScalingStatistics":
            found.append(ElementTree.Element(container.tag))
        integrated = _plain(child.tag) == "AutoProcIntegrationContainer"
        found[-1].append(child)
    return found


def _tree(element):
    """Return an element's children as a dictionary; those of the same name as a list."""
    found = {}
    for child in element:
        value = _tree(child) if len(child) else (child.text or "").strip()
        found.setdefault(_plain(child.tag), []).append(value)
    return {name: values if len(values) > 1 else values[0] for name, values in found.items()}


def _plain(tag):
    return tag.rpartition("}")[2]
