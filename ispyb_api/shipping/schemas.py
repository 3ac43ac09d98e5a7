"""What shipments, dewars, containers and addresses look like from outside, and what one may ask of them."""

import marshmallow as ma
from marshmallow import validate

from ispyb_api.http.fields import Bool, Day, Float, Ident, Int, Part, Stamp, Text
from ispyb_api.http.paging import PageArguments, order_by, page_of
from ispyb_api.names import PROPOSAL

PROPOSAL_NAME = "computed: Proposal.proposalCode, Proposal.proposalNumber"
MONEY = "the facility's currency"
VALUES = (0, 10_000_000)


class BriefShippingSchema(ma.Schema):
    """A shipment, in short.  Everything is null where there is none."""

    shippingId = Int("The shipment's row.", "Shipping.shippingId")
    proposalId = Int("The proposal it is for.", "Shipping.proposalId")
    shippingName = Text("Name of the shipment.", "Shipping.shippingName")


class BriefDewarSchema(ma.Schema):
    """A dewar, in short.  Everything is null where there is none."""

    dewarId = Int("The dewar's row.", "Dewar.dewarId")
    code = Text("Name of the dewar.", "Dewar.code")
    dewarStatus = Text("Where it is on its way, as processing: on a beamline.", "Dewar.dewarStatus")
    Shipping = Part(BriefShippingSchema, "The shipment it belongs to; always there.", allow_none=False)


class ContainerMetadataSchema(ma.Schema):
    """Whose a container is, and what is in it."""

    proposal = Text("The proposal's name, as mx415.", PROPOSAL_NAME)
    samples = Int("How many samples are in it.", "computed: BLSample.blSampleId", allow_none=False)


class ContainerSchema(ma.Schema):
    """A container of samples: a puck, a plate, a box of grids.  All times are the facility's clock."""

    containerId = Ident("The container's row.", "Container.containerId")
    dewarId = Int("The dewar it came in.", "Container.dewarId")
    code = Text("Name of the container.", "Container.code")
    barcode = Text("Barcode on the container.", "Container.barcode")
    containerType = Text("Kind of container, as Unipuck.", "Container.containerType")
    capacity = Int("How many samples it can hold.", "Container.capacity")
    containerStatus = Text("Where it is on its way, as processing: on a beamline.", "Container.containerStatus")
    beamlineLocation = Text("Beamline at which it is.", "Container.beamlineLocation")
    sampleChangerLocation = Text("Its position in the sample changer.", "Container.sampleChangerLocation")
    sessionId = Int("The session it is for.", "Container.sessionId")
    ownerId = Int("The person it belongs to.", "Container.ownerId")
    experimentType = Text("Kind of experiment it is for.", "Container.experimentType")
    storageTemperature = Float(
        "Temperature at which it is kept.",
        "Container.storageTemperature",
        "K; °C at some facilities",
        plausible=(0, 400),
    )
    comments = Text("Remarks.", "Container.comments")
    bltimeStamp = Stamp("When its row was last written, on the facility's clock.", "Container.bltimeStamp")
    Dewar = Part(BriefDewarSchema, "The dewar it came in; always there.", allow_none=False)
    _metadata = Part(ContainerMetadataSchema, "Whose it is, and what is in it.", allow_none=False)


class DewarMetadataSchema(ma.Schema):
    """Whose a dewar is, and what is in it."""

    proposal = Text("The proposal's name, as mx415.", PROPOSAL_NAME)
    containers = Int("How many containers are in it.", "computed: Container.containerId", allow_none=False)


