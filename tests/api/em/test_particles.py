"""GET /em/particle-pickers, /em/classifications, /em/classes, tomograms and maps of grids"""

import io
import json
import zipfile

import pytest


def ids(page, key):
    assert page["total"] == len(page["results"])
    return [row[key] for row in page["results"]]


@pytest.mark.parametrize("scope", ["sessionId", "dataCollectionId", "dataCollectionGroupId"])
def test_pickers_by_either_way(ask, scope):
    assert ids(ask(f"/particle-pickers?{scope}=9001"), "particlePickerId") == [9002, 9001]
    assert ids(ask(f"/particle-pickers?{scope}=9011"), "particlePickerId") == []
    assert ids(ask(f"/particle-pickers?{scope}=9011", "admin"), "particlePickerId") == [9011]


def test_a_picker_says_how_its_program_ended(ask):
    second, first = ask("/particle-pickers?sessionId=9001")["results"]
    assert (second["AutoProcProgram"]["processingStatus"], first["AutoProcProgram"]) == (0, None)
    assert first["_metadata"]["classifications"] == 1


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("sessionId=9001", [9002, 9001]),
        ("sessionId=9001&type=2D", [9002, 9001]),
        ("sessionId=9001&type=3D", []),
        ("sessionId=9001&particlePickerId=9001", [9001]),
        ("sessionId=9001&autoProcProgramId=9701", [9002]),
        ("sessionId=9011", []),
    ],
)
def test_classifications(ask, query, expected):
    assert ids(ask(f"/classifications?{query}"), "particleClassificationGroupId") == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("particleClassificationGroupId=9001", [90011, 90012]),
        ("particleClassificationGroupId=9002", [90021, 90022]),
        ("particleClassificationGroupId=9001&selected=true", [90012]),
        ("particleClassificationGroupId=9001&selected=false", [90011]),
        ("sessionId=9001&order_by=classNumber", [90011, 90021, 90012, 90022]),
        ("particleClassificationGroupId=9011", []),
        ("particleClassificationGroupId=9021", []),
    ],
)
def test_classes(ask, query, expected):
    assert ids(ask(f"/classes?{query}"), "particleClassificationId") == expected


def test_a_class_has_its_fits_and_models(ask):
    first = ask("/classes?particleClassificationGroupId=9001")["results"][0]
    assert [(each["resolution"], each["numberOfParticles"]) for each in first["BFactorFit"]] == [(3.1, 900)]
    three = ask("/classes?sessionId=9&type=3D&limit=1", "admin")["results"][0]
    assert [each["cryoemInitialModelId"] for each in three["CryoemInitialModel"]] == [1]


PICTURES = {
    "particle-pickers/{}/image": 9001,
    "classes/{}/image": 90011,
    "atlases/{}/image": 9001,
    "grid-squares/{}/image": 9001,
    "foil-holes/{}/image": 9001,
    "tomograms/{}/files/volume": 9001,
    "tomograms/processed/{}/file": 9001,
}


@pytest.mark.parametrize("path", PICTURES)
def test_pictures_are_for_who_sees_the_data(site, path):
    seen = PICTURES[path]
    hidden = seen + (100 if seen > 90000 else 10)
    for login, number, status in (("member", seen, 200), ("member", hidden, 404), ("admin", hidden, 200), ("admin", 1999999, 404)):  # fmt: skip
        answer = site.get(f"/em/{path.format(number)}", login)
        assert answer.status_code == status, (login, number)
        assert status == 404 or answer.text.endswith("as it is")


def test_all_classes_in_an_archive(site):
    answer = site.get("/em/classifications/9001/archive", "member")
    archive = zipfile.ZipFile(io.BytesIO(answer.data))
    assert archive.namelist() == ["class-001.png", "manifest.json"]
    first, second = json.loads(archive.read("manifest.json"))["files"]
    assert (first["included"], second["name"], second["included"]) == (True, "class-002.png", False)
    assert site.get("/em/classifications/9011/archive", "member").status_code == 404


def test_what_belongs_to_nothing_is_not_shown(site):
    assert site.get("/em/particle-pickers/9021/image").status_code == 404
    assert site.get("/em/classifications/9021/archive").status_code == 404


def test_tomogram_with_what_was_made_of_it(ask, site):
    (listed,) = ask("/tomograms?sessionId=9001")["results"]
    assert [each["processingType"] for each in listed["ProcessedTomogram"]] == ["Denoised"]
    assert ask("/tomograms/9001") == listed
    assert site.get("/em/tomograms/9011", "member").status_code == 404
    assert ids(ask("/tomograms?sessionId=9011"), "tomogramId") == []


def test_tilts_by_their_angles(ask, site):
    tilts = ask("/tomograms/1/tilts", "admin")["results"]
    assert [tilt["angle"] for tilt in tilts] == [-50, -30, -10, 10, 30, 50]
    assert tilts[0]["refinedTiltAngle"] == pytest.approx(-49.8)
    assert site.get("/em/tomograms/1/tilts", "outsider").status_code == 404
    assert ask("/tomograms/9001/tilts")["results"] == []


@pytest.mark.parametrize(
    ("path", "key", "expected"),
    [
        ("atlases?sessionId={}", "atlasId", [9001]),
        ("atlases?dataCollectionId={}", "atlasId", [9001]),
        ("grid-squares?atlasId={}", "gridSquareId", [9001]),
        ("grid-squares?dataCollectionGroupId={}", "gridSquareId", [9001]),
        ("foil-holes?gridSquareId={}", "foilHoleId", [9001]),
        ("foil-holes?atlasId={}", "foilHoleId", [9001]),
        ("foil-holes?sessionId={}", "foilHoleId", [9001]),
    ],
)
def test_maps_of_grids(ask, path, key, expected):
    assert ids(ask(f"/{path.format(9001)}"), key) == expected
    assert ids(ask(f"/{path.format(9011)}"), key) == []


def test_squares_and_holes_count_their_movies(ask):
    (square,) = ask("/grid-squares?sessionId=8&limit=1", "admin")["results"]
    assert square["_metadata"] == {"foilHoles": 2, "movies": 8}
    holes = ask(f"/foil-holes?gridSquareId={square['gridSquareId']}", "admin")["results"]
    assert sum(hole["_metadata"]["movies"] for hole in holes) == 8


def test_one_goes_on_behind_holes(ask):
    whole = [row["foilHoleId"] for row in ask("/foil-holes?sessionId=9&limit=500", "admin")["results"]]
    first = ask("/foil-holes?sessionId=9&limit=7", "admin")
    second = ask(f"/foil-holes?sessionId=9&limit=7&after={first['next']}", "admin")
    assert [row["foilHoleId"] for row in first["results"] + second["results"]] == whole[:14]


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("atlases", "sessionId"),
        ("grid-squares", "sessionId"),
        ("foil-holes", "sessionId"),
        ("particle-pickers", "dataCollectionId"),
        ("classifications", "dataCollectionId"),
        ("classes", "dataCollectionId"),
        ("tomograms", "dataCollectionId"),
    ],
)
def test_one_has_to_say_of_what(site, path, field):
    answer = site.get(f"/em/{path}")
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field])
