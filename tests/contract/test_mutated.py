"""Two thousand payloads as clients send them, each spoilt in one or two places: refused in words or taken, never a failure."""

import copy
import functools
import random

import pytest

from tests.contract.writes import table
from tests.support import overheard, pipelines, sites
from tests.support.overheard import Sent
from tests.support.rows import Rows

MOST = 2000
NUMBERS = {"mx": 1, "ssx": 2, "em": 2}  # of samples, delays and movies: what follows is the same again
PAGES = [
    overheard.DOCS / "ingest.rst",
    *overheard.DOCS.glob("recording-*.rst"),
    overheard.DOCS / "serial-crystallography.rst",
]
ODD = (
    None, True, False, 0, -1, 1.5, 2**31, 2**63, 10**400, 1e308, -1e308, float("nan"), float("inf"), "", " ", "0", "-1", "1e5",
    "x" * 5000, "é" * 300, "\u0000", "\ud800", "𝔘", "2030-13-45T99:99:99", "2030-06-12T10:00:00Z", "0000-00-00 00:00:00",
    "' OR 1=1 --", "%s %(a)s :b", "../../etc/passwd", [], {}, [[]], [None], {"": None}, {"__class__": "x"}, "null", "[1]",
)  # fmt: skip


def places(value, way=()):
    """Yield the way to everything within a payload, and to the whole."""
    yield way
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield from places(each, (*way, key))


def spoilt(payload, chance):
    """Return the payload with something wrong in one place of it."""
    way = chance.choice(list(places(payload)))
    if not way:
        return chance.choice([None, [], {}, [payload], [payload, payload], "x", 1, {"x": payload}])
    found = copy.deepcopy(payload)
    holder = found
    for key in way[:-1]:
        holder = holder[key]
    key, old = way[-1], holder[way[-1]]
    kind = chance.randrange(10)
    if kind < 6:
        holder[key] = chance.choice(ODD)
    elif kind == 6:
        holder[key] = chance.choice([[old], {"value": old}, [old, old], str(old), {str(old): old}])
    elif kind == 7:
        for _ in range(chance.choice([3, 60])):
            old = chance.choice([[old], {"x": old}])
        holder[key] = old
    elif kind == 8 and isinstance(holder, dict):
        holder[f"{key}{chance.choice(['_', 'Id', ' ', '.x', 'é'])}"] = holder.pop(key)
    else:
        del holder[key]
    return found


def real(site):
    """Return what the routes' tests send, what pipelines do, what simulated experiments do, and what the pages show."""
    rows, found = Rows(site), []
    sweeps = [rows.collection() for _ in range(6)]
    rows.session = functools.cache(rows.session)  # one is enough
    for line in table():
        if line.body:
            method, path, options = line.request(rows)
            found.append(Sent(method, path, options["json"]))
    screening = {"dataCollectionId": sweeps[0], **pipelines.CHARACTERISATION}
    found += [Sent("POST", "/processings", pipelines.six_sweeps(sweeps))] * 10
    found += [Sent("POST", "/processings/screenings", screening)] * 10
    for kind, number in NUMBERS.items():
        found += overheard.experiment(site, kind, number)
    for path in sorted(PAGES):
        found += overheard.page(site, path)
    return found


def fault(answer):
    """Return what is wrong with an answer; None of one that says how it went."""
    if 200 <= answer.status_code < 300:
        return None
    if 400 <= answer.status_code < 500 and {"code", "message"} <= (answer.json or {}).keys() <= {
        "code",
        "message",
        "errors",
    }:
        return None
    return f"{answer.status_code}: {answer.get_data(as_text=True)[:200]}"


@pytest.fixture(scope="module", params=["sqlite", "mariadb"])
def own(request, tmp_path_factory):
    """A site of its own: much of it is written to."""
    with sites.open_site(request.param, tmp_path_factory.mktemp("mutated")) as site:
        yield site


def test_no_payload_is_too_odd(own):
    payloads, chance, failed, statuses = real(own), random.Random(20300612), {}, []
    for number in range(MOST):
        sent = payloads[number % len(payloads)]
        payload = sent.payload
        for _ in range(chance.choice([1, 1, 2])):
            payload = spoilt(payload, chance)
        text = sent.text(payload)  # with NaN, and halves of surrogate pairs, as careless clients send them
        answer = own.open(sent.method, sent.path, data=text, content_type=sent.kind, buffered=True)
        statuses.append(answer.status_code)
        if wrong := fault(answer):
            failed[f"{sent.method} {sent.path} {text[:300]}"] = wrong
    assert failed == {}
    assert sum(status < 300 for status in statuses) > MOST / 50, "some of it was right"
    assert sum(status >= 400 for status in statuses) > MOST / 2, "most of it was wrong"
