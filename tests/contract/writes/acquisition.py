"""What is measured."""

from tests.contract.writes import MEASURES, Write

SEQUENCE = {"event_chains": [{"events": [{"type": "ReactionTrigger", "offset": 0}]}]}

WRITES = [
    Write("POST /datacollectiongroups", MEASURES.naming("sessionId"), lambda r: {"sessionId": r.session()}),
    Write("PATCH /datacollectiongroups/{}", MEASURES, lambda r: {"comments": r.word()}, lambda r: r.group()),
    Write("POST /datacollections", MEASURES.naming("dataCollectionGroupId"), lambda r: {"dataCollectionGroupId": r.group(), **SEQUENCE}),
    Write("PATCH /datacollections/{}", MEASURES, lambda r: {"comments": r.word(), **SEQUENCE}, lambda r: r.collection()),
    Write("POST /datacollections/{}/images", MEASURES, lambda r: [{"imageNumber": 1, "comments": r.word()}], lambda r: r.collection()),
    Write("POST /robotactions", MEASURES.naming("blsessionId"), lambda r: r.new_robot_action()),
    Write("PATCH /robotactions/{}", MEASURES, lambda r: {"message": r.word()}, lambda r: r.robot_action()),
    Write("POST /energyscans", MEASURES.naming("sessionId"), lambda r: {"sessionId": r.session()}),
    Write("PATCH /energyscans/{}", MEASURES, lambda r: {"comments": r.word()}, lambda r: r.energy_scan()),
    Write("POST /spectra", MEASURES.naming("sessionId"), lambda r: {"sessionId": r.session()}),
    Write("PATCH /spectra/{}", MEASURES, lambda r: {"comments": r.word()}, lambda r: r.spectrum()),
]  # fmt: skip
