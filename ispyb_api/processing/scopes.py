"""Of which data collections something is asked: of one, of a group or a session of them, or of samples."""

from ispyb_api.db.listing import conjunction
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotInThisDatabase

# Conditions on collections ``d`` and their groups ``g``.
_COLUMNS = {
    "dataCollectionId": "d.dataCollectionId",
    "dataCollectionGroupId": "g.dataCollectionGroupId",
    "sessionId": "g.sessionId",
}
_OF_SAMPLES = {
    "blSampleId": "processing.collections_of_sample",
    "blSampleGroupId": "processing.collections_of_sample_group",
    "containerId": "processing.collections_of_container",
    "proteinId": "processing.collections_of_protein",
}


def conditions(arguments):
    """Return the conditions on the collections and on their groups."""
    given = [(column, name) for name, column in _COLUMNS.items() if name in arguments]
    return [Clause(f"{column} = :k_{name}", {f"k_{name}": arguments[name]}) for column, name in given]


def where(arguments):
    """Return the same for the slot ``where``."""
    return conjunction(*conditions(arguments))


def visible(tx, access, arguments):
    """Return the joins that leave the collections the caller may see, and those of the samples that are asked for."""
    mine = access.measured("dc", "g.dataCollectionGroupId", "g.sessionId")
    sql, params = [], dict(mine.params)
    for name, part in _OF_SAMPLES.items():
        if name in arguments:
            sampled = tx.part(part, **{name: arguments[name]})
            if sampled is None:
                raise NotInThisDatabase(f"This database cannot tell what belongs to a {name}.")
            sql.append(f"JOIN ({sampled.sql}) by_{name} ON by_{name}.dataCollectionId = d.dataCollectionId")
            params |= sampled.params
    return Clause("\n  ".join(filter(None, [*sql, mine.sql])), params)
