"""Reports on a session: what was collected, and what came of it."""

from ispyb_api.compat.java_rest import gson
from ispyb_api.compat.java_rest.papers import printing
from ispyb_api.compat.java_rest.repository_groups import Groups
from ispyb_api.compat.java_rest.repository_sessions import Sessions
from ispyb_api.errors import NotFound
from ispyb_api.files import serving
from ispyb_api.http.services import services

MOST, _PICTURED = 1000, 200  # groups in a report, and those of them with pictures
_LARGEST = 8_000_000  # bytes of a picture's file

# Columns, and how wide they are: together as many millimetres as a sheet has on its side.
_COLLECTED = (
    ("Start", 19),
    ("Kind", 15),
    ("Sample", 20),
    ("Protein", 16),
    ("Files", 28),
    ("Images", 15),
    ("Resolution\n(Å)", 20),
    ("Wavelength\n(Å)", 21),
    ("Exposure\n(s)", 18),
    ("Transmission\n(%)", 24),
    ("Status, remarks", 30),
    ("Crystal", 20),
    ("Diffraction", 21),
)
_PROCESSED = (
    ("Start", 19),
    ("Sample", 22),
    ("Protein", 18),
    ("Files", 34),
    ("Programs", 26),
    ("Space group", 24),
    ("Cell (Å, °)", 40),
    ("Resolution\n(Å)", 24),
    ("Completeness\n(%)", 26),
    ("Rmerge", 16),
    ("Phasing", 18),
)


class Reports:
    """Reports on sessions of the proposal, of what the caller may see."""

    def __init__(self, call):
        self._call, self._site, self._diffraction = call, services().settings.site, {}

    def collected(self, session, kind, most):
        """Return the name and the content of a report on what was collected in a session; ``kind`` is "pdf" or "docx"."""
        return self._written(session, kind, most, "Report", "Data collections", _COLLECTED, self._collection)

    def processed(self, session, kind, most):
        """Return the same of what came of it."""
        return self._written(session, kind, most, "AnalysisReport", "Results", _PROCESSED, self._result)

    def _written(self, session, kind, most, name, heading, columns, row_of):
        found = Sessions(self._call).among([session])
        if not found:
            raise NotFound(f"No session {session} of this proposal.")
        groups = [row for row in Groups(self._call).of_sessions([session]) if row["totalNumberOfImages"]]
        shown = groups[: min(most or MOST, MOST)]
        self._diffraction = self._thumbnails(shown[:_PICTURED])
        with printing():
            from ispyb_api.reports import papers  # noqa: PLC0415 - an extra's

            rows = [row_of(row, number < _PICTURED) for number, row in enumerate(shown)]
            names, widths = zip(*columns, strict=True)
            tables = [papers.Table(names, rows, heading, widths)] if rows else []
            proposal = f"{self._call.proposal['proposalCode']}{self._call.proposal['proposalNumber']}"
            visit = found[0]["visit_number"]
            title = f"{heading} of {proposal}" + (f"-{visit}" if visit else "")
            paper = papers.Paper(title, self._about(found[0], len(shown), len(groups)), tables)
            made = getattr(papers, kind)(paper, self._site.logo or None)
        day = str(gson.moment(found[0]["BLSession_startDate"]) or "")[:10]
        return "_".join(filter(None, (name, proposal, found[0]["beamLineName"], day))) + f".{kind}", made

    def _thumbnails(self, groups):
        """Return {image: path} of the small pictures of the groups' last images."""
        images = [row["lastImageId"] for row in groups if row["lastImageId"]]
        slots = {"visible": self._call.access.measured("dc", "g.dataCollectionGroupId", "s.sessionId")}
        rows = self._call.tx.all(
            "java_rest.thumbnails_of_images", slots, proposalId=self._call.proposal_id, images=images
        )
        return {row["imageId"]: row["jpegThumbnailFileFullPath"] for row in rows}

    def _about(self, session, shown, groups):
        begun, ended = (gson.stamp(session[f"BLSession_{name}Date"]) or "" for name in ("start", "end"))
        said = {
            "Title": session["Proposal_title"],
            "Beamline": session["beamLineName"],
            "From": f"{begun} to {ended}" if ended else begun,
            "Operator": session["beamLineOperator"],
            "Remarks": session["comments"],
            "Shown": f"the latest {shown} of {groups}" if shown < groups else "",
        }
        lines = [self._site.name, *(f"{what}: {value}" for what, value in said.items() if value)]
        return (*lines, *([] if groups else ["Nothing was collected in this session."]))

    def _collection(self, row, pictured):
        said = (row["DataCollection_runStatus"], row["DataCollectionGroup_comments"])
        return [
            _at(row["DataCollectionGroup_startTime"]),
            row["DataCollectionGroup_experimentType"],
            row["BLSample_name"],
            row["Protein_acronym"],
            _files(row),
            row["totalNumberOfImages"],
            _number(row["DataCollection_resolution"], 2),
            _number(row["DataCollection_wavelength"], 4),
            _number(row["DataCollection_exposureTime"], 4),
            _number(row["transmission"], 1),
            "\n".join(filter(None, said)),
            _picture(row["DataCollectionGroup_xtalSnapshotFullPath"] or row["DataCollection_xtalSnapshotFullPath1"])
            if pictured
            else "",
            _picture(self._diffraction.get(row["lastImageId"])) if pictured else "",
        ]

    def _result(self, row, pictured):
        cell = [_number(row.get(f"cell_{name}"), 2) for name in ("a", "b", "c", "alpha", "beta", "gamma")]
        programs = dict.fromkeys(filter(None, (row.get("processingPrograms") or "").split(", ")))
        phased = [name for name, found in (("SAD", row.get("hasPhasing")), ("MR", row.get("hasMR"))) if found]
        limits = [_number(row.get(f"resolutionLimit{name}"), 2) for name in ("Low", "High")]
        return [
            _at(row.get("DataCollectionGroup_startTime")),
            row.get("BLSample_name"),
            row.get("Protein_acronym"),
            _files(row),
            "\n".join(programs),
            ((row.get("AutoProc_spaceGroups") or "").split(", ") or [""])[0],
            f"{' '.join(cell[:3])}\n{' '.join(cell[3:])}" if any(cell) else "",
            " to ".join(filter(None, limits)),
            _number(row.get("completeness"), 1),
            _number(row.get("rMerge"), 3),
            ", ".join(phased),
        ]


def _picture(recorded):
    """Return a picture's bytes, made small; an empty text if it cannot be read."""
    from ispyb_api.reports.pictures import small  # noqa: PLC0415 - an extra's

    content = serving.read(recorded, _LARGEST) if recorded else None
    return (content and small(content)) or ""


def _at(value):
    return str(gson.moment(value) or "")[:19].replace("T", " ")


def _files(row):
    return f"{row['DataCollection_imagePrefix'] or ''} {row['DataCollection_dataCollectionNumber'] or ''}".strip()


def _number(value, places):
    return "" if value is None else f"{float(value):.{places}f}".rstrip("0").rstrip(".")
