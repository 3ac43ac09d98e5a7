"""What a body asks of a plan: its columns, its detectors, its scans, and whether all of it can be done."""

from ispyb_api.errors import Invalid
from ispyb_api.plans import limits


class Asked:
    """``detectors`` and ``scans`` are None where the body does not speak of them."""

    def __init__(self, rows, given):
        self._rows = rows
        self.columns = {name: value for name, value in given.items() if name not in ("detectors", "scans", "planOrder")}
        self.detectors = given.get("detectors")
        self.scans = self._scans(given["scans"]) if "scans" in given else None

    def check(self, stored, beamline):
        """Refuse what the beamline or a detector cannot do; of a ``stored`` plan only what changes."""
        plan = {**stored, **self.columns, "detectors": self.detectors}
        fields = set(plan) if "beamLineName" in self.columns else set(self.columns)
        errors = {}
        if where := plan.get("beamLineName") or beamline:
            setup = self._rows.setup(where)
            errors = limits.of_beamline(plan, setup, where, fields) if setup else {}
        if fields & {"detectorId", "distance", "orientation"} or self.detectors:
            numbers = {plan.get("detectorId"), *(each["detectorId"] for each in self.detectors or ())} - {None}
            errors |= limits.of_detectors(plan, self._rows.detectors(numbers))
        errors |= self._twice()
        limits.refuse(errors)

    def _twice(self):
        numbers = [each["detectorId"] for each in self.detectors or ()]
        again = [place for place, number in enumerate(numbers) if number in numbers[:place]]
        return {f"detectors[{place}].detectorId": ["Is named above already."] for place in again}

    def _scans(self, given):
        known, errors, found = self._rows.scan_services(), {}, []
        for place, each in enumerate(given):
            values = dict(each)
            name = values.pop("service", None)
            number = known.get(name.casefold()) if name else values["scanParametersServiceId"]
            if number is None or number not in known.values():
                field = "service" if name else "scanParametersServiceId"
                errors[f"scans[{place}].{field}"] = ["There is no such thing to scan."]
            values["scanParametersServiceId"] = number
            values[self._rows.number_of_scan] = values.pop("sequenceNumber", None) or place + 1
            found.append(values)
        if errors:
            raise Invalid(errors=errors)
        return found
