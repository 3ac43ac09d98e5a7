"""Shipments, what is in them, and the addresses that they go between."""

from ispyb_api.compat.java_rest import items
from ispyb_api.compat.java_rest.answers import One, Rows
from ispyb_api.compat.java_rest.repository_proposals import Proposals
from ispyb_api.compat.java_rest.repository_shipping import Shipments
from ispyb_api.compat.java_rest.rest import reads
from ispyb_api.compat.java_rest.shapes.collections import COLLECTION
from ispyb_api.compat.java_rest.shapes.people import LABCONTACT
from ispyb_api.compat.java_rest.shapes.shipping import CONTAINER, SHIPPING
from ispyb_api.compat.java_rest.shapes.shipping_rows import DEWAR_ROW, HISTORY_ROW, ROW

_IN = "/<token>/proposal/<proposal>/shipping"


@reads(f"{_IN}/list", Rows(ROW))
def shipments(call):
    """List a proposal's shipments, a row for each container"""
    return Shipments(call).rows()


@reads(f"{_IN}/<shipping>/dewar/list", Rows(ROW))
def dewars_of_shipment(call, shipping):
    """List the dewars of a shipment, a row for each container"""
    number = items.one(shipping)
    return Shipments(call).rows(number) if number else []


@reads(f"{_IN}/<shipping>/get", One(SHIPPING))
def shipment(call, shipping):
    """Get a shipment with its dewars, containers and samples; null for none"""
    return Shipments(call).tree(items.one(shipping))


@reads(f"{_IN}/<shipping>/history", Rows(HISTORY_ROW))
def history(call, shipping):
    """List where the dewars of a shipment have been, the latest first"""
    return Shipments(call).history(items.one(shipping))


@reads(f"{_IN}/<shipping>/datacollecitons/list", Rows(COLLECTION))
def collections(call, shipping):
    """List the data collections of the samples in a shipment"""
    return Shipments(call).collections(items.one(shipping))


@reads("/<token>/proposal/<proposal>/dewar/list", Rows(DEWAR_ROW))
def dewars(call):
    """List a proposal's dewars, a row for each container"""
    return Shipments(call).dewar_rows()


@reads(f"{_IN}/<anyShipping>/dewar/<anyDewar>/puck/<container>/get", One(CONTAINER))
def container(call, container, **_):
    """Get a container with its samples

    Only the container's id counts: front ends send it in place of the others, too.
    """
    return Shipments(call).container(items.one(container))


@reads(f"{_IN}/labcontact/list", Rows(LABCONTACT))
def labcontacts(call):
    """List a proposal's addresses"""
    return Proposals(call).labcontacts()


@reads(f"{_IN}/labcontact/<labcontact>/get", One(LABCONTACT))
def labcontact(call, labcontact):
    """Get an address; null for none"""
    number = items.one(labcontact)
    return next((row for row in Proposals(call).labcontacts() if row["labContactId"] == number), None)
