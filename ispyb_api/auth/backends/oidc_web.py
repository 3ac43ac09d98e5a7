"""Asking an identity provider: one short JSON document, over a connection that nobody can change."""

import http.client
import json
import time
import urllib.error
import urllib.request

import marshmallow as ma

from ispyb_api.auth.backends.options import is_private, web_address

_LONGEST = 512 * 1024


class ProviderAway(Exception):
    """The provider, or what it answers, cannot be used for now; says why, for the log."""


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A redirect would lead to an address that the settings do not know."""

    def redirect_request(self, *_):
        return None


class Web:
    """Fetch documents; ``allow_http`` takes them from anywhere without encryption."""

    def __init__(self, *, timeout, tls, allow_http):
        self._timeout, self._allow_http = timeout, allow_http
        self._opener = urllib.request.build_opener(_NoRedirects, urllib.request.HTTPSHandler(context=tls))

    def document(self, url):
        """Return the JSON object at ``url``, or raise ProviderAway."""
        self._check(url)
        request = urllib.request.Request(url, headers={"Accept": "application/json"})  # noqa: S310 - checked above
        try:
            with self._opener.open(request, timeout=self._timeout) as response:
                found = json.loads(self._body(response))
        except urllib.error.HTTPError as exc:
            exc.close()
            raise ProviderAway(f"it answers {exc.code}") from None
        except (OSError, http.client.HTTPException) as exc:
            raise ProviderAway(str(exc) or type(exc).__name__) from None
        except (ValueError, RecursionError):
            raise ProviderAway("it does not answer with JSON") from None
        if not isinstance(found, dict):
            raise ProviderAway("it does not answer with a JSON object")
        return found

    def _check(self, url):
        try:
            web_address(url)
        except (ma.ValidationError, TypeError, AttributeError):
            raise ProviderAway("it names an address that is none") from None
        if not (self._allow_http or is_private(url)):
            raise ProviderAway("it names an address that is not https")

    def _body(self, response):
        """Read what should be short, and soon: a time-out of the socket bounds each part only."""
        body, until = b"", time.monotonic() + self._timeout
        while chunk := response.read1(65536):
            body += chunk
            if len(body) > _LONGEST or time.monotonic() > until:
                raise ProviderAway("its answer is too long or too slow")
        return body
