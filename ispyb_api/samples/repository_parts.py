"""Positions on samples, and pictures of samples, in the database.  The SQL is in sql/queries/samples/."""

from ispyb_api.db.listing import Listing, envelope
from ispyb_api.errors import NotFound
from ispyb_api.samples.visible import collections, put, samples

_COLLECTIONS = (
    "(SELECT COUNT(*) FROM DataCollection m"
    " LEFT JOIN DataCollectionGroup mg ON mg.dataCollectionGroupId = m.dataCollectionGroupId /*visible_sessions*/"
    " WHERE m.blSubSampleId = ss.blSubSampleId)"
)

SUB_SAMPLES = Listing(
    filters={
        "blSubSampleId": ("ss.blSubSampleId", "eq"),
        "blSampleId": ("ss.blSampleId", "eq"),
        "containerId": ("sm.containerId", "eq"),
        "proteinId": ("cr.proteinId", "eq"),
    },
    sorts={"blSubSampleId": "ss.blSubSampleId", "datacollections": _COLLECTIONS},
    default_sort="-blSubSampleId",
    tie_breaker="ss.blSubSampleId",
)

IMAGES = Listing(
    filters={"blSampleImageId": ("im.blSampleImageId", "eq"), "blSampleId": ("im.blSampleId", "eq")},
    sorts={"blSampleImageId": "im.blSampleImageId"},
    default_sort="-blSampleImageId",
    tie_breaker="im.blSampleImageId",
)


class SubSampleRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of the positions that match and that the caller may see."""
        visible, named = samples(self._tx, arguments, access)
        sessions = collections(access)
        slots = SUB_SAMPLES.slots(arguments, visible=visible, visible_sessions=sessions)
        slots["where"] = SUB_SAMPLES.where(arguments, named)
        if arguments.get("order_by") == "datacollections":
            slots["order"] = put(slots["order"].sql, visible_sessions=sessions)
        rows = [_finished(row) for row in self._tx.all("samples.list_subsamples", slots)]
        count = {"visible": visible, "where": slots["where"]}
        return envelope(rows, arguments, lambda: self._tx.total("samples.count_subsamples", count))

    def get(self, sub_sample_id, access):
        """Return one position by its id."""
        found = self.page({"blSubSampleId": sub_sample_id, "skip": 0, "limit": 2}, access)["results"]
        if not found:
            raise NotFound(f"No sub-sample {sub_sample_id}.")
        return found[0]


class SampleImageRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access, address):
        """Return one page of the pictures that match and that the caller may see; each is to be had below ``address``."""
        visible, _ = samples(self._tx, arguments, access)
        page = IMAGES.read(self._tx, "samples.list_images", "samples.count_images", arguments, visible=visible)
        for row in page["results"]:
            row["_metadata"] = {"url": f"{address}/{row['blSampleImageId']}"}
        return page

    def one(self, image_id, access, address):
        """Return one picture by its id."""
        found = self.page({"blSampleImageId": image_id, "skip": 0, "limit": 2}, access, address)["results"]
        if not found:
            raise NotFound(f"No picture {image_id} of a sample.")
        return found[0]

    def path(self, image_id, access):
        """Return the path of one picture's file."""
        return self.one(image_id, access, "")["imageFullPath"]


def _finished(row):
    row["BLSample"] = row.pop("_BLSample")
    types = row["_metadata"]["types"]
    row["_metadata"]["types"] = sorted(set(filter(None, (types or "").split(","))))
    for position in filter(None, (row["Position1"], row["Position2"])):
        position.update(posX=_plain(position["posX"]), posY=_plain(position["posY"]))
    return row


def _plain(number):
    """Return a whole number without a point: clients of the contract take these for integers."""
    return int(number) if number is not None and number == int(number) else number
