"""Ask for processing: jobs with parameters and sweeps."""

from ispyb_api.auth.writing import record
from ispyb_api.errors import Invalid
from ispyb_api.processing.repository_jobs import JobRepository
from ispyb_api.processing.repository_writing import ProcessingWrites
from ispyb_api.processing.targets import Targets

_PARAMETERS, _SWEEPS = "ProcessingJobParameters", "ProcessingJobImageSweeps"


class Jobs:
    def __init__(self, tx, access):
        self._tx, self._access = tx, access

    def add(self, given):
        """Record a job; return it."""
        collections = self.collections(given)
        if not collections:
            raise Invalid(errors={"dataCollectionId": ["Say of which data the job is: here, or by a sweep."]})
        Targets(self._tx, self._access).check(collections)
        job_id = self.make(given)
        record(self._tx, self._access, "job added", f"job {job_id}", given)
        return JobRepository(self._tx).get(job_id, self._access)

    def change(self, job_id, given, unchanged=None):
        """Change what is known of a job, if it is ``unchanged`` since the caller read it; return it."""
        Targets(self._tx, self._access).of_job(job_id)
        jobs = JobRepository(self._tx)
        if unchanged:
            unchanged(jobs.get(job_id, self._access))
        self._tx.change("processing.change_job", given, processingJobId=job_id)
        record(self._tx, self._access, "job changed", f"job {job_id}", given)
        return jobs.get(job_id, self._access)

    @staticmethod
    def collections(given):
        """Return the data collections that a job names, {field: ids}."""
        found = {"dataCollectionId": [given["dataCollectionId"]]} if given.get("dataCollectionId") else {}
        for place, row in enumerate(given.get(_SWEEPS, ())):
            found[f"{_SWEEPS}[{place}].dataCollectionId"] = [row["dataCollectionId"]]
        return found

    def make(self, given, collection=None, where=""):
        """Record a job, of the ``collection`` where it names none itself; return its id.  Who may, the caller has asked."""
        values = {name: value for name, value in given.items() if name not in (_PARAMETERS, _SWEEPS)}
        parameters, sweeps = given.get(_PARAMETERS, []), given.get(_SWEEPS, [])
        first = next((row["dataCollectionId"] for row in sweeps), collection)
        values["dataCollectionId"] = values.get("dataCollectionId") or first
        return ProcessingWrites(self._tx).add_job(values, parameters, sweeps, where)
