"""What is asked through ispyb-client, as data: each operation with each of its parameters, on the demo facility."""

import datetime
from dataclasses import dataclass, field

# The operations of these paths belong to later work: the Java server's routes, the user office's, the beamline's own writing.
OUT_OF_SCOPE = ("/ispyb/api/v1/legacy/", "/ispyb/api/v1/webservices/")

# Parameters that the package cannot send: it has no way to write a boolean into a query.
UNSENDABLE = {"snapshot", "scheduled", "upcoming", "previous"}


@dataclass(frozen=True)
class Call:
    """One call, made by admin; ``nulls`` says that the package refuses the answer because of nulls in it."""

    operation: str
    query: dict = field(default_factory=dict)
    path: dict = field(default_factory=dict)
    body: dict | None = None
    status: int = 200
    nulls: bool = False

    def given(self):
        parts = {"query_params": self.query, "path_params": self.path, "body": self.body}
        return {name: part for name, part in parts.items() if part}

    def __str__(self):
        told = [f"{name}={value}" for part in (self.path, self.query) for name, value in part.items()]
        return "-".join([self.operation.partition(".")[2], *told]).replace(" ", "_")


def lists(operation, *queries, nulls=False):
    """Return the calls of a list, one for each of ``queries``."""
    return [Call(operation, query=query, nulls=nulls) for query in queries]


BEGUN = datetime.date.today() - datetime.timedelta(days=1)  # the day on which a session of MX415 began

PERSON = {
    "givenName": "Ottar",
    "familyName": "Skogvang",
    "emailAddress": "ottar@example.org",
    "Laboratory": {"name": "Fjord Laboratory", "address": "Ringveien 2", "city": "Lumenfjord", "country": "Norway"},
}
CONTACT = {
    "proposalId": 1,
    "cardName": "Skogvang, Lumenfjord",
    "defaultCourrierCompany": "Nordbud",
    "courierAccount": "000-1",
    "billingReference": "LF-1",
    "dewarAvgCustomsValue": 100,
    "dewarAvgTransportValue": 200,
    "Person": PERSON,
}

