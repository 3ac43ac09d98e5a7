"""Which data collections a file is about: those that the operator names, or those of a session that have its images."""

import posixpath
import re

from ispyb_api.importing.result import Unreadable

_NAME_IT = "name data collections with --collection."
# Detectors write a master file, which is what is recorded, and data files beside it; XDS numbers the images in it.
_DATA_FILE = re.compile(r"_(?:data_)?\d+(?=\.(?:h5|hdf5|nxs)$)")
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
        raise Unreadable(f"It does not tell where its images are: {_NAME_IT}")
    return [_of(sweep.image, rows) for sweep in result.sweeps]


class OfStream:
    """Finds the data collection that all images of a stream are of, among those of a session."""

    def __init__(self, rows):
        self._rows, self._found = rows, None

    def see(self, image):
        """Note a file of images that the stream names; refuse one of another data collection."""
        if self._found and _has(self._found, image):
            return
        number = _of(image, self._rows)
        if self._found:
            first = self._found["dataCollectionId"]
            raise Unreadable(f"It has images of several data collections ({first}, {number}): {_NAME_IT}")
        self._found = next(row for row in self._rows if row["dataCollectionId"] == number)

    @property
    def collection(self):
        """The data collection."""
        if not self._found:
            raise Unreadable(f"It does not tell where its images are: {_NAME_IT}")
        return self._found["dataCollectionId"]


def _of(image, rows):
    fitting = [row["dataCollectionId"] for row in rows if _has(row, image)]
    if len(fitting) != 1:
        which = f"are of several data collections ({', '.join(map(str, fitting))})" if fitting else "are of none"
        raise Unreadable(f"The images {image} {which} of this session: {_NAME_IT}")
    return fitting[0]


def _has(row, image):
    folder, name = posixpath.split(posixpath.normpath(image))
    if posixpath.normpath(row["imageDirectory"] or "") != folder:
        return False
    # Of the names of all images, ???? stands for their numbers.
    name = re.sub(r"\?+", lambda match: "1" * len(match[0]), name)
    if row["fileTemplate"]:
        pieces = _DIGITS.split(posixpath.basename(row["fileTemplate"]))
        pattern = re.compile(r"\d+".join(map(re.escape, pieces)))
        return any(pattern.fullmatch(each) for each in (name, _DATA_FILE.sub("_master", name)))
    return name.startswith(f"{row['imagePrefix']}_{row['dataCollectionNumber']}_")
