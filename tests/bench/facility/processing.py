"""What came of it: two processings of each collection, and the screening of each characterisation."""

from tests.bench.facility.plan import Table, stamp

_PIPELINES = ("autoPROC", "xia2/DIALS", "fast_dp", "EDNA_proc")
_SHELLS = {"overall": (50, 1.8), "innerShell": (50, 5.2), "outerShell": (1.9, 1.8)}
_EACH = 2  # processings of each collection


def tables(plan):
    """Yield the tables of processing and screening."""
    yield Table("ProcessingJob", _jobs(plan))
    yield Table("ProcessingJobParameter", _parameters(plan))
    yield Table("ProcessingJobImageSweep", _sweeps(plan))
    yield Table("AutoProcProgram", _programs(plan))
    yield Table("AutoProcProgramAttachment", _attachments(plan))
    yield Table("AutoProcProgramMessage", _messages(plan))
    yield Table("AutoProc", _solutions(plan))
    yield Table("AutoProcScaling", _scalings(plan))
    yield Table("AutoProcScalingStatistics", _statistics(plan))
    yield Table("AutoProcIntegration", _integrations(plan))
    yield Table("AutoProcScaling_has_Int", _links(plan))
    screened = [group for group in plan.groups if group.experiment == "Characterization"]
    for name, row in _SCREENING.items():
        yield Table(name, (row(number, group) for number, group in enumerate(screened, 1)))


def _runs(plan):
    """Yield (program id, collection id, place, its start) of every processing."""
    for group in plan.groups:
        for collection in group.collections:
            for place in range(_EACH):
                yield (collection - 1) * _EACH + place + 1, collection, place, group.start + 180 + place * 60


def _worked(plan):
    return (run for run in _runs(plan) if run[0] % 12)


def _jobs(plan):
    for number, collection, place, start in _runs(plan):
        if number % 10 == 0:
            yield {
                "processingJobId": number // 10,
                "dataCollectionId": collection,
                "displayName": f"Reprocessing {number // 10}",
                "recordTimestamp": stamp(start),
                "recipe": "autoprocessing",
                "automatic": place,
            }


def _parameters(plan):
    for job in _jobs(plan):
        number = job["processingJobId"]
        yield {
            "processingJobParameterId": number,
            "processingJobId": number,
            "parameterKey": "spacegroup",
            "parameterValue": "P212121",
        }


def _sweeps(plan):
    for job in _jobs(plan):
        number = job["processingJobId"]
        yield {
            "processingJobImageSweepId": number,
            "processingJobId": number,
            "dataCollectionId": job["dataCollectionId"],
            "startImage": 1,
            "endImage": 1800,
        }


