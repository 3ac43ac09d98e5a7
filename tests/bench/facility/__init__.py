"""A large invented facility, for measuring: the same size and seed give the same rows."""

from tests.bench.facility import (
    acquisition,
    chemistry,
    logistics,
    meshes,
    microscopy,
    people,
    phasing,
    processing,
    samples,
    serial,
)
from tests.bench.facility.plan import Plan

DOMAINS = (people, samples, chemistry, logistics, acquisition, meshes, serial, processing, phasing, microscopy)


def tables(size, seed, permissions):
    """Yield every Table in an order in which foreign keys hold; ``permissions`` are the ids that administrators get."""
    plan = Plan(size, seed)
    yield from people.tables(plan, permissions)
    for domain in DOMAINS[1:]:
        yield from domain.tables(plan)
