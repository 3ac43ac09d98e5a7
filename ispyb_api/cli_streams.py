"""Record a stream of CrystFEL as a result of serial crystallography; it may be larger than memory."""

import contextlib
import gzip
import zlib

from ispyb_api import cli_known as known
from ispyb_api.http.lists import Rows
from ispyb_api.importing import crystfel
from ispyb_api.importing.result import Unreadable
from ispyb_api.processing.schemas_serial_new import NewSerialCellSchema, NewSerialResultSchema
from ispyb_api.processing.service_serial import SerialResults
from ispyb_api.processing.statuses import SUCCESS

_MOST_CELLS = 10_000_000
_COMPRESSED = b"\x1f\x8b"


@contextlib.contextmanager
def lines(path):
    """Open a stream, which may be gzipped, line by line; raise Unreadable where its compressed form is cut or damaged."""
    with path.open("rb") as file:
        compressed = file.read(2) == _COMPRESSED
    with (gzip.open if compressed else open)(path, "rt", encoding="utf-8", errors="replace") as opened:
        try:
            yield opened
        except (EOFError, zlib.error, gzip.BadGzipFile):
            raise Unreadable("The compressed stream breaks off, or is damaged.") from None


def is_stream(path):
    """Tell by its beginning whether a file is a stream of CrystFEL."""
    with lines(path) as opened:
        return opened.read(len(crystfel.BEGINNING)) == crystfel.BEGINNING


def body(path, found, collection, program=None):
    """Return what is recorded of a stream that was read, besides its cells."""
    return {
        "dataCollectionId": collection,
        "indexingType": "Final",
        "status": SUCCESS,
        "comments": program or found.version,
        "nbImages": found.images,
        "nbHits": found.hits,
        "nbIndexed": found.indexed,
        "laticeType": found.lattice,
        "SSXProcessingResultAttachment": [known.file_of(path, "Processing results")],
    }


def record(tx, view, path, sent):
    """Record a stream with all its cells; return the result's id."""
    results = SerialResults(tx, view)
    made, _ = results.add(NewSerialResultSchema().load({name: each for name, each in sent.items() if each is not None}))
    number = made["ssxProcessingResultId"]
    if any(True for _ in _cells(path)):
        results.add_cells(number, Rows(NewSerialCellSchema(), lambda: _cells(path), _MOST_CELLS))
    return number


def _cells(path):
    with lines(path) as opened:
        for number, cell in enumerate(crystfel.cells(opened), 1):
            yield f"Crystal {number}", cell
