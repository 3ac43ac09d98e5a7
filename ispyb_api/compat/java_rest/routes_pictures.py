"""Pictures and plots of data collections and scans: the front ends put their addresses into pages."""

import re

from ispyb_api.compat.java_rest import items
from ispyb_api.compat.java_rest.answers import File
from ispyb_api.compat.java_rest.repository_collections import Collections
from ispyb_api.compat.java_rest.rest import reads

_MX = "/<token>/proposal/<proposal>/mx"
_DIFFRACTION, _SNAPSHOT, _PLOT = "picture of a diffraction image", "picture of the crystal", "plot"
_TYPES = {"jpegScanFileFullPath"}


@reads(f"{_MX}/image/<image>/get", File(_DIFFRACTION, saved=True))
def image(call, image):
    """Get the picture of a diffraction image"""
    return _of(Collections(call).image, image, "jpegFileFullPath")


@reads(f"{_MX}/image/<image>/thumbnail", File(_DIFFRACTION))
def image_thumbnail(call, image):
    """Get the small picture of a diffraction image"""
    return _of(Collections(call).image, image, "jpegThumbnailFileFullPath")


@reads(f"{_MX}/datacollection/<collection>/crystalsnaphot/<number>/get", File(_SNAPSHOT))
def snapshot(call, collection, number):
    """Get one of the four pictures of the crystal"""
    if not re.fullmatch("[1-4]", number):
        return None
    return _of(Collections(call).collection, collection, f"xtalSnapshotFullPath{number}")


@reads(f"{_MX}/datacollection/<collection>/qualityindicatorplot", File(_PLOT))
def quality_plot(call, collection):
    """Get the plot of the images' quality"""
    return _of(Collections(call).collection, collection, "imageQualityIndicatorsPlotPath")


@reads(f"{_MX}/datacollection/<collection>/wilson", File(_PLOT))
def wilson_plot(call, collection):
    """Get the Wilson plot"""
    return _of(Collections(call).collection, collection, "bestWilsonPlotPath")


@reads(f"{_MX}/datacollectiongroup/<group>/xtal/thumbnail", File(_SNAPSHOT))
def group_snapshot(call, group):
    """Get the picture of a group's crystal"""
    return _of(Collections(call).group, group, "xtalSnapshotFullPath")


@reads(f"{_MX}/energyscan/energyscanId/<scan>/jpegchooch", File(_PLOT))
def energy_scan_plot(call, scan):
    """Get the plot of an energy scan"""
    return _of(Collections(call).energy_scan, scan, "jpegChoochFileFullPath")


@reads(f"{_MX}/xrfscan/xrfscanId/<spectrum>/image/<column>/get", File(_PLOT))
def spectrum_picture(call, spectrum, column):
    """Get the picture of a fluorescence spectrum; the column that holds its path is jpegScanFileFullPath"""
    return _of(Collections(call).spectrum, spectrum, column) if column in _TYPES else None


@reads(f"{_MX}/xrfscan/xrfscanId/<spectrum>/csv", File("fit of a spectrum", lost=204, shown="text/csv"))
def spectrum_csv(call, spectrum):
    """Get the fit of a fluorescence spectrum as a table, which PyMca leaves beside its page"""
    page = _of(Collections(call).spectrum, spectrum, "annotatedPymcaXfeSpectrum")
    return page and re.sub(r"\.html$", "_peaks.csv", page)


def _of(find, item, column):
    """Return the path in a row's column: empty where none is recorded, or the front end knows no id; None without a row."""
    row_id = items.one(item)
    row = find(row_id) if row_id else {}
    return None if row is None else row.get(column) or ""
