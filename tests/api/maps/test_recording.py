"""Maps of fluorescence as instruments record them: POST /datacollections/{}/maps, and /mapping/maps/{}."""

import io
import threading

import pytest

from ispyb_api.maps import schemas_new
from ispyb_api.maps.schemas import MapSchema, WholeMapSchema
from tests.contract.shapes import faults
from tests.support.instrument import Instrument

IRON = {"element": "Fe", "edge": "Ka", "startEnergy": 6300.0, "endEnergy": 6500.0}
ZINC = {"element": "Zn", "edge": "Ka", "startEnergy": 8550.0, "endEnergy": 8720.0}


def scanned(rows, **grid):
    """Make a collection with a grid of 3 by 2, or as is said; return its id and the grid's."""
    collection = rows.collection()
    values = {"steps_x": 3, "steps_y": 2, **grid}
    return collection, rows.new(f"/datacollections/{collection}/grids", "gridInfoId", **values)


@pytest.fixture
def collection(rows):
    return scanned(rows)[0]


@pytest.fixture
def by_image(written, rows, instrument):
    """Return a collection with a map of iron that is kept image by image, as one family does, and the map's id."""
    collection, _ = scanned(rows)
    region = rows.region()
    number = 1 + written.ask("SELECT MAX(xrfFluorescenceMappingId) AS id FROM XRFFluorescenceMapping")[0]["id"]
    written.ask(
        "INSERT INTO XRFFluorescenceMapping (xrfFluorescenceMappingId, xrfFluorescenceMappingROIId, dataCollectionId,"
        " imageNumber, counts, opacity) VALUES (%s, %s, %s, 2, 20, 1)",
        number, region, collection,
    )  # fmt: skip
    return collection, region, number


def send(instrument, collection, *maps, **options):
    return instrument.send("POST", f"/datacollections/{collection}/maps", list(maps), **options)


def made(instrument, collection, *maps):
    answer = send(instrument, collection, *maps)
    assert answer.status_code == 201, answer.json
    assert [list(faults(MapSchema, row)) for row in answer.json] == [[]] * len(maps)
    return answer.json


def whole(site, number, login="admin"):
    answer = site.get(f"/mapping/maps/{number}", login)
    assert answer.status_code == 200, answer.json
    assert list(faults(WholeMapSchema, answer.json)) == []
    return answer.json


def pixels(site, number, across=3, down=2):
    return [
        [site.get(f"/mapping/pixel/{number}?x={x}&y={y}").json["value"] for x in range(across)] for y in range(down)
    ]


def regions(site):
    return site.ask("SELECT COUNT(*) AS n FROM XRFFluorescenceMappingROI")


def fields_of(answer):
    assert answer.status_code == 422, answer.json
    return set(answer.json["errors"])


# --- what is written is read


@pytest.mark.parametrize(
    ("grid", "expected"),
    [
        ({}, [[1, 2, 3], [4, None, 6]]),
        ({"snaked": True}, [[1, 2, 3], [6, None, 4]]),
        ({"orientation": "vertical"}, [[1, 3, None], [2, 4, 6]]),
    ],
)
def test_what_is_sent_is_read_back(written, rows, instrument, grid, expected):
    image = pytest.importorskip("PIL.Image")
    collection, grid_id = scanned(rows, **grid)
    sent = {"colourMap": "gray", "opacity": 0.5, "min": 1, "max": 6}
    (row,) = made(
        instrument,
        collection,
        {"XRFFluorescenceMappingROI": {**IRON, "r": 220}, "values": [1, 2, 3, 4, None, 6], **sent},
    )
    number = row["xrfFluorescenceMappingId"]
    assert {name: row[name] for name in sent} == sent
    assert (row["points"], row["dataFormat"], row["GridInfo"]["gridInfoId"]) == (5, "json+gzip", grid_id)
    assert (row["_metadata"]["dataCollectionId"], row["XRFFluorescenceMappingROI"]["element"]) == (collection, "Fe")
    assert written.get(f"/mapping?dataCollectionId={collection}", "pi").json["results"] == [row]
    assert whole(written, number, "pi") == {**row, "values": [1, 2, 3, 4, None, 6]}
    assert pixels(written, number) == expected
    found = written.get(f"/mapping/histogram/{number}").json["hist"]
    assert (sum(found), found[0], found[-1]) == (6, 1, 1)
    drawn = image.open(io.BytesIO(written.get(row["_metadata"]["url"].removeprefix("/ispyb/api/v1")).data))
    assert [[drawn.getpixel((x, y))[3] > 0 for x in range(3)] for y in range(2)] == [
        [value is not None for value in line] for line in expected
    ]
    first = next((x, y) for y in range(2) for x in range(3) if expected[y][x] == 6)
    assert drawn.getpixel(first) == (255, 255, 255, 255)


