"""POST /processings/screenings: characterisations with all that belongs to them, and ranks."""

import copy

import pytest

from ispyb_api.processing.schemas_screenings import ScreeningSchema
from tests.contract.shapes import faults
from tests.support.pipelines import CHARACTERISATION

TABLES = (
    "Screening",
    "ScreeningInput",
    "ScreeningOutput",
    "ScreeningOutputLattice",
    "ScreeningStrategy",
    "ScreeningStrategyWedge",
)


@pytest.fixture
def sent(rows):
    return {**copy.deepcopy(CHARACTERISATION), "dataCollectionId": rows.collection()}


def differences(sent, shown, where=""):
    """Yield where what is shown is not what was sent."""
    for name, value in sent.items():
        path = f"{where}.{name}"
        if isinstance(value, list):
            yield from [f"{path}: {len(shown[name])} rows"] if len(shown[name]) != len(value) else ()
            for one, other in zip(value, shown[name], strict=False):
                yield from differences(one, other, path)
        elif shown[name] != value:
            yield f"{path}: {shown[name]!r}, not {value!r}"


def test_a_tree_is_read_back_as_it_was_sent(written, instrument, sent):
    answer = instrument.send("POST", "/processings/screenings", sent)
    assert answer.status_code == 201, answer.json
    made = answer.json
    assert list(faults(ScreeningSchema, made)) == []
    assert list(differences(sent, made)) == []
    assert answer.headers["Location"].endswith(f"/processings/screenings/{made['screeningId']}")
    assert written.get(f"/processings/screenings/{made['screeningId']}", "pi").json == made
    listed = written.get(f"/processings/screenings?dataCollectionId={sent['dataCollectionId']}", "pi").json["results"]
    assert listed == [made]
    wedges = made["ScreeningOutput"][0]["ScreeningStrategy"][0]["ScreeningStrategyWedge"]
    assert [wedge["wedgeNumber"] for wedge in wedges] == [1, 5]
    assert [part["subWedgeNumber"] for part in wedges[0]["ScreeningStrategySubWedge"]] == [1, 2]
    assert [each["indexingSuccess"] for each in made["ScreeningOutput"]] == [1, 0]


def test_status_of_the_collection_tells_of_it(written, instrument, sent):
    instrument.make("/processings/screenings", **sent)
    number = sent["dataCollectionId"]
    found = written.get(f"/processings/status?dataCollectionIds=[{number}]", "pi").json["statuses"][str(number)]
    assert found["screening"]["EDNA MXv1"] == [
        {"status": 1, "indexingSuccess": 1},
        {"status": 0, "indexingSuccess": 0},
    ]


def test_a_tree_takes_as_many_statements_whatever_it_has(written, instrument, sent):
    def statements(many):
        body = {**sent, "ScreeningOutput": [sent["ScreeningOutput"][0]] * many}
        with written.statements() as counted:
            instrument.make("/processings/screenings", **body)
        return counted.number

    # What is done now and then, as noting when a token was used, does not count.
    one, twenty = (min(statements(many) for _ in range(3)) for many in (1, 20))
    assert one == twenty <= 15


def test_a_group_is_characterised_as_a_whole(written, instrument, rows):
    collection = rows.collection()
    group = written.get(f"/datacollections/{collection}", "pi").json["dataCollectionGroupId"]
    made = instrument.make("/processings/screenings", dataCollectionGroupId=group, programVersion="x")
    assert (made["dataCollectionId"], made["dataCollectionGroupId"], made["ScreeningOutput"]) == (None, group, [])


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("ScreeningOutput[0].ScreeningStrategy[0].ScreeningStrategyWedge[0].doseTotal", 3.1e6),
        ("ScreeningOutput[0].ScreeningStrategy[0].ScreeningStrategyWedge[0].comments", "x" * 256),
        ("ScreeningOutput[0].ScreeningStrategy[0].completeness", 0.99),
        ("ScreeningOutput[0].ScreeningOutputLattice[1].spaceGroup", "x" * 46),
        ("ScreeningOutput[1].program", "x" * 46),
        ("ScreeningInput[0].minimumFractionIndexed", 50),
        ("ScreeningInput[0].xmlSampleInformation", "x" * 65_536),
        ("shortComments", "x" * 21),
    ],
)
def test_what_cannot_be_right_or_held_is_named_and_nothing_is_left(written, instrument, sent, field, value):
    *path, last = field.replace("[", ".").replace("]", "").split(".")
    row = sent
    for part in path:
        row = row[int(part)] if part.isdigit() else row[part]
    row[last] = value
    before = [written.ask(f"SELECT COUNT(*) AS n FROM {table}") for table in TABLES]
    answer = instrument.send("POST", "/processings/screenings", sent)
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field])
    assert [written.ask(f"SELECT COUNT(*) AS n FROM {table}") for table in TABLES] == before


def test_data_that_do_not_belong_together_are_refused(instrument, rows, sent):
    other = rows.group()
    rows.new("/datacollections", "dataCollectionId", dataCollectionGroupId=other)
    for more, field in (
        ({"dataCollectionGroupId": other}, "dataCollectionGroupId"),
        ({"dataCollectionId": None}, "dataCollectionId"),
        ({"diffractionPlanId": 2**31 - 1}, "diffractionPlanId"),
        ({"autoProcProgramId": 2**31 - 1}, "autoProcProgramId"),
    ):
        answer = instrument.send("POST", "/processings/screenings", {**sent, **more})
        assert (answer.status_code, list(answer.json["errors"])) == (422, [field])


def test_several_crystals_are_ranked(written, instrument, rows):
    both = [rows.screening(), rows.screening()]
    ranks = [{"screeningId": number, "rankValue": place + 1.0, "rankInformation": "r"} for place, number in enumerate(both)]  # fmt: skip
    body = {"rankEngine": "EDNA", "rankingSummaryFileName": "/data/ranks.html", "ScreeningRank": ranks}
    answer = instrument.send("POST", "/processings/screenings/ranks", body)
    assert answer.status_code == 201
    shown = written.get(f"/processings/screenings/{both[1]}", "pi").json["ScreeningRank"]
    assert shown == [
        {
            "screeningRankId": answer.json["screeningRankIds"][1],
            "screeningRankSetId": answer.json["screeningRankSetId"],
            "rankEngine": "EDNA",
            "rankValue": 2.0,
            "rankInformation": "r",
        }
    ]


def test_a_hidden_characterisation_is_not_found(written, instrument, rows):
    number = rows.screening()
    assert written.get(f"/processings/screenings/{number}", "outsider").status_code == 404
    assert written.get("/processings/screenings/2147483647", "admin").status_code == 404
