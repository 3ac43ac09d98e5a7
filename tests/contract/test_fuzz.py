"""Every documented operation under fire, with a real token: no 5xx, and answers as the document says."""

import contextlib
import json
from pathlib import Path

import pytest

from ispyb_api.app import PREFIX
from tests.conftest import ENGINES
from tests.support import mariadb, sites

schemathesis = pytest.importorskip("schemathesis")
from hypothesis import HealthCheck, given, settings  # noqa: E402
from hypothesis.errors import Unsatisfiable  # noqa: E402
from schemathesis import GenerationMode  # noqa: E402
from schemathesis.checks import not_a_server_error  # noqa: E402
from schemathesis.specs.openapi.checks import (  # noqa: E402
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

CHECKS = [not_a_server_error, response_schema_conformance, status_code_conformance]
COMMITTED = Path(__file__).parents[2] / "docs" / "swagger.json"
EXAMPLES = 8
ENDS_THE_LOGIN = ("/auth/logout", "/auth/logout/everywhere")


@pytest.fixture(scope="module")
def fired_at(tmp_path_factory):
    """Sites of its own, for some of what is fired at them changes rows: one on each engine that this machine has."""
    with contextlib.ExitStack() as opened:
        engines = [engine for engine in ENGINES if engine != "mariadb" or mariadb.SERVER]
        yield [opened.enter_context(sites.open_site(each, tmp_path_factory.mktemp("fired at"))) for each in engines]


@pytest.fixture(scope="module")
def document(fired_at):
    return schemathesis.openapi.from_wsgi(f"{PREFIX}/swagger.json", fired_at[0].app)


def operations():
    """Yield (path, method) as the committed document has them, so that each is a test of its own."""
    document = json.loads(COMMITTED.read_text(encoding="utf-8"))
    for path, methods in document["paths"].items():
        for method in methods.keys() & {"get", "post", "put", "patch", "delete"}:
            if path not in ENDS_THE_LOGIN:
                yield path, method


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["as documented", "against"])
@pytest.mark.parametrize(("path", "method"), sorted(operations()))
def test_no_input_is_too_odd(document, fired_at, path, method, mode):
    operation = document[path][method]

    @settings(
        max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def fire(case):
        if path.endswith("/stream"):  # else it goes on for ever
            case.query = {**(case.query or {}), "seconds": 0}
        given = case.headers or {}
        for site in fired_at:  # to think of something odd takes longer than to try it
            headers = {**given, **site.headers("admin"), "Accept-Encoding": "identity"}
            answer = case.call(headers=headers, app=site.app)
            # Swagger 2.0 cannot say that 204 has no type.
            typed = [content_type_conformance] if answer.status_code != 204 else []
            case.validate_response(answer, checks=[*CHECKS, *typed])

    with contextlib.suppress(Unsatisfiable):  # nothing can be wrong with an operation that takes nothing
        fire()


def test_both_engines_were_fired_at(fired_at):
    mariadb.server()
    assert [site.name for site in fired_at] == list(ENGINES)
