"""From what serial beamlines' control software says to what the general routes take."""

import os

from ispyb_api.compat.serial.schemas import SERIAL
from ispyb_api.processing.statuses import SUCCESS

# MXCuBE's spellings.
_SPELT = {
    "average_temperature": "averageTemperature",
    "detector_id": "detectorId",
    "underlator_gap1": "undulatorGap1",
}
# MXCuBE sends these as 0 where it does not know them.
_UNKNOWN_AS_ZERO = ("period", "repetition", "duration")
_PROGRAM = "unknown"


def group(given):
    """Return a group as POST /datacollectiongroups takes it."""
    named = {name: given[name] for name in ("sessionId", "startTime", "endTime", "experimentType") if name in given}
    remarks = given.get("comments", given.get("experimentName"))
    by_row = {"blSampleId": given["sampleId"]} if "sampleId" in given else {}
    return {
        **named,
        "comments": remarks,
        **by_row,
        **({"sample": sample(given["sample"])} if "sample" in given else {}),
    }


def sample(given):
    """Return a sample as POST /samples takes it."""
    crystal = given.get("crystal", {})
    protein = crystal.get("protein", {})
    acronym = protein.get("acronym", protein.get("name"))
    sizes = {name: crystal[name] for name in ("size_X", "size_Y", "size_Z", "abundance") if name in crystal}
    made = {
        **{name: given[name] for name in ("name", "support") if name in given},
        "Crystal": {**sizes, "Protein": {"acronym": acronym, "name": protein.get("name", acronym)}},
    }
    if crystal.get("components"):
        made["Crystal"]["crystal_compositions"] = [_composition(each) for each in crystal["components"]]
    if given.get("components"):
        made["sample_compositions"] = [_composition(each) for each in given["components"]]
    return made


def collection(given):
    """Return a data collection, and what serial crystallography adds to it."""
    known = {_SPELT.get(name, name): value for name, value in given.items()}
    serial = {name: known.pop(name) for name in SERIAL if name in known}
    chains = [_chain(each) for each in known.pop("event_chains", []) if each.get("events")]
    # What the beamline does not have it sends as 0.
    serial = {name: value for name, value in serial.items() if value != 0}
    return known, serial, chains


def run(given, collection_id):
    """Return a run as POST /processings takes it."""
    stated = {name: value for name, value in given.items() if name != "results"}
    files = [
        {"filePath": os.path.dirname(path), "fileName": os.path.basename(path), "fileType": "Result"}
        for path in dict.fromkeys(given.get("results", ()))
        if path
    ]
    return {
        "processingPrograms": _PROGRAM,
        **stated,
        "processingStatus": SUCCESS,
        "AutoProcIntegration": [{"dataCollectionId": collection_id}],
        "AutoProcProgramAttachment": files,
    }


def _composition(given):
    kind = {"name": given.get("name"), "ComponentType": {"name": given.get("componentType")}}
    what = {"composition": given["composition"]} if "composition" in given else {}
    return {"Component": {**kind, **what}, "abundance": given.get("abundance")}


def _chain(given):
    return {"name": given.get("name"), "events": [_event(each) for each in given["events"]]}


def _event(given):
    return {name: value for name, value in given.items() if not (name in _UNKNOWN_AS_ZERO and value == 0)}
