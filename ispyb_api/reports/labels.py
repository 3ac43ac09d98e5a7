"""Labels for a parcel: one for the way to the facility, one for the way back, a page each, to be cut out."""

import io
from dataclasses import dataclass, field

from reportlab.graphics.barcode.code128 import Code128
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ispyb_api.reports.fonts import named, written

_LEFT, _TOP = 15 * mm, A4[1] - 15 * mm
_WIDTH, _HEIGHT = A4[0] - 30 * mm, 175 * mm
_LINE = 5 * mm
_MOST_LINES = 7


@dataclass(frozen=True)
class Address:
    """Who sends, or receives: the lines of the address; none where nobody is named."""

    lines: tuple = ()


@dataclass(frozen=True)
class Parcel:
    """A dewar, as its labels describe it."""

    barcode: str
    code: str
    shipment: str
    proposal: str
    facility: Address
    sender: Address
    back: Address
    session: str = ""
    courier: dict = field(default_factory=dict)  # {what: text} of the way back
    contents: dict = field(default_factory=dict)  # {what: text}


def pdf(parcel, logo=None):
    """Return the labels as a PDF; ``logo`` is the path of the facility's picture."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=True)
    canvas.setTitle(written(f"Labels of {parcel.code}"))
    _page(canvas, parcel, "To the facility", parcel.sender, parcel.facility, parcel.contents, logo)
    _page(canvas, parcel, "Return", parcel.facility, parcel.back, parcel.courier, logo)
    canvas.save()
    return file.getvalue()


def _page(canvas, parcel, heading, sender, receiver, facts, logo):
    canvas.setDash(3, 3)
    canvas.rect(_LEFT, _TOP - _HEIGHT, _WIDTH, _HEIGHT)
    canvas.setDash()
    _text(canvas, _LEFT, _TOP + 3 * mm, "Cut along the line.", size=8)
    _head(canvas, parcel, heading, logo)
    top = _TOP - 62 * mm
    _box(canvas, _LEFT + 5 * mm, top, "FROM", sender)
    _box(canvas, _LEFT + _WIDTH / 2 + 2 * mm, top, "TO", receiver)
    _facts(canvas, top - 58 * mm, parcel, facts)
    canvas.showPage()


def _head(canvas, parcel, heading, logo):
    _text(canvas, _LEFT + 5 * mm, _TOP - 12 * mm, heading, size=20, bold=True)
    _text(canvas, _LEFT + 5 * mm, _TOP - 19 * mm, f"{parcel.proposal}    {parcel.shipment}", size=11)
    if logo:
        canvas.drawImage(ImageReader(logo), _LEFT + _WIDTH - 50 * mm, _TOP - 22 * mm, 45 * mm, 18 * mm, preserveAspectRatio=True, anchor="ne", mask="auto")  # fmt: skip
    # Quiet zones of ten modules are the symbol's own; what is too long is made narrower, down to what scanners read.
    width = max(0.25 * mm, min(0.5 * mm, (_WIDTH - 20 * mm) / (11 * len(parcel.barcode) + 55)))
    bars = Code128(written(parcel.barcode), barWidth=width, barHeight=20 * mm, quiet=True)
    bars.drawOn(canvas, _LEFT + (_WIDTH - bars.width) / 2, _TOP - 46 * mm)
    _text(canvas, A4[0] / 2, _TOP - 52 * mm, parcel.barcode, size=12, bold=True, centred=True)


def _box(canvas, left, top, title, address):
    width = _WIDTH / 2 - 7 * mm
    canvas.rect(left, top - 52 * mm, width, 52 * mm)
    _text(canvas, left + 3 * mm, top - 7 * mm, title, size=9, bold=True)
    lines = address.lines or ("Nobody is named.",)
    for number, line in enumerate(lines[:_MOST_LINES]):
        _text(canvas, left + 3 * mm, top - 14 * mm - number * _LINE, line, size=11, room=width - 6 * mm)


def _facts(canvas, top, parcel, facts):
    shown = {"Parcel": parcel.code, "Session": parcel.session, **facts}
    for number, (what, value) in enumerate((what, value) for what, value in shown.items() if value):
        line = top - number * 6 * mm
        _text(canvas, _LEFT + 5 * mm, line, what, size=10, bold=True)
        _text(canvas, _LEFT + 50 * mm, line, value, size=10, room=_WIDTH - 55 * mm)


def _text(canvas, left, line, text, *, size, bold=False, centred=False, room=None):
    font, text = named("PaperBold" if bold else "Paper"), written(text)
    while room and size > 5 and canvas.stringWidth(text, font, size) > room:
        size -= 0.5
    canvas.setFont(font, size)
    (canvas.drawCentredString if centred else canvas.drawString)(left, line, text)
