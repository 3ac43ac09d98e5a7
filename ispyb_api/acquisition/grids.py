"""Grids that were scanned: some programs record them with the group of collections, some with a collection."""

from ispyb_api.db.queries import Clause


def of_groups(tx, groups):
    """Return {group: its grids}, those of its collections among them."""
    found = {group: [] for group in groups}
    if found:
        more = tx.part("acquisition.grids_of_collections", groups=list(found))
        slots = {"union": Clause(f"UNION {more.sql}", more.params)} if more else {}
        for grid in tx.all("acquisition.grids", slots, groups=list(found)):
            found[grid.pop("groupId")].append(grid)
    return found


def of_collection(grids, collection_id):
    """Return, of the grids of a group, those that are the collection's, or do not say whose they are."""
    return [grid for grid in grids if grid["dataCollectionId"] in (None, collection_id)]
