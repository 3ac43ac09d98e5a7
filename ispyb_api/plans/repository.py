"""Plans of experiments in the database.  The SQL is in sql/queries/plans/."""

from ispyb_api import names
from ispyb_api.db.listing import conjunction
from ispyb_api.db.queries import Clause
from ispyb_api.processing.ways import also, filled
from ispyb_api.samples.visible import samples

_LINKS = (("plans.linked_in_order", "plans.plans_in_order"), ("plans.linked", "plans.plans_linked"))
_PARTS = {
    "detectors": ("detectorId", "exposureTime", "distance", "roll"),
    "scans": ("scanParametersServiceId", "service", "sequenceNumber", "start", "stop", "step", "array", "duration"),
}


class PlanRepository:
    def __init__(self, tx):
        self._tx = tx

    def plans(self, plan_ids):
        """Return plans with their detectors and scans, as {id: plan}; whose they are, the caller has asked."""
        return self._whole(self.plain(plan_ids))

    def plain(self, plan_ids):
        """Return plans without detectors and scans, as {id: plan}; whose they are, the caller has asked."""
        return self._plain(plan_ids)[0] if plan_ids else {}

    def whole_of(self, plan_ids, sample_id):
        """Return plans with their detectors and scans, those that a sample has among them, and {diffractionPlanId: planOrder} of these."""
        found, orders = self.plain_of(plan_ids, [sample_id])
        return self._whole(found), orders.get(sample_id, {})

    def plain_of(self, plan_ids, sample_ids):
        """Return plans without these, and {sample: {diffractionPlanId: planOrder}} of those that samples have."""
        query = self._links()
        linked = self._tx.part(query, blSampleIds=list(sample_ids)) if query else None
        return self._plain(plan_ids, linked) if plan_ids or sample_ids else ({}, {})

    def owners(self, plan_id, access=None):
        """Return what a plan is for, {kind, ownerId, proposalId}, as far as the caller may see it; all of it without ``access``."""
        links = [self._tx.part(query, diffractionPlanId=plan_id) for query, _ in _LINKS]
        linked = [link for link in links if link]
        union = Clause(
            "".join(f" UNION {link.sql}" for link in linked), {"diffractionPlanId": plan_id} if linked else {}
        )
        slots = {"union_linked": union, "visible": access.contents("ow.proposalId") if access else Clause()}
        return self._tx.all("plans.owners_of_plan", slots, diffractionPlanId=plan_id)

    def of_sample(self, sample_id, access=None):
        """Return {diffractionPlanId, ofCrystal, beamlineLocation} of a sample, None where the caller may not see it; any without ``access``."""
        seen = samples(self._tx, {"blSampleId": sample_id}, access)[0] if access else Clause()
        return self._tx.one("plans.plans_of_sample", {"visible": seen}, blSampleId=sample_id)

    def linked(self, sample_id):
        """Return the plans that were put into an order for a sample, {diffractionPlanId: planOrder}."""
        return self.linked_to([sample_id]).get(sample_id, {})

    def linked_to(self, sample_ids):
        """Return the same of several samples, {sample: {diffractionPlanId: planOrder}}; of those that have any."""
        query = self._links()
        return _in_order(self._tx.all(query, blSampleIds=list(sample_ids)) if query and sample_ids else ())

    def presets(self, proposal, access):
        """Return the plans that a proposal, named or by its row, keeps to take others from, as {id: plan}.

        None, too, of one that the caller does not see, or of which only something was shared.
        """
        slots = {"visible": access.contents("p.proposalId"), "where": conjunction(names.proposal_or_row(proposal))}
        return self._whole(self._plain([], filled(self._tx.part("plans.presets_of_proposal"), **slots))[0])

    def setup(self, beamline):
        """Return what a beamline can do, or None."""
        found = None
        if self._tx.part("plans.setup_by_name"):
            found = self._tx.one("plans.setup_by_name", beamLineName=beamline)
        return found or self._tx.one("plans.setup_of_last_session", beamLineName=beamline)

    def detectors(self, detector_ids):
        """Return what detectors can do, {detectorId: row}."""
        rows = self._tx.all("plans.limits_of_detectors", detectorIds=list(detector_ids)) if detector_ids else []
        return {row["detectorId"]: row for row in rows}

    def scan_services(self):
        """Return what can be scanned, {name in small letters: id}."""
        return {(row["name"] or "").casefold(): row["scanParametersServiceId"] for row in self._tx.all("plans.scan_services")}  # fmt: skip

    def _plain(self, plan_ids, more=None):
        """Return plans by their rows, and the orders that samples have them in."""
        slots = {"union": also(more)} if more else {}
        rows = self._tx.all("plans.list_plans", slots, diffractionPlanIds=list(plan_ids))
        links = [{"blSampleId": row.pop("_blSampleId"), "planOrder": row.pop("_planOrder"), **row} for row in rows]
        return {row["diffractionPlanId"]: row for row in rows}, _in_order(each for each in links if each["blSampleId"])

    def _whole(self, found):
        """Give plans their detectors and scans."""
        for row in found.values():
            row.update(detectors=[], scans=[])
        if found:
            detectors = self._of_family("plans.detectors_of_plans", "plans.detectors_of_plans_elsewhere")
            union = also(self._tx.part(detectors, diffractionPlanIds=list(found))) if detectors else Clause()
            for row in self._tx.all("plans.parts_of_plans", {"union": union}, diffractionPlanIds=list(found)):
                kind = row["part"]
                found[row["diffractionPlanId"]][kind].append({name: row[name] for name in _PARTS[kind]})
        return found

    def _links(self):
        return self._of_family(*(listed for _, listed in _LINKS))

    def _of_family(self, *queries):
        return next((query for query in queries if self._tx.part(query)), None)


def _in_order(links):
    """Return {sample: {diffractionPlanId: planOrder}}; plans without an order come last."""
    found = {}
    for row in sorted(links, key=lambda row: (row["planOrder"] is None, row["planOrder"], row["diffractionPlanId"])):
        found.setdefault(row["blSampleId"], {})[row["diffractionPlanId"]] = row["planOrder"]
    return found
