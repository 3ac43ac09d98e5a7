"""/ssx/datacollection/processing"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.errors import Invalid, NotFound
from ispyb_api.files import serving
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
    SerialResultSchema,
    SerialStatsSchema,
)

api = Namespace("ssx", path="/ssx/datacollection/processing", description="What serial crystallography found")

_LARGEST = 64 * 2**20  # bytes of a file that is read: cells of half a million crystals
_MOST_CELLS = 2_000_000  # that are held in memory for one answer


def _contents(collections, name, understood):
    """Yield (dataCollectionId, what is in its latest file of that name that can be read and understood)."""
    with transaction() as tx:
        files = SerialRepository(tx).files(collections, name, current_access())
    for number, paths in files.items():
        texts = (serving.read(path, _LARGEST) for path in paths)
        found = next((each for text in texts if text is not None and (each := understood(text)) is not None), None)
        if found is not None:
            yield number, found


@api.route("/stats")
class SerialStats(Resource):
    @requires()
    @api.accepts(SerialCollectionsArguments, "query")
    @api.returns(SerialStatsSchema, many=True)
    def get(self, arguments):
        """Get how many images were hits and were indexed

        Of several data collections, from the latest ssx_stats.json that was recorded for each, else from the rates of its
        latest result; those without either are left out.
        """
        collections = arguments["dataCollectionIds"]
        found = dict(_contents(collections, "ssx_stats.json", serial.stats))
        with transaction() as tx:
            rates = SerialRepository(tx).rates(sorted(set(collections) - found.keys()), current_access())
        found |= {number: serial.counted(each) for number, each in rates.items()}
        return [{"dataCollectionId": number, **found[number]} for number in sorted(found)]


@api.route("/results")
class SerialResults(Resource):
    @requires()
    @api.accepts(SerialCollectionsArguments, "query")
    @api.returns(SerialResultSchema, many=True)
    def get(self, arguments):
        """List the results of data collections

        As they are recorded, with the names of their files; the latest first for each data collection.
        """
        with transaction() as tx:
            return SerialResultRepository(tx).results(arguments["dataCollectionIds"], current_access())


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

        From the latest ssx_cells.json that was recorded for it.
        """
        number = arguments["dataCollectionId"]
        for _, cells in _contents([number], "ssx_cells.json", serial.cells):
            return {"unit_cells": cells}
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
        for number, cells in _contents(arguments["dataCollectionIds"], "ssx_cells.json", serial.cells):
            columns.add(cells)
            counted.append(number)
            if len(columns) > _MOST_CELLS:
                message = f"These have more than {_MOST_CELLS} cells: ask for fewer."
                raise Invalid(errors={"dataCollectionIds": [message]})
        return {"dataCollectionIds": counted, **columns.histograms()}
