"""Reports on sessions, read back from what is sent."""

import io

import pytest

from ispyb_api.reports import pictures
from tests.api.java_rest.test_papers import PDF, plain, words  # noqa: F401 - plain is a fixture

docx = pytest.importorskip("docx", reason="the extra 'reports' is not installed")
PATH = "/proposal/mx415/mx/datacollection/session"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def cells(content):
    """Return the rows of the tables of a document."""
    return [
        [cell.text for cell in row.cells] for table in docx.Document(io.BytesIO(content)).tables for row in table.rows
    ]


def test_a_report_names_what_was_collected(java, plain):  # noqa: F811
    answer = java.get(f"{PATH}/3/report/pdf", "pi")
    groups = java.rows(f"{PATH}/3/list", "pi")
    assert (answer.status_code, answer.mimetype) == (200, PDF)
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=Report_MX415_BL01-MX_")
    assert answer.headers["Content-Disposition"].endswith(".pdf")
    said = words(answer.data)
    for text in ("MX415-3", "ISPyB demo facility", "BL01-MX", "Delbesque"):
        assert text in said
    for row in groups:
        assert row.get("BLSample_name", "") in said
    assert answer.data.count(b"/Subtype /Image") > 0


def test_a_report_to_edit_has_a_row_for_each_group(java):
    answer = java.get(f"{PATH}/3/report/rtf", "pi")
    assert answer.mimetype == WORD
    (names, *rows), groups = cells(answer.data), java.rows(f"{PATH}/3/list", "pi")
    with_images = [row for row in groups if row.get("totalNumberOfImages")]
    assert len(rows) == len(with_images)
    assert names[:4] == ["Start", "Kind", "Sample", "Protein"]
    assert [row[2] for row in rows] == [row.get("BLSample_name", "") for row in with_images]
    assert [row[5] for row in rows] == [str(row["totalNumberOfImages"]) for row in with_images]
    assert len(docx.Document(io.BytesIO(answer.data)).inline_shapes) > 10


def test_the_analysis_shows_the_first_integration(java):
    answer = java.get(f"{PATH}/3/analysisreport/rtf", "pi")
    assert "filename=AnalysisReport_MX415_BL01-MX_" in answer.headers["Content-Disposition"]
    (names, *rows), groups = cells(answer.data), java.rows(f"{PATH}/3/list", "pi")
    with_images = [row for row in groups if row.get("totalNumberOfImages")]
    at = {name.split("\n")[0]: number for number, name in enumerate(names)}
    for row, group in zip(rows, with_images, strict=True):
        merged = group.get("rMerge")
        assert row[at["Rmerge"]] == ("" if merged is None else f"{merged:.3f}".rstrip("0").rstrip("."))
        assert bool(row[at["Programs"]]) == bool(group.get("processingPrograms"))
    assert any(row[at["Cell (Å, °)"]] for row in rows)
    assert java.get(f"{PATH}/3/analysisreport/pdf", "pi").mimetype == PDF


def test_a_report_may_be_cut_and_says_so(java):
    content = java.get(f"{PATH}/3/report/rtf?nbRows=2", "pi").data
    assert len(cells(content)) == 3
    said = [each.text for each in docx.Document(io.BytesIO(content)).paragraphs]
    assert any(each.startswith("Shown: the latest 2 of ") for each in said)


@pytest.mark.parametrize("odd", ["", "x", "-1", "0", "99999999999999999999", "1,2"])
def test_an_odd_number_of_rows_cuts_nothing(java, odd):
    assert len(cells(java.get(f"{PATH}/3/report/rtf?nbRows={odd}", "pi").data)) > 20


def test_an_empty_session_has_a_report_that_says_so(java, plain):  # noqa: F811
    assert "Nothing was collected in this session." in words(java.get(f"{PATH}/4/report/pdf", "pi").data)


@pytest.mark.parametrize("kind", ["report/pdf", "report/rtf", "analysisreport/pdf", "analysisreport/rtf"])
def test_there_is_none_of_another_ones_session(java, kind):
    assert java.get(f"{PATH}/10/{kind}", "pi").status_code == 404
    assert java.get(f"/proposal/mx533/mx/datacollection/session/10/{kind}", "pi").status_code == 403
    assert java.get(f"{PATH}/x/{kind}", "pi").status_code == 404


@pytest.mark.parametrize(
    "content", [b"", b"no picture", b"\xff\xd8\xff\xe0" + b"\x00" * 50, b"\x89PNG\r\n\x1a\n" + b"\x00" * 20]
)
def test_what_is_no_picture_is_left_out(content):
    assert pictures.small(content) is None


def test_it_takes_as_many_statements_whatever_the_groups(java, site):
    counts = set()
    for most in (1, 30):
        java.get(f"{PATH}/3/report/pdf?nbRows={most}", "pi")
        with site.statements() as counted:
            java.get(f"{PATH}/3/report/pdf?nbRows={most}", "pi")
        counts.add(counted.number)
    assert len(counts) == 1
