"""Tomograms and maps of grids as pipelines and microscopes record them."""

import pytest

from ispyb_api.em.schemas_grids import AtlasSchema, FoilHoleSchema, GridSquareSchema
from ispyb_api.em.schemas_tomograms import TiltSchema, TomogramSchema
from tests.contract.shapes import faults
from tests.support import microscopy

TILTS = (-3.0, 0.0, 3.0)


@pytest.fixture
def send(instrument):
    return lambda path, body, method="POST": instrument.send(method, f"/em/{path}", body)


@pytest.fixture
def collection(rows, send):
    """A data collection with a movie for each tilt."""
    number = rows.collection()
    movies = [{"movieNumber": n, "movieFullPath": f"/data/{n}.tiff", "angle": angle} for n, angle in enumerate(TILTS)]
    assert send(f"datacollections/{number}/movies", movies).status_code == 200
    return number


def test_a_tomogram_is_recorded_with_all_that_belongs_to_it(written, rows, send, collection):
    run = microscopy.run_of(written, collection)
    body = {
        "dataCollectionId": collection,
        "autoProcProgramId": run,
        "volumeFile": "t1.mrc",
        "fileDirectory": "/data/tomo",
        "pixelSpacing": 6.6,
        "tilts": [{"movieNumber": n, "refinedTiltAngle": angle + 0.1} for n, angle in enumerate(TILTS)],
        "ProcessedTomogram": [{"filePath": "/data/tomo/d.mrc", "processingType": "Denoised"}],
    }
    first, again = send("tomograms", body), send("tomograms", {**body, "pixelSpacing": None, "thickness": 180.0})
    assert (first.status_code, again.status_code) == (201, 200), first.json
    assert list(faults(TomogramSchema, again.json)) == []
    found = again.json
    assert found["tomogramId"] == first.json["tomogramId"]
    assert (found["pixelSpacing"], found["thickness"], found["_metadata"]["tilts"]) == (6.6, 180.0, 3)
    assert (len(found["ProcessedTomogram"]), found["AutoProcProgram"]["autoProcProgramId"]) == (1, run)
    assert written.get(f"/em/tomograms/{found['tomogramId']}", "pi").json == found
    assert send("tomograms", {**body, "volumeFile": "t2.mrc"}).status_code == 201
    other = microscopy.run_of(written, collection)
    assert send("tomograms", {**body, "autoProcProgramId": other}).status_code == 201


def test_a_tomogram_is_completed_as_it_goes(written, rows, send, collection):
    number = send("tomograms", {"dataCollectionId": collection}).json["tomogramId"]
    assert send(f"tomograms/{number}", {"volumeFile": "t.mrc", "sizeZ": 300}, "PATCH").json["sizeZ"] == 300
    one = [{"movieFullPath": "/data/2.tiff", "refinedTiltAngle": 3.1}]
    assert send(f"tomograms/{number}/tilts", one).json[0]["refinedTiltAngle"] == 3.1
    both = [{"movieNumber": 2, "defocusU": 30000.0}, {"movieNumber": 0, "refinedTiltAngle": -2.9}]
    made = send(f"tomograms/{number}/tilts", both).json
    assert [list(faults(TiltSchema, row)) for row in made] == [[], []]
    assert [(row["movieNumber"], row["refinedTiltAngle"]) for row in made] == [(2, 3.1), (0, -2.9)]
    assert made[0]["defocusU"] == 30000.0
    for feature in ("Membrane", "ribosome"):
        segmented = send(f"tomograms/{number}/processed", [{"filePath": "/data/s.mrc", "feature": feature}]).json
    assert [row["feature"] for row in segmented["ProcessedTomogram"]] == ["Ribosome"]


def test_maps_of_grids_are_recorded_from_the_atlas_to_the_hole(written, rows, send):
    body = rows.new_atlas()
    first, again = send("atlases", body), send("atlases", {**body, "mode": "bright field"})
    assert (first.status_code, again.status_code, again.json["mode"]) == (201, 200, "Bright Field")
    atlas = first.json["atlasId"]
    labels = [{"gridSquareLabel": n, "stageLocationX": 10.0 * n, "pixelSize": 55.0} for n in (1, 2)]
    squares = send(f"atlases/{atlas}/grid-squares", labels).json
    later = send(f"atlases/{atlas}/grid-squares", [{"gridSquareLabel": 2, "qualityIndicator": 0.8}]).json
    assert (later[0]["gridSquareId"], later[0]["stageLocationX"]) == (squares[1]["gridSquareId"], 20.0)
    holes = [{"foilHoleLabel": f"h{n}", "diameter": 40 + n} for n in range(3)]
    made = send(f"grid-squares/{squares[0]['gridSquareId']}/foil-holes", holes).json
    assert [row["diameter"] for row in made] == [40, 41, 42]
    shapes = ((AtlasSchema, again.json), (GridSquareSchema, later[0]), (FoilHoleSchema, made[0]))
    assert [list(faults(schema, row)) for schema, row in shapes] == [[], [], []]
    for path, row in (("atlases", "atlasId"), ("grid-squares", "gridSquareId"), ("foil-holes", "foilHoleId")):
        number = made[0].get(row)
        assert written.get(f"/em/{path}/{number}", "pi").status_code == 200
        assert written.get(f"/em/{path}/{number}", "outsider").status_code == 404
    hole = made[0]["foilHoleId"]
    assert send(f"foil-holes/{hole}", {"qualityIndicator": 0.5}, "PATCH").json["qualityIndicator"] == 0.5


