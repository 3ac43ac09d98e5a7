"""What MXCuBE's client writes, with a user's token: also people of the session, while it runs."""

from dataclasses import replace

from tests.contract.writes import GOOD, MEASURES, Write, manages

TAKES_PART = replace(MEASURES, member=GOOD)

WRITES = [
    Write("POST /datacollections/group", TAKES_PART.naming("sessionId"), lambda r: {"sessionId": r.session()}),
    Write("POST /datacollections/datacollection", TAKES_PART.naming("group_id"), lambda r: r.group_of_session()),
    Write("POST /images/image", TAKES_PART, lambda r: {"dataCollectionId": r.collection(), "imageNumber": 1}),
    Write("POST /events/robot-action", TAKES_PART.naming("sessionId"), lambda r: {"sessionId": r.session()}),
    Write("POST /events/energyscan", TAKES_PART.naming("sessionId"), lambda r: {"sessionId": r.session()}),
    Write(
        "PATCH /events/energyscan/associate-bl-sample",
        TAKES_PART,
        lambda r: {"energyScanId": r.energy_scan(), "blSampleId": r.sample()},
    ),
    Write(
        "POST /events/xfe-fluorescence-spectrum", TAKES_PART.naming("sessionId"), lambda r: {"sessionId": r.session()}
    ),
    Write(
        "POST /beamline-setups/beamline-setup",
        replace(manages("ingest_data"), staff=GOOD, member=GOOD),
        lambda r: {"focusing_optic": f"{r.word()} {r.session()}"},
    ),
    Write(
        "PATCH /sessions/{}/associate-beamline-setup",
        TAKES_PART,
        ids=lambda r: r.session(),
        options=lambda r: {"query_string": {"beamLineSetupId": 1}},
    ),
]
