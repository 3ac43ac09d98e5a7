"""Every list and object of the Java server's API against the facts: its keys, their types, what is null or left out.

Which route answers with which shape is read from the Swagger document, which rows there are to ask for from the database.
"""

import importlib
import itertools
import pkgutil
import re

from ispyb_api.compat.java_rest import gson, shapes
from ispyb_api.compat.java_rest.paths import PREFIX
from tests.api.java_rest.walking import WORDS, filled
from tests.support.java import faults, table

# The headings of the facts' tables, by the name of the shape.
HEADINGS = {
    "ProposalRow": "### GET /{token}/proposal/list",
    "SessionRow": "## 3. Session",
    "Structure": "Structure object:",
    "Protein": "### GET .../mx/protein/list",
    "DiffractionPlan": "DiffractionPlan object (nested",
    "Crystal": "Crystal object:",
    "LabContact": "LabContact:",
    "Person": "Person (`personVO`)",
    "Laboratory": "Laboratory (`laboratoryVO`)",
    "GroupSummary": "### 4.1 Group summary rows",
    "DataCollectionRow": "### 4.2 Data collections of a group",
    "EnergyScanRow": "mx/energyscan/session/{sessionIds}/list",
    "SpectrumRow": "mx/xrfscan/session/{sessionId}/list",
    "ProcessingRow": "mx/autoprocintegration/datacollection/{dataCollectionIds}/view",
    "SampleRow": "mx/sample/list",
    "ShippingRow": "### 10.1",
    "Shipping": "### 10.2",
    "HistoryRow": "### 10.4",
    "DewarRow": "### 10.5",
    "Dewar": "Dewar object:",
    "Container": "Container object:",
    "BLSample": "BLSample object (in",
    "Session": "Session object (in",
    "PhasingRow": "mx/phasing/datacollectiongroupid/{ids}/list",
    "PhasingFile": "mx/phasing/phasingstepid/{ids}/files",
    "WorkflowStep": "WorkflowStep object:",
    "MovieRow": "### GET .../em/datacollection/{dataCollectionId}/movie/all",
    "MovieStats": "### GET .../em/session/{sessionId}/stats",
    "ClassificationRow": "### GET .../em/session/{sessionId}/classification",
    "ProteinStatistics": "### GET .../mx/protein/stats",
}
# What the facts tell in a sentence.
_TOLD = {
    "Proposal": {"proposalId": "int", "externalId": "int", "timeStamp": "datetime"}
    | dict.fromkeys(("title", "code", "number", "type"), "string"),
    "PlateType": dict.fromkeys(("plateTypeId", "rowCount", "columnCount"), "int")
    | dict.fromkeys(("name", "description", "shape"), "string"),
    "ProposalInfo": dict.fromkeys(
        ("proposal", "crystals", "proteins", "labcontacts", "ligands", "plateTypes", "macromolecules", "buffers", "stockSolutions"),
        "list",
    ),
    "Attachment": dict.fromkeys(("fileType", "fileName", "filePath"), "string")
    | {"autoProcProgramAttachmentId": "int", "recordTimeStamp": "datetime"},
    "GridSquareStats": dict.fromkeys(("dataCollectionId", "movieCount", "motionCorrectionCount", "ctfCorrectionCount"), "int"),
    # The object of section 4.4: its columns, with the Java server's spellings.
    "DataCollection": dict.fromkeys(
        ("dataCollectionId", "dataCollectionNumber", "numberOfImages", "startImageNumber", "numberOfPasses",
         "printableForReport", "magnification"), "int",
    ) | dict.fromkeys(("startTime", "endTime"), "datetime") | dict.fromkeys(
        ("runStatus", "imageDirectory", "imagePrefix", "imageSuffix", "fileTemplate", "comments", "synchrotronMode",
         "xtalSnapshotFullPath1", "xtalSnapshotFullPath2", "xtalSnapshotFullPath3", "xtalSnapshotFullPath4",
         "rotationAxis", "centeringMethod", "actualCenteringPosition", "beamShape", "bestWilsonPlotPath",
         "imageQualityIndicatorsPlotPath", "imageQualityIndicatorsCSVPath"), "string",
    ) | dict.fromkeys(
        ("axisStart", "axisEnd", "axisRange", "overlap", "exposureTime", "wavelength", "resolution", "detectorDistance",
         "xbeam", "ybeam", "xbeamPix", "ybeamPix", "slitGapVertical", "slitGapHorizontal", "transmission", "phiStart",
         "kappaStart", "omegaStart", "resolutionAtCorner", "detector2theta", "undulatorGap1", "undulatorGap2",
         "undulatorGap3", "beamSizeAtSampleX", "beamSizeAtSampleY", "averageTemperature", "flux", "flux_end",
         "totalAbsorbedDose", "voltage"), "float",
    ),
    "GeometryClassname": {"geometryClassnameId": "int", "geometryClassname": "string", "geometryOrder": "int"},
    "SpaceGroup": {"spaceGroupId": "int", "geometryClassnameVO": "object", "spaceGroupNumber": "int", "mxUsed": None}
    | dict.fromkeys(("spaceGroupShortName", "spaceGroupName", "bravaisLattice", "bravaisLatticeName", "pointGroup"), "string"),
}  # fmt: skip
# Routes whose answers leave out what is null; everywhere else it is written.
_OMITTING = re.compile(
    r"/proposal/{proposal}/(session/list|mx/datacollection/.*/list|em/datacollection/session/.*/list|em/.*/movie/all)$"
)
# Over these being null or missing, front ends fail.
NEEDED = {
    "GroupSummary": ("DataCollection_dataCollectionId", "DataCollectionGroup_dataCollectionGroupId"),
    "EmGroupSummary": ("DataCollection_dataCollectionId", "DataCollectionGroup_dataCollectionGroupId", "stats"),
    "DataCollectionRow": ("fileTemplate",),
    "ProcessingRow": ("v_datacollection_summary_phasing_autoproc_space_group",),
    "MovieRow": ("Movie_movieFullPath",),
    "Shipping": ("dewarVOs", "sessions"),
    "Dewar": ("containerVOs",),
    "Container": ("sampleVOs", "capacity"),
    "HistoryRow": ("Dewar_dewarId",),
    "Attachment": ("fileName",),
    "Crystal": ("structure3VOs",),
    "ProposalInfo": tuple(_TOLD["ProposalInfo"]),
}

