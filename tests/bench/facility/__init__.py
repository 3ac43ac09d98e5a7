"""A large invented facility, for measuring: the same size and seed give the same rows."""

from tests.bench.facility import acquisition, microscopy, people, processing, samples
from tests.bench.facility.plan import Plan

DOMAINS = (people, samples, acquisition, processing, microscopy)


def tables(size, seed, permissions):
    """Yield every Table in an order in which foreign keys hold; ``permissions`` are the ids that administrators get."""
    plan = Plan(size, seed)
    yield from people.tables(plan, permissions)
    for domain in DOMAINS[1:]:
        yield from domain.tables(plan)
