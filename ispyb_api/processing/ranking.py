"""Which of several scalings is the best.  The rule is documented in docs/processings.rst."""

ENOUGH = 90  # per cent of all reflections


def best(scalings):
    """Return the best of some scalings, or None."""
    return min(filter(_is_usable, scalings), key=_rank, default=None)


def _is_usable(scaling):
    """Tell whether a scaling takes part: its run did not fail, and the overall shell has a limit of resolution."""
    return scaling["processingStatus"] != 0 and bool((scaling["overall"] or {}).get("resolutionLimitHigh"))


def _rank(scaling):
    complete = _completeness(scaling["overall"])
    return complete < ENOUGH, scaling["overall"]["resolutionLimitHigh"], -complete, -scaling["autoProcScalingId"]


def _completeness(shell):
    """Return the completeness in per cent; of data that were cut by an ellipsoid, that within it."""
    found = shell.get("completenessEllipsoidal") or shell.get("completeness") or 0
    return found * 100 if found <= 1 else found  # some programs write a fraction
