"""What authentication costs, in this process and in CPU time: python -m tests.bench.authentication

Verifying an access token for the first time, ours or a provider's; reading one that was verified, finding a caller that is
remembered, and checking a login against the limits on failures.  Last, the statements of one request each 100 ms.
"""

import pathlib
import tempfile
import time

from ispyb_api.auth.attempts import Attempts
from ispyb_api.auth.backends import base
from ispyb_api.settings import Section
from tests.support import oidc, sites
from tests.support.oidc_provider import SmallProvider

ROUNDS, REPETITIONS = 20, 200
LIMITS = {"failures_per_login": "5 per minute; 20 per hour", "failures_per_address": "30 per minute; 300 per hour"}


def milliseconds(action):
    """Return what one call takes, in the quickest of some rounds: the others were disturbed."""
    rounds = []
    for _ in range(ROUNDS):
        began = time.thread_time()
        for _ in range(REPETITIONS):
            action()
        rounds.append((time.thread_time() - began) * 1000 / REPETITIONS)
    return min(rounds)


def figures(site):
    """Return {what: milliseconds}."""
    parts, token = site.app.extensions["ispyb_api"], site.token("member")
    site.app.app_context().push()  # as a request has it
    claims = parts.tokens.read(token)
    caller = (claims.person_id, claims.family)
    parts.callers._seconds = 3600  # so that the caller stays remembered
    parts.callers.find(parts.database.transaction, *caller)
    attempts = Attempts(Section({**LIMITS, "failures_storage": "memory://"}))
    return {
        "verify an access token": milliseconds(lambda: parts.tokens._verify(token)),
        "read a verified one": milliseconds(lambda: parts.tokens.read(token)),
        "find a remembered caller": milliseconds(lambda: parts.callers.find(None, *caller, claims.kid)),
        "check a login's limits": milliseconds(lambda: attempts.check("member", "10.0.0.1")),
    }


def of_providers():
    """Return the same of a provider's tokens, whose keys are there."""
    provider = SmallProvider()
    provider.start()
    table = {"name": "realm", "kind": "keycloak", "issuer": provider.issuer, "audience": oidc.AUDIENCE}
    backend = base.load([table])["realm"]
    found = {}
    for algorithm in ("RS256", "ES256"):
        token = provider.sign(provider.claims(), algorithm=algorithm)
        backend.read(token)
        found[f"verify a provider's, {algorithm}"] = milliseconds(lambda token=token: backend.read(token))
    provider.kill()
    return found


def statements(site, requests=100, pause=0.1):
    """Return how many statements it takes for each request to find out who calls."""
    callers, asked = site.app.extensions["ispyb_api"].callers, []
    callers._seconds = site.settings.auth.cache_seconds
    callers.forget_everybody()
    transaction = site.database.transaction
    claims = site.app.extensions["ispyb_api"].tokens.read(site.token("member"))
    for _ in range(requests):
        callers.find(lambda: (asked.append(1), transaction())[1], claims.person_id, claims.family, claims.kid)
        time.sleep(pause)
    return len(asked) / requests


def main():
    with tempfile.TemporaryDirectory() as folder, sites.open_site("sqlite", pathlib.Path(folder)) as site:
        for what, spent in {**figures(site), **of_providers()}.items():
            print(f"{what:28} {spent:7.4f} ms")
        print(f"{'statements a request':28} {statements(site):7.4f}")


if __name__ == "__main__":
    main()
