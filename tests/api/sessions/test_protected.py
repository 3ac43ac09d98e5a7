"""Sessions whose data are protected: hidden from those who would see them only because of their beamline."""

import pytest

SESSION = 1


@pytest.fixture(scope="module", params=["yes", "1", "Protected"], autouse=True)
def protected(request, written):
    """A session at a beamline of ``staff``, that member and pi belong to."""
    before = written.get("/sessions?limit=500", "staff").json
    assert SESSION in [row["sessionId"] for row in before["results"]]
    written.ask("UPDATE BLSession SET protectedData = %s WHERE sessionId = %s", request.param, SESSION)
    yield before
    written.ask("UPDATE BLSession SET protectedData = NULL WHERE sessionId = %s", SESSION)


def test_staff_of_the_beamline_do_not_see_it(written, protected):
    assert written.get(f"/sessions/{SESSION}", "staff").status_code == 404
    page = written.get("/sessions?limit=500", "staff").json
    assert SESSION not in [row["sessionId"] for row in page["results"]]
    assert page["total"] == protected["total"] - 1


@pytest.mark.parametrize("path", ["/events", "/datacollections", "/datacollectiongroups", "/persons"])
def test_staff_do_not_see_what_belongs_to_it(written, path):
    assert written.get(f"{path}?sessionId={SESSION}", "staff").json["total"] == 0
    assert written.get(f"{path}?sessionId={SESSION}", "pi").json["total"] > 0


def test_staff_do_not_write_to_it(written):
    for body in ({"comments": "x"}, {"nbShifts": 2}):
        assert written.open("PATCH", f"/sessions/{SESSION}", "staff", json=body).status_code == 404


@pytest.mark.parametrize("login", ["pi", "admin"])
def test_its_people_and_who_sees_everything_see_it(written, login):
    assert written.get(f"/sessions/{SESSION}", login).status_code == 200
