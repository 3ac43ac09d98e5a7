"""/mapping and grid maps."""

import gzip
import io
import json

import pytest

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


def test_both_ways_of_keeping_values_are_read():
    text = json.dumps(VALUES)
    assert grids.decoded(text.encode()) == grids.decoded(gzip.compress(text.encode())) == grids.decoded(text) == VALUES


DAMAGED = {
    "empty": lambda: b"",
    "text": lambda: b"x",
    "object": lambda: b"{}",
    "nested": lambda: b"[[1]]",
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


# --- over HTTP


def test_map_of_the_demo(site):
    page = site.get("/mapping", "member").json
    (found,) = page["results"]
    assert (found["dataFormat"], found["XRFFluorescenceMappingROI"]["element"]) == ("json", "Fe")
    assert found["_metadata"]["url"] == "/ispyb/api/v1/mapping/1"
    assert site.get(f"/mapping?dataCollectionId={found['_metadata']['dataCollectionId']}").json["total"] == 1
    assert site.get("/mapping?dataCollectionId=1").json["total"] == 0


def test_picture_of_a_map(site):
    grid = site.get("/mapping").json["results"][0]["GridInfo"]
    drawn = picture(site.get("/mapping/1", "member"))
    assert drawn.size == (grid["steps_x"], grid["steps_y"])
    large = picture(site.get("/mapping/1?scale=10&legend=true&colourMap=gray", "member"))
    assert large.size[0] > 10 * grid["steps_x"]
    assert site.get("/mapping/1", "outsider").status_code == 404
    assert site.get("/mapping/1?scale=33").status_code == 422
    assert site.get("/mapping/1?colourMap=mud").status_code == 422


def test_histogram_counts_every_point(site):
    found = site.get("/mapping/histogram/1").json
    assert (sum(found["hist"]), len(found["bins"]), len(found["width"])) == (16, 50, 50)
    assert site.get("/mapping/histogram/1", "outsider").status_code == 404


def test_pixel_of_a_map(site):
    assert site.get("/mapping/pixel/1?x=0&y=0").json["value"] == 3
    answer = site.get("/mapping/pixel/1?x=900&y=900")
    assert (answer.status_code, set(answer.json["errors"])) == (422, {"x", "y"})
    assert site.get("/mapping/pixel/1?x=0").status_code == 422


def test_map_that_is_kept_image_by_image(written):
    collection = written.ask(
        "SELECT dataCollectionId AS id FROM GridInfo WHERE dataCollectionId IS NOT NULL ORDER BY 1 DESC"
    )[0]["id"]
    written.ask(
        "INSERT INTO XRFFluorescenceMappingROI (xrfFluorescenceMappingROIId, startEnergy, endEnergy, element) VALUES (7, 1, 2, 'Cu')"
    )
    for number in range(1, 7):
        written.ask(
            "INSERT INTO XRFFluorescenceMapping (xrfFluorescenceMappingId, xrfFluorescenceMappingROIId, dataCollectionId,"
            " imageNumber, counts) VALUES (%s, 7, %s, %s, %s)",
            100 + number, collection, number, 10 * number,
        )  # fmt: skip
    found = written.get(f"/mapping?dataCollectionId={collection}").json["results"]
    kept = next(row for row in found if row["dataFormat"] == "rows")
    assert kept["xrfFluorescenceMappingId"] == 101
    assert written.get("/mapping/pixel/101?x=0&y=0").json["value"] == 10
    assert picture(written.get("/mapping/101")).size[0] > 1
    assert written.get("/mapping/103").status_code == 404  # not the first row of its map


@pytest.mark.parametrize("data", ["", "nonsense", "{}"])
def test_damaged_map_is_an_error_in_the_one_shape(written, data):
    written.ask("UPDATE XRFFluorescenceMapping SET data = %s WHERE xrfFluorescenceMappingId = 1", data)
    for path in ("/mapping/1", "/mapping/histogram/1", "/mapping/pixel/1?x=0&y=0"):
        answer = written.get(path)
        assert (answer.status_code, answer.json["code"]) == (404, "not_found"), path


def test_rois_are_shown_with_their_maps(site):
    assert [row["element"] for row in site.get("/mapping/rois").json["results"]] == ["Fe", "Zn"]
    assert [row["element"] for row in site.get("/mapping/rois", "member").json["results"]] == ["Fe"]
    assert site.get("/mapping/rois", "outsider").json["total"] == 0


def test_grid_scan_is_laid_out(site):
    scanned = site.ask(
        "SELECT g.dataCollectionId AS id, g.steps_x AS x, g.steps_y AS y FROM GridInfo g JOIN ImageQualityIndicators q"
        " ON q.dataCollectionId = g.dataCollectionId WHERE g.dataCollectionId IS NOT NULL ORDER BY 1"
    )[0]
    path = f"/datacollections/{scanned['id']}/gridmap"
    found = site.get(path).json
    assert (len(found["rows"]), len(found["rows"][0])) == (scanned["y"], scanned["x"])
    known = [value for row in found["rows"] for value in row if value is not None]
    assert (min(known), max(known)) == (found["min"], found["max"])
    assert picture(site.get(f"{path}?format=png&scale=4")).size == (4 * scanned["x"], 4 * scanned["y"])
    assert site.get(path, "outsider").status_code == 404
    assert site.get("/datacollections/1/gridmap").status_code == 404
