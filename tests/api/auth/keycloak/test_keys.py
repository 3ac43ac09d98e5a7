"""The provider's keys: fetched rarely, renewed, kept while it is away."""

import concurrent.futures
import json
import threading
import time

import flask
import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from werkzeug.serving import make_server

from ispyb_api.auth.backends import oidc_keys
from ispyb_api.errors import Unauthenticated, Unavailable
from tests.api.auth.keycloak.conftest import backend
from tests.support import oidc


@pytest.fixture
def clock(monkeypatch):
    """``clock.pass_(300)``: time passes, for the keys alone."""

    class Clock:
        ahead = 0.0

        def pass_(self, seconds):
            self.ahead += seconds

        def monotonic(self):
            return time.monotonic() + self.ahead

    clock = Clock()
    monkeypatch.setattr(oidc_keys, "time", clock)
    return clock


def sign(provider, **header):
    return provider.sign(provider.claims(), **header)


def test_nothing_is_fetched_until_a_token_comes(own_provider):
    reads = backend(own_provider)
    assert own_provider.fetches == 0
    assert reads.read("a.b.c") is None
    assert reads.read(sign(own_provider)).login == "member"
    assert own_provider.fetches == 1


def test_keys_are_fetched_once_for_many_tokens(own_provider):
    reads = backend(own_provider)
    for algorithm in ("RS256", "ES256", "RS256"):
        reads.read(own_provider.sign(own_provider.claims(), algorithm))
    assert own_provider.fetches == 1


def test_keys_are_fetched_once_for_many_threads(own_provider):
    reads, token = backend(own_provider), sign(own_provider)
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        assert {known.login for known in pool.map(reads.read, [token] * 32)} == {"member"}
    assert own_provider.fetches == 1


def test_a_new_key_costs_one_fetch(own_provider):
    reads, old = backend(own_provider, key_cooldown=30), sign(own_provider)
    reads.read(old)
    own_provider.rotate()
    for token in (sign(own_provider), old, sign(own_provider)):
        assert reads.read(token).login == "member"
    assert own_provider.fetches == 2


def test_invented_key_ids_cost_one_fetch_in_a_while(own_provider, clock):
    reads = backend(own_provider, key_cooldown=30)
    reads.read(sign(own_provider))
    for period in (2, 3):
        for number in range(20):
            with pytest.raises(Unauthenticated):
                reads.read(sign(own_provider, kid=f"invented {number}"))
        assert own_provider.fetches == period
        clock.pass_(31)


def test_keys_are_renewed_and_one_that_was_withdrawn_is_refused(own_provider, clock):
    reads, old = backend(own_provider, key_cooldown=30), sign(own_provider)
    reads.read(old)
    own_provider.rotate()
    own_provider.withdraw()
    assert reads.read(old).login == "member"
    clock.pass_(301)
    with pytest.raises(Unauthenticated):
        reads.read(old)


def test_known_keys_are_believed_for_a_day_without_the_provider(own_provider, clock):
    reads, token = backend(own_provider), sign(own_provider)
    reads.read(token)
    own_provider.kill()
    for _ in range(3):
        clock.pass_(7 * 3600)
        assert reads.read(token).login == "member"
    clock.pass_(7 * 3600)
    with pytest.raises(Unavailable):
        reads.read(token)


def test_unknown_keys_cannot_be_judged_without_the_provider(own_provider, clock):
    reads = backend(own_provider)
    reads.read(sign(own_provider))
    own_provider.kill()
    for _ in range(3):
        with pytest.raises(Unavailable, match="keycloak"):
            reads.read(sign(own_provider, kid="new"))
        clock.pass_(2)


def test_a_provider_that_comes_back_is_asked_again(own_provider, clock):
    reads, issuer = backend(own_provider), own_provider.issuer
    port = int(own_provider.server.rsplit(":", 1)[1])
    own_provider.kill()
    token = sign(own_provider)
    with pytest.raises(Unavailable):
        reads.read(token)
    own_provider.start(port)
    assert own_provider.issuer == issuer
    clock.pass_(6)
    assert reads.read(token).login == "member"


@pytest.fixture
def told(provider):
    """``told(jwks=..., discovery=...)``: a backend whose provider answers what a test wants it to."""
    answers, seen = {}, []
    app = flask.Flask(__name__)

    def answer(name):
        seen.append(name)
        found = answers[name]
        return found() if callable(found) else found

    app.add_url_rule("/realms/x/.well-known/openid-configuration", "discovery", lambda: answer("discovery"))
    app.add_url_rule("/keys", "jwks", lambda: answer("jwks"))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"

    def made(jwks=None, discovery=None, **options):
        issuer = f"{address}/realms/x"
        answers["discovery"] = discovery or {"issuer": issuer, "jwks_uri": f"{address}/keys"}
        answers["jwks"] = jwks or {"keys": provider._published}
        reads = backend(provider, issuer=issuer, **options)
        reads.ask = lambda **header: reads.read(provider.sign(provider.claims(iss=issuer), **header))
        return reads

    made.address, made.seen = address, seen
    yield made
    server.shutdown()
    server.server_close()


def test_the_address_of_the_keys_is_discovered_once(told, clock):
    reads = told()
    for _ in range(3):
        assert reads.ask().login == "member"
        clock.pass_(301)
    assert told.seen == ["discovery", "jwks", "jwks", "jwks"]


def test_the_document_may_be_elsewhere(told):
    reads = told(discovery_url=f"{told.address}/realms/x/.well-known/openid-configuration")
    assert reads.ask().login == "member"


