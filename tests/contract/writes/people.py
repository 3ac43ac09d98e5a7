"""Where people work: for those who manage persons."""

from tests.contract.writes import Write, manages

LABORATORIES = manages("manage_persons")

WRITES = [
    Write("POST /laboratories", LABORATORIES, lambda r: {"name": r.word()}),
    Write("PATCH /laboratories/{}", LABORATORIES, lambda r: {"city": r.word()}, lambda r: r.laboratory()),
]
