"""Addresses for shipments, with their people."""

from ispyb_api.compat.java_rest.gson import Shape

LABORATORY = Shape(
    "Laboratory",
    """
    laboratoryId    int  Laboratory.laboratoryId
    laboratoryUUID  text Laboratory.laboratoryUUID
    name            text Laboratory.name
    address         text Laboratory.address
    city            text Laboratory.city
    country         text Laboratory.country
    url             text Laboratory.url
    organization    text Laboratory.organization
    laboratoryExtPk int  Laboratory.laboratoryExtPk
    """,
)

PERSON = Shape(
    "Person",
    """
    personId     int     Person.personId
    laboratoryVO object  Person.laboratoryId
    siteId       text    Person.siteId
    personUUID   text    Person.personUUID
    familyName   text    Person.familyName
    givenName    text    Person.givenName
    title        text    Person.title
    emailAddress text    Person.emailAddress
    phoneNumber  text    Person.phoneNumber
    login        text    Person.login
    faxNumber    text    Person.faxNumber
    externalId   outside Person.externalId
    """,
    laboratoryVO=LABORATORY,
)

LABCONTACT = Shape(
    "LabContact",
    """
    labContactId           int    LabContact.labContactId
    personVO               object LabContact.personId
    cardName               text   LabContact.cardName
    defaultCourrierCompany text   LabContact.defaultCourrierCompany
    courierAccount         text   LabContact.courierAccount
    billingReference       text   LabContact.billingReference
    dewarAvgCustomsValue   int    LabContact.dewarAvgCustomsValue
    dewarAvgTransportValue int    LabContact.dewarAvgTransportValue
    """,
    personVO=PERSON,
)
