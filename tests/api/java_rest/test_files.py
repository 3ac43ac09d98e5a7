"""Pictures, plots and files: what is there, what is not, and what a browser is told."""

import io
import zipfile

import pytest

MX = "/proposal/mx415/mx"
PROCESSING = f"{MX}/autoprocintegration"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/image/61/get", "image/jpeg"),
        ("/image/61/thumbnail", "image/jpeg"),
        *((f"/datacollection/6/crystalsnaphot/{n}/get", "image/jpeg") for n in (1, 2, 3, 4)),
        ("/datacollection/6/qualityindicatorplot", "image/png"),
        ("/datacollection/6/wilson", "image/png"),
        ("/energyscan/energyscanId/1/jpegchooch", "image/png"),
        ("/xrfscan/xrfscanId/1/image/jpegScanFileFullPath/get", "image/png"),
    ],
)
def test_pictures(java, path, kind):
    answer = java.get(f"{MX}{path}", "pi")
    assert (answer.status_code, answer.mimetype) == (200, kind)
    assert len(answer.data) > 100
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    saved = "attachment" if path == "/image/61/get" else "inline"
    assert answer.headers["Content-Disposition"].startswith(f"{saved}; filename=")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/image/undefined/thumbnail", 404),  # as EXI asks where there is no image
        ("/image/999999/thumbnail", 204),
        ("/image/1011/get", 204),  # of another proposal
        ("/datacollection/401/crystalsnaphot/1/get", 204),
        ("/datacollection/6/crystalsnaphot/5/get", 204),
        ("/datacollection/6/crystalsnaphot/x/get", 204),
        ("/datacollection/5/wilson", 404),  # none is recorded
        ("/xrfscan/xrfscanId/1/image/comments/get", 204),  # no picture's column
        ("/xrfscan/xrfscanId/1/csv", 204),  # the fit's file is not there
    ],
)
def test_pictures_that_there_are_not(java, path, status):
    answer = java.get(f"{MX}{path}", "pi")
    assert (answer.status_code, answer.data) == (status, b"")


def test_a_file_outside_the_served_folders_is_not_there(java_written):
    java_written.site.ask("UPDATE DataCollection SET xtalSnapshotFullPath1 = '/etc/passwd' WHERE dataCollectionId = 7")
    assert java_written.get(f"{MX}/datacollection/7/crystalsnaphot/1/get").status_code == 404


def test_the_fit_of_a_spectrum(java_written):
    folder = java_written.site.settings.files.roots[0]
    with open(f"{folder}/fluorescence_peaks.csv", "w", encoding="utf-8") as file:
        file.write("Energy,channel,counts,fit\n1,2,3,4\n")
    answer = java_written.get(f"{MX}/xrfscan/xrfscanId/1/csv", "pi")
    assert (answer.status_code, answer.mimetype) == (200, "text/csv")
    assert answer.text.endswith("\n")


def test_files_of_runs_are_listed_run_by_run(java):
    found = java.rows(f"{PROCESSING}/attachment/autoprocprogramid/62,61/list", "pi")
    assert [[row["autoProcProgramAttachmentId"] for row in of_run] for of_run in found] == [
        [621, 622, 623],
        [611, 612, 613],
    ]
    first = found[1][0]
    assert {name: first[name] for name in ("fileType", "fileName")} == {"fileType": "Log", "fileName": "processing.log"}
    assert first.keys() == {"autoProcProgramAttachmentId", "fileType", "fileName", "filePath", "recordTimeStamp"}


@pytest.mark.parametrize(
    ("how", "kind", "disposition"),
    [
        ("get", "text/plain", "inline"),
        ("getHtml", "text/html", "inline"),
        ("getPdf", "application/pdf", "inline"),
        ("download", "text/plain", "attachment"),
    ],
)
def test_a_file_of_a_run(java, how, kind, disposition):
    answer = java.get(f"{PROCESSING}/autoprocattachmentid/611/{how}", "pi")
    assert (answer.status_code, answer.mimetype) == (200, kind)
    assert answer.headers["Content-Disposition"] == f"{disposition}; filename=processing.log"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert len(answer.data) > 0


@pytest.mark.parametrize("how", ["get", "getHtml", "getPdf", "download"])
@pytest.mark.parametrize("attachment", ["10111", "999999", "null"])
def test_a_file_of_somebody_elses_run_is_closed(java, how, attachment):
    answer = java.get(f"{PROCESSING}/autoprocattachmentid/{attachment}/{how}", "pi")
    assert (answer.status_code, answer.mimetype) == (200, "text/plain")
    assert answer.text == "You don't have access to this resource"


def names(answer):
    assert (answer.status_code, answer.mimetype) == (200, "application/zip"), answer.text
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        assert archive.testzip() is None
        return [name for name in archive.namelist() if name != "manifest.json"]


def test_the_files_of_a_run_as_an_archive(java):
    answer = java.get(f"{PROCESSING}/attachment/autoprocprogramid/61/download", "pi")
    assert names(answer) == ["processing.log", "scaled.hkl", "quality_plot.png"]
    assert answer.headers["Content-Disposition"] == "attachment; filename=fast_dp_61.zip"


def test_the_files_of_several_runs_have_a_folder_each(java):
    path = f"{PROCESSING}/attachment/autoprocprogramid/61,62,1011/download"
    answer = java.get(path, "pi")
    assert names(answer)[::3] == ["fast_dp_61/processing.log", "autoPROC_62/processing.log"]
    assert answer.headers["Content-Disposition"] == "attachment; filename=download.zip"


@pytest.mark.parametrize(
    ("given", "name"),
    [("LYSO_1_P43.zip", "LYSO_1_P43.zip"), ("../a%0d%0ab", ".._a__b.zip"), ("a.zip.zip", "a.zip.zip")],
)
def test_an_archive_is_called_as_the_front_end_wants(java, given, name):
    answer = java.get(f"{PROCESSING}/attachment/autoprocprogramid/61/download?forceFilename={given}", "pi")
    assert answer.headers["Content-Disposition"] == f"attachment; filename={name}"
