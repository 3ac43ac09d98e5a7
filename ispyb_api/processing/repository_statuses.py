"""What became of data collections, from the database.  The SQL is in sql/queries/processing/."""

from ispyb_api.db.queries import Clause
from ispyb_api.processing import ways
from ispyb_api.processing.statuses import status


class StatusRepository:
    def __init__(self, tx):
        self._tx = tx

    def of_collections(self, collections, access):
        """Return what became of everything that was made of some collections, {"statuses": {dataCollectionId: ...}}."""
        found = {each: _nothing_yet() for each in ways.seen_collections(self._tx, access, collections)}
        if found:
            for row in self._rows(list(found)):
                _add(found[row["dataCollectionId"]], row)
        return {"statuses": found}

    def _rows(self, collections):
        programs = self._tx.part("processing.statuses_of_programs")
        parts = [
            ways.filled(programs, union=ways.also(ways.programs_of(self._tx, collections))),
            self._tx.part("processing.statuses_of_centrings", collections=collections),
            self._tx.part("processing.numbers_of_electron_microscopy", collections=collections),
        ]
        union = "".join(f"\n UNION\n{part.sql}" for part in parts if part)
        slots = {"union": Clause(union, {"collections": collections})}
        return self._tx.all("processing.statuses", slots, collections=collections)


def _nothing_yet():
    counts = {"movie": 0, "motionCorrection": 0, "ctf": 0}
    return {"screening": {}, "xrc": {}, "autoIntegration": {}, "processing": {}, "em": counts}


def _add(statuses, row):
    kind, name = row["kind"], row["name"] or "unknown"
    if kind == "em":
        statuses["em"][name] = row["detail"]
        return
    entry = {"status": status(row["status"])}
    if kind == "screening":
        entry["indexingSuccess"] = row["detail"]
    elif kind == "program":
        entry["autoProcProgramId"] = row["id"]
        kind = "autoIntegration" if row["detail"] else "processing"
    statuses[kind].setdefault(name, []).append(entry)
