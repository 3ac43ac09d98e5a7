"""Serial crystallography: how the crystals came, what happened while they were measured, and what was found."""

from datetime import UTC

from tests.bench.facility.plan import BEGIN, Table, stamp

_EVENTS = ("LaserExcitation", "XrayDetection")
_CELLS = 50  # of each result
_BEGIN = BEGIN.replace(tzinfo=UTC).timestamp()


def tables(plan):
    """Yield the tables of serial experiments."""
    collections = [
        (each, group.start) for group in plan.groups if group.experiment[:3] == "SSX" for each in group.collections
    ]
    yield Table("SSXDataCollection", (_how(each) for each, _ in collections))
    yield Table("SSXProcessingResult", (_result(*each) for each in collections))
    yield Table("SSXProcessingResultAttachment", (_file(*each) for each in collections))
    yield Table("api_serial_count", (_count(*each) for each in collections))
    yield Table("api_serial_cell", (_cell(each, number) for each, _ in collections for number in range(1, _CELLS + 1)))
    yield Table("EventChain", (_chain(each) for each, _ in collections))
    yield Table("Event", (_event(each, place) for each, _ in collections for place in range(len(_EVENTS))))


def _how(collection):
    return {"dataCollectionId": collection, "repetitionRate": 10, "jetSpeed": 4, "experimentName": f"Jet {collection}"}


def _result(collection, start):
    return {
        "ssxProcessingResultId": collection,
        "dataCollectionId": collection,
        "hitRate": collection % 60,
        "indexingRate": collection % 40,
        "indexingType": "Final",
        "status": "Success",
        "createdTimeStamp": stamp(start + 300),
    }


def _file(collection, start):
    return {
        "ssxProcessingResultAttachmentId": collection,
        "ssxProcessingResultId": collection,
        "fileName": "hits.json",
        "filePath": f"/data/serial/{collection}",
        "fileType": "Processing results",
        "createdTimeStamp": stamp(start + 300),
    }


def _count(collection, start):
    """Return what a finished result counted: nothing more was found at its two later moments."""
    images, hits = 1000, 10 * (collection % 60)
    marks = {
        f"{moment}{what}": count
        for moment in ("mark", "window")
        for what, count in (("At", _BEGIN + start), ("Images", images), ("Hits", hits), ("Indexed", _CELLS))
    }
    return {
        "ssxProcessingResultId": collection,
        "nbImages": images,
        "nbHits": hits,
        "nbIndexed": _CELLS,
        "nbCells": _CELLS,
        "countedAt": _BEGIN + start,
        **marks,
    }


def _cell(collection, number):
    edges = dict.fromkeys("ab", 78 + (collection + number) % 13 / 10)
    angles = dict.fromkeys(("alpha", "beta", "gamma"), 90)
    return {
        "ssxProcessingResultId": collection,
        "cellNumber": number,
        "imageNumber": number,
        **edges,
        "c": 37.2,
        **angles,
    }


def _chain(collection):
    return {"eventChainId": collection, "dataCollectionId": collection, "name": "pump and probe"}


def _event(collection, place):
    return {
        "eventId": collection * len(_EVENTS) + place,
        "eventChainId": collection,
        "eventTypeId": place + 1,
        "name": _EVENTS[place],
        "offset": place * 0.001,
        "duration": 0.0001,
        "period": 0.1,
        "repetition": 10,
    }
