"""How one says of which data something is asked."""

import marshmallow as ma
from marshmallow import validate

from ispyb_api.http.fields import Ident, Text
from ispyb_api.http.paging import PageArguments


class ScopeArguments(ma.Schema):
    """Of which data; several are combined."""

    dataCollectionId = Ident("Of one data collection.")
    dataCollectionGroupId = Ident("Of a group of data collections.")
    sessionId = Ident("Of a session.")
    blSampleId = Ident("Of a sample.")
    blSampleGroupId = Ident("Of the samples of a group of samples.")
    containerId = Ident("Of the samples in a container.")
    proteinId = Ident("Of the samples of a protein.")


SCOPES = tuple(ScopeArguments().fields)


class SomeDataArguments(ScopeArguments):
    """Of which data; one argument at least."""

    @ma.validates_schema(skip_on_field_errors=False)
    def _of_something(self, data, **_):
        if not data.keys() & set(SCOPES):
            raise ma.ValidationError({"dataCollectionId": [f"Give one of {', '.join(SCOPES)}."]})


class ScopedListArguments(ScopeArguments, PageArguments):
    """A list that has one order."""

    class Meta:
        exclude = ("order",)


class SomeDataListArguments(SomeDataArguments, PageArguments):
    """The same of some data only."""

    class Meta:
        exclude = ("order",)


class NarrowedListArguments(ScopedListArguments):
    """A list of which only a part is wanted: that is looked for in some data, not in all of the facility's."""

    processingPrograms = Text(
        "Of programs by this name.  Needs one of the arguments that say of which data.",
        allow_none=False,
        validate=validate.Length(1, 255),
    )

    @ma.validates_schema
    def _of_some_data(self, data, **_):
        wanted = data.keys() & {"processingPrograms", "fileType"}
        if wanted and not data.keys() & {*SCOPES, "autoProcProgramId", "autoProcProgramAttachmentId"}:
            raise ma.ValidationError({name: [f"Give one of {', '.join(SCOPES)} too."] for name in wanted})
