"""/containers/queue"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected
from ispyb_api.queues.repository import QueuedSampleRepository, QueueRepository
from ispyb_api.queues.schemas import (
    ContainerQueueArguments,
    ContainerQueuePageSchema,
    ContainerQueueSchema,
    QueuedSampleArguments,
    QueuedSamplePageSchema,
    QueuedSampleSchema,
)
from ispyb_api.queues.schemas_new import ContainerQueuePatchSchema, NewContainerQueueSchema
from ispyb_api.queues.service import Queues

api = Namespace("queues", path="/containers/queue", description="Containers that wait to be measured")


@api.route("")
class ContainerQueueList(Resource):
    @requires()
    @api.accepts(ContainerQueueArguments, "query")
    @api.returns(ContainerQueuePageSchema)
    def get(self, arguments):
        """List the containers that wait to be measured, or waited

        Of the proposals you may see, the latest queued first.
        """
        with transaction() as tx:
            return QueueRepository(tx).page(arguments, current_access())

    @requires()
    @api.accepts(NewContainerQueueSchema)
    @api.returns(
        ContainerQueueSchema, 201, "Queued", found="The container waits already; what its queue lacked was added"
    )
    @api.writes()
    def post(self, tx, given):
        """Queue a container

        Of a proposal that you may change.  A container waits in one queue at a time.
        """
        queue, new = Queues(tx, current_access()).add(given)
        return created(queue, queue["containerQueueId"], new=new)


@api.route(f"/<int(max={MAX_ID}):containerQueueId>")
@api.param("containerQueueId", "The queue's row.")
class ContainerQueue(Resource):
    @requires()
    @api.returns(ContainerQueueSchema, errors=(404,))
    def get(self, containerQueueId):  # noqa: N803 - the contract's name
        """Get one queued container

        What is to be measured of it is at /containers/queue/samples?containerQueueId=.
        """
        with transaction() as tx:
            return QueueRepository(tx).get(containerQueueId, current_access())

    @requires()
    @api.accepts(ContainerQueuePatchSchema)
    @api.returns(ContainerQueueSchema)
    @api.writes()
    def patch(self, tx, given, containerQueueId):  # noqa: N803
        """Say that a queued container is done, or that it waits again

        Of a proposal that you may change.
        """
        return Queues(tx, current_access()).change(containerQueueId, given, expected(ContainerQueueSchema))

    @requires()
    @api.confirms("Taken from the queue")
    @api.writes()
    def delete(self, tx, containerQueueId):  # noqa: N803
        """Take a container from the queue

        What was not measured is forgotten.  If something was, the queue remains for that, as done.
        """
        Queues(tx, current_access()).remove(containerQueueId, expected(ContainerQueueSchema))


@api.route("/samples")
class QueuedSampleList(Resource):
    @requires()
    @api.accepts(QueuedSampleArguments, "query")
    @api.returns(QueuedSamplePageSchema)
    def get(self, arguments):
        """List what is to be measured of queued containers

        Samples and positions on them with their plans, the first queued first, and the data collections that were made for
        them.
        """
        with transaction() as tx:
            return QueuedSampleRepository(tx).page(arguments, current_access())


@api.route(f"/samples/<int(max={MAX_ID}):containerQueueSampleId>")
@api.param("containerQueueSampleId", "The row of a place in a queue.")
class QueuedSample(Resource):
    @requires()
    @api.returns(QueuedSampleSchema, errors=(404,))
    def get(self, containerQueueSampleId):  # noqa: N803
        """Get one thing that is to be measured

        With its plan, and the data collections that were made for it.
        """
        with transaction() as tx:
            return QueuedSampleRepository(tx).get(containerQueueSampleId, current_access())

    @requires()
    @api.confirms("Taken from the queue")
    @api.writes()
    def delete(self, tx, containerQueueSampleId):  # noqa: N803
        """Take a sample, or a position, from its queue

        One for which nothing was collected; a plan that nothing else has goes with it.
        """
        Queues(tx, current_access()).remove_sample(containerQueueSampleId, expected(QueuedSampleSchema))
