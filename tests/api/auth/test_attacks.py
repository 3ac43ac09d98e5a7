"""What somebody may send who wants to be somebody else: none of it works, and none of it breaks the server."""

import base64
import hashlib
import hmac
import json

import jwt
import pytest

from ispyb_api.app import PREFIX
from ispyb_api.auth import opaque
from tests.support import forging
from tests.support.forging import forged, part
from tests.support.logins import log_in, send

FAR = 2_000_000_000  # seconds since 1970; fixed, for it is part of the tests' names


def by_hand(site, header=None, claims=None, key=None, digest="sha256", text=None):
    """Return a token that a library might refuse to make: any header, any payload, any key."""
    token = site.token("member")
    header = {**jwt.get_unverified_header(token), **(header or {})}
    payload = {**jwt.decode(token, options={"verify_signature": False}), **(claims or {})}
    signed = f"{part(header)}.{part(payload) if text is None else _base64(text)}"
    return f"{signed}.{_base64(hmac.digest(key or forging.key_of(site), signed.encode(), digest))}"


def _base64(raw):
    return base64.urlsafe_b64encode(raw if isinstance(raw, bytes) else raw.encode()).rstrip(b"=").decode()


def parts(site):
    return site.token("member").split(".")


def headed(site, text):
    return f"{_base64(text)}.{'.'.join(parts(site)[1:])}"


def unsigned(site, algorithm, signature=""):
    return f"{part({'alg': algorithm, 'typ': 'at+jwt', 'kid': 'first'})}.{parts(site)[1]}.{signature}"


def rsa(site, algorithm="RS256", header=None):
    """Return a token signed by a key pair of the attacker's."""
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa  # noqa: PLC0415 - not everywhere installed

    keys = {"ES256": lambda: ec.generate_private_key(ec.SECP256R1()), "EdDSA": ed25519.Ed25519PrivateKey.generate}
    key = keys.get(algorithm, lambda: rsa.generate_private_key(65537, 2048))()
    return forged(site, header=header, key=key, algorithm=algorithm)


def confused(site):
    """Return a token signed with a public key as if it were a shared secret."""
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric import rsa  # noqa: PLC0415

    public = rsa.generate_private_key(65537, 2048).public_key()
    pem = public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return by_hand(site, key=pem)


def nested(site):
    inner = site.token("member")
    return by_hand(site, header={"cty": "JWT"}, text=inner)


def deep(site):
    return by_hand(site, text='{"a":' * 5000 + "1" + "}" * 5000)


def flipped(site):
    header, payload, signature = parts(site)
    return f"{header}.{payload}.{'B' if signature[0] == 'A' else 'A'}{signature[1:]}"


def of_another(site):
    header, _, signature = parts(site)
    return f"{header}.{site.token('admin').split('.')[1]}.{signature}"


def claim(name, value):
    return f"claim {name}={json.dumps(value)[:30]}", lambda site: by_hand(site, claims={name: value})


def field(name, value):
    return f"header {name}={json.dumps(value)[:30]}", lambda site: by_hand(site, header={name: value})


def without(name, what="claims"):
    return f"no {name}", lambda site: forged(site, **{what: {name: None}})


