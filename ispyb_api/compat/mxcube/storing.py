"""Store what can be stored of what a client sends that forgets what was refused."""

import re

import marshmallow as ma

from ispyb_api.errors import Invalid

_WHOLE = re.compile(r"\w+")  # the field of the row that a message is about, or about a part of


def stored(work, schema, values, *, partial=False):
    """Return ``work``'s answer to what of the ``values`` can be stored, and [{field, reason}] of what was left out."""
    kept = {name: value for name, value in values.items() if value is not None}
    left_out = []
    while True:
        try:
            return work(_loaded(schema, kept, partial)), left_out
        except Invalid as exc:
            named = {name.removeprefix("[0]."): messages for name, messages in exc.errors.items()}
            wrong = {name: messages for name, messages in named.items() if _may_miss(name, kept, schema)}
            if not wrong:
                raise
            left_out += [{"field": name, "reason": _told(messages)} for name, messages in wrong.items()]
            whole = {_WHOLE.match(name)[0] for name in wrong}
            kept = {name: value for name, value in kept.items() if name not in whole}


def _loaded(schema, values, partial):
    try:
        return schema(partial=partial).load(values)
    except ma.ValidationError as exc:
        raise Invalid(errors=exc.normalized_messages()) from None


def _may_miss(name, values, schema):
    """Tell whether a row can do without a value, or a part with it: one that leads to another row is not passed over."""
    whole = _WHOLE.match(name)
    return bool(whole) and whole[0] in values and not name.endswith("Id") and not schema().fields[whole[0]].required


def _told(messages):
    """Return as one text what is wrong with a value, or within it."""
    if isinstance(messages, str):
        return messages
    return " ".join(map(_told, messages.values() if isinstance(messages, dict) else messages))
