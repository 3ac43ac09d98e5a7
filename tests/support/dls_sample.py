"""The rows of a real ISPyB database, one file a table."""

from ispyb_api.db.load_tsv import load_folder
from tests.support import facts


def folder():
    """Return the folder of the files; skip where it is absent."""
    return facts.path("data/dls-sample")


def load(engine):
    """Load the sample into a database; return what became of each file."""
    return load_folder(engine, folder())


def counts():
    """Return ``{table: number of rows}`` of the files."""
    return {path.stem: path.read_bytes().count(b"\n") - 1 for path in sorted(folder().glob("*.tsv"))}
