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


def status(recorded):
    """Return what a recorded status means; null while something runs, or where nothing is said."""
    return None if recorded is None else _MEANING.get(str(recorded).upper())
