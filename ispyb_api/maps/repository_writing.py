"""Regions of interest of fluorescence, one by one.  The SQL is in sql/queries/maps/rois.sql."""

from ispyb_api.errors import NotFound
from ispyb_api.maps.repository import MapRepository

_KEY = "xrfFluorescenceMappingROIId"
# Whose a region is: its sample's, and that of every map made of it.  What a database has no columns for is left out.
_OWNERS = ("maps.sample_of_roi", "maps.grids_of_roi", "maps.groups_of_roi", "maps.images_of_roi")


class RoiRepository:
    def __init__(self, tx):
        self._tx = tx

    def get(self, roi_id, access):
        """Return one region by its id."""
        found = MapRepository(self._tx).rois({_KEY: roi_id, "skip": 0, "limit": 2}, access)["results"]
        if not found:
            raise NotFound(f"No region {roi_id}.")
        return found[0]

    def lock(self, roi_id):
        """Keep others from changing a region until the transaction ends."""
        self._tx.lock("maps.change_roi", **{_KEY: roi_id})

    def proposals(self, roi_id):
        """Return the ids of all proposals whose a region is, whoever may see them."""
        known = [name for name in _OWNERS if self._tx.part(name) is not None]
        rows = [row for name in known for row in self._tx.all(name, **{_KEY: roi_id})]
        return sorted({row["proposalId"] for row in rows} - {None})

    def proposal_of_sample(self, sample_id):
        """Return the id of a sample's proposal, None if there is no such sample or it is nobody's."""
        return self._tx.value("samples.proposal_of_sample", blSampleId=sample_id)

    def has_maps(self, roi_id):
        """Tell whether a map was made of a region."""
        return self._tx.value("maps.map_of_roi", **{_KEY: roi_id}) is not None

    def add(self, values):
        """Make a region; return its id."""
        key = {name: values.pop(name) for name in ("startEnergy", "endEnergy")}
        return self._tx.add("maps.add_roi", values, **key)

    def change(self, roi_id, values):
        """Change columns of a region."""
        self._tx.change("maps.change_roi", values, **{_KEY: roi_id})

    def remove(self, roi_id):
        self._tx.run("maps.remove_roi", **{_KEY: roi_id})
