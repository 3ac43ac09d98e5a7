"""/ssx/datacollection/processing: results as pipelines record them, and how a data collection goes"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected
from ispyb_api.processing.repository_serial import SerialResultRepository
from ispyb_api.processing.schemas_serial import SerialCollectionsArguments, SerialResultSchema
from ispyb_api.processing.schemas_serial_new import (
    LiveSerialSchema,
    NewSerialCellSchema,
    NewSerialResultSchema,
    RecordedCellsSchema,
    SerialResultPatchSchema,
)
from ispyb_api.processing.service_serial import SerialResults

api = Namespace("ssx results", path="/ssx/datacollection/processing", description="What serial crystallography finds")

_MOST_CELLS = 100_000  # that are recorded by one request


@api.route("/results")
class SerialResultList(Resource):
    @requires()
    @api.accepts(SerialCollectionsArguments, "query")
    @api.returns(SerialResultSchema, many=True)
    def get(self, arguments):
        """List the results of data collections

        As they are recorded, with the names of their files; the latest first for each data collection.
        """
        with transaction() as tx:
            return SerialResultRepository(tx).results(arguments["dataCollectionIds"], current_access())

    @requires()
    @api.accepts(NewSerialResultSchema)
    @api.returns(SerialResultSchema, 201, "Made", found="One of this kind was under way, and is changed")
    @api.writes()
    def post(self, tx, given):
        """Record what is found in the images of a data collection, while it is being found

        While a result of this kind runs for the collection, that one is changed, with 200.  Rates follow from counts.  For pipelines,
        with the permission ingest_proc, and staff of the beamline.
        """
        result, new = SerialResults(tx, current_access()).add(given)
        return created(result, result["ssxProcessingResultId"], new=new)


@api.route(f"/results/<int(max={MAX_ID}):ssxProcessingResultId>")
@api.param("ssxProcessingResultId", "The result's row.")
class SerialResult(Resource):
    @requires()
    @api.returns(SerialResultSchema, errors=(404,))
    def get(self, ssxProcessingResultId):  # noqa: N803 - the column's name
        """Get one result

        With the names of its files.
        """
        with transaction() as tx:
            return SerialResultRepository(tx).get(ssxProcessingResultId, current_access())

    @requires()
    @api.accepts(SerialResultPatchSchema)
    @api.returns(SerialResultSchema)
    @api.writes()
    def patch(self, tx, given, ssxProcessingResultId):  # noqa: N803
        """Record further counts, files, and how it ended

        What is absent stays, null clears.  Counts of fewer images than are counted already came late and are left out, as is a
        status that says of an ended result that it runs.  For pipelines, with the permission ingest_proc, and staff of the beamline.
        """
        expecting = expected(SerialResultSchema)
        return SerialResults(tx, current_access()).change(ssxProcessingResultId, given, expecting)


@api.route(f"/results/<int(max={MAX_ID}):ssxProcessingResultId>/cells")
@api.param("ssxProcessingResultId", "The result's row.")
class SerialResultCells(Resource):
    @requires()
    @api.accepts_rows(NewSerialCellSchema, most=_MOST_CELLS)
    @api.returns(RecordedCellsSchema, description="Recorded")
    @api.writes()
    def post(self, tx, rows, ssxProcessingResultId):  # noqa: N803
        """Record cells of crystals, behind those that are there

        A list, or an object on each line (NDJSON), of up to 100000 cells; all or nothing, and errors name their rows.  With an
        Idempotency-Key a repeated request records nothing twice.  For pipelines, with the permission ingest_proc, and staff of the
        beamline.
        """
        return SerialResults(tx, current_access()).add_cells(ssxProcessingResultId, rows)


@api.route("/live")
class SerialLive(Resource):
    @requires()
    @api.accepts(SerialCollectionsArguments, "query")
    @api.returns(LiveSerialSchema, many=True)
    def get(self, arguments):
        """Get what is counted now, and how fast

        Of several data collections, what the latest result of each says; those without counts are left out.  One statement: it may be
        asked every second.
        """
        with transaction() as tx:
            return SerialResultRepository(tx).live(arguments["dataCollectionIds"], current_access())
