"""Record what the analysis of images found: thousands of images a request, each known by its number."""

from ispyb_api.acquisition.repository_quality import QualityWrites
from ispyb_api.acquisition.service import Recorder
from ispyb_api.acquisition.service_images import refuse_twice
from ispyb_api.auth.permissions import Permission
from ispyb_api.auth.writing import record, session_to_write
from ispyb_api.errors import Invalid

_MOST_PROGRAMS = 20  # in one request


class Quality(Recorder):
    def put(self, collection_id, rows):
        """Record what was found on images of a collection; of one that was analysed already it is changed.  Return how many."""
        session_id, what = self._writes.session_of_collection(collection_id), f"data collection {collection_id}"
        session = session_to_write(self._tx, self._access, session_id, self._permission(), what=what)
        writes, programs, numbers = QualityWrites(self._tx), set(), set()
        for batch in rows.batches(writes.columns, writes.faults):
            with batch.named():
                refuse_twice(batch, numbers)
            self._of_proposal(session, {row.get("autoProcProgramId") for row in batch} - programs - {None}, programs)
            writes.put(collection_id, batch)
        found = {"images": len(numbers), "first": min(numbers), "last": max(numbers)}
        record(self._tx, self._access, "quality recorded", f"collection {collection_id}", found)
        return {"dataCollectionId": collection_id, **found}

    def _permission(self):
        """Instruments record it, and pipelines do."""
        held = self._access.identity.permissions
        return Permission.INGEST_PROC if Permission.INGEST_PROC in held else Permission.INGEST_DATA

    def _of_proposal(self, session, asked, known):
        """Refuse programs that are not there, or that ran for another proposal."""
        known |= asked
        if len(known) > _MOST_PROGRAMS:
            raise Invalid(errors={"autoProcProgramId": [f"No more than {_MOST_PROGRAMS} of them in one request."]})
        if asked and not self._writes.are_programs_of(asked, session["proposalId"]):
            wrong = ", ".join(map(str, sorted(asked)))
            raise Invalid(errors={"autoProcProgramId": [f"No run of {session['proposal']}: {wrong}."]})
