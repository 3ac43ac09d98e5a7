"""What waits to be measured."""

from tests.contract.writes import EDITS, Write

WRITES = [
    Write("POST /containers/queue", EDITS.naming("containerId"), lambda r: {"containerId": r.container()}),
    Write("PATCH /containers/queue/{}", EDITS, lambda r: {"completed": True}, lambda r: r.queue()),
    Write("DELETE /containers/queue/{}", EDITS, ids=lambda r: r.queue()),
    Write("DELETE /containers/queue/samples/{}", EDITS, ids=lambda r: r.queued_sample()),
]
