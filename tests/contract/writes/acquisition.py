"""What is measured, and what is said about it."""

from dataclasses import replace

from tests.contract.writes import MEASURES, REMARKS, Write

BY_HAND = replace(REMARKS, permission="edit_proposals")


def said(rows):
    return {"comments": rows.word()}


SEQUENCE = {"event_chains": [{"events": [{"type": "ReactionTrigger", "offset": 0}]}]}

WRITES = [
    Write("POST /datacollectiongroups", MEASURES.naming("sessionId"), lambda r: {"sessionId": r.session(), "sample": r.new_measured()}, recorded=2),
    Write("PATCH /datacollectiongroups/{}", MEASURES, lambda r: {"crystalClass": r.word(), "sample": r.new_measured()}, lambda r: r.group(), recorded=2),
    Write("PATCH /datacollectiongroups/{}", REMARKS, said, lambda r: r.group()),
    Write("PATCH /datacollectiongroups/{}", BY_HAND, said, lambda r: r.group()),
    Write("POST /datacollectiongroups/{}/comments", REMARKS, said, lambda r: r.group()),
    Write("POST /datacollections", MEASURES.naming("dataCollectionGroupId"), lambda r: {"dataCollectionGroupId": r.group(), **SEQUENCE}),
    Write("PATCH /datacollections/{}", MEASURES, lambda r: {"runStatus": r.word(), **SEQUENCE}, lambda r: r.collection()),
    Write("PATCH /datacollections/{}", REMARKS, said, lambda r: r.collection()),
    Write("PATCH /datacollections/{}", BY_HAND, said, lambda r: r.collection()),
    Write("POST /datacollections/{}/comments", REMARKS, said, lambda r: r.collection()),
    Write("POST /datacollections/{}/images", MEASURES, lambda r: [{"imageNumber": 1, "comments": r.word()}], lambda r: r.collection()),
    Write("POST /robotactions", MEASURES.naming("blsessionId"), lambda r: r.new_robot_action()),
    Write("PATCH /robotactions/{}", MEASURES, lambda r: {"message": r.word()}, lambda r: r.robot_action()),
    Write("POST /energyscans", MEASURES.naming("sessionId"), lambda r: {"sessionId": r.session()}),
    Write("PATCH /energyscans/{}", MEASURES, lambda r: {"element": "Se"}, lambda r: r.energy_scan()),
    Write("PATCH /energyscans/{}", REMARKS, said, lambda r: r.energy_scan()),
    Write("POST /energyscans/{}/comments", REMARKS, said, lambda r: r.energy_scan()),
    Write("POST /spectra", MEASURES.naming("sessionId"), lambda r: {"sessionId": r.session()}),
    Write("PATCH /spectra/{}", MEASURES, lambda r: {"crystalClass": r.word()}, lambda r: r.spectrum()),
    Write("PATCH /spectra/{}", REMARKS, said, lambda r: r.spectrum()),
    Write("POST /spectra/{}/comments", REMARKS, said, lambda r: r.spectrum()),
    Write("POST /datacollections/{}/quality", MEASURES, lambda r: [{"imageNumber": 1}], lambda r: r.collection()),
    Write("POST /datacollections/attachments", MEASURES.naming("dataCollectionId"), lambda r: r.new_file()),
    Write("PATCH /datacollections/attachments/{}", MEASURES, lambda r: {"fileType": "log"}, lambda r: r.file()),
    Write("PUT /datacollections/{}/snapshots", MEASURES, lambda r: {"paths": []}, lambda r: r.collection()),
    Write("POST /datacollections/{}/grids", MEASURES, lambda r: {"steps_x": 3}, lambda r: r.collection()),
    Write("PATCH /datacollections/grids/{}", MEASURES, lambda r: {"steps_x": 4}, lambda r: r.grid()),
    Write("POST /datacollections/{}/maps", MEASURES, lambda r: [r.new_map()], lambda r: r.scanned()),
    Write("PATCH /mapping/maps/{}", MEASURES, lambda r: {"opacity": 0.5}, lambda r: r.map()),
    Write("PUT /datacollections/{}/positions", MEASURES, lambda r: {"Position": {"posX": 1}}, lambda r: r.collection()),
    Write("POST /datacollections/workflows", MEASURES.naming("sessionId"), lambda r: {"sessionId": r.session()}),
    Write("PATCH /datacollections/workflows/{}", MEASURES, lambda r: {"comments": r.word()}, lambda r: r.workflow()),
    Write("POST /datacollections/workflows/steps", MEASURES.naming("workflowId"), lambda r: {"workflowId": r.workflow()}),
    Write("PATCH /datacollections/workflows/steps/{}", MEASURES, lambda r: {"comments": r.word()}, lambda r: r.workflow_step()),
    Write("POST /datacollections/workflows/meshes", MEASURES.naming("workflowId"), lambda r: {"workflowId": r.workflow()}),
    Write("PATCH /datacollections/workflows/meshes/{}", MEASURES, lambda r: {"value1": 3}, lambda r: r.mesh()),
    Write("POST /processings/xray-centrings", MEASURES.naming("dataCollectionGroupId"), lambda r: {"dataCollectionGroupId": r.group()}),
    Write("PATCH /processings/xray-centrings/{}", MEASURES, lambda r: {"status": "success"}, lambda r: r.centring()),
    Write("POST /processings/xray-centrings/{}/results", MEASURES, lambda r: [{"numberOfVoxels": 3}], lambda r: r.centring()),
]  # fmt: skip
