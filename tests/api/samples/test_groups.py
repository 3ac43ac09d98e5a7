"""/samples/groups, and the ligands of samples."""

import pytest

from ispyb_api.components.schemas_ligands import LigandPageSchema
from ispyb_api.samples.schemas_groups import SampleGroupSchema
from tests.contract.shapes import faults

MX415, SAMPLES, SAMPLE_OF_MX533 = 1, (1, 2, 3), 66


@pytest.fixture
def group(rows):
    return rows.sample_group(samples=[{"blSampleId": each} for each in SAMPLES])


def patch(site, group, login="pi", **body):
    return site.open("PATCH", f"/samples/groups/{group}", login, json=body)


def test_a_group_is_answered_in_its_order(written):
    members = [
        {"blSampleId": 1, "order": 3, "type": "sample"},
        {"blSampleId": 2, "type": "background"},
        {"blSampleId": 3, "order": 1},
    ]
    made = written.open("POST", "/samples/groups", "pi", json={"proposalId": MX415, "name": "G", "samples": members})
    assert made.status_code == 201, made.json
    assert list(faults(SampleGroupSchema, made.json)) == []
    assert [(row["blSampleId"], row["order"], row["type"], row["name"]) for row in made.json["samples"]] == [
        (3, 1, None, "LYSO-a3"), (1, 3, "sample", "LYSO-a1"), (2, None, "background", "LYSO-a2"),
    ]  # fmt: skip
    assert (made.json["proposal"], made.json["ownerId"]) == ("MX415", 2)
    assert written.get(f"/samples/groups/{made.json['blSampleGroupId']}", "member").json == made.json


def test_samples_are_replaced_whole_or_left(written, group):
    read = written.get(f"/samples/groups/{group}").json["samples"]
    assert len(patch(written, group, name="other").json["samples"]) == 3
    assert patch(written, group, samples=read).json["samples"] == read
    assert [row["blSampleId"] for row in patch(written, group, samples=[{"blSampleId": 4}]).json["samples"]] == [4]
    assert patch(written, group, samples=[]).json["samples"] == []


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({"name": ""}, {"name"}),
        ({"name": None}, {"name"}),
        ({"samples": [{"blSampleId": 1}, {"blSampleId": SAMPLE_OF_MX533}]}, {"samples[1].blSampleId"}),
        ({"samples": [{"blSampleId": 1}, {"blSampleId": 1}]}, {"samples[1].blSampleId"}),
        ({"samples": [{"blSampleId": 1, "type": "hero"}]}, {"samples[0].type"}),
        ({"samples": [{}]}, {"samples[0].blSampleId"}),
        ({"proposalId": 1, "ownerId": 1, "blSampleGroupId": 1}, {"proposalId", "ownerId", "blSampleGroupId"}),
    ],
)
def test_what_a_group_cannot_be_is_named(written, group, body, fields):
    before = written.get(f"/samples/groups/{group}").json
    for login in ("pi", "admin"):
        answer = patch(written, group, login, **body)
        assert (answer.status_code, set(answer.json["errors"])) == (422, fields)
    assert written.get(f"/samples/groups/{group}").json == before


def test_a_group_with_samples_of_others_too_stays_as_it_is(written, group):
    written.ask(
        "INSERT INTO BLSampleGroup_has_BLSample (blSampleGroupId, blSampleId) VALUES (%s, %s)", group, SAMPLE_OF_MX533
    )
    shown = written.get(f"/samples/groups/{group}", "pi").json["samples"]
    assert {row["blSampleId"] for row in shown} == set(SAMPLES)
    assert patch(written, group, name="x").status_code == 403
    assert written.open("DELETE", f"/samples/groups/{group}", "pi").status_code == 403
    assert patch(written, group, "admin", name="x").status_code == 200


@pytest.mark.parametrize(("query", "there"), [("proposal=MX415", True), ("blSampleId=2", True), ("blSampleId=30", False), ("search=zzz", False)])  # fmt: skip
def test_groups_are_found(written, group, query, there):
    found = {
        row["blSampleGroupId"] for row in written.get(f"/samples/groups?limit=500&{query}", "member").json["results"]
    }
    assert (group in found) == there


def test_removing_a_group_leaves_its_samples(written, group):
    assert written.open("DELETE", f"/samples/groups/{group}", "pi").status_code == 204
    assert written.get(f"/samples/groups/{group}").status_code == 404
    assert written.get("/samples/1").status_code == 200


def test_second_of_two_editors_is_told(written, group):
    etag = {"If-Match": written.get(f"/samples/groups/{group}", "pi").headers["ETag"]}
    answers = [
        written.open("PATCH", f"/samples/groups/{group}", "pi", json={"name": each}, headers=etag).status_code
        for each in "ab"
    ]
    assert answers == [200, 412]


# --- ligands of samples


def soak(site, sample, *ligands, login="pi"):
    return site.open("PUT", f"/samples/{sample}/ligands", login, json={"ligandIds": list(ligands)})


def test_a_sample_is_soaked_with_several_or_none(written, rows):
    sample, first, second = rows.sample(), rows.ligand(), rows.ligand()
    answer = soak(written, sample, first, second, first)
    assert list(faults(LigandPageSchema, answer.json)) == []
    assert [row["ligandId"] for row in answer.json["results"]] == [first, second]
    assert soak(written, sample, second).json["total"] == 1
    assert soak(written, sample).json["total"] == 0
    assert soak(written, sample, second).json["results"][0]["_metadata"]["samples"] == 1
    assert written.open("DELETE", f"/samples/{sample}", "pi").status_code == 204
    assert written.get(f"/ligands/{second}").json["_metadata"]["samples"] == 0


def test_ligands_of_another_proposal_are_refused(written, rows):
    other = rows.new("/ligands", "ligandId", proposalId=4, name="of MX533")
    for login in ("pi", "admin"):
        answer = soak(written, rows.sample(), rows.ligand(), other, login=login)
        assert (answer.status_code, set(answer.json["errors"])) == (422, {"ligandIds[1]"})
