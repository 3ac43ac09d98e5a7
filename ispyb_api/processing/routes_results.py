"""/processings: results of all pipelines, the best of them, jobs and archives"""

import functools
import os

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.errors import NotFound
from ispyb_api.files import serving
from ispyb_api.http import archives, streaming
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected
from ispyb_api.processing.repository_files import AttachmentRepository
from ispyb_api.processing.repository_jobs import JobRepository
from ispyb_api.processing.repository_results import SHELL, SHELLS, ResultRepository
from ispyb_api.processing.schemas_compared import (
    BestArguments,
    BestPageSchema,
    ComparedSchema,
    ComparisonSchema,
    ResultArguments,
    ResultPageSchema,
    ResultTableArguments,
)
from ispyb_api.processing.schemas_jobs import JobPageSchema, WholeJobSchema
from ispyb_api.processing.schemas_new_jobs import JobPatchSchema, NewJobSchema
from ispyb_api.processing.schemas_scopes import ScopedListArguments, SomeDataArguments
from ispyb_api.processing.service_jobs import Jobs

api = Namespace("results", path="/processings", description="Results of all pipelines, and how they compare")

_AT_ONCE = 500  # scalings that are read together
_PLAIN = tuple(name for name in ComparedSchema._declared_fields if name not in SHELLS)
_COLUMNS = (*_PLAIN, *(f"{shell}.{name}" for shell in SHELLS for name in SHELL))


@api.route("/results")
class ResultList(Resource):
    @requires()
    @api.accepts(ResultArguments, "query")
    @api.returns(ResultPageSchema)
    def get(self, arguments):
        """List the results of all pipelines

        Of a session, a sample or other data: a row for each scaling, with its sweeps and their samples, the latest first.
        """
        with transaction() as tx:
            return ResultRepository(tx).page(arguments, current_access())


@api.route("/results.csv")
class ResultTable(Resource):
    @requires()
    @api.accepts(ResultTableArguments, "query")
    @api.sends("text/csv")
    def get(self, arguments):
        """Get the results of all pipelines in a table

        All of them as CSV, a line for each scaling; where it has several sweeps, their values stand side by side.
        """
        columns = (*_COLUMNS, *_SWEEPS)
        return streaming.table(_pieces(arguments, current_access()), columns, "csv", "results")


@api.route("/best")
class BestList(Resource):
    @requires()
    @api.accepts(BestArguments, "query")
    @api.returns(BestPageSchema)
    def get(self, arguments):
        """List the best results

        For each sample, data collection or group of what is asked for, by the rule in the documentation.
        """
        with transaction() as tx:
            return ResultRepository(tx).best(arguments, current_access())


@api.route("/comparison")
class Comparison(Resource):
    @requires()
    @api.accepts(SomeDataArguments, "query")
    @api.returns(ComparisonSchema)
    def get(self, arguments):
        """Compare the results of all pipelines

        One row for each scaling, which is the best, and the runs that led to none.
        """
        with transaction() as tx:
            return ResultRepository(tx).compared(arguments, current_access())


@api.route("/comparison.csv")
class ComparisonTable(Resource):
    @requires()
    @api.accepts(SomeDataArguments, "query")
    @api.sends("text/csv")
    def get(self, arguments):
        """Compare the results of all pipelines in a table

        The same as CSV, a line for each scaling.
        """
        with transaction() as tx:
            rows = ResultRepository(tx).compared(arguments, current_access())["results"]
        return streaming.table([[_flat(row) for row in rows]], _COLUMNS, "csv", "comparison")


@api.route("/jobs")
class JobList(Resource):
    @requires()
    @api.accepts(ScopedListArguments, "query")
    @api.returns(JobPageSchema)
    def get(self, arguments):
        """List jobs

        Processing that was asked for, with parameters, sweeps and runs; the latest first.
        """
        with transaction() as tx:
            return JobRepository(tx).page(arguments, current_access())

    @requires()
    @api.accepts(NewJobSchema)
    @api.returns(WholeJobSchema, 201, "Recorded")
    @api.writes()
    def post(self, tx, given):
        """Record a job

        Processing that is asked for, with parameters and sweeps.  For pipelines, with the permission ingest_proc, and staff of the
        beamline.
        """
        job = Jobs(tx, current_access()).add(given)
        return created(job, job["processingJobId"])


@api.route(f"/jobs/<int(max={MAX_ID}):processingJobId>")
@api.param("processingJobId", "The job's row.")
class Job(Resource):
    @requires()
    @api.returns(WholeJobSchema, errors=(404,))
    def get(self, processingJobId):  # noqa: N803 - the column's name
        """Get one job

        Processing that was asked for, with parameters, sweeps and runs.
        """
        with transaction() as tx:
            return JobRepository(tx).get(processingJobId, current_access())

    @requires()
    @api.accepts(JobPatchSchema)
    @api.returns(WholeJobSchema)
    @api.writes()
    def patch(self, tx, given, processingJobId):  # noqa: N803
        """Change what is known of a job

        What is absent stays, null clears.  For pipelines, with the permission ingest_proc, and staff of the beamline.
        """
        return Jobs(tx, current_access()).change(processingJobId, given, expected(WholeJobSchema))


@api.route(f"/<int(max={MAX_ID}):autoProcProgramId>/archive")
@api.param("autoProcProgramId", "The run's row.")
class Archive(Resource):
    @requires()
    @api.sends("application/zip")
    def get(self, autoProcProgramId):  # noqa: N803
        """Get all files that a run left

        As one ZIP archive; its manifest.json says which of them could not be had, and why.
        """
        with transaction() as tx:
            files = AttachmentRepository(tx).files(autoProcProgramId, current_access())
        if not files:
            raise NotFound(f"No files of a run {autoProcProgramId}.")
        return archives.answer(_openers(files), f"processing-{autoProcProgramId}")


def _openers(files):
    """Yield the name of each file, and how to open it: a server holds one open at a time."""
    for file in files:
        name = file["fileName"] or f"attachment-{file['autoProcProgramAttachmentId']}"
        yield name, functools.partial(_opened, file)


def _opened(file):
    if file["deleted"]:
        raise NotFound("The file was deleted.")
    folder, name = file["filePath"], file["fileName"]
    return serving.opened(os.path.join(folder, name) if folder and name else None, "file")


# Columns of the sweeps, side by side in a table.
_SWEEPS = ("dataCollectionId", "imagePrefix", "sessionId", "blSampleId", "blSample")


def _pieces(arguments, access):
    """Yield lines some hundred at a time, each in a transaction of its own: nothing is locked while a client reads."""
    before = None
    while True:
        with transaction() as tx:
            rows = ResultRepository(tx).piece(arguments, before, _AT_ONCE, access)
        yield [_flat(row) | _side_by_side(row["DataCollections"]) for row in rows]
        if len(rows) < _AT_ONCE:
            return
        before = rows[-1]["autoProcScalingId"]


def _side_by_side(sweeps):
    return {name: " ".join(dict.fromkeys(str(each[name]) for each in sweeps if each[name] is not None)) for name in _SWEEPS}  # fmt: skip


def _flat(row):
    shells = {f"{shell}.{name}": (row[shell] or {}).get(name) for shell in SHELLS for name in SHELL}
    return {**row, **shells}