class DewarSchema(ma.Schema):
    """A dewar, or another box that is sent.  All times are the facility's clock."""

    dewarId = Ident("The dewar's row.", "Dewar.dewarId")
    shippingId = Int("The shipment it belongs to.", "Dewar.shippingId")
    code = Text("Name of the dewar.", "Dewar.code")
    dewarType = Text("Dewar, Toolbox or Parcel.", "Dewar.type")
    barCode = Text("Barcode on the dewar.", "Dewar.barCode")
    facilityCode = Text("The facility's own code for the dewar itself.", "Dewar.facilityCode")
    dewarStatus = Text("Where it is on its way, as processing: on a beamline.", "Dewar.dewarStatus")
    storageLocation = Text("Where at the facility it stands.", "Dewar.storageLocation")
    isStorageDewar = Bool("Whether it stays at the facility.", "Dewar.isStorageDewar")
    firstExperimentId = Int("The session it is sent for.", "Dewar.firstExperimentId")
    customsValue = Int("Value for the customs.", "Dewar.customsValue", MONEY, plausible=VALUES)
    transportValue = Int("Value for the transport.", "Dewar.transportValue", MONEY, plausible=VALUES)
    weight = Float("Weight.", "Dewar.weight", "kg", plausible=(0, 1000))
    trackingNumberToSynchrotron = Text(
        "Courier's number on the way to the facility.", "Dewar.trackingNumberToSynchrotron"
    )
    trackingNumberFromSynchrotron = Text("Courier's number on the way back.", "Dewar.trackingNumberFromSynchrotron")
    isReimbursed = Bool("Whether the facility pays the transport.", "Dewar.isReimbursed")
    comments = Text("Remarks.", "Dewar.comments")
    bltimeStamp = Stamp("When its row was last written, on the facility's clock.", "Dewar.bltimeStamp")
    Shipping = Part(BriefShippingSchema, "The shipment it belongs to; always there.", allow_none=False)
    _metadata = Part(DewarMetadataSchema, "Whose it is, and what is in it.", allow_none=False)


class ContactNameSchema(ma.Schema):
    """The person behind an address, by name."""

    givenName = Text("First name.", "Person.givenName")
    familyName = Text("Family name.", "Person.familyName")


class BriefContactSchema(ma.Schema):
    """An address, in short."""

    labContactId = Ident("The address's row.", "LabContact.labContactId")
    cardName = Text("What the address is called.", "LabContact.cardName")
    Person = Part(ContactNameSchema, "The person; always there.", allow_none=False)


class ShippingMetadataSchema(ma.Schema):
    """What is in a shipment."""

    dewars = Int("How many dewars belong to it.", "computed: Dewar.dewarId", allow_none=False)


class ShippingSchema(ma.Schema):
    """A shipment: what a proposal sends at once.  All times are the facility's clock."""

    shippingId = Ident("The shipment's row.", "Shipping.shippingId")
    proposalId = Int("The proposal it is for.", "Shipping.proposalId")
    proposal = Text("The proposal's name, as mx415.", PROPOSAL_NAME)
    shippingName = Text("Name of the shipment.", "Shipping.shippingName")
    shippingStatus = Text("Where it is on its way, as opened, sent or at the facility.", "Shipping.shippingStatus")
    shippingType = Text("Kind of shipment, as the program that made it wrote it.", "Shipping.shippingType")
    safetyLevel = Text("GREEN, YELLOW or RED: how dangerous its contents are.", "Shipping.safetyLevel")
    sendingLabContactId = Int("Address it comes from.", "Shipping.sendingLabContactId")
    returnLabContactId = Int("Address it goes back to.", "Shipping.returnLabContactId")
    creationDate = Stamp("When it was made, on the facility's clock.", "Shipping.creationDate")
    deliveryAgent_agentName = Text("Courier on the way to the facility.", "Shipping.deliveryAgent_agentName")
    deliveryAgent_agentCode = Text("Account with that courier.", "Shipping.deliveryAgent_agentCode")
    deliveryAgent_flightCode = Text("That courier's number of the shipment.", "Shipping.deliveryAgent_flightCode")
    deliveryAgent_shippingDate = Day("Day it is sent.", "Shipping.deliveryAgent_shippingDate")
    deliveryAgent_deliveryDate = Day("Day it should arrive.", "Shipping.deliveryAgent_deliveryDate")
    returnCourier = Text("Courier on the way back.", "Shipping.returnCourier")
    dateOfShippingToUser = Stamp("When it was sent back, on the facility's clock.", "Shipping.dateOfShippingToUser")
    isStorageShipping = Bool("Whether its dewars stay at the facility.", "Shipping.isStorageShipping")
    comments = Text("Remarks.", "Shipping.comments")
    bltimeStamp = Stamp("When its row was last written, on the facility's clock.", "Shipping.bltimeStamp")
    LabContact = Part(BriefContactSchema, "Address it goes back to; null if none is recorded.")
    LabContact1 = Part(BriefContactSchema, "Address it comes from; null if none is recorded.")
    _metadata = Part(ShippingMetadataSchema, "What is in it.", allow_none=False)


