"""What was measured: collections in their groups, per-image figures, scans, robot actions."""

from tests.bench.facility import meshes
from tests.bench.facility.plan import Table, moment, stamp
from tests.bench.facility.samples import followed, sub_sample

_COLLECTION_SECONDS = 60
_IMAGES = 1800
_ANALYSED_EVERY, _ANALYSED_IMAGES = 20, 100
_ROBOT_ACTIONS, _SPECTRA_EVERY = 5, 2  # actions in each session; an energy scan in every so many sessions


def tables(plan):
    """Yield the tables of acquisition."""
    yield Table("Detector", map(_detector, range(1, 9)))
    yield Table("Workflow", meshes.workflows(plan))
    numbers = {group.groupId: number for number, group in enumerate(meshes.scanned(plan), 1)}
    yield Table("DataCollectionGroup", (_group(group, numbers.get(group.groupId)) for group in plan.groups))
    yield Table("DataCollection", _collections(plan))
    yield Table("Image", _images(plan))
    yield Table("DataCollectionFileAttachment", _attachments(plan))
    yield Table("ImageQualityIndicators", _quality(plan))
    yield Table("RobotAction", _robot_actions(plan))
    yield Table("EnergyScan", _energy_scans(plan))
    yield Table("XFEFluorescenceSpectrum", _spectra(plan))


def _detector(number):
    return {
        "detectorId": number,
        "detectorType": "Photon counting",
        "detectorManufacturer": "Invented",
        "detectorModel": f"Area {number}M",
        "detectorPixelSizeHorizontal": 0.075,
        "detectorPixelSizeVertical": 0.075,
        "detectorSerialNumber": f"BENCH-{number}",
        "numberOfPixelsX": 4148,
        "numberOfPixelsY": 4362,
    }


def _images(plan):
    """Yield the first image of each collection: facilities no longer keep a row for each."""
    for group in plan.groups:
        for collection in group.collections:
            yield {
                "imageId": collection,
                "dataCollectionId": collection,
                "imageNumber": 1,
                "fileName": f"sample-{group.sample}_000001.h5",
                "fileLocation": f"/data/images/{collection}/",
                "jpegFileFullPath": f"/data/images/{collection}/1.jpeg",
                "jpegThumbnailFileFullPath": f"/data/images/{collection}/1.thumb.jpeg",
            }


def _group(group, workflow):
    return {
        "dataCollectionGroupId": group.groupId,
        "blSampleId": group.sample,
        "sessionId": group.session.sessionId,
        "workflowId": workflow,
        "experimentType": group.experiment,
        "startTime": stamp(group.start),
        "endTime": stamp(group.start + len(group.collections) * _COLLECTION_SECONDS),
        "comments": "a comment on the group" if group.groupId % 9 == 0 else None,
    }


def _collections(plan):
    chance = plan.random("collections")
    for group in plan.groups:
        for place, number in enumerate(group.collections):
            yield {
                **_collection(group, place, number, chance),
                "dataCollectionPlanId": followed(plan, group.sample),
                **_where_to(group, place),
                **_with_what(number, chance),
            }


def _collection(group, place, number, chance):
    start = group.start + place * _COLLECTION_SECONDS
    return {
        "dataCollectionId": number,
        "dataCollectionGroupId": group.groupId,
        "sessionId": group.session.sessionId,
        "blSampleId": group.sample,
        "blSubSampleId": sub_sample(group.sample),
        "detectorId": 1 + number % 8,
        "dataCollectionNumber": place + 1,
        "startTime": stamp(start),
        "endTime": stamp(start + _COLLECTION_SECONDS - 5),
        "runStatus": "DataCollection Failed" if number % 40 == 0 else "DataCollection Successful",
        "axisStart": round(chance.uniform(0, 360), 2),
        "axisEnd": 180,
        "axisRange": 0.1,
        "overlap": 0,
        "numberOfImages": _IMAGES,
        "startImageNumber": 1,
        "numberOfPasses": 1,
        "exposureTime": 0.02,
        "comments": "a comment on the collection" if number % 11 == 0 else None,
    }


def _where_to(group, place):
    folder = f"/data/visitor/{group.session.proposal}/{group.session.visit}/{group.groupId}"
    return {
        "imageDirectory": f"{folder}/",
        "imagePrefix": f"sample-{group.sample}",
        "imageSuffix": "h5",
        "fileTemplate": f"sample-{group.sample}_{place + 1}_%06d.h5",
        "xtalSnapshotFullPath1": f"{folder}/snapshot_{place + 1}_1.jpeg",
        "xtalSnapshotFullPath2": f"{folder}/snapshot_{place + 1}_2.jpeg",
        "imageQualityIndicatorsPlotPath": f"{folder}/quality_{place + 1}.png",
    }


