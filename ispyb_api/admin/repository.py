"""Options in the database.  The SQL is in sql/queries/admin/."""

from ispyb_api.admin.options import BY_NAME, OPTIONS, SHORT, short_text, text_of
from ispyb_api.auth import options


class OptionRepository:
    def __init__(self, tx):
        self._tx = tx

    def public(self):
        """Return the options that every user's screen needs, by name."""
        return self._read([option for option in OPTIONS if option.public])

    def all(self):
        """Return every option, by name."""
        return self._read(OPTIONS)

    def set(self, name, value):
        """Set an option, in AdminVar and, if it is too long for that, beside it."""
        option, whole = BY_NAME[name], text_of(value)
        short = short_text(option, value)
        if not self._tx.run("admin.set_option", name=name, value=short):
            self._tx.run("admin.add_option", name=name, value=short)
        self._tx.run("admin.forget_long_option", name=name)
        if len(whole) > SHORT:
            self._tx.run("admin.add_long_option", name=name, value=whole, standsFor=short)

    def _read(self, wanted):
        texts = options.values(self._tx, [option.name for option in wanted])
        return {
            option.name: option.default if (text := texts.get(option.name)) is None else option.read(text)
            for option in wanted
        }
