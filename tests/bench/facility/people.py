"""Who works at the facility: laboratories, persons, their rights, their proposals and sessions."""

import json

from tests.bench.facility.plan import (
    ADMIN,
    BEAMLINES,
    LOGINS,
    MEMBER,
    PLANNED_FROM,
    STAFF,
    STAFF_BEAMLINE,
    Table,
    kind,
    stamp,
)

_LABORATORIES = range(1, 41)
_ADMINISTRATORS, _BEAMLINE_STAFF = 2001, 2002
_STAFF_PERMISSION = 2001
_SERVICES = range(1, 21)  # made by hand, however large the facility
_CODES = {"mx": "mx", "ssx": "ssx", "em": "em"}


def tables(plan, permissions):
    """Yield the tables of people, proposals and sessions."""
    yield Table("Laboratory", map(_laboratory, _LABORATORIES))
    yield Table("Person", _persons(plan))
    yield from _rights(permissions)
    yield Table("Proposal", (_proposal(plan, number) for number in plan.proposals))
    yield Table("ProposalHasPerson", _numbered("proposalHasPersonId", _members(plan)))
    yield Table("BeamLineSetup", map(_setup, range(1, 9)))
    yield Table("BLSession", map(_session, plan.sessions))
    yield Table("SessionType", map(_session_type, plan.sessions))
    yield Table("Session_has_Person", _participants(plan))
    yield Table("api_grant", _numbered("grantId", _grants(plan)))
    yield Table("api_service_token", map(_service, _SERVICES))
    yield Table("api_activity", map(_activity, plan.persons))


def _laboratory(number):
    return {
        "laboratoryId": number,
        "name": f"Laboratory {number}",
        "address": f"{number} Station Road",
        "city": f"City {number % 17}",
        "country": ("France", "Germany", "Spain", "Sweden")[number % 4],
    }


def _persons(plan):
    for number in (*LOGINS, *plan.persons):
        login = LOGINS.get(number, f"user{number}")
        yield {
            "personId": number,
            "laboratoryId": 1 + number % len(_LABORATORIES),
            "familyName": f"Family{number}",
            "givenName": f"Given{number % 97}",
            "emailAddress": f"{login}@example.org",
            "login": login,
            "siteId": number,
            "recordTimeStamp": stamp(0),
        }


def _rights(permissions):
    names = {ADMIN: (_ADMINISTRATORS, "bench administrators"), STAFF: (_BEAMLINE_STAFF, "bench beamline staff")}
    yield Table(
        "Permission",
        [
            {
                "permissionId": _STAFF_PERMISSION,
                "type": "bl_bench",
                "description": f"See what was measured at {STAFF_BEAMLINE}",
            }
        ],
    )
    yield Table("UserGroup", [{"userGroupId": group, "name": name} for group, name in names.values()])
    yield Table("UserGroup_has_Person", [{"userGroupId": group, "personId": who} for who, (group, _) in names.items()])
    given = [(_ADMINISTRATORS, each) for each in permissions] + [(_BEAMLINE_STAFF, _STAFF_PERMISSION)]
    yield Table("UserGroup_has_Permission", [{"userGroupId": group, "permissionId": each} for group, each in given])
    yield Table("AdminVar", [{"name": "beamLineGroups", "value": json.dumps(list(_beamline_groups()))}])


def _beamline_groups():
    for name, beamlines in BEAMLINES.items():
        yield {
            "groupName": name.upper(),
            "uiGroup": name,
            "permission": f"bl_{name}_all",
            "beamLines": [{"beamLineName": each} for each in beamlines],
        }
    yield {
        "groupName": "Bench",
        "uiGroup": "mx",
        "permission": "bl_bench",
        "beamLines": [{"beamLineName": STAFF_BEAMLINE}],
    }


def _proposal(plan, number):
    return {
        "proposalId": number,
        "personId": MEMBER if number == plan.member_leads else _team(plan, number)[0],
        "title": f"Structure and dynamics of target {number}",
        "proposalCode": _CODES[kind(number)],
        "proposalNumber": 1000 + number,
        "proposalType": kind(number)[:2].upper(),
        "state": "Open" if number % 4 else "Closed",
        "bltimeStamp": stamp(number % 700 * 86400),
    }


