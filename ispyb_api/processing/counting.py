"""What a program of serial crystallography has counted so far: what came late, what cannot be, and how fast it goes."""

from ispyb_api.errors import Invalid

COUNTS = ("nbImages", "nbHits", "nbIndexed")
WINDOW = 5.0  # seconds; a speed is that of the last one or two such
_STALE = 20.0  # seconds without news, after which nothing happens any more
_PARTS = (("nbHits", "nbImages"), ("nbIndexed", "nbHits"))
_RATES = (("hitRate", "nbHits", "nbImages"), ("indexingRate", "nbIndexed", "nbHits"))


def is_late(state, given):
    """Tell whether counts were overtaken by later ones: of fewer images than are counted already."""
    now, new = state.get("nbImages"), given.get("nbImages")
    return now is not None and new is not None and new < now


def check(counts):
    """Refuse parts that are more than their whole."""
    errors = {
        part: [f"Must not be more than {whole}, which is {counts[whole]}."]
        for part, whole in _PARTS
        if None not in (counts.get(part), counts.get(whole)) and counts[part] > counts[whole]
    }
    if errors:
        raise Invalid(errors=errors)


def rates(counts):
    """Return the rates that follow from counts: hits of the images, indexed ones of the hits."""
    return {
        rate: counts[part] / counts[whole] if counts[whole] else 0.0
        for rate, part, whole in _RATES
        if None not in (counts.get(part), counts.get(whole))
    }


def begun(counts, now):
    """Return the moments of a result whose counting begins."""
    first = [counts.get(name) or 0 for name in COUNTS]
    return {"countedAt": now, **_moment("mark", now, first), **_moment("window", now, first)}


def moved(state, now):
    """Return the moments that change when something is counted: two steps, so that a speed is never of less than a window."""
    if now - state["markAt"] < WINDOW:
        return {"countedAt": now}
    known = [state[name] or 0 for name in COUNTS]
    older = [state[f"mark{name.removeprefix('nb')}"] for name in COUNTS]
    return {
        "countedAt": now,
        **_moment("mark", state["countedAt"], known),
        **_moment("window", state["markAt"], older),
    }


def speeds(state, now):
    """Return how much is counted in a second: null before two moments are known, none once nothing has come for a while."""
    names = {name: f"{name.removeprefix('nb').lower()}PerSecond" for name in COUNTS}
    seconds = state["countedAt"] - state["windowAt"]
    if now - state["countedAt"] > _STALE:
        return dict.fromkeys(names.values(), 0.0)
    if seconds <= 0:
        return dict.fromkeys(names.values())
    return {
        shown: max(0.0, ((state[name] or 0) - state[f"window{name.removeprefix('nb')}"]) / seconds)
        for name, shown in names.items()
    }


def _moment(name, at, counts):
    return {f"{name}At": at, **{f"{name}{each.removeprefix('nb')}": n for each, n in zip(COUNTS, counts, strict=True)}}
