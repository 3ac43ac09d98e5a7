"""Write samples.  The SQL is in sql/queries/samples/writing.sql."""

from ispyb_api.samples.repository import SampleRepository

PROGRAM = "ispyb-api"


class SampleWrites(SampleRepository):
    """Samples as GET shows them, and the statements that change them; who may, its callers have asked."""

    def lock(self, sample_id):
        """Keep others from changing a sample until the transaction ends."""
        self._tx.lock("samples.lock_sample", blSampleId=sample_id)

    def add(self, name, values):
        """Make a sample; return its id."""
        return self._tx.add("samples.add_sample", {**values, **self._made_by()}, name=name)

    def add_all(self, container_id, rows):
        """Make samples of a container; return their ids in the same order."""
        rows = [{**row, **self._made_by()} for row in rows]
        return self._tx.add_all("samples.add_samples", rows, containerId=container_id)

    def change(self, sample_id, values):
        """Change columns of a sample."""
        self._tx.change("samples.change_sample", values, blSampleId=sample_id)

    def remove(self, sample_id):
        """Drop a sample, with what one family's tables alone say of it."""
        for part in ("samples.remove_sample_positions", "samples.remove_sample_positioners"):
            if self._tx.part(part):
                self._tx.run(part, blSampleId=sample_id)
        self._tx.run("samples.remove_sample", blSampleId=sample_id)

    def location(self, sample_id):
        """Return where in its container a sample is, as it is recorded."""
        return self._tx.value("samples.location_of_sample", blSampleId=sample_id)

    def called(self, proposal_id, protein_id, name):
        """Return the id of the latest sample of a protein of the proposal that has this name, or None."""
        values = {"proposalId": proposal_id, "proteinId": protein_id, "name": name}
        return self._tx.value("samples.sample_called", **values)

    def alike(self, crystal_id):
        """Return how many samples there are of a crystal form."""
        return self._tx.value("samples.samples_alike", crystalId=crystal_id)

    def traces(self, sample_id):
        """Return what was done with a sample, and what waits to be done, as {words: how many}."""
        found = self._tx.one("samples.traces_of_sample", blSampleId=sample_id)
        if self._tx.part("samples.queued_samples_of"):
            found["queued"] = self._tx.value("samples.queued_samples_of", blSampleId=sample_id)
        return found

    def _made_by(self):
        return {"source": PROGRAM} if "source" in self._tx.columns("BLSample") else {}


class SlotRepository:
    """Containers, and the places in them."""

    def __init__(self, tx):
        self._tx = tx

    def container(self, container_id):
        """Return {containerId, code, capacity, proposalId} of a container, or None."""
        return self._tx.one("samples.container_to_fill", containerId=container_id)

    def hold(self, container_id):
        """Keep others from putting samples into a container; return the samples in it: {blSampleId, name, location, subLocation}."""
        self._tx.lock("samples.hold_container", containerId=container_id)
        return self._tx.all("samples.slots_of_container", containerId=container_id)
