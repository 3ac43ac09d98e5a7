"""What the labels of a dewar say, from its shipment's tree."""

from ispyb_api.reports.labels import Address, Parcel


def parcel(call, tree, dewar, site):
    """Return the parcel that a dewar of a shipment is; ``site`` are the settings that say where the facility is."""
    sender, back = tree["sendingLabContactVO"], tree["returnLabContactVO"]
    proposal = f"{call.proposal['proposalCode']}{call.proposal['proposalNumber']}"
    samples = sum(len(container["sampleVOs"]) for container in dewar["containerVOs"])
    return Parcel(
        barcode=dewar["barCode"] or f"{proposal}-{dewar['dewarId']}",
        code=dewar["code"] or "",
        shipment=tree["shippingName"] or "",
        proposal=proposal,
        facility=Address((site.name, *site.address)),
        sender=_address(sender),
        back=_address(back),
        session=_session(dewar["sessionVO"]),
        courier=_courier(back, dewar),
        contents={
            "Containers": f"{len(dewar['containerVOs'])}, with {samples} samples",
            "Tracking number": dewar["trackingNumberToSynchrotron"],
            "Customs value": _euros(dewar["customsValue"]),
            "Transport value": _euros(dewar["transportValue"]),
        },
    )


def _address(contact):
    if not contact:
        return Address()
    person = contact["personVO"] or {}
    laboratory = person.get("laboratoryVO") or {}
    name = " ".join(filter(None, (person.get("givenName"), person.get("familyName"))))
    place = [line.strip() for line in (laboratory.get("address") or "").splitlines()]
    town = ", ".join(filter(None, (laboratory.get("city"), laboratory.get("country"))))
    lines = (name, laboratory.get("name"), *place, town, person.get("phoneNumber"), person.get("emailAddress"))
    return Address(tuple(line for line in lines if line))


def _session(session):
    if not session:
        return ""
    start = str(session["startDate"] or "")[:10]
    return ", ".join(filter(None, (session["beamlineName"], start, session["beamlineOperator"])))


def _courier(back, dewar):
    if not back:
        return {"Way back": "No address is named: ask the sender before it is sent."}
    return {
        "Courier": back["defaultCourrierCompany"],
        "Account": back["courierAccount"],
        "Reference": back["billingReference"],
        "Tracking number": dewar["trackingNumberFromSynchrotron"],
        "Customs value": _euros(back["dewarAvgCustomsValue"]),
        "Transport value": _euros(back["dewarAvgTransportValue"]),
    }


def _euros(value):
    return f"{value} €" if value else ""
