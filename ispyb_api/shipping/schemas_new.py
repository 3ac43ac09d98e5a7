"""What is sent of shipments, dewars, containers and addresses."""

import marshmallow as ma
from marshmallow import validate

from ispyb_api.http.fields import Choice, Ident, Int, Items, Part, Stamp, Text
from ispyb_api.http.shapes import FILLED, new_of, patch_of
from ispyb_api.shipping.schemas import (
    ContactLaboratorySchema,
    ContactPersonSchema,
    ContainerSchema,
    DewarSchema,
    LabContactSchema,
    ShippingSchema,
)

NewShippingSchema = new_of(
    ShippingSchema,
    *("proposalId", "shippingName", "sendingLabContactId", "returnLabContactId", "shippingStatus", "shippingType"),
    *("deliveryAgent_agentName", "deliveryAgent_agentCode", "deliveryAgent_flightCode", "deliveryAgent_shippingDate"),
    *("deliveryAgent_deliveryDate", "returnCourier", "dateOfShippingToUser", "isStorageShipping", "comments"),
    name="NewShippingSchema",
    required=("proposalId", "shippingName", "sendingLabContactId", "returnLabContactId"),
    safetyLevel=Choice(
        ("GREEN", "YELLOW", "RED"), "How dangerous its contents are; GREEN if absent.", "Shipping.safetyLevel"
    ),
)
ShippingPatchSchema = patch_of(NewShippingSchema, name="ShippingPatchSchema")

NewDewarSchema = new_of(
    DewarSchema,
    *("shippingId", "code", "dewarType", "facilityCode", "dewarStatus", "storageLocation", "isStorageDewar"),
    *("firstExperimentId", "customsValue", "transportValue", "weight", "trackingNumberToSynchrotron"),
    *("trackingNumberFromSynchrotron", "isReimbursed", "comments"),
    name="NewDewarSchema",
    required=("shippingId", "code"),
    barCode=Text("Barcode on the dewar: no other has it.", "Dewar.barCode", validate=FILLED),
)
DewarPatchSchema = patch_of(NewDewarSchema, name="DewarPatchSchema")

NewContainerSchema = new_of(
    ContainerSchema,
    *("dewarId", "code", "containerType", "containerStatus", "beamlineLocation"),
    *("sampleChangerLocation", "sessionId", "experimentType", "storageTemperature", "comments"),
    name="NewContainerSchema",
    required=("dewarId", "code", "containerType"),
    barcode=Text("Barcode on the container: no other has it.", "Container.barcode", validate=FILLED),
    capacity=Int(
        "How many samples it can hold; in a new one, if absent, what the facility knows of its kind.",
        "Container.capacity",
        validate=validate.Range(1, 100_000),
    ),
)
ContainerPatchSchema = patch_of(NewContainerSchema, name="ContainerPatchSchema")

NewContactLaboratorySchema = new_of(
    ContactLaboratorySchema,
    *("name", "address", "postcode", "city", "country", "url", "laboratoryExtPk"),
    name="NewContactLaboratorySchema",
    required=("name", "address", "city", "country"),
)
NewContactPersonSchema = new_of(
    ContactPersonSchema,
    *("givenName", "familyName", "emailAddress", "phoneNumber"),
    name="NewContactPersonSchema",
    required=("givenName", "familyName"),
    Laboratory=Part(NewContactLaboratorySchema, "Where the person works.", allow_none=False),
)
NewLabContactSchema = new_of(
    LabContactSchema,
    *("proposalId", "cardName", "defaultCourrierCompany", "courierAccount", "billingReference"),
    *("dewarAvgCustomsValue", "dewarAvgTransportValue"),
    name="NewLabContactSchema",
    required=("proposalId", "cardName"),
    Person=Part(NewContactPersonSchema, "The person.", allow_none=False, required=True),
)
ContactLaboratoryPatchSchema = patch_of(NewContactLaboratorySchema, name="ContactLaboratoryPatchSchema")
ContactPersonPatchSchema = patch_of(NewContactPersonSchema, name="ContactPersonPatchSchema")
ContactPersonPatchSchema._declared_fields["Laboratory"] = Part(
    ContactLaboratoryPatchSchema, "Where the person works.", allow_none=False
)
LabContactPatchSchema = patch_of(NewLabContactSchema, name="LabContactPatchSchema", without=("proposalId",))
LabContactPatchSchema._declared_fields["Person"] = Part(ContactPersonPatchSchema, "The person.", allow_none=False)


class AssignmentSchema(ma.Schema):
    """Where to put a container."""

    beamlineLocation = Text(
        "Beamline.",
        "Container.beamlineLocation",
        allow_none=False,
        required=True,
        validate=[validate.Length(1, 20), FILLED],
    )
    sampleChangerLocation = Text(
        "Position in its sample changer.",
        "Container.sampleChangerLocation",
        allow_none=False,
        required=True,
        validate=[validate.Length(1, 20), FILLED],
    )


class ContainerHistorySchema(ma.Schema):
    """Where a container was from a time on."""

    containerHistoryId = Ident("The entry's row.", "ContainerHistory.containerHistoryId")
    containerId = Ident("The container.", "ContainerHistory.containerId")
    status = Text("Where it was on its way.", "ContainerHistory.status")
    location = Text("Its position in the sample changer.", "ContainerHistory.location")
    beamlineName = Text("The beamline; null where the database has no place for it.", "ContainerHistory.beamlineName")
    blTimeStamp = Stamp("From when on, on the facility's clock.", "ContainerHistory.blTimeStamp")


class ContainerHistoriesSchema(ma.Schema):
    """Where a container has been, the latest first; at most 500 entries."""

    results = Items(ContainerHistorySchema, "Its history.", "computed: ContainerHistory.containerHistoryId")


class DewarHistorySchema(ma.Schema):
    """Where a dewar was from a time on."""

    DewarTransportHistoryId = Ident("The entry's row.", "DewarTransportHistory.DewarTransportHistoryId")
    dewarId = Ident("The dewar.", "DewarTransportHistory.dewarId")
    dewarStatus = Text("Where it was on its way.", "DewarTransportHistory.dewarStatus")
    storageLocation = Text("Where it stood.", "DewarTransportHistory.storageLocation")
    arrivalDate = Stamp("From when on, on the facility's clock.", "DewarTransportHistory.arrivalDate")


class DewarHistoriesSchema(ma.Schema):
    """Where a dewar has been, the latest first; at most 500 entries."""

    results = Items(DewarHistorySchema, "Its history.", "computed: DewarTransportHistory.DewarTransportHistoryId")


class ContainerTypeSchema(ma.Schema):
    """A kind of container."""

    name = Text("What goes into containerType.", "ContainerType.name")
    capacity = Int("How many samples it holds.", "ContainerType.capacity")
    proposalType = Text("Kind of proposal it is for, as mx.", "ContainerType.proposalType")
    wellPerRow = Int("Wells in a row of a plate.", "ContainerType.wellPerRow")
    dropPerWellX = Int("Drops in a well along x.", "ContainerType.dropPerWellX")
    dropPerWellY = Int("Drops in a well along y.", "ContainerType.dropPerWellY")


class ContainerTypesSchema(ma.Schema):
    """Kinds of containers."""

    results = Items(ContainerTypeSchema, "All kinds.", "computed: ContainerType.name")
