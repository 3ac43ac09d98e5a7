"""Mark positions on samples, and record pictures of samples."""

from ispyb_api.auth.editing import Editor
from ispyb_api.auth.permissions import Permission
from ispyb_api.auth.writing import proposal_to_record
from ispyb_api.errors import Conflict, Invalid, NotFound
from ispyb_api.plans import forgetting
from ispyb_api.samples.repository_parts_writing import PictureWrites, SubSampleWrites
from ispyb_api.samples.words import TRACES

_POINTS = {"Position1": "positionId", "Position2": "position2Id"}


class SubSamples(Editor):
    noun, rows = "sub-sample", SubSampleWrites

    def proposal_of(self, row):
        return self._rows.proposal_of(row["blSampleId"])

    def add(self, given):
        """Mark a position on a sample; return it."""
        values = dict(given)
        sample_id = values.pop("blSampleId")
        self.parent(self._rows.proposal_of(sample_id), "blSampleId", f"sample {sample_id}")
        points = self._points(values)
        self._of_picture(values, sample_id)
        placed = {_POINTS[name]: self._rows.put_point(0, None, point) for name, point in points.items() if point}
        return self.added(self._rows.add(sample_id, {**values, **placed}), given)

    def change(self, sub_sample_id, given, unchanged):
        """Change a position, if it is ``unchanged`` since the caller read it; return it."""
        row, values = self.mine(sub_sample_id, unchanged), dict(given)
        points = self._points(values)
        self._of_picture(values, row["blSampleId"])
        for name, point in points.items():
            now = (row[name] or {}).get("positionId")
            values[_POINTS[name]] = self._rows.put_point(sub_sample_id, now, point) if point else None
        self._rows.change(sub_sample_id, values)
        return self.changed(sub_sample_id, given)

    def remove(self, sub_sample_id, unchanged):
        """Remove a position at which nothing was done."""
        plan_id = self.mine(sub_sample_id, unchanged)["diffractionPlanId"]
        done = [f"{number} {TRACES[name]}" for name, number in self._rows.traces(sub_sample_id).items() if number]
        if done:
            raise Conflict(f"The sub-sample has {', '.join(done)}: it stays.")
        self._rows.remove(sub_sample_id)
        forgetting.drop_unowned(self._tx, [plan_id] if plan_id else [])
        self.removed(sub_sample_id)

    def take_plan(self, sub_sample_id, plan_id):
        """Give a position a plan, or none."""
        self._rows.change(sub_sample_id, {"diffractionPlanId": plan_id})

    @staticmethod
    def _points(values):
        return {name: values.pop(name) for name in _POINTS if name in values}

    def _of_picture(self, values, sample_id):
        image_id = values.get("blSampleImageId")
        if image_id is not None and self._rows.sample_of_picture(image_id) != sample_id:
            raise Invalid(errors={"blSampleImageId": ["No picture of this sample."]})


class Pictures(Editor):
    """Pictures of samples, each to be had below ``address``."""

    noun = "picture"

    def __init__(self, tx, access, address):
        self._tx, self._access = tx, access
        self._rows = PictureWrites(tx, address)

    def proposal_of(self, row):
        return self._rows.proposal_of(row["blSampleId"])

    def add(self, given):
        """Record a picture, unless the sample has one with this file; return it, and whether it is new.

        Staff and instruments may: whoever says where a file is can read it then.
        """
        values = dict(given)
        sample_id, path = values.pop("blSampleId"), values.pop("imageFullPath")
        self._recordable(sample_id)
        same = self._rows.same(sample_id, path)
        if same is not None:
            return self.get(same), False
        return self.added(self._rows.add(sample_id, path, values), given), True

    def change(self, image_id, given, unchanged):
        """Change what is known of a picture, if it is ``unchanged`` since the caller read it; return it."""
        self.mine(image_id, unchanged)
        self._rows.change(image_id, given)
        return self.changed(image_id, given)

    def remove(self, image_id, unchanged):
        """Remove a picture on which no positions were marked; its file stays."""
        self.mine(image_id, unchanged)
        if number := self._rows.positions(image_id):
            raise Conflict(f"{number} positions were marked on the picture: remove them first.")
        self._rows.remove(image_id)
        self.removed(image_id)

    def _recordable(self, sample_id):
        proposal_id = self._rows.proposal_of(sample_id)
        try:
            if proposal_id is None:
                raise NotFound("It is nobody's.")
            proposal_to_record(self._tx, self._access, proposal_id, Permission.INGEST_DATA)
        except NotFound:
            raise Invalid(errors={"blSampleId": [f"No sample {sample_id}, or none that you may see."]}) from None
