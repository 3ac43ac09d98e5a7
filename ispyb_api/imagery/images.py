"""Read one image of a data collection, from whatever its files are."""

import os
import re

from ispyb_api.errors import NotFound
from ispyb_api.files import serving
from ispyb_api.imagery import hdf5

_NUMBER = re.compile(r"%0?(\d*)d|(#+)")
_HDF5 = (".h5", ".hdf5", ".nxs")
_FLAT = (".cbf", ".edf", ".tif", ".tiff", ".img", ".mccd", ".gz", ".bz2")
MOST_PIXELS = 64_000_000


def file_of(collection, number):
    """Return the path of the file of an image."""
    folder, template = collection["imageDirectory"], collection["fileTemplate"]
    if not folder or not template:
        raise NotFound("No files of images are recorded for this data collection.")

    def numbered(match):
        return str(number).zfill(int(match[1] or 0) if match[2] is None else len(match[2]))

    return os.path.join(folder, _NUMBER.sub(numbered, template, count=1))


def read(collection, number):
    """Return an image as an array of numbers, and what its file says of it in words."""
    begin = collection["startImageNumber"] if collection["startImageNumber"] is not None else 1
    count = collection["numberOfImages"]
    if number < begin or (count and number >= begin + count):
        raise NotFound(f"The data collection has no image {number}.")
    path = file_of(collection, number)
    suffix = os.path.splitext(path)[1].lower()
    if suffix in _HDF5:
        return _of_hdf5(path, collection["imageContainerSubPath"], number, begin), {}
    if suffix in _FLAT:
        return _of_flat(path)
    raise NotFound(f"Images of the kind {suffix or 'without a suffix'} cannot be read.")


def _of_flat(path):
    import fabio  # noqa: PLC0415 - slow to load, and an extra

    real = serving.resolved(path, "image")
    try:
        with fabio.open(real) as image:
            height, width = image.shape[-2:]
            if height * width > MOST_PIXELS:
                raise NotFound("The image is too large.")
            said = {str(key): str(value) for key, value in image.header.items()}
            return image.data, said
    except NotFound:
        raise
    except Exception:  # fabio lets errors of any kind out of damaged files
        raise NotFound("The image is recorded, but its file cannot be read.") from None


def _of_hdf5(path, inside, number, begin):
    with hdf5.opened(path) as file:
        dataset, frame = _place(file, inside, number, begin)
        if dataset.ndim not in (2, 3) or dataset.dtype.kind not in "iuf":
            raise NotFound("The file holds no images where they should be.")
        if dataset.shape[-1] * dataset.shape[-2] > MOST_PIXELS:
            raise NotFound("The image is too large.")
        if dataset.ndim == 2:
            return dataset[()]
        if not 0 <= frame < dataset.shape[0]:
            raise NotFound(f"The file has no image {number}.")
        return dataset[frame]


def _place(file, inside, number, begin):
    """Return the dataset that holds an image, and its place in it."""
    import h5py  # noqa: PLC0415

    if inside:
        found = hdf5.require_confined(file, inside)
        if isinstance(found, h5py.Dataset):
            return found, number - begin
        paths = [f"{inside}/{name}" for name in found]
    else:
        group = hdf5.require_confined(file, "/entry/data")
        paths = [f"/entry/data/{name}" for name in group] if isinstance(group, h5py.Group) else []
    passed = 0
    for path in sorted(paths):
        try:
            dataset = hdf5.require_confined(file, path)
        except NotFound:
            continue
        if not isinstance(dataset, h5py.Dataset) or dataset.ndim != 3:
            continue
        low, high = (dataset.attrs.get(name) for name in ("image_nr_low", "image_nr_high"))
        if low is not None and high is not None:
            if int(low) <= number <= int(high):
                return dataset, number - int(low)
        elif passed <= number - begin < passed + dataset.shape[0]:
            return dataset, number - begin - passed
        passed += dataset.shape[0]
    raise NotFound(f"The file has no image {number}.")
