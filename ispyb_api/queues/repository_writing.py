"""Write queues of containers.  The SQL is in sql/queries/queues/writing.sql."""

from ispyb_api.plans.ordering import in_order
from ispyb_api.plans.repository import PlanRepository
from ispyb_api.queues.repository import QueueRepository


class QueueWrites(QueueRepository):
    """Queues as GET shows them, and the statements that change them; who may, its callers have asked."""

    def lock_container(self, container_id):
        """Keep others from queueing a container until the transaction ends."""
        self._tx.lock("queues.lock_container", containerId=container_id)

    def lock(self, queue_id):
        """Keep others from changing what is queued of the same container."""
        self.lock_container(self._tx.value("queues.container_of_queue", containerQueueId=queue_id))

    def proposal_of(self, container_id):
        """Return the id of a container's proposal, None if there is no such container."""
        return self._tx.value("queues.container_to_queue", containerId=container_id)

    def open(self, container_id):
        """Return the queue in which a container waits, or None."""
        return self._tx.value("queues.queue_of_container", containerId=container_id)

    def add(self, container_id, person_id):
        return self._tx.add("queues.add_queue", {"personId": person_id}, containerId=container_id)

    def complete(self, queue_id):
        self._tx.run("queues.complete_queue", containerQueueId=queue_id)

    def reopen(self, queue_id):
        self._tx.run("queues.reopen_queue", containerQueueId=queue_id)

    def remove(self, queue_id):
        """Drop a queue with all that is in it."""
        self._tx.run("queues.remove_queue", containerQueueId=queue_id)

    # --- what is in it

    @property
    def holds_samples(self):
        """Tell whether this database can queue whole samples, not only positions on them."""
        return "blsampleid" in self._tx.columns("ContainerQueueSample")

    @property
    def holds_plans(self):
        """Tell whether this database keeps by which plan something is to be measured."""
        return "datacollectionplanid" in self._tx.columns("ContainerQueueSample")

    def samples(self, container_id):
        """Return {sample: its plans in their order} of a container; without one of its own, the crystal form's."""
        rows = self._tx.all("queues.samples_to_queue", containerId=container_id)
        orders = PlanRepository(self._tx).linked_to([row["blSampleId"] for row in rows])
        return {
            row["blSampleId"]: in_order(row["diffractionPlanId"], orders.get(row["blSampleId"], {}), row["ofCrystal"])[
                0
            ]
            for row in rows
        }

    def positions(self, container_id):
        """Return {position: its plan, or None} of a container."""
        rows = self._tx.all("queues.positions_to_queue", containerId=container_id)
        return {row["blSubSampleId"]: row["dataCollectionPlanId"] for row in rows}

    def items(self, queue_id):
        return self._tx.all("queues.items_of_queue", containerQueueId=queue_id)

    def add_items(self, queue_id, items):
        if items:
            self._tx.add_all("queues.add_items", items, containerQueueId=queue_id)

    def remove_items(self, items):
        if items:
            self._tx.run("queues.remove_items", items=items)
