"""An instrument's service token, and a beamline's session that runs."""

from dataclasses import dataclass, field


@dataclass
class Instrument:
    """Writes as a service would: with a token that holds ``permissions``, limited to beamlines where some are named."""

    site: object
    permissions: tuple = ("ingest_data", "ingest_proc", "all_proposals")
    beamlines: tuple = None
    headers: dict = field(init=False)

    def __post_init__(self):
        body = {"name": "instrument", "owner": "admin", "permissions": list(self.permissions)}
        if self.beamlines:
            body["beamLines"] = list(self.beamlines)
        answer = self.site.open("POST", "/auth/service-tokens", json=body)
        assert answer.status_code == 201, answer.json
        self.headers = {"Authorization": f"Bearer {answer.json['token']}"}

    def send(self, method, path, json=None, headers=None, **options):
        return self.site.open(method, path, None, json=json, headers={**self.headers, **(headers or {})}, **options)

    def make(self, path, **body):
        """Make a row; return it."""
        answer = self.send("POST", path, body)
        assert answer.status_code in (200, 201), answer.json
        return answer.json


def running_session(site, beamline="BL01-MX"):
    """Return a session at the beamline that runs now: {sessionId, proposalId}."""
    return site.ask(
        "SELECT s.sessionId, s.proposalId FROM BLSession s JOIN Proposal p ON p.proposalId = s.proposalId"
        " WHERE s.beamLineName = %s AND s.startDate <= NOW() AND s.endDate >= NOW()"
        " AND p.state = 'Open' ORDER BY s.sessionId",
        beamline,
    )[0]
