"""Fill containers as front ends do: the whole container at once, samples found by their rows or by their places."""

import contextlib

from ispyb_api.compat.java_rest import sent
from ispyb_api.compat.java_rest.forms import CrystalForms
from ispyb_api.compat.java_rest.repository_shipping import Shipments
from ispyb_api.compat.java_rest.service_shipping import Parcels, anyhow, remove_container
from ispyb_api.errors import Invalid, NotFound
from ispyb_api.plans.service import Plans
from ispyb_api.samples.service import Samples
from ispyb_api.samples.slots import place
from ispyb_api.shipping.service import Containers

_CONTAINER = {
    "sampleChangerLocation": ("sampleChangerLocation", sent.text),
    "capacity": ("capacity", sent.whole),
    "code": ("code", sent.text),
    "containerType": ("containerType", sent.text),
    "beamlineLocation": ("beamlineLocation", sent.text),
    "barcode": ("barcode", sent.text),
}
_SAMPLE = {
    "name": ("name", sent.text),
    "code": ("code", sent.text),
    "location": ("location", sent.text),
    "comments": ("comments", sent.text),
    "structureStage": ("structureStage", sent.text),
    "smiles": ("SMILES", sent.text),
}
_PLAN = {
    "experimentKind": ("experimentKind", sent.text),
    "forcedSpaceGroup": ("forcedSpaceGroup", sent.text),
    "numberOfPositions": ("numberOfPositions", sent.whole),
    "radiationSensivity": ("radiationSensitivity", sent.real),  # EXI's spelling when it reads CSV
    **{
        name: (name, sent.real)
        for name in (
            *("aimedResolution", "requiredResolution", "observedResolution", "preferredBeamDiameter"),
            *("aimedMultiplicity", "aimedCompleteness", "radiationSensitivity", "axisRange", "minOscWidth"),
        )
    },
}


