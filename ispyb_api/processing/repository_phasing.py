"""What followed scaling: phasing, refinement, X-ray centring, and how the results compare.  The SQL is in sql/queries/processing/."""

import os
from collections import defaultdict

from ispyb_api.db.listing import conjunction, envelope, page
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound
from ispyb_api.processing import ways
from ispyb_api.processing.statuses import status

_ASKED = {
    "dataCollectionId": "d.dataCollectionId = :k_collection",
    "dataCollectionGroupId": "g.dataCollectionGroupId = :k_group",
    "blSampleId": "(g.blSampleId = :k_sample OR d.blSampleId = :k_sample)",
}
_NAMES = {"dataCollectionId": "k_collection", "dataCollectionGroupId": "k_group", "blSampleId": "k_sample"}


def asked(arguments):
    """Return the conditions on collections ``d`` and their groups ``g``."""
    given = (Clause(sql, {_NAMES[name]: arguments[name]}) for name, sql in _ASKED.items() if name in arguments)
    return conjunction(*given)


class PhasingRepository:
    def __init__(self, tx):
        self._tx = tx

    def steps(self, arguments, access):
        """Return one page of the steps of phasing, each with its program's files and its statistics."""
        found = self._read("processing.list_phasing_steps", "processing.count_phasing_steps", "ps", arguments, access)
        files, statistics = self._parts(found["results"])
        for row in found["results"]:
            row["PhasingStatistics"] = statistics[row["phasingStepId"]]
            if run := row["PhasingProgramRun"]:
                run["phasingStatus"] = status(run["phasingStatus"])
                run["PhasingProgramAttachment"] = files[run["phasingProgramRunId"]]
        return found

    def _parts(self, steps):
        """Return the files by run and the statistics by step."""
        files, statistics = defaultdict(list), defaultdict(list)
        runs = {row["PhasingProgramRun"]["phasingProgramRunId"] for row in steps if row["PhasingProgramRun"]}
        ids = [row["phasingStepId"] for row in steps]
        for row in self._tx.all("processing.parts_of_phasing", runs=sorted(runs), steps=ids) if steps else ():
            (files if row["file"] else statistics)[row["parentId"]].append(row["file"] or row["statistic"])
        return files, statistics

    def path(self, file_id, access):
        """Return where a file of a phasing program is, None if that is not recorded."""
        slots, key = {"visible": ways.visible(access)}, {"phasingProgramAttachmentId": file_id}
        found = self._tx.one("processing.path_of_phasing_file", slots, **key)
        if found is None:
            raise NotFound(f"No attachment {file_id} of phasing.")
        folder, name = found["filePath"], found["fileName"]
        return os.path.join(folder, name) if folder and name else None

    def refinements(self, arguments, access):
        """Return one page of the runs of molecular replacement and refinement, with their blobs."""
        found = self._read("processing.list_refinements", "processing.count_refinements", "mr", arguments, access)
        runs = {row["mxMRRunId"]: row.setdefault("MXMRRunBlob", []) for row in found["results"]}
        if runs:
            for row in self._tx.all("processing.blobs_of_refinements", runs=list(runs)):
                runs[row["mxMRRunId"]].append(row)
        return found

    def centrings(self, arguments, access):
        """Return the X-ray centrings, each with its results."""
        where = asked({name: value for name, value in arguments.items() if name == "dataCollectionGroupId"})
        found = {}
        slots = {"visible": ways.visible(access), "where": where}
        for row in self._tx.all("processing.list_centrings", slots):
            result = row.pop("XrayCentringResult")
            results = found.setdefault(row["xrayCentringId"], {**row, "XrayCentringResult": []})["XrayCentringResult"]
            results += [result] if result else []
        return {"results": list(found.values())}

    def files(self, program_id, access):
        """Return the files of a run that were not deleted: [{filePath, fileName}]."""
        narrow = Clause("pg.autoProcProgramId = :n_program", {"n_program": program_id})
        visible = ways.seen_programs(self._tx, access, "a.autoProcProgramId", {}, narrow)
        found = self._tx.all("processing.files_of_program", {"visible": visible}, autoProcProgramId=program_id)
        return [file for file in found if not file["deleted"]]

    def compared(self, arguments, access):
        """Return the scalings of the collections that are asked for, each with its shells by their kind."""
        rows = ways.filled(
            self._tx.part("processing.scalings_of_collections"), visible=ways.visible(access), where=asked(arguments)
        )
        found = {}
        for row in self._tx.all("processing.scalings_compared", {"union": ways.also(rows)}):
            shell = {name: row.pop(name) for name in SHELL}
            kind = row.pop("scalingStatisticsType")
            row["processingStatus"] = status(row["processingStatus"])
            scaling = found.setdefault(row["autoProcScalingId"], {**row, **dict.fromkeys(SHELLS)})
            if kind in SHELLS:
                scaling[kind] = shell
        return list(found.values())

    def jobs(self, collection_id):
        """Return the jobs of a data collection, with parameters and sweeps."""
        found = {}
        for row in self._tx.all("processing.jobs_of_collection", dataCollectionId=collection_id):
            sweep = row.pop("sweep")
            job = found.setdefault(
                row["processingJobId"], {**row, "ProcessingJobParameters": [], "ProcessingJobImageSweeps": []}
            )
            job["ProcessingJobImageSweeps"] += [sweep] if sweep else []
        if found:
            for row in self._tx.all("processing.parameters_of_jobs", jobs=list(found)):
                found[row.pop("processingJobId")]["ProcessingJobParameters"].append(row)
        return {"results": list(found.values())}

    def _read(self, rows, count, alias, arguments, access):
        part = self._tx.part("processing.scalings_of_collections")
        seen = ways.filled(part, visible=ways.visible(access), where=asked(arguments))
        join = Clause(f"JOIN ({seen.sql}) seen ON seen.autoProcScalingId = {alias}.autoProcScalingId", seen.params)
        found = self._tx.all(rows, {"join": join, "page": page(arguments)})
        return envelope(found, arguments, lambda: self._tx.total(count, {"join": join}))


SHELLS = ("overall", "innerShell", "outerShell")
SHELL = (
    *("resolutionLimitLow", "resolutionLimitHigh", "rMerge", "rMeasAllIPlusIMinus", "rPimAllIPlusIMinus"),
    *("meanIOverSigI", "ccHalf", "completeness", "multiplicity", "anomalousCompleteness", "nTotalUniqueObservations"),
)


def best(scalings):
    """Return the best of some scalings, or None: see docs/processings.rst for the rule."""
    usable = [each for each in scalings if each["processingStatus"] != 0 and each["overall"]]
    usable = [each for each in usable if each["overall"]["resolutionLimitHigh"]]

    def rank(scaling):
        overall = scaling["overall"]
        complete = (overall["completeness"] or 0) >= ENOUGH
        return (
            not complete,
            overall["resolutionLimitHigh"],
            -(overall["completeness"] or 0),
            -scaling["autoProcScalingId"],
        )

    return min(usable, key=rank, default=None)


ENOUGH = 90  # per cent of all reflections
