"""What the record of who did what looks like from outside."""

import marshmallow as ma
from marshmallow import fields, validate

from ispyb_api.http.fields import Stamp, Text, described
from ispyb_api.http.paging import PageArguments, page_of

_INSTANT = {"format": "date-time"}


class ActivitySchema(ma.Schema):
    """One thing that was done."""

    activityId = fields.Integer(metadata=described("The record's row.", "api_activity.activityId"))
    dateTime = fields.String(metadata=described("When, in UTC.", "api_activity.happenedAt") | _INSTANT)
    username = Text("Login of who did it; empty if nobody was known.", "api_activity.login", allow_none=False)
    action = Text("What was done, as login or db_options.", "api_activity.action", allow_none=False)
    target = Text("What it was done to, as option motd.", "api_activity.target")
    comments = Text("What more there is to say; empty if nothing.", "api_activity.detail", allow_none=False)
    address = Text("Network address that the request came from; null for the command line.", "api_activity.address")
    requestId = Text("Id of the request, as in the log and in X-Request-Id.", "api_activity.requestId")


def _exactly(meaning, longest):
    return Text(meaning, allow_none=False, validate=validate.Length(1, longest))


class ActivityArguments(PageArguments):
    class Meta:
        exclude = ("order",)

    login = _exactly("Only what this login did.", 45)
    action_type = _exactly("Only this action, as db_options.", 45)
    target = _exactly("Only what was done to this, as option motd.", 255)
    since = Stamp("Only what was done then or later; in UTC, or with a zone.", allow_none=False)
    until = Stamp("Only what was done before then; in UTC, or with a zone.", allow_none=False)


ActivityPageSchema = page_of(ActivitySchema)
