"""What hangs on data collections: files, workflow steps, event chains.  The SQL is in sql/queries/acquisition/."""

from ispyb_api.acquisition.repository_images import visible
from ispyb_api.acquisition.repository_workflows import seen
from ispyb_api.db.listing import Listing, envelope
from ispyb_api.errors import NotFound

FILES = Listing(
    filters={
        "dataCollectionId": ("fa.dataCollectionId", "eq"),
        "dataCollectionGroupId": ("d.dataCollectionGroupId", "eq"),
        "dataCollectionFileAttachmentId": ("fa.dataCollectionFileAttachmentId", "eq"),
    },
    sorts={"dataCollectionFileAttachmentId": "fa.dataCollectionFileAttachmentId"},
    default_sort="dataCollectionFileAttachmentId",
    tie_breaker="fa.dataCollectionFileAttachmentId",
)
STEPS = Listing(
    filters={"workflowId": ("ws.workflowId", "eq"), "workflowStepId": ("ws.workflowStepId", "eq")},
    sorts={"workflowStepId": "ws.workflowStepId"},
    default_sort="workflowStepId",
    tie_breaker="ws.workflowStepId",
)
CHAINS = Listing(
    filters={"dataCollectionId": ("ec.dataCollectionId", "eq")},
    sorts={"eventChainId": "ec.eventChainId"},
    default_sort="eventChainId",
    tie_breaker="ec.eventChainId",
)
STEP_FILES = ("imageResultFilePath", "resultFilePath", "htmlResultFilePath")


class FileRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access, address):
        """Return one page of the files of data collections, each to be had below ``address``."""
        names = "acquisition.list_collection_files", "acquisition.count_collection_files"
        found = FILES.read(self._tx, *names, arguments, visible=visible(access))
        for row in found["results"]:
            url = f"{address}/{row['dataCollectionFileAttachmentId']}"
            row["_metadata"] = {"fileName": (row.pop("fileFullPath") or "").rpartition("/")[2], "url": url}
        return found

    def path(self, file_id, access):
        """Return where a file is."""
        slots = {"visible": visible(access), "where": FILES.where({"dataCollectionFileAttachmentId": file_id})}
        found = self._tx.one("acquisition.list_collection_files", slots)
        if found is None:
            raise NotFound(f"No attachment {file_id} of a data collection.")
        return found["fileFullPath"]


class StepRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of the steps of workflows, each with which of its files are recorded."""
        found = self._read(arguments, access)
        for row in found["results"]:
            recorded = {name: bool(row.pop(name)) for name in STEP_FILES}
            row["_metadata"] = {"attachments": recorded}
        return found

    def path(self, step_id, kind, access):
        """Return where a file of a step is, None if that is not recorded."""
        return self._one(self._read, step_id, access)[kind]

    def get(self, step_id, access):
        """Return one step by its id."""
        return self._one(self.page, step_id, access)

    @staticmethod
    def _one(read, step_id, access):
        found = read({"workflowStepId": step_id, "skip": 0, "limit": 2}, access)["results"]
        if not found:
            raise NotFound(f"No step {step_id} of a workflow.")
        return found[0]

    def _read(self, arguments, access):
        """Read steps; their workflow narrows the groups that have to be looked at."""
        workflow = arguments.get("workflowId")
        if workflow is None and "workflowStepId" in arguments:
            step = arguments["workflowStepId"]
            workflow = self._tx.value("acquisition.workflow_of_step", workflowStepId=step)
        slots = STEPS.slots(arguments, join=seen(self._tx, workflow, access, "ws.workflowId"))
        rows = self._tx.all("acquisition.list_steps", slots)
        counted = {key: slots[key] for key in ("where", "join")}
        return envelope(rows, arguments, lambda: self._tx.total("acquisition.count_steps", counted))


class ChainRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of the event chains, each with its events."""
        names = "acquisition.list_chains", "acquisition.count_chains"
        found = CHAINS.read(self._tx, *names, arguments, visible=visible(access))
        chains = {row["eventChainId"]: row.setdefault("events", []) for row in found["results"]}
        if chains:
            for event in self._tx.all("acquisition.events_of_chains", chains=list(chains)):
                chains[event["eventChainId"]].append(event)
        return found
