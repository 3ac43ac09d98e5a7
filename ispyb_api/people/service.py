"""Make and change laboratories, as the user office does."""

from ispyb_api.auth.writing import record
from ispyb_api.errors import Conflict
from ispyb_api.people.repository_laboratories import LaboratoryRepository, LaboratoryWrites


class Laboratories:
    """Where people work, as somebody changes it who manages persons."""

    def __init__(self, tx, access):
        self._tx, self._access = tx, access
        self._rows, self._writes = LaboratoryRepository(tx, manager=True), LaboratoryWrites(tx)

    def add(self, given):
        """Make a laboratory; return it."""
        values = dict(given)
        self._number(values, None)
        return self._noted("added", self._writes.add(values.pop("name"), values), given)

    def change(self, laboratory_id, given, unchanged):
        """Change a laboratory, for all who work there, if it is ``unchanged`` since the caller read it; return it."""
        self._number(given, laboratory_id)
        self._writes.lock(laboratory_id)
        unchanged(self._rows.get(laboratory_id, self._access))
        self._writes.change(laboratory_id, given)
        return self._noted("changed", laboratory_id, given)

    def _number(self, given, laboratory_id):
        """Refuse a number of the user office that another laboratory has."""
        number = given.get("laboratoryExtPk")
        if number is None:
            return
        self._writes.take_turn()
        if (same := self._writes.with_number(number)) not in (None, laboratory_id):
            raise Conflict(f"The laboratory {same} has this number of the user office.")

    def _noted(self, what, laboratory_id, given):
        record(self._tx, self._access, f"laboratory {what}", f"laboratory {laboratory_id}", given)
        return self._rows.get(laboratory_id, self._access)
