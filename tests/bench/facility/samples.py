"""What is measured: proteins, crystals, and the shipments, dewars and containers that samples come in."""

from tests.bench.facility.plan import Table, stamp

_PROTEINS, _CRYSTALS, _SHIPMENTS, _DEWARS, _CONTAINERS = 5, 10, 5, 7, 10  # of each proposal
_SPACE_GROUPS = ("P212121", "P43212", "C2", "P1", "P6122")
_STATUS = ("opened", "sent to facility", "at facility", "processing", "closed")


def tables(plan):
    """Yield the tables from proteins to samples."""
    yield Table("Protein", _of_each(plan, _PROTEINS, _protein))
    yield Table("DiffractionPlan", _of_each(plan, _CRYSTALS, _diffraction_plan))
    yield Table("Crystal", _of_each(plan, _CRYSTALS, _crystal))
    yield Table("LabContact", _of_each(plan, 1, _lab_contact))
    yield Table("Shipping", _of_each(plan, _SHIPMENTS, _shipment))
    yield Table("Dewar", _of_each(plan, _DEWARS, _dewar))
    yield Table("Container", _of_each(plan, _CONTAINERS, _container))
    yield Table("BLSample", _of_each(plan, plan.size.samples, _sample))
    yield Table("BLSubSample", (_sub_sample(number) for number in plan.samples if sub_sample(number)))


def _of_each(plan, number, row):
    """Yield ``row(plan, proposal, place, id)`` for so many things of each proposal."""
    for proposal in plan.proposals:
        for place in range(number):
            yield row(plan, proposal, place, (proposal - 1) * number + place + 1)


def _first(proposal, number):
    """Return the id of the first of a proposal's so many things."""
    return (proposal - 1) * number + 1


def _protein(plan, proposal, place, number):
    return {
        "proteinId": number,
        "proposalId": proposal,
        "name": f"Target {number}",
        "acronym": f"TGT{number}",
        "safetyLevel": ("GREEN", "GREEN", "YELLOW")[place % 3],
        "molecularMass": 10000 + number * 37 % 80000,
        "sequence": "MKVLITGAGS" * (10 + number % 30),
        "bltimeStamp": stamp(number % 900 * 86400),
    }


def _diffraction_plan(plan, proposal, place, number):
    return {
        "diffractionPlanId": number,
        "experimentKind": ("Default", "MXPressE", "SAD", "OSC")[number % 4],
        "exposureTime": 0.02,
        "oscillationRange": 0.1,
        "requiredResolution": 1 + number % 20 / 10,
        "recordTimeStamp": stamp(number % 900 * 86400),
    }


def _crystal(plan, proposal, place, number):
    return {
        "crystalId": number,
        "diffractionPlanId": number,
        "proteinId": _first(proposal, _PROTEINS) + place % _PROTEINS,
        "name": f"x{number}",
        "spaceGroup": _SPACE_GROUPS[number % len(_SPACE_GROUPS)],
        "cell_a": 30 + number % 90,
        "cell_b": 40 + number % 80,
        "cell_c": 50 + number % 150,
        "cell_alpha": 90,
        "cell_beta": 90,
        "cell_gamma": 90,
        "recordTimeStamp": stamp(number % 900 * 86400),
    }


def _lab_contact(plan, proposal, place, number):
    return {
        "labContactId": number,
        "personId": plan.random("team", proposal).sample(plan.persons, 5)[0],
        "cardName": f"Card {number}",
        "proposalId": proposal,
        "defaultCourrierCompany": "Courier",
        "recordTimeStamp": stamp(0),
    }


def _shipment(plan, proposal, place, number):
    return {
        "shippingId": number,
        "proposalId": proposal,
        "shippingName": f"shipment-{number}",
        "shippingStatus": _STATUS[number % len(_STATUS)],
        "creationDate": stamp(number % 2000 * 86400),
        "bltimeStamp": stamp(number % 2000 * 86400),
        "sendingLabContactId": proposal,
        "returnLabContactId": proposal,
        "isStorageShipping": 0,
    }


def _dewar(plan, proposal, place, number):
    return {
        "dewarId": number,
        "shippingId": _first(proposal, _SHIPMENTS) + place % _SHIPMENTS,
        "code": f"dewar-{number}",
        "dewarStatus": _STATUS[number % len(_STATUS)],
        "type": "Dewar",
        "barCode": f"BENCH{number:07d}",
        "bltimeStamp": stamp(number % 2000 * 86400),
        "isStorageDewar": 0,
    }


def _container(plan, proposal, place, number):
    return {
        "containerId": number,
        "dewarId": _first(proposal, _DEWARS) + place % _DEWARS,
        "code": f"puck-{number}",
        "containerType": "Unipuck",
        "capacity": 16,
        "containerStatus": _STATUS[number % len(_STATUS)],
        "bltimeStamp": stamp(number % 2000 * 86400),
        "barcode": f"PUCK{number:07d}",
        "sampleChangerLocation": 1 + number % 29,
    }


def _sample(plan, proposal, place, number):
    crystal = _first(proposal, _CRYSTALS) + place % _CRYSTALS
    return {
        "blSampleId": number,
        "diffractionPlanId": crystal,
        "crystalId": crystal,
        "containerId": _first(proposal, _CONTAINERS) + place // (plan.size.samples // _CONTAINERS),
        "name": f"sample-{number}",
        "code": f"HA{number:08d}",
        "location": 1 + place % (plan.size.samples // _CONTAINERS),
        "comments": None,
        "blSampleStatus": "processing",
        "recordTimeStamp": stamp(number % 2000 * 86400),
    }


def sub_sample(sample):
    """Return the id of the marked position on a sample; every fifth has one, the others None."""
    return None if sample % 5 else sample // 5


def _sub_sample(sample):
    return {
        "blSubSampleId": sub_sample(sample),
        "blSampleId": sample,
        "source": "manual",
        "recordTimeStamp": stamp(sample % 2000 * 86400),
    }
