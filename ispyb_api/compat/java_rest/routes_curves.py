"""Curves over resolution, read from the logs of the programs that scaled the data."""

from ispyb_api.compat.java_rest import curves, items
from ispyb_api.compat.java_rest.answers import Text
from ispyb_api.compat.java_rest.repository_results import Results, path
from ispyb_api.compat.java_rest.rest import reads
from ispyb_api.files import serving

_INTEGRATIONS = "/<token>/proposal/<proposal>/mx/autoprocintegration/<integrations>"
_LONGEST_LOG = 8 * 1024 * 1024
_MOST_LOGS = 50


@reads(f"{_INTEGRATIONS}/xscale/<curve>", Text())
def curve_of_xscale(call, integrations, curve):
    """Get a curve from the logs of XSCALE or AIMLESS: completeness, cc2, isigma, rfactor, sigmaano or anomcorr"""
    return _curve(call, "xscale", integrations, curve)


@reads(f"{_INTEGRATIONS}/fastdp/<curve>", Text())
def curve_of_fastdp(call, integrations, curve):
    """Get a curve from the logs of fast_dp: completeness, cc2, isigma or rfactor"""
    return _curve(call, "fastdp", integrations, curve)


def _curve(call, kind, integrations, curve):
    if curve not in curves.CURVES:
        return ""
    files = [row for row in Results(call).logs(items.ids(integrations)) if curves.is_log(kind, row["fileName"])]
    found = {}
    for row in files[:_MOST_LOGS]:
        raw = serving.read(path(row), _LONGEST_LOG)
        found[row["autoProcProgramAttachmentId"]] = curves.points(raw.decode("latin-1"), curve) if raw else {}
    return curves.table(found) if found else ""