# Each makes a token that must not be taken.
TOKENS = dict(
    [
        # the algorithm
        *((f"alg {each}", lambda site, each=each: unsigned(site, each)) for each in ("none", "None", "NONE", "nOnE", "")),
        ("alg none, a signature", lambda site: unsigned(site, "none", parts(site)[2])),
        ("alg none, two parts", lambda site: unsigned(site, "none").rstrip(".")),
        ("alg HS384", lambda site: forged(site, key=forging.key_of(site) * 2, algorithm="HS384")),
        ("alg HS512", lambda site: forged(site, key=forging.key_of(site) * 2, algorithm="HS512")),
        ("alg RS256", rsa),
        ("alg PS256", lambda site: rsa(site, "PS256")),
        ("alg ES256", lambda site: rsa(site, "ES256")),
        ("alg EdDSA", lambda site: rsa(site, "EdDSA")),
        ("alg HS256 over a public key", confused),
        *(field("alg", each) for each in ("hs256", "HS256 ", ["HS256"], None, 1, {})),
        # the rest of the header
        *(field("typ", each) for each in ("JWT", "jwt", "AT+JWT", "rt+jwt", "", None, ["at+jwt"])),
        without("typ", "header"),
        without("kid", "header"),
        *(field("kid", each) for each in ("", "second", "FIRST", "../../../dev/null", "' OR '1'='1", "first\x00", 1, None, ["first"], "f" * 3000)),
        field("jku", "https://attacker.example/keys.json"),
        field("jwk", {"kty": "oct", "k": "AAAA"}),
        field("x5u", "https://attacker.example/cert.pem"),
        field("x5c", ["AAAA"]),
        field("crit", ["exp"]),
        field("cty", "JWT"),
        field("zip", "DEF"),
        field("enc", "A256GCM"),
        field("b64", False),
        # the signature
        ("no signature", lambda site: ".".join(parts(site)[:2]) + "."),
        ("two parts", lambda site: ".".join(parts(site)[:2])),
        ("half a signature", lambda site: site.token("member")[:-20]),
        ("a longer signature", lambda site: site.token("member") + "AAAA"),
        ("a changed signature", flipped),
        ("another token's payload", of_another),
        ("the secret as key", lambda site: forged(site, key=site.settings.token.secret)),
        ("another secret", lambda site: forged(site, key=b"x" * 32)),
        ("an empty key", lambda site: by_hand(site, key=b"\x00")),
        ("another key's name", lambda site: forged(site, header={"kid": "second"}, key=forging.key_of(site, "first"))),
        # the claims, as if the key were known
        *(claim("exp", each) for each in (1, -1, 0, "x", str(FAR), 1e300, FAR + 0.5, True, [FAR], {})),
        *(claim("iat", each) for each in (FAR, "x", [])),
        claim("nbf", FAR),
        *(claim("iss", each) for each in ("else", "", ["ispyb-api"], 1)),
        *(claim("aud", each) for each in ("else", "", ["ispyb-api"], ["ispyb-api", "else"], "account")),
        *(claim("sub", each) for each in (1, ["member"], {"login": "member"})),
        *(claim("jti", each) for each in (1, ["a"])),
        *(claim("pid", each) for each in (0, -1, 1, 1.0, "1", True, [1], {"$gt": 0}, 2**31, 10**30, "1 OR 1=1")),
        *(claim("fam", each) for each in ("0" * 32, "' OR '1'='1", "", "%", ["a"], 1, {"$ne": None}, "x" * 2000)),
        *(without(each) for each in ("exp", "iat", "iss", "aud", "sub", "jti", "pid", "fam")),
        # the form
        ("nested", nested),
        ("deep", deep),
        ("huge", lambda site: by_hand(site, claims={"x": "x" * 7000})),
        ("payload no object", lambda site: by_hand(site, text="[1]")),
        ("payload a number", lambda site: by_hand(site, text="1")),
        ("payload no JSON", lambda site: by_hand(site, text="member")),
        ("payload no text", lambda site: by_hand(site, text=b"\xff\xfe\x00")),
        ("payload empty", lambda site: by_hand(site, text="")),
        *((f"header {text[:8]}", lambda site, text=text: headed(site, text)) for text in ("[1]", '"HS256"', "null", "1", "x", "", "[" * 2000)),
        ("header names alg twice", lambda site: headed(site, '{"alg":"HS256","kid":"first","typ":"at+jwt","alg":"none"}')),
        ("header no base64", lambda site: f"!!!.{'.'.join(parts(site)[1:])}"),
        ("four parts", lambda site: site.token("member") + ".AAAA"),
        ("five parts", lambda site: f"{part({'alg': 'dir', 'enc': 'A256GCM'})}.AAAA.AAAA.AAAA.AAAA"),
        ("padded", lambda site: site.token("member") + "="),
        ("only dots", lambda site: "..") ,
        ("a space within", lambda site: site.token("member").replace(".", ". ", 1)),
        ("quoted", lambda site: f'"{site.token("member")}"'),
        ("twice", lambda site: f"{site.token('member')}, Bearer {site.token('member')}"),
        ("odd letters", lambda site: site.token("member") + "\u00ff"),
        # other secrets, and what is known of them
        ("a refresh token", lambda site: log_in(site.app).json["refreshToken"]),
        ("a one-time token", lambda site: send(site.app, "POST", "/user/sign", site.token("member"), json={"validity": "/user/current"}).json["token"]),
        ("a one-time token that is none", lambda site: opaque.make(opaque.ONETIME)),
        ("a service token that is none", lambda site: opaque.make(opaque.SERVICE)),
        ("a service token's hash", lambda site: opaque.SERVICE + opaque.digest("x")[:43]),
        ("a family", lambda site: jwt.decode(site.token("member"), options={"verify_signature": False})["fam"]),
        ("a hash", lambda site: hashlib.sha256(site.token("member").encode()).hexdigest()),
        ("null", lambda site: "null"),
        ("undefined", lambda site: "undefined"),
        ("SQL", lambda site: "' UNION SELECT 1 -- "),
    ]
)  # fmt: skip

