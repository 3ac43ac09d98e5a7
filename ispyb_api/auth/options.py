"""The texts of a facility's options in its database.

``AdminVar`` holds them, as every ISPyB program knows it.  One that is too long for it stands in ``api_option``, and
counts for as long as AdminVar holds the cut text that stands for it: another program may have written since.
"""


def in_force(value, longer, stands_for):
    """Return the text that counts."""
    return longer if longer is not None and stands_for == value else value


def is_on(tx, name):
    """Tell whether an option is set to true."""
    return (values(tx, [name]).get(name) or "").strip().lower() in ("true", "1")


def values(tx, names):
    """Return ``{name: text}`` of those of ``names`` that are set; of several rows with one name the last counts."""
    rows = tx.all("auth.option_values", names=list(names))
    return {row["name"]: in_force(row["value"], row["longer"], row["standsFor"]) for row in rows}
