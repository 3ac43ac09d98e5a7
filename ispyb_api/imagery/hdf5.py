"""Open HDF5 files without being led out of the served folders: links, virtual datasets and raw storage may name any file."""

import contextlib
import os

from ispyb_api.errors import Invalid, NotFound
from ispyb_api.files import serving

MOST_BYTES = 256 * 1024 * 1024  # of what one answer holds
_MOST_LINKS = 32


@contextlib.contextmanager
def opened(path):
    """Open a file that may be served, for reading; damaged ones are not found."""
    import h5py  # noqa: PLC0415 - slow to load, and an extra
    import hdf5plugin  # noqa: F401, PLC0415 - registers the compressions that detectors use

    real = serving.resolved(path, "file")
    try:
        file = h5py.File(real, "r", locking=False)
    except (OSError, ValueError):
        raise NotFound("The file is recorded, but it is no HDF5 file that can be read.") from None
    with file:
        try:
            yield file
        except (OSError, RuntimeError) as exc:  # what the library says of a damaged part
            raise NotFound(f"The file cannot be read: {str(exc)[:200]}.") from None


def require_confined(file, path):
    """Refuse a path that leads through a file outside the served folders, or data that lie in one; return what is there."""
    import h5py  # noqa: PLC0415

    current, steps = file["/"], [step for step in path.split("/") if step]
    for step in steps:
        if not isinstance(current, h5py.Group) or step not in current:
            raise NotFound(f"The file has no {path}.")
        current = _followed(h5py, current, step, 0)
    if isinstance(current, h5py.Dataset):
        _require_confined_data(current)
    return current


def leads_out(group, name):
    """Tell whether a child of a group lies in a file that may not be served, or nowhere."""
    import h5py  # noqa: PLC0415

    try:
        _followed(h5py, group, name, 0)
    except NotFound:
        return True
    return False


def _followed(h5py, group, name, followed):
    if followed > _MOST_LINKS:
        raise NotFound("The file's links go round in circles.")
    link = group.get(name, getlink=True)
    if isinstance(link, h5py.ExternalLink):
        where = _beside(group.file.filename, link.filename)
        if serving.confined(where) is None:
            raise NotFound("The file links to one outside the folders that this server serves (files.roots).")
    elif isinstance(link, h5py.SoftLink):
        target = link.path
        base = group.file["/"] if target.startswith("/") else group
        for step in [step for step in target.split("/") if step]:
            if not isinstance(base, h5py.Group) or step not in base:
                raise NotFound(f"The file has no {target}.")
            base = _followed(h5py, base, step, followed + 1)
        return base
    try:
        return group[name]
    except (KeyError, OSError):
        raise NotFound(f"What {name} links to is not there.") from None


def _require_confined_data(dataset):
    names = [source.file_name for source in dataset.virtual_sources()] if dataset.is_virtual else []
    names += [entry[0] for entry in dataset.external or ()]
    for name in names:
        if name != "." and serving.confined(_beside(dataset.file.filename, name)) is None:
            raise NotFound("The data lie in a file outside the folders that this server serves (files.roots).")


def _beside(filename, name):
    return os.path.join(os.path.dirname(filename), name)


def require_small(dataset, selection):
    """Refuse to read more of a dataset than one answer holds; ``selection`` is as numpy writes it, '0, 10:20'."""
    from h5grove.utils import QueryArgumentError, parse_slice  # noqa: PLC0415

    try:
        parts = parse_slice(selection) if selection else ()
    except (QueryArgumentError, ValueError, TypeError):
        raise Invalid(errors={"selection": ["Must be as '0, 10:20, :'."]}) from None
    shape = dataset.shape or ()
    if len(parts) > len(shape):
        raise Invalid(errors={"selection": [f"The dataset has {len(shape)} dimensions."]})
    number = 1
    for place, length in enumerate(shape):
        part = parts[place] if place < len(parts) else slice(None)
        if isinstance(part, int):
            if not -length <= part < length:
                raise Invalid(errors={"selection": [f"Dimension {place} has {length} items."]})
        else:
            number *= len(range(*part.indices(length)))
    if number * dataset.dtype.itemsize > MOST_BYTES:
        raise Invalid(errors={"selection": [f"That is more than {MOST_BYTES} bytes: select a part."]})