def test_several_maps_come_in_one_request(written, instrument, collection, rows):
    region = rows.region()
    given = [
        {"XRFFluorescenceMappingROI": ZINC, "values": [1]},
        {"xrfFluorescenceMappingROIId": region, "values": [2, 3]},
    ]
    zinc, iron = made(instrument, collection, *given)
    assert zinc["XRFFluorescenceMappingROI"]["element"] == "Zn"
    assert iron["XRFFluorescenceMappingROI"]["xrfFluorescenceMappingROIId"] == region
    assert whole(written, iron["xrfFluorescenceMappingId"])["values"] == [2, 3, None, None, None, None]
    assert made(instrument, collection, *given) == [zinc, iron]


def test_region_that_is_described_is_the_samples_of_the_collection(written, rows, instrument, collection):
    sample = rows.sample()
    assert instrument.send("PATCH", f"/datacollections/{collection}", {"blSampleId": sample}).status_code == 200
    made(instrument, collection, {"XRFFluorescenceMappingROI": {**IRON, "r": 1}, "values": [1]})
    (region,) = written.get(f"/mapping/rois?blSampleId={sample}", "pi").json["results"]
    assert (region["element"], region["r"]) == ("Fe", 1)


def test_map_grows_while_it_is_measured(written, instrument, collection):
    region = {"XRFFluorescenceMappingROI": IRON}
    (row,) = made(instrument, collection, {**region, "values": [1, 2], "colourMap": "hot"})
    (more,) = made(instrument, collection, {**region, "values": [3, 4], "first": 3})
    assert more == {**row, "points": 4}
    made(instrument, collection, {**region, "values": [9, None], "first": 2})
    assert whole(written, row["xrfFluorescenceMappingId"])["values"] == [1, 9, None, 4, None, None]
    (row,) = made(instrument, collection, {**region, "values": [1, 2, 3, 4, 5, 6]})
    assert row["points"] == 6


