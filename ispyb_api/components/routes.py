"""/samples/components, and the types of components and of concentrations"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.components.repository import ComponentRepository
from ispyb_api.components.schemas import (
    ComponentArguments,
    ComponentPageSchema,
    ComponentPatchSchema,
    ComponentSchema,
    ComponentTypeSchema,
    ConcentrationTypeSchema,
    NewComponentSchema,
)
from ispyb_api.components.service import Components
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected

api = Namespace("components", path="/samples", description="What samples and crystals are mixed with")


@api.route("/components")
class ComponentList(Resource):
    @requires()
    @api.accepts(ComponentArguments, "query")
    @api.returns(ComponentPageSchema)
    def get(self, arguments):
        """List the components of the proposals you may see

        The earliest made first.  Counts are of what you may see.
        """
        with transaction() as tx:
            return ComponentRepository(tx).page(arguments, current_access())

    @requires()
    @api.accepts(NewComponentSchema)
    @api.returns(ComponentSchema, 201, "Made")
    @api.writes()
    def post(self, tx, given):
        """Make a component

        In a proposal that you may change.
        """
        component = Components(tx, current_access()).add(given)
        return created(component, component["componentId"])


@api.route(f"/components/<int(max={MAX_ID}):componentId>")
@api.param("componentId", "The component's row.")
class Component(Resource):
    @requires()
    @api.returns(ComponentSchema, errors=(404,))
    def get(self, componentId):  # noqa: N803 - the contract's name
        """Get one component

        With its type, and in how many samples and crystal forms it is.
        """
        with transaction() as tx:
            return ComponentRepository(tx).get(componentId, current_access())

    @requires()
    @api.accepts(ComponentPatchSchema)
    @api.returns(ComponentSchema)
    @api.writes()
    def patch(self, tx, given, componentId):  # noqa: N803
        """Change a component

        What is absent stays, null clears.
        """
        return Components(tx, current_access()).change(componentId, given, expected(ComponentSchema))

    @requires()
    @api.confirms("Removed")
    @api.writes()
    def delete(self, tx, componentId):  # noqa: N803
        """Remove a component

        One that is in no sample, crystal form or event.
        """
        Components(tx, current_access()).remove(componentId, expected(ComponentSchema))


@api.route("/components/types")
class ComponentTypes(Resource):
    @requires()
    @api.returns(ComponentTypeSchema, many=True)
    def get(self):
        """List the types of components

        All of them, as a plain list.
        """
        with transaction() as tx:
            return ComponentRepository(tx).types()


@api.route("/concentration/types")
class ConcentrationTypes(Resource):
    @requires()
    @api.returns(ConcentrationTypeSchema, many=True)
    def get(self):
        """List the ways to count a concentration

        All of them, as a plain list.
        """
        with transaction() as tx:
            return ComponentRepository(tx).concentration_types()
