"""Write maps.  The SQL is in sql/queries/maps/writing.sql."""

_TABLE = "XRFFluorescenceMapping"
_KEY, _ROI = "xrfFluorescenceMappingId", "xrfFluorescenceMappingROIId"
_POINT = ("dataCollectionId", _ROI, "imageNumber", "counts")


class MapWrites:
    """The statements of one transaction; who may, its callers have asked."""

    def __init__(self, tx):
        self._tx = tx

    @property
    def in_one_row(self):
        """Tell whether this database keeps all values of a map in one row, for a grid."""
        return "data" in self._tx.columns(_TABLE)

    def faults(self, values):
        """Return what the table cannot hold of a map."""
        return self._tx.faults(_TABLE, values)

    def region_faults(self, values):
        """Return what the table cannot hold of a region."""
        return self._tx.faults("XRFFluorescenceMappingROI", values)

    def scanned(self, collection_id):
        """Return the group, the first image and the sample of a data collection."""
        return self._tx.one("maps.scanned", dataCollectionId=collection_id)

    def of_grid(self, grid_id, roi_id):
        """Return the map of a grid and a region that is kept in one row, or None."""
        return self._known("maps.map_of_grid", gridInfoId=grid_id, **{_ROI: roi_id})

    def of_collection(self, collection_id, roi_id):
        """Return the map of a data collection and a region that is kept image by image, or None."""
        return self._known("maps.map_of_collection", dataCollectionId=collection_id, **{_ROI: roi_id})

    def regions(self, collection_id, grid_id):
        """Return the regions of which there are maps already, and what they are of."""
        ways = (
            ("maps.regions_of_grid", {"gridInfoId": grid_id}),
            ("maps.regions_of_collection", {"dataCollectionId": collection_id}),
        )
        known = [(name, key) for name, key in ways if self._tx.part(name) is not None]
        ids = {row[_ROI] for name, key in known for row in self._tx.all(name, **key)}
        return self._tx.all("maps.regions", regions=sorted(ids)) if ids else []

    def add_region(self, values, sample_id):
        """Make a region, of the sample if this database keeps whose it is; return its id."""
        of = {"blSampleId": sample_id} if "blsampleid" in self._tx.columns("XRFFluorescenceMappingROI") else {}
        energies = {name: values[name] for name in ("startEnergy", "endEnergy")}
        others = {name: value for name, value in values.items() if name not in energies}
        return self._tx.add("maps.add_roi", {**others, **of}, **energies)

    def add(self, roi_id, values):
        """Make a map that is kept in one row; return its id."""
        return self._tx.add("maps.add_map", values, **{_ROI: roi_id})

    def change(self, map_id, values):
        """Change columns of a map, of its first row if it has several."""
        self._tx.change("maps.change_map", values, **{_KEY: map_id})

    def data(self, map_id):
        """Return the values of a map that is kept in one row as they are stored; None if there are none."""
        return self._tx.value("maps.values_of_grid", **{_KEY: map_id})

    def put_points(self, collection_id, roi_id, counts):
        """Record what was counted, {number of an image: counts}.

        Rows that are there are changed, never replaced: the first of them is the map's id.
        """
        span = {"first": min(counts), "last": max(counts)}
        rows = self._tx.all("maps.points_of_map", dataCollectionId=collection_id, **{_ROI: roi_id}, **span)
        others = [row for row in rows if row["counts"] != counts[row["imageNumber"]]]
        self._tx.change_all(
            "maps.change_points", _KEY, [(row[_KEY], {"counts": counts[row["imageNumber"]]}) for row in others]
        )
        there = {row["imageNumber"] for row in rows}
        new = [
            (collection_id, roi_id, number, value)
            for number, value in counts.items()
            if value is not None and number not in there
        ]
        if new:
            self._tx.add_many("maps.add_points", list(_POINT), new)

    def _known(self, name, **key):
        return None if self._tx.part(name) is None else self._tx.value(name, **key)
