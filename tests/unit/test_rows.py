"""From a driver's tuples to nested dicts."""

from ispyb_api.db.rows import shaper


def test_flat_row():
    assert shaper(("a", "b"))((1, 2)) == {"a": 1, "b": 2}
    assert shaper(("a",))((1,)) == {"a": 1}


def test_double_underscore_nests_at_any_depth():
    shape = shaper(("id", "Group__id", "Group__Workflow__id", "Group__name"))
    assert shape((1, 2, 3, "x")) == {"id": 1, "Group": {"id": 2, "name": "x", "Workflow": {"id": 3}}}


def test_group_without_its_key_is_none():
    shape = shaper(("id", "Group__id", "Group__name", "Group__Workflow__id"))
    assert shape((1, None, "left over", 3)) == {"id": 1, "Group": None}
    assert shape((1, 2, None, None)) == {"id": 1, "Group": {"id": 2, "name": None, "Workflow": None}}


def test_metadata_is_always_there():
    assert shaper(("id", "_metadata__persons"))((1, None)) == {"id": 1, "_metadata": {"persons": None}}
