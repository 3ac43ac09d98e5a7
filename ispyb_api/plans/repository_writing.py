"""Write plans.  The SQL is in sql/queries/plans/writing.sql."""

from ispyb_api.plans.repository import PlanRepository


class PlanWrites(PlanRepository):
    """Plans as GET shows them, and the statements that change them; who may, its callers have asked."""

    def lock(self, plan_id):
        """Keep others from changing a plan until the transaction ends."""
        self._tx.lock("plans.lock_plan", diffractionPlanId=plan_id)

    def add(self, values):
        """Make a plan; return its id."""
        return self._tx.add("plans.add_plan", values)

    def add_all(self, rows):
        """Make plans; return their ids in the same order."""
        return self._tx.add_all("plans.add_plans", rows)

    def change(self, plan_id, values):
        """Change columns of a plan."""
        self._tx.change("plans.change_plan", values, diffractionPlanId=plan_id)

    def remove(self, plan_id):
        """Drop a plan that nothing names."""
        self.put_detectors(plan_id, [])
        self._tx.run("plans.remove_plan", diffractionPlanId=plan_id)

    def link(self, sample_id, plan_id, order):
        """Make a plan a sample's, at a place in the order if the database keeps one; return whether it could be done."""
        if self._tx.part("plans.put_into_order"):
            key = {"blSampleId": sample_id, "dataCollectionPlanId": plan_id}
            self._tx.add("plans.put_into_order", {"planOrder": order}, **key)
        elif self._tx.part("plans.link_plan"):
            self._tx.run("plans.link_plan", blSampleId=sample_id, diffractionPlanId=plan_id)
        else:
            return False
        return True

    def unlink(self, sample_id, plan_id):
        """Take a plan from a sample."""
        for query in ("plans.take_out_of_order", "plans.unlink_plan"):
            if self._tx.part(query):
                self._tx.run(query, blSampleId=sample_id, diffractionPlanId=plan_id)

    def put_detectors(self, plan_id, detectors):
        """Replace the detectors that a plan names; return whether the database has a place for them."""
        if self._tx.part("plans.remove_detectors_of_plan"):
            self._tx.run("plans.remove_detectors_of_plan", diffractionPlanId=plan_id)
            if detectors:
                self._tx.add_all("plans.add_detectors_of_plan", detectors, dataCollectionPlanId=plan_id)
        elif self._tx.part("plans.remove_detectors_of_plan_elsewhere"):
            self._tx.run("plans.remove_detectors_of_plan_elsewhere", diffractionPlanId=plan_id)
            rows = [{"orientation" if name == "roll" else name: value for name, value in each.items()} for each in detectors]  # fmt: skip
            if rows:
                self._tx.add_all("plans.add_detectors_of_plan_elsewhere", rows, diffractionPlanId=plan_id)

    def put_scans(self, plan_id, scans):
        """Replace what a plan scans."""
        self._tx.run("plans.remove_scans_of_plan", diffractionPlanId=plan_id)
        if scans:
            self._tx.add_all("plans.add_scans_of_plan", scans, dataCollectionPlanId=plan_id)

    @property
    def number_of_scan(self):
        """Return the column that numbers the scans of a plan in this database."""
        return "sequenceNumber" if "sequencenumber" in self._tx.columns("ScanParametersModel") else "modelNumber"

    def uses(self, plan_id):
        """Return how often something was, or is to be, measured by a plan."""
        parts = [each for each in ("plans.collections_by_plan", "plans.queued_by_plan") if self._tx.part(each)]
        counts = [self._tx.value(each, diffractionPlanId=plan_id) for each in parts]
        return sum(counts, self._tx.value("plans.characterisations_by_plan", diffractionPlanId=plan_id))
