"""What changes rows by GET is for our own pages, and for what is no browser."""

import pytest

from ispyb_api.compat.java_rest import origins
from ispyb_api.compat.java_rest.callers import Refused
from tests.support.logins import another_server

EXI = "https://exi.example.org"


@pytest.fixture(scope="module")
def app(shared_sites):
    served = another_server(shared_sites("sqlite"), **{"compat.java_rest": True, "http.cors_origins": [EXI]})
    yield served
    served.extensions["ispyb_api"].database.engine.pool.close()


@pytest.mark.parametrize(
    ("headers", "may"),
    [
        ({}, True),  # a script
        ({"Sec-Fetch-Site": "none"}, True),
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "cross-site", "Origin": EXI}, True),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"}, True),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example.org"}, False),
        ({"Origin": "null"}, False),
    ],
)
def test_which_pages_may(app, headers, may):
    with app.test_request_context("/", headers=headers):
        if may:
            origins.must_be_ours()
        else:
            with pytest.raises(Refused):
                origins.must_be_ours()
