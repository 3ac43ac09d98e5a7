"""/persons"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, current_identity, requires
from ispyb_api.auth.permissions import Permission
from ispyb_api.http.namespace import Namespace
from ispyb_api.http.services import transaction
from ispyb_api.people.repository import PersonRepository
from ispyb_api.people.schemas import PersonArguments, PersonPageSchema

api = Namespace("persons", description="People who have a login")


@api.route("")
class PersonList(Resource):
    @requires()
    @api.accepts(PersonArguments, "query")
    @api.returns(PersonPageSchema)
    def get(self, arguments):
        """List the persons you meet

        Members, lab contacts and principal investigators of the proposals you may see, and who takes part in the
        sessions you may see.  With the permission manage_persons, showAll lists everybody.  Persons without a login
        are never listed.  Ordered by family name, given name and row; those without a name come first.
        """
        manager = Permission.MANAGE_PERSONS in current_identity().permissions
        with transaction() as tx:
            return PersonRepository(tx, current_access(), manager=manager).page(arguments)
