"""Put values where the connected database keeps them: the two families have other columns for the same numbers.

What is read is the same in both (sql/queries/em/); here is the way back.
"""

import re

_AS_TEXT = ("defocusU", "defocusV", "estimatedBfactor")
# A column that one family has, and the text that the other has in its place.
_TEXTS = {
    "astigmatismAngle": "angle",
    "estimatedResolution": "resolutionLimit",
    "ccValue": "crossCorrelationCoefficient",
}
_PATCHES = re.compile(r"\s*(\d+)\s*[x×,]\s*(\d+)\s*", re.IGNORECASE)


def movie(values, columns):
    """Return the columns of a movie."""
    return _moved(dict(values), columns, {"fluence": "dosePerImage"})


def correction(values, columns):
    """Return the columns of a motion correction."""
    row = dict(values)
    across, down, both = (row.get(name) for name in ("patchesUsedX", "patchesUsedY", "patchesUsed"))
    if "patchesused" not in columns and both and (found := _PATCHES.fullmatch(both)):
        del row["patchesUsed"]
        row["patchesUsedX"], row["patchesUsedY"] = (int(each) for each in found.groups())
    elif "patchesusedx" not in columns and None not in (across, down):
        del row["patchesUsedX"], row["patchesUsedY"]
        row["patchesUsed"] = f"{across} x {down}"
    return row


def ctf(values, columns):
    """Return the columns of a CTF."""
    row = _moved(_defocus(dict(values), columns), columns, _TEXTS)
    return {name: _text(value) if name in _AS_TEXT else value for name, value in row.items()}


def _defocus(row, columns):
    """Put the defocus along two axes into its mean and its astigmatism, or these into the former."""
    both = (row.get("defocusU"), row.get("defocusV"))
    if "defocusu" not in columns and None not in both:
        del row["defocusU"], row["defocusV"]
        row = {"estimatedDefocus": sum(both) / 2, "astigmatism": abs(both[0] - both[1]), **row}
    elif "estimateddefocus" not in columns and (None not in both or "estimatedDefocus" in row):
        mean, half = row.pop("estimatedDefocus", None), (row.pop("astigmatism", None) or 0) / 2
        if both == (None, None):
            row["defocusU"], row["defocusV"] = (None, None) if mean is None else (mean + half, mean - half)
    return row


def _moved(row, columns, texts):
    for name, text in texts.items():
        if name in row and name.lower() not in columns:
            row[text] = _text(row.pop(name))
    return row


def _text(value):
    return None if value is None else format(value, ".15g")
