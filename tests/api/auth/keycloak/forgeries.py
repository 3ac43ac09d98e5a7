"""Ways to make somebody else's token out of a real one; each is a function of the token and the provider's keys."""

import base64
import json
from dataclasses import dataclass, field

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from tests.support.oidc import encoded

_OWN = rsa.generate_private_key(public_exponent=65537, key_size=2048)
_OWN_ELLIPTIC = ec.generate_private_key(ec.SECP256R1())


def decoded(part):
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


@dataclass
class Parts:
    """A real token, taken apart, and the key that verifies it."""

    text: str
    keys: list
    other: str  # a real token of somebody else
    header: dict = field(init=False)
    claims: dict = field(init=False)

    def __post_init__(self):
        self.first, self.second, self.third = self.text.split(".")
        self.header, self.claims = decoded(self.first), decoded(self.second)

    @property
    def jwk(self):
        return next(key for key in self.keys if key["kid"] == self.header["kid"])

    def public(self, encoding, form=serialization.PublicFormat.SubjectPublicKeyInfo):
        return jwt.PyJWK(self.jwk).key.public_bytes(encoding, form)

    def admin(self, **changes):
        return {**self.claims, "preferred_username": "admin", **changes}

    def joined(self, header=None, claims=None, signature=None):
        """Put a token together of what is given and of the real one's parts."""
        first = self.first if header is None else encoded(header)
        second = self.second if claims is None else encoded(claims)
        return f"{first}.{second}.{self.third if signature is None else signature}"

    def own(self, algorithm="RS256", key=_OWN, claims=None, **header):
        """Sign somebody else's claims with a key of one's own."""
        header = {"kid": self.header["kid"], "typ": "JWT", **header}
        return jwt.encode(claims or self.admin(), key, algorithm, headers=header)

    def hmac(self, secret, algorithm="HS256"):
        """Use a public key as the secret of a symmetric signature: PyJWT refuses to, so it is done by hand."""
        signing = f"{encoded({**self.header, 'alg': algorithm})}.{encoded(self.admin())}"
        signer = jwt.get_algorithm_by_name(algorithm)
        return f"{signing}.{encoded(signer.sign(signing.encode(), secret))}"

    def renamed(self, **header):
        return self.joined(header={**self.header, **header}, claims=self.admin())


_PEM, _DER = serialization.Encoding.PEM, serialization.Encoding.DER
_OWN_JWK = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(_OWN.public_key()))


def _flipped(text):
    return text[:-10] + ("A" if text[-10] != "A" else "B") + text[-9:]