@pytest.mark.parametrize(
    "document",
    [
        {}, {"issuer": "https://evil.example.org", "jwks_uri": "KEYS"}, {"issuer": "ISSUER"},
        {"issuer": "ISSUER", "jwks_uri": "http://192.0.2.1/keys"}, {"issuer": "ISSUER", "jwks_uri": "file:///etc/passwd"},
        {"issuer": "ISSUER", "jwks_uri": ["KEYS"]}, {"issuer": "ISSUER", "jwks_uri": 5},
        {"issuer": "ISSUER", "jwks_uri": "ftp://127.0.0.1/x"}, {"issuer": "ISSUER", "jwks_uri": "http://127.0.0.1:x/"},
        {"issuer": "ISSUER", "jwks_uri": "http://a:b@127.0.0.1/"}, {"issuer": "ISSUER", "jwks_uri": "data:,{}"},
    ],
)  # fmt: skip
def test_a_document_that_leads_elsewhere_is_not_followed(told, document):
    filled = json.loads(
        json.dumps(document).replace("ISSUER", f"{told.address}/realms/x").replace("KEYS", f"{told.address}/keys")
    )
    with pytest.raises(Unavailable):
        told(discovery=lambda: filled).ask()
    assert "jwks" not in told.seen


@pytest.mark.parametrize(
    "answer",
    [
        "", "no JSON", "[]", "null", '{"keys": 5}', '{"keys": []}', "{}", "[" * 100_000, '{"keys": [1]}',
        ("{}", 500), ("{}", 404), ("", 302, {"Location": "/realms/x/.well-known/openid-configuration"}),
        b"\xff", '{"x": "' + "x" * 600_000 + '"}', '{"keys": [{"kty": "RSA"}]}',
    ],
)  # fmt: skip
def test_an_answer_that_has_no_keys_is_503(told, answer):
    with pytest.raises(Unavailable):
        told(jwks=lambda: flask.Response(*answer) if isinstance(answer, tuple) else flask.Response(answer)).ask()


def test_a_slow_provider_is_not_waited_for(told):
    def slow():
        def parts():
            for _ in range(100):
                time.sleep(0.05)
                yield b" "

        return flask.Response(parts())

    begin = time.monotonic()
    with pytest.raises(Unavailable):
        told(jwks=slow, timeout=0.3).ask()
    assert time.monotonic() - begin < 2


def test_known_keys_do_not_wait_for_a_slow_provider(told, provider, clock):
    slow = threading.Event()

    def jwks():
        if slow.is_set():
            time.sleep(1)
        return {"keys": provider._published}

    reads = told(jwks=jwks, timeout=5)
    reads.ask()
    slow.set()
    clock.pass_(301)
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        begin = time.monotonic()
        asked = [pool.submit(reads.ask) for _ in range(4)]
        quick = [each for each in concurrent.futures.as_completed(asked) if time.monotonic() - begin < 0.9]
    assert len(quick) >= 3


def test_tokens_with_invented_keys_do_not_wait_for_one_another(told):
    """While the provider hangs: nobody need be known to send such tokens, and each would hold a thread."""
    reads = told(jwks=lambda: time.sleep(4), timeout=4)

    def one(_):
        begin = time.monotonic()
        with pytest.raises(Unavailable):
            reads.ask()
        return time.monotonic() - begin

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        took = sorted(pool.map(one, range(8)))
    assert took[-2] < 3
    assert took[-1] > 3


def _rsa(bits, **more):
    key = rsa.generate_private_key(public_exponent=65537, key_size=bits)
    return key, {**jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key(), as_dict=True), "kid": "it", **more}


@pytest.mark.parametrize(
    "more", [{"use": "enc"}, {"alg": "RS512"}, {"alg": "RSA-OAEP"}, {"kid": None}, {"kid": ["it"]}]
)
def test_keys_for_other_purposes_verify_nothing(told, more):
    key, jwk = _rsa(2048, **more)
    reads = told(jwks={"keys": [jwk, _rsa(2048, kid="another")[1]]})
    claims = {"iss": f"{told.address}/realms/x", "aud": oidc.AUDIENCE, "exp": time.time() + 99, "iat": time.time()}
    for algorithm in ("RS256", "RS512"):
        with pytest.raises(Unauthenticated):
            reads.read(jwt.encode({**claims, "preferred_username": "admin"}, key, algorithm, headers={"kid": "it"}))


def test_weak_keys_verify_nothing(told, recwarn):
    key, jwk = _rsa(1024)
    reads = told(jwks={"keys": [jwk, _rsa(2048, kid="another")[1]]})
    claims = {"iss": f"{told.address}/realms/x", "aud": oidc.AUDIENCE, "exp": time.time() + 99, "iat": time.time()}
    with pytest.warns(jwt.InsecureKeyLengthWarning):
        token = jwt.encode({**claims, "preferred_username": "admin"}, key, "RS256", headers={"kid": "it"})
    with pytest.raises(Unauthenticated):
        reads.read(token)


def test_symmetric_keys_verify_nothing(told):
    jwk = {"kty": "oct", "kid": "it", "k": "c2VjcmV0" * 8, "alg": "HS256"}
    reads = told(jwks={"keys": [jwk, _rsa(2048, kid="another")[1]]})
    claims = {"iss": f"{told.address}/realms/x", "aud": oidc.AUDIENCE, "exp": time.time() + 99, "iat": time.time()}
    token = jwt.encode({**claims, "preferred_username": "admin"}, jwt.PyJWK(jwk).key, "HS256", headers={"kid": "it"})
    with pytest.raises(Unauthenticated):
        reads.read(token)
