"""Proposals and sessions by their names, as mx415 and mx415-3, in a way that an index can find.

A name is a code and a number written together, so where one ends is not said: ``mx415`` may be mx 415
or mx4 15.  Each way to cut it is asked for, instead of comparing a concatenation with every row.
"""

import re

from ispyb_api.db.queries import Clause

PROPOSAL = re.compile(r"^[A-Za-z0-9_-]{0,44}[0-9]{1,20}$")
SESSION = re.compile(r"^([A-Za-z0-9_-]{0,44}[0-9]{1,20})-([0-9]{1,9})$")
NOTHING = Clause("1 = 0")


def proposal(name, alias="p", prefix="n"):
    """Return the condition that the proposal behind ``alias`` is called ``name``."""
    if not PROPOSAL.fullmatch(name):
        return NOTHING
    digits = len(name) - len(name.rstrip("0123456789"))
    ways, params = [], {}
    for i in range(1, digits + 1):
        ways.append(f"({alias}.proposalCode = :{prefix}_code{i} AND {alias}.proposalNumber = :{prefix}_number{i})")
        params |= {f"{prefix}_code{i}": name[:-i], f"{prefix}_number{i}": name[-i:]}
    return Clause(" OR ".join(ways), params)


def proposal_or_row(text, alias="p"):
    """Return the condition that the proposal behind ``alias`` is called ``text``, or is the row with this number."""
    if text.isdecimal() and len(text) < 10:
        return Clause(f"{alias}.proposalId = :n_row", {"n_row": int(text)})
    return proposal(text, alias)


def session(name, session_alias="s", proposal_alias="p", prefix="n"):
    """Return the condition that the session behind ``session_alias`` is called ``name``."""
    match = SESSION.fullmatch(name)
    if not match:
        return NOTHING
    of_proposal = proposal(match[1], proposal_alias, prefix)
    sql = f"{session_alias}.visit_number = :{prefix}_visit AND ({of_proposal.sql})"
    return Clause(sql, {**of_proposal.params, f"{prefix}_visit": int(match[2])})
