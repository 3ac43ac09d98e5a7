"""Regions of interest of fluorescence."""

from tests.contract.writes import EDITS, Write

WRITES = [
    Write("POST /mapping/rois", EDITS.naming("blSampleId"), lambda r: r.new_region()),
    Write("PATCH /mapping/rois/{}", EDITS, lambda r: {"edge": r.word()}, lambda r: r.region()),
    Write("DELETE /mapping/rois/{}", EDITS, ids=lambda r: r.region()),
]
