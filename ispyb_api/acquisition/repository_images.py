"""Images of data collections, and what their analysis found.  The SQL is in sql/queries/acquisition/."""

from ispyb_api.db import cursors
from ispyb_api.db.listing import conjunction, continued, envelope, page
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound


def visible(access):
    """Return the join that leaves the collections the caller may see."""
    return access.measured("dc", "g.dataCollectionGroupId", "g.sessionId")


def require_visible(tx, collection_id, access):
    """Raise NotFound unless the caller may see a data collection."""
    if tx.value("acquisition.is_visible", {"visible": visible(access)}, dataCollectionId=collection_id) is None:
        raise NotFound(f"No data collection {collection_id}.")


class ImageRepository:
    """Images that are recorded one by one."""

    def __init__(self, tx):
        self._tx = tx

    def page(self, collection_id, arguments, access):
        """Return one page of a collection's images, and where it ends."""
        asked = [Clause("im.dataCollectionId = :i_collection", {"i_collection": collection_id})]
        if "imageNumber" in arguments:
            asked.append(Clause("im.imageNumber = :i_number", {"i_number": arguments["imageNumber"]}))
        behind = [_behind(arguments["after"])] if "after" in arguments else []
        require_visible(self._tx, collection_id, access)
        slots = {"visible": visible(access), "where": conjunction(*asked, *behind), "page": page(arguments)}
        rows = self._tx.all("acquisition.list_images", slots)
        counted = {"visible": slots["visible"], "where": conjunction(*asked)}
        count = lambda: self._tx.total("acquisition.count_images", counted)  # noqa: E731
        return continued(rows, arguments, count, lambda row: cursors.written(row["imageNumber"], row["imageId"]))

    def with_numbers(self, collection_id, numbers, access):
        """Return the collection's images with these numbers."""
        asked = Clause(
            "im.dataCollectionId = :i_collection AND im.imageNumber IN (:i_numbers)",
            {"i_collection": collection_id, "i_numbers": numbers},
        )
        return self._tx.all("acquisition.list_images", {"visible": visible(access), "where": conjunction(asked)})


def _behind(cursor):
    """Return the condition on what comes behind a cursor; images without a number come first."""
    image, row = cursors.read(cursor, 2)
    values = {"c_row": cursors.number(row)}
    if not image:
        return Clause("im.imageNumber IS NOT NULL OR im.imageId > :c_row", values)
    values["c_number"] = cursors.number(image)
    return Clause("im.imageNumber > :c_number OR (im.imageNumber = :c_number AND im.imageId > :c_row)", values)


class QualityRepository:
    """What the analysis of single images found."""

    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of images, as parallel lists for each collection; the total is that of images."""
        slots = {**_of_quality(arguments), "visible": visible(access), "page": page(arguments)}
        rows = self._tx.all("acquisition.quality", slots)
        counted = {name: slots[name] for name in ("where", "where_image", "visible")}
        found = envelope(rows, arguments, lambda: self._tx.total("acquisition.count_quality", counted))
        return {**found, "results": _in_parallel(rows)}

    def next(self, collection_id, first, access):
        """Return the number of the collection's first image from ``first`` on, None if there is none."""
        values = {"dataCollectionId": collection_id, "first": first}
        return self._tx.value("acquisition.next_image", {"visible": visible(access)}, **values)

    def between(self, collection_id, first, last, access):
        """Return what was found on images of a collection, those with the numbers ``first`` to ``last``."""
        given = {"dataCollectionId": collection_id, "numbers": (first, last)}
        return self._tx.all("acquisition.quality", {**_of_quality(given), "visible": visible(access)})


def _of_quality(arguments):
    """Return the conditions for both ways in which images are named."""
    slots = {}
    for slot, number in (("where", "q.imageNumber"), ("where_image", "im.imageNumber")):
        asked = []
        for name in ("dataCollectionId", "dataCollectionGroupId"):
            if name in arguments:
                asked.append(Clause(f"d.{name} = :q_{name}", {f"q_{name}": arguments[name]}))
        if "numbers" in arguments:
            first, last = arguments["numbers"]
            asked.append(Clause(f"{number} BETWEEN :q_first AND :q_last", {"q_first": first, "q_last": last}))
        slots[slot] = conjunction(*asked)
    return slots


def _in_parallel(rows):
    found = {}
    for row in rows:
        lists = found.setdefault(row["dataCollectionId"], {"dataCollectionId": row["dataCollectionId"]})
        for name, value in row.items():
            if name != "dataCollectionId":
                lists.setdefault(name, []).append(value)
    return list(found.values())
