"""/diffractionplans, and those of samples, crystal forms and proposals"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected
from ispyb_api.plans.schemas_whole import (
    NewPlanSchema,
    PlanArguments,
    PlanPatchSchema,
    WholePlanPageSchema,
    WholePlanSchema,
)
from ispyb_api.plans.service import Plans

api = Namespace("diffractionplans", path="/", description="What is asked of experiments before they are done")
_PLAN = "/diffractionplans"


def _page(rows, arguments):
    """Return one page of plans; a sample has few."""
    skip, limit = arguments["skip"], arguments["limit"]
    return {"total": len(rows), "results": rows[skip : skip + limit], "skip": skip, "limit": limit}


def _made(plan):
    return created(plan, plan["diffractionPlanId"], at=_PLAN)


@api.route(f"{_PLAN}/<int(max={MAX_ID}):diffractionPlanId>")
@api.param("diffractionPlanId", "The plan's row.")
class Plan(Resource):
    @requires()
    @api.returns(WholePlanSchema, errors=(404,))
    def get(self, diffractionPlanId):  # noqa: N803 - the contract's name
        """Get one plan

        With its detectors and scans.  Who sees a sample or a crystal form that has it, or a proposal that keeps it, sees it.
        """
        with transaction() as tx:
            return Plans(tx, current_access()).get(diffractionPlanId)

    @requires()
    @api.accepts(PlanPatchSchema)
    @api.returns(WholePlanSchema)
    @api.writes()
    def patch(self, tx, given, diffractionPlanId):  # noqa: N803
        """Change a plan

        What is absent stays, null clears.  It changes for all samples that have it.  What the beamline or the detector cannot
        do is refused, with the limit.
        """
        return Plans(tx, current_access()).change(diffractionPlanId, given, expected(WholePlanSchema))

    @requires()
    @api.confirms("Removed")
    @api.writes()
    def delete(self, tx, diffractionPlanId):  # noqa: N803
        """Remove a plan

        One by which nothing was measured, and that a single sample or crystal form has.
        """
        Plans(tx, current_access()).remove(diffractionPlanId, expected(WholePlanSchema))


@api.route(f"/samples/<int(max={MAX_ID}):blSampleId>{_PLAN}")
@api.param("blSampleId", "The sample's row.")
class PlansOfSample(Resource):
    @requires()
    @api.accepts(PlanArguments, "query")
    @api.returns(WholePlanPageSchema, errors=(404,))
    def get(self, arguments, blSampleId):  # noqa: N803
        """List the plans of a sample

        In the order in which they are to be done; the crystal form's, if it has none of its own.
        """
        with transaction() as tx:
            return _page(Plans(tx, current_access()).of_sample(blSampleId), arguments)

    @requires()
    @api.accepts(NewPlanSchema)
    @api.returns(WholePlanSchema, 201, "Made")
    @api.writes()
    def post(self, tx, given, blSampleId):  # noqa: N803
        """Make a plan for a sample

        The first is the sample's own, which control software reads; others follow in their order.
        """
        return _made(Plans(tx, current_access()).add_to_sample(blSampleId, given))


@api.route(f"/crystals/<int(max={MAX_ID}):crystalId>{_PLAN}")
@api.param("crystalId", "The crystal form's row.")
class PlansOfCrystal(Resource):
    @requires()
    @api.accepts(PlanArguments, "query")
    @api.returns(WholePlanPageSchema, errors=(404,))
    def get(self, arguments, crystalId):  # noqa: N803
        """List the plans of a crystal form

        It has one or none: that of its samples without one of their own.
        """
        with transaction() as tx:
            return _page(Plans(tx, current_access()).of_crystal(crystalId), arguments)

    @requires()
    @api.accepts(NewPlanSchema)
    @api.returns(WholePlanSchema, 201, "Made")
    @api.writes()
    def post(self, tx, given, crystalId):  # noqa: N803
        """Make a plan for a crystal form

        409 if it has one.
        """
        return _made(Plans(tx, current_access()).add_to_crystal(crystalId, given))


@api.route(f"/samples/sub/<int(max={MAX_ID}):blSubSampleId>{_PLAN}")
@api.param("blSubSampleId", "The sub-sample's row.")
class PlansOfPosition(Resource):
    @requires()
    @api.accepts(PlanArguments, "query")
    @api.returns(WholePlanPageSchema, errors=(404,))
    def get(self, arguments, blSubSampleId):  # noqa: N803
        """List the plans of a position on a sample

        It has one or none.
        """
        with transaction() as tx:
            return _page(Plans(tx, current_access()).of_position(blSubSampleId), arguments)

    @requires()
    @api.accepts(NewPlanSchema)
    @api.returns(WholePlanSchema, 201, "Made")
    @api.writes()
    def post(self, tx, given, blSubSampleId):  # noqa: N803
        """Make a plan for a position on a sample

        409 if it has one.
        """
        return _made(Plans(tx, current_access()).add_to_position(blSubSampleId, given))


@api.route(f"/proposals/<string:proposal>{_PLAN}")
@api.param("proposal", "The proposal's name, as mx415, or its row.")
class PlansOfProposal(Resource):
    @requires()
    @api.accepts(PlanArguments, "query")
    @api.returns(WholePlanPageSchema, errors=(404,))
    def get(self, arguments, proposal):
        """List the plans that a proposal keeps

        To take others from.
        """
        with transaction() as tx:
            return _page(Plans(tx, current_access()).of_proposal(proposal), arguments)

    @requires()
    @api.accepts(NewPlanSchema)
    @api.returns(WholePlanSchema, 201, "Made")
    @api.writes()
    def post(self, tx, given, proposal):
        """Make a plan that a proposal keeps

        To take others from.
        """
        return _made(Plans(tx, current_access()).add_preset(proposal, given))