def test_parts_that_are_sent_at_once_are_one_map(written, instrument, collection):
    found = []

    def post(place):
        body = {"XRFFluorescenceMappingROI": IRON, "values": [10 * place], "first": place}
        found.append(made(instrument, collection, body)[0]["xrfFluorescenceMappingId"])

    threads = [threading.Thread(target=post, args=(place,)) for place in range(1, 7)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (number,) = set(found)
    assert whole(written, number)["values"] == [10, 20, 30, 40, 50, 60]


def test_limits_that_another_program_mixed_up_are_no_hindrance(written, instrument, collection):
    given = {"XRFFluorescenceMappingROI": IRON, "values": [1]}
    (row,) = made(instrument, collection, given)
    number = row["xrfFluorescenceMappingId"]
    written.ask("UPDATE XRFFluorescenceMapping SET min = 9, max = 2 WHERE xrfFluorescenceMappingId = %s", number)
    made(instrument, collection, {**given, "first": 2})
    assert fields_of(instrument.send("PATCH", f"/mapping/maps/{number}", {"max": 3})) == {"min"}
    assert instrument.send("PATCH", f"/mapping/maps/{number}", {"min": None, "max": 3}).json["max"] == 3


def test_map_that_begins_in_the_middle_has_nothing_before(written, instrument, collection):
    (row,) = made(instrument, collection, {"XRFFluorescenceMappingROI": IRON, "values": [5], "first": 5})
    assert whole(written, row["xrfFluorescenceMappingId"])["values"] == [None] * 4 + [5, None]


def test_map_that_is_kept_image_by_image_stays_so(written, instrument, by_image):
    collection, region, number = by_image
    given = {"xrfFluorescenceMappingROIId": region, "values": [10, 21, None, 40], "opacity": 0.25}
    (row,) = made(instrument, collection, given)
    assert (row["xrfFluorescenceMappingId"], row["dataFormat"], row["opacity"]) == (number, "rows", 0.25)
    assert whole(written, number)["values"] == [10, 21, None, 40, None, None]
    made(instrument, collection, {**given, "values": [None, 31], "first": 2})
    assert whole(written, number)["values"] == [10, None, 31, 40, None, None]
    assert pixels(written, number) == [[10, None, 31], [40, None, None]]
    changed = instrument.send("PATCH", f"/mapping/maps/{number}", {"values": [7], "first": 6, "colourMap": "hot"})
    assert (changed.json["values"], changed.json["colourMap"]) == ([10, None, 31, 40, None, 7], "hot")
    assert written.ask("SELECT COUNT(*) AS n FROM XRFFluorescenceMapping WHERE dataCollectionId = %s", collection) == [
        {"n": 5}
    ]


def test_images_are_counted_from_the_first_of_the_collection(written, instrument, by_image):
    collection, region, _ = by_image
    written.ask("UPDATE DataCollection SET startImageNumber = 0 WHERE dataCollectionId = %s", collection)
    made(instrument, collection, {"xrfFluorescenceMappingROIId": region, "values": [1, 2]})
    found = written.ask(
        "SELECT imageNumber, counts FROM XRFFluorescenceMapping WHERE dataCollectionId = %s ORDER BY imageNumber",
        collection,
    )
    assert [(row["imageNumber"], row["counts"]) for row in found] == [(0, 1), (1, 2), (2, 20)]


def test_row_that_another_program_left_empty_is_filled(written, rows, instrument):
    collection, grid = scanned(rows)
    region = rows.region()
    number = 1 + written.ask("SELECT MAX(xrfFluorescenceMappingId) AS id FROM XRFFluorescenceMapping")[0]["id"]
    written.ask(
        "INSERT INTO XRFFluorescenceMapping (xrfFluorescenceMappingId, xrfFluorescenceMappingROIId, gridInfoId, opacity)"
        " VALUES (%s, %s, %s, 1)",
        number, region, grid,
    )  # fmt: skip
    (row,) = made(instrument, collection, {"xrfFluorescenceMappingROIId": region, "values": [1, 2]})
    assert row["xrfFluorescenceMappingId"] == number
    written.ask("UPDATE XRFFluorescenceMapping SET data = 'x' WHERE xrfFluorescenceMappingId = %s", number)
    part = {"xrfFluorescenceMappingROIId": region, "values": [1, 2]}
    assert fields_of(send(instrument, collection, part)) == {"[0].values"}
    made(instrument, collection, {**part, "values": [1, 2, 3, 4, 5, 6]})
    assert whole(written, number)["values"] == [1, 2, 3, 4, 5, 6]


def test_grid_of_the_group_is_found_and_one_can_be_named(written, rows, instrument):
    collection, own = scanned(rows)
    written.ask("UPDATE GridInfo SET dataCollectionId = NULL WHERE gridInfoId = %s", own)
    (row,) = made(instrument, collection, {"XRFFluorescenceMappingROI": IRON, "values": [1]})
    assert row["GridInfo"]["gridInfoId"] == own
    (same,) = made(instrument, collection, {"XRFFluorescenceMappingROI": IRON, "values": [1], "gridInfoId": own})
    assert same == row


def test_run_of_a_program_is_kept(rows, instrument, collection):
    program = rows.program()
    given = {"XRFFluorescenceMappingROI": IRON, "values": [1], "autoProcProgramId": program}
    assert made(instrument, collection, given)[0]["autoProcProgramId"] == program


# --- what is changed


def test_how_a_map_is_drawn_is_changed_without_its_values(written, instrument, collection):
    given = {"XRFFluorescenceMappingROI": IRON, "values": [1, 2], "min": 1, "colourMap": "hot"}
    (row,) = made(instrument, collection, given)
    path = f"/mapping/maps/{row['xrfFluorescenceMappingId']}"
    read = written.get(path)
    headers = {"If-Match": read.headers["ETag"]}
    changed = instrument.send("PATCH", path, {"colourMap": None, "max": 9}, headers=headers)
    assert changed.json == {**read.json, "colourMap": None, "max": 9}
    assert instrument.send("PATCH", path, {"max": 8}, headers=headers).status_code == 412
    assert instrument.send("PATCH", path, {"values": [5], "first": 3}).json["values"] == [1, 2, 5, None, None, None]
    assert whole(written, row["xrfFluorescenceMappingId"])["points"] == 3


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "body"),
        ({"first": 2}, "first"),
        ({"min": 9}, "min"),
        ({"opacity": None}, "opacity"),
        ({"values": [1] * 7}, "values"),
        ({"values": [1], "first": 7}, "values"),
        ({"autoProcProgramId": 2_000_000_000}, "autoProcProgramId"),
        ({"gridInfoId": 1}, "gridInfoId"),
        ({"xrfFluorescenceMappingROIId": 1}, "xrfFluorescenceMappingROIId"),
        ({"colourMap": "mud"}, "colourMap"),
    ],
)
def test_what_cannot_be_changed_is_named(written, instrument, collection, body, field):
    (row,) = made(instrument, collection, {"XRFFluorescenceMappingROI": IRON, "values": [1], "max": 9})
    path = f"/mapping/maps/{row['xrfFluorescenceMappingId']}"
    before = written.get(path).json
    assert fields_of(instrument.send("PATCH", path, body)) == {field}
    assert written.get(path).json == before


