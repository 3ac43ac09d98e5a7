"""Who sees what, in slow and obvious Python, to hold the SQL against."""

import json

# What is measured besides data collections, as rows to see.
_OTHERS = {
    "robot": "SELECT robotActionId AS id, blsessionId AS session, blsampleId AS sample FROM RobotAction",
    "es": "SELECT energyScanId AS id, sessionId AS session, blSampleId AS sample FROM EnergyScan",
    "xrf": "SELECT xfeFluorescenceSpectrumId AS id, sessionId AS session, blSampleId AS sample FROM XFEFluorescenceSpectrum",
}


class Model:
    """Reads whole tables of a site and applies the rules person by person and row by row."""

    def __init__(self, site):
        chosen = site.settings.auth
        self._roles, self._protected = set(chosen.proposal_roles), {text.casefold() for text in chosen.protected_data}
        self.persons = {
            row["login"]: row["personId"] for row in site.ask("SELECT personId, login FROM Person") if row["login"]
        }
        self._participants = site.ask("SELECT sessionId, personId, role FROM Session_has_Person")
        self._belonging = site.ask("SELECT proposalId, personId FROM ProposalHasPerson")
        self.all_proposals = site.ask("SELECT proposalId, personId FROM Proposal")
        self.all_sessions = site.ask("SELECT sessionId, proposalId, beamLineName, protectedData FROM BLSession")
        rights = "SELECT ug.personId, p.type FROM UserGroup_has_Person ug JOIN UserGroup_has_Permission gp ON gp.userGroupId = ug.userGroupId JOIN Permission p ON p.permissionId = gp.permissionId"
        self._rights = site.ask(rights)
        options = site.ask("SELECT value FROM AdminVar WHERE name = 'beamLineGroups'")
        self._groups = json.loads(options[0]["value"]) if options else []
        self._grants = site.ask("SELECT personId, proposalId, sessionId, blSampleId FROM api_grant")
        self.others = {kind: site.ask(sql) for kind, sql in _OTHERS.items()}
        self._proposal_of = {row["sessionId"]: row["proposalId"] for row in self.all_sessions}

    def permissions(self, login):
        return {row["type"] for row in self._rights if row["personId"] == self.persons[login]}

    def beamlines(self, login):
        groups = [group for group in self._groups if group["permission"] in self.permissions(login)]
        return {beamline["beamLineName"].casefold() for group in groups for beamline in group["beamLines"]}

    def sessions(self, login):
        """Return the ids of the sessions that the person may see."""
        return {row["sessionId"] for row in self.all_sessions if self._sees(login, row)}

    def _sees(self, login, session):
        person, number = self.persons[login], session["sessionId"]
        here = [each for each in self._participants if each["personId"] == person]
        return (
            "all_proposals" in self.permissions(login)
            or any(each["sessionId"] == number for each in here)
            or any(
                each["role"] in self._roles and self._proposal_of.get(each["sessionId"]) == session["proposalId"]
                for each in here
            )
            or session["proposalId"] in self._own_proposals(person)
            or (
                (session["beamLineName"] or "").casefold() in self.beamlines(login)
                and (session["protectedData"] or "").casefold() not in self._protected
            )
            or any(
                (each["personId"], each["sessionId"], each["proposalId"]) == (person, number, session["proposalId"])
                for each in self._grants
            )
        )

    def _own_proposals(self, person):
        belonging = {row["proposalId"] for row in self._belonging if row["personId"] == person}
        return belonging | {row["proposalId"] for row in self.all_proposals if row["personId"] == person}

    def proposals(self, login):
        """Return the ids of the proposals that the person may see."""
        person = self.persons[login]
        if "all_proposals" in self.permissions(login):
            return {row["proposalId"] for row in self.all_proposals}
        shared = {row["proposalId"] for row in self._grants if row["personId"] == person and row["blSampleId"]}
        return {self._proposal_of[number] for number in self.sessions(login)} | self._own_proposals(person) | shared

    def measured(self, login, rows):
        """Return the ids of those ``rows`` ({id, session, sample}) that the person may see."""
        seen, person = self.sessions(login), self.persons[login]
        shared = {(row["proposalId"], row["blSampleId"]) for row in self._grants if row["personId"] == person}
        return {
            row["id"]
            for row in rows
            if row["session"] in seen
            or (row["sample"] is not None and (self._proposal_of.get(row["session"]), row["sample"]) in shared)
        }


def groups(site):
    """Return the groups of data collections as rows to see: {id, session, sample, collections}."""
    found = site.ask(
        "SELECT dataCollectionGroupId AS id, sessionId AS session, blSampleId AS sample FROM DataCollectionGroup"
    )
    collections = site.ask(
        "SELECT dataCollectionId AS id, dataCollectionGroupId AS grp, blSampleId AS sample FROM DataCollection"
    )
    for row in found:
        row["collections"] = [each["id"] for each in collections if each["grp"] == row["id"]]
        samples = {each["sample"] for each in collections if each["grp"] == row["id"]}
        if row["sample"] is None and len(samples) == 1:
            row["sample"] = samples.pop()
    return found
