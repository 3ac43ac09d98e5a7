"""/links"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected
from ispyb_api.links.repository import LinkRepository
from ispyb_api.links.schemas import LinkArguments, LinkPageSchema, LinkPatchSchema, LinkSchema, NewLinkSchema
from ispyb_api.links.service import Links

api = Namespace("links", description="Pages elsewhere about shipments, proteins, crystals and samples")


@api.route("")
class LinkList(Resource):
    @requires()
    @api.accepts(LinkArguments, "query")
    @api.returns(LinkPageSchema)
    def get(self, arguments):
        """List the links of the proposals you may see

        The earliest made first.
        """
        with transaction() as tx:
            return LinkRepository(tx).page(arguments, current_access())

    @requires()
    @api.accepts(NewLinkSchema)
    @api.returns(LinkSchema, 201, "Made")
    @api.writes()
    def post(self, tx, given):
        """Link something to a page elsewhere

        A shipment, a protein, a crystal form or a sample of a proposal that you may change.
        """
        link = Links(tx, current_access()).add(given)
        return created(link, link["linkId"])


@api.route(f"/<int(max={MAX_ID}):linkId>")
@api.param("linkId", "The link's row.")
class Link(Resource):
    @requires()
    @api.returns(LinkSchema, errors=(404,))
    def get(self, linkId):  # noqa: N803 - the contract's name
        """Get one link

        With what it is about.
        """
        with transaction() as tx:
            return LinkRepository(tx).get(linkId, current_access())

    @requires()
    @api.accepts(LinkPatchSchema)
    @api.returns(LinkSchema)
    @api.writes()
    def patch(self, tx, given, linkId):  # noqa: N803
        """Change a link

        What is absent stays, null clears.
        """
        return Links(tx, current_access()).change(linkId, given, expected(LinkSchema))

    @requires()
    @api.confirms("Removed")
    @api.writes()
    def delete(self, tx, linkId):  # noqa: N803
        """Remove a link

        What it is about stays.
        """
        Links(tx, current_access()).remove(linkId, expected(LinkSchema))
