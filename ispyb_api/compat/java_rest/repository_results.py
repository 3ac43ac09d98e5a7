"""What came of processing, run by run.  The SQL is in sql/queries/java_rest/processing.sql."""

from ispyb_api.compat.java_rest.joining import aligned, by, joined
from ispyb_api.compat.java_rest.processed import INTEGRATION

_PREFIX = "v_datacollection_summary_phasing_"
_CELL = [f"cell_{axis}" for axis in ("a", "b", "c", "alpha", "beta", "gamma")]

# Keys under which a run's columns are shown.
_ONE = {
    INTEGRATION: INTEGRATION,
    "AutoProcIntegration_dataCollectionId": "AutoProcIntegration_dataCollectionId",
    f"{_PREFIX}autoProcIntegrationId": INTEGRATION,
    f"{_PREFIX}dataCollectionId": "AutoProcIntegration_dataCollectionId",
    **{f"{_PREFIX}{cell}": cell for cell in _CELL},
    f"{_PREFIX}anomalous": "anomalous",
    f"{_PREFIX}autoproc_space_group": "AutoProc_spaceGroup",
    f"{_PREFIX}autoproc_autoprocId": "autoProcId",
    f"{_PREFIX}autoProcScalingId": "autoProcScalingId",
    f"{_PREFIX}autoProcProgramId": "AutoProcProgram_autoProcProgramId",
    "v_datacollection_processingPrograms": "AutoProcProgram_processingPrograms",
    "v_datacollection_processingStatus": "AutoProcProgram_processingStatus",
    "v_datacollection_processingStartTime": "processingStartTime",
    "v_datacollection_processingEndTime": "processingEndTime",
}
_SHELLS = (
    *("scalingStatisticsType", "resolutionLimitLow", "resolutionLimitHigh", "completeness", "multiplicity"),
    *("anomalousMultiplicity", "ccHalf", "meanIOverSigI", "anomalousCompleteness", "rMerge", "rMeasAllIPlusIMinus"),
    *("rMeasWithinIPlusIMinus", "rPimAllIPlusIMinus", "rPimWithinIPlusIMinus", "sigAno", "ccAno", "isa"),
    *("fractionalPartialBias", "nTotalObservations", "nTotalUniqueObservations"),
)


class Results:
    """Runs on collections of the proposal that the caller may see, and their files."""

    def __init__(self, call):
        self._tx, self._proposal = call.tx, call.proposal_id
        self._slots = {"visible": call.access.measured("dc", "g.dataCollectionGroupId", "s.sessionId")}

    def of_collections(self, ids):
        """Return the runs on each of some collections: a row a run, or a row for each step of phasing after it."""
        found = self._tx.all("java_rest.collections_processed", self._slots, proposalId=self._proposal, collections=ids)
        collections = {row["dataCollectionId"]: row for row in found}
        runs = self._tx.all("java_rest.processing_of_collections", collections=list(collections))
        phasing = self._tx.all("java_rest.phasing_of_collections", collections=list(collections))
        of_scaling = {scaling: _once(steps) for scaling, steps in by(phasing, "autoProcScalingId").items()}
        shown = {each: [] for each in ids}
        for shells in by(runs, INTEGRATION).values():
            collection = shells[0]["AutoProcIntegration_dataCollectionId"]
            for scaled in by(shells, "autoProcScalingId").values():
                steps = of_scaling.get(scaled[0]["autoProcScalingId"], [])
                shown[collection] += _rows(collections[collection], scaled, steps)
        return [shown[each] for each in ids]

    def files(self, programs):
        """Return {run: files} of some runs; what was deleted since is left out."""
        found = self._tx.all(
            "java_rest.attachments_of_programs", self._slots, proposalId=self._proposal, programs=programs
        )
        return by([row for row in found if not row["deleted"]], "autoProcProgramId")

    def logs(self, integrations):
        """Return the files of the runs behind some integrations."""
        return self._tx.all(
            "java_rest.logs_of_integrations", self._slots, proposalId=self._proposal, integrations=integrations
        )

    def file(self, attachment):
        """Return a file's path, None where there is no such file."""
        row = self._tx.one(
            "java_rest.attachment", self._slots, proposalId=self._proposal, autoProcProgramAttachmentId=attachment
        )
        return row and path(row)


def path(row):
    """Return the path of a file that a run left; its folder and its name are kept apart."""
    return f"{(row['filePath'] or '').rstrip('/')}/{row['fileName'] or ''}"


def _once(steps):
    return list({step["phasingStepId"]: step for step in steps}.values())


def _rows(collection, shells, steps):
    """Return a scaled run's rows: its shells joined, and each step of phasing."""
    first = shells[0]
    row = {**collection, **{key: first[column] for key, column in _ONE.items()}}
    row |= {name: aligned(shell[name] for shell in shells) for name in _SHELLS}
    row |= {
        "anomalous": aligned(shell["statistics_anomalous"] for shell in shells),
        "phasingStepType": joined(step["phasingStepType"] for step in steps),
        "spaceGroupShortName": joined(step["spaceGroupShortName"] for step in steps),
        "spaceGroupIds": joined(step["spaceGroupId"] for step in steps),
    }
    return [row | _step(step) for step in steps] or [row]


def _step(step):
    return {
        "PhasingStep_phasing_phasingStepType": step["phasingStepType"],
        "SpaceGroup_spaceGroupShortName": step["spaceGroupShortName"],
    }
