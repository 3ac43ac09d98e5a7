"""Send the files that rows of electron microscopy name."""

from ispyb_api.errors import NotFound
from ispyb_api.files import serving


def send(paths, kind, what):
    """Answer with one of a row's files by its kind; ``paths`` is None where there is no such row."""
    if paths is None:
        raise NotFound(f"There is no such {what}.")
    if kind not in paths:
        raise NotFound(f"There is no such kind of file; there are {', '.join(paths)}.")
    return serving.send(paths[kind], f"{kind} of a {what}")
