"""What a link to a page elsewhere looks like, and what one sends of it."""

from urllib.parse import urlsplit

import marshmallow as ma
from marshmallow import validate

from ispyb_api.http.fields import Ident, Text
from ispyb_api.http.paging import PageArguments, order_by, page_of
from ispyb_api.http.shapes import new_of, patch_of
from ispyb_api.links.about import ABOUT
from ispyb_api.names import PROPOSAL


def _is_page(url):
    """Refuse what a browser would not open as a page, and what would give a password away."""
    try:
        parts = urlsplit(url)
        known = parts.scheme.lower() in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
        plain = "@" not in parts.netloc and "\\" not in url and all("!" <= letter <= "~" for letter in url)
    except ValueError:
        known = plain = False
    if not (known and plain):
        raise ma.ValidationError("Must be the address of a page, http or https, with a host and without a password.")


class LinkSchema(ma.Schema):
    """A page elsewhere about something that a proposal has here, as in the laboratory's own system."""

    linkId = Ident("The link's row.", "api_link.linkId")
    proposalId = Ident("The proposal it belongs to.", "api_link.proposalId")
    proposal = Text("The proposal's name, as mx415.", "computed: Proposal.proposalCode, Proposal.proposalNumber")
    shippingId = Ident("The shipment it is about.", "api_link.shippingId", allow_none=True)
    proteinId = Ident("The protein it is about.", "api_link.proteinId", allow_none=True)
    crystalId = Ident("The crystal form it is about.", "api_link.crystalId", allow_none=True)
    blSampleId = Ident("The sample it is about.", "api_link.blSampleId", allow_none=True)
    url = Text("Address of the page; http or https.", "api_link.url", allow_none=False)
    title = Text("What to show in its place.", "api_link.title")
    externalId = Text("The key of the thing there.", "api_link.externalId")
    createdAt = Text("When it was made.", "api_link.createdAt", "UTC", allow_none=False)
    createdBy = Text("Login of who made it.", "api_link.createdBy", allow_none=False)


class NewLinkSchema(
    new_of(
        LinkSchema,
        *("title", "externalId"),
        name="SentLinkSchema",
        url=Text(
            "Address of the page; http or https.",
            "api_link.url",
            allow_none=False,
            required=True,
            validate=[validate.Length(1, 1000), _is_page],
        ),
        **{name: Ident(f"The {what} it is about.", f"api_link.{name}") for name, (what, *_) in ABOUT.items()},
    )
):
    """A link to make, about one thing."""

    @ma.validates_schema
    def _about_one(self, data, **_):
        if len([name for name in ABOUT if name in data]) != 1:
            raise ma.ValidationError(f"Give one of {', '.join(ABOUT)}.", "blSampleId")


LinkPatchSchema = patch_of(
    new_of(LinkSchema, "title", "externalId", name="SentLinkPatchSchema", url=NewLinkSchema._declared_fields["url"]),
    name="LinkPatchSchema",
)


class LinkArguments(PageArguments):
    order_by = order_by("linkId")
    proposal = Text("The proposal's name, as mx415.", allow_none=False, validate=validate.Regexp(PROPOSAL))
    shippingId = Ident("Links of the shipment of this row.")
    proteinId = Ident("Links of the protein of this row.")
    crystalId = Ident("Links of the crystal form of this row.")
    blSampleId = Ident("Links of the sample of this row.")
    externalId = Text("The key of the thing there.", allow_none=False, validate=validate.Length(1, 100))


LinkPageSchema = page_of(LinkSchema)
