"""Options in the database.  The SQL is in sql/queries/admin/."""

from ispyb_api.admin.options import OPTIONS


class OptionRepository:
    def __init__(self, tx):
        self._tx = tx

    def public(self):
        """Return the options that every user's screen needs, by name."""
        wanted = {option.name: option for option in OPTIONS if option.public}
        found = {name: option.default for name, option in wanted.items()}
        for row in self._tx.all("admin.list_options", names=list(wanted)):
            option = wanted.get(row["name"])
            if option and row["value"] is not None:
                found[option.name] = option.read(row["value"])
        return found
