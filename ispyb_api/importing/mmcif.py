"""mmCIF files of processing results, by the items of the PDBx dictionary."""

import math
import re

import gemmi

from ispyb_api.importing.result import Result, Scaling, Sweep, Unreadable, normalise

_CELL = ("a", "b", "c", "alpha", "beta", "gamma")
# What both categories of statistics call the same.  Where several items are read as one value, the first that is known counts:
# of the observed reflections before those of all, for programs fill one or the other.
_SAME = {
    "pdbx_redundancy": "multiplicity",
    "pdbx_percent_possible_anomalous": "anomalousCompleteness",
    "pdbx_redundancy_anomalous": "anomalousMultiplicity",
    "pdbx_CC_half": "ccHalf",
    "pdbx_CC_half_anomalous": "ccAnomalous",
    "pdbx_absDiff_over_sigma_anomalous": "sigAno",
    "pdbx_percent_possible_spherical": "completenessSpherical",
    "pdbx_percent_possible_ellipsoidal": "completenessEllipsoidal",
    "pdbx_percent_possible_spherical_anomalous": "anomalousCompletenessSpherical",
    "pdbx_percent_possible_ellipsoidal_anomalous": "anomalousCompletenessEllipsoidal",
    "pdbx_Rrim_I_all": "rMeasAllIPlusIMinus",
    "pdbx_Rpim_I_all": "rPimAllIPlusIMinus",
    "percent_possible_obs": "completeness",
    "percent_possible_all": "completeness",
}
_OVERALL = _SAME | {
    "d_resolution_low": "resolutionLimitLow",
    "d_resolution_high": "resolutionLimitHigh",
    "pdbx_Rmerge_I_obs": "rMerge",
    "pdbx_Rmerge_I_all": "rMerge",
    "pdbx_number_measured_all": "nTotalObservations",
    "number_obs": "nTotalUniqueObservations",
    "number_all": "nTotalUniqueObservations",
    "pdbx_netI_over_sigmaI": "meanIOverSigI",
    "pdbx_res_netI_over_sigmaI_2": "resIOverSigI2",
}
_SHELL = _SAME | {
    "d_res_low": "resolutionLimitLow",
    "d_res_high": "resolutionLimitHigh",
    "Rmerge_I_obs": "rMerge",
    "Rmerge_I_all": "rMerge",
    "number_measured_obs": "nTotalObservations",
    "number_measured_all": "nTotalObservations",
    "number_unique_obs": "nTotalUniqueObservations",
    "number_unique_all": "nTotalUniqueObservations",
    "meanI_over_sigI_obs": "meanIOverSigI",
    "meanI_over_sigI_all": "meanIOverSigI",
    "pdbx_netI_over_sigmaI_obs": "meanIOverSigI",
    "pdbx_netI_over_sigmaI_all": "meanIOverSigI",
}
_ELLIPSOID = {
    f"pdbx_aniso_diffraction_limit_axis_{axis}_ortho[{part}]": f"resolutionEllipsoidAxis{axis}{part}"
    for axis in (1, 2, 3)
    for part in (1, 2, 3)
} | {f"pdbx_aniso_diffraction_limit_{axis}": f"resolutionEllipsoidValue{axis}" for axis in (1, 2, 3)}
_COUNTS = {"nTotalObservations", "nTotalUniqueObservations"}
_REDUCTION = ("data reduction", "data scaling")


def read(text):
    """Return the result in the text of an mmCIF file; raise Unreadable if it holds no statistics of reflections."""
    try:
        document = gemmi.cif.read_string(text)
    except (ValueError, RuntimeError) as exc:
        raise Unreadable(f"The mmCIF is damaged: {exc}.") from exc
    block = next((block for block in document if _rows(block, "reflns")), None)
    if block is None:
        raise Unreadable("No block has the category _reflns, where mmCIF keeps statistics of all reflections.")
    shells = _rows(block, "reflns_shell")
    solution = _solution(block)
    scalings = [_scaling(block, row, shells, solution) for row in _rows(block, "reflns")]
    return normalise(Result(_program(block), scalings))


def _scaling(block, row, shells, solution):
    crystals = re.findall(r"[^\s,]+", row.get("pdbx_diffrn_id", "1"))
    own = [each for each in shells if set(re.findall(r"[^\s,]+", each.get("pdbx_diffrn_id", "1"))) & set(crystals)]
    statistics = [_statistics("overall", row, _OVERALL)]
    # Along resolution: reciprocal to what is written, the innermost shell is that of the largest distances.
    own = sorted((each for each in own if _number(each.get("d_res_high"))), key=lambda each: -float(each["d_res_high"]))
    if len(own) > 1:
        statistics.append(_statistics("innerShell", own[0], _SHELL))
    if own:
        statistics.append(_statistics("outerShell", own[-1], _SHELL))
    cells = {each.get("diffrn_id"): each for each in _rows(block, "pdbx_diffrn_cell")}
    sweeps = [Sweep(_cell(cells.get(each, {}), "cell_")) for each in crystals]
    return Scaling(solution, _named(row, _ELLIPSOID), statistics, sweeps)


def _statistics(kind, row, names):
    found = {"scalingStatisticsType": kind, **_named(row, names)}
    if "sigAno" in found:
        found["sigAno"] = str(found["sigAno"])
    return found


def _solution(block):
    found = _cell(next(iter(_rows(block, "cell")), {}), "refinedCell_")
    for category, item in (("symmetry", "space_group_name_H-M"), ("space_group", "name_H-M_alt")):
        name = next(iter(_rows(block, category)), {}).get(item)
        if name:
            return found | {"spaceGroup": name}
    return found


def _cell(row, prefix):
    names = {f"{'length' if len(each) == 1 else 'angle'}_{each}": f"{prefix}{each}" for each in _CELL}
    return _named(row, names)


def _program(block):
    told = _rows(block, "software")
    chosen = [each for each in told if (each.get("classification") or "").casefold() in _REDUCTION] or told
    names = dict.fromkeys(" ".join(filter(None, (each.get("name"), each.get("version")))) for each in chosen)
    return {"processingPrograms": ", ".join(names)} if any(names) else {}


def _rows(block, category):
    """Return a category's rows, a dictionary each, without what is not known or does not apply."""
    columns = block.get_mmcif_category(f"_{category}.")
    number = len(next(iter(columns.values()), []))
    return [{name: values[row] for name, values in columns.items() if values[row]} for row in range(number)]


def _named(row, names):
    found = {}
    for item, name in names.items():
        number = _number(row.get(item))
        if number is not None and name not in found:
            found[name] = int(number) if name in _COUNTS else number
    return found


def _number(text):
    """Return a number, which may have its error behind it in brackets, as 78.12(3); None if there is none."""
    number = gemmi.cif.as_number(text) if text else float("nan")
    return None if math.isnan(number) else number
