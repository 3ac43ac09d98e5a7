"""Grids, positions, files and snapshots of data collections: POST, PATCH and PUT."""

import pytest

from ispyb_api.acquisition.schemas_files import CollectionFileSchema
from ispyb_api.acquisition.schemas_measured import CollectionPositionsSchema
from ispyb_api.acquisition.schemas_parts import GridInfoSchema
from tests.contract.shapes import faults

GRID = {"steps_x": 20, "steps_y": 12, "dx_mm": 0.02, "dy_mm": 0.02, "orientation": "Horizontal", "snaked": True}


@pytest.fixture
def collection(rows):
    return rows.collection()


def put_grid(instrument, collection, **body):
    return instrument.send("POST", f"/datacollections/{collection}/grids", body)


def test_a_grid_is_shown_with_its_collection(written, instrument, collection):
    made = put_grid(instrument, collection, **GRID, pixelsPerMicronX=2.0, micronsPerPixelY=0.25)
    assert made.status_code == 201, made.json
    assert list(faults(GridInfoSchema, made.json)) == []
    assert {name: made.json[name] for name in GRID} == {**GRID, "orientation": "horizontal"}
    assert (made.json["micronsPerPixelX"], made.json["pixelsPerMicronY"]) == (0.5, 4.0)
    assert written.get(f"/datacollections/{collection}").json["GridInfo"] == [made.json]
    assert written.get(f"/datacollections/{collection}/grids", "pi").json == {"results": [made.json]}
    assert made.headers["Location"].endswith(f"/datacollections/grids/{made.json['gridInfoId']}")
    assert written.get(f"/datacollections/grids/{made.json['gridInfoId']}").json == made.json


def test_a_grid_that_is_sent_again_is_changed(written, instrument, collection):
    first = put_grid(instrument, collection, **GRID)
    again = put_grid(instrument, collection, steps_x=21)
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json == {**first.json, "steps_x": 21}
    changed = instrument.send("PATCH", f"/datacollections/grids/{first.json['gridInfoId']}", {"meshAngle": 45})
    assert (changed.json["meshAngle"], changed.json["steps_x"]) == (45, 21)
    etag = {"If-Match": '"other"'}
    path = f"/datacollections/grids/{first.json['gridInfoId']}"
    assert instrument.send("PATCH", path, {"meshAngle": 46}, headers=etag).status_code == 412
    assert len(written.get(f"/datacollections/{collection}").json["GridInfo"]) == 1


def test_two_collections_of_a_group_have_a_grid_each(written, rows, instrument):
    group = rows.group()
    first, second = (rows.new("/datacollections", "dataCollectionId", dataCollectionGroupId=group) for _ in "ab")
    grids = [put_grid(instrument, number, steps_x=number).json["gridInfoId"] for number in (first, second)]
    assert len(set(grids)) == 2
    assert [row["steps_x"] for row in written.get(f"/datacollections/{second}/grids").json["results"]] == [second]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"pixelsPerMicronX": 2, "micronsPerPixelX": 2}, "pixelsPerMicronX"),
        ({"pixelsPerMicronX": 0}, "pixelsPerMicronX"),
        ({"orientation": "aslant"}, "orientation"),
        ({"dx_mm": 200}, "dx_mm"),
        ({"steps_x": "many"}, "steps_x"),
        ({"workflowMeshId": 2**31 - 1}, "workflowMeshId"),
        ({"size": 3}, "size"),
    ],
)
def test_wrong_grids_are_refused_by_name(instrument, collection, body, field):
    answer = put_grid(instrument, collection, **body)
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field])


def test_the_scale_is_cleared_in_both_ways_to_write_it(instrument, collection):
    put_grid(instrument, collection, pixelsPerMicronX=2.0)
    cleared = put_grid(instrument, collection, micronsPerPixelX=None).json
    assert (cleared["pixelsPerMicronX"], cleared["micronsPerPixelX"]) == (None, None)


def test_hidden_grids_are_not_there(written, instrument, collection):
    number = put_grid(instrument, collection, **GRID).json["gridInfoId"]
    for path in (
        f"/datacollections/grids/{number}",
        "/datacollections/grids/999999",
        f"/datacollections/{collection}/grids",
    ):
        assert written.get(path, "outsider").status_code == 404


# --- positions


