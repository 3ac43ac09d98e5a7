"""CORRECT.LP, which XDS writes: the last table of statistics, the cell, and how the sweep was measured."""

import re

import gemmi

from ispyb_api.importing.result import Result, Scaling, Sweep, Unreadable, normalise

_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[EeDd][-+]?\d+)?"
# RESOLUTION, OBSERVED, UNIQUE, POSSIBLE, COMPLETENESS, R observed, R expected, COMPARED, I/SIGMA, R-meas, CC(1/2), anomalous
# correlation, SigAno, number of anomalous pairs.
_ROW = re.compile(
    rf"^\s*(?P<limit>total|{_NUMBER})\s+(?P<observed>\d+)\s+(?P<unique>\d+)\s+(?P<possible>\d+)"
    rf"\s+(?P<completeness>{_NUMBER})%\s+(?P<r>{_NUMBER})%\s+{_NUMBER}%\s+\d+\s+(?P<signal>{_NUMBER})"
    rf"\s+(?P<rmeas>{_NUMBER})%\s+(?P<cc>{_NUMBER})\*?(?:\s+(?P<ccano>{_NUMBER})\*?\s+(?P<sigano>{_NUMBER})\s+(?P<pairs>\d+))?\s*$"
)
_TITLE = "SUBSET OF INTENSITY DATA WITH SIGNAL/NOISE"


def read(text):
    """Return the result in the text of a CORRECT.LP; raise Unreadable if XDS did not get that far."""
    rows = _last_table(text)
    limits = [float(row["limit"]) for row in rows[:-1]]
    lowest = _values(text, r"INCLUDE_RESOLUTION_RANGE=", 2)
    low = max(lowest) if lowest else None
    total, inner, outer = rows[-1], rows[0], rows[-2]
    above = limits[-2] if len(limits) > 1 else low
    shells = [
        _shell("overall", total, low, limits[-1]),
        _shell("innerShell", inner, low, limits[0]),
        _shell("outerShell", outer, above, limits[-1]),
    ]
    if isa := _isa(text):
        shells[0]["isa"] = isa
    anomalous = _friedel(text) is False
    for shell in shells:
        shell["anomalous"] = anomalous
    scaling = Scaling(_solution(text), {}, shells, [_sweep(text, anomalous)])
    return normalise(Result({"processingPrograms": "XDS", **_version(text)}, [scaling]))


def _last_table(text):
    found = []
    for begin in (match.end() for match in re.finditer(_TITLE, text)):
        rows = []
        for line in text[begin:].splitlines()[1:]:
            match = _ROW.match(line)
            if match:
                rows.append(match)
                if match["limit"] == "total":
                    break
        if len(rows) > 1 and rows[-1]["limit"] == "total":
            found = rows
    if not found:
        raise Unreadable("There is no complete table of statistics: CORRECT did not end well.")
    return found


def _shell(kind, row, low, high):
    found = {
        "scalingStatisticsType": kind,
        "resolutionLimitLow": low,
        "resolutionLimitHigh": high,
        "nTotalObservations": int(row["observed"]),
        "nTotalUniqueObservations": int(row["unique"]),
        "completeness": float(row["completeness"]),
        "multiplicity": round(int(row["observed"]) / int(row["unique"]), 2) if int(row["unique"]) else None,
        "rMerge": _fraction(row["r"]),
        "rMeasAllIPlusIMinus": _fraction(row["rmeas"]),
        "meanIOverSigI": float(row["signal"]),
        "ccHalf": _fraction(row["cc"]),
    }
    if row["ccano"] and int(row["pairs"]):
        found |= {"ccAnomalous": _fraction(row["ccano"]), "sigAno": row["sigano"]}
    # XDS writes -99.9 where too few reflections were compared.
    return {name: value for name, value in found.items() if value is not None}


def _fraction(per_cent):
    number = float(per_cent)
    return None if number <= -99 else round(number / 100, 6)


def _solution(text):
    names = ("a", "b", "c", "alpha", "beta", "gamma")
    cell = _values(text, r"UNIT CELL PARAMETERS", 6) or _values(text, r"UNIT_CELL_CONSTANTS=", 6)
    found = {f"refinedCell_{name}": value for name, value in zip(names, cell, strict=False)}
    number = _values(text, r"SPACE_GROUP_NUMBER=", 1)
    if number and int(number[0]):
        found["spaceGroup"] = _space_group(int(number[0]))
    return found


def _space_group(number):
    found = gemmi.find_spacegroup_by_number(number)
    if found is None:
        raise Unreadable(f"There is no space group {number}.")
    return found.hm


def _sweep(text, anomalous):
    found = {"anomalous": anomalous}
    images = _values(text, r"\bDATA_RANGE=", 2)
    if len(images) == 2:
        found |= {"startImageNumber": int(images[0]), "endImageNumber": int(images[1])}
    if distance := _values(text, r"CRYSTAL TO DETECTOR DISTANCE \(mm\)", 1):
        found["refinedDetectorDistance"] = abs(distance[0])
    place = _values(text, r"DETECTOR COORDINATES \(PIXELS\) OF DIRECT BEAM", 2)
    size = [_values(text, name, 1) for name in (r"\bQX=", r"\bQY=")]
    if len(place) == 2 and all(size):
        found |= {f"refined{axis}Beam": round(p * s[0], 4) for axis, p, s in zip("XY", place, size, strict=True)}
    axis = _values(text, r"LAB COORDINATES OF ROTATION AXIS", 3)
    beam = _values(text, r"DIRECT BEAM COORDINATES \(REC\. ANGSTROEM\)", 3)
    for name, vector in (("rotationAxis", axis), ("beamVector", beam)):
        found |= {f"{name}{letter}": value for letter, value in zip("XYZ", vector, strict=False)}
    cell = _values(text, r"UNIT CELL PARAMETERS", 6)
    names = ("a", "b", "c", "alpha", "beta", "gamma")
    found |= {f"cell_{name}": value for name, value in zip(names, cell, strict=False)}
    template = re.search(r"NAME_TEMPLATE_OF_DATA_FRAMES=\s*(\S+)", text)
    return Sweep(found, template[1] if template else None)


def _values(text, name, number):
    """Return the numbers behind the last place where a name stands; none if it does not, or if they are fewer."""
    pattern = rf"{name}\s*((?:{_NUMBER}\s*[ ,]?\s*){{{number}}})"
    matches = re.findall(pattern, text)
    return [float(each) for each in re.findall(_NUMBER, matches[-1])][:number] if matches else []


def _isa(text):
    match = re.findall(rf"^\s+a\s+b\s+ISa\s*\n\s+{_NUMBER}\s+{_NUMBER}\s+({_NUMBER})", text, re.MULTILINE)
    return match[-1] if match else None


def _friedel(text):
    match = re.findall(r"FRIEDEL'S_LAW=\s*(TRUE|FALSE)", text)
    return match[-1] == "TRUE" if match else None


def _version(text):
    match = re.search(r"CORRECT\s+\**\s*\(VERSION\s+([^)]+)\)", text)
    return {"processingMessage": f"XDS {' '.join(match[1].split())}"} if match else {}
