"""What the dictionary looks like from outside."""

import marshmallow as ma
from marshmallow import fields

from ispyb_api.http.fields import Bool, Choice, Int, Items, Text
from ispyb_api.http.paging import page_of

_SCHEMAS = "computed: the schemas of the API"


class DictionaryFieldSchema(ma.Schema):
    """A field, and what is known of it."""

    name = Text(
        "Its name; within an object after a point, of what a list holds after [], of what a map holds after {}, and of one of several kinds after the kind in <>.",
        _SCHEMAS,
        allow_none=False,
    )
    type = Choice(("string", "integer", "number", "boolean", "array", "object"), "Type of its value in JSON.", _SCHEMAS)
    format = Text("Form of a text: date, or date-time-local for the facility's clock.", _SCHEMAS)
    items = Text("Type of what a list or a map holds in the end; null of what is neither.", _SCHEMAS)
    nullable = Bool("Whether it may be null.", _SCHEMAS, allow_none=False)
    meaning = Text("What it means.", _SCHEMAS, allow_none=False)
    unit = Text("Its unit; null of what is no quantity.", _SCHEMAS)
    source = Text("The table and column that it comes from, or how it is computed.", _SCHEMAS)
    values = Items(
        fields.String(),
        "All values that it may have, as text; null if they are not numbered.",
        _SCHEMAS,
        allow_none=True,
    )
    plausible = Items(
        fields.Float(metadata={"unit": "that of the field"}),
        "The least and the greatest value that can be right in its unit.",
        _SCHEMAS,
        allow_none=True,
    )


class DictionaryEntrySchema(ma.Schema):
    """A kind of row that routes answer with."""

    resource = Text("Its name: the path of its routes, without ids.", _SCHEMAS, allow_none=False)
    meaning = Text("What one of its rows is.", _SCHEMAS)
    routes = Items(fields.String(), "The routes that answer with it.", _SCHEMAS)


class DictionaryResourceSchema(DictionaryEntrySchema):
    """A kind of row that routes answer with, and what its fields mean."""

    fieldCount = Int("How many fields there are, those of objects within it too.", _SCHEMAS, allow_none=False)


class DictionarySchema(DictionaryEntrySchema):
    """A kind of row that routes answer with, field by field."""

    # "fields" is a name that every schema has for itself.
    listed = Items(DictionaryFieldSchema, "Its fields, and those of objects within it.", data_key="fields")


DictionaryPageSchema = page_of(DictionaryResourceSchema)
