"""Write positions on samples, and pictures of samples.  The SQL is in sql/queries/samples/parts.sql."""

from ispyb_api.samples.repository_parts import SampleImageRepository, SubSampleRepository


class _OfSample:
    _tx = None

    def proposal_of(self, sample_id):
        """Return the id of a sample's proposal, None if there is no such sample or it is nobody's."""
        return self._tx.value("samples.proposal_of_sample", blSampleId=sample_id)


class SubSampleWrites(_OfSample, SubSampleRepository):
    """Positions as GET shows them, and the statements that change them; who may, its callers have asked."""

    def lock(self, sub_sample_id):
        """Keep others from changing a position until the transaction ends."""
        self._tx.lock("samples.lock_subsample", blSubSampleId=sub_sample_id)

    def add(self, sample_id, values):
        """Make a position; return its id."""
        return self._tx.add("samples.add_subsample", values, blSampleId=sample_id)

    def change(self, sub_sample_id, values):
        """Change columns of a position."""
        self._tx.change("samples.change_subsample", values, blSubSampleId=sub_sample_id)

    def remove(self, sub_sample_id):
        """Drop a position."""
        if self._tx.part("samples.remove_subsample_positioners"):
            self._tx.run("samples.remove_subsample_positioners", blSubSampleId=sub_sample_id)
        self._tx.run("samples.remove_subsample", blSubSampleId=sub_sample_id)

    def traces(self, sub_sample_id):
        """Return what was done at a position, and what waits to be done, as {words: how many}."""
        return self._tx.one("samples.traces_of_subsample", blSubSampleId=sub_sample_id)

    def put_point(self, sub_sample_id, point_id, values):
        """Move a point, unless something else has it too; make one where there is none; return its id."""
        if point_id is not None and not self._others(sub_sample_id, point_id):
            self._tx.change("samples.change_point", values, positionId=point_id)
            return point_id
        return self._tx.add("samples.add_point", values)

    def _others(self, sub_sample_id, point_id):
        return self._tx.value("samples.others_with_point", positionId=point_id, blSubSampleId=sub_sample_id)

    def sample_of_picture(self, image_id):
        """Return the id of the sample that a picture is of."""
        return self._tx.value("samples.picture_of_sample", blSampleImageId=image_id)


class PictureWrites(_OfSample, SampleImageRepository):
    """Pictures as GET shows them, and the statements that change them; who may, its callers have asked."""

    def __init__(self, tx, address):
        super().__init__(tx)
        self._address = address

    def get(self, image_id, access):
        """Return one picture by its id."""
        return self.one(image_id, access, self._address)

    def lock(self, image_id):
        """Keep others from changing a picture until the transaction ends."""
        self._tx.lock("samples.change_picture", blSampleImageId=image_id)

    def change(self, image_id, values):
        """Change columns of a picture."""
        self._tx.change("samples.change_picture", values, blSampleImageId=image_id)

    def same(self, sample_id, path):
        """Return the id of the sample's picture with this file, or None."""
        return self._tx.value("samples.same_picture", blSampleId=sample_id, imageFullPath=path)

    def add(self, sample_id, path, values):
        """Make a picture; return its id."""
        return self._tx.add("samples.add_picture", values, blSampleId=sample_id, imageFullPath=path)

    def positions(self, image_id):
        """Return how many positions were marked on a picture."""
        part = self._tx.part("samples.positions_on_picture")
        return self._tx.value("samples.positions_on_picture", blSampleImageId=image_id) if part else 0

    def remove(self, image_id):
        """Drop a picture; its file stays."""
        if self._tx.part("samples.remove_picture_positioners"):
            self._tx.run("samples.remove_picture_positioners", blSampleImageId=image_id)
        self._tx.run("samples.remove_picture", blSampleImageId=image_id)
