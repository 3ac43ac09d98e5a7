"""Maps in the database.  The SQL is in sql/queries/maps/."""

from ispyb_api.db.listing import conjunction, envelope, page
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound
from ispyb_api.maps import grids

_FILTERS = {
    "dataCollectionId": "d.dataCollectionId = :m_collection",
    "dataCollectionGroupId": "d.dataCollectionGroupId = :m_group",
    "blSampleId": "(g.blSampleId = :m_sample OR d.blSampleId = :m_sample)",
    "blSubSampleId": "d.blSubSampleId = :m_position",
}
_VALUES = {"dataCollectionId": "m_collection", "dataCollectionGroupId": "m_group", "blSampleId": "m_sample", "blSubSampleId": "m_position"}  # fmt: skip
# The other rows of a map that is kept image by image belong to the same collection.
_NARROW = {
    "maps.maps_of_grids": "xm.xrfFluorescenceMappingId = :m_map",
    "maps.maps_of_images": "xm.dataCollectionId IN (SELECT one.dataCollectionId FROM XRFFluorescenceMapping one WHERE one.xrfFluorescenceMappingId = :m_map)",
}
_ROIS = ("maps.rois_of_grids", "maps.rois_of_images", "maps.rois_of_samples")


class MapRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of the maps that match and that the caller may see."""
        found = self._found(arguments, access)
        rows = self._tx.all("maps.list_maps", {"union": found, "page": page(arguments)})
        return envelope(rows, arguments, lambda: self._tx.total("maps.count_maps", {"union": found}))

    def get(self, map_id, access):
        """Return one map, without its values."""
        rows = self.page({"xrfFluorescenceMappingId": map_id, "skip": 0, "limit": 2}, access)["results"]
        found = next((row for row in rows if row["xrfFluorescenceMappingId"] == map_id), None)
        if found is None:
            raise NotFound(f"No map {map_id}.")
        return found

    def values(self, found):
        """Return the values of a map, in the order in which they were measured."""
        map_id = found["xrfFluorescenceMappingId"]
        if found["dataFormat"] == "rows":
            part = self._tx.part("maps.values_of_images", xrfFluorescenceMappingId=map_id)
            more = Clause(f"UNION ALL\n{part.sql}", part.params) if part else None
            return in_places(self._tx.all("maps.values_in_rows", {"union": more} if more else {}), "counts")
        data = self._tx.value("maps.values_of_grid", xrfFluorescenceMappingId=map_id)
        if data is None:
            raise grids.no_map()
        return grids.decoded(data)

    def rois(self, arguments, access):
        """Return one page of the regions of interest that match and that the caller may see."""
        asked = [
            Clause(f"ro.{name} = :r_{name}", {f"r_{name}": arguments[name]})
            for name in ("xrfFluorescenceMappingROIId", "blSampleId")
            if name in arguments
        ]
        slots = {"join": self._seen_rois(access), "where": conjunction(*asked), "page": page(arguments)}
        rows = self._tx.all("maps.list_rois", slots)
        counted = {name: slots[name] for name in ("join", "where")}
        return envelope(rows, arguments, lambda: self._tx.total("maps.count_rois", counted))

    def scan(self, collection_id, access):
        """Return the grid that a data collection scanned, and what the analysis of its images found."""
        visible = access.measured("dc", "g.dataCollectionGroupId", "g.sessionId")
        found = self._tx.one("maps.grid_of_collection", {"visible": visible}, dataCollectionId=collection_id)
        if found is None or found["gridInfoId"] is None:
            raise NotFound(f"No data collection {collection_id} that scanned a grid.")
        return found, self._tx.all("maps.indicators", dataCollectionId=collection_id)

    def _found(self, arguments, access):
        """Return the maps that match, by whichever ways this database keeps them."""
        visible = access.measured("dc", "g.dataCollectionGroupId", "g.sessionId")
        asked = [Clause(sql, {_VALUES[name]: arguments[name]}) for name, sql in _FILTERS.items() if name in arguments]
        rows, values = [], {}
        for name, narrow in _NARROW.items():
            part = self._tx.part(name)
            if part is not None:
                map_id = arguments.get("xrfFluorescenceMappingId")
                one = Clause(narrow, {"m_map": map_id}) if map_id is not None else None
                where = conjunction(*asked, one)
                rows.append(part.sql.replace("/*visible*/", visible.sql).replace("/*where*/", where.sql))
                values |= {**visible.params, **where.params}
        return Clause("".join(f"UNION ALL\n{each}\n" for each in rows), values)

    def _seen_rois(self, access):
        if access.everything:
            return Clause()
        visible = access.measured("dc", "g.dataCollectionGroupId", "g.sessionId")
        contents = access.contents("COALESCE(sh.proposalId, pr.proposalId)")
        parts = [part for part in map(self._tx.part, _ROIS) if part]
        rows = [
            part.sql.replace("/*visible*/", visible.sql).replace("/*visible_sample*/", contents.sql) for part in parts
        ]
        key = "xrfFluorescenceMappingROIId"
        found = "\n UNION\n".join(rows)
        return Clause(f"JOIN ({found}) seen ON seen.{key} = ro.{key}", {**visible.params, **contents.params})


def in_places(rows, column):
    """Return the values of numbered images in their places; None where one is missing."""
    numbers = [row["imageNumber"] for row in rows if 0 < row["imageNumber"] <= grids.MOST_POINTS]
    values = [None] * max(numbers, default=0)
    for row in rows:
        if 0 < row["imageNumber"] <= len(values):
            values[row["imageNumber"] - 1] = row[column]
    return values
