"""Labels and lists of samples, read back from the PDF that is sent."""

import re
import zlib

import pytest

pytest.importorskip("reportlab", reason="the extra 'reports' is not installed")

from ispyb_api.reports import labels, papers
from tests.support import sites
from tests.support.java import Java

PDF = "application/pdf"


@pytest.fixture
def plain(monkeypatch):
    """Print with a font whose letters can be read back, as on a machine without another."""
    from ispyb_api.reports import fonts  # noqa: PLC0415 - an extra's

    fonts.named.cache_clear()
    monkeypatch.setattr(fonts, "_FOLDERS", ())
    yield
    fonts.named.cache_clear()


def words(content):
    """Return what a PDF says, where its font is plain."""
    import base64  # noqa: PLC0415

    found = []
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL):
        try:
            text = zlib.decompress(base64.a85decode(stream.strip().removesuffix(b"~>")))
        except (ValueError, zlib.error):
            continue
        found += re.findall(rb"\(((?:\\.|[^()\\])*)\) Tj", text)
    return re.sub(r"\\([()\\])", r"\1", " ".join(each.decode("cp1252") for each in found))


def test_labels_name_both_ends_and_the_dewar_is_ready(java_written, plain):
    java = java_written
    java.site.ask("UPDATE Dewar SET dewarStatus = 'opened' WHERE dewarId = 1")
    answer = java.get("/proposal/mx415/shipping/1/dewar/1/labels", "pi")
    assert (answer.status_code, answer.mimetype) == (200, PDF)
    assert answer.headers["Content-Disposition"] == "attachment; filename=parcel_1.pdf"
    said = words(answer.data)
    for text in ("MX415-BL01-0001", "PV-D1", "April natives", "Seabird Express", "ISPyB demo facility"):
        assert text in said
    assert said.count("Cut along the line.") == 2
    row = java.site.ask("SELECT dewarStatus FROM Dewar WHERE dewarId = 1")[0]
    assert row["dewarStatus"] == "ready to go"


def test_labels_twice_are_noted_once(java_written):
    history = "SELECT COUNT(*) AS n FROM DewarTransportHistory WHERE dewarId = 3"
    java_written.get("/proposal/mx415/shipping/3/dewar/3/labels", "pi")
    before = java_written.site.ask(history)
    assert java_written.get("/proposal/mx415/shipping/undefined/dewar/3/labels", "pi").mimetype == PDF
    assert java_written.site.ask(history) == before


@pytest.mark.parametrize("dewar", ["7", "0", "null", "99"])
def test_of_another_ones_dewar_there_are_no_labels(java_written, dewar):
    assert java_written.get(f"/proposal/mx415/shipping/1/dewar/{dewar}/labels", "pi").status_code == 404


def test_a_link_in_a_front_ends_page_leads_to_labels(tmp_path):
    with sites.open_site("sqlite", tmp_path, **{"http.cors_origins": ["https://exi.example.org"]}) as site:
        java, path = Java(site), "/proposal/mx415/shipping/1/dewar/1/labels"
        headers = {"Sec-Fetch-Site": "cross-site", "Referer": "https://exi.example.org/"}
        assert java.get(path, "pi", headers=headers).status_code == 200
        headers["Referer"] = "https://evil.example.org/?https://exi.example.org"
        assert java.get(path, "pi", headers=headers).status_code == 403


def test_samples_are_listed_by_name_and_by_container(java, plain):
    names = [row["name"] for row in java.site.ask("SELECT name FROM BLSample WHERE containerId IN (2, 3)")]
    for order in ("1", "2"):
        answer = java.get(f"/proposal/mx415/mx/sample/dewar/2,7/sortView/{order}/list/pdf", "pi")
        assert answer.mimetype == PDF
        said = words(answer.data)
        assert [name for name in names if name not in said] == []
        assert "PUCK-601" not in said, "of another proposal"
    assert said.index("PUCK-502") < said.index("PUCK-503")


def test_letters_that_a_font_lacks_become_the_nearest_ones(plain):
    nobody = labels.Address()
    said = words(labels.pdf(labels.Parcel("B", "Nový Ångström \u0416", "s", "MX1", nobody, nobody, nobody)))
    assert "Novy Angstrom ?" in said
    assert said.count("Nobody is named.") == 4


@pytest.mark.parametrize("text", ["<b>&amp;</b>", "x" * 5000, "\x00\x01", "", None, "line\nline"])
def test_no_text_is_too_odd_for_a_paper(text):
    paper = papers.Paper("Title", (text,), [papers.Table(("a", "b"), [[text, 1]], text or "")])
    assert papers.pdf(paper).startswith(b"%PDF")
    assert papers.docx(paper).startswith(b"PK")
