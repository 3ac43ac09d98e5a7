"""What becomes of what was sent: where it was, what waits to be measured, and for which sessions."""

from tests.bench.facility.plan import Table, first, of_each, stamp
from tests.bench.facility.samples import CONTAINERS, CRYSTALS, DEWARS, SHIPMENTS

_STATIONS = ("at facility", "processing", "closed")


def tables(plan):
    """Yield the tables of histories and queues."""
    yield Table("ContainerHistory", of_each(plan, CONTAINERS * len(_STATIONS), _container_was))
    yield Table("DewarTransportHistory", of_each(plan, DEWARS * len(_STATIONS), _dewar_was))
    sessions = {}
    for session in plan.sessions:
        sessions.setdefault(session.proposal, session.sessionId)
    yield Table("ShippingHasSession", of_each(plan, SHIPMENTS, _for_session(sessions)))
    yield Table("ContainerQueue", of_each(plan, CONTAINERS, _queue))
    yield Table("ContainerQueueSample", of_each(plan, plan.size.samples, _queued))


def _container_was(plan, proposal, place, number):
    station = place % len(_STATIONS)
    return {
        "containerHistoryId": number,
        "containerId": first(proposal, CONTAINERS) + place // len(_STATIONS),
        "location": str(1 + place % 29),
        "blTimeStamp": stamp((number % 2000 + station) * 86400),
        "status": _STATIONS[station],
        "beamlineName": "MX1",
    }


def _dewar_was(plan, proposal, place, number):
    station = place % len(_STATIONS)
    return {
        "DewarTransportHistoryId": number,
        "dewarId": first(proposal, DEWARS) + place // len(_STATIONS),
        "dewarStatus": _STATIONS[station],
        "storageLocation": "Store 1",
        "arrivalDate": stamp((number % 2000 + station) * 86400),
    }


def _for_session(sessions):
    def row(plan, proposal, place, number):
        return {"shippingId": number, "sessionId": sessions[proposal]}

    return row


def _queue(plan, proposal, place, number):
    """Return a queue of each container; every second is done."""
    queued = number % 2000 * 86400
    return {
        "containerQueueId": number,
        "containerId": number,
        "personId": plan.persons[0],
        "createdTimeStamp": stamp(queued),
        "completedTimeStamp": stamp(queued + 3600) if number % 2 else None,
    }


def _queued(plan, proposal, place, number):
    return {
        "containerQueueSampleId": number,
        "containerQueueId": first(proposal, CONTAINERS) + place // (plan.size.samples // CONTAINERS),
        "blSampleId": number,
        "dataCollectionPlanId": first(proposal, CRYSTALS) + place % CRYSTALS,
    }
