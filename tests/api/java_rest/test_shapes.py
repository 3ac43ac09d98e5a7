"""Shapes: where each key comes from, and how values are written."""

import re

import pytest

from ispyb_api.compat.java_rest import gson
from ispyb_api.compat.java_rest.paths import PREFIX
from ispyb_api.db import catalog
from tests.api.java_rest.checking import named_shapes


def test_every_key_says_where_it_comes_from(site):
    with site.database.engine.connection() as raw:
        tables = {name.lower(): {each.lower() for each in columns} for name, columns in catalog.columns(raw).items()}
    wrong = []
    for shape in named_shapes().values():
        for key in shape.keys:
            found = re.findall(r"\b([A-Z]\w+)\.(\w+)", key.source)
            there = [column.lower() in tables.get(name.lower(), ()) for name, column in found]
            known = key.source.startswith("nothing") or (there and all(there))
            wrong += [] if known else [f"{shape.name}.{key.name}: {key.source}"]
    assert wrong == []


def test_the_swagger_page_knows_every_route(site):
    document = site.app.test_client().get(f"{PREFIX}/swagger.json").json
    assert "/{token}/proposal/{proposal}/info/get" in document["paths"]
    assert {"SessionRow", "ProposalInfo", "LabContact"} <= document["definitions"].keys()


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        ("2016-07-28 09:00:00", "Jul 28, 2016 9:00:00 AM"),
        ("2016-07-08 00:05:09", "Jul 8, 2016 12:05:09 AM"),
        ("2016-12-31 12:00:00", "Dec 31, 2016 12:00:00 PM"),
        ("2016-01-01 23:59:59", "Jan 1, 2016 11:59:59 PM"),
        ("0000-00-00 00:00:00", None),
    ],
)
def test_times_are_written_as_the_java_server_writes_them(moment, written):
    assert gson.stamp(moment) == written
    assert gson.day(moment) == (written and written.rpartition(" ")[0].rpartition(" ")[0])
