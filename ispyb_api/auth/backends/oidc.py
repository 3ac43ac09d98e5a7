"""Access tokens of an OpenID Connect provider, verified here with the provider's public keys."""

import logging

import jwt
from cryptography.exceptions import UnsupportedAlgorithm

from ispyb_api.auth import unverified
from ispyb_api.auth.backends.base import TokenBackend
from ispyb_api.auth.backends.oidc_claims import Claims, ClaimsError, texts
from ispyb_api.auth.backends.oidc_keys import Keys
from ispyb_api.auth.backends.oidc_options import OptionsSchema
from ispyb_api.auth.backends.oidc_web import ProviderAway, Web
from ispyb_api.errors import Unauthenticated, Unavailable

log = logging.getLogger(__name__)

_BAD = "The token is not valid: log in again."
_EXPIRED = "The token has expired: get a new one from your identity provider."
_HEADER_TYPES = {"jwt", "at+jwt", "application/at+jwt"}
# Claims of other tokens than plain access tokens: those of ID tokens and logout tokens, and the one that binds an
# access token to a key, which would have to be shown too.
_OF_OTHERS = {"at_hash", "c_hash", "s_hash", "events", "cnf"}
_FAULTS = (jwt.PyJWTError, ClaimsError, UnsupportedAlgorithm, KeyError, TypeError, ValueError, OverflowError)


class OidcBackend(TokenBackend):
    """Believes what a provider signed for this API, and asks it for nothing but its keys."""

    Options = OptionsSchema

    def __init__(self, **options):
        self.issuer = self._issuer = options["issuer"]
        self._algorithms = tuple(options["algorithms"])
        self._audience, self._parties = frozenset(options["audience"]), frozenset(options["authorized_parties"])
        self._leeway = options["leeway"]
        web = Web(timeout=options["timeout"], tls=options["tls"], allow_http=options["allow_http"])
        self._keys = Keys(
            web,
            self._issuer,
            discovery_url=options["discovery_url"],
            algorithms=self._algorithms,
            cooldown=options["key_cooldown"],
        )
        self._claims = Claims(
            login=options["login_claim"],
            told=options["claims"],
            groups=options["group_claims"],
            group_map=options["group_map"],
            pass_through=options["group_pass_through"],
        )
        self.public = {"issuer": self._issuer, "client_id": options["client_id"]}

    def read(self, token):
        """Return whose token this is, or None if this provider did not issue it; raise Unauthenticated if it is bad."""
        said = unverified.parts(token)
        if said is None or said[1].get("iss") != self._issuer:
            return None
        try:
            return self._person(token, said[0])
        except jwt.ExpiredSignatureError:
            raise self._refused("it has expired", _EXPIRED) from None
        except (*_FAULTS, RecursionError) as exc:
            raise self._refused(str(exc) if isinstance(exc, ClaimsError) else type(exc).__name__) from None

    def probe(self):
        """Ask the provider for its keys, as at the first token."""
        try:
            number = self._keys.fetch()
        except ProviderAway as exc:
            yield f"keys of {self._issuer}", str(exc)
        else:
            wrong = "" if number else f"it has no key for {' or '.join(self._algorithms)}"
            yield f"keys of {self._issuer}", wrong

    def _person(self, token, header):
        if str(header.get("typ", "JWT")).lower() not in _HEADER_TYPES or "cty" in header:
            raise ClaimsError("its header says that it is something else")
        claims = jwt.decode(
            token,
            self._key(header.get("kid")),
            algorithms=self._algorithms,  # ours, never the token's own
            issuer=self._issuer,
            leeway=self._leeway,
            options={"require": ["exp", "iat", "iss"], "verify_aud": False},
        )
        self._is_for_us(claims)
        return self._claims.person(claims)

    def _key(self, kid):
        try:
            key = self._keys.find(kid) if isinstance(kid, str) else None
        except ProviderAway:
            raise Unavailable(
                f"Login backend {self.name}: the identity provider cannot be reached; try again later."
            ) from None
        if key is None:
            raise ClaimsError("its key is not one of the provider's")
        return key

    def _is_for_us(self, claims):
        if claims.get("typ", "Bearer") != "Bearer" or _OF_OTHERS & claims.keys():
            raise ClaimsError("it is not an access token for any bearer")
        if not self._audience.intersection(texts(claims.get("aud"))) and claims.get("azp") not in self._parties:
            raise ClaimsError("it is for another program: its audience does not name this API")

    def _refused(self, reason, message=_BAD):
        log.info("token refused", extra={"backend": self.name, "reason": reason})
        return Unauthenticated(message)
