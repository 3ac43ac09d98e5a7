"""/mapping and grid maps."""

import gzip
import io
import json
import subprocess
import sys

import pytest

from ispyb_api.app import PREFIX
from ispyb_api.errors import NotFound
from ispyb_api.maps import grids

numpy = pytest.importorskip("numpy")
from PIL import Image  # noqa: E402

VALUES = [3, 8, 21, 40, 38, 17, 6, -1, 5, 13, 44, 90, 81, 30, 9, 4]


def picture(answer):
    assert answer.status_code == 200, answer.json
    assert answer.mimetype == "image/png"
    return Image.open(io.BytesIO(answer.data))


# --- where values belong


@pytest.mark.parametrize(
    ("snaked", "orientation", "rows"),
    [
        (0, "horizontal", [[1, 2, 3], [4, 5, 6]]),
        (1, "horizontal", [[1, 2, 3], [6, 5, 4]]),
        (0, "vertical", [[1, 3, 5], [2, 4, 6]]),
        (1, "vertical", [[1, 4, 5], [2, 3, 6]]),
        (None, None, [[1, 2, 3], [4, 5, 6]]),
    ],
)
def test_values_are_where_they_were_measured(snaked, orientation, rows):
    grid = {"steps_x": 3.0, "steps_y": 2.0, "snaked": snaked, "orientation": orientation}
    assert grids.laid_out([1, 2, 3, 4, 5, 6], grid) == rows


def test_what_was_not_measured_is_none():
    grid = {"steps_x": 2, "steps_y": 2, "snaked": 0, "orientation": "horizontal"}
    assert grids.laid_out([1, -1], grid) == [[1, None], [None, None]]
    assert grids.laid_out([1, 2, 3, 4, 5], grid) == [[1, 2], [3, 4]]


@pytest.mark.parametrize("steps", [(None, 2), (0, 2), (-1, 2), (1e9, 1e9), (float("inf"), 1), ("x", 1)])
def test_grid_of_no_size_is_no_map(steps):
    with pytest.raises(NotFound):
        grids.laid_out([1], {"steps_x": steps[0], "steps_y": steps[1], "snaked": 0, "orientation": None})


def test_what_is_no_number_was_not_measured():
    assert grids.decoded(b"[1, NaN, null]") == [1, None, None]


@pytest.mark.parametrize("values", [[], [None], [5], [-1, -1], [1e30, -1e30], [1e-320, 2e-320], [0.1] * 3])
def test_any_values_make_a_histogram_and_a_picture(values):
    found = grids.histogram(values)
    assert sum(found["hist"]) == len(values)
    rows = grids.laid_out(values, {"steps_x": 3, "steps_y": 1, "snaked": 0, "orientation": None})
    assert Image.open(io.BytesIO(grids.picture(rows, "viridis", legend=True))).format == "PNG"


def test_both_ways_of_keeping_values_are_read():
    text = json.dumps(VALUES)
    assert grids.decoded(text.encode()) == grids.decoded(gzip.compress(text.encode())) == grids.decoded(text) == VALUES


DAMAGED = {
    "empty": lambda: b"",
    "text": lambda: b"x",
    "object": lambda: b"{}",
    "nested": lambda: b"[[1]]",
    "endless": lambda: b"[1, Infinity]",
    "large": lambda: b"[1e999]",
    "long": lambda: b"[" + b"9" * 400 + b"]",
    "longer": lambda: b"[" + b"9" * 5000 + b"]",
    "words": lambda: b'["a"]',
    "truths": lambda: b"[true]",
    "no gzip": lambda: b"\x1f\x8b",
    "cut gzip": lambda: gzip.compress(b"[1,2]")[:-6],
    "deep": lambda: b"[" * 100_000,
    "bomb": lambda: gzip.compress(b"[" + b"0," * 40_000_000 + b"0]", 1),
}


@pytest.mark.parametrize("what", DAMAGED)
def test_damaged_values_are_no_map(what):
    with pytest.raises(NotFound):
        grids.decoded(DAMAGED[what]())


def test_colours_go_from_least_to_most():
    drawn = Image.open(io.BytesIO(grids.picture([[0, 5, 10], [None, 0, 0]], "gray")))
    assert [drawn.getpixel((x, 0))[0] for x in range(3)] == [0, 128, 255]
    assert [drawn.getpixel((x, 1))[3] for x in range(3)] == [0, 255, 255]


