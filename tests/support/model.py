"""Who sees what, in slow and obvious Python, to hold the SQL against."""

import json


class Model:
    """Reads whole tables of a site and applies the rule person by person."""

    def __init__(self, site):
        self.persons = {
            row["login"]: row["personId"] for row in site.ask("SELECT personId, login FROM Person") if row["login"]
        }
        self._participants = site.ask("SELECT sessionId, personId FROM Session_has_Person")
        self._belonging = site.ask("SELECT proposalId, personId FROM ProposalHasPerson")
        self._proposals = site.ask("SELECT proposalId, personId FROM Proposal")
        self._sessions = site.ask("SELECT sessionId, proposalId, beamLineName FROM BLSession")
        rights = "SELECT ug.personId, p.type FROM UserGroup_has_Person ug JOIN UserGroup_has_Permission gp ON gp.userGroupId = ug.userGroupId JOIN Permission p ON p.permissionId = gp.permissionId"
        self._rights = site.ask(rights)
        self._groups = json.loads(site.ask("SELECT value FROM AdminVar WHERE name = 'beamLineGroups'")[0]["value"])

    def permissions(self, login):
        return {row["type"] for row in self._rights if row["personId"] == self.persons[login]}

    def beamlines(self, login):
        groups = [group for group in self._groups if group["permission"] in self.permissions(login)]
        return {beamline["beamLineName"] for group in groups for beamline in group["beamLines"]}

    def sessions(self, login):
        """Return the ids of the sessions that the person may see."""
        person, everything = self.persons[login], "all_proposals" in self.permissions(login)
        whole = {row["proposalId"] for row in self._belonging if row["personId"] == person}
        whole |= {row["proposalId"] for row in self._proposals if row["personId"] == person}
        single = {row["sessionId"] for row in self._participants if row["personId"] == person}
        beamlines = self.beamlines(login)
        return {
            row["sessionId"]
            for row in self._sessions
            if everything
            or row["sessionId"] in single
            or row["proposalId"] in whole
            or row["beamLineName"] in beamlines
        }

    def proposals(self, login):
        """Return the ids of the proposals that the person may see."""
        person = self.persons[login]
        if "all_proposals" in self.permissions(login):
            return {row["proposalId"] for row in self._proposals}
        seen = self.sessions(login)
        of_sessions = {row["proposalId"] for row in self._sessions if row["sessionId"] in seen}
        belonging = {row["proposalId"] for row in self._belonging if row["personId"] == person}
        return of_sessions | belonging | {row["proposalId"] for row in self._proposals if row["personId"] == person}
