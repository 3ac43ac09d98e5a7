"""Fill a container with samples that come as flat rows: all of them, or none."""

from ispyb_api.auth.editing import Editor
from ispyb_api.auth.writing import proposal_to_write, record
from ispyb_api.errors import Conflict, Invalid, NotFound
from ispyb_api.samples.plans_of_rows import PlansOfRows
from ispyb_api.samples.repository_writing import SampleWrites, SlotRepository
from ispyb_api.samples.service_forms import Forms
from ispyb_api.samples.slots import Slots, place
from ispyb_api.samples.words import OF_SAMPLE_ROWS


class Sheets(Editor):
    noun, rows = "sample", SampleWrites

    def fill(self, container_id, rows):
        """Put samples into a container; return them in the order of their rows."""
        container = SlotRepository(self._tx).container(container_id)
        if container is None or container["proposalId"] is None:
            raise NotFound(f"No container {container_id}.")
        proposal = self._of(container_id, container["proposalId"])
        ids = self._put(proposal, container, rows)
        record(self._tx, self._access, "samples added", f"container {container_id}", {"blSampleIds": ids})
        page = self._rows.page({"blSampleIds": ids, "skip": 0, "limit": len(ids)}, self._access)
        page["results"].sort(key=lambda row: ids.index(row["blSampleId"]))
        return page

    def add(self, given):
        """Make a single sample of such a row; return it."""
        values = dict(given)
        container_id, proposal_id = values.pop("containerId", None), values.pop("proposalId", None)
        container = SlotRepository(self._tx).container(container_id) if container_id else None
        field, what, owner = ("containerId", f"container {container_id}", container and container["proposalId"])
        if container_id is None:
            field, what, owner = ("proposalId", f"proposal {proposal_id}", proposal_id)
        proposal = self.parent(owner, field, what)
        try:
            sample_id = self._put(proposal, container, [values])[0]
        except Invalid as exc:
            raise Invalid(str(exc), errors={name.removeprefix("[0]."): each for name, each in exc.errors.items()}) from None  # fmt: skip
        return self.added(sample_id, given)

    def _of(self, container_id, proposal_id):
        try:
            return proposal_to_write(self._tx, self._access, proposal_id)
        except NotFound:
            raise NotFound(f"No container {container_id}.") from None

    def _put(self, proposal, container, rows):
        """Make the samples of rows, each checked before the first is made; return their ids."""
        forms = Forms(self._tx, self._access, proposal, rows)
        plans = PlansOfRows(self._tx, container, rows)
        slots = Slots(self._tx, container) if container else None
        errors = {}
        for number, row in enumerate(rows):
            wrong = {**forms.faults(row), **plans.faults(row), **self._faults(row), **self._place(slots, row)}
            errors |= {f"[{number}].{name}": messages for name, messages in wrong.items()}
        if errors:
            raise Invalid("Nothing was saved; each field that is wrong is named.", errors=errors)
        made = [
            {**self._own(row), "crystalId": crystal_id, "diffractionPlanId": plan_id}
            for row, crystal_id, plan_id in zip(rows, forms.make(), plans.make(), strict=True)
        ]
        return self._rows.add_all(container and container["containerId"], made)

    @staticmethod
    def _own(row):
        return {name: row.get(name) for name in OF_SAMPLE_ROWS}

    def _faults(self, row):
        return self._tx.faults("BLSample", self._own(row))

    @staticmethod
    def _place(slots, row):
        where = place(row.get("location"), row.get("subLocation"))
        if slots is None or where is None:
            return {}
        try:
            slots.take(row["location"], row.get("subLocation"), row["name"])
        except Conflict as exc:
            return {"location": [str(exc)]}
        except Invalid as exc:
            return exc.errors
        return {}
