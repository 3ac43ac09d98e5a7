"""/processings: what followed scaling, archives and comparisons"""

import functools
import os

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.errors import NotFound
from ispyb_api.files import serving
from ispyb_api.http import archives, streaming
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace
from ispyb_api.http.services import transaction
from ispyb_api.processing import ways
from ispyb_api.processing.repository_phasing import SHELL, SHELLS, PhasingRepository, best
from ispyb_api.processing.schemas_phasing import (
    CentringArguments,
    CentringsSchema,
    ComparedSchema,
    ComparisonSchema,
    JobArguments,
    JobsSchema,
    OfDataArguments,
    PhasingArguments,
    PhasingStepPageSchema,
    RefinementPageSchema,
)

api = Namespace("results", path="/processings", description="What followed scaling, and how results compare")


@api.route("/phasing")
class PhasingList(Resource):
    @requires()
    @api.accepts(PhasingArguments, "query")
    @api.returns(PhasingStepPageSchema)
    def get(self, arguments):
        """List steps of phasing

        From scaled data of a data collection, of a group or of a sample: each with its program, files and statistics.
        """
        with transaction() as tx:
            return PhasingRepository(tx).steps(arguments, current_access())


@api.route(f"/phasing/attachments/<int(max={MAX_ID}):phasingProgramAttachmentId>")
@api.param("phasingProgramAttachmentId", "The file's row.")
class PhasingFile(Resource):
    @requires()
    @api.sends("application/octet-stream", "image/*", "text/plain")
    def get(self, phasingProgramAttachmentId):  # noqa: N803 - the columns' name
        """Get a file that a phasing program left

        404 says whether none is recorded, it lies outside the served folders, or it cannot be read.
        """
        with transaction() as tx:
            path = PhasingRepository(tx).path(phasingProgramAttachmentId, current_access())
        return serving.send(path, "file of a phasing program")


@api.route("/refinements")
class RefinementList(Resource):
    @requires()
    @api.accepts(PhasingArguments, "query")
    @api.returns(RefinementPageSchema)
    def get(self, arguments):
        """List runs of molecular replacement and refinement

        Of scaled data of a data collection, of a group or of a sample, with what they left unexplained.
        """
        with transaction() as tx:
            return PhasingRepository(tx).refinements(arguments, current_access())


@api.route("/xray-centrings")
class CentringList(Resource):
    @requires()
    @api.accepts(CentringArguments, "query")
    @api.returns(CentringsSchema)
    def get(self, arguments):
        """List X-ray centrings

        Of a group of grid scans, each with the crystals that were found.
        """
        with transaction() as tx:
            return PhasingRepository(tx).centrings(arguments, current_access())


@api.route("/jobs")
class JobList(Resource):
    @requires()
    @api.accepts(JobArguments, "query")
    @api.returns(JobsSchema)
    def get(self, arguments):
        """List the jobs of a data collection

        Processing that was asked for, with parameters and sweeps.
        """
        collection = arguments["dataCollectionId"]
        with transaction() as tx:
            seen = ways.seen_collections(tx, current_access(), [collection])
            return PhasingRepository(tx).jobs(collection) if seen else {"results": []}


@api.route("/comparison")
class Comparison(Resource):
    @requires()
    @api.accepts(OfDataArguments, "query")
    @api.returns(ComparisonSchema)
    def get(self, arguments):
        """Compare the results of all pipelines

        For a data collection, a group or a sample: one row for each scaling, and which is the best.
        """
        with transaction() as tx:
            rows = PhasingRepository(tx).compared(arguments, current_access())
        chosen = best(rows)
        return {"best": chosen and chosen["autoProcScalingId"], "results": rows}


@api.route("/comparison.csv")
class ComparisonTable(Resource):
    @requires()
    @api.accepts(OfDataArguments, "query")
    @api.sends("text/csv")
    def get(self, arguments):
        """Compare the results of all pipelines in a table

        The same as CSV, a line for each scaling.
        """
        with transaction() as tx:
            rows = PhasingRepository(tx).compared(arguments, current_access())
        flat = [name for name in ComparedSchema._declared_fields if name not in SHELLS]
        columns = [*flat, *(f"{shell}.{name}" for shell in SHELLS for name in SHELL)]
        return streaming.table([[_flat(row) for row in rows]], columns, "csv", "comparison")


@api.route(f"/<int(max={MAX_ID}):autoProcProgramId>/archive")
@api.param("autoProcProgramId", "The run's row.")
class Archive(Resource):
    @requires()
    @api.sends("application/zip")
    def get(self, autoProcProgramId):  # noqa: N803
        """Get all files that a run left

        As one ZIP archive; its manifest.json says which of them could not be had.
        """
        with transaction() as tx:
            files = PhasingRepository(tx).files(autoProcProgramId, current_access())
        if not files:
            raise NotFound(f"No files of a run {autoProcProgramId}.")
        return archives.answer(_openers(files), f"processing-{autoProcProgramId}")


def _openers(files):
    """Yield the name of each file, and how to open it: a server holds one open at a time."""
    for file in files:
        path = os.path.join(file["filePath"] or "", file["fileName"] or "")
        yield (
            file["fileName"] or f"attachment-{file['autoProcProgramAttachmentId']}",
            functools.partial(serving.opened, path),
        )


def _flat(row):
    shells = {f"{shell}.{name}": (row[shell] or {}).get(name) for shell in SHELLS for name in SHELL}
    return {**row, **shells}
