"""Meshes: the workflows that scan them, the grids, where the crystal was found, and what fluoresced."""

from tests.bench.facility.plan import Table, stamp

_MAPPED_IMAGES = 10  # of each second mesh, whose fluorescence was mapped image by image


def scanned(plan):
    """Return the groups that are meshes; their workflows and grids are numbered in this order."""
    return [group for group in plan.groups if group.experiment == "Mesh"]


def workflows(plan):
    """Yield the rows of Workflow: groups name them."""
    return (_workflow(number, group) for number, group in enumerate(scanned(plan), 1))


def tables(plan):
    """Yield the tables that name groups and collections."""
    meshes = scanned(plan)
    yield Table("WorkflowStep", (_step(number, group) for number, group in enumerate(meshes, 1)))
    yield Table("WorkflowMesh", (_cartography(number, group) for number, group in enumerate(meshes, 1)))
    yield Table("XrayCentring", (_centring(number, group) for number, group in enumerate(meshes, 1)))
    yield Table("XrayCentringResult", (_centre(number, group) for number, group in enumerate(meshes, 1)))
    yield Table("GridInfo", (_grid(number, group) for number, group in enumerate(meshes, 1)))
    yield Table("XRFFluorescenceMappingROI", (_region(number, group) for number, group in enumerate(meshes, 1)))
    yield Table("XRFFluorescenceMapping", _maps(meshes))


def _workflow(number, group):
    return {
        "workflowId": number,
        "workflowTitle": f"Mesh scan {number}",
        "workflowType": "MeshScan",
        "status": ("Success", "Success", "Success", "Failure")[number % 4],
        "recordTimeStamp": stamp(group.start),
    }


def _step(number, group):
    return {
        "workflowStepId": number,
        "workflowId": number,
        "workflowStepType": "mesh",
        "status": "Success",
        "folderPath": f"/data/workflows/{number}",
        "imageResultFilePath": f"/data/workflows/{number}/result.png",
        "recordTimeStamp": stamp(group.start + 60),
    }


def _cartography(number, group):
    return {
        "workflowMeshId": number,
        "workflowId": number,
        "value1": 12.5,
        "cartographyPath": f"/data/workflows/{number}/map.png",
        "recordTimeStamp": stamp(group.start + 60),
    }


def _centring(number, group):
    return {
        "xrayCentringId": number,
        "dataCollectionGroupId": group.groupId,
        "status": "success",
        "xrayCentringType": "2d",
    }


def _centre(number, group):
    return {
        "xrayCentringResultId": number,
        "xrayCentringId": number,
        "centreOfMassX": 7.5,
        "centreOfMassY": 5.5,
        "totalCount": 900 + number % 100,
        "gridInfoId": number,
        "status": "success",
    }


def _grid(number, group):
    return {
        "gridInfoId": number,
        "workflowMeshId": number,
        "dataCollectionGroupId": group.groupId,
        "dataCollectionId": group.collections[0],
        "dx_mm": 0.3,
        "dy_mm": 0.2,
        "steps_x": 15,
        "steps_y": 10,
        "meshAngle": number % 360,
        "recordTimeStamp": stamp(group.start),
    }


def _region(number, group):
    return {
        "xrfFluorescenceMappingROIId": number,
        "startEnergy": 6300,
        "endEnergy": 6500,
        "element": "Fe",
        "edge": "Ka",
        "blSampleId": group.sample if number % 2 else None,
    }


def _maps(meshes):
    """Yield maps of fluorescence, by turns in one row for a grid and in a row for each image."""
    number = 0
    for mesh, group in enumerate(meshes, 1):
        whole = {"gridInfoId": mesh, "dataFormat": "json", "data": f"[{', '.join(['7'] * 150)}]", "points": 150}
        image = {"dataCollectionId": group.collections[0], "counts": 40 + mesh % 9}
        for place in [None] if mesh % 2 else range(1, _MAPPED_IMAGES + 1):
            number += 1
            kept = whole if place is None else {**image, "imageNumber": place}
            yield {
                "xrfFluorescenceMappingId": number,
                "xrfFluorescenceMappingROIId": mesh,
                **dict.fromkeys((*whole, *image, "imageNumber")),
                **kept,
            }
