"""Spare clients that poll: an unchanged answer costs them a 304, a changed one is compressed."""

import functools
import gzip
import hashlib

import flask
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header, parse_etags

_WORTH_COMPRESSING = 1000  # bytes; below, a packet is a packet
_LEVEL = 4  # on a page of 500 rows, 60 % of the time of level 6 for 7 % more bytes
_TEXT = ("application/json", "text/")


def register(app, *, compress=True):
    """Add ETags, answer If-None-Match, compress, and say what may be stored."""

    @app.after_request
    def spare(response):
        headers, asked = response.headers, flask.request.environ
        if _is_left_alone(response):
            headers.setdefault("Cache-Control", "private, no-cache")
            return response
        body = response.get_data()
        worth = compress and _is_worth_compressing(headers, body)
        squeezed = worth and _accepts_gzip(asked.get("HTTP_ACCEPT_ENCODING", ""))
        again = _can_be_asked_again(response, asked["REQUEST_METHOD"])
        if worth or again:
            response.vary.update(["Authorization", "Accept-Encoding"] if _is_text(headers) else ["Authorization"])
        if again:
            headers.setdefault("Cache-Control", "private, no-cache")
            tag = headers["ETag"] = etag(headers.get("ETag"), body, weak=squeezed)
            if is_known(tag, asked.get("HTTP_IF_NONE_MATCH")):
                return _not_modified(response)
        elif _is_a_row_as_written(response, asked["REQUEST_METHOD"]):
            headers["ETag"] = etag(None, body, weak=squeezed)
        if squeezed:
            headers["Content-Encoding"] = "gzip"
            response.set_data(gzip.compress(body, _LEVEL, mtime=0))
        headers.setdefault("Cache-Control", "no-store")
        return response


def _is_left_alone(response):
    """Tell of files, streams, and secrets: compressed beside foreign text, a secret's length gives it away."""
    return (
        response.direct_passthrough or response.is_streamed or "no-store" in response.headers.get("Cache-Control", "")
    )


def _is_worth_compressing(headers, body):
    return _is_text(headers) and len(body) >= _WORTH_COMPRESSING and "Content-Encoding" not in headers


def _is_text(headers):
    """Tell of what is compressed when it is long: of a picture there is one form, whatever a client accepts."""
    return headers.get("Content-Type", "").startswith(_TEXT)


def _is_a_row_as_written(response, method):
    """Tell of an answer that is what GET will answer, so that its ETag serves the next change."""
    return response.is_json and (method, response.status_code) in (("PATCH", 200), ("POST", 201))


def _can_be_asked_again(response, method):
    of_kind = response.is_json or response.mimetype == "image/png"
    return response.status_code == 200 and method in ("GET", "HEAD") and of_kind


@functools.lru_cache(256)  # a handful of browsers' habits
def _accepts_gzip(accepted):
    encodings = parse_accept_header(accepted, Accept)
    quality = encodings.quality("gzip")
    return quality > 0 and quality >= encodings.quality("identity")


def etag(given, body, *, weak):
    """Name the content: weakly when it is sent compressed, for that is not the same bytes."""
    tag = given or f'"{hashlib.blake2b(body, digest_size=16).hexdigest()}"'
    return f"W/{tag}" if weak and not tag.startswith("W/") else tag


def is_known(tag, known):
    """Tell whether a header that lists ETags has this one; a weak one counts, for compression makes it so."""
    return known is not None and parse_etags(known).contains_weak(tag.removeprefix("W/").strip('"'))


def _not_modified(response):
    response.status_code = 304
    response.set_data(b"")
    del response.headers["Content-Type"]
    return response
