"""Places in containers: each holds one sample."""

from ispyb_api.errors import Conflict, Invalid
from ispyb_api.samples.repository_writing import SlotRepository


def place(location, sub_location=None):
    """Return a place as it is compared: ``7``, ``"07"`` and ``" 7"`` are the same; None if the sample has none."""
    text = "" if location is None else str(location).strip().casefold()
    if not text:
        return None
    return (str(int(text)) if text.isdecimal() else text), sub_location


class Slots:
    """The places of one container, which nobody else fills until the transaction ends."""

    def __init__(self, tx, container):
        self._container = container
        rows = SlotRepository(tx).hold(container["containerId"])
        self._taken = {place(row["location"], row["subLocation"]): row for row in rows}
        self._taken.pop(None, None)

    def at(self, location, sub_location):
        """Return the sample in a place: {blSampleId, name}; None if that is free."""
        return self._taken.get(place(location, sub_location))

    def fits(self, location):
        """Refuse a place that the container does not have."""
        where, capacity = place(location), self._container["capacity"]
        if where and capacity and where[0].isdecimal() and not 1 <= int(where[0]) <= capacity:
            raise Invalid(errors={"location": [f"The container {self._container['code']} has places 1 to {capacity}."]})

    def take(self, location, sub_location, name, sample_id=None):
        """Take a place for a sample, a new one if it has no id; raise Conflict if another one is there."""
        self.fits(location)
        other = self.at(location, sub_location)
        if other and (sample_id is None or other["blSampleId"] != sample_id):
            which = f" ({other['blSampleId']})" if other["blSampleId"] else ", which is sent with it"
            raise Conflict(
                f"The place {location} of the container {self._container['code']} holds the sample {other['name']}{which}."
            )
        if where := place(location, sub_location):
            self._taken[where] = {"blSampleId": sample_id, "name": name}
