"""Files that people send: kept below the folder for uploads, each under a name of its own, never in place of another."""

import os
import re
import secrets
import shutil
from pathlib import Path

from ispyb_api.errors import NotInThisDatabase
from ispyb_api.http.services import services

_UNFIT, _LONGEST = re.compile(r"[^A-Za-z0-9._+-]+"), 100


def save(stream, name, folder):
    """Keep what is sent as a file of this name in a folder of a proposal; return its path."""
    root = services().settings.files.uploads
    if not root:
        raise NotInThisDatabase("This server keeps no files that are sent: files.uploads says where they may be kept.")
    place = Path(root) / plain(folder) / secrets.token_hex(8)
    place.mkdir(parents=True, mode=0o750)
    path = place / plain(name)
    try:
        with path.open("xb") as file:
            shutil.copyfileobj(stream, file)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        forget(path)
        raise
    return str(path)


def forget(path):
    """Remove a file that was kept, since nothing came of it."""
    shutil.rmtree(Path(path).parent, ignore_errors=True)


def plain(name):
    """Return the last part of a name in letters that every file system has; it is never a folder's."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return _UNFIT.sub("_", last).lstrip(".")[-_LONGEST:] or "file"
