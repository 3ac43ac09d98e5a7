"""Record data collections and their groups: as an instrument goes along, in one transaction a request.

Groups come first, their sample may come later.  A collection is made when it starts, changed when values are measured, and
ended; what arrives late does not undo what is final.
"""

import functools

from ispyb_api.acquisition import paths, serial, words
from ispyb_api.acquisition.repository import CollectionRepository, GroupRepository
from ispyb_api.acquisition.repository_writing import AcquisitionWrites
from ispyb_api.auth.permissions import Permission
from ispyb_api.auth.writing import may_record, record, session_to_remark, session_to_write
from ispyb_api.errors import Forbidden, Invalid, NotFound
from ispyb_api.samples.service_measured import MeasuredSamples


class Recorder:
    """What a caller with the view ``access`` records in one transaction; ``participants`` says whether people of a session may."""

    def __init__(self, tx, access, *, participants=False):
        self._tx, self._access, self._participants = tx, access, participants
        self._writes = AcquisitionWrites(tx)

    def session(self, session_id, name=None, what=None):
        """Return the session to record in; one that is not there is the fault of the field ``name``, if that named it.

        ``what`` is the row in whose session that is, if it is about one.
        """
        may = {"participants": self._participants, "what": what}
        try:
            return session_to_write(self._tx, self._access, session_id, Permission.INGEST_DATA, **may)
        except NotFound:
            if name is None:
                raise
            raise Invalid(errors={name: ["No such row, or none that you may see."]}) from None

    def session_of_collection(self, collection_id):
        """Return the session to record in of a data collection."""
        return self.session(self._writes.session_of_collection(collection_id), what=f"data collection {collection_id}")

    def session_of(self, session_id, given, read):
        """Return the session of a row to change; who only takes part in it changes comments.

        ``read`` reads the row as the caller sees it; one that is hidden is not there.
        """
        others = sorted(given.keys() - {"comments"})
        try:
            if others and self._participants:
                return self.session(session_id)
            return session_to_remark(self._tx, self._access, session_id, Permission.INGEST_DATA, others)
        except NotFound:
            read()
            raise Forbidden("This was shared with you to be read.") from None

    @staticmethod
    def replaced(given, read):
        """Return the comments that a change takes the place of; None if there are none."""
        before = read()["comments"] if "comments" in given else None
        return before if before != given.get("comments") else None

    def sample(self, session, values, name="blSampleId"):
        """Return ``values`` with the sample that they lead to; one of another proposal is the fault of the field ``name``."""
        found = self._writes.sample(session["proposalId"], values)
        if found is None and values.get("blSampleId"):
            raise Invalid(errors={name: [f"No sample of {session['proposal']}."]})
        return {**values, "blSampleId": found} if found is not None else values

    def paths(self, session, values):
        """Refuse paths that lie elsewhere than the session's files, to people of the session."""
        wrong = paths.faults(session, values) if self._participants else {}
        if wrong and not may_record(self._tx, self._access, session["sessionId"], Permission.INGEST_DATA):
            raise Invalid(errors=wrong)

    def position(self, session, values):
        """Refuse a position on a sample of another proposal."""
        number = values.get("blSubSampleId")
        if number and self._writes.position(session["proposalId"], number) is None:
            raise Invalid(errors={"blSubSampleId": [f"No position on a sample of {session['proposal']}."]})


class Groups(Recorder):
    def add(self, given):
        """Make a group; return it."""
        group_id = self.make(given)
        return GroupRepository(self._tx).get(group_id, self._access)

    def make(self, given):
        """Make a group; return its id."""
        values = dict(given)
        session = self.session(values.pop("sessionId"), "sessionId")
        values = self._fitted(session, values)
        group_id = self._writes.add_group(session["sessionId"], values)
        record(self._tx, self._access, "group added", f"group {group_id}", given)
        return group_id

    def change(self, group_id, given, unchanged=None):
        """Change a group, if it is ``unchanged`` since the caller read it; return it."""
        read = functools.partial(GroupRepository(self._tx).get, group_id, self._access)
        session = self.session_of(self._writes.session_of_group(group_id), given, read)
        if unchanged:
            unchanged(read())
        values, replaced = self._fitted(session, given), self.replaced(given, read)
        self._writes.change_group(group_id, values)
        record(self._tx, self._access, "group changed", f"group {group_id}", given, replaced)
        return read()

    def _fitted(self, session, values):
        self.paths(session, values)
        self._workflow(session, values.get("workflowId"))
        values = self.sample(session, self._with_sample(session, values))
        if values.get("experimentType"):
            choices = self._writes.choices("DataCollectionGroup", "experimentType")
            values = {**values, "experimentType": words.experiment_type(values["experimentType"], choices)}
        return values

    def _with_sample(self, session, values):
        """Return the values with the row of the sample that is described, which is made if it is not there."""
        if "sample" not in values:
            return values
        if values.get("blSampleId") is not None:
            raise Invalid(errors={"sample": ["Give blSampleId or sample, not both."]})
        others = {name: value for name, value in values.items() if name != "sample"}
        try:
            sample_id = MeasuredSamples(self._tx, self._access, session).found_or_made(values["sample"])
        except Invalid as exc:
            errors = {f"sample.{name}": messages for name, messages in exc.errors.items()}
            raise Invalid(str(exc), errors=errors) from None
        return {**others, "blSampleId": sample_id}

    def _workflow(self, session, workflow_id):
        """Refuse another proposal's workflow: whoever sees a group sees the steps of its workflow."""
        if workflow_id and self._writes.is_workflow_of_others(workflow_id, session["proposalId"]):
            raise Invalid(errors={"workflowId": [f"No workflow of {session['proposal']}."]})


