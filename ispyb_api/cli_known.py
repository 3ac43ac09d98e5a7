"""What was imported before: a result of the same data collections that names the same file."""

from ispyb_api.db.listing import conjunction
from ispyb_api.db.queries import Clause
from ispyb_api.processing import ways


class AlreadyThereError(Exception):
    """Nothing is to be recorded; the message says what is there already."""


def file_of(path, kind):
    """Return how a result names the file that it was read from."""
    whole = path.resolve()
    return {"fileName": whole.name, "filePath": str(whole.parent), "fileType": kind}


def run(tx, file, program, collections):
    """Return the latest run of a program, on just these data collections, that names the file; None if there is none."""
    among = conjunction(Clause("d.dataCollectionId IN (:collections)", {"collections": sorted(set(collections))}))
    union = ways.also(ways.programs_within(tx, where=among))
    for row in _naming(file, tx.all("importing.runs_of_file", {"union": union}, **_place(file))):
        number = row["autoProcProgramId"]
        if row["processingPrograms"] == program and set(ways.collections_of_program(tx, number)) == set(collections):
            return number
    return None


def serial_result(tx, file, collection_id):
    """Return the latest result of serial crystallography of a data collection that names the file; None if there is none."""
    rows = _naming(file, tx.all("importing.results_of_file", dataCollectionId=collection_id, **_place(file)))
    return next((row["ssxProcessingResultId"] for row in rows), None)


def _place(file):
    return {name: file[name] for name in ("fileName", "filePath")}


def _naming(file, rows):
    """Leave the rows that name just this file: databases take Run.xml for run.xml."""
    return [row for row in rows if _place(row) == _place(file)]
