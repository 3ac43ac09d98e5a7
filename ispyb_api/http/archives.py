"""Send many files as one ZIP archive, made while it is sent: memory stays flat, and no file is kept."""

import io
import json
import zipfile

import flask

from ispyb_api.errors import NotFound

_PIECE = 256 * 1024


class _Sink(io.RawIOBase):
    """What the archive is written to: holds what was not sent yet."""

    def __init__(self):
        self._held = bytearray()

    def writable(self):
        return True

    def write(self, data):
        self._held += data
        return len(data)

    def taken(self):
        held, self._held = bytes(self._held), bytearray()
        return held


def answer(files, name):
    """Return a response with the archive; ``files`` yields (name, function that opens it, or raises NotFound[, folder])."""
    response = flask.Response(flask.stream_with_context(_pieces(files)), mimetype="application/zip")
    response.headers.set("Content-Disposition", "attachment", filename=f"{name}.zip")
    return response


def _pieces(files):
    sink, manifest, used = _Sink(), [], {"manifest.json"}
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, opened, *folder in files:
            inside, missing = _free(name, used, *folder), None
            try:
                for _ in _packed(archive, inside, opened):
                    yield sink.taken()
            except (NotFound, OSError) as exc:  # what was read until then is in the archive
                missing = str(exc) if isinstance(exc, NotFound) else "The file could not be read to its end."
            manifest.append({"name": inside, "included": missing is None, "missing": missing})
        archive.writestr("manifest.json", json.dumps({"files": manifest}, indent=1, ensure_ascii=False))
    yield sink.taken()


def _packed(archive, name, opened):
    """Put a file into the archive, a piece at a time."""
    with opened() as file, archive.open(name, "w", force_zip64=True) as entry:
        while data := file.read(_PIECE):
            entry.write(data)
            yield


def _free(name, used, folder=""):
    """Return a name, in its folder if it has one, that leads nowhere else and is not in the archive yet."""
    where = "".join(f"{_plain(part)}/" for part in folder.split("/") if part)
    stem, dot, suffix = _plain(name).partition(".")
    number, free = 1, f"{where}{stem}{dot}{suffix}"
    while free in used:
        number += 1
        free = f"{where}{stem}-{number}{dot}{suffix}"
    used.add(free)
    return free


def _plain(name):
    return name.replace("/", "_").replace("\\", "_").lstrip(".") or "file"