_OF_SESSION = "JOIN BLSession s ON s.sessionId = {}.sessionId WHERE s.proposalId = %s"
_GROUPS = f"DataCollectionGroup g {_OF_SESSION.format('g')}"
_COLLECTIONS = (
    "DataCollection d JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId"
    f" {_OF_SESSION.format('g')}"
)
_DEWARS = "Dewar d JOIN Shipping sh ON sh.shippingId = d.shippingId WHERE sh.proposalId = %s"
_INTEGRATIONS = (
    f"AutoProcIntegration i JOIN {_COLLECTIONS.replace('WHERE', 'AND d.dataCollectionId = i.dataCollectionId WHERE')}"
)
# Where the ids of a proposal are, by the part of the path.
_IDS = {
    "session": "s.sessionId AS id FROM BLSession s WHERE s.proposalId = %s",
    "group": f"g.dataCollectionGroupId AS id FROM {_GROUPS}",
    "collection": f"d.dataCollectionId AS id FROM {_COLLECTIONS}",
    "integration": f"i.autoProcIntegrationId AS id FROM {_INTEGRATIONS}",
    "program": f"i.autoProcProgramId AS id FROM {_INTEGRATIONS} AND i.autoProcProgramId IS NOT NULL",
    "protein": "proteinId AS id FROM Protein WHERE proposalId = %s",
    "crystal": "c.crystalId AS id FROM Crystal c JOIN Protein p ON p.proteinId = c.proteinId WHERE p.proposalId = %s",
    "acronym": "acronym AS id FROM Protein WHERE proposalId = %s AND acronym IS NOT NULL",
    "shipping": "shippingId AS id FROM Shipping WHERE proposalId = %s",
    "labcontact": "labContactId AS id FROM LabContact WHERE proposalId = %s",
    "dewar": f"d.dewarId AS id FROM {_DEWARS}",
    "container": f"c.containerId AS id FROM Container c JOIN {_DEWARS.replace('WHERE', 'AND d.dewarId = c.dewarId WHERE')}",
    "sample": "b.blSampleId AS id FROM BLSample b JOIN Crystal c ON c.crystalId = b.crystalId"
    " JOIN Protein p ON p.proteinId = c.proteinId WHERE p.proposalId = %s",
}  # fmt: skip
# Tables that one family of databases does not have.
_MAYBE = {
    "phasingstep": (
        "PhasingStep",
        "p.phasingStepId AS id FROM PhasingStep p JOIN AutoProcScaling_has_Int h"
        f" ON h.autoProcScalingId = p.autoProcScalingId JOIN {_INTEGRATIONS}"
        " AND h.autoProcIntegrationId = i.autoProcIntegrationId",
    ),
    "step": (
        "WorkflowStep",
        f"w.workflowStepId AS id FROM WorkflowStep w JOIN {_GROUPS} AND g.workflowId = w.workflowId",
    ),
}
_ONE_AFTER_THE_OTHER = 25


