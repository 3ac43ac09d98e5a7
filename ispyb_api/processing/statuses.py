"""What became of it: one meaning for the words and numbers of both ISPyB families."""

RUNNING, FAILED, SUCCESS, NOT_RUN = None, 0, 1, 2

_MEANING = {
    "SUCCESS": SUCCESS,
    "FAILED": FAILED,
    "RUNNING": RUNNING,
    "PENDING": RUNNING,
    "1": SUCCESS,
    "0": FAILED,
    "2": NOT_RUN,
}
_WORDS = {SUCCESS: "SUCCESS", FAILED: "FAILED"}


def recorded(meaning, column, begun):
    """Return how a column of statuses writes one down; ``begun`` tells whether the run has begun.

    One family's column takes numbers; the other's takes words, and says also that a run goes on.
    """
    if column.low is not None:
        return meaning
    if meaning is None:
        return "RUNNING" if begun else None
    return _WORDS.get(meaning, str(meaning))


def status(recorded):
    """Return what a recorded status means; null while something runs, or where nothing is said."""
    return None if recorded is None else _MEANING.get(str(recorded).upper())
