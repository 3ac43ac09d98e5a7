"""The plans of many samples, each its own."""

from ispyb_api.errors import Invalid
from ispyb_api.plans.asking import Asked
from ispyb_api.plans.repository_writing import PlanWrites
from ispyb_api.samples.words import OF_PLAN_ROWS


class PlansOfRows:
    """The plans that ``rows`` mean, for the beamline at which their container is."""

    def __init__(self, tx, container, rows):
        self._tx, self._plans = tx, PlanWrites(tx)
        self._beamline = container and container["beamlineLocation"]
        self._rows = [self._values(row) for row in rows]
        self._setups = {}

    def faults(self, row):
        """Return what is wrong with the plan of a row, by field."""
        values = self._values(row)
        if not values:
            return {}
        try:
            Asked(self, values).check({}, self._beamline)
        except Invalid as exc:
            return exc.errors
        return self._tx.faults("DiffractionPlan", values)

    def make(self):
        """Return the plan's id for each row, None for a row without one."""
        ids = iter(self._plans.add_all([values for values in self._rows if values]))
        return [next(ids) if values else None for values in self._rows]

    def setup(self, beamline):
        """Return what a beamline can do; asked once for all rows."""
        if beamline not in self._setups:
            self._setups[beamline] = self._plans.setup(beamline)
        return self._setups[beamline]

    @staticmethod
    def _values(row):
        return {name: row[name] for name in OF_PLAN_ROWS if row.get(name) is not None}
