"""/em: movies and what was made of each, as it is recorded"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.em.repository import CorrectionRepository, CtfRepository
from ispyb_api.em.schemas import ListedCtfSchema, ListedMotionCorrectionSchema, MovieSchema
from ispyb_api.em.schemas_new import (
    MOST,
    MOST_LINES,
    CorrectionOfCollectionSchema,
    CtfOfCollectionSchema,
    CtfPatchSchema,
    IceOfCorrectionSchema,
    MotionCorrectionPatchSchema,
    MovieOfCollectionSchema,
    RecordedRowsSchema,
)
from ispyb_api.em.service import Movies
from ispyb_api.em.service_results import Corrections, Ctfs
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.lists import Rows
from ispyb_api.http.namespace import Namespace
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected

api = Namespace("em recording", path="/em", description="What microscopes and pipelines record, many at a time")

_ALL = "All of them, in the order of their rows"
_OF_COLLECTION = f"/datacollections/<int(max={MAX_ID}):dataCollectionId>"


@api.route(f"{_OF_COLLECTION}/movies")
@api.param("dataCollectionId", "The data collection's row.")
class MoviesOfCollection(Resource):
    @requires()
    @api.accepts(MovieOfCollectionSchema, most=MOST, lines=MOST_LINES)
    @api.returns(MovieSchema, many=True, description=_ALL, counted=RecordedRowsSchema)
    @api.writes()
    def post(self, tx, rows, dataCollectionId):  # noqa: N803 - the contract's name
        """Record movies of a data collection

        All of them, or none.  The same number or path is the same movie: what is sent of it is changed, what is null or absent stays.
        Each may come with its motion correction and CTF.  For instruments, with the permission ingest_data, and staff; results take
        ingest_proc as well.  Of up to 100000 lines (NDJSON) the answer says how many there were.
        """
        return _put(Movies(tx, current_access()), dataCollectionId, rows)


@api.route(f"{_OF_COLLECTION}/motion-corrections")
@api.param("dataCollectionId", "The data collection's row.")
class CorrectionsOfCollection(Resource):
    @requires()
    @api.accepts(CorrectionOfCollectionSchema, most=MOST, lines=MOST_LINES)
    @api.returns(ListedMotionCorrectionSchema, many=True, description=_ALL, counted=RecordedRowsSchema)
    @api.writes()
    def post(self, tx, rows, dataCollectionId):  # noqa: N803
        """Record motion corrections of movies of a data collection

        All of them, or none; each names its movie by its row, number or path.  Of the same movie and run, or without a run of the
        same micrograph, it is the same one again.  For pipelines, with the permission ingest_proc, and staff.
        Of up to 100000 lines (NDJSON) the answer says how many there were.
        """
        return _put(Corrections(tx, current_access()), dataCollectionId, rows)


@api.route(f"{_OF_COLLECTION}/ctfs")
@api.param("dataCollectionId", "The data collection's row.")
class CtfsOfCollection(Resource):
    @requires()
    @api.accepts(CtfOfCollectionSchema, most=MOST, lines=MOST_LINES)
    @api.returns(ListedCtfSchema, many=True, description=_ALL, counted=RecordedRowsSchema)
    @api.writes()
    def post(self, tx, rows, dataCollectionId):  # noqa: N803
        """Record estimates of the contrast transfer function of movies of a data collection

        All of them, or none; each names its motion correction, or a movie, whose latest is meant.  Of the same motion correction and
        run, or without a run of the same picture, it is the same one again.  For pipelines, with the permission ingest_proc,
        and staff.  Of up to 100000 lines (NDJSON) the answer says how many there were.
        """
        return _put(Ctfs(tx, current_access()), dataCollectionId, rows)


@api.route(f"/motion-corrections/<int(max={MAX_ID}):motionCorrectionId>")
@api.param("motionCorrectionId", "The correction's row.")
class MotionCorrection(Resource):
    @requires()
    @api.returns(ListedMotionCorrectionSchema, errors=(404,))
    def get(self, motionCorrectionId):  # noqa: N803
        """Get one motion correction

        With the thickness of the ice.
        """
        with transaction() as tx:
            return CorrectionRepository(tx).get(motionCorrectionId, current_access())

    @requires()
    @api.accepts(MotionCorrectionPatchSchema)
    @api.returns(ListedMotionCorrectionSchema)
    @api.writes()
    def patch(self, tx, given, motionCorrectionId):  # noqa: N803
        """Change a motion correction

        What is absent stays, null clears.  For pipelines, with the permission ingest_proc, and staff of the beamline.
        """
        expecting = expected(ListedMotionCorrectionSchema)
        return Corrections(tx, current_access()).change(motionCorrectionId, given, expecting)


@api.route(f"/motion-corrections/<int(max={MAX_ID}):motionCorrectionId>/ice-thickness")
@api.param("motionCorrectionId", "The correction's row.")
class IceThickness(Resource):
    @requires()
    @api.accepts(IceOfCorrectionSchema)
    @api.returns(ListedMotionCorrectionSchema)
    @api.writes()
    def put(self, tx, given, motionCorrectionId):  # noqa: N803
        """Record how thick the ice is in a corrected movie

        There is one thickness of each; what is null or absent stays.  For pipelines, with the permission ingest_proc, and staff of the
        beamline.  One family of databases has no place for it: 501.
        """
        return Corrections(tx, current_access()).put_ice(
            motionCorrectionId, given, expected(ListedMotionCorrectionSchema)
        )


@api.route(f"/ctfs/<int(max={MAX_ID}):ctfId>")
@api.param("ctfId", "The estimate's row.")
class Ctf(Resource):
    @requires()
    @api.returns(ListedCtfSchema, errors=(404,))
    def get(self, ctfId):  # noqa: N803
        """Get one estimate of the contrast transfer function

        With its movie.
        """
        with transaction() as tx:
            return CtfRepository(tx).get(ctfId, current_access())

    @requires()
    @api.accepts(CtfPatchSchema)
    @api.returns(ListedCtfSchema)
    @api.writes()
    def patch(self, tx, given, ctfId):  # noqa: N803
        """Change an estimate of the contrast transfer function

        What is absent stays, null clears.  For pipelines, with the permission ingest_proc, and staff of the beamline.
        """
        return Ctfs(tx, current_access()).change(ctfId, given, expected(ListedCtfSchema))


def _put(service, collection_id, rows):
    return (service.add_lines if isinstance(rows, Rows) else service.add_all)(collection_id, rows)