class ContactLaboratorySchema(ma.Schema):
    """Where somebody works."""

    laboratoryId = Ident("The laboratory's row.", "Laboratory.laboratoryId")
    name = Text("Name of the laboratory.", "Laboratory.name")
    address = Text("Postal address.", "Laboratory.address")
    postcode = Text("Postal code, where it is kept apart.", "Laboratory.postcode")
    city = Text("Town.", "Laboratory.city")
    country = Text("Country.", "Laboratory.country")
    url = Text("Page of the laboratory.", "Laboratory.url")
    laboratoryExtPk = Int("The user office's number of the laboratory.", "Laboratory.laboratoryExtPk")
    recordTimeStamp = Stamp("When its row was last written, on the facility's clock.", "Laboratory.recordTimeStamp")


class ContactPersonSchema(ContactNameSchema):
    """The person behind an address."""

    emailAddress = Text("E-mail address.", "Person.emailAddress")
    phoneNumber = Text("Telephone number.", "Person.phoneNumber")
    Laboratory = Part(ContactLaboratorySchema, "Where the person works; null if that is not recorded.")


class LabContactSchema(ma.Schema):
    """An address that a proposal's shipments come from or go back to.  All times are the facility's clock."""

    labContactId = Ident("The address's row.", "LabContact.labContactId")
    personId = Int("The person.", "LabContact.personId")
    proposalId = Int("The proposal it is for.", "LabContact.proposalId")
    proposal = Text("The proposal's name, as mx415.", PROPOSAL_NAME)
    cardName = Text("What the address is called.", "LabContact.cardName")
    defaultCourrierCompany = Text("Courier that is usually taken.", "LabContact.defaultCourrierCompany")
    courierAccount = Text("Account with that courier.", "LabContact.courierAccount")
    billingReference = Text("What the courier writes on the bill.", "LabContact.billingReference")
    dewarAvgCustomsValue = Int(
        "Usual value of a dewar for the customs.", "LabContact.dewarAvgCustomsValue", MONEY, plausible=VALUES
    )
    dewarAvgTransportValue = Int(
        "Usual value of a dewar for the transport.", "LabContact.dewarAvgTransportValue", MONEY, plausible=VALUES
    )
    recordTimeStamp = Stamp("When its row was last written, on the facility's clock.", "LabContact.recordTimeStamp")
    Person = Part(ContactPersonSchema, "The person; always there.", allow_none=False)


class OfProposalArguments(PageArguments):
    proposal = Text("The proposal's name, as mx415.", allow_none=False, validate=validate.Regexp(PROPOSAL))


def _search(of):
    return Text(f"Part of {of}.", allow_none=False, validate=validate.Length(1, 100))


class ContainerArguments(OfProposalArguments):
    order_by = order_by("containerId")
    dewarId = Ident("The dewar's row.")
    shippingId = Ident("The row of the shipment it came with.")
    beamLineName = Text("The beamline at which it is.", allow_none=False, validate=validate.Length(1, 20))
    search = _search("its name or of its barcode")


class DewarArguments(OfProposalArguments):
    order_by = order_by("dewarId")
    shippingId = Ident("The shipment's row.")
    search = _search("its name, of its barcode or of the facility's code")


class ShippingArguments(OfProposalArguments):
    order_by = order_by("shippingId")
    search = _search("its name")


class LabContactArguments(OfProposalArguments):
    order_by = order_by("labContactId")
    search = _search("the address's name")


ContainerPageSchema = page_of(ContainerSchema)
DewarPageSchema = page_of(DewarSchema)
ShippingPageSchema = page_of(ShippingSchema)
LabContactPageSchema = page_of(LabContactSchema)
