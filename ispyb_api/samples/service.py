"""Make, change, move and remove samples, in one transaction and in the view of one caller."""

from ispyb_api.auth.editing import Editor
from ispyb_api.auth.permissions import Permission
from ispyb_api.components.repository import CompositionRepository
from ispyb_api.components.service import Mixtures
from ispyb_api.errors import Conflict, Forbidden, Invalid
from ispyb_api.grants.repository import GrantRepository
from ispyb_api.links.repository import LinkRepository
from ispyb_api.plans import forgetting
from ispyb_api.proteins.repository_crystals import CrystalRepository
from ispyb_api.queues import forgetting as queues
from ispyb_api.samples.repository_writing import SampleWrites, SlotRepository
from ispyb_api.samples.service_crystals import CrystalOfSample, parents
from ispyb_api.samples.slots import Slots
from ispyb_api.samples.words import OF_BEAMLINES, OF_STAFF, TRACES


class Samples(Editor):
    noun, rows = "sample", SampleWrites

    def proposal_of(self, row):
        return row["_metadata"]["proposalId"]

    def add(self, given):
        """Make a sample, unless the place holds one of this name; return it, and whether it is new."""
        values = dict(given)
        proposal = self._proposal(values)
        values.pop("proposalId", None)
        slots = self._slots(values.get("containerId"))
        same = slots.at(values.get("location"), values.get("subLocation")) if slots else None
        if same and (same["name"] or "").casefold() == given["name"].casefold():
            return self._rows.get(same["blSampleId"], self._access), False
        values = self._crystal(values, proposal)
        mixed, name = values.pop("sample_compositions", []), values.pop("name")
        self._of_staff(values)
        if slots:
            slots.take(values.get("location"), values.get("subLocation"), name)
        sample_id = self._rows.add(name, values)
        self._mix(sample_id, proposal, mixed)
        return self.added(sample_id, given), True

    def change(self, sample_id, given, unchanged):
        """Change a sample, if it is ``unchanged`` since the caller read it; return it."""
        sample = self.mine(sample_id, unchanged, self._permission(given))
        proposal = sample["_metadata"]
        self._same(proposal, self._parents(given))
        values = self._crystal(dict(given), proposal, sample)
        self._of_staff(values)
        self._move(sample, values)
        if sample["containerId"] not in (None, values.get("containerId", sample["containerId"])):
            queues.take_sample(self._tx, sample["containerId"], sample_id)
        if "sample_compositions" in values:
            self._mix(sample_id, proposal, values.pop("sample_compositions"))
        self._rows.change(sample_id, values)
        return self.changed(sample_id, given)

    def remove(self, sample_id, unchanged):
        """Remove a sample with which nothing was done."""
        self.mine(sample_id, unchanged)
        done = [f"{number} {TRACES[name]}" for name, number in self._rows.traces(sample_id).items() if number]
        if done:
            raise Conflict(f"The sample has {', '.join(done)}: it stays.")
        CompositionRepository(self._tx).put_sample(sample_id, [])
        GrantRepository(self._tx).forget_sample(sample_id)
        LinkRepository(self._tx).forget("blSampleId", sample_id)
        plans = forgetting.take_from_sample(self._tx, sample_id)
        self._rows.remove(sample_id)
        forgetting.drop_unowned(self._tx, plans)
        self.removed(sample_id)

    def _permission(self, given):
        """Let instruments write what is theirs to write."""
        own = set(given) <= set(OF_BEAMLINES) and Permission.INGEST_DATA in self._access.identity.permissions
        return Permission.INGEST_DATA if own else Permission.EDIT_PROPOSALS

    def _of_staff(self, values):
        identity = self._access.identity
        staff = identity.beamlines or {Permission.EDIT_PROPOSALS, Permission.INGEST_DATA} & identity.permissions
        if values.keys() & set(OF_STAFF) and not staff:
            raise Forbidden(f"{' and '.join(OF_STAFF)} are the staff's and instruments' to write.")

    # --- whose it is

    def _proposal(self, values):
        """Return the proposal to which everything belongs that a new sample consists of."""
        named = list(self._parents(values))
        if not named or all(values.get(name) is None for name in ("containerId", "crystalId", "Crystal")):
            raise Invalid(errors={"containerId": ["Give containerId, or a crystal form: it says whose the sample is."]})
        (field, what, proposal_id), *others = named
        proposal = self.parent(proposal_id, field, what)
        self._same(proposal, others)
        return proposal

    @staticmethod
    def _same(proposal, named):
        """Refuse what belongs to another proposal."""
        errors = {
            field: [f"No {what} of {proposal['proposal']}."]
            for field, what, proposal_id in named
            if proposal_id != proposal["proposalId"]
        }
        if errors:
            raise Invalid(errors=errors)

    def _parents(self, values):
        """Yield (field, words, proposal) of each row that a body names."""
        if (number := values.get("proposalId")) is not None:
            yield "proposalId", f"proposal {number}", number
        if (number := values.get("containerId")) is not None:
            found = SlotRepository(self._tx).container(number)
            yield "containerId", f"container {number}", found and found["proposalId"]
        crystals = CrystalRepository(self._tx)
        if (number := values.get("crystalId")) is not None:
            yield "crystalId", f"crystal {number}", crystals.proposal_of(number)
        yield from parents(self._tx, values.get("Crystal", {}))

    # --- what it consists of

    def _crystal(self, values, proposal, sample=None):
        """Return the values with the crystal form that they mean."""
        part = values.pop("Crystal", None)
        if part is None:
            return values
        if part.get("crystalId", values.get("crystalId")) != values.get("crystalId", part.get("crystalId")):
            raise Invalid(errors={"crystalId": ["Is not Crystal.crystalId."]})
        if "crystalId" in values:
            part = {**part, "crystalId": values["crystalId"]}
        finder = CrystalOfSample(self._tx, self._access, proposal)
        values["crystalId"] = finder.of_changed(part, sample["crystalId"]) if sample else finder.of_new(part)
        return values

    def _mix(self, sample_id, proposal, given):
        compositions = CompositionRepository(self._tx)
        kept = compositions.in_sample(sample_id)
        rows = Mixtures(self._tx, proposal).rows(given, "sample_compositions", kept) if given else []
        compositions.put_sample(sample_id, rows)

    # --- where it is

    def _slots(self, container_id):
        if container_id is None:
            return None
        return Slots(self._tx, SlotRepository(self._tx).container(container_id))

    def _move(self, sample, values):
        """Take the place that the sample gets; without a container a crystal form must say whose it is."""
        now = {**{name: sample[name] for name in ("containerId", "subLocation", "crystalId")}, **values}
        if values.keys() & {"containerId", "crystalId"} and now["containerId"] is None and now["crystalId"] is None:
            raise Invalid(errors={"containerId": ["Without a container and a crystal form it would be nobody's."]})
        if now["containerId"] is None or not values.keys() & {"containerId", "location", "subLocation"}:
            return
        where = values["location"] if "location" in values else self._rows.location(sample["blSampleId"])
        self._slots(now["containerId"]).take(where, now["subLocation"], sample["name"], sample["blSampleId"])