# Each says by another way than the header who one is: the headers, the query.
WAYS = {
    "no header": lambda site: ({}, ""),
    "an empty header": lambda site: ({"Authorization": ""}, ""),
    "Bearer alone": lambda site: ({"Authorization": "Bearer"}, ""),
    "Bearer and a space": lambda site: ({"Authorization": "Bearer "}, ""),
    "Basic": lambda site: ({"Authorization": "Basic YWRtaW46ZGVtby1hZG1pbg=="}, ""),
    "Token": lambda site: ({"Authorization": f"Token {site.token('member')}"}, ""),
    "no scheme": lambda site: ({"Authorization": site.token("member")}, ""),
    "another header": lambda site: ({"X-Authorization": f"Bearer {site.token('member')}"}, ""),
    "a proxy's header": lambda site: ({"Proxy-Authorization": f"Bearer {site.token('member')}"}, ""),
    "a user's name": lambda site: ({"X-Remote-User": "admin", "X-Forwarded-User": "admin", "Remote-User": "admin"}, ""),
    "a cookie": lambda site: ({"Cookie": f"access_token_cookie={site.token('member')}; Authorization=Bearer x"}, ""),
    "another path": lambda site: ({"X-Original-URL": "/ispyb/api/v1/auth/config", "X-Rewrite-URL": "/health"}, ""),
    "another method": lambda site: ({"X-HTTP-Method-Override": "OPTIONS"}, ""),
    "loopback": lambda site: ({"X-Forwarded-For": "127.0.0.1", "X-Real-IP": "127.0.0.1"}, ""),
    **{
        f"the query's {name}": lambda site, name=name: ({}, f"?{name}={site.token('member')}")
        for name in ("token", "jwt", "access_token", "Authorization", "onetime", "bearer")
    },
}


@pytest.mark.parametrize("attack", TOKENS)
def test_no_other_token_is_taken(site, attack):
    if attack.startswith(("alg RS", "alg PS", "alg ES", "alg Ed", "alg HS256 over")):
        pytest.importorskip("cryptography")
    token = TOKENS[attack](site)
    answer = send(site.app, "GET", "/user/current", headers={"Authorization": f"Bearer {token}"})
    assert (answer.status_code, answer.json["code"]) == (401, "unauthenticated")
    assert answer.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize("attack", WAYS)
def test_there_is_no_other_way_in(site, attack):
    headers, query = WAYS[attack](site)
    answer = send(site.app, "GET", f"/user/current{query}", headers=headers)
    assert (answer.status_code, answer.json["code"]) == (401, "unauthenticated")


def test_the_attacks_would_work_but_for_what_they_change(site):
    for token in (forged(site), by_hand(site)):
        assert send(site.app, "GET", "/user/current", token).status_code == 200


def test_there_are_enough_of_them():
    assert len(TOKENS) + len(WAYS) >= 60


