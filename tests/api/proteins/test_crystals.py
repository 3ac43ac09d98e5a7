"""GET /crystals and /spacegroups"""

import pytest

from ispyb_api.proteins.schemas_crystals import SpaceGroupPageSchema, WholeCrystalPageSchema
from tests.contract.shapes import faults


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("proposal=SH100", [9301, 9300]),
        ("proposal=sh100&order_by=crystalId", [9300, 9301]),
        ("proteinId=9300", [9301, 9300]),
        ("proteinId=9311", []),
        ("proposal=SH200", []),
        ("search=%25", []),
    ],
)
def test_condition(site, query, expected):
    page = site.get(f"/crystals?{query}", "member").json
    assert [row["crystalId"] for row in page["results"]] == expected
    assert list(faults(WholeCrystalPageSchema, page)) == []


@pytest.mark.parametrize(("login", "samples"), [("member", 2), ("admin", 3)])
def test_counts_are_of_what_one_may_see(site, login, samples):
    assert site.get("/crystals/9300", login).json["_metadata"]["samples"] == samples


def test_hidden_looks_missing(site):
    assert site.get("/crystals/9311", "member").status_code == 404


def test_space_groups_are_in_the_order_of_their_numbers(site):
    page = site.get("/spacegroups?limit=500", "outsider").json
    assert list(faults(SpaceGroupPageSchema, page)) == []
    numbers = [row["spaceGroupNumber"] for row in page["results"]]
    assert numbers == sorted(numbers)
    assert page["total"] == len(numbers) == 65


@pytest.mark.parametrize(("query", "names"), [("spaceGroupNumber=19", ["P212121"]), ("MX_used=false", [])])
def test_space_groups_are_found(site, query, names):
    assert [row["spaceGroupShortName"] for row in site.get(f"/spacegroups?{query}").json["results"]] == names
