"""What followed scaling: phasing and refinement.  The SQL is in sql/queries/processing/."""

import os
from collections import defaultdict

from ispyb_api.db.listing import envelope, page
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound
from ispyb_api.processing import scopes, ways
from ispyb_api.processing.statuses import status

_OF_ANALYSIS = {"scaling": "Phasing_has_Scaling", "stage": "stages", "statistic": "PhasingStatistics"}


class PhasingRepository:
    def __init__(self, tx):
        self._tx = tx

    def steps(self, arguments, access):
        """Return one page of the steps of phasing, each with its program's files and its statistics."""
        found = self._read(
            "processing.list_phasing_steps", "processing.count_phasing_steps", "ps.autoProcScalingId", arguments, access
        )
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
        found = self._read(
            "processing.list_refinements", "processing.count_refinements", "mr.autoProcScalingId", arguments, access
        )
        runs = {row["mxMRRunId"]: row.setdefault("MXMRRunBlob", []) for row in found["results"]}
        if runs:
            for row in self._tx.all("processing.blobs_of_refinements", runs=list(runs)):
                runs[row["mxMRRunId"]].append(row)
        return found

    def analyses(self, arguments, access):
        """Return one page of the analyses that were recorded before there were steps, each with all that belongs to it."""
        names = "processing.list_phasing_analyses", "processing.count_phasing_analyses"
        part, column = "processing.analyses_of_collections", "pa.phasingAnalysisId"
        found = self._read(*names, column, arguments, access, part)
        parts = self._parts_of_analyses([row["phasingAnalysisId"] for row in found["results"]])
        for row in found["results"]:
            for kind, name in _OF_ANALYSIS.items():
                row[name] = parts[kind][row["phasingAnalysisId"]]
            for run in filter(None, (stage["PhasingProgramRun"] for stage in row["stages"])):
                run["phasingStatus"] = status(run["phasingStatus"])
                run["PhasingProgramAttachment"] = parts["file"][run["phasingProgramRunId"]]
        return found

    def _parts_of_analyses(self, analyses):
        found = defaultdict(lambda: defaultdict(list))
        for row in self._tx.all("processing.parts_of_analyses", analyses=analyses) if analyses else ():
            found[row["kind"]][row["parentId"]].append(row[row["kind"]])
        return found

    def _read(self, rows, count, column, arguments, access, part="processing.scalings_of_collections"):
        slots = {"visible": scopes.visible(self._tx, access, arguments), "where": scopes.where(arguments)}
        seen, key = ways.filled(self._tx.part(part), **slots), column.partition(".")[2]
        join = Clause(f"JOIN ({seen.sql}) seen ON seen.{key} = {column}", seen.params)
        found = self._tx.all(rows, {"join": join, "page": page(arguments)})
        return envelope(found, arguments, lambda: self._tx.total(count, {"join": join}))
