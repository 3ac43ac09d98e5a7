"""What was done with a proposal's proteins.  The SQL is in sql/queries/java_rest/proteins.sql."""

from ispyb_api.compat.java_rest import gson, optional
from ispyb_api.compat.java_rest.joining import by, joined
from ispyb_api.compat.java_rest.repository_proposals import Proposals


class ProteinStatistics:
    """Counts for each protein, of what the caller may see: a statement for each kind of things, whatever their number."""

    def __init__(self, call):
        self._call = call
        contents = {"visible": call.access.contents("p.proposalId")}
        self._samples = by(self._of("java_rest.samples_of_proteins", contents), "proteinId")
        self._sessions = self._measured("java_rest.sessions_of_proteins", "dc", "g.dataCollectionGroupId")
        self._tests = self._measured("java_rest.tests_of_proteins", "dc", "g.dataCollectionGroupId")
        self._scans = self._measured("java_rest.energy_scans_of_proteins", "es", "es.energyScanId")
        self._spectra = self._measured("java_rest.spectra_of_proteins", "xrf", "xrf.xfeFluorescenceSpectrumId")
        self._integrations = self._measured("java_rest.integrations_of_proteins", "dc", "g.dataCollectionGroupId")
        self._phasing = self._measured("java_rest.phasing_of_proteins", "dc", "g.dataCollectionGroupId")
        runs = {row["programRunId"] for rows in self._phasing.values() for row in rows} - {None}
        files = optional.every(call.tx, "java_rest.attachments_of_phasing", runs=runs) if runs else []
        self._files = by(files, "phasingProgramRunId")

    def all(self):
        """Return a row for each protein of the proposal."""
        return [self._row(protein) for protein in Proposals(self._call).proteins()]

    def _of(self, name, slots):
        return optional.every(self._call.tx, name, slots, proposalId=self._call.proposal_id)

    def _measured(self, name, kind, column):
        visible = self._call.access.measured(kind, column, "s.sessionId")
        return by(self._of(name, {"visible": visible}), "proteinId")

    def _row(self, protein):
        key = protein["proteinId"]
        (counted,) = self._samples.get(key, [{}])
        (integrated,) = self._integrations.get(key, [{}])
        sessions = self._sessions.get(key, [])
        return {
            **{name: protein[name] for name in ("proteinId", "name", "acronym")},
            "proposalId": self._call.proposal_id,
            "CrystalCount": counted.get("crystals"),
            "BLSampleCount": counted.get("samples"),
            "DataCollectionGroupCount": sum(row["groupCount"] for row in sessions),
            "DataCollectionCount": sum(row["collectionCount"] for row in sessions),
            "SessionCount": len(sessions),
            "SessionValuesList": joined(map(_session, sessions)),
            "AutoProcIntegrationCount": integrated.get("integrationCount"),
            **_scans(self._scans.get(key, []), "EnergyScanCount", "EnergyScanSessionIdList"),
            **_scans(self._spectra.get(key, []), "XFEFluorescenceSpectrumCount", "XFEFluorescenceSessionIdList"),
            **_tests(self._tests.get(key, [])),
            **self._phased(self._phasing.get(key, [])),
        }

    def _phased(self, rows):
        steps = list({row["phasingStepId"]: row for row in rows}.values())
        built = [row for row in rows if row["phasingStepType"] == "MODELBUILDING"]
        runs = _once(row["programRunId"] for row in rows)
        files = [each for run in runs for each in self._files.get(run, [])]
        pictures = [each for each in files if (each["fileName"] or "").lower().endswith(".png")]
        collections = joined(_once(row["dataCollectionId"] for row in built))
        return {
            "PhasingStepCount": len(steps),
            "SADPhasingStepCount": sum(row["method"] == "SAD" for row in steps),
            "MRPhasingStepCount": sum(row["method"] == "MR" for row in steps),
            "ModelBuildingPhasingStepCount": sum(row["phasingStepType"] == "MODELBUILDING" for row in steps),
            "SpaceGroupModelBuildingPhasingStep": joined(_once(row["spaceGroupShortName"] for row in built)),
            "ModelBuildingPhasingStepDataCollectionIdList": collections,
            "PhasingProgramRunCount": len(runs),
            "PhasingProgramAttachementCount": len(files),
            "ImagesPhasingProgramAttachementIds": joined(each["phasingProgramAttachmentId"] for each in pictures),
            "ModelBuildingPhasingProgramIdList": joined(_once(row["programRunId"] for row in built)),
            "ModelBuildingPhasingDataColletionIdList": collections,
        }


def _once(values):
    """Return each value once, in their order, nulls left out."""
    return [each for each in dict.fromkeys(values) if each is not None]


def _session(row):
    """Return a session as ``3/BL01-MX/2030-06-12 09:00:00``."""
    return "/".join(str(each or "") for each in (row["sessionId"], row["beamLineName"], gson.moment(row["startDate"])))


def _scans(rows, count, sessions):
    return {count: sum(row["scanCount"] for row in rows), sessions: joined(row["sessionId"] for row in rows)}


def _tests(rows):
    last = rows[-1] if rows else {}
    return {
        "TestDataCollectionCount": len(rows),
        "TestDataCollectionIdList": joined(row["dataCollectionId"] for row in rows),
        "latestDataCollectionId": last.get("dataCollectionId"),
        "latestDataCollectionTime": last.get("startTime"),
        "latestSessionId": last.get("sessionId"),
    }