CALLS = [
    Call("authentication_api.config_ispyb_api_v1_auth_config_get"),
    Call(
        "authentication_api.login_ispyb_api_v1_auth_login_post",
        body={"plugin": "demo", "login": "pi", "password": "demo-pi"},
        status=201,
    ),
    Call("current_user_api.current_user"),
    Call("data_collections_api.get_datacollection_anaylsis_image", path={"dataCollectionId": 5}),
    Call("data_collections_api.get_datacollection_attachment", path={"dataCollectionFileAttachmentId": 6}),
    *lists(
        "data_collections_api.get_datacollection_attachments",
        {"dataCollectionId": 6},
        {"dataCollectionGroupId": 6},
        {"skip": 1, "limit": 5},
    ),
    Call("data_collections_api.get_datacollection_diffraction_image", path={"dataCollectionId": 6}),
    Call("data_collections_api.get_datacollection_image", path={"dataCollectionId": 6}, query={"imageId": 2}),
    *lists(
        "data_collections_api.get_per_image_analysis",
        {"dataCollectionId": 6, "skip": 5, "limit": 10},
        {"dataCollectionGroupId": 6},
    ),
    *(
        Call(
            "data_collections_api.get_workflow_step_attachment",
            path={"workflowStepId": 2},
            query={"attachmentType": kind},
        )
        for kind in ("imageResultFilePath", "resultFilePath")
    ),
    *lists("data_collections_api.get_workflow_steps", {"limit": 100}, nulls=True),
    *lists("data_collections_api.get_workflow_steps", {"workflowId": 4}, {"workflowStepId": 5, "skip": 0}),
    Call("event_chains_api.get_ssx_datacollection_eventchains", query={"dataCollectionId": 212}, nulls=True),
    *lists(
        "events_api.get_event_types", {}, {"session": "MX415-2"}, {"sessionId": 3}, {"blSampleId": 1}, {"proteinId": 1}
    ),
    *lists("events_api.get_events", {"eventType": "es"}, {"eventType": "xrf", "limit": 100, "skip": 1}),
    *lists(
        "events_api.get_events",
        {"eventType": "robot", "limit": 100},
        {"eventType": "dc", "limit": 100, "skip": 10},
        {"session": "MX415-2", "limit": 100},
        {"sessionId": 3, "limit": 100},
        {"proposal": "SX28", "limit": 50},
        {"proposalId": 3},
        {"beamLineName": "BL01-MX"},
        {"dataCollectionId": 6},
        {"dataCollectionGroupId": 6},
        {"blSampleId": 1},
        {"proteinId": 1},
        *({"status": status} for status in ("success", "failed", "processed", "processerror")),
        nulls=True,
    ),
    Call("lab_contacts_api.get_lab_contact", path={"labContactId": 1}),
    *lists("lab_contacts_api.get_lab_contacts", {"proposal": "MX415"}, {"skip": 1, "limit": 2}),
    Call("lab_contacts_api.create_lab_contact", body=CONTACT, status=201),
    Call("lab_contacts_api.update_lab_contact", path={"labContactId": 1}, body={"cardName": "Aamodtlunde"}),
    Call("options_api.get_options"),
    Call("options_api.update_options", body={"motd": "Beam is back."}),
    Call("options_api.get_ui_options"),
    *lists("admin_api.get_activity", {}, {"action_type": "db_options"}, {"skip": 0, "limit": 2}),
    Call("proposals_api.get_proposal", path={"proposal": "MX415"}),
    *lists("proposals_api.get_proposals", {}, {"search": "MX4"}, {"skip": 1, "limit": 2}),
    Call("proteins_api.get_protein", path={"proteinId": 1}, nulls=True),
    *lists(
        "proteins_api.get_proteins",
        {},
        {"proposal": "MX415", "search": "LYSO"},
        {"proteinId": 1},
        {"skip": 1, "limit": 2},
        {"order_by": "acronym", "order": "desc"},
        nulls=True,
    ),
    Call("samples_api.get_sample", path={"blSampleId": 1}, nulls=True),
    Call("samples_api.get_sample_image", path={"blSampleImageId": 1}),
    *lists("samples_api.get_sample_images", {}, {"blSampleId": 39}, {"skip": 1, "limit": 2}),
    *lists(
        "samples_api.get_samples",
        {"limit": 100},
        {"proposal": "MX415", "skip": 3},
        {"containerId": 1},
        {"proteinId": 1},
        {"search": "LYSO"},
        {"order_by": "name", "order": "asc"},
        *({"status": status} for status in ("Sample Action", "Data Collected", "Strategy", "Auto Integrated")),
        nulls=True,
    ),
    *lists("samples_api.get_samples", {"beamLineName": "BL01-MX"}),
    Call("samples_api.get_subsample", path={"blSubSampleId": 1}, nulls=True),
    *lists(
        "samples_api.get_subsamples",
        {"limit": 100},
        {"blSampleId": 39},
        {"proteinId": 1},
        {"proposal": "MX415", "skip": 1},
        {"containerId": 1},
        {"order_by": "datacollections", "order": "desc"},
        nulls=True,
    ),
    Call("serial_crystallography_api.get_ssx_datacollection_processing_cells", query={"dataCollectionId": 201}),
    Call(
        "serial_crystallography_api.get_ssx_datacollection_processing_cells_histogram",
        query={"dataCollectionIds": "201,202"},
    ),
    Call("serial_crystallography_api.get_ssx_datacollection_processing_stats", query={"dataCollectionIds": "201,202"}),
    Call("session_api.get_session", path={"sessionId": 2}, nulls=True),
    Call("sessions_api.get_session", path={"sessionId": 2}),
    *lists("sessions_api.get_sessions", {"limit": 100}, nulls=True),
    *lists(
        "sessions_api.get_sessions",
        {"proposal": "MX415", "skip": 1},
        {"beamLineName": "BL02-SSX"},
        {"beamLineGroup": "MX", "limit": 3},
        {"proposal": "MX415", "month": f"{BEGUN:%m}"},
        {"proposal": "MX415", "year": f"{BEGUN:%Y}"},
        {"sessionType": "Beamtime"},
    ),
    *lists(
        "sessions_api.get_sessions_for_beamline_group",
        {"beamLineGroup": "MX"},
        {"beamLineGroup": "SSX", "sessionType": "Beamtime"},
    ),
]
