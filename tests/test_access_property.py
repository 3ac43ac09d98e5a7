"""Whatever the facility, the API shows what the plain rules of tests/support/model.py say: no more, no less.

Hypothesis makes up people, groups, beamlines, proposals, sessions, measurements and grants, and looks for one where the
two differ.
"""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import ENGINES
from tests.support import facilities, sites
from tests.support.model import Model, groups

EXAMPLES = {"sqlite": 100, "mariadb": 30}
SETTINGS = {
    "auth.cache_seconds": 0.0,
    "auth.proposal_roles": ["Local Contact"],
    "auth.protected_data": ["yes"],
}


@pytest.fixture(scope="module", params=ENGINES)
def site(request, tmp_path_factory):
    """A site whose facility changes with each example."""
    with sites.open_site(request.param, tmp_path_factory.mktemp("random"), **SETTINGS) as opened:
        for login in ("admin", *facilities.PEOPLE.values()):
            opened.token(login)
        yield opened


@pytest.mark.timeout(900)  # to find a fault takes seconds, to make it small minutes
def test_everybody_sees_what_the_rules_say(site):
    @settings(
        max_examples=EXAMPLES[site.name],
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(facility=facilities.FACILITIES, asked=st.sampled_from(sorted(facilities.PEOPLE)))
    def check(facility, asked):
        facilities.fill(site, facility)
        model = Model(site)
        for login in facilities.PEOPLE.values():
            _check_lists(site, model, login)
        _check_items(site, model, facilities.PEOPLE[asked])
        _check_explanation(site, model, asked)

    check()


def _check_lists(site, model, login):
    sessions, found = model.sessions(login), groups(site)
    seen = model.measured(login, found)
    expected = {
        "/proposals": ("proposalId", model.proposals(login)),
        "/sessions": ("sessionId", sessions),
        "/datacollectiongroups": ("dataCollectionGroupId", seen),
        "/datacollections": ("dataCollectionId", {n for row in found if row["id"] in seen for n in row["collections"]}),
    }
    for path, (key, ids) in expected.items():
        page = _get(site, f"{path}?limit=500", login)
        assert (sorted(row[key] for row in page["results"]), page["total"]) == (sorted(ids), len(ids)), (path, login)
    _check_counts(site, model, login, sessions)
    _check_timeline(site, model, login, [row for row in found if row["id"] in seen])


def _check_counts(site, model, login, sessions):
    for proposal in _get(site, "/proposals?limit=500", login)["results"]:
        of_it = {row["sessionId"] for row in model.all_sessions if row["proposalId"] == proposal["proposalId"]}
        assert proposal["_metadata"]["sessions"] == len(of_it & sessions), (proposal["proposal"], login)


def _check_timeline(site, model, login, seen):
    expected = {("dc", max(row["collections"])) for row in seen if row["collections"]}
    for kind, rows in model.others.items():
        expected |= {(kind, number) for number in model.measured(login, rows)}
    page = _get(site, "/events?limit=500", login)
    assert (sorted((row["type"], row["id"]) for row in page["results"]), page["total"]) == (
        sorted(expected),
        len(expected),
    ), login
    kinds = {"OSC" if kind == "dc" else kind for kind, _ in expected}
    assert {row["eventType"] for row in _get(site, "/events/types", login)["results"]} == kinds, login


def _check_items(site, model, login):
    found = groups(site)
    expected = {
        "/proposals/{}": ({row["proposalId"] for row in model.all_proposals}, model.proposals(login)),
        "/sessions/{}": ({row["sessionId"] for row in model.all_sessions}, model.sessions(login)),
        "/datacollectiongroups/{}": ({row["id"] for row in found}, model.measured(login, found)),
    }
    for path, (every, seen) in expected.items():
        statuses = {number: site.get(path.format(number), login).status_code for number in every}
        assert statuses == {number: 200 if number in seen else 404 for number in every}, (path, login)


def _check_explanation(site, model, person_id):
    """What an administrator is told adds up to what the person sees."""
    login, path = facilities.PEOPLE[person_id], f"/admin/persons/{person_id}/access"
    sessions = model.sessions(login)
    told = _get(site, path, "admin")
    assert (told["sessions"], told["proposals"]) == (len(sessions), len(model.proposals(login)))
    about = _get(site, f"{path}?sessionId=1", "admin")
    assert about["visible"] == (1 in sessions) == any(rule["opens"] for rule in about["rules"])


def _get(site, path, login):
    answer = site.get(path, login)
    assert answer.status_code == 200, (path, answer.json)
    return answer.json