def _programs(plan):
    for number, collection, _, start in _runs(plan):
        yield {
            "autoProcProgramId": number,
            "dataCollectionId": collection,
            "processingCommandLine": f"process --collection {collection}",
            "processingPrograms": _PIPELINES[number // 2 % len(_PIPELINES) + number % 2 - 1],
            "processingStatus": "SUCCESS" if number % 12 else "FAILED",
            "processingMessage": None if number % 12 else "no spots found",
            "processingStartTime": stamp(start),
            "processingEndTime": stamp(start + 300),
            "recordTimeStamp": stamp(start + 300),
            "processingJobId": number // 10 if number % 10 == 0 else None,
        }


def _attachments(plan):
    kinds = (("Result", "merged.mtz", 1), ("Log", "run.log", 2))
    for number, collection, _, start in _runs(plan):
        for place, (kind, name, rank) in enumerate(kinds):
            yield {
                "autoProcProgramAttachmentId": (number - 1) * len(kinds) + place + 1,
                "autoProcProgramId": number,
                "fileType": kind,
                "fileName": name,
                "filePath": f"/data/processed/{collection}/{number}",
                "recordTimeStamp": stamp(start + 300),
                "importanceRank": rank,
            }


def _messages(plan):
    failed = (run for run in _runs(plan) if run[0] % 12 == 0)
    for message, (number, _, _, start) in enumerate(failed, 1):
        yield {
            "autoProcProgramMessageId": message,
            "autoProcProgramId": number,
            "recordTimeStamp": stamp(start + 300),
            "severity": ("ERROR", "WARNING")[number // 12 % 2],
            "message": "No spots found",
            "description": "Fewer than three reflections on each image.",
        }


def _solutions(plan):
    chance = plan.random("solutions")
    for number, _, _, start in _worked(plan):
        yield {
            "autoProcId": number,
            "autoProcProgramId": number,
            "spaceGroup": ("P 21 21 21", "P 43 21 2", "C 1 2 1")[number % 3],
            "refinedCell_a": round(chance.uniform(30, 120), 2),
            "refinedCell_b": round(chance.uniform(30, 120), 2),
            "refinedCell_c": round(chance.uniform(30, 200), 2),
            "refinedCell_alpha": 90,
            "refinedCell_beta": 90,
            "refinedCell_gamma": 90,
            "recordTimeStamp": stamp(start + 300),
        }


def _scalings(plan):
    for number, _, _, start in _worked(plan):
        yield {"autoProcScalingId": number, "autoProcId": number, "recordTimeStamp": stamp(start + 300)}


def _statistics(plan):
    chance = plan.random("statistics")
    for number, _, place, start in _worked(plan):
        recorded = stamp(start + 300)
        for shell, (kind, (low, high)) in enumerate(_SHELLS.items()):
            yield {
                "autoProcScalingStatisticsId": (number - 1) * len(_SHELLS) + shell + 1,
                "autoProcScalingId": number,
                "scalingStatisticsType": kind,
                "resolutionLimitLow": low,
                "resolutionLimitHigh": high,
                "rMerge": round(chance.uniform(3, 20), 2),
                "rMeasAllIPlusIMinus": round(chance.uniform(3, 20), 2),
                "rPimAllIPlusIMinus": round(chance.uniform(2, 10), 2),
                "nTotalObservations": 100_000,
                "nTotalUniqueObservations": 20_000,
                "meanIOverSigI": round(chance.uniform(1, 30), 1),
                "completeness": round(chance.uniform(90, 100), 1),
                "multiplicity": round(chance.uniform(2, 14), 1),
                "recordTimeStamp": recorded,
                "anomalous": place,
                "ccHalf": round(chance.uniform(60, 100), 1),
            }


def _integrations(plan):
    chance = plan.random("integrations")
    for number, collection, place, start in _worked(plan):
        yield {
            "autoProcIntegrationId": number,
            "dataCollectionId": collection,
            "autoProcProgramId": number,
            "startImageNumber": 1,
            "endImageNumber": 1800,
            "refinedDetectorDistance": round(chance.uniform(120, 400), 2),
            "refinedXBeam": round(chance.uniform(150, 160), 2),
            "refinedYBeam": round(chance.uniform(150, 160), 2),
            "cell_a": round(chance.uniform(30, 120), 2),
            "cell_b": round(chance.uniform(30, 120), 2),
            "cell_c": round(chance.uniform(30, 200), 2),
            "cell_alpha": 90,
            "cell_beta": 90,
            "cell_gamma": 90,
            "recordTimeStamp": stamp(start + 300),
            "anomalous": place,
        }


def _links(plan):
    for number, _, _, start in _worked(plan):
        yield {
            "autoProcScaling_has_IntId": number,
            "autoProcScalingId": number,
            "autoProcIntegrationId": number,
            "recordTimeStamp": stamp(start + 300),
        }


def _screening(number, group):
    return {
        "screeningId": number,
        "dataCollectionGroupId": group.groupId,
        "dataCollectionId": group.collections[0],
        "bltimeStamp": stamp(group.start + 120),
        "programVersion": "EDNA MXv1",
        "shortComments": "ok",
    }


def _output(number, group):
    return {
        "screeningOutputId": number,
        "screeningId": number,
        "statusDescription": "Strategy found",
        "mosaicity": number % 100 / 100,
        "rankingResolution": 1 + number % 20 / 10,
        "program": "EDNA",
        "indexingSuccess": int(number % 5 > 0),
        "strategySuccess": int(number % 5 > 0),
    }


def _lattice(number, group):
    return {
        "screeningOutputLatticeId": number,
        "screeningOutputId": number,
        "spaceGroup": "P222",
        "unitCell_a": 60 + number % 40,
        "unitCell_b": 70 + number % 40,
        "unitCell_c": 80 + number % 40,
        "unitCell_alpha": 90,
        "unitCell_beta": 90,
        "unitCell_gamma": 90,
        "bltimeStamp": stamp(group.start + 120),
    }


def _strategy(number, group):
    return {
        "screeningStrategyId": number,
        "screeningOutputId": number,
        "phiStart": number % 180,
        "phiEnd": number % 180 + 90,
        "exposureTime": 0.02,
        "resolution": 1 + number % 20 / 10,
        "completeness": 99,
        "multiplicity": 4,
        "program": "BEST",
    }


def _wedge(number, group):
    return {
        "screeningStrategyWedgeId": number,
        "screeningStrategyId": number,
        "wedgeNumber": 1,
        "resolution": 1 + number % 20 / 10,
        "completeness": 99,
        "wavelength": 0.97,
    }


def _sub_wedge(number, group):
    return {
        "screeningStrategySubWedgeId": number,
        "screeningStrategyWedgeId": number,
        "subWedgeNumber": 1,
        "rotationAxis": "Omega",
        "axisStart": number % 180,
        "axisEnd": number % 180 + 90,
        "exposureTime": 0.02,
        "oscillationRange": 0.1,
        "numberOfImages": 900,
    }


_SCREENING = {
    "Screening": _screening,
    "ScreeningOutput": _output,
    "ScreeningOutputLattice": _lattice,
    "ScreeningStrategy": _strategy,
    "ScreeningStrategyWedge": _wedge,
    "ScreeningStrategySubWedge": _sub_wedge,
}
