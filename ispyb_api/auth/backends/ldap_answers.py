"""What a directory's result codes mean for a login."""

import re
from dataclasses import dataclass

from ldap3.core import results

COMPLETE = frozenset({results.RESULT_SUCCESS})
CUT = frozenset({results.RESULT_SIZE_LIMIT_EXCEEDED})
HIDDEN = frozenset({results.RESULT_NO_SUCH_OBJECT, results.RESULT_INSUFFICIENT_ACCESS_RIGHTS})

# The server's trouble of the moment: another one may answer.
PASSING = frozenset(
    {
        results.RESULT_TIME_LIMIT_EXCEEDED,
        results.RESULT_ADMIN_LIMIT_EXCEEDED,
        results.RESULT_BUSY,
        results.RESULT_UNAVAILABLE,
        results.RESULT_OTHER,
    }
)

# What directories answer to a bind whose name or password they do not take, each with its own code.
_REFUSED = frozenset(
    {
        results.RESULT_INVALID_CREDENTIALS,
        results.RESULT_NO_SUCH_OBJECT,
        results.RESULT_INVALID_DN_SYNTAX,
        results.RESULT_INAPPROPRIATE_AUTHENTICATION,
        results.RESULT_CONSTRAINT_VIOLATION,
        results.RESULT_UNWILLING_TO_PERFORM,
        results.RESULT_INSUFFICIENT_ACCESS_RIGHTS,
    }
)

# Of these, what only an account that exists is told.
_OF_AN_ACCOUNT = frozenset({results.RESULT_CONSTRAINT_VIOLATION, results.RESULT_UNWILLING_TO_PERFORM})

# Active Directory says why in its diagnostic message: "... AcceptSecurityContext error, data 775, v4563".
_WINDOWS_UNKNOWN = {"525": "unknown login", "52e": "wrong password"}
_WINDOWS = {
    "530": "not allowed to log in at this time",
    "531": "not allowed to log in from here",
    "532": "the password has expired",
    "533": "the account is disabled",
    "701": "the account has expired",
    "773": "the password must be changed first",
    "775": "the account is locked",
}

# Other directories say it in the control of draft-behera-ldap-password-policy, if asked to.
_POLICY = "1.3.6.1.4.1.42.2.27.8.5.1"
_POLICY_ERRORS = ("the password has expired", "the account is locked", "the password must be changed first")
_ERROR_TAG = 0x81
POLICY_REQUEST = (_POLICY, False, None)


@dataclass(frozen=True)
class Refusal:
    """Why a bind was refused; ``known`` if the directory thereby says that it has such an account."""

    reason: str
    known: bool = False


def refusal(result):
    """Return why a bind was refused, or None if it was not (it may have failed, though)."""
    policy = _policy_error(result.get("controls"))
    if policy and result["result"] in COMPLETE | _REFUSED:
        return Refusal(policy, True)  # though let in: to change a password somebody else chose, and for nothing else
    if result["result"] not in _REFUSED:
        return None
    windows = re.search(r"\bdata ([0-9a-f]{3,8})\b", result["message"])
    if windows and windows[1] in _WINDOWS:
        return Refusal(_WINDOWS[windows[1]], True)
    said = windows and _WINDOWS_UNKNOWN.get(windows[1])
    return Refusal(said or text(result), result["result"] in _OF_AN_ACCOUNT)


def text(result):
    """Return a result for the log: its name and what the directory adds."""
    message = " ".join(result["message"].replace("\x00", "").split())
    return f"{result['description']} ({message})" if message else result["description"]


def _policy_error(controls):
    """Return what the password policy has against the login; the control is SEQUENCE {[0] warning, [1] error}."""
    value = (controls or {}).get(_POLICY, {}).get("value") or b""
    parts = value[2 : 2 + value[1]] if len(value) > 1 else b""
    while len(parts) > 2:
        tag, length = parts[0], parts[1]
        if tag == _ERROR_TAG and length == 1:
            return _POLICY_ERRORS[parts[2]] if parts[2] < len(_POLICY_ERRORS) else f"password policy error {parts[2]}"
        parts = parts[2 + length :]
    return None
