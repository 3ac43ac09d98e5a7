"""Make, change and remove plans of experiments, of samples, crystal forms and proposals."""

from ispyb_api.auth.editing import Editor
from ispyb_api.auth.permissions import Permission
from ispyb_api.auth.writing import proposal_to_write
from ispyb_api.errors import Conflict, Forbidden, Invalid, NotFound
from ispyb_api.plans.asking import Asked
from ispyb_api.plans.ordering import in_order
from ispyb_api.plans.repository_writing import PlanWrites
from ispyb_api.proposals.repository import ProposalRepository
from ispyb_api.proteins.service_crystals import Crystals
from ispyb_api.samples.repository_writing import SampleWrites
from ispyb_api.samples.service import Samples
from ispyb_api.samples.service_parts import SubSamples


class Plans(Editor):
    noun, rows = "plan", PlanWrites

    # --- reading

    def get(self, plan_id):
        """Return a plan, if the caller sees something that it is for."""
        owners = self._rows.owners(plan_id, self._access)
        if not owners:
            raise NotFound(f"No plan {plan_id}.")
        return self._whole([plan_id], orders=self._order_of(plan_id, owners))[0]

    def of_sample(self, sample_id):
        """Return the plans of a sample in their order; without one of its own, the crystal form's."""
        found = self._rows.of_sample(sample_id, self._access)
        if found is None:
            raise NotFound(f"No sample {sample_id}.")
        own, of_crystal = found["diffractionPlanId"], found["ofCrystal"]
        plans, orders = self._rows.whole_of([each for each in (own, of_crystal) if each], sample_id)
        ids, inherited = in_order(own, orders, of_crystal)
        return _placed(plans, ids, inherited=inherited, orders=orders)

    def of_crystal(self, crystal_id):
        """Return the plan of a crystal form, if it has one."""
        crystal = Crystals(self._tx, self._access).get(crystal_id)
        return self._whole([each for each in (crystal["diffractionPlanId"],) if each])

    def of_position(self, sub_sample_id):
        """Return the plan of a position on a sample, if it has one."""
        position = SubSamples(self._tx, self._access).get(sub_sample_id)
        return self._whole([each for each in (position["diffractionPlanId"],) if each])

    def of_proposal(self, proposal):
        """Return the plans that a proposal, named or by its row, keeps to take others from."""
        found = self._rows.presets(proposal, self._access)
        if not found:  # it keeps none, or is not there
            ProposalRepository(self._tx).get(proposal, self._access)
        return _placed(found, sorted(found))

    # --- making

    def add_to_sample(self, sample_id, given):
        """Make a plan for a sample, behind those that it has; return it."""
        sample = Samples(self._tx, self._access).mine(sample_id)
        plan_id = self._made(given, self._beamline_of(sample_id))
        own, orders = sample["diffractionPlanId"], self._rows.linked(sample_id)
        following = 1 + max((each or 0 for each in orders.values()), default=0)
        if own is None:
            SampleWrites(self._tx).change(sample_id, {"diffractionPlanId": plan_id})
        elif own not in orders:
            self._rows.link(sample_id, own, following)
            following += 1
        if not self._rows.link(sample_id, plan_id, given.get("planOrder", following)) and own is not None:
            raise Conflict(f"This database keeps one plan for a sample, and it has {own}: change that.")
        return self.added(plan_id, given)

    def add_to_crystal(self, crystal_id, given):
        """Make a plan for the samples of a crystal form that have none; return it."""
        return self._add_only(Crystals(self._tx, self._access), crystal_id, given)

    def add_to_position(self, sub_sample_id, given):
        """Make a plan for a position on a sample; return it."""
        return self._add_only(SubSamples(self._tx, self._access), sub_sample_id, given)

    def _add_only(self, kept, row_id, given):
        row = kept.mine(row_id)
        if plan_id := row["diffractionPlanId"]:
            raise Conflict(f"The {kept.noun} has the plan {plan_id}: change that.")
        plan_id = self._made(given, self._beamline_of(row.get("blSampleId")))
        kept.take_plan(row_id, plan_id)
        return self.added(plan_id, given)

    def add_preset(self, proposal, given):
        """Make a plan that a proposal keeps to take others from; return it."""
        proposal_id = ProposalRepository(self._tx).get(proposal, self._access)["proposalId"]
        proposal_to_write(self._tx, self._access, proposal_id)
        plan_id = self._made(given, None, presetForProposalId=proposal_id)
        return self.added(plan_id, given)

    # --- changing

    def change(self, plan_id, given, unchanged):
        """Change a plan, if it is ``unchanged`` since the caller read it, for all that have it; return it."""
        plan, owners = self._held(plan_id, unchanged)
        asked = Asked(self._rows, given)
        asked.check(plan, self._beamline(owners))
        if "planOrder" in given:
            self._reorder(plan_id, owners, given["planOrder"])
        self._rows.change(plan_id, asked.columns)
        self._put_parts(plan_id, asked)
        return self.changed(plan_id, given)

    def remove(self, plan_id, unchanged):
        """Remove a plan by which nothing was measured, and that one sample or crystal form has."""
        _, owners = self._held(plan_id, unchanged)
        if len(owners) > 1:
            raise Conflict(f"The plan is for {len(owners)} samples or crystal forms: give these others first.")
        if number := self._rows.uses(plan_id):
            raise Conflict(f"{number} measurements went by the plan, or are to: it stays.")
        self._taken_from(owners[0], plan_id)
        self._rows.remove(plan_id)
        self.removed(plan_id)

    # --- what these need

    def _whole(self, ids, *, inherited=False, orders=None):
        return _placed(self._rows.plans(ids), ids, inherited=inherited, orders=orders)

    def _order_of(self, plan_id, owners):
        samples = [row["ownerId"] for row in owners if row["kind"] == "sample"]
        return {plan_id: self._rows.linked(samples[0]).get(plan_id)} if len(samples) == 1 else {}

    def _made(self, given, beamline, **more):
        asked = Asked(self._rows, given)
        asked.check({}, beamline)
        plan_id = self._rows.add({**asked.columns, **more})
        self._put_parts(plan_id, asked)
        return plan_id

    def _put_parts(self, plan_id, asked):
        if asked.detectors is not None:
            self._rows.put_detectors(plan_id, asked.detectors)
        if asked.scans is not None:
            self._rows.put_scans(plan_id, asked.scans)

    def _held(self, plan_id, unchanged):
        """Return a plan that the caller may change for all that have it, and these."""
        self._rows.lock(plan_id)
        plan, owners = self.get(plan_id), self._rows.owners(plan_id)
        for proposal_id in sorted({row["proposalId"] for row in owners}, key=str):
            try:
                self._writable(proposal_id, Permission.EDIT_PROPOSALS)
            except NotFound:
                raise Forbidden("Another proposal has this plan too: make one of your own.") from None
        unchanged(plan)
        return plan, owners

    def _beamline(self, owners):
        """Return the beamline at which the only sample, or the sample of the only position, is that has a plan."""
        samples = [row["ownerId"] for row in owners if row["kind"] == "sample"]
        positions = [row["ownerId"] for row in owners if row["kind"] == "position"]
        if len(positions) == 1 and not samples:
            samples = [SubSamples(self._tx, self._access).get(positions[0])["blSampleId"]]
        return self._beamline_of(samples[0]) if len(samples) == 1 else None

    def _beamline_of(self, sample_id):
        return self._rows.of_sample(sample_id)["beamlineLocation"] if sample_id else None

    def _reorder(self, plan_id, owners, order):
        samples = [row["ownerId"] for row in owners if row["kind"] == "sample"]
        if len(samples) != 1:
            raise Invalid(errors={"planOrder": ["Only a plan of a single sample has a place among that sample's."]})
        self._rows.unlink(samples[0], plan_id)
        self._rows.link(samples[0], plan_id, order)

    def _taken_from(self, owner, plan_id):
        if owner["kind"] == "sample":
            self._rows.unlink(owner["ownerId"], plan_id)
            if self._rows.of_sample(owner["ownerId"])["diffractionPlanId"] == plan_id:
                others = [each for each in self._rows.linked(owner["ownerId"]) if each != plan_id]
                following = others[0] if others else None
                SampleWrites(self._tx).change(owner["ownerId"], {"diffractionPlanId": following})
        elif owner["kind"] == "crystal":
            Crystals(self._tx, self._access).take_plan(owner["ownerId"], None)
        elif owner["kind"] == "position":
            SubSamples(self._tx, self._access).take_plan(owner["ownerId"], None)


def _placed(found, ids, *, inherited=False, orders=None):
    """Return plans as a list, with their places in a sample's order."""
    for plan_id, row in found.items():
        row["_metadata"].update(planOrder=(orders or {}).get(plan_id), inherited=inherited)
    return [found[each] for each in ids if each in found]