@pytest.mark.parametrize("header", ["Authorization: Bearer x\r\nX-Y: z", "Bearer \t{token}", "bEARER {token}"])
def test_a_header_is_read_in_one_way(site, header):
    value = header.format(token=site.token("member")).replace("\r\n", " ")
    answer = send(site.app, "GET", "/user/current", headers={"Authorization": value})
    assert answer.status_code == (200 if "{token}" in header else 401)


# --- Tokens that were good once, or for something else


def test_an_access_token_does_not_refresh(site):
    answer = send(site.app, "POST", "/auth/refresh", json={"refreshToken": site.token("member")})
    assert answer.status_code in (401, 422)


def test_a_replayed_refresh_token_ends_the_thief_s_login_too(written_site):
    stolen = log_in(written_site.app, "pi").json["refreshToken"]
    refresh = lambda token: send(written_site.app, "POST", "/auth/refresh", json={"refreshToken": token})  # noqa: E731
    thief = refresh(stolen).json
    assert refresh(stolen).status_code == 401  # the owner comes too late, and both are out
    assert refresh(thief["refreshToken"]).status_code == 401
    assert send(written_site.app, "GET", "/user/current", thief["token"]).status_code in (200, 401)
    written_site.app.extensions["ispyb_api"].callers._known.clear()
    assert send(written_site.app, "GET", "/user/current", thief["token"]).status_code == 401


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/auth/login", {"login": "member", "password": "demo-member", "groups": ["admin"]}),
        ("/auth/login", {"login": "member", "password": "demo-member", "backend": "x", "expiresIn": 10**9}),
        ("/auth/login", {"login": {"$ne": None}, "password": {"$ne": None}}),
        ("/auth/login", {"login": ["member"], "password": ["demo-member"]}),
        ("/auth/refresh", {"refreshToken": "ispyb_rt_x", "permissions": ["all_proposals"]}),
        ("/auth/refresh", {"refreshToken": {"$ne": None}}),
        ("/user/sign", {"validity": "/sessions", "personId": 1}),
        ("/user/sign", {"validity": "/sessions", "expiresIn": 10**9, "token": "ispyb_ot_mine"}),
        ("/auth/service-tokens", {"name": "x", "permissions": [], "personId": 1, "expiresAt": "2090-01-01T00:00:00Z"}),
    ],
)
def test_nothing_more_is_taken_from_a_body_than_is_asked_for(site, path, body):
    answer = send(site.app, "POST", path, site.token("admin"), json=body)
    assert (answer.status_code, answer.json["code"]) == (422, "invalid")


@pytest.mark.parametrize("path", ["/auth/logout", "/auth/logout/everywhere", "/user/sign", "/auth/service-tokens"])
@pytest.mark.parametrize("body", [b"", b"{", b"null", b"[]", b"\xff", b'{"a":' * 2000, b'{"validity": NaN}', b'"x"'])
def test_odd_bodies_do_no_harm(written_site, path, body):
    token = log_in(written_site.app, "outsider").json["token"]
    answer = send(written_site.app, "POST", path, token, data=body, content_type="application/json")
    assert answer.status_code < 500, answer.json


def test_cross_site_forms_cannot_log_in_or_sign(site):
    for path in ("/auth/login", "/user/sign"):
        answer = send(site.app, "POST", path, site.token("member"), data='{"validity": "/"}', content_type="text/plain")
        assert answer.status_code == 415
    assert "Set-Cookie" not in log_in(site.app).headers


def test_a_token_of_another_installation_is_refused(site):
    """Of one with the same secret, even: a test server's tokens are no good at the beamline."""
    other = forged(site, claims={"iss": "ispyb-test", "aud": "ispyb-test"})
    assert send(site.app, "GET", "/user/current", other).status_code == 401


def test_paths_do_not_smuggle(site):
    for path in (
        "/user/current/",
        "//user/current",
        "/user/./current",
        "/auth/config/../../user/current",
        "/user%2Fcurrent",
    ):
        answer = site.app.test_client().get(f"{PREFIX}{path}")
        assert answer.status_code in (401, 404), path
