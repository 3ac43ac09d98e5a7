"""What every list takes and gives."""

import marshmallow as ma
from marshmallow import fields, validate

from ispyb_api.http.fields import MAX_ID, described

MOST = 500


class PageArguments(ma.Schema):
    """Base of every list's query string."""

    skip = fields.Integer(
        load_default=0, validate=validate.Range(0, MAX_ID), metadata=described("How many rows to pass over.")
    )
    limit = fields.Integer(
        load_default=25, validate=validate.Range(1, MOST), metadata=described("How many rows to return at most.")
    )
    order = fields.String(
        validate=validate.OneOf(["asc", "desc"]), metadata=described("Direction of order_by, asc if absent.")
    )

    @ma.validates_schema
    def _direction_of_something(self, data, **_):
        if "order" in data and not data.get("order_by"):
            raise ma.ValidationError("Give order_by too: order alone says nothing.", "order")


class CursorArguments(PageArguments):
    """Base of the query string of a list that has one order and can be gone on with by a cursor."""

    class Meta:
        exclude = ("order",)

    after = fields.String(
        validate=validate.Length(1, 100),
        metadata=described(
            "The next of an earlier page, asked with the same conditions: what follows it.  Not together with skip."
        ),
    )

    @ma.validates_schema
    def _one_way_to_page(self, data, **_):
        if "after" in data and data["skip"]:
            raise ma.ValidationError("Give either after or skip.", "after")


def order_by(*names):
    """Return the ``order_by`` argument of a list that can be sorted by ``names``."""
    return fields.String(validate=validate.OneOf(names), metadata=described("Field to sort by."))


def page_of(item):
    """Return the schema of a page of ``item``s: {total, results, skip, limit}."""
    name = item.__name__.removesuffix("Schema")
    return ma.Schema.from_dict(
        {
            "total": fields.Integer(
                required=True, metadata=described("How many rows there are in all.", "computed: COUNT")
            ),
            "results": fields.List(fields.Nested(item), required=True, metadata=described("This page's rows.")),
            "skip": fields.Integer(
                required=True, metadata=described("How many rows were passed over.", "computed: the request")
            ),
            "limit": fields.Integer(
                required=True, metadata=described("How many rows were asked for at most.", "computed: the request")
            ),
        },
        name=f"{name}PageSchema",
    )