# --- what is refused


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({"values": None}, {"values"}),
        ({"values": []}, {"values"}),
        ({"values": "1, 2"}, {"values"}),
        ({"values": [None, None]}, {"values"}),
        ({"values": [1, "2", -1, 1.5, True, None, 2**31]}, {f"values[{place}]" for place in (1, 2, 3, 4, 6)}),
        ({"values": [1] * 7}, {"values"}),
        ({"first": 7}, {"values"}),
        ({"first": 0}, {"first"}),
        ({"first": 2**31}, {"first"}),
        ({"first": None}, {"first"}),
        ({"opacity": 1.5}, {"opacity"}),
        ({"colourMap": "mud"}, {"colourMap"}),
        ({"min": 5, "max": 5}, {"min"}),
        ({"max": 2**31}, {"max"}),
        ({"points": 6}, {"points"}),
        ({"gridInfoId": 101}, {"gridInfoId"}),
        ({"autoProcProgramId": 2_000_000_000}, {"autoProcProgramId"}),
        ({"xrfFluorescenceMappingROIId": 1}, {"xrfFluorescenceMappingROIId"}),
        ({"XRFFluorescenceMappingROI": None}, {"XRFFluorescenceMappingROI"}),
        ({"XRFFluorescenceMappingROI": {**IRON, "endEnergy": 6300}}, {"XRFFluorescenceMappingROI.endEnergy"}),
        ({"XRFFluorescenceMappingROI": {**IRON, "startEnergy": 6.3}}, {"XRFFluorescenceMappingROI.startEnergy"}),
        ({"XRFFluorescenceMappingROI": {**IRON, "r": 256}}, {"XRFFluorescenceMappingROI.r"}),
        ({"XRFFluorescenceMappingROI": {"element": "Fe"}}, {f"XRFFluorescenceMappingROI.{each}Energy" for each in ("start", "end")}),
    ],
)  # fmt: skip
def test_what_a_map_cannot_be_is_named_and_nothing_is_kept(written, instrument, collection, body, fields):
    good = {"XRFFluorescenceMappingROI": ZINC, "values": [1]}
    before = regions(written)
    answer = send(instrument, collection, good, {"XRFFluorescenceMappingROI": IRON, "values": [1], **body})
    assert fields_of(answer) == {f"[1].{name}" for name in fields}
    assert written.get(f"/mapping?dataCollectionId={collection}").json["total"] == 0
    assert regions(written) == before


