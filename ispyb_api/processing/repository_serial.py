"""Where serial crystallography left its results, in the database.  The SQL is in sql/queries/processing/serial.sql."""

import os

from ispyb_api.db.queries import Clause
from ispyb_api.processing import ways


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

    def _rows(self, collections, name):
        given = {"collections": collections, "fileName": name}
        slots = {"union": ways.also(ways.programs_of(self._tx, collections))}
        results = self._tx.part("processing.files_of_serial_results", **given)
        if results:
            slots["union_results"] = Clause(f"UNION\n{results.sql}", results.params)
        return self._tx.all("processing.files_of_serial", slots, **given)
