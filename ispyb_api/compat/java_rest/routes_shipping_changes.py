"""What front ends change of shipments.  Some of it is asked for by GET, as the Java server has it."""

from ispyb_api.compat.java_rest import items, sent, service_contacts
from ispyb_api.compat.java_rest.answers import Always, One, Rows
from ispyb_api.compat.java_rest.rest import MANAGERS, changes, form
from ispyb_api.compat.java_rest.service_pucks import Pucks
from ispyb_api.compat.java_rest.service_shipping import Parcels
from ispyb_api.compat.java_rest.shapes.people import LABCONTACT
from ispyb_api.compat.java_rest.shapes.shipping import CONTAINER, SHIPPING
from ispyb_api.compat.java_rest.shapes.shipping_rows import ROW

_PROPOSAL = "/<token>/proposal/<proposal>"
_SHIPPING = f"{_PROPOSAL}/shipping"
_DEWAR = f"{_SHIPPING}/<shipping>/dewar/<dewar>"
_PUCK = f"{_SHIPPING}/<anyShipping>/dewar/<anyDewar>/puck/<container>"
_TREE, _CONTAINER = One(SHIPPING), One(CONTAINER)


@changes("POST", f"{_SHIPPING}/save", _TREE)
def save_shipment(call):
    """Make a shipment, or change one"""
    return Parcels(call).save(form())


@changes("GET", f"{_SHIPPING}/<shipping>/status/<status>/update", Always({"setShippingStatus": "ok"}))
def set_status(call, shipping, status):
    """Give a shipment, its dewars and its containers a status"""
    Parcels(call).set_status(items.one(shipping), status)


@changes("GET", f"{_SHIPPING}/<shipping>/remove", Always(True), MANAGERS)
def remove_shipment(call, shipping):
    """Remove a shipment with everything in it; for managers"""
    Parcels(call).remove(items.one(shipping))


@changes("POST", f"{_SHIPPING}/<shipping>/dewar/save", _TREE)
def save_dewar(call, shipping):
    """Make a dewar, or change one"""
    return Parcels(call).save_dewar(items.one(shipping), form())


@changes("GET", f"{_DEWAR}/remove", _TREE)
def remove_dewar(call, shipping, dewar):
    """Remove a dewar with everything in it"""
    return Parcels(call).remove_dewar(items.one(shipping), items.one(dewar))


@changes("GET", f"{_DEWAR}/containerType/<kind>/capacity/<capacity>/container/add", _CONTAINER)
def add_container(call, shipping, dewar, kind, capacity):
    """Put an empty container into a dewar"""
    return Pucks(call).add(items.one(shipping), items.one(dewar), kind, items.one(capacity))


@changes("GET", f"{_DEWAR}/puck/add", _CONTAINER)
def add_puck(call, shipping, dewar):
    """Put an empty puck into a dewar"""
    return Pucks(call).add(items.one(shipping), items.one(dewar), "Puck", 0)


@changes("POST", f"{_PUCK}/save", _CONTAINER)
def save_container(call, container, **_):
    """Make a container hold what the form's field puck says"""
    return Pucks(call).save(items.one(container), sent.tree(form(), "puck", dict))


@changes("GET", f"{_PUCK}/remove", Rows(ROW))
def remove_container(call, container, **_):
    """Remove a container with its samples"""
    return Pucks(call).remove(items.one(container))


@changes("POST", f"{_SHIPPING}/<shipping>/dewars/add", Always(None))
def add_dewars(call, shipping):
    """Make dewars with their containers and samples, as they are read from CSV"""
    dewars = [each for each in sent.tree(form(), "dewars", list) if isinstance(each, dict)]
    Pucks(call).add_dewars(items.one(shipping), dewars)


@changes("POST", f"{_SHIPPING}/labcontact/save", One(LABCONTACT))
def save_labcontact(call):
    """Make an address, or change one"""
    return service_contacts.save(call, sent.tree(form(), "labcontact", dict))


@changes(
    "POST",
    f"{_PROPOSAL}/container/<containers>/beamline/<beamlines>/samplechangerlocation/update",
    Always({"updateSampleLocation": "ok"}),
)
def place_containers(call, containers, beamlines):
    """Put containers into positions of sample changers, or take them off"""
    words = [sent.text({"": each}, "") for each in (form().get("sampleChangerLocation") or "").split(",")]
    beams = [sent.text({"": each}, "") for each in beamlines.split(",")]
    Pucks(call).place([items.one(each) for each in containers.split(",")], beams, words)


@changes(
    "POST", f"{_PROPOSAL}/container/<containers>/samplechangerlocation/empty", Always({"updateSampleLocation": "ok"})
)
def take_off(call, containers):
    """Take containers off their sample changers"""
    numbers = items.ids(containers)
    Pucks(call).place(numbers, [None] * len(numbers), [None] * len(numbers))
