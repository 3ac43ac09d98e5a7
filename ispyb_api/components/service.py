"""Make, change and remove components of a proposal, and find those that mixtures name."""

from ispyb_api.auth.editing import Editor
from ispyb_api.components.repository import ComponentRepository
from ispyb_api.errors import Conflict, Invalid


class Components(Editor):
    noun, rows = "component", ComponentRepository

    def add(self, given):
        """Make a component; return it."""
        values = dict(given)
        proposal_id, type_id, name = (values.pop(each) for each in ("proposalId", "componentTypeId", "name"))
        self.parent(proposal_id, "proposalId", f"proposal {proposal_id}")
        self._is_sound(given)
        return self.added(self._rows.add(proposal_id, type_id, name, values), given)

    def change(self, component_id, given, unchanged):
        """Change a component, if it is ``unchanged`` since the caller read it; return it."""
        self.mine(component_id, unchanged)
        self._is_sound(given)
        self._rows.change(component_id, given)
        return self.changed(component_id, given)

    def remove(self, component_id, unchanged):
        """Remove a component that is in nothing."""
        self.mine(component_id, unchanged)
        uses = self._rows.uses(component_id)
        if any(uses.values()):
            raise Conflict(f"The component is in {uses['samples']} samples and {uses['crystals']} crystal forms.")
        self._rows.remove(component_id)
        self.removed(component_id)

    def _is_sound(self, values):
        known = {row["componentTypeId"] for row in self._rows.types()}
        if "componentTypeId" in values and values["componentTypeId"] not in known:
            raise Invalid(errors={"componentTypeId": ["There is no such type."]})


class Mixtures:
    """Finds the components that mixtures of one proposal's rows name, and makes those that are missing."""

    def __init__(self, tx, proposal):
        self._rows, self._proposal = ComponentRepository(tx), proposal
        self._known = self._rows.of_proposal(proposal["proposalId"])
        self._types = {row["componentTypeId"]: row["name"] for row in self._rows.types()}
        self._counts = {row["concentrationTypeId"] for row in self._rows.concentration_types()}

    def rows(self, given, field, kept=frozenset()):
        """Return the rows of a mixture; ``kept`` are components that it has already, whosever they are."""
        found, errors = [], {}
        for number, each in enumerate(given):
            try:
                found.append(self._row(each, kept))
            except Invalid as exc:
                errors |= {f"{field}[{number}].{name}": messages for name, messages in exc.errors.items()}
        if errors:
            raise Invalid(errors=errors)
        return found

    def _row(self, each, kept):
        count = (each.get("ConcentrationType") or {}).get("concentrationTypeId")
        if count is not None and count not in self._counts:
            raise Invalid(errors={"ConcentrationType.concentrationTypeId": ["There is no such way to count."]})
        return {
            "componentId": self.component(each["Component"], kept),
            "concentrationTypeId": count,
            **{name: each.get(name) for name in ("abundance", "ratio", "ph")},
        }

    def component(self, meant, kept=frozenset()):
        """Return the id of a component that is meant by its row; or by name and type, and made if it is missing."""
        if "componentId" not in meant:
            return self._called(meant["name"], meant.get("composition"), self._type(meant["ComponentType"]))
        if meant["componentId"] in kept or any(row["componentId"] == meant["componentId"] for row in self._known):
            return meant["componentId"]
        raise Invalid(errors={"Component.componentId": [f"No component of {self._proposal['proposal']}."]})

    def _type(self, meant):
        for type_id, name in self._types.items():
            if meant.get("componentTypeId") == type_id or meant.get("name", "").casefold() == name.casefold():
                return type_id
        raise Invalid(errors={"Component.ComponentType": ["There is no such type."]})

    def _called(self, name, composition, type_id):
        """Return the id of the proposal's component with this name and type, and composition if one is said."""
        for row in self._known:
            same = row["componentTypeId"] == type_id and row["name"].casefold() == name.casefold()
            if same and composition in (None, row["composition"]):
                return row["componentId"]
        values = {"composition": composition}
        component_id = self._rows.add(self._proposal["proposalId"], type_id, name, values)
        self._known.append({"componentId": component_id, "componentTypeId": type_id, "name": name, **values})
        return component_id
