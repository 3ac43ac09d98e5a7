"""Shipments, the dewars and containers in them, and their addresses.  The SQL is in sql/queries/shipping/."""

from ispyb_api import names
from ispyb_api.db.listing import Listing, like
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound


def _by(key, descending=True, **filters):
    """Return what a list of rows with this key lets its caller ask; every list can be asked for a proposal's."""
    name = key.split(".")[1]
    return Listing(
        filters={name: (key, "eq"), "proposal": names.proposal, **filters},
        sorts={name: key},
        default_sort=f"-{name}" if descending else name,
        tie_breaker=key,
    )


def _search(*columns):
    """Return the filter that looks for a part of a text in these columns."""
    condition = " OR ".join(f"{column} LIKE :s_text ESCAPE '!'" for column in columns)
    return lambda text: Clause(condition, {"s_text": like(text)})


# Kinds of containers in common use, with how many samples they hold.
COMMON_TYPES = (
    ("Unipuck", 16),
    ("Spinepuck", 10),
    ("Puck", 10),
    ("MiniSpinePuck", 36),
    ("Cane", 5),
    ("Box", 25),
    ("Plate", 96),
)
_UNKNOWN_PLATE = dict.fromkeys(("proposalType", "wellPerRow", "dropPerWellX", "dropPerWellY"))

CONTAINERS = _by(
    "co.containerId",
    dewarId=("co.dewarId", "eq"),
    shippingId=("dw.shippingId", "eq"),
    beamLineName=("co.beamlineLocation", "eq"),
    search=_search("co.code", "co.barcode"),
)
DEWARS = _by(
    "dw.dewarId",
    descending=False,
    shippingId=("dw.shippingId", "eq"),
    search=_search("dw.code", "dw.barCode", "dw.facilityCode"),
)
SHIPPINGS = _by("sh.shippingId", search=("sh.shippingName", "like"))
LAB_CONTACTS = _by("lc.labContactId", search=("lc.cardName", "like"))


class ContainerRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of the containers that match and that the caller may see."""
        visible = access.contents("sh.proposalId")
        page = CONTAINERS.read(
            self._tx, "shipping.list_containers", "shipping.count_containers", arguments, visible=visible
        )
        for row in page["results"]:
            _name_parts(row, "Dewar")
            _name_parts(row["Dewar"], "Shipping")
        return page

    def get(self, container_id, access):
        """Return one container by its id."""
        return _only(self.page(_one("containerId", container_id), access), f"container {container_id}")

    def types(self):
        """Return the kinds of containers that the database knows; where it has no such table, those in common use."""
        known = [row for row in self._tx.all("shipping.container_types") if row["name"]]
        common = ({**_UNKNOWN_PLATE, "name": name, "capacity": number} for name, number in COMMON_TYPES)
        return {"results": known or list(common)}


class DewarRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of the dewars that match and that the caller may see."""
        visible = access.contents("sh.proposalId")
        page = DEWARS.read(self._tx, "shipping.list_dewars", "shipping.count_dewars", arguments, visible=visible)
        for row in page["results"]:
            _name_parts(row, "Shipping")
        return page

    def get(self, dewar_id, access):
        """Return one dewar by its id."""
        return _only(self.page(_one("dewarId", dewar_id), access), f"dewar {dewar_id}")


class ShippingRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of the shipments that match and that the caller may see."""
        visible = access.contents("sh.proposalId")
        page = SHIPPINGS.read(
            self._tx, "shipping.list_shippings", "shipping.count_shippings", arguments, visible=visible
        )
        for row in page["results"]:
            for contact in filter(None, (row["LabContact"], row["LabContact1"])):
                _name_parts(contact, "Person")
        return page

    def get(self, shipping_id, access):
        """Return one shipment by its id."""
        return _only(self.page(_one("shippingId", shipping_id), access), f"shipment {shipping_id}")


class LabContactRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of the addresses that match and that the caller may see."""
        visible = access.contents("lc.proposalId")
        page = LAB_CONTACTS.read(
            self._tx, "shipping.list_labcontacts", "shipping.count_labcontacts", arguments, visible=visible
        )
        for row in page["results"]:
            _name_parts(row, "Person")
        return page

    def get(self, lab_contact_id, access):
        """Return one address by its id."""
        return _only(self.page(_one("labContactId", lab_contact_id), access), f"lab contact {lab_contact_id}")


def _one(key, value):
    return {key: value, "skip": 0, "limit": 2}


def _only(page, what):
    if not page["results"]:
        raise NotFound(f"No {what}.")
    return page["results"][0]


def _name_parts(row, name):
    """Name a part as the contract has it: one whose name begins with an underscore is never null."""
    row[name] = row.pop(f"_{name}")
