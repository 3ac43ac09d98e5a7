"""What front ends send: text where a number is meant, empty text and words of JavaScript where there is nothing."""

import json
import math

from ispyb_api.errors import Invalid

_NOTHING = ("", "null", "undefined", "nan")


def text(values, name):
    """Return a text, None for what means nothing."""
    value = values.get(name)
    if value is None or isinstance(value, (dict, list)):
        return None
    found = str(value).strip()
    return None if found.lower() in _NOTHING else found


def whole(values, name):
    """Return a whole number; None for what is none."""
    number = real(values, name)
    return None if number is None or not number.is_integer() or abs(number) >= 2**31 else int(number)


def real(values, name):
    """Return a number; None for what is none."""
    found = text(values, name)
    try:
        number = float(found) if found is not None else math.nan
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def flag(values, name):
    """Return a boolean; None for what is none."""
    found = (text(values, name) or "").lower()
    return {"true": True, "1": True, "false": False, "0": False}.get(found)


def tree(form, name, kind):
    """Return the JSON in a field of a form, which must be of the ``kind`` dict or list."""
    try:
        found = json.loads(form.get(name) or "")
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, kind):
        raise Invalid(errors={name: [f"Must be JSON: {'an object' if kind is dict else 'a list'}."]})
    return found


def parts(values, name):
    """Return the objects in a list of an object."""
    found = values.get(name)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def part(values, name):
    """Return the object in an object, an empty one if there is none."""
    found = values.get(name)
    return found if isinstance(found, dict) else {}


def read(values, readers):
    """Return {column: value} of what was sent: ``readers`` are {key: (column, how to read it)}."""
    return {column: how(values, key) for key, (column, how) in readers.items() if key in values}


def different(values, stored):
    """Return those of some values that are others than a row's."""
    return {name: value for name, value in values.items() if value != stored.get(name)}