@pytest.mark.parametrize(("least", "most", "drawn"), [(None, None, [0, 128, 255]), (5, None, [0, 0, 255]), (0, 20, [0, 64, 128]), (10, 10, [0, 0, 0])])  # fmt: skip
def test_colours_stand_for_the_values_that_are_told(least, most, drawn):
    picture = Image.open(io.BytesIO(grids.picture([[0, 5, 10]], "gray", least=least, most=most)))
    assert [picture.getpixel((x, 0))[0] for x in range(3)] == drawn


def test_every_point_is_a_square():
    picture = Image.open(io.BytesIO(grids.picture([[0, 10]], "gray", scale=4)))
    assert picture.size == (8, 4)
    assert [picture.getpixel((x, 3))[0] for x in range(8)] == [0] * 4 + [255] * 4


def test_without_the_extra_the_server_starts_and_says_what_is_missing():
    program = """
import sys
sys.modules["numpy"] = sys.modules["PIL"] = None
import ispyb_api.app
from ispyb_api.errors import NotInThisDatabase
from ispyb_api.maps import grids
try:
    grids.picture([[1]], "gray")
except NotInThisDatabase as exc:
    print(exc)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "ispyb-api[data]" in done.stdout


def test_drawing_is_learnt_when_the_first_picture_is_asked_for():
    program = "import sys, ispyb_api.app; print([name for name in ('numpy', 'PIL') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# --- over HTTP

IRON, ZINC, COPPER = 1, 2, 1001  # as compressed JSON, as JSON, image by image


def test_maps_of_the_demo(site):
    rows = {row["xrfFluorescenceMappingId"]: row for row in site.get("/mapping", "member").json["results"]}
    assert {key: row["dataFormat"] for key, row in rows.items()} == {IRON: "json+gzip", ZINC: "json", COPPER: "rows"}
    assert [row["XRFFluorescenceMappingROI"]["element"] for row in rows.values()] == ["Fe", "Zn", "Cu"]
    assert all(row["_metadata"]["url"] == f"/ispyb/api/v1/mapping/{key}" for key, row in rows.items())
    assert rows[IRON]["GridInfo"]["snaked"] is True
    assert (rows[COPPER]["GridInfo"]["gridInfoId"], rows[COPPER]["_metadata"]["dataCollectionId"]) == (4, 39)
    assert site.get("/mapping", "outsider").json["total"] == 0


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("dataCollectionId=88", [IRON, ZINC]),
        ("dataCollectionId=39", [COPPER]),
        ("dataCollectionId=1", []),
        ("dataCollectionGroupId=61", [IRON, ZINC]),
        ("dataCollectionGroupId=32", [COPPER]),
        ("blSampleId=31", [IRON, ZINC]),
        ("blSampleId=11", [COPPER]),
        ("blSubSampleId=1", []),
        (f"xrfFluorescenceMappingId={COPPER}", [COPPER]),
        ("xrfFluorescenceMappingId=1002", []),
        ("limit=1&skip=1", [ZINC]),
    ],
)
def test_filters_of_maps(site, query, ids):
    for login in ("admin", "member"):
        found = site.get(f"/mapping?{query}", login).json
        assert [row["xrfFluorescenceMappingId"] for row in found["results"]] == ids
        assert found["total"] == (3 if "limit" in query else len(ids))


@pytest.mark.parametrize("key", [IRON, ZINC, COPPER])
def test_picture_of_a_map(site, key):
    drawn = picture(site.get(f"/mapping/{key}", "member"))
    assert drawn.size == (20, 12)
    large = picture(site.get(f"/mapping/{key}?scale=10&legend=true&colourMap=gray", "member"))
    assert (large.size[0] > 200, large.size[1]) == (True, 120)
    assert site.get(f"/mapping/{key}", "outsider").status_code == 404


def test_points_that_are_still_to_come_are_transparent(site):
    drawn = picture(site.get(f"/mapping/{ZINC}"))
    empty = {(x, y) for x in range(20) for y in range(12) if drawn.getpixel((x, y))[3] == 0}
    # The last 26 of a snaked scan: the last line, which ran to the left, and the end of the one before.
    assert empty == {(x, 11) for x in range(20)} | {(x, 10) for x in range(14, 20)}


def test_unchanged_picture_costs_nothing(site):
    path = f"{PREFIX}/mapping/{IRON}"
    tag = site.get(f"/mapping/{IRON}").headers["ETag"]
    headers = {**site.headers("member"), "If-None-Match": tag}
    assert site.app.test_client().get(path, headers=headers).status_code == 304
    assert site.app.test_client().get(f"{path}?scale=2", headers=headers).status_code == 200


@pytest.mark.parametrize(
    ("query", "field"),
    [("scale=33", "scale"), ("scale=0", "scale"), ("colourMap=mud", "colourMap"), ("min=5&max=5", "min"), ("min=x", "min"), ("max=nan", "max"), ("depth=1", "depth")],
)  # fmt: skip
def test_what_cannot_be_drawn_is_refused_by_name(site, query, field):
    for path in (f"/mapping/{IRON}", "/datacollections/88/gridmap/picture"):
        answer = site.get(f"{path}?{query}")
        assert (answer.status_code, list(answer.json["errors"])) == (422, [field])


def test_histogram_counts_every_point(site):
    for key in (IRON, ZINC, COPPER):
        found = site.get(f"/mapping/histogram/{key}").json
        assert (sum(found["hist"]), len(found["bins"]), len(found["width"])) == (240, 50, 50)
    assert site.get(f"/mapping/histogram/{IRON}", "outsider").status_code == 404


def test_pixel_of_a_map(site):
    for image in (1, 21, 40, 240):
        counts = site.ask("SELECT counts FROM XRFFluorescenceMapping WHERE xrfFluorescenceMappingId = %s", 1000 + image)
        x, y = (image - 1) % 20, (image - 1) // 20
        assert site.get(f"/mapping/pixel/{COPPER}?x={x}&y={y}").json["value"] == counts[0]["counts"]
    assert site.get(f"/mapping/pixel/{ZINC}?x=0&y=11").json["value"] is None
    answer = site.get(f"/mapping/pixel/{IRON}?x=900&y=900")
    assert (answer.status_code, set(answer.json["errors"])) == (422, {"x", "y"})
    assert site.get(f"/mapping/pixel/{IRON}?x=0").status_code == 422
    assert site.get(f"/mapping/pixel/{IRON}?x=0&y=0", "outsider").status_code == 404


def test_snaked_map_is_put_straight(site):
    text = site.ask("SELECT data FROM XRFFluorescenceMapping WHERE xrfFluorescenceMappingId = 2")[0]["data"]
    values = grids.decoded(text)
    for image in (1, 20, 21, 40, 41):
        line, place = divmod(image - 1, 20)
        x = 19 - place if line % 2 else place
        assert site.get(f"/mapping/pixel/{ZINC}?x={x}&y={line}").json["value"] == values[image - 1]


def test_regions_are_shown_with_their_maps_and_samples(site):
    assert [row["element"] for row in site.get("/mapping/rois").json["results"]] == ["Fe", "Zn", "Cu", "Se"]
    assert [row["element"] for row in site.get("/mapping/rois", "member").json["results"]] == ["Fe", "Zn", "Cu", "Se"]
    assert [row["element"] for row in site.get("/mapping/rois?blSampleId=31", "member").json["results"]] == ["Se"]
    assert site.get("/mapping/rois?xrfFluorescenceMappingROIId=3").json["results"][0]["element"] == "Cu"
    assert site.get("/mapping/rois", "outsider").json["total"] == 0


def scanned(collection, site, value="dozor_score"):
    rows = site.ask(
        f"SELECT imageNumber AS n, {value} AS v FROM ImageQualityIndicators WHERE dataCollectionId = %s", collection
    )
    return {row["n"]: row["v"] for row in rows}


def test_grid_scan_is_laid_out(site):
    found = site.get("/datacollections/39/gridmap").json
    values = scanned(39, site)
    assert found["rows"] == [[values[20 * y + x + 1] for x in range(20)] for y in range(12)]
    assert (found["min"], found["max"], found["unit"]) == (min(values.values()), max(values.values()), "1")
    assert found["GridInfo"]["gridInfoId"] == 4


def test_snaked_grid_scan_is_put_straight(site):
    found = site.get("/datacollections/88/gridmap?value=spotTotal").json
    values = scanned(88, site, "spotTotal")
    assert found["rows"][0] == [values[x + 1] for x in range(20)]
    assert found["rows"][1] == [values[40 - x] for x in range(20)]


def test_line_along_y_is_one_column(site):
    found = site.get("/datacollections/36/gridmap", "member").json
    assert found["rows"] == [[value] for _, value in sorted(scanned(36, site).items())]
    drawn = picture(site.get("/datacollections/36/gridmap/picture?scale=3"))
    assert drawn.size == (3, 120)


@pytest.mark.parametrize("value", ["dozor_score", "spotTotal", "goodBraggCandidates", "totalIntegratedSignal", "method1Res", "method2Res"])  # fmt: skip
def test_each_indicator_can_be_shown(site, value):
    found = site.get(f"/datacollections/39/gridmap?value={value}").json
    known = [v for v in scanned(39, site, value).values() if v is not None]
    assert (found["value"], found["min"], found["max"]) == (value, min(known), max(known))
    assert site.get(f"/datacollections/39/gridmap/picture?value={value}").status_code == 200


def test_grid_scans_that_are_not_there_or_hidden_are_404(site):
    for path in ("/datacollections/{}/gridmap", "/datacollections/{}/gridmap/picture"):
        assert site.get(path.format(39), "member").status_code == 200
        for number, login in ((39, "outsider"), (117, "member"), (1, "admin"), (999999, "admin")):
            assert site.get(path.format(number), login).status_code == 404
    assert site.get("/datacollections/39/gridmap?value=comments").status_code == 422


def test_few_statements_whatever_the_number_of_points(site, statements):
    for path, most in (
        (f"/mapping/{COPPER}", 3),
        (f"/mapping/{IRON}", 3),
        ("/datacollections/39/gridmap", 3),
        ("/mapping", 3),
    ):
        with statements() as counted:
            site.get(path)
        assert counted.number <= most, path


# --- what other programs may have left, on a site of their own


@pytest.fixture
def grid(written):
    """A collection with a grid of 3 by 2 of its own, and nothing measured yet: (dataCollectionId, gridInfoId)."""
    keys = [
        f"SELECT MAX({key}) AS n FROM {table}"
        for table, key in (("DataCollection", "dataCollectionId"), ("DataCollectionGroup", "dataCollectionGroupId"))
    ]
    number = 10 + max(written.ask(sql)[0]["n"] for sql in keys)
    written.ask("INSERT INTO DataCollectionGroup (dataCollectionGroupId, sessionId) VALUES (%s, 3)", number)
    written.ask(
        "INSERT INTO DataCollection (dataCollectionId, dataCollectionGroupId, startImageNumber) VALUES (%s, %s, 1)",
        number, number,
    )  # fmt: skip
    written.ask(
        "INSERT INTO GridInfo (gridInfoId, dataCollectionId, dataCollectionGroupId, steps_x, steps_y) VALUES (%s, %s, %s, 3, 2)",
        number, number, number,
    )  # fmt: skip
    return number


def put_map(written, key, **values):
    written.ask(
        f"INSERT INTO XRFFluorescenceMapping (xrfFluorescenceMappingId, {', '.join(values)})"
        f" VALUES (%s{', %s' * len(values)})",
        key, *values.values(),
    )  # fmt: skip


def pixels(written, key):
    return [[written.get(f"/mapping/pixel/{key}?x={x}&y={y}").json["value"] for x in range(3)] for y in range(2)]


def test_maps_of_several_regions_image_by_image(written, grid):
    for region in (1, 2, 3):
        for image in (2, 3, 1, 5):
            key = 100_000 * region + 10 * grid + image
            put_map(written, key, xrfFluorescenceMappingROIId=region, dataCollectionId=grid, imageNumber=image, counts=10 * region + image)  # fmt: skip
    keys = [100_000 * region + 10 * grid + 1 for region in (1, 2, 3)]
    found = written.get(f"/mapping?dataCollectionId={grid}").json["results"]
    assert [row["xrfFluorescenceMappingId"] for row in found] == keys
    for region, key in enumerate(keys, 1):
        assert [row["xrfFluorescenceMappingId"] for row in written.get(f"/mapping?xrfFluorescenceMappingId={key}").json["results"]] == [key]  # fmt: skip
        assert pixels(written, key) == [[10 * region + n for n in (1, 2, 3)], [None, 10 * region + 5, None]]
    assert written.get(f"/mapping/{keys[0] + 1}").status_code == 404  # not the first row of its map


def test_images_are_counted_from_the_collections_first(written, grid):
    written.ask("UPDATE DataCollection SET startImageNumber = 11 WHERE dataCollectionId = %s", grid)
    for image in (11, 13, 16, 17, 1):
        put_map(written, 1_000_000 + 100 * grid + image, xrfFluorescenceMappingROIId=1, dataCollectionId=grid, imageNumber=image, counts=image)  # fmt: skip
    assert pixels(written, 1_000_000 + 100 * grid + 1) == [[11, None, 13], [None, None, 16]]


@pytest.mark.parametrize("named_by", ["group", "collection"])
def test_grid_is_found_by_either_of_what_it_names(written, grid, named_by):
    absent = {"group": "dataCollectionId", "collection": "dataCollectionGroupId"}[named_by]
    written.ask(f"UPDATE GridInfo SET {absent} = NULL WHERE gridInfoId = %s", grid)
    written.ask(
        "INSERT INTO ImageQualityIndicators (imageQualityIndicatorsId, dataCollectionId, imageNumber, dozor_score) VALUES (%s, %s, 2, 7)",
        10_000_000 + grid, grid,
    )  # fmt: skip
    assert written.get(f"/datacollections/{grid}/gridmap").json["rows"] == [[None, 7, None], [None, None, None]]
    put_map(written, 2_000_000 + grid, xrfFluorescenceMappingROIId=1, gridInfoId=grid, data="[1, 2]", dataFormat="json")
    put_map(written, 3_000_000 + grid, xrfFluorescenceMappingROIId=2, dataCollectionId=grid, imageNumber=1, counts=5)
    for login in ("admin", "member"):
        found = written.get(f"/mapping?dataCollectionId={grid}", login).json["results"]
        assert [row["GridInfo"]["gridInfoId"] for row in found] == [grid, grid]
    assert pixels(written, 2_000_000 + grid)[0] == [1, 2, None]
    assert pixels(written, 3_000_000 + grid)[0] == [5, None, None]


def test_grid_of_another_collection_of_the_group_is_not_taken(written, grid):
    written.ask(
        "INSERT INTO DataCollection (dataCollectionId, dataCollectionGroupId) VALUES (%s, %s)", grid + 5000, grid
    )
    assert written.get(f"/datacollections/{grid + 5000}/gridmap").status_code == 404


def test_scan_of_which_nothing_is_known_is_empty(written, grid):
    found = written.get(f"/datacollections/{grid}/gridmap").json
    assert (found["rows"], found["min"], found["max"]) == ([[None] * 3] * 2, None, None)
    drawn = picture(written.get(f"/datacollections/{grid}/gridmap/picture?legend=true"))
    assert drawn.getpixel((0, 0)) == (255, 255, 255, 255)


@pytest.mark.parametrize("size", [(None, 2), (0, 3), (5000, 5000), (1e300, 1e300)])
def test_grids_without_a_size_and_huge_ones_are_no_maps(written, grid, size):
    written.ask("UPDATE GridInfo SET steps_x = %s, steps_y = %s WHERE gridInfoId = %s", *size, grid)
    put_map(written, 4_000_000 + grid, xrfFluorescenceMappingROIId=1, gridInfoId=grid, data="[1]")
    put_map(written, 5_000_000 + grid, xrfFluorescenceMappingROIId=1, dataCollectionId=grid, imageNumber=1, counts=1)
    for path in (f"/mapping/{4_000_000 + grid}", f"/mapping/{5_000_000 + grid}", f"/datacollections/{grid}/gridmap"):
        answer = written.get(path)
        assert (answer.status_code, answer.json["code"]) == (404, "not_found"), path


def test_picture_of_too_many_pixels_is_refused(written, grid):
    written.ask("UPDATE GridInfo SET steps_x = 1000, steps_y = 1000 WHERE gridInfoId = %s", grid)
    answer = written.get(f"/datacollections/{grid}/gridmap/picture?scale=5")
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["scale"])
    assert picture(written.get(f"/datacollections/{grid}/gridmap/picture")).size == (1000, 1000)


@pytest.mark.parametrize("data", ["", "nonsense", "{}", "[Infinity]", "[" + "9" * 400 + "]"])
def test_damaged_map_is_an_error_in_the_one_shape(written, data):
    written.ask("UPDATE XRFFluorescenceMapping SET data = %s WHERE xrfFluorescenceMappingId = 1", data)
    for path in ("/mapping/1", "/mapping/histogram/1", "/mapping/pixel/1?x=0&y=0"):
        answer = written.get(path)
        assert (answer.status_code, answer.json["code"]) == (404, "not_found"), path
    assert written.get("/mapping").status_code == 200


def test_map_that_says_nonsense_of_its_colours_is_drawn(written, grid):
    put_map(written, 6_000_000 + grid, xrfFluorescenceMappingROIId=1, gridInfoId=grid, data="[1, 2, 3]", colourMap="mud", min=9, max=2)  # fmt: skip
    assert picture(written.get(f"/mapping/{6_000_000 + grid}")).size == (3, 2)
