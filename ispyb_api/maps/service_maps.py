"""Record maps of fluorescence: whole, or piece by piece while the grid is scanned."""

from ispyb_api.acquisition.service import Recorder
from ispyb_api.auth.writing import record
from ispyb_api.errors import Invalid, NotFound
from ispyb_api.maps import grids
from ispyb_api.maps.repository import MapRepository, span_of
from ispyb_api.maps.repository_maps import MapWrites
from ispyb_api.maps.repository_writing import RoiRepository
from ispyb_api.maps.schemas_new import MOST_VALUES
from ispyb_api.maps.service import ordered

_ROI, _REGION = "xrfFluorescenceMappingROIId", "XRFFluorescenceMappingROI"
_SAME = ("startEnergy", "endEnergy", "element", "edge", "scalar")  # what makes two regions one
_NOT_COLUMNS = (_ROI, _REGION, "gridInfoId", "values", "first")


class Maps(Recorder):
    def __init__(self, tx, access):
        super().__init__(tx, access)
        self._maps, self._reads, self._regions = MapWrites(tx), MapRepository(tx), RoiRepository(tx)

    def get(self, map_id):
        """Return a map with its values as the caller sees it."""
        return self._reads.whole(map_id, self._access)

    def put(self, collection_id, given):
        """Record maps of a data collection; one of a grid and region that is there is changed.  Return all of them."""
        if sum(len(row["values"]) for row in given) > MOST_VALUES:
            raise Invalid(errors={"body": [f"No more than {MOST_VALUES} values in one request."]})
        session = self.session_of_collection(collection_id)
        scanned = self._maps.scanned(collection_id)
        found = self._reads.grids_of({collection_id: scanned["_groupId"]})[collection_id]
        ids, errors = [], {}
        for place, row in enumerate(given):
            try:
                ids.append(self._put(session, collection_id, scanned, found, row))
                if ids[-1] in ids[:-1]:
                    raise Invalid(errors={_ROI: ["Is in the list twice."]})
            except Invalid as exc:
                errors |= _below(f"[{place}].", exc)
        if errors:
            raise Invalid(errors=errors)
        changes = {"maps": ids, "values": sum(len(row["values"]) for row in given)}
        record(self._tx, self._access, "maps recorded", f"collection {collection_id}", changes)
        return [self._reads.shown(map_id, self._access) for map_id in ids]

    def change(self, map_id, given, unchanged):
        """Change a map, if it is ``unchanged`` since the caller read it; return it with its values."""
        collection_id = self._reads.shown(map_id, self._access)["_metadata"]["dataCollectionId"]
        session = self.session(self._writes.session_of_collection(collection_id), what=f"map {map_id}")
        row = self.get(map_id)
        unchanged(row)
        if "first" in given and "values" not in given:
            raise Invalid(errors={"first": ["Says where values begin: send them."]})
        self._fitting(session, given)
        grid, roi_id = row["GridInfo"], row[_REGION][_ROI]
        if row["dataFormat"] == "rows":
            self._put_images(collection_id, self._maps.scanned(collection_id), grid, roi_id, given, map_id)
        else:
            self._put_row(grid, roi_id, given, map_id)
        self._in_order(map_id, given)
        noted = {**given, "values": len(given["values"])} if "values" in given else given
        record(self._tx, self._access, "map changed", f"map {map_id}", noted)
        return self.get(map_id)

    def _put(self, session, collection_id, scanned, found, row):
        """Record one map; return its id."""
        self._fitting(session, row)
        grid = self._grid(collection_id, found, row)
        roi_id = self._region(session, collection_id, scanned, grid, row)
        map_id = self._maps.of_grid(grid["gridInfoId"], roi_id)
        by_image = None if map_id else self._maps.of_collection(collection_id, roi_id)
        if by_image or not self._maps.in_one_row:
            if grid is not found[0]:
                raise Invalid(
                    errors={"gridInfoId": [f"Maps of data collection {collection_id} are of its first grid."]}
                )
            map_id = self._put_images(collection_id, scanned, grid, roi_id, row, by_image)
        else:
            map_id = self._put_row(grid, roi_id, row, map_id)
        self._in_order(map_id, row)
        return map_id

    def _put_row(self, grid, roi_id, given, map_id):
        """Record a map in one row; return its id."""
        values = _columns(given)
        if "values" in given:
            points = self._joined(grid, map_id, given)
            values["points"] = sum(value is not None for value in points)
            values["data"], values["dataFormat"] = grids.encoded(points)
        if map_id is None:
            return self._maps.add(roi_id, {"gridInfoId": grid["gridInfoId"], **values})
        self._maps.change(map_id, values)
        return map_id

    def _joined(self, grid, map_id, given):
        """Return all values of a map: those that are sent, and around them those that were there."""
        values, before = given["values"], _before(given)
        wanted = _fits(grid, given)
        stored = self._maps.data(map_id) if map_id and len(values) < wanted else None
        try:
            known = grids.measured([] if stored is None else grids.decoded(stored), grid)
        except NotFound:
            raise Invalid(errors={"values": ["What is stored cannot be read: send a value for each point."]}) from None
        return known[:before] + values + known[before + len(values) :]

    def _put_images(self, collection_id, scanned, grid, roi_id, given, map_id):
        """Record a map image by image; return its id."""
        if "values" in given:
            _fits(grid, given, grids.MOST_IMAGES)
            first = span_of(scanned, grid)["first"] + _before(given)
            self._maps.put_points(collection_id, roi_id, dict(enumerate(given["values"], first)))
        map_id = map_id or self._maps.of_collection(collection_id, roi_id)
        self._maps.change(map_id, _columns(given))
        return map_id

    def _fitting(self, session, given):
        """Refuse what the database has no place for, and runs of programs that are not the proposal's."""
        faults = self._maps.faults(_columns(given))
        program = given.get("autoProcProgramId")
        if not faults and program and not self._writes.are_programs_of({program}, session["proposalId"]):
            faults["autoProcProgramId"] = [f"No run of {session['proposal']}."]
        if faults:
            raise Invalid(errors=faults)

    def _grid(self, collection_id, found, row):
        """Return the grid that is meant, of those that a data collection has."""
        wanted = row.get("gridInfoId")
        if not found and wanted is None:
            raise Invalid(errors={"gridInfoId": [f"Data collection {collection_id} has no grid: record that first."]})
        for grid in found:
            if wanted in (None, grid["gridInfoId"]):
                return grid
        raise Invalid(errors={"gridInfoId": [f"No grid of data collection {collection_id}."]})

    def _region(self, session, collection_id, scanned, grid, row):
        """Return the id of the region that is named, or of one as it is described."""
        if (_ROI in row) == (_REGION in row):
            raise Invalid(errors={_ROI: [f"Give it or {_REGION}, one of them."]})
        if _ROI in row:
            return self._own_region(session, row[_ROI])
        described = row[_REGION]
        try:
            ordered(described)
            if faults := self._maps.region_faults(described):
                raise Invalid(errors=faults)
        except Invalid as exc:
            raise Invalid(errors=_below(f"{_REGION}.", exc)) from None
        for known in self._maps.regions(collection_id, grid["gridInfoId"]):
            if all(known[name] == described.get(name) for name in _SAME):
                return known[_ROI]
        return self._maps.add_region(described, scanned["blSampleId"])

    def _own_region(self, session, roi_id):
        """Refuse a region that the caller does not see, or that is another proposal's, too."""
        try:
            self._regions.get(roi_id, self._access)
            if set(self._regions.proposals(roi_id)) <= {session["proposalId"]}:
                return roi_id
        except NotFound:
            pass
        raise Invalid(errors={_ROI: [f"No region of {session['proposal']}."]})

    def _in_order(self, map_id, given):
        """Refuse limits that are not, now that one that was sent is there with another that stayed."""
        if given.get("min") is None and given.get("max") is None:
            return
        row = self._reads.shown(map_id, self._access)
        if row["min"] is not None and row["max"] is not None and row["min"] >= row["max"]:
            raise Invalid(errors={"min": ["Must be less than max."]})


def _columns(given):
    return {name: value for name, value in given.items() if name not in _NOT_COLUMNS}


def _before(given):
    """Return how many points come before the values that are sent."""
    return given.get("first", 1) - 1


def _fits(grid, given, most=grids.MOST_POINTS):
    """Return how many points a grid has; refuse values for more, or for a grid of no size."""
    try:
        across, down = grids.size(grid, most)
    except NotFound as exc:
        raise Invalid(errors={"gridInfoId": [str(exc)]}) from None
    if _before(given) + len(given["values"]) > across * down:
        raise Invalid(errors={"values": [f"The grid has {across * down} points."]})
    return across * down


def _below(where, invalid):
    """Return messages with where they are before the names of their fields."""
    return {f"{where}{name}": each for name, each in invalid.errors.items()}