def test_positions_are_recorded_and_kept(written, instrument, collection):
    path = f"/datacollections/{collection}/positions"
    assert written.get(path).json == {
        "dataCollectionId": collection, "Position": None, "startPosition": None, "endPosition": None
    }  # fmt: skip
    body = {"Position": {"posX": 1.5, "posZ": -2}, "startPosition": {"omega": 90.0, "phiX": 0.1, "gridIndexY": 3}}
    made = instrument.send("PUT", path, body)
    assert made.status_code == 200, made.json
    assert list(faults(CollectionPositionsSchema, made.json)) == []
    changed = instrument.send("PUT", path, {"startPosition": {"omega": 91.0}, "endPosition": {"kappa": 5}}).json
    assert (changed["startPosition"]["omega"], changed["startPosition"]["phiX"]) == (91.0, 0.1)
    assert (changed["Position"], changed["endPosition"]["kappa"]) == (made.json["Position"], 5)
    assert written.get(path, "pi").json == changed
    shown = written.get(f"/datacollections/{collection}").json
    assert shown["startPositionId"] == changed["startPosition"]["motorPositionId"]
    assert instrument.send("PUT", path, {"Position": None}).json["Position"] is None


def test_the_same_positions_again_make_no_row(written, instrument, collection):
    path, body = f"/datacollections/{collection}/positions", {"startPosition": {"omega": 90.0}}
    assert instrument.send("PUT", path, body).json == instrument.send("PUT", path, body).json


def test_positions_that_another_has_too_are_not_moved_under_it(written, rows, instrument, collection):
    other = rows.collection()
    made = instrument.send("PUT", f"/datacollections/{other}/positions", {"startPosition": {"omega": 1.0}}).json
    shared = made["startPosition"]["motorPositionId"]
    instrument.send("PATCH", f"/datacollections/{collection}", {"startPositionId": shared})
    instrument.send("PUT", f"/datacollections/{collection}/positions", {"startPosition": {"omega": 2.0}})
    assert written.get(f"/datacollections/{other}/positions").json == made


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"startPosition": {"omega": 4000}}, "startPosition.omega"),
        ({"Position": {"posX": "here"}}, "Position.posX"),
        ({"endPosition": {"motorPositionId": 3}}, "endPosition.motorPositionId"),
    ],
)
def test_wrong_positions_are_refused_by_name(instrument, collection, body, field):
    answer = instrument.send("PUT", f"/datacollections/{collection}/positions", body)
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field])


def test_positions_change_only_as_they_were_read(written, instrument, collection):
    path = f"/datacollections/{collection}/positions"
    etag = {"If-Match": written.get(path).headers["ETag"]}
    answers = [instrument.send("PUT", path, {"Position": {"posX": x}}, headers=etag).status_code for x in (1, 2)]
    assert answers == [200, 412]


# --- files


@pytest.fixture
def folder(written):
    return written.settings.files.roots[0]


def test_a_file_is_recorded_once(written, instrument, collection, folder):
    body = {"dataCollectionId": collection, "fileFullPath": f"{folder}/collect-{collection}.log", "fileType": "LOG"}
    first = instrument.send("POST", "/datacollections/attachments", body)
    again = instrument.send("POST", "/datacollections/attachments", body)
    assert (first.status_code, again.status_code) == (201, 200)
    assert list(faults(CollectionFileSchema, first.json)) == []
    assert (again.json, first.json["fileType"]) == (first.json, "log")
    assert first.json["_metadata"]["fileName"] == f"collect-{collection}.log"
    listed = written.get(f"/datacollections/attachments?dataCollectionId={collection}", "pi").json["results"]
    assert listed == [first.json]
    assert first.headers["Location"] == first.json["_metadata"]["url"]


@pytest.mark.parametrize("path", ["/etc/passwd", "relative.log", "{folder}/../x.log", "{folder}", "", "x" * 300])
def test_files_elsewhere_are_refused(instrument, collection, folder, path):
    body = {"dataCollectionId": collection, "fileFullPath": path.format(folder=folder)}
    answer = instrument.send("POST", "/datacollections/attachments", body)
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["fileFullPath"])
    answer = instrument.send("PUT", f"/datacollections/{collection}/snapshots", {"paths": [path.format(folder=folder)]})
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["paths[0]"])


