"""What a person looks like from outside."""

import marshmallow as ma
from marshmallow import validate

from ispyb_api.http.fields import Bool, Choice, Ident, Int, Part, Stamp, Text
from ispyb_api.http.paging import PageArguments, order_by, page_of
from ispyb_api.http.shapes import new_of, patch_of
from ispyb_api.names import PROPOSAL
from ispyb_api.shipping.schemas import ContactLaboratorySchema

ROLES = (
    "Local Contact",
    "Local Contact 2",
    "Staff",
    "Team Leader",
    "Co-Investigator",
    "Principal Investigator",
    "Alternate Contact",
    "Data Access",
    "Team Member",
    "ERA Admin",
    "Associate",
)


class PersonMetadataSchema(ma.Schema):
    """A person's part in the session that was asked about."""

    role = Choice(ROLES, "What the person is in this session.", "Session_has_Person.role", allow_none=True)
    remote = Bool("Whether the person takes part from afar.", "Session_has_Person.remote")
    sessions = Int(
        "In how many sessions that you may see the person takes part, this one included.",
        "computed: Session_has_Person.sessionId",
        allow_none=False,
    )
    lastSession = Stamp(
        "When the latest of these sessions begins, be it past or to come; on the facility's clock.",
        "computed: BLSession.startDate",
    )


class PersonSchema(ma.Schema):
    """Somebody who has a login."""

    personId = Ident("The person's row.", "Person.personId")
    givenName = Text("Given name.", "Person.givenName")
    familyName = Text("Family name.", "Person.familyName")
    login = Text("Login name; null unless you hold the permission manage_persons.", "Person.login")
    _metadata = Part(PersonMetadataSchema, "The person's part in the session; null unless you ask with sessionId.")


class PersonArguments(PageArguments):
    order_by = order_by("familyName", "givenName", "personId")
    showAll = Bool(
        "If true, everybody who has a login; without the permission manage_persons it changes nothing.",
        allow_none=False,
    )
    proposal = Text(
        "Persons of the proposal with this name, as mx415: its members, lab contacts, principal investigator,"
        " and who takes part in those of its sessions that you may see.",
        allow_none=False,
        validate=validate.Regexp(PROPOSAL),
    )
    sessionId = Ident("Persons who take part in the session of this row.")
    search = Text(
        "Part of the family name, of the given name or of both; with the permission manage_persons also of the login.",
        allow_none=False,
        validate=validate.Length(1, 100),
    )


class LaboratorySchema(ContactLaboratorySchema):
    """Where people work: a laboratory with its address."""

    organization = Text("Institute or company that it belongs to.", "Laboratory.organization")
    laboratoryExtPk = Int(
        "The user office's number of the laboratory.", "computed: Laboratory.laboratoryExtPk, Laboratory.laboratoryPk"
    )


NewLaboratorySchema = new_of(
    LaboratorySchema,
    *("name", "address", "postcode", "city", "country", "organization", "laboratoryExtPk"),
    name="NewLaboratorySchema",
    required=("name",),
    url=Text(
        "Page of the laboratory.",
        "Laboratory.url",
        validate=validate.Regexp(r"^https?://[!-~]+$(?!\n)", error="Must be the address of a page, http or https."),
    ),
)
LaboratoryPatchSchema = patch_of(NewLaboratorySchema, name="LaboratoryPatchSchema")


class LaboratoryArguments(PageArguments):
    order_by = order_by("name", "city", "country", "laboratoryId")
    proposal = Text(
        "Laboratories of the persons of the proposal with this name, as mx415.",
        allow_none=False,
        validate=validate.Regexp(PROPOSAL),
    )
    country = Text("Name of the country.", allow_none=False, validate=validate.Length(1, 45))
    search = Text(
        "Part of the laboratory's, of its town's or of its institute's name.",
        allow_none=False,
        validate=validate.Length(1, 100),
    )


class WorkplaceSchema(ma.Schema):
    """Where somebody works, in short."""

    laboratoryId = Ident("The laboratory's row.", "Laboratory.laboratoryId")
    name = Text("Name of the laboratory.", "Laboratory.name")
    city = Text("Town.", "Laboratory.city")
    country = Text("Country.", "Laboratory.country")


class ParticipantSchema(ma.Schema):
    """Somebody who takes part in a session."""

    sessionId = Ident("The session's row.", "Session_has_Person.sessionId")
    personId = Ident("The person's row.", "Person.personId")
    givenName = Text("Given name.", "Person.givenName")
    familyName = Text("Family name.", "Person.familyName")
    login = Text("Login name; null unless you hold the permission manage_persons.", "Person.login")
    role = Choice(ROLES, "What the person is in the session.", "Session_has_Person.role", allow_none=True)
    remote = Bool("Whether the person takes part from afar.", "Session_has_Person.remote")
    Laboratory = Part(WorkplaceSchema, "Where the person works; null if that is not recorded.")


class ParticipantArguments(PageArguments):
    order_by = order_by("familyName", "givenName", "personId", "role")
    role = Choice(ROLES, "Only persons who are this in the session.")


PersonPageSchema = page_of(PersonSchema)
LaboratoryPageSchema = page_of(LaboratorySchema)
ParticipantPageSchema = page_of(ParticipantSchema)
