"""What instruments send of serial and time-resolved experiments."""

import marshmallow as ma
from marshmallow import fields, validate

from ispyb_api.acquisition import sequences
from ispyb_api.acquisition.schemas_files import ChainEventSchema, EventChainSchema
from ispyb_api.acquisition.schemas_parts import SSXDataCollectionSchema
from ispyb_api.components.schemas import MeantComponentSchema
from ispyb_api.http.fields import Float, Items, Part, Text, described
from ispyb_api.http.shapes import new_of

MOST_CHAINS = 20  # of one data collection
MOST_EVENTS = 100  # of one sequence

NewSSXDataCollectionSchema = new_of(
    SSXDataCollectionSchema,
    *(name for name in SSXDataCollectionSchema._declared_fields if name != "dataCollectionId"),
    name="NewSSXDataCollectionSchema",
    doc="What serial crystallography adds to a data collection: what is absent stays, null clears.",
)


class EventType(fields.String):
    """A kind of event, whose capitals do not matter."""

    def _deserialize(self, value, attr, data, **kwargs):
        text = super()._deserialize(value, attr, data, **kwargs)
        return next((each for each in sequences.TYPES if each.casefold() == text.casefold()), text)


def _named(shown):
    field = shown._declared_fields["name"].metadata
    return Text(field["meaning"], field["source"], validate=validate.Length(max=255))


def _seconds(name, *, least=0, **options):
    shown = ChainEventSchema._declared_fields[name].metadata
    at_least = validate.Range(min=least, min_inclusive=name != "period")
    return Float(shown["meaning"], shown["source"], shown["unit"], plausible=(0, 1e6), validate=at_least, **options)


class NewEventSchema(
    new_of(
        ChainEventSchema,
        name="SentEventSchema",
        offset=_seconds("offset", allow_none=False, required=True),
        duration=_seconds("duration"),
        period=_seconds("period"),
        repetition=Float(
            "How often it comes.", "Event.repetition", "times", plausible=(1, 1e9), validate=validate.Range(min=1)
        ),
        Component=Part(MeantComponentSchema, "What is added, for a reaction's trigger."),
    )
):
    """One event of a sequence; times are relative to the sequence's beginning."""

    name = _named(ChainEventSchema)
    type = EventType(
        required=True,
        validate=validate.OneOf(sequences.TYPES),
        metadata=described(f"What kind of event it is: {', '.join(sequences.TYPES)}.", "EventType.name"),
    )


class NewEventChainSchema(ma.Schema):
    """A sequence of events that is repeated during a data collection."""

    name = _named(EventChainSchema)
    events = Items(NewEventSchema, "Its events.", required=True, validate=validate.Length(1, MOST_EVENTS))

    @ma.validates_schema
    def _can_be(self, data, **_):
        if wrong := sequences.faults(data["events"]):
            raise ma.ValidationError({"events": wrong})


def chains():
    """Return the field of the sequences of events of a data collection: the whole of them."""
    return Items(
        NewEventChainSchema,
        "Sequences of events; a list that is sent replaces the list.",
        validate=validate.Length(max=MOST_CHAINS),
    )
