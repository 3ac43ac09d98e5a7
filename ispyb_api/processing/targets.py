"""May the caller record what was processed?  Asked of every data collection that a request leads to.

They may be of several sessions, in each of which the caller has to be allowed to record, but of one proposal only: who sees
one of them sees the result.
"""

from ispyb_api.auth.permissions import Permission
from ispyb_api.auth.several import sessions_to_write
from ispyb_api.errors import Forbidden, Invalid, NotFound
from ispyb_api.processing import ways

_HIDDEN = "No such row, or none that you may see."
_SEVERAL = "Belongs to another proposal than {}: a result is of one proposal."


class Targets:
    """What a caller with the view ``access`` may record about, in one transaction."""

    def __init__(self, tx, access):
        self._tx, self._access = tx, access

    def check(self, named):
        """Refuse data collections, given as {field: ids}, that the caller may not record about; return their proposal.

        A field without ids is one that leads nowhere.
        """
        wanted = sorted({number for numbers in named.values() for number in numbers})
        found = self._writable(wanted)
        hidden = {name: [_HIDDEN] for name, numbers in named.items() if not numbers or set(numbers) - found.keys()}
        if hidden:
            raise Invalid(errors=hidden)
        first, *others = named
        proposal = found[next(iter(named[first]))]
        wrong = [name for name in others if {found[number] for number in named[name]} != {proposal}]
        if wrong or {found[number] for number in named[first]} != {proposal}:
            raise Invalid(errors={name: [_SEVERAL.format(first)] for name in wrong or [first]})
        return proposal

    def of_program(self, program_id, absent=None):
        """Return the data collections of a run that the caller may change, once nobody else can; ``absent`` says what else is missing."""
        there = self._tx.lock("processing.lock_program", autoProcProgramId=program_id)
        return self._changeable(
            self.collections_of_program(program_id) if there else (), absent or f"No run {program_id}."
        )

    def of_job(self, job_id):
        """Return the data collections of a job that the caller may change."""
        return self._changeable(self.collections_of_job(job_id), f"No processing job {job_id}.")

    def collections_of_program(self, program_id):
        """Return the data collections of a run, whoever may see them."""
        return ways.collections_of_program(self._tx, program_id)

    def collections_of_job(self, job_id):
        """Return the data collections of a job, whoever may see them."""
        rows = self._tx.all("processing.collections_of_job", processingJobId=job_id)
        return [row["dataCollectionId"] for row in rows]

    def _changeable(self, collections, absent):
        found = self._writable(collections)
        if not found:
            raise NotFound(absent)
        if found.keys() != set(collections):
            raise Forbidden("It is also of sessions that you may not see.")
        return found

    def _writable(self, collections):
        """Return {data collection: proposal} of those that the caller sees; raise Forbidden for one that is not his to record."""
        rows = sessions_to_write(
            self._tx,
            self._access,
            Permission.INGEST_PROC,
            lambda visible: self._tx.all(
                "processing.collections_to_process", {"visible": visible}, collections=collections
            ),
        )
        return {row["dataCollectionId"]: row["proposalId"] for row in rows}
