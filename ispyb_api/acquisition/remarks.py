"""Comments on what was measured, with author and time.  The SQL is in sql/queries/acquisition/comments.sql."""

from dataclasses import dataclass

from ispyb_api.acquisition.service import Recorder
from ispyb_api.auth.writing import record
from ispyb_api.errors import Invalid, NotFound
from ispyb_api.http.fields import moment


@dataclass(frozen=True)
class Remarked:
    """What can be commented on: its table and key, how ``Access.measured`` finds what is visible of it, and its queries."""

    noun: str
    table: str
    key: str
    visible: tuple
    stored: str
    change: str


_BY_GROUP = ("dc", "g.dataCollectionGroupId", "g.sessionId")

COLLECTION = Remarked(
    "collection",
    "DataCollection",
    "dataCollectionId",
    _BY_GROUP,
    "acquisition.comments_of_collection",
    "acquisition.change_collection",
)
GROUP = Remarked(
    "group",
    "DataCollectionGroup",
    "dataCollectionGroupId",
    _BY_GROUP,
    "acquisition.comments_of_group",
    "acquisition.change_group",
)
ENERGY_SCAN = Remarked(
    "energy scan",
    "EnergyScan",
    "energyScanId",
    ("es", "es.energyScanId", "es.sessionId"),
    "acquisition.comments_of_energy_scan",
    "acquisition.change_energy_scan",
)
SPECTRUM = Remarked(
    "spectrum",
    "XFEFluorescenceSpectrum",
    "xfeFluorescenceSpectrumId",
    ("xrf", "xs.xfeFluorescenceSpectrumId", "xs.sessionId"),
    "acquisition.comments_of_spectrum",
    "acquisition.change_spectrum",
)


class Remarks(Recorder):
    """The comments of one kind of rows, as one caller writes them in one transaction."""

    def __init__(self, tx, access, kind):
        super().__init__(tx, access)
        self._kind = kind

    def append(self, row_id, text):
        """Add a text, with who says it and when, below what is there."""
        stored = self._locked(row_id)
        earlier, now = stored["comments"] or "", moment(stored["now"])[:16].replace("T", " ")
        said = f"[{now} {_author(self._access.identity)}] {text}"
        whole = f"{earlier}\n{said}" if earlier else said
        if faults := self._tx.faults(self._kind.table, {"comments": whole}):
            added = len(whole) - len(earlier)
            there = f"There are {len(earlier)} characters, this adds {added} with who says it and when. "
            raise Invalid(errors={"comments": [there + fault for fault in faults["comments"]]})
        self._tx.change(self._kind.change, {"comments": whole}, **{self._kind.key: row_id})
        noun = self._kind.noun
        record(self._tx, self._access, f"{noun} commented", f"{noun} {row_id}", {"comments": text})

    def _locked(self, row_id):
        """Return what is there, of a row that the caller may comment on, once nobody else can."""
        session_id = self._stored(row_id)["sessionId"]
        self.session_of(session_id, {}, lambda: self._stored(row_id))
        self._tx.lock(self._kind.change, **{self._kind.key: row_id})
        return self._stored(row_id)

    def _stored(self, row_id):
        """Return the comments of a row that the caller may see, its session and the facility's clock."""
        visible = self._access.measured(*self._kind.visible)
        found = self._tx.one(self._kind.stored, {"visible": visible}, **{self._kind.key: row_id})
        if found is None:
            raise NotFound(f"No {self._kind.noun} {row_id}.")
        return found


def _author(identity):
    names = " ".join(filter(None, (identity.givenName, identity.familyName)))
    return f"{names} ({identity.login})" if names else identity.login
