"""/admin/persons and /admin/activity"""

from flask_restx import Resource

from ispyb_api.admin.repository_access import AccessRepository
from ispyb_api.admin.repository_activity import ActivityRepository
from ispyb_api.admin.repository_persons import AdminPersonRepository
from ispyb_api.admin.routes_groups import api
from ispyb_api.admin.schemas_access import AccessArguments, PersonAccessSchema
from ispyb_api.admin.schemas_activity import ActivityArguments, ActivityPageSchema
from ispyb_api.admin.schemas_groups import AdminPersonArguments, AdminPersonPageSchema, AdminPersonSchema
from ispyb_api.auth.guard import current_access, requires
from ispyb_api.auth.permissions import Permission
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.services import transaction

_PERSON = f"/persons/<int(max={MAX_ID}):personId>"


@api.route("/persons")
class AdminPersonList(Resource):
    @requires(Permission.MANAGE_PERSONS)
    @api.accepts(AdminPersonArguments, "query")
    @api.returns(AdminPersonPageSchema)
    def get(self, arguments):
        """Look for persons

        Everybody, with or without a login, by family name, with the groups each is in.
        """
        with transaction() as tx:
            return AdminPersonRepository(tx).page(arguments)


@api.route(_PERSON)
@api.param("personId", "The person's row.")
class AdminPerson(Resource):
    @requires(Permission.MANAGE_PERSONS)
    @api.returns(AdminPersonSchema, errors=(404,))
    def get(self, personId):  # noqa: N803
        """Get one person

        With the groups he or she is in.
        """
        with transaction() as tx:
            return AdminPersonRepository(tx).get(personId)


@api.route(f"{_PERSON}/access")
@api.param("personId", "The person's row.")
class PersonAccess(Resource):
    @requires(Permission.MANAGE_PERSONS)
    @api.accepts(AccessArguments, "query")
    @api.returns(PersonAccessSchema, errors=(404,))
    def get(self, arguments, personId):  # noqa: N803
        """Tell why a person sees what

        Rule by rule, with counts and the latest sessions and proposals of each; or whether, and by which rules, he or
        she sees one session or one proposal.
        """
        with transaction() as tx:
            person = AdminPersonRepository(tx).get(personId)
            repository = AccessRepository(tx, current_access())
            explained = repository.explain(person, repository.about(arguments))
        return {"personId": personId, "login": person["login"], **explained}


@api.route("/activity")
class ActivityList(Resource):
    @requires(Permission.VIEW_ACTIVITY)
    @api.accepts(ActivityArguments, "query")
    @api.returns(ActivityPageSchema)
    def get(self, arguments):
        """List who did what

        The latest first: changes of rights and options, logins, refusals and the use of service tokens.  To read on
        while more is written, give until the time of the last line that you have.
        """
        with transaction() as tx:
            return ActivityRepository(tx).page(arguments)