def named_shapes():
    """Return {name: shape} of all shapes that there are."""
    found, modules = {}, pkgutil.iter_modules(shapes.__path__)
    waiting = list(itertools.chain(*(vars(importlib.import_module(f"{shapes.__name__}.{each.name}")).values() for each in modules)))  # fmt: skip
    while waiting:
        shape = waiting.pop()
        if isinstance(shape, gson.Shape):
            found[shape.name] = shape
            waiting += shape.parts.values()
    return found


def keys_of(name):
    """Return {key: type} of a shape as the facts have it; None of what they only name."""
    if name == "EmGroupSummary":
        return {**keys_of("GroupSummary"), "stats": "list"}
    return _TOLD[name] if name in _TOLD else table(HEADINGS[name]) if name in HEADINGS else None


def shaped_routes(app):
    """Return {path: (name of the shape, how many lists it is in)} of what is read."""
    document, found = app.test_client().get(f"{PREFIX}/swagger.json").json, {}
    changing = {path for path, method, function in _routes(app) if getattr(function, "__changes__", False)}
    for path, methods in document["paths"].items():
        schema = methods.get("get", {}).get("responses", {}).get("200", {}).get("schema")
        if schema and re.sub(r"{(\w+)}", r"<\1>", path) not in changing:
            inner = schema.get("items", schema)["$ref"].rpartition("/")[2]
            lists = 1 if "items" in schema else 2 if inner.endswith("Lists") else 0
            found[path] = (inner.removesuffix("Lists") if lists == 2 else inner, lists)
    return found


def _routes(app):
    from ispyb_api.compat.java_rest import blueprint  # noqa: PLC0415 - imports the application's parts

    return blueprint.routes(app)


def _has(site, table):
    return site.name == "sqlite" or bool(site.ask(f"SHOW TABLES LIKE '{table}'"))


class Checker:
    """Looks at every answer about one proposal of a site."""

    def __init__(self, java, proposal_id):
        self._java, self._shapes = java, named_shapes()
        (row,) = java.site.ask("SELECT * FROM Proposal WHERE proposalId = %s", proposal_id)
        self._proposal = f"{row['proposalCode']}{row['proposalNumber']}"
        there = {name: query for name, (table, query) in _MAYBE.items() if _has(java.site, table)}
        self._ids = {
            name: list(dict.fromkeys(each["id"] for each in java.site.ask(f"SELECT {sql} ORDER BY id", proposal_id)))
            for name, sql in {**_IDS, **there}.items()
        }

    def look(self):
        """Return {path: faults} of all that is wrong, and {route: number of rows} that were looked at."""
        wrong, seen = {}, {}
        for path, (name, lists) in shaped_routes(self._java.site.app).items():
            for asked in self._asked(path):
                rows = self._rows(asked, lists)
                omits = bool(_OMITTING.search(path))
                seen[path] = seen.get(path, 0) + len(rows)
                found = sorted({each for row in rows for each in self._wrong(name, row, omits)})
                if found:
                    wrong[asked] = found
        return wrong, seen

    def _asked(self, path):
        values = {**WORDS, "acronyms": self._joined("acronym"), "operator": "e", "start": "19700101", "end": "20991231"}
        alone = None
        for name in re.findall(r"{(\w+)}", path):
            if name.removesuffix("s") in self._ids and name.endswith("s"):
                values[name] = self._joined(name.removesuffix("s"))
            elif name in self._ids or name == "grid":
                alone = name
        plain = re.sub(r"{(\w+)}", r"<\1>", path)
        ids = self._ids["collection" if alone == "grid" else alone] if alone else [None]
        step = max(1, len(ids) // _ONE_AFTER_THE_OTHER)
        for number in ids[::step]:
            missing = re.findall(r"{(\w+)}", path)
            known = {"token": "", "proposal": "", **dict.fromkeys(missing, "0"), **values, alone: number}
            yield filled(plain, self._proposal, known)

    def _joined(self, name):
        return ",".join(map(str, self._ids[name][-200:])) or "0"

    def _rows(self, path, lists):
        answer = self._java.get(path)
        assert answer.status_code == 200, f"{path}: {answer.status_code} {answer.text[:200]}"
        body = answer.get_json(force=True)
        if lists == 0:
            return [] if body is None else [body]
        return list(itertools.chain(*body)) if lists == 2 else body

    def _wrong(self, name, row, omits=False):
        """Return what is wrong with an object and with those in it."""
        keys, shape = keys_of(name), self._shapes[name]
        wrong = faults(row, keys, omits=omits) if keys else []
        wrong += [f"{name}.{key} is missing or null" for key in NEEDED.get(name, ()) if row.get(key) is None]
        for key, part in shape.parts.items():
            inner = row.get(key)
            for each in inner if isinstance(inner, list) else [inner] if inner else []:
                wrong += [f"{key}: {fault}" for fault in self._wrong(part.name, each)]
        return wrong
