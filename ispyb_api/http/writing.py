"""What every route that writes does: one transaction, tried again where it had to make way, repeated only once."""

import copy
import datetime
import hashlib
import json
import random
import re
import time

import flask

from ispyb_api.errors import DatabaseUnavailable, Invalid, PreconditionFailed
from ispyb_api.http import caching
from ispyb_api.http.dump import dumper
from ispyb_api.http.encoding import as_json
from ispyb_api.http.services import transaction

HEADER = "Idempotency-Key"
REPLAYED = "Idempotency-Replayed"
KEPT = datetime.timedelta(days=7)
_KEY = re.compile(r"[\x21-\x7e]{1,255}")
# A transaction that has to make way is tried again as often as this, and for as many seconds: it may have waited long
# for its locks before it had to, and others may need but a moment.
_TRIES, _PATIENCE = 8, 5.0


class Rehearsed(Exception):
    """Ends a transaction of which the answer is wanted and nothing else: raise it with the answer."""

    def __init__(self, answer):
        super().__init__("nothing was saved")
        self.answer = answer


def once(work):
    """Return ``work(tx)``'s answer, a body or (body, headers[, status]); or the first answer to the same Idempotency-Key.

    ``work`` may be called several times, each time in a new transaction: it must not change what it was given.
    """
    key, tries, until = _key(), 0, time.monotonic() + _PATIENCE
    while True:
        tries += 1
        try:
            with transaction(write=True) as tx:
                return _keyed(tx, key, work) if key else work(tx)
        except DatabaseUnavailable as exc:
            if not exc.again or (tries >= _TRIES and time.monotonic() > until):
                raise
        time.sleep(random.uniform(0.005, 0.05) * min(tries, 10))  # noqa: S311 - apart from the others, no secret


def expected(schema):
    """Return a check of the header If-Match: call it with the row as it is now, once nobody else can change it."""
    wanted = flask.request.headers.get("If-Match")

    def unchanged(row):
        if wanted is not None and wanted.strip() != "*":
            body = as_json(dumper(schema)(copy.deepcopy(row))).encode()
            if not caching.is_known(caching.etag(None, body, weak=False), wanted):
                raise PreconditionFailed()

    return unchanged


def _key():
    given = flask.request.headers.get(HEADER)
    if given is not None and not _KEY.fullmatch(given):
        raise Invalid(errors={HEADER: ["Must be 1 to 255 printable ASCII characters without spaces."]})
    return given


def _keyed(tx, key, work):
    request = flask.request
    within = flask.g.get("within")  # what a service token is limited to: two beamlines may use the same words
    whose = [flask.g.get("login") or "", *([str(within)] if within else ())]
    key_hash = _digest(*whose, request.method, request.path, key)
    body = flask.g.get("body_digest") or request.get_data(cache=True)
    request_hash = _digest(request.query_string, body)
    now = datetime.datetime.now(datetime.UTC).replace(tzinfo=None, microsecond=0)
    tx.run("http.claim_key", keyHash=key_hash, requestHash=request_hash, createdAt=now)
    first = tx.one("http.answer_to_key", keyHash=key_hash)
    if first["requestHash"] != request_hash:
        raise Invalid(errors={HEADER: ["Was used for another request: a new request needs a new key."]})
    if first["body"] is not None:
        location = {"Location": first["location"]} if first["location"] else {}
        return json.loads(first["body"]), {REPLAYED: "true", **location}, first["status"]
    body, headers, status = parts(work(tx))
    tx.run("http.keep_answer", keyHash=key_hash, body=as_json(body), status=status, location=headers.get("Location"))
    return body, headers, status


def parts(answer):
    """Return the body, the headers and the status of a method's answer; None for the route's usual status."""
    body, headers, status = (*answer, None)[:3] if isinstance(answer, tuple) else (answer, {}, None)
    return body, headers, status


def _digest(*parts):
    """Return one hash of several parts, each with its length, so that they cannot be shifted."""
    found = hashlib.sha256()
    for part in parts:
        raw = part if isinstance(part, bytes) else part.encode()
        found.update(b"%d:" % len(raw) + raw)
    return found.hexdigest()
