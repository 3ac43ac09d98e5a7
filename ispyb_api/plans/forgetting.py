"""Plans that nothing has any more, once a sample is gone."""

from ispyb_api.plans.repository_writing import PlanWrites


class PlansOfGoneSample:
    """Takes a sample's plans from it while it is there; removes them when it is not, unless something else has them."""

    def __init__(self, tx, sample_id):
        self._rows = PlanWrites(tx)
        own = self._rows.of_sample(sample_id)["diffractionPlanId"]
        self._ids = {*self._rows.linked(sample_id), *([own] if own else [])}
        for plan_id in self._ids:
            self._rows.unlink(sample_id, plan_id)

    def remove(self):
        for plan_id in self._ids:
            if not self._rows.owners(plan_id) and not self._rows.uses(plan_id):
                self._rows.remove(plan_id)
