"""What pipelines send: results as programs of the field make them."""

SHELLS = {
    "overall": {"resolutionLimitLow": 61.4, "resolutionLimitHigh": 1.62, "rMerge": 0.071, "ccHalf": 0.998, "completeness": 99.2},
    "innerShell": {"resolutionLimitLow": 61.4, "resolutionLimitHigh": 4.4, "rMerge": 0.031, "ccHalf": 0.999, "completeness": 99.9},
    "outerShell": {"resolutionLimitLow": 1.68, "resolutionLimitHigh": 1.62, "rMerge": 1.12, "ccHalf": 0.41, "completeness": 95.1},
}  # fmt: skip
ELLIPSOID = {f"resolutionEllipsoidAxis{a}{p}": float(a == p) for a in (1, 2, 3) for p in (1, 2, 3)} | {
    "resolutionEllipsoidValue1": 1.62,
    "resolutionEllipsoidValue2": 1.7,
    "resolutionEllipsoidValue3": 2.1,
}
CELL = {"a": 61.4, "b": 78.2, "c": 120.9, "alpha": 90.0, "beta": 90.0, "gamma": 90.0}


def scaling(integrations, *, space_group="P 21 21 21", ellipsoid=False):
    """Return a scaling of the integrations at these places, with three shells."""
    shells = [
        {"scalingStatisticsType": kind, "multiplicity": 6.7, "meanIOverSigI": 14.2, "ccAnomalous": 0.21, **values}
        for kind, values in SHELLS.items()
    ]
    solution = {"spaceGroup": space_group, **{f"refinedCell_{name}": value for name, value in CELL.items()}}
    more = ELLIPSOID if ellipsoid else {}
    return {"AutoProc": solution, "AutoProcScalingStatistics": shells, "integrations": list(integrations), **more}


def integration(collection, number, orientation):
    """Return an integration of a sweep of a workflow with several orientations of the crystal."""
    return {
        "dataCollectionId": collection,
        "startImageNumber": 1,
        "endImageNumber": 900 + number,
        "refinedDetectorDistance": 243.1,
        "refinedXBeam": 155.3,
        "refinedYBeam": 164.2,
        "rotationAxisX": 1.0,
        "rotationAxisY": 0.0,
        "rotationAxisZ": 0.0,
        "anomalous": True,
        **{f"cell_{name}": value for name, value in CELL.items()},
        "Workflow": {
            "uid": "5f0c2a9e-6f0e-4d43-9a3e-3f1f0a5f9c11",
            "name": "GPhL",
            "type": "Anomalous",
            "characterisation": "char-1",
            "orientation": orientation,
            "position": "pos-1",
        },
    }


def six_sweeps(collections, folder="/data/mx415/processed"):
    """Return a result of six sweeps, two wavelengths at three orientations: merged, and one scaling for each wavelength."""
    return {
        "processingPrograms": "autoPROC",
        "processingCommandLine": "process -d /data/mx415/processed",
        "processingStatus": 1,
        "processingMessage": "processing successful",
        "processingStartTime": "2030-06-12T10:00:00",
        "processingEndTime": "2030-06-12T10:25:00",
        "processingEnvironment": "node12, 32 cores",
        "AutoProcProgramAttachment": [
            {"filePath": folder, "fileName": f"file{n}.log", "fileType": "Log"} for n in range(20)
        ],
        "AutoProcIntegration": [
            integration(each, number, f"orientation-{number // 2}") for number, each in enumerate(collections)
        ],
        "AutoProcScaling": [scaling(range(6), ellipsoid=True), scaling((0, 2, 4)), scaling((1, 3, 5))],
    }


def rows_of(site, proposal):
    """Return what is processed of a collection of a proposal, and a plan of it, {what an id is called: it}."""
    collection = site.ask(
        "SELECT MIN(d.dataCollectionId) AS id FROM DataCollection d JOIN DataCollectionGroup g"
        " ON g.dataCollectionGroupId = d.dataCollectionGroupId JOIN BLSession s ON s.sessionId = g.sessionId"
        " WHERE s.proposalId = %s",
        proposal,
    )[0]["id"]

    def make(path, body):
        answer = site.open("POST", path, json=body)
        assert answer.status_code == 201, answer.json
        return answer.json

    integrations = [{"dataCollectionId": collection}]
    run = make(
        "/processings", {"processingPrograms": "x", "AutoProcIntegration": integrations, "AutoProcScaling": [{}]}
    )
    scaling = run["AutoProcScaling"][0]["autoProcScalingId"]
    step = make("/processings/phasing", [{"phasingStepType": "PREPARE", "autoProcScalingId": scaling}])[0]
    return {
        "processingJobId": make("/processings/jobs", {"dataCollectionId": collection})["processingJobId"],
        "autoProcIntegrationId": run["autoProcIntegrationIds"][0],
        "autoProcScalingId": scaling,
        "phasingStepId": step["phasingStepId"],
        "diffractionPlanId": make(f"/proposals/{proposal}/diffractionplans", {"name": "theirs"})["diffractionPlanId"],
    }


CHARACTERISATION = {
    "programVersion": "EDNA MXv1",
    "comments": "two crystals in the loop",
    "shortComments": "EDNA",
    "ScreeningInput": [
        {
            "beamX": 210.5,
            "beamY": 215.25,
            "rmsErrorLimits": 0.25,
            "minimumFractionIndexed": 0.5,
            "maximumFractionRejected": 0.2,
            "minimumSignalToNoise": 3.0,
            "xmlSampleInformation": "<sample susceptibility='1.0'>Å</sample>",
        }
    ],
    "ScreeningOutput": [
        {
            "program": "MOSFLM",
            "statusDescription": "Indexing successful",
            "indexingSuccess": True,
            "strategySuccess": True,
            "mosaicity": 0.35,
            "iOverSigma": 12.3,
            "resolutionObtained": 1.8,
            "rankingResolution": 1.7,
            "numSpotsFound": 812,
            "numSpotsUsed": 790,
            "rFriedel": 0.05,
            "doseTotal": 3.1,
            "totalRotationRange": 120.0,
            "ScreeningOutputLattice": [
                {
                    "spaceGroup": "P222",
                    "pointGroup": "222",
                    "bravaisLattice": "oP",
                    "rawOrientationMatrix_a_x": 0.0062,
                    **{f"unitCell_{name}": value for name, value in CELL.items()},
                },
                {"spaceGroup": "P4", "bravaisLattice": "tP"},
            ],
            "ScreeningStrategy": [
                {
                    "program": "BEST",
                    "phiStart": 35.0,
                    "phiEnd": 155.0,
                    "rotation": 0.1,
                    "exposureTime": 0.037,
                    "transmission": 42.0,
                    "resolution": 1.7,
                    "completeness": 99.1,
                    "anomalous": True,
                    "ScreeningStrategyWedge": [
                        {
                            "wavelength": 0.9763,
                            "kappa": 12.5,
                            "phi": 35.0,
                            "doseTotal": 1.5,
                            "numberOfImages": 600,
                            "ScreeningStrategySubWedge": [
                                {"rotationAxis": "Omega", "axisStart": 35.0, "axisEnd": 95.0, "RESOLUTION": 1.7},
                                {"rotationAxis": "Omega", "axisStart": 95.0, "axisEnd": 155.0, "numberOfImages": 600},
                            ],
                        },
                        {"wedgeNumber": 5, "chi": 10.0},
                    ],
                },
                {"program": "BEST", "completeness": 90.0},
            ],
        },
        {"program": "LABELIT", "statusDescription": "Indexing failed"},
    ],
}
