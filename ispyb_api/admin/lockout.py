"""Nobody may lock everybody out: somebody who can give rights must stay able to."""

import contextlib

from ispyb_api.auth.permissions import ADMINISTRATOR
from ispyb_api.errors import Conflict


@contextlib.contextmanager
def prevented(tx):
    """Raise Conflict if the block takes away the last person who holds all that an administrator needs."""
    before = _administrators(tx)
    yield
    if before and not _administrators(tx):
        raise Conflict(
            f"Nobody would be left who holds {' and '.join(ADMINISTRATOR)}: give them to somebody else first."
        )


def _administrators(tx):
    return tx.value("admin.count_administrators", permissions=list(ADMINISTRATOR), needed=len(ADMINISTRATOR))
