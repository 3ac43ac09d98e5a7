"""What serial crystallography found, as its programs write it: ssx_stats.json and ssx_cells.json."""

import json
import math
import statistics
from array import array

AXES = ("a", "b", "c", "alpha", "beta", "gamma")
BINS = 50
_FENCE = 1.5  # times the middle half of the values, beyond which one is an outlier


def stats(text):
    """Return the counts of a file of statistics, None if it is none."""
    found = _object(text)
    if found is None:
        return None
    lattice = found.get("laticeType")
    return {
        "nbHits": _count(found.get("nbHits")),
        "nbIndexed": _count(found.get("nbIndexed")),
        "laticeType": lattice if isinstance(lattice, str) else None,
        "estimatedResolution": _number(found.get("estimatedResolution")),
    }


def counted(result):
    """Return the same counts of a result: as it says, else by its rates, hits of the images and indexed patterns of the hits."""
    hits = _share(result["hitRate"], result["numberOfImages"])
    by_rates = {"nbHits": hits, "nbIndexed": _share(result["indexingRate"], hits)}
    said = by_rates if result["nbHits"] is None else result
    return {name: said[name] for name in by_rates} | {
        name: result[name] for name in ("laticeType", "estimatedResolution")
    }


def cells(text):
    """Return the cells of a file of cells as lists of six numbers, None if it is none."""
    found = _object(text)
    listed = found and found.get("unit_cells")
    if not isinstance(listed, list):
        return None
    return [cell for cell in listed if isinstance(cell, list) and len(cell) == len(AXES) and all(map(_is_number, cell))]


class Columns:
    """Many cells, axis by axis, in little memory."""

    def __init__(self):
        self._values = {axis: array("d") for axis in AXES}

    def __len__(self):
        return len(self._values["a"])

    def add(self, found):
        """Take in some cells."""
        for axis, values in zip(AXES, zip(*found, strict=True), strict=False):
            self._values[axis].extend(values)

    def histograms(self):
        """Return the histogram of each axis."""
        return {axis: histogram(values) for axis, values in self._values.items()}


def histogram(values):
    """Return 50 bins of the values that are no outliers, and the median of all; None without values."""
    if not values:
        return None
    quarters = statistics.quantiles(values, n=4, method="inclusive") if len(values) > 1 else [values[0]] * 3
    fence = _FENCE * (quarters[2] - quarters[0])
    inside = [value for value in values if quarters[0] - fence <= value <= quarters[2] + fence]
    low, high = min(inside), max(inside)
    if low == high:
        low, high = low - 0.5, high + 0.5
    counts = [0] * BINS
    for value in inside:
        counts[min(int((value - low) / (high - low) * BINS), BINS - 1)] += 1
    return {"x": [low + (high - low) * n / BINS for n in range(BINS + 1)], "y": counts, "median": quarters[1]}


def _object(text):
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _is_number(value):
    return type(value) in (int, float) and abs(value) < 1e9  # which neither infinity nor what is no number is


def _number(value):
    return value if _is_number(value) else None


def _share(rate, whole):
    if rate is None or whole is None:
        return None
    return round(whole * (rate / 100 if rate > 1 else rate))  # some programs write per cent


def _count(value):
    return math.floor(value) if _is_number(value) and value >= 0 else None
