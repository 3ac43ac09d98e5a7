"""Files where rows of the facility say that they are: made for those that are asked for, when they are asked for."""

import contextlib
from pathlib import Path
from unittest import mock

from ispyb_api.files import serving

RECORDED = "/data"  # the folder that every path of the facility begins with
_IMAGES, _PIXELS = 10, 1024
_TEXT = b"a line of a file of no importance\n" * 2000


@contextlib.contextmanager
def laid():
    """Make the files that are asked for within."""
    resolve = serving._resolved

    def resolved(recorded, what):
        path = resolve(recorded, what)
        if not Path(path).exists():
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            _MAKERS.get(Path(path).suffix, _text)(path)
        return path

    with mock.patch.object(serving, "_resolved", resolved):
        yield


def _text(path):
    Path(path).write_bytes(_TEXT)


def _picture(path):
    from PIL import Image  # noqa: PLC0415 - an extra

    Image.linear_gradient("L").resize((_PIXELS, _PIXELS)).save(path)


def _images(path):
    """Write a NeXus file of small images, compressed as detectors do."""
    import h5py  # noqa: PLC0415 - extras
    import hdf5plugin  # noqa: PLC0415
    import numpy  # noqa: PLC0415

    pixels = numpy.random.default_rng(1).poisson(3, (_IMAGES, _PIXELS, _PIXELS)).astype("u2")
    with h5py.File(path, "w") as file:
        file["entry/data/data"] = h5py.SoftLink("/entry/images")
        file.create_dataset("entry/images", data=pixels, chunks=(1, _PIXELS, _PIXELS), **hdf5plugin.Bitshuffle())


_MAKERS = {".jpeg": _picture, ".jpg": _picture, ".png": _picture, ".h5": _images}