class Collections(Recorder):
    def add(self, given):
        """Make a collection, unless the session has one with the same files; return it, and whether it is new."""
        collection_id, new = self.make(given)
        return CollectionRepository(self._tx).get(collection_id, self._access), new

    def make(self, given):
        """Make a collection; return its id, and whether it is new."""
        values = dict(given)
        parts, sweep, group_id = serial.taken(values), _sweep(values), values.pop("dataCollectionGroupId")
        session = self.session(self._writes.session_of_group(group_id), "dataCollectionGroupId")
        self.paths(session, values)
        self.position(session, values)
        values = self.sample(session, values)
        same = self._writes.with_files(session["sessionId"], values)
        if same is not None:
            return same, False
        serial.check({**values, **parts}, parts)
        collection_id = self._writes.add_collection(group_id, values)
        serial.Serial(self._tx, session).put(collection_id, parts)
        self._put_sweep(collection_id, sweep)
        if values.get("blSampleId"):
            self._writes.give_sample(group_id, values["blSampleId"])
        record(self._tx, self._access, "collection added", f"collection {collection_id}", given)
        return collection_id, True

    def change(self, collection_id, given, unchanged=None):
        """Change a collection, if it is ``unchanged`` since the caller read it; return it."""
        read = functools.partial(CollectionRepository(self._tx).get, collection_id, self._access)
        session = self.session_of(self._writes.session_of_collection(collection_id), given, read)
        if unchanged:
            unchanged(read())
        values, replaced = self._moved(session, given), self.replaced(given, read)
        parts, sweep = serial.taken(values), _sweep(values)
        self.paths(session, values)
        self.position(session, values)
        values = self._not_undone(collection_id, self.sample(session, values))
        self._writes.change_collection(collection_id, values)
        serial.Serial(self._tx, session).put(collection_id, parts)
        self._put_sweep(collection_id, sweep)
        found = read()
        serial.check(found, parts)
        if values.get("blSampleId"):
            self._writes.give_sample(found["dataCollectionGroupId"], values["blSampleId"])
        record(self._tx, self._access, "collection changed", f"collection {collection_id}", given, replaced)
        return found

    def _put_sweep(self, collection_id, sweep):
        for values in sweep:
            try:
                self._writes.put_sweep(collection_id, values)
            except Invalid as exc:
                errors = {f"SweepWorkflow.{name}": messages for name, messages in exc.errors.items()}
                raise Invalid(str(exc), errors=errors) from None

    def _moved(self, session, given):
        """Keep the group where none is given; one of another session is refused."""
        values = dict(given)
        group_id = values.get("dataCollectionGroupId")
        if group_id is not None and self._writes.session_of_group(group_id) != session["sessionId"]:
            raise Invalid(errors={"dataCollectionGroupId": ["No group of the same session."]})
        return values

    def _not_undone(self, collection_id, values):
        """Leave out a status that says less than the stored one, and with it that there is no end: updates may overtake one another."""
        if "runStatus" in values and not words.has_ended(values["runStatus"]):
            stored = self._writes.status(collection_id)
            if words.has_ended(stored["runStatus"]):
                undone = {"runStatus", *(["endTime"] if values.get("endTime") is None else [])}
                return {name: value for name, value in values.items() if name not in undone}
        return values


def _sweep(values):
    """Take what is said of the workflow of several sweeps out of the values of a data collection; nothing, or one."""
    return [values.pop("SweepWorkflow")] if "SweepWorkflow" in values else []
