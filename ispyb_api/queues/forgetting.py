"""Places in queues that are over, once the sample is where it cannot be measured from them."""

from ispyb_api.queues.progress import Progress
from ispyb_api.queues.repository_writing import QueueWrites


def take_sample(tx, container_id, sample_id):
    """Take a sample that leaves its container, and the positions on it, from the queue in which that waits."""
    rows = QueueWrites(tx)
    queue_id = rows.open(container_id)
    items = rows.items(queue_id) if queue_id is not None else []
    its = [row["containerQueueSampleId"] for row in items if sample_id in (row["blSampleId"], row["positionOf"])]
    rows.remove_items(Progress(tx).waiting(its))
