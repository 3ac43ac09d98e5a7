"""What authentication costs, in this process and in CPU time: python -m tests.bench.authentication

Verifying an access token for the first time, reading one that was verified, finding a caller that is remembered, and
checking a login against the limits on failures.
"""

import pathlib
import tempfile
import time

from ispyb_api.auth.attempts import Attempts
from ispyb_api.settings import Section
from tests.support import sites

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


def main():
    with tempfile.TemporaryDirectory() as folder, sites.open_site("sqlite", pathlib.Path(folder)) as site:
        for what, spent in figures(site).items():
            print(f"{what:28} {spent:7.4f} ms")


if __name__ == "__main__":
    main()
