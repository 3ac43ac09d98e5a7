"""Random small facilities, for hypothesis to build and a site to hold."""

import json

from hypothesis import strategies as st

PEOPLE = {2: "pi", 3: "member", 4: "contact", 5: "staff"}
ADMIN = 1
PERMISSIONS = {1: "all_proposals", 2: "bl_one", 3: "bl_two", 4: "manage_persons"}
BEAMLINES = ("ONE", "two", "THREE", None)

_EMPTIED = (
    "api_grant", "RobotAction", "EnergyScan", "XFEFluorescenceSpectrum", "DataCollection", "DataCollectionGroup", "BLSample",
    "Session_has_Person", "ProposalHasPerson", "BLSession", "Proposal", "UserGroup_has_Person", "UserGroup_has_Permission",
    "UserGroup", "Permission", "AdminVar", "api_option",
)  # fmt: skip

_person = st.sampled_from(sorted(PEOPLE))
_proposal, _session, _sample = st.integers(1, 2), st.integers(1, 5), st.integers(1, 3)
_some_sample = st.none() | _sample


def _lists(of, most, **options):
    return st.lists(of, max_size=most, **options)


def _once(*parts, most):
    return _lists(st.tuples(*parts), most, unique_by=lambda row: row[:2])


FACILITIES = st.fixed_dictionaries(
    {
        "leaders": st.tuples(*[st.just(0) | _person] * 2),
        "sessions": st.tuples(
            *[st.tuples(_proposal, st.sampled_from(BEAMLINES), st.sampled_from([None, None, "OK", "Yes"]))] * 5
        ),
        "participants": _once(_session, _person, st.sampled_from([None, "Staff", "Local Contact"]), most=4),
        "members": _lists(st.tuples(_proposal, _person), 3),
        "user groups": _lists(
            st.tuples(
                _lists(_person, 2, unique=True), _lists(st.sampled_from(sorted(PERMISSIONS)), 2, unique=True)
            ), 2,
        ),
        "beamline groups": _lists(
            st.tuples(
                st.sampled_from(["bl_one", "bl_two"]), _lists(st.sampled_from(["one", "TWO", "THREE"]), 2, unique=True)
            ), 2,
        ),
        "groups": st.tuples(*[st.tuples(_session, _some_sample, _lists(_some_sample, 3))] * 5),
        "others": st.tuples(*[st.tuples(st.just(kind), _session, _sample) for kind in ("robot", "es", "xrf", "robot")]),
        "shared sessions": _once(_person, _session, _proposal, most=3),
        "shared samples": _once(_person, _sample, _proposal, most=4),
    }
)  # fmt: skip


def fill(site, facility):
    """Replace what the site holds by the facility, its people excepted."""
    mariadb = site.name == "mariadb"
    with site.database.engine.raw() as raw:
        cursor = raw.cursor()
        cursor.execute("SET foreign_key_checks = 0" if mariadb else "PRAGMA foreign_keys = OFF")
        cursor.execute("BEGIN")
        for table in _EMPTIED:
            cursor.execute(f"DELETE FROM {table}")
        for table, columns, rows in _rows(facility):
            marks = ", ".join(["%s" if mariadb else "?"] * len(columns.split(",")))
            cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)
        cursor.execute("COMMIT")


def _rows(facility):
    """Yield (table, columns, rows) of everything in the facility."""
    leaders = enumerate(facility["leaders"], 1)
    yield "Proposal", "proposalId, personId, proposalCode, proposalNumber", [(n, p, "PX", str(n)) for n, p in leaders]
    yield (
        "BLSession",
        "sessionId, proposalId, beamLineName, protectedData, visit_number",
        [(number, *row, number) for number, row in enumerate(facility["sessions"], 1)],
    )
    yield "Session_has_Person", "sessionId, personId, role", facility["participants"]
    yield "ProposalHasPerson", "proposalId, personId", facility["members"]
    yield from _rights(facility)
    yield from _measured(facility)
    moment = "2030-06-12 12:00:00"
    shared = [(p, of, s, None, moment, "x") for p, s, of in facility["shared sessions"]]
    shared += [(p, of, None, s, moment, "x") for p, s, of in facility["shared samples"]]
    yield "api_grant", "personId, proposalId, sessionId, blSampleId, createdAt, createdBy", shared


def _rights(facility):
    yield "Permission", "permissionId, type", list(PERMISSIONS.items())
    groups = [([ADMIN], [1, 4]), *facility["user groups"]]
    yield "UserGroup", "userGroupId, name", [(n, f"group {n}") for n, _ in enumerate(groups)]
    yield (
        "UserGroup_has_Person",
        "userGroupId, personId",
        [(n, p) for n, (people, _) in enumerate(groups) for p in people],
    )
    yield (
        "UserGroup_has_Permission",
        "userGroupId, permissionId",
        [(n, p) for n, (_, held) in enumerate(groups) for p in held],
    )
    lines = [
        {
            "groupName": str(n),
            "uiGroup": "",
            "permission": held,
            "beamLines": [{"beamLineName": name} for name in names],
        }
        for n, (held, names) in enumerate(facility["beamline groups"])
    ]
    yield "AdminVar", "name, value", [("beamLineGroups", json.dumps(lines))]


def _measured(facility):
    yield "BLSample", "blSampleId, name", [(n, f"sample {n}") for n in (1, 2, 3)]
    groups = list(enumerate(facility["groups"], 1))
    yield (
        "DataCollectionGroup",
        "dataCollectionGroupId, sessionId, blSampleId, experimentType",
        [(n, session, sample, "OSC") for n, (session, sample, _) in groups],
    )
    yield (
        "DataCollection",
        "dataCollectionId, dataCollectionGroupId, blSampleId, startTime",
        [
            (10 * n + k, n, sample, f"2030-06-12 {n:02}:0{k}:00")
            for n, (_, _, all_) in groups
            for k, sample in enumerate(all_)
        ],
    )
    tables = {
        "robot": ("RobotAction", "robotActionId, blsessionId, blsampleId"),
        "es": ("EnergyScan", "energyScanId, sessionId, blSampleId"),
        "xrf": ("XFEFluorescenceSpectrum", "xfeFluorescenceSpectrumId, sessionId, blSampleId"),
    }
    for kind, (table, columns) in tables.items():
        yield table, columns, [(n, *row[1:]) for n, row in enumerate(facility["others"], 1) if row[0] == kind]
