"""Curves over resolution, from the tables that XSCALE, CORRECT and AIMLESS write into their logs.

Fractions are given as percentages whichever program wrote them, so that two of them can be compared in one plot.
"""

import itertools
import re

_NUMBER = r"-?\d+(?:\.\d*)?"
# Limit, observed, unique, possible, completeness, R observed, R expected, compared, I/sigma, R meas, CC(1/2), correlation
# of anomalous differences, their signal, their number.
_XSCALE = re.compile(
    rf"^\s*(?P<limit>{_NUMBER})\s+\d+\s+\d+\s+\d+\s+(?P<completeness>{_NUMBER})%\s+(?P<rfactor>{_NUMBER})%\s+{_NUMBER}%\s+\d+"
    rf"\s+(?P<isigma>{_NUMBER})\s+{_NUMBER}%\s+(?P<cc2>{_NUMBER})\*?(?:\s+(?P<anomcorr>{_NUMBER})\*?\s+(?P<sigmaano>{_NUMBER})\s+\d+)?\s*$"
)
_TABLE = "SUBSET OF INTENSITY DATA WITH SIGNAL/NOISE"

# Of the tables of AIMLESS: which column a curve is, and by how much it is multiplied.
_AIMLESS = {
    "completeness": ("%poss", 1),
    "rfactor": ("Rmrg", 100),
    "isigma": ("Mn(I/sd)", 1),
    "cc2": ("CC1/2", 100),
    "anomcorr": ("CCanom", 100),
}
_LIMITS = ("Dmid", "Dmin(A)", "Dmin")
_GRAPH = re.compile(r"\$TABLE\s*:.*?\$GRAPHS.*?\$\$(?P<names>[^$]*)\$\$[^$]*\$\$(?P<rows>[^$]*)\$\$", re.DOTALL)

CURVES = ("completeness", "cc2", "isigma", "rfactor", "sigmaano", "anomcorr")
_LOGS = {
    "xscale": re.compile(r"xscale|(?<![a-z])correct\.lp|(?<!(?<!no)anom_)aimless", re.IGNORECASE),
    "fastdp": re.compile(r"fast_?dp|xscale|(?<![a-z])correct\.lp|aimless", re.IGNORECASE),
}


def is_log(kind, name):
    """Tell whether a file's name is that of a log with such tables; ``kind`` is xscale or fastdp."""
    return bool(_LOGS[kind].search(name or ""))


def points(text, curve):
    """Return {resolution: value} of a log; nothing of one without such a table."""
    return _of_xscale(text, curve) or _of_aimless(text, curve)


def table(columns):
    """Return the curves {name: points} as lines for a plot with errors, which nobody knows here."""
    limits = sorted({limit for found in columns.values() for limit in found})
    lines = [",".join(("Resolution", *map(str, columns)))]
    for limit in limits:
        values = (found.get(limit) for found in columns.values())
        lines.append(",".join((f"{limit:g}", *("," if value is None else f"{value:g},0" for value in values))))
    return "".join(f"{line}\n" for line in lines)


def _of_xscale(text, curve):
    """Return the curve from the last table, that of all data together; it ends with its totals."""
    if _TABLE not in text:
        return {}
    last = itertools.takewhile(
        lambda line: not line.lstrip().startswith("total"), text.rpartition(_TABLE)[2].splitlines()
    )
    rows = [row for row in map(_XSCALE.match, last) if row and row[curve] is not None]
    return {float(row["limit"]): float(row[curve]) for row in rows}


def _of_aimless(text, curve):
    """Return the curve from the first table that has it by resolution."""
    column, times = _AIMLESS.get(curve, (None, 1))
    for graph in _GRAPH.finditer(text):
        names = graph["names"].split()
        limit = next((name for name in _LIMITS if name in names), None)
        if limit and column in names:
            return _read(graph["rows"], names.index(limit), names.index(column), times)
    return {}


def _read(rows, limit, column, times):
    found = {}
    for words in map(str.split, rows.splitlines()):
        try:
            found[float(words[limit])] = round(float(words[column]) * times, 6)
        except (IndexError, ValueError):
            continue  # a bin without reflections
    return found