def test_a_movie_is_taken_in_a_hole_of_its_session(send, rows, written):
    group = rows.group()
    collection = rows.new("/datacollections", "dataCollectionId", dataCollectionGroupId=group)
    _, square, hole = microscopy.hole_of(written, group)
    (movie,) = send(f"datacollections/{collection}/movies", [{"movieNumber": 1, "foilHoleId": hole}]).json
    assert movie["foilHoleId"] == hole
    assert written.get(f"/em/grid-squares/{square}").json["_metadata"] == {"foilHoles": 1, "movies": 1}
    tomogram = {"dataCollectionId": collection, "gridSquareId": square}
    assert send("tomograms", tomogram).json["gridSquareId"] == square
    elsewhere = send(f"datacollections/{rows.collection()}/movies", [{"movieNumber": 1, "foilHoleId": hole}])
    assert list(elsewhere.json["errors"]) == ["[0].foilHoleId"]


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("tomograms", {"dataCollectionId": "own", "tilts": [{"movieNumber": 99}]}, "tilts[0].movieNumber"),
        ("tomograms", {"dataCollectionId": "own", "tilts": [{"movieNumber": 0}, {"movieNumber": 0}]}, "tilts[1]"),
        ("tomograms", {"dataCollectionId": "own", "tilts": [{"movieNumber": 0, "defocusU": 3.0}]}, "tilts[0].defocusU"),
        ("tomograms", {"dataCollectionId": "own", "volumeFile": "x" * 256}, "volumeFile"),
        ("tomograms", {"dataCollectionId": "own", "gridSquareId": 2**31 - 1}, "gridSquareId"),
        ("tomograms", {"dataCollectionId": "own", "pixelSpacing": 6.6e-10}, "pixelSpacing"),
        ("tomograms", {"dataCollectionId": "own", "ProcessedTomogram": [{}]}, "ProcessedTomogram[0].filePath"),
        (
            "tomograms",
            {"dataCollectionId": "own", "ProcessedTomogram": [{"filePath": "a", "feature": "Unicorn"}]},
            "ProcessedTomogram[0].feature",
        ),
        ("atlases", {"dataCollectionGroupId": "own", "pixelSize": 500.0}, "atlasImage"),
        ("atlases", {"dataCollectionGroupId": "own", "atlasImage": "/a", "pixelSize": 5e-7}, "pixelSize"),
        ("atlases", {"dataCollectionGroupId": "own", "atlasImage": "/a", "pixelSize": 5.0, "mode": "Red"}, "mode"),
        ("grid-squares/own/foil-holes", [{"foilHoleLabel": "a"}, {"foilHoleLabel": "a"}], "[1].foilHoleLabel"),
        ("grid-squares/own/foil-holes", [{"foilHoleLabel": "x" * 31}], "[0].foilHoleLabel"),
        ("grid-squares/own/foil-holes", [{"foilHoleLabel": "a", "stageLocationX": 1e6}], "[0].stageLocationX"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_saved(written, send, rows, collection, path, body, field):
    own = {"dataCollectionId": lambda: collection, "dataCollectionGroupId": rows.group}
    if isinstance(body, dict):
        body = {name: own[name]() if value == "own" else value for name, value in body.items()}
    path = path.replace("own", str(rows.square() if "own" in path else 0))
    before = counted(written)
    answer = send(path, body)
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field]), answer.json
    assert counted(written) == before


def counted(written):
    tables = ("Tomogram", "TiltImageAlignment", "ProcessedTomogram", "Atlas", "FoilHole")
    return [written.ask(f"SELECT COUNT(*) AS n FROM {table}")[0]["n"] for table in tables]


def test_many_tilts_and_holes_take_few_statements(written, send, rows):
    collection, square = rows.collection(), rows.square()
    send(f"datacollections/{collection}/movies", [{"movieNumber": n} for n in range(300)])
    number = send("tomograms", {"dataCollectionId": collection}).json["tomogramId"]
    with written.statements() as counted_:
        tilts = [{"movieNumber": n, "refinedTiltAngle": n / 10} for n in range(300)]
        assert len(send(f"tomograms/{number}/tilts", tilts).json) == 300
        assert (
            len(send(f"grid-squares/{square}/foil-holes", [{"foilHoleLabel": f"{n}"} for n in range(300)]).json) == 300
        )
    assert counted_.number <= 24
