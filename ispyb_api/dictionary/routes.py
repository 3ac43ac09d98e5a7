"""/dictionary"""

from flask_restx import Resource

from ispyb_api.auth.guard import requires
from ispyb_api.dictionary.schemas import DictionaryPageSchema, DictionarySchema
from ispyb_api.errors import NotFound
from ispyb_api.http.namespace import Namespace
from ispyb_api.http.services import services

api = Namespace("dictionary", description="What every field means, in which unit, and where it comes from")


@api.route("")
class DictionaryList(Resource):
    @requires()
    @api.returns(DictionaryPageSchema)
    def get(self):
        """List the kinds of rows that there are

        Always all of them.
        """
        found = [
            {name: known[name] for name in ("resource", "meaning", "routes")} | {"fieldCount": len(known["fields"])}
            for known in services().dictionary.resources.values()
        ]
        return {"total": len(found), "results": found, "skip": 0, "limit": len(found)}


@api.route("/<path:resource>")
@api.param("resource", "The path of its routes, without ids: sessions, processings/attachments.")
class Dictionary(Resource):
    @requires()
    @api.returns(DictionarySchema, errors=(404,))
    def get(self, resource):
        """Get what the fields of a kind of row mean

        Those of objects within it too; with type, unit, the column they come from, and whether they may be null.
        """
        known = services().dictionary.resources.get(resource)
        if known is None:
            raise NotFound(f"No routes answer with {resource!r}; GET /dictionary lists what there is.")
        return known
