"""Record a run of a program with all that it made: in one transaction, of as many data collections as it worked on."""

from ispyb_api.auth.writing import record
from ispyb_api.errors import Invalid
from ispyb_api.processing.recording import Recording
from ispyb_api.processing.repository_writing import ProcessingWrites, no_place
from ispyb_api.processing.service_jobs import Jobs
from ispyb_api.processing.targets import Targets

_LISTS = ("AutoProcProgramAttachment", "AutoProcProgramMessage", "AutoProcIntegration", "AutoProcScaling")
_OF_WHAT = "Say of which data the run is: here, by an integration, or by a job."


class Results:
    def __init__(self, tx, access):
        self._tx, self._access = tx, access
        self._targets, self._writes = Targets(tx, access), ProcessingWrites(tx)

    def add(self, given):
        """Record a run, and whatever came of it; return the ids of all rows."""
        lists = {name: given.get(name) or [] for name in _LISTS}
        self._storable(given)
        self._targets.check(self._collections(given, lists["AutoProcIntegration"]))
        job_id = self._job(given)
        program_id, shortened = self._program(given, job_id)
        recording = Recording(self._tx, program_id, shortened)
        made = self._parts(recording, lists)
        noted = {name: len(rows) for name, rows in lists.items() if rows}
        noted["processingPrograms"] = given["processingPrograms"]
        record(self._tx, self._access, "processing added", f"processing {program_id}", noted)
        return {"autoProcProgramId": program_id, "processingJobId": job_id, **made, "shortened": recording.shortened}

    @staticmethod
    def _parts(recording, lists):
        files, messages, integrations, scalings = lists.values()
        made = recording.integrations(integrations)
        scaled = [[made[place] for place in _places(row, number, made)] for number, row in enumerate(scalings)]
        return {
            "autoProcProgramAttachmentIds": recording.attachments(files),
            "autoProcProgramMessageIds": recording.messages(messages),
            "autoProcIntegrationIds": made,
            "AutoProcScaling": recording.scalings(scalings, scaled),
        }

    def _storable(self, given):
        """Refuse lists for which one family of databases has no table, before any row is written."""
        held = {
            "AutoProcProgramMessage": self._writes.has("AutoProcProgramMessage"),
            "ProcessingJob": self._writes.has("ProcessingJob"),
            "processingJobId": self._writes.has("AutoProcProgram", "processingJobId"),
        }
        if lost := [name for name, has in held.items() if given.get(name) and not has]:
            raise no_place(*lost)

    def _collections(self, given, integrations):
        """Return the data collections that the request leads to, {field: ids}."""
        found = {}
        if number := given.get("dataCollectionId"):
            found["dataCollectionId"] = [number]
        for place, row in enumerate(integrations):
            found[f"AutoProcIntegration[{place}].dataCollectionId"] = [row["dataCollectionId"]]
        if job := given.get("ProcessingJob"):
            found |= {f"ProcessingJob.{name}": numbers for name, numbers in Jobs.collections(job).items()}
        if job_id := given.get("processingJobId"):
            found["processingJobId"] = self._targets.collections_of_job(job_id)
        if not found:
            raise Invalid(errors={"dataCollectionId": [_OF_WHAT]})
        if parent := given.get("parentAutoProcProgramId"):
            found["parentAutoProcProgramId"] = self._targets.collections_of_program(parent)
        return found

    def _job(self, given):
        """Return the job of the run: one that is there, or one that is made."""
        job, job_id = given.get("ProcessingJob"), given.get("processingJobId")
        if job and job_id:
            raise Invalid(errors={"processingJobId": ["Give a job that is there, or one to make."]})
        if job is None and self._needs_job(given):
            job = {"displayName": given["processingPrograms"][:80], "automatic": True}
        if job is None:
            return job_id
        first = given.get("dataCollectionId") or next((row["dataCollectionId"] for row in given.get("AutoProcIntegration") or ()), None)  # fmt: skip
        return Jobs(self._tx, self._access).make(job, first, "ProcessingJob.")

    def _needs_job(self, given):
        """Tell whether nothing but a job can say which data a run is of: one family's runs do not name them themselves."""
        number, job_id = given.get("dataCollectionId"), given.get("processingJobId")
        if number is None or self._writes.has("AutoProcProgram", "dataCollectionId"):
            return False
        if number in [row["dataCollectionId"] for row in given.get("AutoProcIntegration") or ()]:
            return False
        if job_id and number not in self._targets.collections_of_job(job_id):
            raise no_place("dataCollectionId")
        return not job_id

    def _program(self, given, job_id):
        values = {name: value for name, value in given.items() if name not in (*_LISTS, "ProcessingJob")}
        if not self._writes.has("AutoProcProgram", "dataCollectionId"):
            values.pop("dataCollectionId", None)
        values["processingJobId"] = job_id
        begun = values.get("processingStartTime") is not None
        values["processingStatus"] = self._writes.status(values.get("processingStatus"), begun)
        values, shortened = self._writes.shortened(values)
        return self._writes.add_program(values), shortened


def _places(scaling, number, integrations):
    """Return the places of the integrations that a scaling joins; all if it does not say."""
    places = scaling.get("integrations")
    places = dict.fromkeys(range(len(integrations)) if places is None else places)
    if not places or max(places) >= len(integrations):
        field = f"AutoProcScaling[{number}].integrations"
        raise Invalid(errors={field: [f"Must be some of the {len(integrations)} integrations, the first being 0."]})
    return places
