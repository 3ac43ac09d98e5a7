"""Send the statements of a recorded request once more, bare, as those of another request: with other keys and texts."""

import contextlib
import json
import time


def seconds(raw, statements, recorded, fresh):
    """Return how long statements and their commit take; ``fresh`` is the request whose row and word they get.

    Keys that the database gives are put where the recorded ones were.  What that takes is not counted.
    """
    renewal, clock, rows = _Renewal(recorded, fresh), _Clock(), []
    with clock:
        raw.query("SET TRANSACTION ISOLATION LEVEL READ COMMITTED")
        raw.begin()
    with raw.cursor() as cursor:
        for each in statements:
            values = renewal.of(each.values)
            with clock:
                (cursor.executemany if isinstance(values, list) else cursor.execute)(each.sql, values)
                found = cursor.fetchall()
            name, keys = each.made
            renewal.learn(name, keys, [row[name] for row in found if name])
            rows += found
    with clock:
        raw.commit()
        json.dumps(rows, default=str)
    return clock.seconds


class _Clock(contextlib.AbstractContextManager):
    """The time spent within its blocks."""

    seconds = 0.0

    def __enter__(self):
        self._began = time.perf_counter()
        return self

    def __exit__(self, *failure):
        self.seconds += time.perf_counter() - self._began


class _Renewal:
    """What stands for what was recorded."""

    def __init__(self, recorded, fresh):
        self._words = recorded.word, fresh.word
        self._keys, self._by_name = {recorded.row: fresh.row}, {}

    def learn(self, name, old, new):
        """Note the keys that the database gave this time."""
        given = dict(zip(old, new, strict=True))
        self._keys |= given
        self._by_name[name.lower()] = self._by_name.get(name.lower(), {}) | given

    def of(self, values):
        """Return the parameters of a statement, or a list of them."""
        if isinstance(values, list):
            return [self.of(each) for each in values]
        return {name: self._value(name, value) for name, value in values.items()}

    def _value(self, name, value):
        if isinstance(value, str):
            return value.replace(*self._words)
        if type(value) is not int:
            return value
        # Keys of two tables may be the same number.
        words = {part.lower() for part in name.split("_")}
        known = next((keys for column, keys in self._by_name.items() if column in words), self._keys)
        return known.get(value, self._keys.get(value, value))
