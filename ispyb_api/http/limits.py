"""What a request may look like before anybody reads its meaning: sizes, encodings, content types."""

import json
import math
import re
from urllib.parse import unquote_to_bytes

import flask
from werkzeug.exceptions import RequestURITooLarge

from ispyb_api.errors import Invalid, NotFound, TooLarge, UnsupportedMediaType

LONGEST_URL = 8000
LINES = "application/x-ndjson"  # a JSON object on each line
SEARCH = "search"
_MOST_ARGUMENTS = 1000
_DEEPEST = 50
_TOO_DEEP = f"it is nested more than {_DEEPEST} deep"
_FORM = "application/x-www-form-urlencoded"

# JSON can spell what neither UTF-8 nor a database column can hold: NUL, and halves of surrogate pairs.
_SUSPECT_ESCAPE = re.compile(r"\\u(?:0000|d[89a-f])", re.IGNORECASE)


def register(app, *, max_body_bytes, max_lines_bytes=0):
    """Refuse what is too large, and paths that no route can mean; long lists, a line for each row, may be larger."""
    app.config["MAX_CONTENT_LENGTH"] = max_body_bytes

    @app.before_request
    def bounded():
        request = flask.request
        if len(request.path) + len(request.query_string) > LONGEST_URL:
            raise RequestURITooLarge(f"The URL is longer than {LONGEST_URL} characters.")
        most = max(max_body_bytes, max_lines_bytes) if request.mimetype == LINES else max_body_bytes
        request.max_content_length = most
        if (request.content_length or 0) > most:
            raise TooLarge(f"The body is larger than {most} bytes.")
        if "\x00" in request.path or "\ufffd" in request.path:
            raise NotFound("No such path: it holds what is not text.")


def json_body():
    """Return the request's body as parsed JSON; its type is for the schema to judge."""
    require_type("application/json")
    text = _decoded(flask.request.get_data(cache=True), "body")
    if not text.strip():
        raise _bad_body("a JSON object is required")
    return parsed(text)


def parsed(text):
    """Return what a JSON text means, if a column can hold it; raise Invalid."""
    try:
        body = _DECODER.decode(text)
        _require_shallow(body)
    except json.JSONDecodeError as exc:
        raise _bad_body(f"not JSON: {exc.msg} at line {exc.lineno}, column {exc.colno}") from None
    except ValueError as exc:
        raise _bad_body(_explained(exc)) from None
    except RecursionError:
        raise _bad_body(_TOO_DEEP) from None
    if _SUSPECT_ESCAPE.search(text):
        _refuse_unstorable(body)
    return body


def text_body(media_type):
    """Return the request's body of this type as text, without NUL."""
    require_type(media_type)
    text = _decoded(flask.request.get_data(cache=True), "body")
    if "\x00" in text:
        raise _bad_body("it holds NUL")
    return text


def query_arguments(lists=frozenset()):
    """Return the query string as a dict; the names in ``lists`` may be repeated, and give lists."""
    found = _arguments(flask.request.query_string, lists)
    if found.get(SEARCH) == "":  # front ends send the field that somebody has cleared
        del found[SEARCH]
    return found


def form_body(lists=frozenset()):
    """Return a form's fields as a dict, under the same rules as a query string."""
    require_type(_FORM)
    return _arguments(flask.request.get_data(cache=True), lists)


def require_type(wanted):
    """Refuse a body that is not of this media type, in UTF-8 and uncompressed."""
    request = flask.request
    if request.mimetype != wanted:
        raise UnsupportedMediaType(f"Send the body as {wanted}.")
    if request.mimetype_params.get("charset", "utf-8").lower() not in ("utf-8", "utf8"):
        raise UnsupportedMediaType("Send the body in UTF-8.")
    if request.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise UnsupportedMediaType("Send the body uncompressed.")


def _bad_body(why):
    return Invalid(f"The body cannot be read: {why}.", errors={"body": [f"{why[0].upper()}{why[1:]}."]})


def _decoded(raw, name):
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        raise Invalid(errors={name: ["Not valid UTF-8."]}) from None


def _require_shallow(body):
    level = [body]
    for _ in range(_DEEPEST):
        level = [child for each in level for child in _children(each) if isinstance(child, (dict, list))]
        if not level:
            return
    raise _RefusedError(_TOO_DEEP)


def _children(value):
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()


class _RefusedError(ValueError):
    """Our own reason to refuse a body, fit to be shown."""


def _explained(error):
    return str(error) if isinstance(error, _RefusedError) else "a number has too many digits"


def _object(pairs):
    found = dict(pairs)
    if len(found) < len(pairs):
        seen = set()
        twice = next(name for name, _ in pairs if name in seen or seen.add(name))
        raise _RefusedError(f"'{_shown(twice)}' is given twice")
    return found


def _constant(name):
    raise _RefusedError(f"{name} is not a number that JSON knows")


def _float(text):
    number = float(text)
    if math.isinf(number):
        raise _RefusedError("a number is too large")
    return number


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_constant, parse_float=_float)


def _refuse_unstorable(body):
    """Name every field that holds a NUL or half of a character."""
    fields = body.items() if isinstance(body, dict) else [("body", body)]
    message = ["Must not contain NUL or half of a character."]
    wrong = {_shown(name): message for name, value in fields if not _storable([name, value])}
    if wrong:
        raise Invalid(errors=wrong)


def _storable(value):
    if isinstance(value, str):
        return "\x00" not in value and not any("\ud800" <= letter <= "\udfff" for letter in value)
    if isinstance(value, dict) and not all(_storable(name) for name in value):
        return False
    return all(_storable(item) for item in _children(value))


def _shown(name):
    """Return a name that can be sent back: without NUL, control characters and halves of characters."""
    return "".join(letter if letter.isprintable() else "?" for letter in name)[:100]


def _arguments(raw, lists):
    found, wrong = {}, {}
    for name, value in _pairs(raw):
        shown = _shown(name)
        if value is None or not name.isprintable():
            wrong[shown] = ["Must be UTF-8 without NUL."]
        elif name in lists:
            found.setdefault(name, []).append(value)
        elif name in found:
            wrong[shown] = ["Given more than once."]
        else:
            found[name] = value
    if wrong:
        raise Invalid(errors=wrong)
    return found


def _pairs(raw):
    """Yield (name, value); a value that no column can hold is None."""
    if raw.count(b"&") >= _MOST_ARGUMENTS:
        raise Invalid(f"More than {_MOST_ARGUMENTS} arguments.")
    for part in raw.split(b"&"):
        if part:
            name, _, value = (unquote_to_bytes(each) for each in part.replace(b"+", b" ").partition(b"="))
            yield name.decode("utf-8", "surrogateescape"), _text(value)


def _text(raw):
    try:
        return raw.decode("utf-8") if b"\x00" not in raw else None
    except UnicodeDecodeError:
        return None
