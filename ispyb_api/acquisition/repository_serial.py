"""Write what serial crystallography adds to data collections.  The SQL is in sql/queries/acquisition/serial.sql."""


class SerialWrites:
    """The statements of one transaction; who may, its callers have asked."""

    def __init__(self, tx):
        self._tx = tx

    def put(self, collection_id, values):
        """Make a data collection one of serial crystallography, or change what is known of it as such."""
        of = {"dataCollectionId": collection_id}
        if not self._tx.change("acquisition.change_serial", values, **of):
            self._tx.add("acquisition.add_serial", values, **of)

    def remove(self, collection_id):
        self._tx.run("acquisition.remove_serial", dataCollectionId=collection_id)

    def event_types(self):
        """Return {name in lower case: id} of the kinds of events."""
        return {row["name"].casefold(): row["eventTypeId"] for row in self._tx.all("acquisition.list_event_types")}

    def add_event_type(self, name):
        return self._tx.add("acquisition.add_event_type", {}, name=name)

    def put_chains(self, collection_id, chains):
        """Replace the sequences of a data collection: {name, events}, each event as its columns."""
        self._tx.run("acquisition.remove_events", dataCollectionId=collection_id)
        self._tx.run("acquisition.remove_chains", dataCollectionId=collection_id)
        if not chains:
            return
        named = [{"name": chain.get("name")} for chain in chains]
        made = self._tx.add_all("acquisition.add_chains", named, dataCollectionId=collection_id)
        events = [
            {"eventChainId": chain_id, **event}
            for chain_id, chain in zip(made, chains, strict=True)
            for event in chain["events"]
        ]
        self._tx.add_all("acquisition.add_events", events)