def test_every_map_that_is_wrong_is_named(instrument, collection):
    wrong = {"XRFFluorescenceMappingROI": IRON, "values": [1], "gridInfoId": 101}
    good = {"XRFFluorescenceMappingROI": ZINC, "values": [1]}
    found = fields_of(send(instrument, collection, wrong, good, {**good, "values": [1] * 7}))
    assert found == {"[0].gridInfoId", "[2].values"}


@pytest.mark.parametrize("grid", [None, {"steps_x": None}, {"steps_y": None}])
def test_map_needs_a_grid_of_a_known_size(rows, instrument, grid):
    collection = rows.collection() if grid is None else scanned(rows, **grid)[0]
    answer = send(instrument, collection, {"XRFFluorescenceMappingROI": IRON, "values": [1]})
    assert fields_of(answer) == {"[0].gridInfoId"}


def test_region_is_named_or_described_and_once(rows, instrument, collection):
    region = rows.region()
    both = {"xrfFluorescenceMappingROIId": region, "XRFFluorescenceMappingROI": IRON, "values": [1]}
    one = {"xrfFluorescenceMappingROIId": region, "values": [1]}
    assert fields_of(send(instrument, collection, both)) == {"[0].xrfFluorescenceMappingROIId"}
    assert fields_of(send(instrument, collection, {"values": [1]})) == {"[0].xrfFluorescenceMappingROIId"}
    assert fields_of(send(instrument, collection, one, one)) == {"[1].xrfFluorescenceMappingROIId"}


