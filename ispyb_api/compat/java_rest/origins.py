"""Whether a page of ours sent the request: some routes change rows though they are read with GET."""

from urllib.parse import urlsplit

import flask

from ispyb_api.compat.java_rest.callers import Refused
from ispyb_api.http.services import services


def must_be_ours():
    """Refuse what a page of another site makes a browser ask for; what is no browser says nothing and may.

    Of a link that was followed the browser tells the page's origin in ``Referer``.
    """
    request = flask.request
    known = (*services().settings.http.cors_origins, request.host_url.rstrip("/"))
    if request.origin is not None:
        ours = request.origin in known
    else:
        ours = request.headers.get("Sec-Fetch-Site", "none") in ("none", "same-origin") or _page(request) in known
    if not ours:
        raise Refused


def _page(request):
    parts = urlsplit(request.headers.get("Referer", ""))
    return f"{parts.scheme}://{parts.netloc}"