@pytest.mark.parametrize(
    ("body", "field"),
    [({"dataCollectionId": 2**31 - 1}, "dataCollectionId"), ({"fileType": "poem"}, "fileType"), ({"size": 1}, "size")],
)
def test_wrong_files_are_refused_by_name(instrument, collection, folder, body, field):
    whole = {"dataCollectionId": collection, "fileFullPath": f"{folder}/a.log", **body}
    answer = instrument.send("POST", "/datacollections/attachments", whole)
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field])


def test_a_file_that_was_moved_is_found_where_it_is(written, rows, instrument, folder):
    path = f"/datacollections/attachments/{rows.file()}"
    moved = instrument.send("PATCH", path, {"fileFullPath": f"{folder}/archive/moved.log"})
    assert moved.status_code == 200, moved.json
    assert list(faults(CollectionFileSchema, moved.json)) == []
    assert (moved.json["_metadata"]["fileName"], moved.json["_metadata"]["url"].endswith(path)) == ("moved.log", True)
    stale = instrument.send("PATCH", path, {"fileType": "log"}, headers={"If-Match": '"other"'})
    assert (stale.status_code, stale.json["code"]) == (412, "precondition_failed")
    kept = {"If-Match": moved.headers["ETag"]}
    changed = instrument.send("PATCH", path, {"fileType": "LOG"}, headers=kept)
    assert changed.json == {**moved.json, "fileType": "log"}
    assert instrument.send("PATCH", path, {"fileType": None}).json == moved.json
    stored = written.ask(
        "SELECT fileFullPath FROM DataCollectionFileAttachment WHERE dataCollectionFileAttachmentId = %s",
        path.rpartition("/")[2],
    )
    assert stored == [{"fileFullPath": f"{folder}/archive/moved.log"}]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"fileFullPath": "/etc/passwd"}, "fileFullPath"),
        ({"fileFullPath": None}, "fileFullPath"),
        ({"fileType": "poem"}, "fileType"),
        ({"dataCollectionId": 1}, "dataCollectionId"),
    ],
)
def test_wrong_changes_of_files_are_refused_by_name(rows, instrument, body, field):
    answer = instrument.send("PATCH", f"/datacollections/attachments/{rows.file()}", body)
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field])


def test_a_collection_has_one_row_for_a_file(rows, instrument, collection, folder):
    first, other = (
        instrument.make(
            "/datacollections/attachments", dataCollectionId=collection, fileFullPath=f"{folder}/{name}.log"
        )
        for name in ("first", "other")
    )
    path = f"/datacollections/attachments/{other['dataCollectionFileAttachmentId']}"
    assert instrument.send("PATCH", path, {"fileFullPath": f"{folder}/first.log"}).status_code == 409
    assert instrument.send("PATCH", path, {"fileFullPath": f"{folder}/other.log"}).status_code == 200
    assert first["_metadata"]["fileName"] == "first.log"
    assert instrument.send("PATCH", f"/datacollections/attachments/{2**31 - 1}", {"fileType": None}).status_code == 404


def test_snapshots_take_the_place_of_others(written, instrument, collection, folder):
    path = f"/datacollections/{collection}/snapshots"
    for names in (["a", "b", "c"], ["d"]):
        assert instrument.send("PUT", path, {"paths": [f"{folder}/{name}.jpg" for name in names]}).status_code == 204
    stored = written.ask("SELECT * FROM DataCollection WHERE dataCollectionId = %s", collection)[0]
    assert [stored[f"xtalSnapshotFullPath{n}"] for n in (1, 2, 3, 4)] == [f"{folder}/d.jpg", None, None, None]
    five = {"paths": [f"{folder}/a.jpg"] * 5}
    assert instrument.send("PUT", path, five).status_code == 422


@pytest.mark.parametrize("path", ["grids", "positions", "snapshots"])
def test_members_record_nothing(written, collection, path):
    method = "POST" if path == "grids" else "PUT"
    body = {"paths": []} if path == "snapshots" else {} if path == "positions" else GRID
    assert written.open(method, f"/datacollections/{collection}/{path}", "pi", json=body).status_code == 403


def test_snapshots_are_replaced_if_nobody_changed_the_collection(written, instrument, collection):
    path = f"/datacollections/{collection}"
    etag = written.get(path).headers["ETag"]
    assert instrument.send("PATCH", path, {"flux": 1e12}).status_code == 200
    for known, status in ((etag, 412), (written.get(path).headers["ETag"], 204)):
        answer = instrument.send("PUT", f"{path}/snapshots", {"paths": []}, headers={"If-Match": known})
        assert answer.status_code == status, answer.json