def test_requests_are_bounded(monkeypatch, instrument, collection):
    one = {"XRFFluorescenceMappingROI": IRON, "values": [1]}
    assert fields_of(send(instrument, collection, *[one] * 21)) == {"body"}
    assert fields_of(send(instrument, collection)) == {"body"}
    assert fields_of(send(instrument, collection, {**one, "values": [1] * (schemas_new.MOST_VALUES + 1)})) == {
        "[0].values"
    }
    half = {**one, "values": [1] * (schemas_new.MOST_VALUES // 2 + 1)}
    assert fields_of(send(instrument, collection, half, half)) == {"body"}


def test_largest_request_is_taken(written, rows, instrument):
    collection, _ = scanned(rows, steps_x=500, steps_y=500)
    values = [number % 1000 for number in range(schemas_new.MOST_VALUES)]
    with written.statements() as counted:
        (row,) = made(instrument, collection, {"XRFFluorescenceMappingROI": IRON, "values": values})
    assert counted.number < 30
    assert written.get(f"/mapping/pixel/{row['xrfFluorescenceMappingId']}?x=499&y=499").json["value"] == 999


# --- who may


def test_who_records_maps(written, rows, collection):
    path, body = f"/datacollections/{collection}/maps", [{"XRFFluorescenceMappingROI": IRON, "values": [1]}]
    for login, status in (("pi", 403), ("outsider", 404), ("staff", 201), ("admin", 201)):
        answer = written.open("POST", path, login, json=body)
        assert answer.status_code == status, (login, answer.json)
    elsewhere = Instrument(written, beamlines=("BL03-EM",))
    assert elsewhere.send("POST", path, body).status_code == 404
    without = Instrument(written, permissions=("all_proposals", "ingest_proc"))
    assert without.send("POST", path, body).status_code == 403
    assert Instrument(written, beamlines=("BL01-MX",)).send("POST", path, body).status_code == 201


def sample_of_others(site):
    sql = (
        "SELECT MIN(sm.blSampleId) AS id FROM BLSample sm JOIN Crystal cr ON cr.crystalId = sm.crystalId"
        " JOIN Protein pr ON pr.proteinId = cr.proteinId LEFT JOIN Container co ON co.containerId = sm.containerId"
        " WHERE pr.proposalId <> 1"
    )
    return site.ask(sql)[0]["id"]


def test_grids_regions_and_runs_of_others_are_hidden(written, rows, instrument, collection):
    """As if they were not there: of another collection of the session, and of another proposal."""
    beside = scanned(rows)[1]
    sql = (
        "SELECT MIN(gi.gridInfoId) AS id FROM GridInfo gi JOIN DataCollectionGroup g"
        " ON g.dataCollectionGroupId = gi.dataCollectionGroupId JOIN BLSession s ON s.sessionId = g.sessionId"
        " WHERE s.proposalId <> 1"
    )
    body = {"XRFFluorescenceMappingROI": IRON, "values": [1]}
    told = set()
    for grid in (beside, written.ask(sql)[0]["id"], 2_000_000_000):
        answer = send(instrument, collection, {**body, "gridInfoId": grid})
        assert fields_of(answer) == {"[0].gridInfoId"}
        told.add(str(answer.json["errors"]))
    assert len(told) == 1
    told = set()
    foreign = rows.region()
    written.ask(
        "UPDATE XRFFluorescenceMappingROI SET blSampleId = %s WHERE xrfFluorescenceMappingROIId = %s",
        sample_of_others(written),
        foreign,
    )
    for region in (foreign, 2_000_000_000):
        answer = send(instrument, collection, {"xrfFluorescenceMappingROIId": region, "values": [1]})
        assert fields_of(answer) == {"[0].xrfFluorescenceMappingROIId"}
        told.add(str(answer.json["errors"]))
    assert len(told) == 1


def test_who_changes_maps(written, rows, instrument, collection):
    (row,) = made(instrument, collection, {"XRFFluorescenceMappingROI": IRON, "values": [1]})
    path = f"/mapping/maps/{row['xrfFluorescenceMappingId']}"
    for login, status in (("pi", 403), ("outsider", 404), ("staff", 200)):
        assert written.open("PATCH", path, login, json={"opacity": 0.5}).status_code == status
    assert written.get(path, "outsider").status_code == 404
    assert written.get("/mapping/maps/2000000000").status_code == 404


# --- as every write


def test_repeated_request_is_answered_as_the_first(written, instrument, collection):
    body, key = {"XRFFluorescenceMappingROI": IRON, "values": [1]}, {"Idempotency-Key": f"map-{collection}"}
    first, again = (send(instrument, collection, body, headers=key) for _ in range(2))
    assert (first.status_code, again.status_code, again.json) == (201, 201, first.json)
    assert again.headers["Idempotency-Replayed"] == "true"
    assert fields_of(send(instrument, collection, {**body, "values": [2]}, headers=key)) == {"Idempotency-Key"}


def test_session_is_touched_and_the_record_has_no_values(written, instrument, collection):
    session = written.get(f"/datacollections/{collection}").json["DataCollectionGroup"]["sessionId"]
    written.ask("UPDATE BLSession SET lastUpdate = '2001-01-01 00:00:00' WHERE sessionId = %s", session)
    (row,) = made(instrument, collection, {"XRFFluorescenceMappingROI": IRON, "values": [123454321]})
    number = row["xrfFluorescenceMappingId"]
    instrument.send("PATCH", f"/mapping/maps/{number}", {"values": [123454321]})
    assert str(written.ask("SELECT lastUpdate AS t FROM BLSession WHERE sessionId = %s", session)[0]["t"]) > "2002"
    for action, target in (("maps recorded", f"collection {collection}"), ("map changed", f"map {number}")):
        (line,) = written.ask("SELECT detail FROM api_activity WHERE action = %s AND target = %s", action, target)
        assert "123454321" not in line["detail"]
