"""/ssx/datacollection/processing"""

import flask
from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.errors import Invalid, NotFound
from ispyb_api.files import serving
from ispyb_api.http.encoding import as_json
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace
from ispyb_api.http.services import transaction
from ispyb_api.processing import serial
from ispyb_api.processing.repository_serial import SerialRepository, SerialResultRepository
from ispyb_api.processing.schemas_serial import (
    SerialCellsArguments,
    SerialCellsSchema,
    SerialCollectionsArguments,
    SerialHistogramsSchema,
    SerialStatsSchema,
)

api = Namespace("ssx", path="/ssx/datacollection/processing", description="What serial crystallography found")

_LARGEST = 64 * 2**20  # bytes of a file that is read: cells of half a million crystals
_MOST_CELLS = 2_000_000  # that are held in memory for one answer
_AT_ONCE = 10_000  # cells that are read together


def _contents(collections, name, understood):
    """Yield (dataCollectionId, what is in its latest file of that name that can be read and understood)."""
    with transaction() as tx:
        files = SerialRepository(tx).files(collections, name, current_access())
    for number, paths in files.items():
        texts = (serving.read(path, _LARGEST) for path in paths)
        found = next((each for text in texts if text is not None and (each := understood(text)) is not None), None)
        if found is not None:
            yield number, found


def _pieces(found):
    """Yield the cells of a result some thousand at a time, each in a transaction of its own."""
    for after in range(0, found["nbCells"], _AT_ONCE):
        with transaction() as tx:
            until = min(after + _AT_ONCE, found["nbCells"])
            yield SerialRepository(tx).cells(found["ssxProcessingResultId"], after, until)


def _cells(collections):
    """Yield (dataCollectionId, some of its cells): of its latest result that has some, else of its latest file of cells."""
    with transaction() as tx:
        results = SerialRepository(tx).with_cells(collections, current_access())
    for number, found in results.items():
        yield from ((number, cells) for cells in _pieces(found))
    yield from _contents([each for each in collections if each not in results], "ssx_cells.json", serial.cells)


def _streamed(first, pieces):
    """Return an answer that is sent while the cells are read; ``first`` have been read already."""

    def text():
        yield '{"unit_cells":['
        yield as_json(first)[1:-1]
        for _, cells in pieces:
            yield "," + as_json(cells)[1:-1]
        yield "]}"

    return flask.Response(flask.stream_with_context(text()), mimetype="application/json")


@api.route("/stats")
class SerialStats(Resource):
    @requires()
    @api.accepts(SerialCollectionsArguments, "query")
    @api.returns(SerialStatsSchema, many=True)
    def get(self, arguments):
        """Get how many images were hits and were indexed

        Of several data collections: as the latest result counted them, else from the latest ssx_stats.json that was recorded
        for each, else from the rates of the latest result; those without any of them are left out.
        """
        collections = arguments["dataCollectionIds"]
        with transaction() as tx:
            results = SerialRepository(tx).counts(collections, current_access())
        found = {number: serial.counted(each) for number, each in results.items()}
        inexact = [each for each in collections if each not in results or results[each]["nbHits"] is None]
        found |= _contents(inexact, "ssx_stats.json", serial.stats)
        return [{"dataCollectionId": number, **found[number]} for number in sorted(found)]


@api.route(f"/results/attachments/<int(max={MAX_ID}):ssxProcessingResultAttachmentId>")
@api.param("ssxProcessingResultAttachmentId", "The file's row.")
class SerialFile(Resource):
    @requires()
    @api.sends("application/octet-stream", "image/*", "text/plain")
    def get(self, ssxProcessingResultAttachmentId):  # noqa: N803 - the column's name
        """Get a file of a result

        404 says whether none is recorded, it lies outside the served folders, or it cannot be read.
        """
        with transaction() as tx:
            path = SerialResultRepository(tx).path(ssxProcessingResultAttachmentId, current_access())
        return serving.send(path, "file of a result")


@api.route("/cells")
class SerialCells(Resource):
    @requires()
    @api.accepts(SerialCellsArguments, "query")
    @api.returns(SerialCellsSchema, errors=(404,))
    def get(self, arguments):
        """Get the cells of all crystals of a data collection

        Those of its latest result that has some, sent while they are read; else from the latest ssx_cells.json that was
        recorded for it.
        """
        number = arguments["dataCollectionId"]
        pieces = _cells([number])
        for _, first in pieces:
            return _streamed(first, pieces)
        raise NotFound(f"No cells of data collection {number}, or none that can be read.")


@api.route("/cells/histogram")
class SerialCellsHistogram(Resource):
    @requires()
    @api.accepts(SerialCollectionsArguments, "query")
    @api.returns(SerialHistogramsSchema)
    def get(self, arguments):
        """Get how the cells of data collections spread

        Histograms of 50 bins over the values of all of them, without those further than 1.5 times the interquartile range
        from the middle half; the median is that of all values.
        """
        columns, counted = serial.Columns(), []
        for number, cells in _cells(arguments["dataCollectionIds"]):
            columns.add(cells)
            counted += [number] if number not in counted else []
            if len(columns) > _MOST_CELLS:
                message = f"These have more than {_MOST_CELLS} cells: ask for fewer."
                raise Invalid(errors={"dataCollectionIds": [message]})
        return {"dataCollectionIds": sorted(counted), **columns.histograms()}
