"""Record what serial crystallography finds, as it goes along: counts, how it ended, files, and the cells of all crystals."""

import time

from ispyb_api.auth.permissions import Permission
from ispyb_api.auth.writing import record, session_to_write
from ispyb_api.errors import Invalid, NotFound
from ispyb_api.processing import counting
from ispyb_api.processing.repository_serial import SerialResultRepository
from ispyb_api.processing.repository_serial_writing import SerialResultWrites
from ispyb_api.processing.statuses import RUNNING, status
from ispyb_api.processing.targets import Targets

_COUNTED = (*counting.COUNTS, "laticeType", "estimatedResolution")
_FILES = "SSXProcessingResultAttachment"


class SerialResults:
    """Results, as one caller records them in one transaction."""

    def __init__(self, tx, access):
        self._tx, self._access = tx, access
        self._writes = SerialResultWrites(tx)

    def add(self, given):
        """Make a result, unless one of the same kind is under way for the collection: that is changed.  Return it, and whether it is new."""
        values = dict(given)
        collection_id = values.pop("dataCollectionId")
        Targets(self._tx, self._access).check({"dataCollectionId": [collection_id]})
        found = self._writes.running(collection_id, values["indexingType"])
        if found is not None:
            return self._changed(found, values), False
        values.setdefault("status", RUNNING)
        values, counts, files = self._parts({}, values)
        result_id = self._writes.add(collection_id, values, {**counts, **counting.begun(counts, time.time())})
        self._writes.attach(result_id, files)
        return self._noted("added", result_id, given), True

    def change(self, result_id, given, unchanged=None):
        """Change a result, if it is ``unchanged`` since the caller read it; return it."""
        self._mine(result_id)
        if unchanged:
            unchanged(self._shown(result_id))
        return self._changed(result_id, given)

    def add_cells(self, result_id, rows):
        """Record the cells of crystals, behind those that are there; return how many."""
        self._mine(result_id)
        before = after = self._counted(result_id)["nbCells"]
        for batch in rows.batches(self._writes.columns_of_cells, self._writes.faults_of_cell):
            self._writes.add_cells(result_id, after, batch)
            after += len(batch)
        self._writes.count(result_id, {"nbCells": after})
        record(
            self._tx, self._access, "cells recorded", f"serial result {result_id}", {"from": before + 1, "to": after}
        )
        return {"ssxProcessingResultId": result_id, "cells": after - before, "nbCells": after}

    def _changed(self, result_id, given):
        state = self._counted(result_id)
        values, counts, files = self._parts(state, given)
        if counts:
            self._writes.count(result_id, {**counts, **counting.moved(state, time.time())})
        self._writes.change(result_id, values)
        self._writes.attach(result_id, files)
        return self._noted("changed", result_id, given)

    def _counted(self, result_id):
        """Return a result with its counts; of one that another program made they begin now."""
        state = self._writes.state(result_id)
        if state["countedAt"] is None:
            self._writes.begin(result_id, {"nbCells": 0, **counting.begun({}, time.time())})
            state = self._writes.state(result_id)
        return state

    def _parts(self, state, given):
        """Return what of a change is the result's, what its counts are, and its files; what came late is left out."""
        values = {name: value for name, value in given.items() if name not in (*_COUNTED, _FILES)}
        counts = {name: given[name] for name in _COUNTED if name in given}
        if state and status(state["status"]) is not RUNNING and values.get("status", 0) is RUNNING:
            del values["status"]
        if counting.is_late(state, counts):
            counts = {}
        merged = {name: counts.get(name, state.get(name)) for name in counting.COUNTS}
        counting.check(merged)
        found = counting.rates(merged)
        twice = {name: ["Is what the counts say: give one of them."] for name in found.keys() & values.keys()}
        if twice:
            raise Invalid(errors=twice)
        if not state:
            counts["nbCells"] = 0
        return {**values, **(found if counts else {})}, counts, given.get(_FILES, ())

    def _mine(self, result_id):
        session_id = self._writes.session_of(result_id)
        if session_id is None:
            raise NotFound(f"No result {result_id} of serial crystallography.")
        try:
            session_to_write(self._tx, self._access, session_id, Permission.INGEST_PROC)
        except NotFound:
            raise NotFound(f"No result {result_id} of serial crystallography.") from None

    def _noted(self, what, result_id, given):
        record(self._tx, self._access, f"serial result {what}", f"serial result {result_id}", given)
        return self._shown(result_id)

    def _shown(self, result_id):
        return SerialResultRepository(self._tx).get(result_id, self._access)
