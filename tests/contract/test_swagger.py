"""The API's own description."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from ispyb_api import cli
from ispyb_api.app import PREFIX
from ispyb_api.compat import pyispyb

COMMITTED = Path(__file__).parents[2] / "docs" / "swagger.json"
validator = pytest.importorskip("openapi_spec_validator")


@pytest.fixture(scope="module")
def document():
    return json.loads(CliRunner().invoke(cli.main, ["openapi"]).output)


def operations(document):
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            if method in ("get", "post", "put", "patch", "delete"):
                yield f"{method.upper()} {path}", operation, methods.get("parameters", [])


def test_is_valid_swagger(document):
    validator.validate(document)
    assert document["swagger"] == "2.0"


def test_is_as_committed(document):
    assert document == json.loads(COMMITTED.read_text()), "the API changed: ispyb-api openapi > docs/swagger.json"


FIRST = """
import concurrent.futures, json, sys
from ispyb_api import settings
from ispyb_api.app import PREFIX, create_app

app = create_app(settings.load(environ={}, overrides={"database.url": "sqlite:///none.db", "token.secret": "0" * 32}))
loaded = {"structlog", "rich"} & set(sys.modules)
with concurrent.futures.ThreadPoolExecutor(8) as hands:
    asked = [hands.submit(lambda: app.test_client().get(f"{PREFIX}/swagger.json").json["definitions"]) for _ in range(8)]
print(json.dumps({"loaded": list(loaded), "definitions": [each.result() for each in asked]}))
"""


def test_the_first_to_ask_a_new_server_at_once_get_all_of_it(document, tmp_path):
    done = subprocess.run([sys.executable, "-c", FIRST], capture_output=True, text=True, check=True, cwd=tmp_path)
    found = json.loads(done.stdout)
    assert found["definitions"] == [document["definitions"]] * 8
    assert found["loaded"] == []  # what only people's logs need would slow the start


def test_it_is_had_as_openapi_too(client, document):
    answer = client.get(f"{PREFIX}/openapi.json")
    found = answer.json
    validator.validate(found)
    assert found["openapi"] == "3.1.0"
    assert found["paths"].keys() == document["paths"].keys()
    assert found["components"]["schemas"].keys() >= document["definitions"].keys()
    assert client.get(f"{PREFIX}/openapi.json", headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304


def test_what_may_be_null_is_so_in_openapi(client):
    shapes = client.get(f"{PREFIX}/openapi.json").json["components"]["schemas"]
    assert shapes["LabContact"]["properties"]["cardName"]["type"] == ["string", "null"]
    texts = json.dumps(shapes)
    assert "x-nullable" not in texts
    assert "#/definitions/" not in texts


def test_answers_to_lines_are_told_beside_those_to_lists(client):
    paths = client.get(f"{PREFIX}/openapi.json").json["paths"]
    movies = paths["/em/datacollections/{dataCollectionId}/movies"]["post"]
    lists, counts = movies["responses"]["200"]["content"]["application/json"]["schema"]["oneOf"]
    assert (lists["type"], counts) == ("array", {"$ref": "#/components/schemas/RecordedRows"})
    assert set(movies["requestBody"]["content"]) == {"application/json", "application/x-ndjson"}
    images = paths["/datacollections/{dataCollectionId}/images"]["post"]["responses"]
    assert images["200"]["content"]["application/json"]["schema"]["$ref"].endswith("/RecordedImages")
    assert images["201"]["content"]["application/json"]["schema"]["type"] == "array"


@pytest.mark.parametrize("name", pyispyb.SHAPES)
def test_front_ends_find_shapes_by_their_old_names(client, name):
    shapes = client.get(f"{PREFIX}/openapi.json").json["components"]["schemas"]
    assert shapes[shapes[name]["$ref"].rpartition("/")[2]]["properties"]


def test_every_operation_is_described(document):
    for name, operation, shared in operations(document):
        assert operation.get("summary"), name
        assert operation.get("description"), name
        assert {"503", "default"} <= set(operation["responses"]), name
        for parameter in operation.get("parameters", []) + shared:
            assert parameter.get("description") or parameter["in"] == "body", (name, parameter["name"])
        for status, response in operation["responses"].items():
            is_file = any(produced != "application/json" for produced in operation.get("produces", []))
            assert "schema" in response or is_file or status in ("204", "304"), (name, status)


def test_guarded_operations_say_so(document):
    for name, operation, _ in operations(document):
        if operation.get("security") != []:
            assert {"401", "403"} <= set(operation["responses"]), name


def test_public_operations_are_few(document):
    public = {
        name.removeprefix("GET ").removeprefix("POST ")
        for name, operation, _ in operations(document)
        if operation.get("security") == []
    }
    assert public == {"/auth/config", "/auth/login", "/auth/token", "/auth/refresh"}


def test_every_property_is_described(document):
    silent = [
        f"{model}.{name}"
        for model, definition in document["definitions"].items()
        for name, prop in definition.get("properties", {}).items()
        if not prop.get("description")
    ]
    assert silent == []


def test_is_served_with_an_address_to_log_in_at(client):
    served = client.get(f"{PREFIX}/swagger.json", base_url="https://ispyb.example.org").json
    assert served["securityDefinitions"]["login"]["tokenUrl"] == f"https://ispyb.example.org{PREFIX}/auth/token"
    assert client.get(f"{PREFIX}/docs").status_code == 200
