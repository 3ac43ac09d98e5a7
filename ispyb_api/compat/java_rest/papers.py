"""Labels and lists of samples, of the dewars of a proposal."""

import contextlib

from ispyb_api.compat.java_rest.repository_shipping import Shipments
from ispyb_api.compat.java_rest.service_shipping import anyhow
from ispyb_api.errors import NotFound, NotInThisDatabase
from ispyb_api.http.services import services
from ispyb_api.shipping.service import Dewars

READY = "ready to go"
_COLUMNS = ("Container", "Place", "Sample", "Protein", "Space group", "Code", "Changer", "Remarks")


class Papers:
    def __init__(self, call):
        self._call = call
        self._shipments = Shipments(call)
        self._site = services().settings.site

    def labels(self, dewar):
        """Return the name and the content of a dewar's labels; note that it is ready to go."""
        rows = self._shipments.rows()
        shipping = next((row["Shipping_shippingId"] for row in rows if row["Dewar_dewarId"] == dewar), None)
        if shipping is None:
            raise NotFound("The dewar is not one of this proposal.")
        tree = self._shipments.tree(shipping)
        found = next(each for each in tree["dewarVOs"] if each["dewarId"] == dewar)
        with printing():
            from ispyb_api.compat.java_rest.parcels import parcel  # noqa: PLC0415 - an extra's
            from ispyb_api.reports import labels  # noqa: PLC0415

            made = labels.pdf(parcel(self._call, tree, found, self._site), self._site.logo or None)
        if found["dewarStatus"] != READY:
            Dewars(self._call.tx, self._call.access).change(dewar, {"dewarStatus": READY}, anyhow)
        return f"parcel_{dewar}.pdf", made

    def samples(self, dewars, *, by_container):
        """Return the name and the content of a list of the samples in some dewars."""
        rows = self._shipments.samples_in_dewars(dewars)
        if not rows:
            raise NotFound("There are no samples in these dewars, or they are not this proposal's.")
        order = (lambda row: (row["container"] or "", _number(row["location"]))) if by_container else _by_name
        with printing():
            from ispyb_api.reports import papers  # noqa: PLC0415

            tables = [_table(papers, name, each, order) for name, each in _by_dewar(rows)]
            proposal = f"{self._call.proposal['proposalCode']}{self._call.proposal['proposalNumber']}"
            lines = (f"{self._site.name}", f"{len(rows)} samples")
            made = papers.pdf(papers.Paper(f"Samples of {proposal}", lines, tables), self._site.logo or None)
        return "Sample_list_for_dewars.pdf", made


def _by_name(row):
    return (row["name"] or "").casefold(), row["container"] or ""


def _by_dewar(rows):
    names = {row["dewarId"]: f"{row['shipment']}: {row['dewar']}" for row in rows}
    return [(name, [row for row in rows if row["dewarId"] == number]) for number, name in names.items()]


def _table(papers, name, rows, order):
    keys = ("container", "location", "name", "acronym", "spaceGroup", "code", "changer", "comments")
    return papers.Table(_COLUMNS, [[row[key] for key in keys] for row in sorted(rows, key=order)], name)


def _number(location):
    text = str(location or "")
    return (int(text), "") if text.isdecimal() else (10**6, text)


@contextlib.contextmanager
def printing():
    """Say what to install where papers cannot be made."""
    try:
        yield
    except ImportError as exc:
        raise NotInThisDatabase(f"This server prints nothing ({exc.name} is missing): install ispyb-api[reports].") from None  # fmt: skip
