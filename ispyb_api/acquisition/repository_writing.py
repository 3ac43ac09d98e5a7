"""Write data collections and their groups.  The SQL is in sql/queries/acquisition/writing.sql and samples.sql."""

from ispyb_api.acquisition.repository_workflows_writing import WorkflowWrites
from ispyb_api.db.listing import conjunction
from ispyb_api.db.queries import Clause
from ispyb_api.processing import ways


class AcquisitionWrites:
    """The statements of one transaction; who may, its callers have asked."""

    def __init__(self, tx):
        self._tx = tx

    def session_of_group(self, group_id):
        """Return the session of a group, None if there is no such group."""
        return self._tx.value("acquisition.session_of_group", dataCollectionGroupId=group_id)

    def session_of_collection(self, collection_id):
        """Return the session of a data collection, None if there is no such collection."""
        return self._tx.value("acquisition.session_of_collection", dataCollectionId=collection_id)

    def is_workflow_of_others(self, workflow_id, proposal_id):
        """Tell whether a workflow was run for another proposal."""
        return any(row["proposalId"] != proposal_id for row in WorkflowWrites(self._tx).sessions(workflow_id))

    def are_programs_of(self, programs, proposal_id):
        """Tell whether all these runs of programs are there, and none of them worked on data of another proposal."""
        there = self._tx.all("acquisition.programs_there", programs=list(programs))
        among = conjunction(Clause("pg.autoProcProgramId IN (:programs)", {"programs": list(programs)}))
        union = ways.also(ways.programs_within(self._tx, where=among))
        rows = self._tx.all("acquisition.proposals_of_programs", {"union": union})
        return len(there) == len(programs) and {row["proposalId"] for row in rows} <= {proposal_id}

    def choices(self, table, column):
        """Return the words that a column takes; none if it takes any."""
        held = self._tx.columns(table).get(column.lower())
        return held.choices if held else ()

    def add_group(self, session_id, values):
        return self._tx.add("acquisition.add_group", values, sessionId=session_id)

    def change_group(self, group_id, values):
        self._tx.change("acquisition.change_group", values, dataCollectionGroupId=group_id)

    def give_sample(self, group_id, sample_id):
        """Make a sample the group's, if that has none."""
        self._tx.run("acquisition.give_sample_to_group", dataCollectionGroupId=group_id, blSampleId=sample_id)

    def add_collection(self, group_id, values):
        return self._tx.add("acquisition.add_collection", values, dataCollectionGroupId=group_id)

    def change_collection(self, collection_id, values):
        self._tx.change("acquisition.change_collection", values, dataCollectionId=collection_id)

    def put_sweep(self, collection_id, values):
        """Note by which workflow of several sweeps a data collection was made; None forgets it."""
        self._tx.run("acquisition.forget_sweep", dataCollectionId=collection_id)
        if values is not None:
            self._tx.add("acquisition.add_sweep", values, dataCollectionId=collection_id)

    def status(self, collection_id):
        """Return how far a collection is: {runStatus, endTime}."""
        return self._tx.one("acquisition.status_of_collection", dataCollectionId=collection_id)

    def with_files(self, session_id, values):
        """Return the collection of the session with the same folder, prefix and run number, None if these are not given."""
        key = {name: values.get(name) for name in ("imageDirectory", "imagePrefix", "dataCollectionNumber")}
        if None in key.values():
            return None
        return self._tx.value("acquisition.collection_with_files", sessionId=session_id, **key)

    def sample(self, proposal_id, values):
        """Return the proposal's sample that is meant: by its row, its barcode, or its slot; None if nothing leads to one."""
        if values.get("blSampleId"):
            return self._tx.value("acquisition.sample_by_id", proposalId=proposal_id, blSampleId=values["blSampleId"])
        found = None
        if values.get("actualSampleBarcode"):
            code = values["actualSampleBarcode"]
            found = self._tx.value("acquisition.sample_by_barcode", proposalId=proposal_id, code=code)
        barcode, slot = values.get("actualContainerBarcode"), values.get("actualSampleSlotInContainer")
        if found is None and barcode and slot is not None:
            found = self._tx.value(
                "acquisition.sample_in_slot", proposalId=proposal_id, barcode=barcode, slot=str(slot)
            )
        return found

    def position(self, proposal_id, sub_sample_id):
        """Return a position on a sample of the proposal: {blSubSampleId, blSampleId}; or None."""
        return self._tx.one("acquisition.position_on_sample", proposalId=proposal_id, blSubSampleId=sub_sample_id)


class ImageWrites:
    """The statements that record single images.  The SQL is in sql/queries/acquisition/images.sql."""

    def __init__(self, tx):
        self._tx = tx

    @property
    def columns(self):
        return self._tx.columns("Image")

    def faults(self, row):
        """Return what the table cannot hold of a row."""
        return self._tx.faults("Image", row)

    def known(self, collection_id, numbers):
        """Return which of the images with these numbers are recorded: {number: id}."""
        rows = self._tx.all("acquisition.images_with_numbers", dataCollectionId=collection_id, numbers=numbers)
        return {row["imageNumber"]: row["imageId"] for row in rows}

    def add_all(self, collection_id, rows):
        """Record images; return their ids in the same order."""
        return self._tx.add_all("acquisition.add_images", rows, dataCollectionId=collection_id)

    def change_all(self, rows):
        """Change images; ``rows`` are [(id, {column: value})]."""
        self._tx.change_all("acquisition.change_images", "imageId", rows)
