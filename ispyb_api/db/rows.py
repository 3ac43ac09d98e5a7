"""Turn a driver's tuples into dicts, nested where a column's name says so.

``bls.polarisation AS BeamLineSetup__polarisation`` becomes ``{"BeamLineSetup": {"polarisation": ...}}``.
A group whose first column is NULL was not found by its outer join and becomes None; a group whose
name starts with an underscore (``_metadata``) is always there.
"""

import functools
from operator import itemgetter

_SEPARATOR = "__"


@functools.lru_cache(maxsize=1024)
def shaper(names):
    """Return the function that makes a dict of one row with these column names."""
    return _shape_of(_tree(names))


def _tree(names):
    tree = {}
    for index, name in enumerate(names):
        *groups, leaf = name.split(_SEPARATOR)
        branch = tree
        for group in groups:
            branch = branch.setdefault(group, {})
        branch[leaf] = index
    return tree


def _shape_of(tree):
    leaves = {name: index for name, index in tree.items() if not isinstance(index, dict)}
    groups = [(name, _key(name, group), _shape_of(group)) for name, group in tree.items() if isinstance(group, dict)]
    names, pick = tuple(leaves), _picker(list(leaves.values()))

    def flat(row):
        return dict(zip(names, pick(row), strict=True))

    def nested(row):
        shaped = flat(row)
        for name, key, shape in groups:
            shaped[name] = None if key is not None and row[key] is None else shape(row)
        return shaped

    return nested if groups else flat


def _key(name, group):
    return None if name.startswith("_") else next(i for i in group.values() if not isinstance(i, dict))


def _picker(indexes):
    if len(indexes) == 1:
        return lambda row: (row[indexes[0]],)
    return itemgetter(*indexes) if indexes else lambda row: ()
