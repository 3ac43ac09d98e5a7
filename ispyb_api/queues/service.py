"""Queue containers to be measured without people, and take them from the queue, in one transaction and in one caller's view."""

from ispyb_api.auth.editing import Editor
from ispyb_api.errors import Conflict, Invalid
from ispyb_api.plans import forgetting
from ispyb_api.plans.repository import PlanRepository
from ispyb_api.queues.progress import Progress
from ispyb_api.queues.repository import QueuedSampleRepository
from ispyb_api.queues.repository_writing import QueueWrites

_SAMPLE, _POSITION, _PLAN = "blSampleId", "blSubSampleId", "dataCollectionPlanId"


class Queues(Editor):
    noun, rows = "queue", QueueWrites

    def proposal_of(self, row):
        return row["Container"]["Dewar"]["Shipping"]["proposalId"]

    def add(self, given):
        """Queue a container, or add what the queue in which it waits lacks; return it, and whether it is new."""
        container_id = given["containerId"]
        self._rows.lock_container(container_id)
        proposal = self.parent(self._rows.proposal_of(container_id), "containerId", f"container {container_id}")
        items = self._items(container_id, given.get("samples"), proposal)
        queue_id = self._rows.open(container_id)
        new = queue_id is None
        if new:
            queue_id = self._rows.add(container_id, self._access.identity.person_id)
        there = {_key(item) for item in self._rows.items(queue_id)}
        lacking = [item for item in items if _key(item) not in there]
        self._rows.add_items(queue_id, lacking)
        if new or lacking:
            self._note("added", queue_id, given)
        return self.get(queue_id), new

    def change(self, queue_id, given, unchanged):
        """Say that a container is done, or that it waits again; return it."""
        row = self.mine(queue_id, unchanged)
        if given["completed"]:
            self._rows.complete(queue_id)
        elif self._rows.open(row["containerId"]) not in (None, queue_id):
            raise Conflict("The container waits in another queue.")
        else:
            self._rows.reopen(queue_id)
        return self.changed(queue_id, given)

    def remove(self, queue_id, unchanged):
        """Take a container from the queue; of what was measured the queue remains, as done."""
        self.mine(queue_id, unchanged)
        items = [item["containerQueueSampleId"] for item in self._rows.items(queue_id)]
        waiting = Progress(self._tx).waiting(items)
        self._rows.remove_items(waiting)
        if len(waiting) == len(items):
            self._rows.remove(queue_id)
        else:
            self._rows.complete(queue_id)
        self.removed(queue_id)

    def remove_sample(self, item_id, unchanged):
        """Take something from its queue for which nothing was collected, and its plan if nothing else has it."""
        queued = QueuedSampleRepository(self._tx)
        queue_id = queued.get(item_id, self._access)["containerQueueId"]
        self.mine(queue_id)
        item = queued.get(item_id, self._access)  # as it is now that nobody else changes it
        unchanged(item)
        if number := len(Progress(self._tx).of([item_id])[item_id]):
            raise Conflict(f"{number} data collections were made for it: it stays.")
        self._rows.remove_items([item_id])
        forgetting.drop_unowned(self._tx, [item[_PLAN]] if item[_PLAN] else [])
        self._note("changed", queue_id, {"removed": item_id})

    # --- what is to be measured

    def _items(self, container_id, wanted, proposal):
        """Return the rows of a queue that are wanted of a container, each once."""
        samples, positions = self._rows.samples(container_id), self._rows.positions(container_id)
        rows = self._named(wanted, samples, positions, proposal) if wanted else self._all(samples, positions)
        return list({_key(row): row for row in rows}.values())

    def _all(self, samples, positions):
        """Yield every sample by each of its plans, and the positions that have plans; all, where only these can be queued."""
        whole, plans = self._rows.holds_samples, self._rows.holds_plans
        for number, own in samples.items() if whole else ():
            yield from (_row(_SAMPLE, number, plan if plans else None) for plan in own or [None])
        for number, plan in positions.items():
            if plan or not whole:
                yield _row(_POSITION, number, plan if plans else None)

    def _named(self, wanted, samples, positions, proposal):
        errors, rows = {}, []
        for number, each in enumerate(wanted):
            kind, known = (_SAMPLE, samples) if _SAMPLE in each else (_POSITION, positions)
            if each[kind] not in known:
                errors[f"samples[{number}].{kind}"] = ["Is not of this container."]
                continue
            own = samples[each[_SAMPLE]] if kind == _SAMPLE else [positions[each[_POSITION]]]
            plan = each.get(_PLAN, next(iter(own), None))
            if _PLAN in each and plan not in own and not self._is_of(plan, proposal):
                errors[f"samples[{number}].{_PLAN}"] = [f"No plan of {proposal['proposal']}."]
            rows.append(_row(kind, each[kind], plan if _PLAN in each or self._rows.holds_plans else None))
        if errors:
            raise Invalid(errors=errors)
        return rows

    def _is_of(self, plan_id, proposal):
        owners = PlanRepository(self._tx).owners(plan_id)
        return any(owner["proposalId"] == proposal["proposalId"] for owner in owners)


def _row(kind, number, plan):
    return {name: value for name, value in ((kind, number), (_PLAN, plan)) if value is not None}


def _key(item):
    return tuple(item.get(name) for name in (_SAMPLE, _POSITION, _PLAN))
