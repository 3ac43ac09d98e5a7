"""Rows written by column: what fits is stored, what does not is refused by name before it is sent."""

import contextlib
import datetime

import pytest

from ispyb_api.db import changing, columns
from ispyb_api.db.queries import Clause, Query, QueryError
from ispyb_api.errors import Invalid

ADD = "INSERT INTO Dewar (shippingId, bltimeStamp /*columns*/)\nVALUES (:shippingId, NOW() /*values*/) /*rows*/\nRETURNING dewarId"
CHANGE = "UPDATE Dewar SET bltimeStamp = bltimeStamp /*set*/ WHERE dewarId IN (:changed)"
ADD_MANY = "INSERT INTO Dewar (shippingId /*columns*/)\nVALUES (:shippingId /*values*/)"


@pytest.fixture
def tx(written):
    """A transaction that knows two statements more, and is undone."""
    database = written.database
    fitted = dict(database.fitted())
    for name, sql, parameter in (
        ("test.add", ADD, "shippingId"),
        ("test.many", ADD_MANY, "shippingId"),
        ("test.change", CHANGE, "changed"),
    ):
        fitted[name] = type(fitted["auth.caller"])(Query(name, frozenset({parameter}), sql, "here"))
    with contextlib.suppress(ZeroDivisionError), database.transaction(write=True) as opened:
        opened._fitted = fitted
        yield opened
        raise ZeroDivisionError  # so that nothing is kept


def found(tx, shipping_id=1):
    slots = {"visible": Clause(), "where": Clause(" AND dw.shippingId = :s", {"s": shipping_id})}
    slots |= {"order": Clause("ORDER BY dw.dewarId"), "page": Clause("LIMIT 5000")}
    return tx.all("shipping.list_dewars", slots)


def test_columns_are_read_with_their_limits(written):
    with written.database.engine.connection() as raw:
        dewar = columns.read(raw)["dewar"]
    assert dewar["code"].longest == 45
    assert dewar["type"].choices == ("Dewar", "Toolbox", "Parcel")
    assert (dewar["customsvalue"].low, dewar["customsvalue"].high) == (-(2**31), 2**31 - 1)
    assert dewar["bltimestamp"].kind == "datetime"
    assert dewar["code"].nullable


@pytest.mark.parametrize(
    ("column", "value", "fits"),
    [
        ("code", "é" * 45, True),
        ("code", "é" * 46, False),
        ("type", "toolbox", True),
        ("type", "Bucket", False),
        ("type", None, False),
        ("customsValue", 2**31 - 1, True),
        ("customsValue", 2**31, False),
        ("customsValue", None, True),
        ("bltimeStamp", datetime.datetime(9999, 12, 31), True),
        ("bltimeStamp", datetime.datetime(999, 1, 1), False),
        ("nowhere", None, True),
        ("nowhere", 1, False),
    ],
)
def test_what_a_column_holds(written, column, value, fits):
    with written.database.engine.connection() as raw:
        held = columns.read(raw)["dewar"]
    if fits:
        changing.fitting(held, {column: value})
    else:
        with pytest.raises(Invalid) as caught:
            changing.fitting(held, {column: value})
        assert set(caught.value.errors) == {column}


def test_rows_with_different_columns_get_their_keys_in_order(tx):
    rows = [{"code": "a"}, {"code": "b", "weight": 2.5}, {"code": "c"}, {"weight": 4.0, "code": "d"}, {"code": "e"}]
    keys = tx.add_all("test.add", rows, shippingId=1)
    made = {row["dewarId"]: row for row in found(tx)}
    assert [(made[key]["code"], made[key]["weight"]) for key in keys] == [
        ("a", None), ("b", 2.5), ("c", None), ("d", 4.0), ("e", None),
    ]  # fmt: skip


def test_many_rows_are_changed_each_to_its_own(tx):
    keys = tx.add_all("test.add", [{"code": f"n{n}", "weight": 1.0} for n in range(250)], shippingId=1)
    changes = [(key, {"weight": n / 2}) for n, key in enumerate(keys[:240])]
    changes += [(keys[240], {"weight": None, "code": "50%"}), (keys[241], {})]
    tx.change_all("test.change", "dewarId", changes)
    made = {row["dewarId"]: row for row in found(tx)}
    assert [made[key]["weight"] for key in keys] == [n / 2 for n in range(240)] + [None] + [1.0] * 9
    assert [made[key]["code"] for key in keys[239:242]] == ["n239", "50%", "n241"]
    with pytest.raises(Invalid) as caught:
        tx.change_all("test.change", "dewarId", [(keys[0], {"code": "a"}), (keys[1], {"code": "x" * 46})])
    assert set(caught.value.errors) == {"[1].code"}


def test_bad_row_of_many_is_named_and_none_is_written(tx):
    before = len(found(tx))
    with pytest.raises(Invalid) as caught:
        tx.add_all("test.add", [{"code": "a"}, {"code": "x" * 46}], shippingId=1)
    assert set(caught.value.errors) == {"[1].code"}
    assert len(found(tx)) == before


def test_time_that_a_row_must_have_is_the_databases(tx):
    query = Query("q", frozenset(), "INSERT INTO Image (dataCollectionId /*columns*/) VALUES (1 /*values*/)", "here")
    needed = changing.unnamed_times(query, tx.columns("Image"), ())
    assert set(needed) <= {"recordTimeStamp", "BLTIMESTAMP"}
    assert changing.columns_and_values({"fileName": "x"}, ("recordTimeStamp",))["values"].sql == ", :c_fileName, NOW()"
    assert changing.unnamed_times(query, tx.columns("Image"), needed) == ()


def test_rows_are_sent_in_batches(tx):
    before = len(found(tx))
    sent = tx.add_many("test.many", ("shippingId", "code"), ((1, f"n{n} 50%") for n in range(1200)))
    made = found(tx)
    assert (sent, len(made) - before) == (1200, 1200)
    assert made[-1]["code"] == "n1199 50%"


def test_statements_without_their_slots_are_a_fault_of_ours():
    query = Query("q", frozenset(), "INSERT INTO Dewar (code) VALUES (1)", "here")
    with pytest.raises(QueryError):
        changing.more_rows(query, [{}, {}], {})
    with pytest.raises(QueryError):
        changing.target(Query("q", frozenset(), "SELECT 1", "here"))


def test_value_that_only_the_database_can_refuse_is_422(written):
    if written.name == "mariadb":
        with pytest.raises(Invalid) as caught, written.database.transaction(write=True) as tx:
            tx._execute("UPDATE Dewar SET bltimeStamp = '2026-02-31 00:00:00'", {})
        assert set(caught.value.errors) == {"bltimeStamp"}
