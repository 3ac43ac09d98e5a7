"""Logins and passwords that try to be more than that."""

FILTER = [
    "*", "**", "p*", "*i", "p*i", "*)(uid=*", "*)(uid=pi", "pi)(uid=*", "pi)(objectClass=*", "pi)(|(uid=*",
    "*)(|(uid=*))", "pi)(!(uid=nobody)", "*))(|(uid=*", "pi))%00", "(uid=pi)", "&", "|", "!", "*)(userPassword=*",
    "pi)(cn:dn:=*", "uid=pi", "pi*", "\\2a", "\\70\\69", "p\\69", "\\2a)(uid=\\2a", "%2a", "%70i", "&#42;", "pi\\00",
]  # fmt: skip
NAMES = [
    "pi,ou=People", "pi,ou=People,dc=example,dc=org", "pi+cn=x", "pi+uid=pi", "+", ",", "=", ";", "<", ">", '"pi"',
    "#7069", "#04027069", "pi\\", "\\pi", "pi\\,ou=People", "pi,", "pi;ou=People", "pi/../pi", "../pi", "pi,dc=x+ou=y",
    "uid=pi,ou=People,dc=example,dc=org", "cn=root,dc=example,dc=org", "dn:uid=pi", "u:pi", "EXAMPLE\\pi", "pi@example.org",
]  # fmt: skip
UNSEEN = [
    "\x00", "pi\x00", "\x00pi", "pi\x00)(uid=*", "pi\r\n", "pi\n", "\tpi", "pi\x1b[2J", "\x7f", "pi\u200b", "p\u00adi",
    "\ufeffpi", "\u202epi", "pi\u034f", "\u180bpi", "pi\ufe0f", "\ue000", "\ud800pi", "pi\udfff",
]  # fmt: skip
ALIKE = [
    " pi", "pi ", "\u00a0pi", "\u3000pi", "pi\u2003", "\uff50\uff49", "p\u0456", "\u0440i", "p\u0131", "p\u0130", "p\u00ec",
    "p\u1d62", "\U0001d429\U0001d422", "p i", "\uff0a", "\uff08uid=*", "\u2217", "\ufe61",
]  # fmt: skip
LONG = ["p" * 256, "pi" * 5000, "pi" + " " * 300, "*" * 300, "(" * 255, "\\" * 255, "\U0001f600" * 200]
OTHER = [
    "", " ", "${jndi:ldap://127.0.0.1/a}", "{login}", "{dn}", "p{dn}i", "pi{dn}", "{0}", "{login.__class__}", "%s", "$(id)", "`id`", "'; DROP TABLE Person;--",
    "None", "null", "[]", "-1", "\U0001f600",
]  # fmt: skip
KINDS = {"filter": FILTER, "names": NAMES, "unseen": UNSEEN, "alike": ALIKE, "long": LONG, "other": OTHER}
LOGINS = [login for kind in KINDS.values() for login in kind]

# To a server that is asked with these, some are no password at all: and without one a bind succeeds.
PASSWORDS = [
    "", "\x00", "ldap-pi\x00", "\x00ldap-pi", "ldap-pi\x00junk", "\u00ad", "\u200b", "\ufeff", "\u034f", "\u1806", "\ufe00", " ",
    "\u00a0", "\u3000", "\t", "\n", "ldap-pi ", " ldap-pi", "LDAP-PI", "ldap-pi\u00ad", "ldap\u00ad-pi", "\uff4cdap-pi",
    "*", "ldap-*", "\\2a", "{CLEARTEXT}ldap-pi", "{SSHA}x", "\ud800", "ldap-pi\udfff", "x" * 1025, "x" * 100_000, "\x30\x82\xff\xff",
    "\U0001f600" * 300, "true", "null",
]  # fmt: skip
