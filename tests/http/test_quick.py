"""What is loaded without marshmallow is what marshmallow would have made of it: for every schema that requests are checked by."""

import json
import random
import secrets

import marshmallow as ma
import pytest
from marshmallow import fields, validate

from ispyb_api import settings as configuration
from ispyb_api.app import create_app
from ispyb_api.http import quick
from ispyb_api.http.shapes import INSIST
from tests.contract.test_rules import schemas_of

_ROWS = 60
_ODD = [
    *(None, True, "", "x", "é" * 3000, "2026-02-30", "false", [], [1], {}, {"a": 1}),
    *(-1, 0, 1, 1.5, 2**31, -(2**80), 10**400, 1e300),
]
_WORDS = ("word", "/data/x.cbf", "1", "P212121")


def good(dice, field, depth):
    """Return a value that the field may take."""
    among = next((each.choices for each in field.validators if isinstance(each, validate.OneOf)), None)
    if among:
        return dice.choice(list(among))
    if isinstance(field, fields.Nested):
        return row_of(dice, field.schema, depth + 1)
    if isinstance(field, fields.List):
        return [good(dice, field.inner, depth) for _ in range(dice.choice((0, 1, 2)))]
    kinds = (
        (fields.Boolean, (True, False)),
        (fields.Float, (1, 0.5, 2.25, 50, 0)),
        (fields.Integer, (1, 2, 7, 100, 0)),
        (fields.NaiveDateTime, ("2026-05-01T09:30:00", "2026-05-01")),
    )
    return dice.choice(next((values for kind, values in kinds if isinstance(field, kind)), _WORDS))


def row_of(dice, schema, depth=0, odd=0.0):
    """Return an object with some of a schema's fields; of each value ``odd`` is the chance that it does not belong there."""
    row = {}
    for name, field in schema.load_fields.items():
        if dice.random() < (0.97 if field.required else 0.5 / (1 + depth)):
            row[field.data_key or name] = dice.choice(_ODD) if dice.random() < odd else good(dice, field, depth)
    if dice.random() < odd:
        row["nonsense"] = 1
    return row


def outcome(load, body):
    """Return what became of a body: what was made of it, in its order, or the messages."""
    try:
        return "loaded", repr(load(body))
    except ma.ValidationError as exc:
        return "refused", exc.normalized_messages()


@pytest.fixture(scope="module")
def schemas():
    needed = {"ISPYB_DATABASE_URL": "sqlite:///:memory:", "ISPYB_TOKEN_SECRET": secrets.token_hex(32)}
    app = create_app(configuration.load(environ=needed))
    return [schema for schema, way in schemas_of(app).items() if way == "in"]


def test_the_quick_way_comes_to_what_the_long_way_does(schemas):
    dice, different = random.Random(7), []
    for schema in schemas:
        one, many = schema(), schema(many=True)
        for number in range(_ROWS):
            body = row_of(dice, one, odd=(0, 0.05, 0.3)[number % 3])
            for loader, given in ((one, body), (many, [body, body])):
                before = json.dumps(given)
                found = outcome(quick.Loader(loader).load, given)
                if found != outcome(loader.load, given) or json.dumps(given) != before:
                    different.append((schema.__name__, given))
    assert different == []


def test_most_rows_of_most_schemas_go_the_quick_way(schemas, monkeypatch):
    dice, slow, rows = random.Random(7), 0, 0
    for schema in schemas:
        one = schema()
        for _ in range(20):
            body = row_of(dice, one)
            body.pop(INSIST, None)
            if outcome(one.load, body)[0] == "loaded":
                with monkeypatch.context() as patched:
                    patched.setattr(schema, "load", lambda *_: 1 / 0)
                    rows += 1
                    try:
                        quick.Loader(one).load(body)
                    except ZeroDivisionError:
                        slow += 1
    assert rows > 1000
    assert slow < rows / 5, f"{slow} of {rows}"


@pytest.mark.parametrize("body", [None, 1, "x", [], [{}], {"a": []}])
def test_what_is_no_object_is_left_to_marshmallow(body):
    class Schema(ma.Schema):
        a = fields.Integer()

    for loader in (Schema(), Schema(many=True)):
        assert outcome(quick.Loader(loader).load, body) == outcome(loader.load, body)
