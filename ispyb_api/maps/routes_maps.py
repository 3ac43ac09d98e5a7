"""/datacollections/{dataCollectionId}/maps and /mapping/maps: maps of fluorescence as instruments record them"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, below_prefix
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected
from ispyb_api.maps.schemas import MapSchema, WholeMapSchema
from ispyb_api.maps.schemas_new import MapPatchSchema, NewMapSchema
from ispyb_api.maps.service_maps import Maps

recorded = Namespace("maps", path="/datacollections", description="Maps of fluorescence, as they are measured")
api = Namespace("whole maps", path="/mapping", description="Maps of fluorescence with their values")

_MOST = 20  # maps of one collection that are recorded by one request


@recorded.route(f"/<int(max={MAX_ID}):dataCollectionId>/maps")
@recorded.param("dataCollectionId", "The data collection's row.")
class CollectionMaps(Resource):
    @requires()
    @recorded.accepts(NewMapSchema, most=_MOST)
    @recorded.returns(MapSchema, 201, "Recorded", many=True)
    @recorded.writes()
    def post(self, tx, given, dataCollectionId):  # noqa: N803 - the contract's name
        """Record maps of fluorescence of a grid scan

        A list of one or more, one for each region, all or nothing; answered in the same order.  One of a grid and a region that is
        there is changed, so a map may grow while it is measured.  For instruments, with the permission ingest_data, and staff of
        the beamline.
        """
        return [_addressed(row) for row in Maps(tx, current_access()).put(dataCollectionId, given)]


@api.route(f"/maps/<int(max={MAX_ID}):xrfFluorescenceMappingId>")
@api.param("xrfFluorescenceMappingId", "The map's row.")
class WholeMap(Resource):
    @requires()
    @api.returns(WholeMapSchema, errors=(404,))
    def get(self, xrfFluorescenceMappingId):  # noqa: N803
        """Get one map with its values

        In the order in which they were measured; its picture is at /mapping/{xrfFluorescenceMappingId}.
        """
        with transaction() as tx:
            return _addressed(Maps(tx, current_access()).get(xrfFluorescenceMappingId))

    @requires()
    @api.accepts(MapPatchSchema)
    @api.returns(WholeMapSchema)
    @api.writes()
    def patch(self, tx, given, xrfFluorescenceMappingId):  # noqa: N803
        """Change how a map is drawn, or some of its values

        What is absent stays, null clears; values are those from the place first on, the others stay.
        """
        unchanged = expected(WholeMapSchema)
        found = Maps(tx, current_access()).change(
            xrfFluorescenceMappingId, given, lambda row: unchanged(_addressed(row))
        )
        return _addressed(found)


def _addressed(row):
    """Return a map with the path of its picture."""
    row["_metadata"]["url"] = below_prefix(f"/mapping/{row['xrfFluorescenceMappingId']}")
    return row
