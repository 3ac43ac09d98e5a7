"""Groups of data collections, a row each.  The SQL is in sql/queries/java_rest/collections.sql."""

from ispyb_api.compat.java_rest import optional
from ispyb_api.compat.java_rest.joining import by, joined
from ispyb_api.compat.java_rest.processed import Processed, Screened, of_phasing

_GROUP, _SHOWN = "DataCollectionGroup_dataCollectionGroupId", "DataCollection_dataCollectionId"


class Groups:
    """Groups of the proposal that the caller may see: the page is one statement, each relation another."""

    def __init__(self, call):
        self._tx, self._proposal = call.tx, call.proposal_id
        self._slots = {"visible": call.access.measured("dc", "g.dataCollectionGroupId", "s.sessionId")}

    def of_sessions(self, sessions):
        """Return those of some sessions."""
        return self._rows("java_rest.groups_of_sessions", sessions=sessions)

    def of_collections(self, collections):
        """Return those of some collections; each is shown with that one."""
        return self._rows("java_rest.groups_of_collections", collections=collections)

    def of_sample(self, sample):
        """Return those of a sample."""
        return self._rows("java_rest.groups_of_sample", blSampleId=sample)

    def of_proteins(self, acronyms):
        """Return those of the samples of some proteins."""
        return self._rows("java_rest.groups_of_proteins", acronyms=acronyms)

    def _rows(self, query, **values):
        found = self._tx.all(query, self._slots, proposalId=self._proposal, **values)
        groups = list({row["dataCollectionGroupId"] for row in found})
        shown = [row["dataCollectionId"] for row in found]
        if not groups:
            return []
        rows = self._tx.all("java_rest.group_summaries", groups=groups, shown=shown)
        for add in (self._members, self._workflows, self._currents):
            add(rows, groups, shown)
        return rows

    def _members(self, rows, groups, shown):
        """Add what the groups' collections are, and what came of them."""
        members = by(self._tx.all("java_rest.members_of_groups", groups=groups), "dataCollectionGroupId")
        everyone = [each["dataCollectionId"] for of_group in members.values() for each in of_group]
        processed, screened = Processed(self._tx, shown, everyone), Screened(self._tx, groups, shown)
        for row in rows:
            of_group = members.get(row[_GROUP], [])
            row.update(processed.shown(row[_SHOWN]) | screened.shown(row[_GROUP], row[_SHOWN]) | _together(of_group))
            row.update(of_phasing(processed.steps(each["dataCollectionId"] for each in of_group)))

    def _workflows(self, rows, groups, shown):
        """Add the steps of the workflows that measured the groups."""
        workflows = {row["Workflow_workflowId"] for row in rows} - {None}
        found = optional.every(self._tx, "java_rest.steps_of_workflows", workflows=workflows) if workflows else []
        steps = by(found, "workflowId")
        for row in rows:
            row.update(_stepwise(steps.get(row["Workflow_workflowId"], [])))

    def _currents(self, rows, groups, shown):
        """Add the current in the ring when the first and the last image were taken."""
        images = {row[name] for row in rows for name in ("firstImageId", "lastImageId")} - {None}
        currents = by(self._tx.all("java_rest.currents_of_images", images=images), "dataCollectionId")
        for row in rows:
            found = currents.get(row[_SHOWN], ())
            row["synchrotronCurrent"] = joined(dict.fromkeys(each["synchrotronCurrent"] for each in found))


def _together(members):
    """Return what a group's collections are together."""
    images = [each["numberOfImages"] for each in members if each["numberOfImages"] is not None]
    return {
        "totalNumberOfImages": sum(images) if images else None,
        "totalNumberOfDataCollections": len(members),
        "numberOfGridSquares": len(members),
        "dataCollectionIdList": joined(each["dataCollectionId"] for each in members),
        "imageDirectoryList": joined(each["imageDirectory"] for each in members),
        "startTimeList": joined(each["startTime"] and str(each["startTime"]).replace("T", " ") for each in members),
        "magnificationList": joined(each["magnification"] for each in members),
        "voltageList": joined(each["voltage"] for each in members),
        "imagesCount": joined(images),
    }


def _stepwise(steps):
    characterising = [s for s in steps if (s["workflowStepType"] or "").lower().startswith("characteri")]
    return {
        "WorkflowStep_workflowStepId": joined(step["workflowStepId"] for step in steps),
        "WorkflowStep_workflowStepType": joined(step["workflowStepType"] for step in steps),
        "WorkflowStep_status": joined(step["status"] for step in steps),
        "characterisationWorkflowStepIds": joined(step["workflowStepId"] for step in characterising),
    }
