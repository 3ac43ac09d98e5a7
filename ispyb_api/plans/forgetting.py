"""Plans that nothing has any more, once what they were for is gone."""

from ispyb_api.plans.repository_writing import PlanWrites


def take_from_sample(tx, sample_id):
    """Take a sample's plans from it, before it goes; return their ids."""
    rows = PlanWrites(tx)
    own = rows.of_sample(sample_id)["diffractionPlanId"]
    found = {*rows.linked(sample_id), *([own] if own else [])}
    for plan_id in found:
        rows.unlink(sample_id, plan_id)
    return found


def drop_unowned(tx, plan_ids):
    """Drop those of these plans that nothing has, and by which nothing was measured."""
    rows = PlanWrites(tx)
    for plan_id in plan_ids:
        if not rows.owners(plan_id) and not rows.uses(plan_id):
            rows.remove(plan_id)