FORGERIES = {
    "no algorithm, no signature": lambda t: t.joined({**t.header, "alg": "none"}, t.admin(), ""),
    "no algorithm, old signature": lambda t: t.renamed(alg="none"),
    "no algorithm, in capitals": lambda t: t.renamed(alg="NONE"),
    "no algorithm, mixed": lambda t: t.joined({**t.header, "alg": "nOnE"}, t.admin(), "AA"),
    "algorithm missing": lambda t: t.joined({"typ": "JWT", "kid": t.header["kid"]}),
    "algorithm empty": lambda t: t.renamed(alg=""),
    "algorithm a list": lambda t: t.renamed(alg=["RS256", "none"]),
    "algorithm null": lambda t: t.renamed(alg=None),
    "public key as secret, PEM": lambda t: t.hmac(t.public(_PEM)),
    "public key as secret, PEM without end": lambda t: t.hmac(t.public(_PEM).strip()),
    "public key as secret, DER": lambda t: t.hmac(t.public(_DER)),
    "public key as secret, PKCS1": lambda t: t.hmac(t.public(_PEM, serialization.PublicFormat.PKCS1)),
    "public key as secret, JWK": lambda t: t.hmac(json.dumps(t.jwk).encode()),
    "public key as secret, modulus": lambda t: t.hmac(t.jwk["n"].encode()),
    "public key as secret, HS512": lambda t: t.hmac(t.public(_PEM), "HS512"),
    "empty secret": lambda t: t.hmac(b""),
    "another person": lambda t: t.joined(claims=t.admin()),
    "a longer life": lambda t: t.joined(claims={**t.claims, "exp": t.claims["exp"] + 9999}),
    "another role": lambda t: t.joined(claims={**t.claims, "realm_access": {"roles": ["isp-admin"]}}),
    "another's signature": lambda t: t.joined(signature=t.other.rsplit(".", 1)[1]),
    "another's claims": lambda t: f"{t.first}.{t.other.split('.')[1]}.{t.third}",
    "signature cut": lambda t: t.text[:-4],
    "signature empty": lambda t: t.joined(signature=""),
    "signature flipped": lambda t: _flipped(t.text),
    "signature of zeros": lambda t: t.joined(claims=t.admin(), signature=encoded(bytes(256))),
    "own key, their id": lambda t: t.own(),
    "own key, in the header": lambda t: t.own(jwk=_OWN_JWK),
    "own key, at an address": lambda t: t.own(jku="https://evil.example.org/keys", kid="evil"),
    "own key, as a certificate": lambda t: t.own(x5c=["MIIB"], x5u="https://evil.example.org/c.pem"),
    "own key, PS256": lambda t: t.own("PS256"),
    "own key, RS512": lambda t: t.own("RS512"),
    "own key, elliptic": lambda t: t.own("ES256", _OWN_ELLIPTIC),
    "key id of another kind": lambda t: t.renamed(kid=next(k["kid"] for k in t.keys if k["kid"] != t.header["kid"])),
    "key id missing": lambda t: t.joined({"alg": "RS256", "typ": "JWT"}),
    "key id null": lambda t: t.renamed(kid=None),
    "key id a list": lambda t: t.renamed(kid=[t.header["kid"]]),
    "key id an object": lambda t: t.renamed(kid={"a": 1}),
    "key id a path": lambda t: t.own(kid="../../../../dev/null"),
    "key id a statement": lambda t: t.own(kid="' OR 1=1 --"),
    "key id endless": lambda t: t.own(kid="k" * 5000),
    "key id of halves": lambda t: t.joined('{"alg": "RS256", "kid": "\\ud800"}'),
    "type of a logout token": lambda t: t.renamed(typ="logout+jwt"),
    "nested": lambda t: t.own(claims={"iss": t.claims["iss"], "jwt": t.text}, cty="JWT"),
    "nested, bare": lambda t: t.joined({**t.header, "cty": "JWT"}, t.text),
    "encrypted": lambda t: f"{encoded({'alg': 'RSA-OAEP', 'enc': 'A256GCM'})}.AAAA.AAAA.{t.second}.AAAA",
    "encrypted for nobody": lambda t: f"{encoded({'alg': 'dir', 'enc': 'A128GCM'})}..AAAA.{t.second}.AAAA",
    "critical and unknown": lambda t: t.renamed(crit=["exp"], exp=1),
    "payload apart": lambda t: t.joined({**t.header, "b64": False, "crit": ["b64"]}),
    "compressed": lambda t: t.renamed(zip="DEF"),
    "huge": lambda t: t.joined(claims=t.admin(x="x" * 20000)),
    "huge signature": lambda t: t.text + "A" * 20000,
    "only dots": lambda _: "." * 2000,
    "deep claims": lambda t: t.joined(claims='{"iss":' * 1500 + "1" + "}" * 1500),
    "deep header": lambda t: t.joined(header="[" * 3000 + "]" * 3000),
    "claims a list": lambda t: t.joined(claims=[t.claims]),
    "claims a text": lambda t: t.joined(claims='"iss"'),
    "claims no JSON": lambda t: t.joined(claims="{iss"),
    "claims not UTF-8": lambda t: t.joined(claims=b"\xff\xfe{}"),
    "issuer twice": lambda t: t.joined(claims=json.dumps(t.admin())[:-1] + ', "iss": "' + t.claims["iss"] + '"}'),
    "issuer a list": lambda t: t.joined(claims=t.admin(iss=[t.claims["iss"]])),
    "issuer with a slash": lambda t: t.joined(claims=t.admin(iss=t.claims["iss"] + "/")),
    "issuer our own": lambda t: t.joined(claims=t.admin(iss="ispyb-api")),
    "header a list": lambda t: t.joined(header=[t.header]),
    "header no JSON": lambda t: f"AAAA.{t.second}.{t.third}",
    "padded": lambda t: f"{t.text}==",
    "twice": lambda t: f"{t.text}.{t.text}",
    "a dot more": lambda t: f"{t.text}.",
    "a dot before": lambda t: f".{t.text}",
    "a space inside": lambda t: f"{t.first}. {t.second}.{t.third}",
    "a letter of another alphabet": lambda t: f"{t.first[:-1]}é.{t.second}.{t.third}",
    "lower case": lambda t: t.text.lower(),
    "two parts": lambda t: f"{t.first}.{t.second}",
    "quoted": lambda t: f'"{t.text}"',
}
