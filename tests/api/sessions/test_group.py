"""GET /sessions/group: one session of each beamline."""

import pytest

from tests.api.conftest import IDS


def page(site, query, login="admin"):
    answer = site.get(f"/sessions/group?{query}", login=login)
    assert answer.status_code == 200, answer.json
    return answer.json


@pytest.mark.parametrize(
    ("login", "query", "expected"),
    [
        ("admin", "beamLineGroup=MX", [4]),  # none of BL09-MX, which is archived
        ("admin", "beamLineGroup=MX&upcoming=true", [3]),
        ("admin", "beamLineGroup=MX&previous=true", [10]),
        ("admin", "beamLineGroup=MX&sessionType=Mail-in", [10]),
        ("admin", "beamLineGroup=SSX", [7]),
        ("admin", "beamLineGroup=ssx", [7]),
        ("admin", "beamLineGroup=EM&upcoming=true", [9]),
        ("admin", "beamLineGroup=Nonesuch", []),
        ("admin", "", []),
        ("member", "beamLineGroup=MX", [3]),
        ("member", "beamLineGroup=EM", []),
        ("outsider", "beamLineGroup=MX", []),
    ],
)
def test_one_session_of_each_beamline_in_use(site, login, query, expected):
    found = page(site, query, login)
    assert [row["sessionId"] for row in found["results"]] == expected
    assert (found["total"], found["skip"], found["limit"]) == (len(expected), 0, len(expected))


def test_beamlines_come_in_the_order_of_the_option(odd_site):
    found = page(odd_site, "beamLineGroup=ODD&upcoming=true")["results"]
    assert [(row["beamLineName"], row["sessionId"]) for row in found] == [
        ("BL03-EM", 9),
        ("BL-ODD", IDS["for ever"]),
        ("BL02-SSX", 7),
    ]
    found = page(odd_site, "beamLineGroup=ODD")["results"]
    assert [row["sessionId"] for row in found] == [9, IDS["far"], 7]


def test_a_group_takes_three_statements_whatever_its_size(odd_site):
    odd_site.token("admin")
    with odd_site.statements() as counted:
        page(odd_site, "beamLineGroup=ODD")
    assert counted.number == 3


@pytest.mark.parametrize("name", ["skip", "limit", "order_by", "proposal", "nonesuch"])
def test_it_takes_nothing_else(site, name):
    answer = site.get(f"/sessions/group?{name}=1&upcoming=maybe")
    assert (answer.status_code, set(answer.json["errors"])) == (422, {name, "upcoming"})
