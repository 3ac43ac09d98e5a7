"""Every documented operation under fire, with a real token: no 5xx, and answers as the document says."""

import contextlib
import json
from pathlib import Path

import pytest

from ispyb_api.app import PREFIX
from tests.conftest import ENGINES
from tests.support import sites

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

CHECKS = [not_a_server_error, content_type_conformance, response_schema_conformance, status_code_conformance]
COMMITTED = Path(__file__).parents[2] / "docs" / "swagger.json"
EXAMPLES = 8
ENDS_THE_LOGIN = ("/auth/logout", "/auth/logout/everywhere")


@pytest.fixture(scope="module", params=ENGINES)
def site(request, tmp_path_factory):
    """A site of its own: some of what is fired at it changes rows."""
    with sites.open_site(request.param, tmp_path_factory.mktemp("fired at")) as opened:
        yield opened


@pytest.fixture(scope="module")
def document(site):
    return schemathesis.openapi.from_wsgi(f"{PREFIX}/swagger.json", site.app)


def operations():
    """Yield (path, method) as the committed document has them, so that each is a test of its own."""
    document = json.loads(COMMITTED.read_text(encoding="utf-8"))
    for path, methods in document["paths"].items():
        for method in methods.keys() & {"get", "post", "put", "patch", "delete"}:
            if path not in ENDS_THE_LOGIN:
                yield path, method


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["as documented", "against"])
@pytest.mark.parametrize(("path", "method"), sorted(operations()))
def test_no_input_is_too_odd(document, site, path, method, mode):
    headers = {**site.headers("admin"), "Accept-Encoding": "identity"}
    operation = document[path][method]

    @settings(
        max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def fire(case):
        answer = case.call(headers={**(case.headers or {}), **headers})
        case.validate_response(answer, checks=CHECKS)

    with contextlib.suppress(Unsatisfiable):  # nothing can be wrong with an operation that takes nothing
        fire()
