"""Whether a page of ours sent the request: some routes change rows though they are read with GET."""

import flask

from ispyb_api.compat.java_rest.callers import Refused
from ispyb_api.http.services import services


def must_be_ours():
    """Refuse what a page of another site makes a browser ask for; what is no browser says nothing and may."""
    request = flask.request
    if request.origin is not None:
        known = (*services().settings.http.cors_origins, request.host_url.rstrip("/"))
        if request.origin not in known:
            raise Refused
    elif request.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin"):
        raise Refused
