"""Calling the Java server's routes as front ends do, and what the facts say of the answers' keys."""

import datetime
import itertools
import re

from ispyb_api.compat.java_rest.paths import PREFIX
from ispyb_api.demo import REFERENCE_DAY
from tests.support import facts

# The types of the facts' tables as JSON has them; a whole number is sent for a float where it is one.
_TYPES = {
    "int": int,
    "number": (int, float),
    "float": (int, float),
    "string": str,
    "datetime": str,
    "date": str,
    "boolean": bool,
    "object": dict,
    "list": list,
}
STAMP = re.compile(
    r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [1-9]\d?, \d{4} (1[0-2]|[1-9]):[0-5]\d:[0-5]\d [AP]M"
)


class Java:
    """A site seen through the Java server's API."""

    def __init__(self, site):
        self.site, self._tokens = site, {}

    def log_in(self, login, password=None, site="ESRF"):
        """Return the answer to a login."""
        form = {"login": login, "password": password or f"demo-{login}"}
        return self.site.app.test_client().post(f"{PREFIX}/authenticate?site={site}", data=form)

    def token(self, login):
        """Return a token of one of the demo's people."""
        if login not in self._tokens:
            self._tokens[login] = self.log_in(login).json["token"]
        return self._tokens[login]

    def open(self, method, path, login="admin", token=None, **options):
        """Send a request; ``path`` is what stands behind the token."""
        whole = f"{PREFIX}/{token or self.token(login)}{path}"
        return self.site.app.test_client().open(whole, method=method, buffered=True, **options)

    def get(self, path, login="admin", **options):
        return self.open("GET", path, login, **options)

    def rows(self, path, login="admin"):
        """Return the parsed answer of a list."""
        answer = self.get(path, login)
        assert (answer.status_code, answer.mimetype) == (200, "application/json"), answer.text
        return answer.json

    def ids(self, key, path, login="admin"):
        return [row[key] for row in self.rows(path, login)]


def moved(day):
    """Return one of the demo's days as it is now: ``2030-06-11 09:30:00`` as a datetime."""
    return datetime.datetime.fromisoformat(day) + (datetime.date.today() - REFERENCE_DAY)


def stamp(moment):
    """Return how the Java server writes one of the demo's times."""
    at = moved(moment)
    return f"{at:%b} {at.day}, {at.year} {int(at.strftime('%I'))}:{at:%M:%S} {at:%p}"


def day(date):
    """Return how it writes one of the demo's days."""
    at = moved(f"{date} 00:00:00")
    return f"{at:%b} {at.day}, {at.year}"


def sources(heading):
    """Return {key: (table, column)} of those keys of such a table that are one column as it is."""
    found = {}
    for line in _lines(heading):
        key, _, source = (cell.strip(" `") for cell in line.split("|")[1:4])
        if re.fullmatch(r"[A-Z]\w+\.\w+", source):
            found[key] = tuple(source.split("."))
    return found


def table(heading):
    """Return {key: type, or None where the facts do not say} of the first table behind a heading of the shapes."""
    rows = _lines(heading)
    found = {}
    for line in rows:
        key, kind = (cell.strip(" `") for cell in line.split("|")[1:3])
        found[key] = kind.split()[0]
    return found | _unread(_behind(heading, rows))


def _text(heading):
    lines = facts.path("facts/legacy-shapes.md").read_text(encoding="utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if heading in line)
    return lines[next(number for number, line in enumerate(lines[at:], at) if line.startswith("| key")) + 2 :]


def _lines(heading):
    return list(itertools.takewhile(lambda line: line.startswith("|"), _text(heading)))


def _behind(heading, rows):
    return _text(heading)[len(rows) : len(rows) + 3]


def _unread(lines):
    """Return the keys that no front end reads: the facts name them only."""
    texts = [line.partition(":")[2] for line in lines if line.startswith("Served by Java but not read")]
    return dict.fromkeys(re.findall(r"`(\w+)`", "".join(texts)))


def faults(row, keys, *, omits):
    """Return what of a row is not as the facts have it."""
    wrong = [f"{key} is unknown" for key in row.keys() - keys.keys()]
    wrong += [f"{key} is missing" for key in keys.keys() - row.keys() if not omits]
    for key, value in row.items():
        if value is None:
            wrong += [f"{key} is null"] if omits else []
        elif kind := keys.get(key):
            wrong += [f"{key} is {value!r}, not {kind}"] if not _fits(value, kind) else []
    return wrong


def _fits(value, kind):
    if kind == "datetime" and not (isinstance(value, str) and STAMP.fullmatch(value)):
        return False
    return isinstance(value, _TYPES[kind]) and (kind == "boolean" or not isinstance(value, bool))
