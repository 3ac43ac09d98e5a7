"""Serve a file that the database records: only from below the configured folders, and never more than that file.

What a path in the database says is not to be trusted: anybody who may write a collection may write any path into it.
"""

import os
import stat
from pathlib import Path

import flask
from werkzeug.wsgi import wrap_file

from ispyb_api.errors import Invalid, NotFound
from ispyb_api.http.services import services

DOWNLOAD = "application/octet-stream"

# What a browser may show; everything else is for saving.  SVG is a picture that can carry scripts.
SHOWN = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".txt": "text/plain; charset=utf-8",
    ".log": "text/plain; charset=utf-8",
}
SAVED = {".svg": "image/svg+xml"}


def send(recorded, what):
    """Answer with the file ``recorded`` in the database, or 404; ``what`` names it in the message."""
    if not recorded:
        raise NotFound(f"No {what} is recorded.")
    file = _opened(_resolved(recorded, what), what)
    try:
        return _answer(file, Path(recorded))
    except BaseException:
        file.close()
        raise


def send_text(text, name):
    """Answer with a text that the database keeps, to be saved under ``name``."""
    answer = flask.Response(text, mimetype="text/plain")
    plain = "".join(letter if letter.isprintable() else "_" for letter in name)
    answer.headers.set("Content-Disposition", "attachment", filename=plain)
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.add_etag()
    return answer.make_conditional(flask.request)


def opened(recorded, what):
    """Return a file that may be served, opened for reading; raise NotFound if it cannot be had."""
    if not recorded:
        raise NotFound(f"No {what} is recorded.")
    return _opened(_resolved(recorded, what), what)


def last_line(recorded, most=4096):
    """Return the last line of a text file that may be served, None if it cannot be read."""
    try:
        with _opened(_resolved(recorded, "log"), "log") as file:
            file.seek(max(os.fstat(file.fileno()).st_size - most, 0))
            lines = file.read(most).decode("utf-8", "replace").replace("\x00", "").split("\n")
    except NotFound:
        return None
    return next((line.strip() for line in reversed(lines) if line.strip()), None)


def read(recorded, most):
    """Return what is in a file that may be served, None if it cannot be read or is longer than ``most`` bytes."""
    try:
        with _opened(_resolved(recorded, "file"), "file") as file:
            found = file.read(most + 1)
    except (NotFound, OSError):
        return None
    return found if len(found) <= most else None


def thumbnail(recorded):
    """Return the path of the small copy beside a picture, name.jpg beside namet.jpg, where there is one."""
    path = Path(recorded or "")
    small = str(path.with_name(f"{path.stem}t{path.suffix}")) if path.name else ""
    here = mapped(small, services().settings.files.path_map)
    return small if small and _below_a_root(here) and os.path.isfile(_real(here)) else recorded


def mapped(path, rules):
    """Return where this machine finds what is recorded as ``path``; of the ``rules``, as /there=/here, the most special counts."""
    pairs = (rule.split("=", 1) for rule in rules)
    known = [(there.rstrip("/"), here.rstrip("/")) for there, here in pairs if _within(path, there)]
    if not known:
        return path
    there, here = max(known, key=lambda pair: len(pair[0]))
    return here + path[len(there) :]


def _within(path, folder):
    return f"{path}/".startswith(f"{folder.rstrip('/')}/")


def confined(path):
    """Return the real path of a file that may be served, None of any other."""
    return _real(path) if _below_a_root(path) else None


def resolved(recorded, what):
    """Return the real path of a plain file that may be served and is there; raise NotFound."""
    if not recorded:
        raise NotFound(f"No {what} is recorded.")
    path = _resolved(recorded, what)
    _opened(path, what).close()
    return path


def is_served(path):
    """Tell whether a file would be served, were it there: whether it lies below one of the configured folders."""
    return os.path.normpath(path) == path and _below_a_root(mapped(path, services().settings.files.path_map))


def require_served(paths):
    """Refuse paths, {field: path}, that would not be served: who says where a file is could read it then."""
    outside = ["Lies outside the folders that this server serves (files.roots)."]
    wrong = {field: outside for field, path in paths.items() if path is not None and not is_served(path)}
    if wrong:
        raise Invalid(errors=wrong)


def _resolved(recorded, what):
    path = mapped(recorded, services().settings.files.path_map)
    if not _below_a_root(path):
        raise NotFound(f"The {what} that is recorded lies outside the folders that this server serves (files.roots).")
    return _real(path)


def _below_a_root(path):
    real = _real(path)
    roots = (os.path.realpath(root) for root in services().settings.files.roots)
    return os.path.isabs(path) and real is not None and any(real.startswith(root.rstrip("/") + "/") for root in roots)


def _real(path):
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):  # a loop of links, a NUL
        return None


def _opened(path, what):
    """Open a plain file; what is none (a pipe, a device, a folder) is never waited for."""
    unreadable = NotFound(f"The {what} is recorded, but its file cannot be read.")
    try:
        number = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        raise unreadable from None
    if not stat.S_ISREG(os.fstat(number).st_mode) or _opened_as(number) not in (path, None):
        os.close(number)
        raise unreadable
    return open(number, "rb")


def _opened_as(number):
    """Return the path behind a descriptor: a folder may have become a link after it was looked at.  None without /proc."""
    try:
        return os.readlink(f"/proc/self/fd/{number}")
    except OSError:
        return None


def _answer(file, path):
    known = os.fstat(file.fileno())
    suffix = path.suffix.lower()
    request = flask.request
    response = flask.Response(
        wrap_file(request.environ, file),
        content_type=SHOWN.get(suffix) or SAVED.get(suffix, DOWNLOAD),
        direct_passthrough=True,
    )
    response.content_length = known.st_size
    response.last_modified = int(known.st_mtime)
    response.set_etag(f"{known.st_mtime_ns:x}-{known.st_size:x}")
    response.headers.set("Content-Disposition", "inline" if suffix in SHOWN else "attachment", filename=path.name)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response.make_conditional(request, accept_ranges=True, complete_length=known.st_size)
