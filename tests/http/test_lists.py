"""Long lists of small rows, a line for each: how much memory they take."""

import json
import tracemalloc

import marshmallow as ma
import pytest

from ispyb_api.db.columns import Column
from ispyb_api.http import limits, lists
from ispyb_api.http.fields import Float, Int

COLUMNS = {"number": Column("int", nullable=False, low=0, high=2**31 - 1), "score": Column("double")}


class RowSchema(ma.Schema):
    number = Int("Number.", required=True, strict=True, allow_none=False)
    score = Float("Score.")


@pytest.fixture
def client(bare):
    def count():
        rows, peak = lists.received(RowSchema(), 10**6), []
        tracemalloc.start()
        number = sum(len(batch) for _ in "ab" for batch in rows.batches(COLUMNS, lambda row: {}))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return {"number": number, "peak": peak}

    limits.register(bare, max_body_bytes=10_000, max_lines_bytes=10**8)
    bare.serve("/rows", count, methods=["POST"])
    return bare.test_client()


def test_memory_does_not_grow_with_the_rows(client):
    """They are gone through twice, as after a deadlock."""
    peaks = []
    for number in (5_000, 50_000):
        body = "".join(f"{json.dumps({'number': each, 'score': each / 3})}\n" for each in range(number))
        answer = client.post("/rows", data=body, content_type=limits.LINES).json
        assert answer["number"] == 2 * number
        peaks.append(answer["peak"])
    assert peaks[1] < 1.5 * peaks[0]
