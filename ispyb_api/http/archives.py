"""Send many files as one ZIP archive, made while it is sent: memory stays flat, and no file is kept."""

import io
import json
import zipfile

import flask

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
    """Return a response with the archive; ``files`` yields (name, function that opens it, or returns None)."""
    response = flask.Response(flask.stream_with_context(_pieces(files)), mimetype="application/zip")
    response.headers.set("Content-Disposition", "attachment", filename=f"{name}.zip")
    return response


def _pieces(files):
    sink, manifest, used = _Sink(), [], set()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, opened in files:
            file = opened()
            inside = _free(name, used)
            manifest.append({"name": inside, "included": file is not None})
            if file is not None:
                with file, archive.open(inside, "w", force_zip64=True) as entry:
                    while data := file.read(_PIECE):
                        entry.write(data)
                        yield sink.taken()
        archive.writestr("manifest.json", json.dumps({"files": manifest}, indent=1, ensure_ascii=False))
    yield sink.taken()


def _free(name, used):
    """Return a name that is no path and not in the archive yet."""
    plain = name.replace("/", "_").replace("\\", "_").lstrip(".") or "file"
    stem, dot, suffix = plain.partition(".")
    number, free = 1, plain
    while free in used:
        number += 1
        free = f"{stem}-{number}{dot}{suffix}"
    used.add(free)
    return free
