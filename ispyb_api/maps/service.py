"""Choose regions of interest of fluorescence by hand."""

from ispyb_api.auth.editing import Editor
from ispyb_api.auth.permissions import Permission
from ispyb_api.errors import Conflict, Forbidden, Invalid, NotFound
from ispyb_api.maps.repository_writing import RoiRepository

# What a map was made of: it would tell something else of the map that is there.
_MEASURED = ("startEnergy", "endEnergy", "scalar")


class Rois(Editor):
    noun, rows = "region", RoiRepository

    def mine(self, row_id, unchanged=None, permission=Permission.EDIT_PROPOSALS):
        """Return a region that the caller may change: in every proposal that has it, by its sample or by a map."""
        self._rows.lock(row_id)
        row = self.get(row_id)
        try:
            for proposal_id in self._rows.proposals(row_id) or [None]:
                self._writable(proposal_id, permission)
        except NotFound:
            raise Forbidden("Maps of another proposal were made of this region: choose one of your own.") from None
        if unchanged:
            unchanged(row)
        return row

    def add(self, given):
        """Choose a region for a sample; return it."""
        sample_id = given["blSampleId"]
        self.parent(self._rows.proposal_of_sample(sample_id), "blSampleId", f"sample {sample_id}")
        ordered(given)
        return self.added(self._rows.add(dict(given)), given)

    def change(self, roi_id, given, unchanged):
        """Change a region, if it is ``unchanged`` since the caller read it; return it."""
        row = self.mine(roi_id, unchanged)
        ordered({**row, **given})
        if any(given.get(name, row[name]) != row[name] for name in _MEASURED) and self._rows.has_maps(roi_id):
            raise Conflict("Maps were made of this region: what they show stays.  Its colour and its name may change.")
        self._rows.change(roi_id, given)
        return self.changed(roi_id, given)

    def remove(self, roi_id, unchanged):
        """Remove a region of which no map was made."""
        self.mine(roi_id, unchanged)
        if self._rows.has_maps(roi_id):
            raise Conflict("Maps were made of this region: it stays.")
        self._rows.remove(roi_id)
        self.removed(roi_id)


def ordered(region):
    """Refuse a region that does not begin before it ends."""
    if region["startEnergy"] >= region["endEnergy"]:
        raise Invalid(errors={"endEnergy": ["Must be greater than startEnergy."]})
