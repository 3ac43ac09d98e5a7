"""Values joined into one text, as the Java server's database does it."""


def joined(values, separator=",", *, null=None):
    """Return the values as one text; what is null is left out, or written as ``null``.  None if nothing is left."""
    # Texts are taken as they are, not by a function for each: a session's page has ten thousand.
    kept = [
        value if type(value) is str else null if value is None else word(value)
        for value in values
        if value is not None or null is not None
    ]
    return separator.join(kept) if kept else None


def aligned(values):
    """Return the values with commas, each at its place; None if there is none at all."""
    values = list(values)
    return None if all(value is None for value in values) else joined(values, null="")


def word(value):
    """Return a value as MariaDB writes it within a text: whole numbers without a point."""
    return str(int(value)) if type(value) is float and value.is_integer() else str(value)


def by(rows, key):
    """Return {value: rows} of rows by one of their columns, in the order that they have."""
    found = {}
    for row in rows:
        found.setdefault(row[key], []).append(row)
    return found
