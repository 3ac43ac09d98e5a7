"""Record characterisations, and the ranks of several."""

from ispyb_api.auth.writing import record
from ispyb_api.errors import Invalid
from ispyb_api.plans.repository import PlanRepository
from ispyb_api.processing.repository_screenings import ScreeningRepository
from ispyb_api.processing.repository_writing_screenings import ScreeningWrites
from ispyb_api.processing.targets import Targets

_ALIGNED = "alignmentSuccess"


class Screenings:
    def __init__(self, tx, access):
        self._tx, self._access = tx, access
        self._targets, self._writes = Targets(tx, access), ScreeningWrites(tx)

    def add(self, given):
        """Record a characterisation; return it."""
        proposal = self._targets.check(self._collections(given))
        self._plan(given.get("diffractionPlanId"), proposal)
        parts = {"ScreeningInput": _inputs(given), "ScreeningOutput": _outputs(given)}
        screening_id = self._writes.add({**self._of_group(given), **parts})
        noted = {"programVersion": given.get("programVersion"), "outputs": len(given["ScreeningOutput"])}
        record(self._tx, self._access, "screening added", f"screening {screening_id}", noted)
        return ScreeningRepository(self._tx).get(screening_id, self._access)

    def rank(self, given):
        """Record the ranks of characterisations; return the ids of the set and of the ranks."""
        ranks = given["ScreeningRank"]
        collections = self._writes.collections_of([row["screeningId"] for row in ranks])
        self._targets.check(
            {f"ScreeningRank[{place}].screeningId": collections[row["screeningId"]] for place, row in enumerate(ranks)}
        )
        values = {name: value for name, value in given.items() if name != "ScreeningRank"}
        set_id, made = self._writes.add_ranks(values, ranks)
        record(self._tx, self._access, "screenings ranked", f"rank set {set_id}", {"ranks": len(made)})
        return {"screeningRankSetId": set_id, "screeningRankIds": made}

    def _collections(self, given):
        """Return the data collections that the request leads to, {field: ids}."""
        found, group_id = {}, given.get("dataCollectionGroupId")
        if number := given.get("dataCollectionId"):
            found["dataCollectionId"] = [number]
        if group_id:
            found["dataCollectionGroupId"] = self._writes.collections_of_group(group_id)
        if not found:
            raise Invalid(errors={"dataCollectionId": ["Give the data collection, or its group."]})
        if program_id := given.get("autoProcProgramId"):
            found["autoProcProgramId"] = self._targets.collections_of_program(program_id)
        return found

    def _of_group(self, given):
        """Return what was sent with the group of the data collection."""
        if not given.get("dataCollectionId"):
            return given
        group_id = self._writes.group_of(given["dataCollectionId"])
        if given.get("dataCollectionGroupId") not in (None, group_id):
            raise Invalid(errors={"dataCollectionGroupId": ["Is not the group of the data collection."]})
        return {**given, "dataCollectionGroupId": group_id}

    def _plan(self, plan_id, proposal):
        """Refuse a plan that is not there, or that is another proposal's; one that control software left is nobody's."""
        if plan_id is None:
            return
        plans = PlanRepository(self._tx)
        owners = {row["proposalId"] for row in plans.owners(plan_id)}
        if plan_id not in plans.plain([plan_id]) or (owners and proposal not in owners):
            raise Invalid(errors={"diffractionPlanId": ["No such row, or none that you may see."]})


def _inputs(given):
    """Return the inputs with the plan that the characterisation was made by."""
    plan = {name: given[name] for name in ("diffractionPlanId",) if given.get(name)}
    return [{**row, **plan} for row in given["ScreeningInput"]]


def _outputs(given):
    """Return the outputs; where one says whether the crystal can be aligned, the others do not leave it open."""
    outputs = given["ScreeningOutput"]
    if all(row.get(_ALIGNED) is None for row in outputs):
        return outputs
    return [{**row, _ALIGNED: bool(row.get(_ALIGNED))} for row in outputs]
