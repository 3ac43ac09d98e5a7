"""What follows processing: structures solved step by step from the data of SAD, and refinements."""

from tests.bench.facility.plan import Table, stamp

_STEPS = ("PREPARE", "SUBSTRUCTUREDETERMINATION", "PHASING")
_REFINED_EVERY = 9  # processings
_BLOBS = 2  # of each refinement


def tables(plan):
    """Yield the tables of phasing and refinement."""
    steps = list(_steps(plan))
    yield Table("PhasingProgramRun", (_run(number, start) for number, _, _, start in steps))
    yield Table("PhasingStep", (_step(*each) for each in steps))
    yield Table("PhasingStatistics", (_figure(number, start) for number, _, _, start in steps))
    yield Table("PhasingProgramAttachment", (_file(number, start) for number, _, _, start in steps))
    refined = list(enumerate(_refined(plan), 1))
    yield Table("MXMRRun", (_refinement(number, *each) for number, each in refined))
    yield Table("MXMRRunBlob", (_blob(number, place) for number, _ in refined for place in range(_BLOBS)))


def _steps(plan):
    """Yield (number, place, scaling, start) of each step on a first processing of a SAD experiment."""
    number = 0
    for group in plan.groups:
        for collection in group.collections if group.experiment == "SAD" else ():
            scaling = 2 * collection - 1
            for place in range(len(_STEPS)):
                number += 1
                yield number, place, scaling, group.start + 1800


def _run(number, start):
    return {
        "phasingProgramRunId": number,
        "phasingPrograms": "SHELX",
        "phasingStatus": 1,
        "phasingStartTime": stamp(start),
        "phasingEndTime": stamp(start + 60),
        "phasingDirectory": f"/data/phasing/{number}",
        "recordTimeStamp": stamp(start),
    }


def _step(number, place, scaling, start):
    return {
        "phasingStepId": number,
        "previousPhasingStepId": number - 1 if place else None,
        "programRunId": number,
        "autoProcScalingId": scaling,
        "phasingStepType": _STEPS[place],
        "method": "SAD",
        "lowRes": "50",
        "highRes": "2.1",
        "recordTimeStamp": stamp(start),
    }


def _figure(number, start):
    return {
        "phasingStatisticsId": number,
        "phasingStepId": number,
        "metric": "CFOM",
        "statisticsValue": number % 90,
        "numberOfBins": 1,
        "binNumber": 999,
        "lowRes": 50,
        "highRes": 2.1,
        "recordTimeStamp": stamp(start),
    }


def _file(number, start):
    return {
        "phasingProgramAttachmentId": number,
        "phasingProgramRunId": number,
        "fileType": "Logfile",
        "fileName": "shelx.log",
        "filePath": f"/data/phasing/{number}",
        "recordTimeStamp": stamp(start),
    }


def _refined(plan):
    """Yield (scaling, start) of what was refined; every twelfth processing failed."""
    for group in plan.groups:
        for collection in group.collections:
            scaling = 2 * collection - 1
            if collection % _REFINED_EVERY == 0 and scaling % 12:
                yield scaling, group.start + 3600


def _refinement(number, scaling, start):
    return {
        "mxMRRunId": number,
        "autoProcScalingId": scaling,
        "autoProcProgramId": scaling,
        "success": 1,
        "pipeline": "dimple",
        "rValueStart": 0.35,
        "rValueEnd": 0.21,
        "rFreeValueStart": 0.38,
        "rFreeValueEnd": 0.25,
        "starttime": stamp(start),
        "endtime": stamp(start + 240),
    }


def _blob(run, place):
    number = (run - 1) * _BLOBS + place + 1
    return {
        "mxMRRunBlobId": number,
        "mxMRRunId": run,
        "view1": f"/data/refined/{run}/blob{place + 1}_v1.png",
        "x": number % 50,
        "y": number % 60,
        "z": number % 70,
        "height": 6.5,
    }