class Pucks:
    """Containers of the proposal in the path."""

    def __init__(self, call):
        self._call, self._tx, self._access = call, call.tx, call.access
        self._shipments = Shipments(call)

    def add(self, shipping, dewar, kind, capacity):
        """Make an empty container in a dewar; return it."""
        self._shipments.here(shipping, dewar)
        number = 1 + sum(row["Dewar_dewarId"] == dewar and row["Container_containerId"] is not None for row in self._shipments.rows(shipping))  # fmt: skip
        values = {"dewarId": dewar, "code": f"{kind} {number}", "containerType": kind, "capacity": capacity or None}
        made = Containers(self._tx, self._access).add({**values, "containerStatus": "opened"})
        return self._shipments.container(made["containerId"])

    def remove(self, container):
        """Remove a container with its samples, if nothing was done with these; return the rows of its shipment."""
        row = self._there(container)
        remove_container(self._tx, self._access, row)
        return self._shipments.rows(row["shippingId"])

    def add_dewars(self, shipping, dewars):
        """Make dewars with all that is in them; those that are there already stay as they are."""
        parcels = Parcels(self._call)
        for dewar in dewars:
            if sent.whole(dewar, "dewarId"):
                continue
            made = parcels.add_dewar(shipping, {"code": sent.text(dewar, "code"), "comments": sent.text(dewar, "comments")})  # fmt: skip
            for container in sent.parts(dewar, "containerVOs"):
                kind = sent.text(container, "containerType") or "OTHER"
                row = self.add(shipping, made, kind, sent.whole(container, "capacity"))
                with _named(f"{sent.text(dewar, 'code')} {sent.text(container, 'code') or row['code']}: "):
                    self.save(row["containerId"], container)

    def save(self, container, puck):
        """Make a container what ``puck`` says; samples whose place it does not name are removed.  Return the container."""
        row = self._there(container)
        values = sent.different(sent.read(puck, _CONTAINER), row)
        if values:
            Containers(self._tx, self._access).change(container, values, anyhow)
        wanted = sent.parts(puck, "sampleVOs")
        stored = self._matched(row, wanted)
        forms = CrystalForms(self._call, wanted)
        for number, (sample, known) in enumerate(zip(wanted, stored, strict=True)):
            with _named(f"sampleVOs[{number}] ({sent.text(sample, 'name') or 'without a name'})."):
                self._sample(container, sample, known, forms.of(sample))
        return self._shipments.container(container)

    def place(self, containers, beamlines, positions):
        """Put containers into positions of sample changers; without both, take them off."""
        if not len(containers) == len(beamlines) == len(positions):
            raise Invalid(errors={"sampleChangerLocation": ["Give as many positions and beamlines as containers."]})
        services = Containers(self._tx, self._access)
        for container, beamline, position in zip(containers, beamlines, positions, strict=True):
            self._there(container)
            where = {"beamlineLocation": beamline, "sampleChangerLocation": position}
            if beamline and position:
                services.assign(container, where, anyhow)
            else:
                services.change(container, where, anyhow)

    def _there(self, container):
        row = self._shipments.container(container)
        if row is None:
            raise NotFound("The container is not one of this proposal.")
        return row

    def _matched(self, row, wanted):
        """Return the stored sample that each of the wanted ones is, None for a new one; remove the others."""
        stored = {each["blSampleId"]: each for each in row["sampleVOs"]}
        names = {(place(each["location"]), (each["name"] or "").casefold()): each for each in stored.values()}
        found = []
        for number, sample in enumerate(wanted):
            key = sent.whole(sample, "blSampleId")
            if key and key not in stored:
                raise Invalid(errors={f"sampleVOs[{number}].blSampleId": ["Is not in this container."]})
            where = (place(sent.text(sample, "location")), (sent.text(sample, "name") or "").casefold())
            found.append(stored.get(key) or names.get(where))
        kept = {each["blSampleId"] for each in found if each}
        services = Samples(self._tx, self._access)
        for gone in sorted(stored.keys() - kept):
            services.remove(gone, anyhow)
        self._make_room(wanted, found)
        return found

    def _make_room(self, wanted, found):
        """Take samples out of the places that they leave, for another one may come there."""
        for sample, known in zip(wanted, found, strict=True):
            if known and place(known["location"]) != place(sent.text(sample, "location")):
                Samples(self._tx, self._access).change(known["blSampleId"], {"location": None}, anyhow)
                known["location"] = None

    def _sample(self, container, sample, known, crystal):
        values = sent.read(sample, _SAMPLE)
        if not values.get("name"):
            raise Invalid(errors={"name": ["The sample needs a name."]})
        services = Samples(self._tx, self._access)
        if known:
            stored = {**known, "SMILES": known["smiles"], "crystalId": (known["crystalVO"] or {}).get("crystalId")}
            changed = sent.different({**values, **({"crystalId": crystal} if crystal else {})}, stored)
            if changed:
                services.change(known["blSampleId"], changed, anyhow)
            number = known["blSampleId"]
        else:
            made, _ = services.add({**values, "containerId": container, "crystalId": crystal})
            number = made["blSampleId"]
        self._plan(
            number, known and known["diffractionPlanVO"], sent.read(sent.part(sample, "diffractionPlanVO"), _PLAN)
        )

    def _plan(self, sample, stored, values):
        plans = Plans(self._tx, self._access)
        if stored:
            changed = sent.different(values, stored)
            if changed:
                plans.change(stored["diffractionPlanId"], changed, anyhow)
        elif given := {name: value for name, value in values.items() if value is not None}:
            plans.add_to_sample(sample, given)


@contextlib.contextmanager
def _named(where):
    """Say of faulty fields where they are."""
    try:
        yield
    except Invalid as exc:
        errors = {f"{where}{name}": messages for name, messages in exc.errors.items()}
        raise Invalid(str(exc), errors=errors) from None
