"""Which data collections a file is about: those that the operator names, or those of a session that have its images."""

import posixpath
import re

from ispyb_api.importing.result import Unreadable

_DIGITS = re.compile(r"#+|\?+|%0?\d*d")


def named(result, collections):
    """Return the data collections of a result's sweeps, in their order, from those that were named in the same order."""
    sweeps = len(result.sweeps)
    if len(collections) == 1 and sweeps:
        return list(collections) * sweeps
    if len(collections) != max(sweeps, 1):
        raise Unreadable(f"It has {sweeps} sweeps: name as many data collections, in their order, or one for all.")
    return list(collections)


def found(result, rows):
    """Return the data collections of a result's sweeps, by where ``rows`` of a session say that images are."""
    if not result.sweeps or any(sweep.image is None for sweep in result.sweeps):
        raise Unreadable("It does not tell where its images are: name data collections with --collection.")
    return [_of(sweep.image, rows) for sweep in result.sweeps]


def _of(image, rows):
    fitting = [row["dataCollectionId"] for row in rows if _has(row, image)]
    if len(fitting) != 1:
        which = f"are of several data collections ({', '.join(map(str, fitting))})" if fitting else "are of none"
        raise Unreadable(f"The images {image} {which} of this session: name data collections with --collection.")
    return fitting[0]


def _has(row, image):
    folder, name = posixpath.split(posixpath.normpath(image))
    if posixpath.normpath(row["imageDirectory"] or "") != folder:
        return False
    # Of the names of all images, ???? stands for their numbers.
    name = re.sub(r"\?+", lambda match: "1" * len(match[0]), name)
    if row["fileTemplate"]:
        pieces = _DIGITS.split(posixpath.basename(row["fileTemplate"]))
        return re.fullmatch(r"\d+".join(map(re.escape, pieces)), name) is not None
    return name.startswith(f"{row['imagePrefix']}_{row['dataCollectionNumber']}_")