def _with_what(number, chance):
    return {
        "wavelength": round(chance.uniform(0.8, 1.2), 5),
        "resolution": round(chance.uniform(1, 3), 2),
        "detectorDistance": round(chance.uniform(120, 400), 2),
        "xBeam": round(chance.uniform(150, 160), 3),
        "yBeam": round(chance.uniform(150, 160), 3),
        "transmission": round(chance.uniform(1, 100), 1),
        "synchrotronMode": "7/8 multibunch",
        "rotationAxis": "Omega",
        "phiStart": 0,
        "kappaStart": 0,
        "omegaStart": round(chance.uniform(0, 360), 2),
        "undulatorGap1": 6.1,
        "beamSizeAtSampleX": 0.02,
        "beamSizeAtSampleY": 0.02,
        "beamShape": "ellipse",
        "flux": 1.2e12,
        "flux_end": 1.1e12,
        "totalAbsorbedDose": round(number % 300 / 100, 2),
        "printableForReport": 1,
    }


def _attachments(plan):
    chosen = (number for group in plan.groups for number in group.collections if number % 4 == 0)
    for number, collection in enumerate(chosen, 1):
        yield {
            "dataCollectionFileAttachmentId": number,
            "dataCollectionId": collection,
            "fileFullPath": f"/data/attachments/{collection}.log",
            "fileType": "log",
            "createTime": stamp(collection * 60 % (2000 * 86400) // 86400 * 86400),
        }


def _quality(plan):
    """Yield per-image figures of every twentieth collection."""
    chance, number = plan.random("quality"), 0
    last = plan.groups[-1].collections[-1]
    for collection in range(_ANALYSED_EVERY, last + 1, _ANALYSED_EVERY):
        for image in range(1, _ANALYSED_IMAGES + 1):
            number += 1
            yield {
                "imageQualityIndicatorsId": number,
                "dataCollectionId": collection,
                "imageNumber": image,
                "spotTotal": chance.randrange(900),
                "goodBraggCandidates": chance.randrange(800),
                "method1Res": round(chance.uniform(1, 4), 2),
                "method2Res": round(chance.uniform(1, 4), 2),
                "totalIntegratedSignal": chance.randrange(1_000_000),
                "dozor_score": round(chance.uniform(0, 90), 2),
            }


def _robot_actions(plan):
    number = 0
    for session in plan.sessions:
        if not session.groups:
            continue
        chance = plan.random("robot", session.proposal, session.visit)
        for start in sorted(moment(session, chance) for _ in range(_ROBOT_ACTIONS)):
            number += 1
            yield {
                "robotActionId": number,
                "blsessionId": session.sessionId,
                "blsampleId": plan.sample(session.proposal, chance),
                "actionType": ("LOAD", "UNLOAD")[number % 2],
                "startTimestamp": stamp(start),
                "endTimestamp": stamp(start + 40),
                "status": "ERROR" if number % 50 == 0 else "SUCCESS",
                "message": "the gripper did not close" if number % 50 == 0 else "ok",
                "containerLocation": 1 + number % 16,
                "dewarLocation": 1 + number % 29,
                "xtalSnapshotBefore": f"/data/robot/{number}.jpeg",
            }


def _energy_scans(plan):
    for number, session in enumerate(_scanned(plan)[::_SPECTRA_EVERY], 1):
        chance = plan.random("scan", session.proposal, session.visit)
        start = moment(session, chance)
        yield {
            "energyScanId": number,
            "sessionId": session.sessionId,
            "blSampleId": plan.sample(session.proposal, chance),
            "element": "Se",
            "startEnergy": 12.6,
            "endEnergy": 12.72,
            "exposureTime": 1,
            "peakEnergy": 12.66,
            "inflectionEnergy": 12.658,
            "edgeEnergy": "12.658",
            "scanFileFullPath": f"/data/scans/{number}.efs",
            "startTime": stamp(start),
            "endTime": stamp(start + 120),
        }


def _spectra(plan):
    for number, session in enumerate(_scanned(plan), 1):
        chance = plan.random("spectrum", session.proposal, session.visit)
        start = moment(session, chance)
        yield {
            "xfeFluorescenceSpectrumId": number,
            "sessionId": session.sessionId,
            "blSampleId": plan.sample(session.proposal, chance),
            "startTime": stamp(start),
            "endTime": stamp(start + 10),
            "energy": 13.5,
            "exposureTime": 1,
            "beamTransmission": 10,
            "scanFileFullPath": f"/data/spectra/{number}.mca",
        }


def _scanned(plan):
    """Return the sessions in which spectra are taken; the member's own are among them."""
    return [
        each for each in plan.sessions if each.groups and (each.beamline[:2] == "MX" or each.proposal in plan.member_of)
    ]
