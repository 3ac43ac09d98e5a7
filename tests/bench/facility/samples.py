"""What is measured: proteins, crystals, and the shipments, dewars and containers that samples come in."""

from tests.bench.facility.plan import BEAMLINES, Table, first, kind, of_each, stamp

PROTEINS, CRYSTALS, SHIPMENTS, DEWARS, CONTAINERS = 5, 10, 5, 7, 10  # of each proposal
PRESETS = 3  # plans that each proposal keeps; they are numbered behind those of the crystals
_SPACE_GROUPS = ("P212121", "P43212", "C2", "P1", "P6122")
_STATUS = ("opened", "sent to facility", "at facility", "processing", "closed")


def tables(plan):
    """Yield the tables from proteins to samples."""
    yield Table("Protein", of_each(plan, PROTEINS, _protein))
    yield Table("DiffractionPlan", _plans(plan))
    yield Table("Crystal", of_each(plan, CRYSTALS, _crystal))
    yield Table("LabContact", of_each(plan, 1, _lab_contact))
    yield Table("Shipping", of_each(plan, SHIPMENTS, _shipment))
    yield Table("Dewar", of_each(plan, DEWARS, _dewar))
    yield Table("Container", of_each(plan, CONTAINERS, _container))
    yield Table("BLSample", of_each(plan, plan.size.samples, _sample))
    yield Table("Position", (_position(number) for number in plan.samples if sub_sample(number)))
    yield Table("BLSubSample", (_sub_sample(number) for number in plan.samples if sub_sample(number)))


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


def _plans(plan):
    for row in of_each(plan, CRYSTALS, _diffraction_plan):
        yield {**row, "name": None, "presetForProposalId": None}
    for row in of_each(plan, PRESETS, _preset):
        yield row


def _preset(plan, proposal, place, number):
    return {
        **_diffraction_plan(plan, proposal, place, CRYSTALS * len(plan.proposals) + number),
        "name": f"Preset {place + 1}",
        "presetForProposalId": proposal,
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
        "proteinId": first(proposal, PROTEINS) + place % PROTEINS,
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


def _status(plan, proposal, number):
    """Return where something is: what the member's proposals have is being measured, and little else at any time."""
    status = _STATUS[number % len(_STATUS)]
    return "closed" if status == "processing" and proposal not in plan.member_of else status


def _dewar(plan, proposal, place, number):
    return {
        "dewarId": number,
        "shippingId": first(proposal, SHIPMENTS) + place % SHIPMENTS,
        "code": f"dewar-{number}",
        "dewarStatus": _status(plan, proposal, number),
        "type": "Dewar",
        "barCode": f"BENCH{number:07d}",
        "bltimeStamp": stamp(number % 2000 * 86400),
        "isStorageDewar": 0,
    }


def _container(plan, proposal, place, number):
    return {
        "containerId": number,
        "dewarId": first(proposal, DEWARS) + place % DEWARS,
        "code": f"puck-{number}",
        "containerType": "Unipuck",
        "capacity": 16,
        "containerStatus": _status(plan, proposal, number),
        "bltimeStamp": stamp(number % 2000 * 86400),
        "barcode": f"PUCK{number:07d}",
        "beamlineLocation": BEAMLINES[kind(proposal)][proposal % len(BEAMLINES[kind(proposal)])],
        "sampleChangerLocation": 1 + number % 29,
    }


def _sample(plan, proposal, place, number):
    crystal = first(proposal, CRYSTALS) + place % CRYSTALS
    return {
        "blSampleId": number,
        "diffractionPlanId": crystal,
        "crystalId": crystal,
        "containerId": first(proposal, CONTAINERS) + place // (plan.size.samples // CONTAINERS),
        "name": f"sample-{number}",
        "code": f"HA{number:08d}",
        "location": 1 + place % (plan.size.samples // CONTAINERS),
        "comments": None,
        "blSampleStatus": "processing",
        "recordTimeStamp": stamp(number % 2000 * 86400),
    }


def followed(plan, sample):
    """Return the id of the plan by which a sample is measured: its crystal form's."""
    proposal, place = divmod(sample - 1, plan.size.samples)
    return first(proposal + 1, CRYSTALS) + place % CRYSTALS


def sub_sample(sample):
    """Return the id of the marked position on a sample; every fifth has one, the others None."""
    return None if sample % 5 else sample // 5


def _position(sample):
    return {"positionId": sub_sample(sample), "posX": sample % 300, "posY": sample % 200, "posZ": 0}


def _sub_sample(sample):
    return {
        "blSubSampleId": sub_sample(sample),
        "blSampleId": sample,
        "positionId": sub_sample(sample),
        "source": "manual",
        "recordTimeStamp": stamp(sample % 2000 * 86400),
    }
