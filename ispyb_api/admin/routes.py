"""/options"""

from flask_restx import Resource

from ispyb_api.admin.repository import OptionRepository
from ispyb_api.admin.schemas import UiOptionsSchema
from ispyb_api.auth.guard import requires
from ispyb_api.http.namespace import Namespace
from ispyb_api.http.services import transaction

api = Namespace("options", description="What the facility set for everybody")


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
