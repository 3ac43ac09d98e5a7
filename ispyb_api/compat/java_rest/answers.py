"""What a route answers: how it is written, and what it is when there is nothing, or when something went wrong.

The front ends take an answer that is not 200 for the end of the login, or fail over it.  So on a list all that is not
about who calls is an empty list, and the log says what it was.
"""

import json
import re

import flask

from ispyb_api.compat.java_rest import gson
from ispyb_api.errors import NotFound
from ispyb_api.files import serving
from ispyb_api.http import archives

_JSON, _WORDS = "application/json", "text/plain"
_PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"
_UNFIT_FOR_NAMES, _LONGEST_NAME = re.compile(r"[^\w.+ -]"), 150
_HEADERS = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}


def respond(body, mimetype=_JSON, status=200):
    """Return a response that pages of any origin may read: whoever asks holds a token, and no cookie counts."""
    return shared(flask.Response(body, status, mimetype=mimetype))


def shared(response):
    """Let pages of any origin read a response."""
    response.headers.update(_HEADERS)
    return response


def refusal():
    """Return the answer to a caller who may not have one."""
    return respond("Nobody can access this resource", _WORDS, 403)


def failure(error):
    """Return the answer to a change that was not made."""
    told = [str(error), *(f"{name}: {' '.join(messages)}" for name, messages in error.errors.items())]
    return respond("\n".join(told), _WORDS, error.status)


class _Json:
    """An answer in JSON; ``produces`` is another type where a front end reads the text itself."""

    empty: object = None

    def __init__(self, shape, *, omits=False, produces=_JSON):
        self.shape, self.omits, self.produces = shape, omits, produces

    def send(self, found):
        """Return the response with what the route found."""
        return respond(gson.text(self.shaped(found)), self.produces)

    def nothing(self, error):
        """Return the response in place of an answer that there is not."""
        return respond(gson.text(self.empty), self.produces)

    def shaped(self, found):
        return None if found is None else self.shape.of(found, omits=self.omits)


class One(_Json):
    """One object; null where there is none."""


class Rows(_Json):
    """A list of rows."""

    empty: object = []

    def shaped(self, found):
        return self.shape.rows(found, omits=self.omits)


class Lists(_Json):
    """A list of lists of rows, one for each id that was asked for."""

    empty: object = []

    def shaped(self, found):
        return [self.shape.rows(rows, omits=self.omits) for rows in found]


class Told(Rows):
    """A list of rows whose absence must not look like one: the front end keeps what it could read."""

    def nothing(self, error):
        return respond(str(error), self.produces)


class Always:
    """The same words after every change, whatever it was; none at all if the body is None."""

    def __init__(self, body, produces=_JSON):
        self._text = "" if body is None else json.dumps(body, separators=(",", ":"))
        self.produces = produces

    def send(self, found):
        """Return the response."""
        return respond(self._text, self.produces)


class Text:
    """Lines of text; none where there is nothing."""

    produces = _WORDS

    def send(self, found):
        """Return the response."""
        return respond(found, _WORDS)

    def nothing(self, error):
        """Return the response in place of what there is not."""
        return respond("", _WORDS)


class File:
    """A file that the database records: the route returns its path, None where there is no row.

    ``missing`` is the status of a row that there is not, or ``closed`` what is said of one.  A file that cannot be had
    is 404, or ``lost``.  ``shown`` is the type under which a browser shows it, ``typed`` its type otherwise; without one it is as its name says.
    """

    def __init__(self, what, *, missing=204, lost=404, closed=None, shown=None, typed=None, saved=False):
        self._what, self._missing, self._lost, self._closed = what, missing, lost, closed
        self._shown, self._saved, self._type = shown, saved, shown or typed
        self.produces = self._type or serving.DOWNLOAD

    def send(self, recorded):
        """Return the response with the file."""
        if recorded is None:
            return self.nothing(None)
        try:
            response = serving.send(recorded, self._what)
        except NotFound:
            return respond(None, _WORDS, self._lost)
        if self._type:
            response.content_type = self._type
        if self._shown or self._saved:
            named = response.headers["Content-Disposition"].partition(";")
            response.headers["Content-Disposition"] = "".join(("inline" if self._shown else "attachment", *named[1:]))
        if self._shown == "text/html":
            response.headers["Content-Security-Policy"] = _PAGE_POLICY
        return shared(response)

    def nothing(self, error):
        """Return the response in place of a file that there is not."""
        return respond(self._closed, _WORDS) if self._closed else respond(None, _WORDS, self._missing)


class Made:
    """A file that was made for the request: the route returns its name and its content."""

    def __init__(self, produces):
        self.produces = produces

    def send(self, found):
        """Return the response with the file, to be saved."""
        name, content = found
        response = respond(content, self.produces)
        response.headers.set("Content-Disposition", "attachment", filename=_UNFIT_FOR_NAMES.sub("_", name))
        return response

    def nothing(self, error):
        """Return the response in place of a file that could not be made."""
        return failure(error)


class Archive:
    """Files as one archive: the route returns its name and [(name, path, folder)]; without any, 204 or ``closed`` is said."""

    produces = "application/zip"

    def __init__(self, what, *, closed=None):
        self._what, self._closed = what, closed

    def send(self, found):
        """Return the response with the archive, which is made while it is sent."""
        name, files = found
        if not files:
            return self.nothing(None)
        opened = [(inside, self._opener(recorded), folder) for inside, recorded, folder in files]
        return shared(archives.answer(opened, _UNFIT_FOR_NAMES.sub("_", name)[:_LONGEST_NAME]))

    def nothing(self, error):
        """Return the response in place of an archive that there is not."""
        return respond(self._closed, _WORDS) if self._closed else respond(None, _WORDS, 204)

    def _opener(self, recorded):
        return lambda: serving.opened(recorded, self._what)
