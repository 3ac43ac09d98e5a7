"""Processing that was asked for, in the database; one family keeps none.  The SQL is in sql/queries/processing/jobs.sql."""

from collections import defaultdict

from ispyb_api.db.listing import Listing
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound
from ispyb_api.processing import ways
from ispyb_api.processing.statuses import status

JOBS = Listing(
    filters={"processingJobId": ("pj.processingJobId", "eq")},
    sorts={"processingJobId": "pj.processingJobId"},
    default_sort="-processingJobId",
    tie_breaker="pj.processingJobId",
)

_PARTS = {
    "parameter": "ProcessingJobParameters",
    "sweep": "ProcessingJobImageSweeps",
    "program": "AutoProcProgram",
}


class JobRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of the jobs, each with parameters, sweeps and runs."""
        visible = ways.seen_jobs(self._tx, access, "pj.processingJobId", arguments, _narrow(arguments))
        names = "processing.list_jobs", "processing.count_jobs"
        found = JOBS.read(self._tx, *names, arguments, visible=visible)
        parts = self._parts([row["processingJobId"] for row in found["results"]], access)
        for row in found["results"]:
            for kind, name in _PARTS.items():
                row[name] = parts[kind][row["processingJobId"]]
        return found

    def get(self, job_id, access):
        """Return one job."""
        rows = self.page({"processingJobId": job_id, "skip": 0, "limit": 1}, access)["results"]
        if not rows:
            raise NotFound(f"No processing job {job_id}.")
        return rows[0]

    def _parts(self, jobs, access):
        """Return what belongs to the jobs: {kind: {job: [part]}}."""
        found = defaultdict(lambda: defaultdict(list))
        if jobs:
            slots = {"visible": ways.visible(access)}
            for row in self._tx.all("processing.parts_of_jobs", slots, jobs=jobs):
                part = row[row["kind"]]
                if row["kind"] == "program":
                    part["processingStatus"] = status(part["processingStatus"])
                found[row["kind"]][row["parentId"]].append(part)
        return found


def _narrow(arguments):
    """A job that is looked for by its own id is known: there is no need to find all that the caller may see."""
    if "processingJobId" not in arguments:
        return None
    return Clause("pj.processingJobId = :n_job", {"n_job": arguments["processingJobId"]})
