"""Maps in the database.  The SQL is in sql/queries/maps/."""

from collections import defaultdict

from ispyb_api.db.listing import conjunction, envelope, page
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound
from ispyb_api.maps import grids

_FILTERS = {
    "xrfFluorescenceMappingId": "xm.xrfFluorescenceMappingId = :m_map",
    "dataCollectionId": "d.dataCollectionId = :m_collection",
    "dataCollectionGroupId": "d.dataCollectionGroupId = :m_group",
    "blSubSampleId": "d.blSubSampleId = :m_position",
}
_VALUES = {
    "xrfFluorescenceMappingId": "m_map",
    "dataCollectionId": "m_collection",
    "dataCollectionGroupId": "m_group",
    "blSubSampleId": "m_position",
}
# The row that stands for a map is found among those of its collection only.
_AMONG = (
    "one.dataCollectionId = (SELECT it.dataCollectionId FROM XRFFluorescenceMapping it"
    " WHERE it.xrfFluorescenceMappingId = :m_map)"
)
_COLUMNS = "way.xrfFluorescenceMappingId, way.gridInfoId, way.dataCollectionId"
_FIRST, _EVERY = "ORDER BY 1 LIMIT :m_first", Clause()
_WAYS = ("maps.maps_of_grids", "maps.maps_of_groups", "maps.maps_of_images")
_ROIS = ("maps.rois_of_grids", "maps.rois_of_groups", "maps.rois_of_images", "maps.rois_of_samples")


class MapRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of the maps that match and that the caller may see."""
        rows = [_shown(row) for row in self._rows(arguments, access)]
        counted = {"union": self._found(arguments, access)}
        return envelope(rows, arguments, lambda: self._tx.total("maps.count_maps", counted))

    def map(self, map_id, access):
        """Return one map, and its values in the order in which they were measured."""
        asked = {"xrfFluorescenceMappingId": map_id, "skip": 0, "limit": 1}
        rows = self._rows(asked, access)
        if not rows:
            raise NotFound(f"No map {map_id}.")
        if rows[0]["GridInfo"] is None:
            raise NotFound(f"No grid is recorded for the map {map_id}.")
        return rows[0], self._values(rows[0])

    def shown(self, map_id, access):
        """Return one map as lists show it."""
        rows = self._rows({"xrfFluorescenceMappingId": map_id, "skip": 0, "limit": 1}, access)
        if not rows:
            raise NotFound(f"No map {map_id}.")
        return _shown(rows[0])

    def whole(self, map_id, access):
        """Return one map with its values, one for each point of the grid; None where nothing was measured."""
        row, values = self.map(map_id, access)
        return {**_shown(row), "values": grids.measured(values, row["GridInfo"])}

    def _rows(self, arguments, access):
        first = Clause(_FIRST, {"m_first": arguments["skip"] + arguments["limit"]})
        found = self._found(arguments, access, first)
        rows = self._tx.all("maps.list_maps", {"union": found, "page": page(arguments)})
        self._give_grids(rows)
        return rows

    def _values(self, found):
        map_id = found["xrfFluorescenceMappingId"]
        if found["dataFormat"] == "rows":
            span = span_of(found, found["GridInfo"])
            part = self._tx.part("maps.values_of_images", xrfFluorescenceMappingId=map_id, **span)
            rows = self._tx.all("maps.values_in_rows", {"union": Clause(f"UNION ALL\n{part.sql}", part.params)})
            return _in_places(rows, span)
        return grids.decoded(self._tx.value("maps.values_of_grid", xrfFluorescenceMappingId=map_id))

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

    def scan(self, collection_id, value, access):
        """Return the grid that a data collection scanned, and what the analysis of its images found, in their order."""
        visible = access.measured("dc", "g.dataCollectionGroupId", "g.sessionId")
        found = self._tx.one("maps.scan", {"visible": visible}, dataCollectionId=collection_id)
        grid = found and self._grid_of({collection_id: found["_groupId"]}).get(collection_id)
        if grid is None:
            raise NotFound(f"No data collection {collection_id} that scanned a grid.")
        span = span_of(found, grid)
        rows = self._tx.all("maps.indicators", dataCollectionId=collection_id, value=value, **span)
        return grid, _in_places(rows, span)

    def _give_grids(self, rows):
        """Give maps that are kept image by image the grid of their collection."""
        wanted = {row["_metadata"]["dataCollectionId"]: row["_groupId"] for row in rows if row["GridInfo"] is None}
        found = self._grid_of(wanted) if wanted else {}
        for row in rows:
            row["GridInfo"] = row["GridInfo"] or found.get(row["_metadata"]["dataCollectionId"])

    def _grid_of(self, collections):
        """Return {dataCollectionId: grid} for {dataCollectionId: its group}, without those that have none."""
        return {each: found[0] for each, found in self.grids_of(collections).items() if found}

    def grids_of(self, collections):
        """Return {dataCollectionId: grids} for {dataCollectionId: its group}: its own, then those of the group only.

        The first is the grid of maps that are kept image by image.
        """
        part = self._tx.part("maps.grids_of_collections", collections=list(collections))
        more = {"union": Clause(f"UNION\n{part.sql}", part.params)} if part else {}
        own, shared = defaultdict(list), defaultdict(list)
        for grid in self._tx.all("maps.grids", more, groups=list(set(collections.values()))):
            group, collection = grid.pop("_groupId"), grid.pop("_collectionId")
            (own[collection] if collection else shared[group]).append(grid)
        return {each: [dict(grid) for grid in own[each] + shared[group]] for each, group in collections.items()}

    def _found(self, arguments, access, first=_EVERY):
        """Return the maps that match, by whichever ways this database keeps them; only the ``first`` of each way."""
        visible = self._visible(access, arguments.get("blSampleId"))
        asked = [name for name in _FILTERS if name in arguments]
        where = conjunction(*(Clause(_FILTERS[name], {_VALUES[name]: arguments[name]}) for name in asked))
        among = f" AND {_AMONG}" if "xrfFluorescenceMappingId" in asked else ""
        parts = [part.sql for part in map(self._tx.part, _WAYS) if part]
        slots = {"/*visible*/": visible.sql, "/*where*/": where.sql, "/*where_image*/": among, "/*page*/": first.sql}
        rows = "".join(f"UNION ALL\nSELECT {_COLUMNS} FROM ({_filled(part, slots)}) way\n" for part in parts)
        return Clause(rows, {**visible.params, **where.params, **first.params})

    def _visible(self, access, sample_id=None):
        """Return the join with the collections that the caller may see, or with those of one sample."""
        visible = access.measured("dc", "g.dataCollectionGroupId", "g.sessionId")
        if sample_id is None:
            return visible
        part = self._tx.part("acquisition.collections_of_sample", blSampleId=sample_id)
        sql = f"{visible.sql} JOIN ({part.sql}) wanted ON wanted.dataCollectionId = d.dataCollectionId"
        return Clause(sql, {**visible.params, **part.params})

    def _seen_rois(self, access):
        if access.everything:
            return Clause()
        visible, contents = self._visible(access), access.contents("p.proposalId")
        mine = self._tx.part("samples.samples_of_proposals").sql.replace("/*visible*/", contents.sql)
        parts = [part.sql for part in map(self._tx.part, _ROIS) if part]
        slots = {"/*visible*/": visible.sql, "/*join*/": f"JOIN ({mine}) mine ON mine.blSampleId = rs.blSampleId"}
        found = "\n UNION\n".join(_filled(part, slots) for part in parts)
        key = "xrfFluorescenceMappingROIId"
        return Clause(f"JOIN ({found}) seen ON seen.{key} = ro.{key}", {**visible.params, **contents.params})


def _filled(text, slots):
    for slot, sql in slots.items():
        text = text.replace(slot, sql)
    return text


def _shown(row):
    """Return a map without what only its values are found by."""
    return {name: value for name, value in row.items() if name not in ("_groupId", "_firstImage")}


def span_of(collection, grid):
    """Return the numbers of the first and the last image of a grid."""
    across, down = grids.size(grid, grids.MOST_IMAGES)
    first = 1 if collection["_firstImage"] is None else collection["_firstImage"]
    return {"first": first, "last": first + across * down - 1}


def _in_places(rows, span):
    """Return the values of numbered images in their places; None where one is missing."""
    values = [None] * (span["last"] - span["first"] + 1)
    for row in rows:
        values[row["imageNumber"] - span["first"]] = row["value"]
    return values
