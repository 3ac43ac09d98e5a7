"""/ssx/datacollection/processing"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.errors import Invalid, NotFound
from ispyb_api.files import serving
from ispyb_api.http.namespace import Namespace
from ispyb_api.http.services import transaction
from ispyb_api.processing import serial
from ispyb_api.processing.repository_serial import SerialRepository
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

        Of several data collections, from the latest ssx_stats.json that was recorded for each; those without are left out.
        """
        found = _contents(arguments["dataCollectionIds"], "ssx_stats.json", serial.stats)
        return [{"dataCollectionId": number, **each} for number, each in found]


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
