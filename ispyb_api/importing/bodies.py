"""Bring a result into the shape in which pipelines send theirs, so that both are recorded by the same rules."""

from ispyb_api.importing.result import Unreadable


def body(result, collections, file, program=None):
    """Return what ``POST /processings`` would take; ``collections`` are the sweeps' in their order.

    ``file`` is the one that it was read from: by it the run is known again.
    ``program`` is the name of the program where the file does not tell, or tells another.
    """
    integrations = [
        {**sweep.values, "dataCollectionId": number} for sweep, number in zip(result.sweeps, collections, strict=False)
    ]
    made = {
        **result.program,
        "processingStatus": 1,
        "AutoProcProgramAttachment": [*(each for each in result.files if _is_other(each, file)), file],
        "AutoProcIntegration": integrations,
        "AutoProcScaling": [],
    }
    if program:
        made["processingPrograms"] = program
    if not made.get("processingPrograms"):
        raise Unreadable("It does not name the program that made it: say which with --program.")
    if not integrations:
        made["dataCollectionId"] = collections[0]
    begin = 0
    for scaling in result.scalings:
        places = list(range(begin, begin + len(scaling.sweeps)))
        begin += len(places)
        made["AutoProcScaling"].append(
            {
                **scaling.ellipsoid,
                "AutoProc": scaling.solution,
                "AutoProcScalingStatistics": [_sure(shell) for shell in scaling.shells],
                "integrations": places,
            }
        )
    return made


def _is_other(named, file):
    """Tell whether a file that a result names can be recorded, beside the one that it was read from."""
    return {"fileName", "filePath"} <= named.keys() and any(
        named[name] != file[name] for name in ("fileName", "filePath")
    )


def _sure(shell):
    """Insist on R factors of single shells: their unit is known by the overall one, and in weak shells they may be large."""
    return shell if shell["scalingStatisticsType"] == "overall" else shell | {"accept_implausible": True}
