"""Write results of serial crystallography.  The SQL is in sql/queries/processing/serial_writing.sql."""

from ispyb_api.processing.statuses import RUNNING, recorded

_CELLS = "api_serial_cell"
_OF_CELL = ("imageNumber", "a", "b", "c", "alpha", "beta", "gamma")


class SerialResultWrites:
    """The statements of one transaction; who may, its callers have asked."""

    def __init__(self, tx):
        self._tx = tx

    def session_of(self, result_id):
        """Return the session of a result's data collection, None if there is no such result."""
        return self._tx.value("processing.session_of_serial_result", ssxProcessingResultId=result_id)

    def running(self, collection_id, kind):
        """Return the id of the latest result of this kind of a collection, if its program still runs."""
        running = self._status(RUNNING)
        return self._tx.value(
            "processing.running_serial_result", dataCollectionId=collection_id, indexingType=kind, status=running
        )

    def state(self, result_id):
        """Return a result with what it has counted."""
        return self._tx.one("processing.state_of_serial_result", ssxProcessingResultId=result_id)

    def add(self, collection_id, values, counts):
        """Make a result; return its id."""
        result_id = self._tx.add("processing.add_serial_result", self._kept(values), dataCollectionId=collection_id)
        self.begin(result_id, counts)
        return result_id

    def begin(self, result_id, counts):
        """Begin to count."""
        self._tx.add("processing.add_serial_counts", counts, ssxProcessingResultId=result_id)

    def change(self, result_id, values):
        """Change columns of a result."""
        self._tx.change("processing.change_serial_result", self._kept(values), ssxProcessingResultId=result_id)

    def count(self, result_id, counts):
        """Change what a result has counted."""
        self._tx.change("processing.change_serial_counts", counts, ssxProcessingResultId=result_id)

    def attach(self, result_id, files):
        """Record files of a result; of one that is there the kind and the time are changed."""
        for file in files:
            key = {"ssxProcessingResultId": result_id, "filePath": file["filePath"], "fileName": file["fileName"]}
            kind = {"fileType": file["fileType"]}
            if not self._tx.change("processing.change_serial_file", kind, **key):
                self._tx.add("processing.add_serial_file", kind, **key)

    @property
    def columns_of_cells(self):
        return self._tx.columns(_CELLS)

    def faults_of_cell(self, row):
        """Return what the table cannot hold of a cell."""
        return self._tx.faults(_CELLS, row)

    def add_cells(self, result_id, after, cells):
        """Record cells, numbered from the one ``after`` on."""
        rows = [
            (result_id, number, *(cell.get(name) for name in _OF_CELL)) for number, cell in enumerate(cells, after + 1)
        ]
        self._tx.add_many("processing.add_serial_cells", ("ssxProcessingResultId", "cellNumber", *_OF_CELL), rows)

    def _kept(self, values):
        if "status" not in values:
            return values
        return {**values, "status": self._status(values["status"])}

    def _status(self, meaning):
        """Return how this database writes a status down."""
        column = self._tx.columns("SSXProcessingResult").get("status")
        return recorded(meaning, column, begun=True) if column else None