def _team(plan, proposal):
    return plan.random("team", proposal).sample(plan.persons, 5)


def _members(plan):
    for proposal in plan.proposals:
        for person in _team(plan, proposal) + [MEMBER] * (proposal in plan.member_of):
            yield {"proposalId": proposal, "personId": person, "role": "Co-Investigator"}


def _numbered(key, rows):
    for number, row in enumerate(rows, 1):
        yield {key: number, **row}


def _grants(plan):
    """Yield what is shared: a session and a sample of each proposal, each with somebody of another team."""
    sessions = {session.proposal: session.sessionId for session in plan.sessions}
    for proposal in plan.proposals:
        guests = [person for person in plan.persons[proposal % 7 :] if person not in _team(plan, proposal)]
        for guest, shared in zip(guests, ("session", "sample"), strict=False):
            yield {
                "personId": guest,
                "sessionId": sessions[proposal] if shared == "session" else None,
                "blSampleId": plan.size.samples * proposal if shared == "sample" else None,
                "createdAt": stamp(proposal % 700 * 86400),
                "createdBy": f"user{_team(plan, proposal)[0]}",
                "proposalId": proposal,
            }


def _service(number):
    """Return a service token that nobody has: no text is known whose hash this is."""
    return {
        "serviceTokenId": number,
        "tokenHash": f"{number:064x}",
        "name": f"Service {number}",
        "personId": STAFF,
        "permissions": "[]",
        "createdAt": stamp(number % 700 * 86400),
        "createdBy": LOGINS[ADMIN],
        "expiresAt": stamp(PLANNED_FROM * 86400),
    }


def _activity(person):
    return {
        "activityId": person,
        "happenedAt": stamp(person % 2000 * 86400),
        "login": f"user{person}",
        "action": "login",
        "target": "bench",
    }


def _setup(number):
    return {
        "beamLineSetupId": number,
        "synchrotronMode": "7/8 multibunch",
        "undulatorType1": "U27",
        "focalSpotSizeAtSample": 0.03,
        "beamDivergenceHorizontal": 0.1,
        "beamDivergenceVertical": 0.02,
        "polarisation": 0.99,
        "monochromatorType": "Si 111",
        "setupDate": stamp(number * 86400),
        "recordTimeStamp": stamp(number * 86400),
    }


def _session(session):
    end = session.start + (session.days - 1) * 86400 + 14 * 3600
    return {
        "sessionId": session.sessionId,
        "expSessionPk": session.sessionId,
        "beamLineSetupId": 1 + session.sessionId % 8,
        "proposalId": session.proposal,
        "startDate": stamp(session.start),
        "endDate": stamp(end),
        "beamLineName": session.beamline,
        "scheduled": int(session.visit % 7 != 0),
        "nbShifts": 3 * session.days,
        "comments": f"Visit {session.visit}",
        "beamLineOperator": f"Contact {session.sessionId % 23}",
        "visit_number": session.visit,
        "bltimeStamp": stamp(session.start),
        "usedFlag": int(session.groups > 0),
        "lastUpdate": stamp(end),
        "archived": 0,
    }


def _session_type(session):
    return {"sessionTypeId": session.sessionId, "sessionId": session.sessionId, "typeName": kind(session.proposal)}


def _participants(plan):
    for session in plan.sessions:
        for place, person in enumerate(_present(plan, session)):
            role = ("Local Contact", "Principal Investigator")[place] if place < 2 else "Co-Investigator"
            yield {"sessionId": session.sessionId, "personId": person, "role": role, "remote": place % 2}


def _present(plan, session):
    """Return a local contact and half of the team."""
    contact = plan.persons[plan.random("contact", session.beamline, session.visit).randrange(len(plan.persons))]
    team = [person for person in _team(plan, session.proposal)[::2] if person != contact]
    visits = session.proposal == plan.member_visits and session.visit == 1
    takes_part = visits or session.proposal in plan.member_of[:2]
    return [contact, *team, *[MEMBER] * takes_part]
