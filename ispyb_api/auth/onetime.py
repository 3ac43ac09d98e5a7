"""Tokens for one request: a link in a page, a picture, a download, where no header can be sent.

They are the only ones ever taken from a query, as ``?onetime=``, and are gone from it before a route or a log sees it.
Each is good for one method, path and query, once, and for some seconds; it acts with what its signer may do then.
"""

import datetime
from urllib.parse import parse_qsl, quote, unquote, unquote_to_bytes, urlencode, urlsplit

import flask

from ispyb_api.auth import activity, clock, opaque
from ispyb_api.errors import Invalid, Unauthenticated

ARGUMENT = "onetime"
METHODS = ("GET", "HEAD")  # a link reads; what changes something comes with a header

_PATTERN = opaque.pattern(opaque.ONETIME)
_LONGEST = 2000
_BAD = "The one-time token is unknown, used, expired or for another request: sign this one again."
_NOT_A_PATH = {"validity": ["Must be a path or an address of this API."]}


def register(app):
    """Take one-time tokens out of every request's query, before anything else looks at it."""

    @app.before_request
    def take_out():
        request = flask.request
        parts = request.query_string.split(b"&")
        kept = [part for part in parts if not _is_ours(part)]
        if len(kept) < len(parts):
            found = [part.partition(b"=")[2].decode("latin-1") for part in parts if _is_ours(part)]
            flask.g.onetime = found[0] if len(found) == 1 else ""
            request.query_string = b"&".join(kept)
            request.environ["QUERY_STRING"] = request.query_string.decode("latin-1")


def _is_ours(part):
    name = part.partition(b"=")[0]
    return unquote_to_bytes(name) == ARGUMENT.encode() if len(name) >= len(ARGUMENT) else False


def presented():
    """Return the token that came in the running request's query, or None."""
    return flask.g.get("onetime")


def target_of(validity, prefix, root=""):
    """Return what is signed, the path below this server and the query in one spelling; Invalid if it is neither.

    ``prefix`` is the API's, which may be left out; ``root`` is where a proxy has put the server.
    """
    try:
        parts = urlsplit(validity)
    except ValueError:
        raise Invalid(errors=_NOT_A_PATH) from None
    path = f"/{unquote(parts.path).lstrip('/')}"
    if root and path.startswith(f"{root}/"):
        path = path.removeprefix(root)
    if not path.startswith(f"{prefix}/"):
        path = prefix + path
    target = _spelt(path, parts.query)
    if path == f"{prefix}/" or len(target) > _LONGEST:
        raise Invalid(errors=_NOT_A_PATH)
    return target


def _spelt(path, query):
    """Spell path and query as every client's spelling of them is compared: decoded, sorted, encoded again."""
    arguments = urlencode(sorted(parse_qsl(query, keep_blank_values=True)))
    return quote(path, safe="/") + (f"?{arguments}" if arguments else "")


def sign(tx, *, family, person_id, method, target, seconds):
    """Return a token for one request."""
    token = opaque.make(opaque.ONETIME)
    tx.run(
        "auth.add_onetime_token",
        tokenHash=opaque.digest(token),
        familyId=family,
        personId=person_id,
        method=method,
        target=target,
        expiresAt=clock.now() + datetime.timedelta(seconds=seconds),
    )
    return token


def use(tx_of, token):
    """Use a token up for the running request; return its signer's person and login, or raise Unauthenticated.

    For another request than the one it was signed for it is refused and stays as it is.
    """
    if not _PATTERN.fullmatch(token):
        raise Unauthenticated(_BAD)
    request, token_hash = flask.request, opaque.digest(token)
    target = _spelt(request.path, request.query_string.decode("utf-8", "replace"))
    with tx_of(write=True) as tx:
        found = tx.one("auth.onetime_token", tokenHash=token_hash)
        refusal = _refusal(found, request.method, target)
        if not refusal and not tx.run("auth.use_onetime_token", tokenHash=token_hash, usedAt=clock.now()):
            refusal = "used before"
        if refusal and found:
            action = activity.Action.ONETIME_REFUSED
            activity.record(tx, login=found["login"], action=action, target=request.path, detail=refusal)
    if refusal:
        raise Unauthenticated(_BAD)
    return found["personId"], found["familyId"]


def _refusal(found, method, target):
    """Return why a token is no good, None if it is."""
    if found is None:
        return "unknown"
    if found["usedAt"]:
        return "used before"
    if clock.read(found["expiresAt"]) <= clock.now():
        return "expired"
    return None if (found["method"], found["target"]) == (method, target) else "for another request"
