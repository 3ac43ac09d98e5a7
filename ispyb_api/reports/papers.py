"""A paper of headings, lines and tables, as PDF and as a document for word processors."""

import io
from dataclasses import dataclass, field

from ispyb_api.reports.fonts import named, written

_CELL = 300  # characters


@dataclass(frozen=True)
class Table:
    """Rows of texts, and pictures as the bytes of a JPEG, below the names of their columns; ``widths`` are relative."""

    columns: tuple
    rows: list
    heading: str = ""
    widths: tuple = ()


@dataclass(frozen=True)
class Paper:
    """What is written: a title, lines below it, and tables."""

    title: str
    lines: tuple = ()
    tables: list = field(default_factory=list)


def pdf(paper, logo=None):
    """Return a paper as a PDF, on its side where tables are wide."""
    from xml.sax.saxutils import escape  # noqa: PLC0415

    from reportlab.lib import colors  # noqa: PLC0415 - a second for who makes no papers
    from reportlab.lib.pagesizes import A4, landscape  # noqa: PLC0415
    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415
    from reportlab.lib.units import mm  # noqa: PLC0415
    from reportlab.platypus import Image, LongTable, Paragraph, SimpleDocTemplate, Spacer, TableStyle  # noqa: PLC0415

    def said(text, size=9, bold=False, after=1):
        style = ParagraphStyle("", fontName=named("PaperBold" if bold else "Paper"), fontSize=size, leading=size * 1.25, spaceAfter=after * mm)  # fmt: skip
        return Paragraph(escape(written(text)).replace("\n", "<br/>"), style)

    def shown(content, width):
        if not isinstance(content, bytes):
            return said(_short(content), 7, after=0)
        return Image(io.BytesIO(content), width - 4 * mm, 18 * mm, kind="proportional")

    wide = any(len(table.columns) > 7 for table in paper.tables)
    size = landscape(A4) if wide else A4
    margins = dict.fromkeys(("leftMargin", "rightMargin", "topMargin", "bottomMargin"), 15 * mm)
    file = io.BytesIO()
    document = SimpleDocTemplate(file, pagesize=size, title=written(paper.title), invariant=True, **margins)
    story = [Image(logo, 40 * mm, 15 * mm, kind="proportional", hAlign="RIGHT")] if logo else []
    story += [said(paper.title, 16, bold=True, after=3), *(said(line) for line in paper.lines), Spacer(1, 4 * mm)]
    for table in paper.tables:
        story += [said(table.heading, 11, bold=True, after=2)] if table.heading else []
        cells = [[said(each, 7, bold=True, after=0) for each in table.columns]]
        widths = _widths(table, size[0] - 30 * mm)
        cells += [[shown(each, width) for each, width in zip(row, widths, strict=True)] for row in table.rows]
        made = LongTable(cells, repeatRows=1, colWidths=widths)
        lines = [("GRID", (0, 0), (-1, -1), 0.4, colors.grey), ("BACKGROUND", (0, 0), (-1, 0), colors.whitesmoke)]
        made.setStyle(TableStyle([*lines, ("VALIGN", (0, 0), (-1, -1), "TOP")]))
        story += [made, Spacer(1, 5 * mm)]
    document.build(story, onFirstPage=_numbered, onLaterPages=_numbered)
    return file.getvalue()


def docx(paper, logo=None):
    """Return a paper as a document of Word."""
    from docx import Document  # noqa: PLC0415
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415
    from docx.shared import Mm  # noqa: PLC0415

    document = Document()
    section = document.sections[0]
    if any(len(table.columns) > 7 for table in paper.tables):
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
    else:
        section.page_width, section.page_height = Mm(210), Mm(297)
    if logo:
        document.add_picture(logo, height=Mm(15))
    document.add_heading(_plain(paper.title), 1)
    for line in paper.lines:
        document.add_paragraph(_plain(line))
    for table in paper.tables:
        if table.heading:
            document.add_heading(_plain(table.heading), 2)
        made = document.add_table(rows=1, cols=len(table.columns), style="Table Grid")
        for cell, text in zip(made.rows[0].cells, table.columns, strict=True):
            cell.text = _plain(text)
        for row in table.rows:
            for cell, content in zip(made.add_row().cells, row, strict=True):
                if isinstance(content, bytes):
                    cell.paragraphs[0].add_run().add_picture(io.BytesIO(content), width=Mm(20))
                else:
                    cell.text = _plain(content)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _widths(table, whole):
    """Return the widths of a table's columns, which together are the ``whole``."""
    widths = table.widths or (1,) * len(table.columns)
    return [whole * each / sum(widths) for each in widths]


def _short(text):
    """Return a text cut to what a cell holds: a row cannot go on on the next page."""
    text = "" if text is None else str(text)
    return text if len(text) <= _CELL else f"{text[: _CELL - 1]}…"


def _plain(text):
    """Return a text without what XML cannot hold."""
    return "".join(each for each in str("" if text is None else text) if each >= " " or each in "\n\t")


def _numbered(canvas, document):
    canvas.setFont(named("Paper"), 7)
    canvas.drawRightString(document.pagesize[0] - 42, 24, f"{document.page}")
