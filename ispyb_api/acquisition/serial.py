"""Record what serial crystallography adds to a data collection: jet or chip, laser, and sequences of events."""

import datetime

from ispyb_api.acquisition import sequences
from ispyb_api.acquisition.repository_serial import SerialWrites
from ispyb_api.components.service import Mixtures
from ispyb_api.errors import Invalid

PARTS = ("SSXDataCollection", "event_chains")
_TIMES = ("name", "offset", "duration", "period", "repetition")


def taken(values):
    """Take what is serial crystallography's out of the values of a data collection; return it."""
    return {name: values.pop(name) for name in PARTS if name in values}


class Serial:
    """What is written of the collections of one session, which the caller may write."""

    def __init__(self, tx, session):
        self._tx, self._session = tx, session
        self._writes = SerialWrites(tx)

    def put(self, collection_id, parts):
        """Write the parts of a data collection that are there."""
        if not parts:
            return
        chains = parts.get("event_chains")
        if parts.get("SSXDataCollection") is not None or chains:
            self._put(collection_id, parts.get("SSXDataCollection") or {})
        elif "SSXDataCollection" in parts:
            self._writes.remove(collection_id)
        if chains is not None:
            self._writes.put_chains(collection_id, self._rows(chains))

    def _put(self, collection_id, values):
        try:
            self._writes.put(collection_id, values)
        except Invalid as exc:
            errors = {f"SSXDataCollection.{name}": messages for name, messages in exc.errors.items()}
            raise Invalid(str(exc), errors=errors) from None

    def _rows(self, chains):
        types, mixtures = self._writes.event_types(), Mixtures(self._tx, self._session)
        errors, found = {}, []
        for place, chain in enumerate(chains):
            events = []
            for number, event in enumerate(chain["events"]):
                try:
                    events.append(self._event(event, types, mixtures))
                except Invalid as exc:
                    where = f"event_chains[{place}].events[{number}]"
                    errors |= {f"{where}.{name}": messages for name, messages in exc.errors.items()}
            found.append({"name": chain.get("name"), "events": events})
        if errors:
            raise Invalid(errors=errors)
        return found

    def _event(self, event, types, mixtures):
        component, kind = event.get("Component"), event["type"].casefold()
        if kind not in types:
            types[kind] = self._writes.add_event_type(event["type"])
        return {
            "eventTypeId": types[kind],
            "componentId": mixtures.component(component) if component else None,
            **{name: event.get(name) for name in _TIMES},
        }


def check(collection, parts):
    """Refuse events that begin when the data collection, as it is or is to be, is over."""
    seconds = length(collection)
    errors = {
        f"event_chains[{place}].events[{number}].offset": [f"The data collection is over after {seconds:g} s."]
        for place, chain in enumerate(parts.get("event_chains") or ())
        if seconds is not None
        for number in sequences.late(chain["events"], seconds)
    }
    if errors:
        raise Invalid(errors=errors)


def length(collection):
    """Return how many seconds a data collection lasts: by its images and their rate, else by its times; None if it is not said."""
    rate = (collection.get("SSXDataCollection") or {}).get("repetitionRate")
    images, begin, end = (collection.get(name) for name in ("numberOfImages", "startTime", "endTime"))
    if rate and images:
        return images / rate
    if begin is None or end is None:
        return None
    return (_time(end) - _time(begin)).total_seconds()


def _time(value):
    return datetime.datetime.fromisoformat(value) if isinstance(value, str) else value
