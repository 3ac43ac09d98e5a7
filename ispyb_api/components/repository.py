"""Components, and the kinds of them and of concentrations.  The SQL is in sql/queries/components/."""

from ispyb_api import names
from ispyb_api.db.listing import Listing, envelope, like
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound

COMPONENTS = Listing(
    filters={
        "componentId": ("cp.componentId", "eq"),
        "componentTypeId": ("cp.componentTypeId", "eq"),
        "proposal": names.proposal,
        "search": lambda text: Clause("cp.name LIKE :s_text ESCAPE '!'", {"s_text": like(text)}),
    },
    sorts={"componentId": "cp.componentId"},
    default_sort="componentId",
    tie_breaker="cp.componentId",
)


class ComponentRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of the components that match and that the caller may see."""
        visible = access.contents("cp.proposalId")
        slots = {
            **COMPONENTS.slots(arguments, visible=visible),
            "visible_samples": access.contents("COALESCE(mh.proposalId, mp.proposalId)"),
            "visible_crystals": access.contents("mp.proposalId"),
        }
        rows = self._tx.all("components.list_components", slots)
        count = {"where": slots["where"], "visible": visible}
        return envelope(rows, arguments, lambda: self._tx.total("components.count_components", count))

    def get(self, component_id, access):
        """Return one component by its id."""
        found = self.page({"componentId": component_id, "skip": 0, "limit": 2}, access)["results"]
        if not found:
            raise NotFound(f"No component {component_id}.")
        return found[0]

    def types(self):
        """Return every type of components."""
        return self._tx.all("components.list_component_types")

    def concentration_types(self):
        """Return every way to count a concentration."""
        return self._tx.all("components.list_concentration_types")

    def of_proposal(self, proposal_id):
        """Return the components of a proposal, in short."""
        return self._tx.all("components.components_of", proposalId=proposal_id)

    def lock(self, component_id):
        """Keep others from changing a component until the transaction ends."""
        self._tx.lock("components.lock_component", componentId=component_id)

    def uses(self, component_id):
        """Return in how many samples and crystal forms it is, whoever may see them."""
        return self._tx.one("components.uses_of_component", componentId=component_id)

    def add(self, proposal_id, type_id, name, values):
        """Make a component; return its id."""
        return self._tx.add(
            "components.add_component", values, proposalId=proposal_id, componentTypeId=type_id, name=name
        )

    def change(self, component_id, values):
        """Change columns of a component."""
        self._tx.change("components.change_component", values, componentId=component_id)

    def remove(self, component_id):
        self._tx.run("components.remove_component", componentId=component_id)


class CompositionRepository:
    """What samples and crystal forms are mixed with."""

    def __init__(self, tx):
        self._tx = tx

    def put_sample(self, sample_id, rows):
        """Replace what a sample is mixed with."""
        self._tx.run("components.remove_sample_compositions", blSampleId=sample_id)
        if rows:
            self._tx.add_all("components.add_sample_compositions", rows, blSampleId=sample_id)

    def put_crystal(self, crystal_id, rows):
        """Replace what a crystal form is mixed with."""
        self._tx.run("components.remove_crystal_compositions", crystalId=crystal_id)
        if rows:
            self._tx.add_all("components.add_crystal_compositions", rows, crystalId=crystal_id)

    def in_sample(self, sample_id):
        """Return the ids of the components of a sample."""
        return {row["componentId"] for row in self._tx.all("components.components_in_sample", blSampleId=sample_id)}

    def in_crystal(self, crystal_id):
        """Return the ids of the components of a crystal form."""
        return {row["componentId"] for row in self._tx.all("components.components_in_crystal", crystalId=crystal_id)}
