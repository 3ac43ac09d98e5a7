"""Two thousand payloads as clients send them, each spoilt in one or two places: refused in words or taken, never a failure."""

import copy
import json
import random

import pytest

from tests.contract.writes import table
from tests.support import pipelines, sites
from tests.support.rows import Rows

MOST = 2000
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


def real(rows):
    """Return [(method, path, payload)] of what the routes' tests send, and of what pipelines do."""
    found = []
    for line in table():
        if line.body:
            method, path, options = line.request(rows)
            found.append((method, path, options["json"]))
    sweeps = [rows.collection() for _ in range(6)]
    found += [("POST", "/processings", pipelines.six_sweeps(sweeps))] * 10
    found += [("POST", "/processings/screenings", {"dataCollectionId": sweeps[0], **pipelines.CHARACTERISATION})] * 10
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
    payloads, chance, failed, statuses = real(Rows(own)), random.Random(20300612), {}, []
    for number in range(MOST):
        method, path, payload = payloads[number % len(payloads)]
        for _ in range(chance.choice([1, 1, 2])):
            payload = spoilt(payload, chance)
        text = json.dumps(payload)  # with NaN, and halves of surrogate pairs, as careless clients send them
        answer = own.open(method, path, data=text, content_type="application/json", buffered=True)
        statuses.append(answer.status_code)
        if wrong := fault(answer):
            failed[f"{method} {path} {text[:300]}"] = wrong
    assert failed == {}
    assert sum(status < 300 for status in statuses) > MOST / 50, "some of it was right"
    assert sum(status >= 400 for status in statuses) > MOST / 2, "most of it was wrong"
