"""GET /session/{sessionId}, as py-ISPyB's branch for serial crystallography has it."""

from tests.support.beamtime import add


def test_a_session_has_every_column(site):
    found, known = site.get("/session/2").json, site.get("/sessions/2").json
    assert {name: found[name] for name in known if name not in ("scheduled", "usedFlag")} == {
        name: value for name, value in known.items() if name not in ("scheduled", "usedFlag")
    }
    assert found["beamLineSetupId"] == known["BeamLineSetup"]["beamLineSetupId"]
    assert type(found["scheduled"]) is int


def test_who_does_not_see_the_session_gets_404(site):
    assert site.get("/session/2", "member").status_code == 200
    assert site.get("/session/2", "outsider").status_code == 404
    assert site.get("/session/99999").status_code == 404


def test_bytes_of_a_key_are_hexadecimal(written):
    add(written, [("BLSession", {"sessionId": 90_001, "proposalId": 1, "externalId": bytes(range(16))})])
    assert written.get("/session/90001").json["externalId"] == "000102030405060708090A0B0C0D0E0F"
