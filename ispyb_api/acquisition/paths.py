"""Paths that people record of their own session: whoever says where a file is can read it then, so it must be theirs."""

import os

from ispyb_api.files import serving
from ispyb_api.http.services import services

_NOT_OWN = "Lies in no folder of the session, and below those that this server serves (files.own_folders)."
_FILES = {
    *("xtalSnapshotFullPath", *(f"xtalSnapshotFullPath{number}" for number in range(1, 5))),
    *("imageQualityIndicatorsPlotPath", "imageQualityIndicatorsCSVPath", "bestWilsonPlotPath"),
    *("processedDataFile", "datFullPath", "jpegFileFullPath", "jpegThumbnailFileFullPath"),
    *("scanFileFullPath", "choochFileFullPath", "jpegChoochFileFullPath", "jpegScanFileFullPath", "filename"),
    *("annotatedPymcaXfeSpectrum", "fittedDataFileFullPath", "xtalSnapshotBefore", "xtalSnapshotAfter"),
}
_FOLDERS = {"imageDirectory", "fileLocation"}
_NAMES = {"fileTemplate", "fileName", "imagePrefix", "imageSuffix"}


def faults(session, values):
    """Return {field: messages} of the paths that are not the session's own."""
    names = {name for name in values if isinstance(values[name], str)}
    wrong = {name: [_NOT_OWN] for name in names & _FILES if not _is_own(session, values[name])}
    wrong |= {
        name: [_NOT_OWN] for name in names & _FOLDERS if not _is_own(session, os.path.join(values[name], "any file"))
    }
    return wrong | {name: ["Must be no path."] for name in names & _NAMES if "/" in values[name]}


def _is_own(session, path):
    """Tell whether a path lies in a folder that is called as the session or its proposal, or is not served anyway."""
    folders = path.split("/")[:-1]
    if ".." in folders:
        return False
    files = services().settings.files
    filled = {"proposal": session["proposal"], "session": session["session"], "number": session["proposalNumber"]}
    own = {each.format(**filled).casefold() for each in files.own_folders if all(filled.values())}
    return any(each.casefold() in own for each in folders) or not serving.confined(serving.mapped(path, files.path_map))
