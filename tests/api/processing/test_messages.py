"""GET /processings/messages"""

import pytest


def ids(page):
    return [row["autoProcProgramMessageId"] for row in page["results"]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("dataCollectionId=9201", [9703, 9702, 9701]),
        ("dataCollectionId=9202", [9701]),
        ("dataCollectionId=9203", [9704]),
        ("dataCollectionId=9211", []),
        ("autoProcProgramMessageId=9702", [9702]),
        ("autoProcProgramMessageId=9711", []),
        ("autoProcProgramMessageId=9702&dataCollectionId=9202", []),
        ("dataCollectionId=9201&skip=1&limit=1", [9702]),
    ],
)
def test_condition(ask, query, expected):
    assert ids(ask(f"/messages?{query}")) == expected


def test_totals_count_before_paging(ask):
    assert ask("/messages?dataCollectionId=9201&limit=1")["total"] == 3
    assert ask("/messages?dataCollectionId=9201&limit=1&skip=7")["total"] == 3


def test_whoever_sees_everything_sees_the_hidden_one(ask):
    assert ids(ask("/messages?autoProcProgramMessageId=9711", login="admin")) == [9711]
