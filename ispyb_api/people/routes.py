"""/persons, /laboratories and /sessions/.../persons"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, current_identity, requires
from ispyb_api.auth.permissions import Permission
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected
from ispyb_api.people.repository import PersonRepository
from ispyb_api.people.repository_laboratories import LaboratoryRepository
from ispyb_api.people.repository_participants import ParticipantRepository
from ispyb_api.people.schemas import (
    LaboratoryArguments,
    LaboratoryPageSchema,
    LaboratoryPatchSchema,
    LaboratorySchema,
    NewLaboratorySchema,
    ParticipantArguments,
    ParticipantPageSchema,
    PersonArguments,
    PersonPageSchema,
)
from ispyb_api.people.service import Laboratories

api = Namespace("persons", description="People who have a login")
laboratories = Namespace("laboratories", description="Where people work")
participants = Namespace("participants", path="/sessions", description="Who takes part in sessions")


def _manages_persons():
    return Permission.MANAGE_PERSONS in current_identity().permissions


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
        with transaction() as tx:
            return PersonRepository(tx, current_access(), manager=_manages_persons()).page(arguments)


@laboratories.route("")
class LaboratoryList(Resource):
    @requires()
    @laboratories.accepts(LaboratoryArguments, "query")
    @laboratories.returns(LaboratoryPageSchema)
    def get(self, arguments):
        """List the laboratories of the persons you meet

        Of members, lab contacts and principal investigators of the proposals you may see, with a login or without, and
        of who takes part in the sessions you may see; with the permission manage_persons, all of them.  Ordered by name.
        """
        with transaction() as tx:
            return LaboratoryRepository(tx, manager=_manages_persons()).page(arguments, current_access())

    @requires(Permission.MANAGE_PERSONS)
    @laboratories.accepts(NewLaboratorySchema)
    @laboratories.returns(LaboratorySchema, 201, "Made")
    @laboratories.writes()
    def post(self, tx, given):
        """Make a laboratory

        As the user office does; people make theirs with the address of a lab contact.
        """
        laboratory = Laboratories(tx, current_access()).add(given)
        return created(laboratory, laboratory["laboratoryId"])


@laboratories.route(f"/<int(max={MAX_ID}):laboratoryId>")
@laboratories.param("laboratoryId", "The laboratory's row.")
class Laboratory(Resource):
    @requires()
    @laboratories.returns(LaboratorySchema, errors=(404,))
    def get(self, laboratoryId):  # noqa: N803 - the contract's name
        """Get one laboratory

        With its address.
        """
        with transaction() as tx:
            return LaboratoryRepository(tx, manager=_manages_persons()).get(laboratoryId, current_access())

    @requires(Permission.MANAGE_PERSONS)
    @laboratories.accepts(LaboratoryPatchSchema)
    @laboratories.returns(LaboratorySchema)
    @laboratories.writes()
    def patch(self, tx, given, laboratoryId):  # noqa: N803
        """Change a laboratory

        For all who work there.  What is absent stays, null clears.
        """
        return Laboratories(tx, current_access()).change(laboratoryId, given, expected(LaboratorySchema))


@participants.route("/<string:session>/persons")
@participants.param("session", "The session's name, as mx415-3, or its row.")
class ParticipantList(Resource):
    @requires()
    @participants.accepts(ParticipantArguments, "query")
    @participants.returns(ParticipantPageSchema, errors=(404,))
    def get(self, arguments, session):
        """List who takes part in a session

        With roles, and also persons without a login.  Ordered by family name.
        """
        with transaction() as tx:
            return ParticipantRepository(tx, current_access(), manager=_manages_persons()).page(session, arguments)
