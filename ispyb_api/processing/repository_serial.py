"""Where serial crystallography left its results, in the database.  The SQL is in sql/queries/processing/serial.sql."""

import os

from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound
from ispyb_api.processing import ways
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

    def rates(self, collections, access):
        """Return {dataCollectionId: row} of the latest rates that are recorded for collections the caller may see."""
        rates = self._tx.part("processing.rates_of_serial_results", collections=collections)
        if not collections or rates is None:
            return {}
        union = ways.also(ways.filled(rates, visible=ways.visible(access)))
        return {
            row["dataCollectionId"]: row for row in self._tx.all("processing.rates_of_collections", {"union": union})
        }

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

    def path(self, file_id, access):
        """Return where a file of a result is, None if that is not recorded."""
        slots = {"visible": ways.visible(access)}
        found = self._tx.one("processing.path_of_serial_file", slots, ssxProcessingResultAttachmentId=file_id)
        if found is None:
            raise NotFound(f"No attachment {file_id} of a result of serial crystallography.")
        folder, name = found["filePath"], found["fileName"]
        return os.path.join(folder, name) if folder and name else None
