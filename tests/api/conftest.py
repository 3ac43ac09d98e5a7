"""A site with more than the demo facility: rows that no form lets in and every real database holds."""

import datetime
import json

import pytest

from tests.conftest import ENGINES
from tests.support import sites

# Sessions by what is odd about them: (id, minutes from now to its begin and to its end).
TIMED = {
    "soon": (101, 10, 500),
    "just over": (102, -500, -10),
    "running": (103, -100, 100),
    "not soon": (104, 30, 500),
    "long over": (105, -500, -30),
    "endless": (106, -100, None),
    "no begin": (107, None, 100),
}
DATED = {
    "for ever": (108, "2019-05-01 09:30:00", "9999-12-31 00:00:00"),
    "far": (109, "2090-01-01 00:00:00", "2090-02-01 00:00:00"),
    "over new year": (110, "2011-12-30 09:30:00", "2012-02-02 08:00:00"),
    "busy": (111, "2012-03-05 09:30:00", "2012-03-06 08:00:00"),
    "begins in march": (112, "2012-03-31 23:59:59", None),
    "ends in march": (113, None, "2012-03-01 00:00:00"),
    "no proposal": (114, "2013-01-01 09:30:00", "2013-01-02 08:00:00"),
    "no beamline": (115, "2013-01-01 09:30:00", "2013-01-02 08:00:00"),
    "zero": (116, "0000-00-00 00:00:00", "0000-00-00 00:00:00"),  # MariaDB alone can hold these
}
IDS = {name: row[0] for name, row in {**TIMED, **DATED}.items()}
PROPOSAL = 90  # ODD1


@pytest.fixture(scope="session", params=ENGINES)
def odd_site(request, tmp_path_factory):
    """A site with odd rows, shared by tests that put back what they change."""
    with sites.open_site(request.param, tmp_path_factory.mktemp("odd")) as opened:
        with opened.database.engine.raw() as raw:
            _fill(opened, raw.cursor())
        yield opened


def _fill(site, cursor):
    mariadb = site.name == "mariadb"

    def put(sql, *values):
        cursor.execute(sql if mariadb else sql.replace("%s", "?"), values)

    put("SET SESSION sql_mode = '', foreign_key_checks = 0" if mariadb else "PRAGMA foreign_keys = OFF")
    put("INSERT INTO Proposal (proposalId, personId, proposalCode, proposalNumber) VALUES (90, 10, 'ODD', '1')")
    for number, begin, end in [*_timed(cursor), *DATED.values()]:
        if mariadb or number != IDS["zero"]:
            put(
                "INSERT INTO BLSession (sessionId, proposalId, visit_number, beamLineName, startDate, endDate)"
                " VALUES (%s, %s, %s, %s, %s, %s)",
                number,
                999 if number == IDS["no proposal"] else PROPOSAL,
                number,
                "" if number == IDS["no beamline"] else "BL-ODD",
                begin,
                end,
            )
    _make_busy(put)
    _people(put)
    _group(cursor, put)


def _timed(cursor):
    cursor.execute("SELECT NOW() AS now")
    now = cursor.fetchone()["now"]
    now = datetime.datetime.fromisoformat(now) if isinstance(now, str) else now
    for number, *minutes in TIMED.values():
        yield number, *(None if each is None else str(now + datetime.timedelta(minutes=each)) for each in minutes)


def _make_busy(put):
    """Three persons, three types, two groups with three collections: what multiplies where tables are joined."""
    busy = IDS["busy"]
    for person in (8, 9, 10):
        put("INSERT INTO Session_has_Person (sessionId, personId, role) VALUES (%s, %s, 'Staff')", busy, person)
    for name in ("Remote", "Beamtime", "Training", "Remote"):
        put("INSERT INTO SessionType (sessionId, typeName) VALUES (%s, %s)", busy, name)
    for group, collections in ((9001, (9001, 9002)), (9002, (9003,))):
        put("INSERT INTO DataCollectionGroup (dataCollectionGroupId, sessionId) VALUES (%s, %s)", group, busy)
        for each in collections:
            put("INSERT INTO DataCollection (dataCollectionId, dataCollectionGroupId) VALUES (%s, %s)", each, group)


def _people(put):
    """A stranger, a user office that sees no proposal, somebody without a login in a session."""
    put("INSERT INTO Person (personId, login, givenName, familyName) VALUES (201, 'nobody', 'No', 'Body')")
    put("INSERT INTO Person (personId, login, givenName, familyName) VALUES (202, '', 'Empty', 'Login')")
    put("INSERT INTO Session_has_Person (sessionId, personId) VALUES (3, 202)")
    put("INSERT INTO LabContact (labContactId, personId, cardName, proposalId) VALUES (9001, 16, 'Card', 4)")
    put("INSERT INTO UserGroup_has_Person (userGroupId, personId) VALUES (6, 6)")


def _group(cursor, put):
    """A group of several beamlines; of the last there is no session."""
    cursor.execute("SELECT value FROM AdminVar WHERE name = 'beamLineGroups'")
    groups = json.loads(cursor.fetchone()["value"])
    lines = [{"beamLineName": name} for name in ("BL03-EM", "BL-ODD", "BL02-SSX", "BL-NONE")]
    groups.append({"groupName": "ODD", "uiGroup": "odd", "permission": "bl_odd", "beamLines": lines})
    put("UPDATE AdminVar SET value = %s WHERE name = 'beamLineGroups'", json.dumps(groups, separators=(",", ":")))
