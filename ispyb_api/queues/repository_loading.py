"""What control software loads at a beamline.  The SQL is in sql/queries/queues/loading.sql."""

from ispyb_api import names
from ispyb_api.db.listing import Listing
from ispyb_api.db.queries import Clause
from ispyb_api.plans.ordering import in_order
from ispyb_api.plans.repository import PlanRepository

LOADED = Listing(
    filters={
        "beamline": lambda name: Clause(
            "co.beamlineLocation = :f_beamline AND (co.containerStatus = 'processing' OR dw.dewarStatus = 'processing')",
            {"f_beamline": name},
        ),
        "proposal": names.proposal,
    },
    # Numbers in text columns, so that 10 comes after 9.
    sorts={
        "place": "co.sampleChangerLocation + 0, co.sampleChangerLocation, co.containerId, sm.location + 0, sm.location"
    },
    default_sort="place",
    tie_breaker="sm.blSampleId",
)


class LoadingRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of the samples at a beamline in the order of their places, with their plans."""
        visible = access.contents("COALESCE(sh.proposalId, pr.proposalId)")
        queries = "queues.list_loaded_samples", "queues.count_loaded_samples"
        page = LOADED.read(self._tx, *queries, arguments, visible=visible)
        self._add_plans(page["results"])
        for row in page["results"]:
            row["Crystal"] = row.pop("_Crystal")
            row["Crystal"]["Protein"] = row["Crystal"].pop("_Protein")
        return page

    def _add_plans(self, rows):
        named = [(row.pop("diffractionPlanId"), row.pop("ofCrystal")) for row in rows]
        plans = {plan for pair in named for plan in pair if plan}
        found, orders = PlanRepository(self._tx).plain_of(plans, [row["blSampleId"] for row in rows])
        for row, (own, of_crystal) in zip(rows, named, strict=True):
            places = orders.get(row["blSampleId"], {})
            ids, inherited = in_order(own, places, of_crystal)
            row["DiffractionPlans"] = [
                _placed(found[plan], places.get(plan), inherited) for plan in ids if plan in found
            ]


def _placed(plan, order, inherited):
    """Return a plan, which several samples may have, as it is one sample's."""
    return {**plan, "_metadata": {**plan["_metadata"], "planOrder": order, "inherited": inherited}}
