"""Tell by its beginning what a file is, and read it."""

import gzip

from ispyb_api.errors import NotInThisDatabase
from ispyb_api.importing.result import Unreadable

_MOST = 50_000_000  # bytes; what programs write for ISPyB has some thousand
STREAM = "crystfel"  # is read elsewhere, line by line
KINDS = {
    "ispyb": "autoPROC, STARANISO or xia2 (XML)",
    "ispyb-json": "xia2 (JSON)",
    "correct": "XDS (CORRECT.LP)",
    "mmcif": "mmCIF",
    STREAM: "CrystFEL (stream)",
}


def read(path, kind=None):
    """Return the kind and the result of a file, which may be gzipped; raise Unreadable, naming what it was taken for."""
    text = _text(path)
    kind = kind or _kind(text)
    if kind is None:
        raise Unreadable(f"It is none of: {', '.join(KINDS.values())}.")
    return kind, _reader(kind)(text)


def _reader(kind):
    try:
        from ispyb_api.importing import containers, correct, mmcif  # noqa: PLC0415 - an extra's
    except ImportError as exc:
        raise NotInThisDatabase(f"{exc.name} is missing: install ispyb-api[data].") from None
    return {
        "ispyb": containers.read_xml,
        "ispyb-json": containers.read_json,
        "correct": correct.read,
        "mmcif": mmcif.read,
    }[kind]


def _text(path):
    with path.open("rb") as opened:
        compressed = opened.read(2) == b"\x1f\x8b"
    with gzip.open(path) if compressed else path.open("rb") as opened:
        content = opened.read(_MOST + 1)
    if len(content) > _MOST:
        raise Unreadable(f"It has more than {_MOST:,} bytes: no result of a program is that long.")
    return content.decode("utf-8", errors="replace")


def _kind(text):
    begin = text.lstrip("\ufeff \t\r\n")
    if begin.startswith("<"):
        return "ispyb"
    if begin.startswith("{"):
        return "ispyb-json"
    if "***** CORRECT *****" in text:
        return "correct"
    if begin.startswith(("data_", "#")) and "_reflns" in text:
        return "mmcif"
    return None
