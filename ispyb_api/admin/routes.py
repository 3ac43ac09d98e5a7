"""/options"""

from flask_restx import Resource

from ispyb_api.admin import service
from ispyb_api.admin.actor import change
from ispyb_api.admin.repository import OptionRepository
from ispyb_api.admin.schemas import OptionsSchema, UiOptionsSchema
from ispyb_api.auth.guard import requires
from ispyb_api.auth.permissions import Permission
from ispyb_api.http.namespace import Namespace
from ispyb_api.http.services import transaction

api = Namespace("options", description="What the facility set for everybody")


@api.route("")
class Options(Resource):
    @requires(Permission.MANAGE_OPTIONS)
    @api.returns(OptionsSchema)
    def get(self):
        """Get all options

        Read from the database at each request; what nobody has set has its default.
        """
        with transaction() as tx:
            return OptionRepository(tx).all()

    @requires(Permission.MANAGE_OPTIONS)
    @api.accepts(OptionsSchema)
    @api.returns(OptionsSchema)
    def patch(self, given):
        """Change options

        Those that are sent; a list of groups replaces the list.  To open a beamline to a permission you must see that
        beamline yourself, or hold all_proposals.  Answers with all options; they hold within seconds everywhere.
        """
        with change() as (tx, actor):
            return service.change(tx, actor, given)


@api.route("/ui")
class UiOptions(Resource):
    @requires()
    @api.returns(UiOptionsSchema)
    def get(self):
        """Get what every user's screen needs to know

        Read from the database at each request.
        """
        with transaction() as tx:
            return OptionRepository(tx).public()
