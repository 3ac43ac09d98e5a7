"""Where serial crystallography left its results, in the database.  The SQL is in sql/queries/processing/serial.sql."""

import os
import time

from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound
from ispyb_api.processing import counting, ways
from ispyb_api.processing.statuses import status


class SerialRepository:
    def __init__(self, tx):
        self._tx = tx

    def files(self, collections, name, access):
        """Return {dataCollectionId: [paths of files of that name, the latest first]} of collections the caller may see."""
        found = {each: [] for each in ways.seen_collections(self._tx, access, collections)}
        if found:
            for row in self._rows(list(found), name):
                if row["filePath"]:
                    found[row["dataCollectionId"]].append(os.path.join(row["filePath"], row["fileName"]))
        return found

    def counts(self, collections, access):
        """Return {dataCollectionId: row} of what the latest result says of collections the caller may see."""
        return self._latest("processing.counts_of_serial_results", collections, access)

    def with_cells(self, collections, access):
        """Return {dataCollectionId: {ssxProcessingResultId, nbCells}} of the latest results that have cells."""
        return self._latest("processing.results_with_cells", collections, access)

    def cells(self, result_id, after, until):
        """Return the cells of a result with these numbers, as lists of six numbers."""
        key = {"ssxProcessingResultId": result_id, "after": after, "until": until}
        return [list(row.values()) for row in self._tx.all("processing.cells_of_serial_result", **key)]

    def _latest(self, name, collections, access):
        """Return the last row of each collection; nothing where the database keeps no such results."""
        if self._tx.part(name) is None:
            return {}
        rows = self._tx.all(name, {"visible": ways.visible(access)}, collections=collections)
        return {row["dataCollectionId"]: row for row in rows}

    def _rows(self, collections, name):
        given = {"collections": collections, "fileName": name}
        slots = {"union": ways.also(ways.programs_of(self._tx, collections))}
        results = self._tx.part("processing.files_of_serial_results", **given)
        if results:
            slots["union_results"] = Clause(f"UNION\n{results.sql}", results.params)
        return self._tx.all("processing.files_of_serial", slots, **given)


class SerialResultRepository:
    """Results as one family keeps them, in tables of their own."""

    def __init__(self, tx):
        self._tx = tx

    def results(self, collections, access):
        """Return the results of collections that the caller may see, each with its files."""
        found, seen = {}, ways.seen_collections(self._tx, access, collections)
        for row in self._tx.all("processing.list_serial_results", collections=seen):
            file = row.pop("file")
            row["status"] = status(row["status"])
            result = found.setdefault(row["ssxProcessingResultId"], {**row, "SSXProcessingResultAttachment": []})
            result["SSXProcessingResultAttachment"] += [file] if file else []
        return list(found.values())

    def get(self, result_id, access):
        """Return one result by its id."""
        collection_id = self._tx.value("processing.collection_of_serial_result", ssxProcessingResultId=result_id)
        found = self.results([collection_id], access) if collection_id is not None else []
        for row in found:
            if row["ssxProcessingResultId"] == result_id:
                return row
        raise NotFound(f"No result {result_id} of serial crystallography.")

    def live(self, collections, access):
        """Return the latest result that counts of each collection, with how fast it goes."""
        slots, now = {"visible": ways.visible(access)}, time.time()
        rows = self._tx.all("processing.live_serial_results", slots, collections=collections)
        return [_live(row, now) for row in {row["dataCollectionId"]: row for row in rows}.values()]

    def path(self, file_id, access):
        """Return where a file of a result is, None if that is not recorded."""
        slots = {"visible": ways.visible(access)}
        found = self._tx.one("processing.path_of_serial_file", slots, ssxProcessingResultAttachmentId=file_id)
        if found is None:
            raise NotFound(f"No attachment {file_id} of a result of serial crystallography.")
        folder, name = found["filePath"], found["fileName"]
        return os.path.join(folder, name) if folder and name else None


def _live(row, now):
    speeds = counting.speeds(row, now)
    shown = {name: value for name, value in row.items() if not name.startswith(("window", "counted"))}
    age = max(0.0, round(now - row["countedAt"], 1))
    return {**shown, "status": status(row["status"]), "secondsSinceCounted": age, **speeds}
