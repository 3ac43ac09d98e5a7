"""A server whose account for the database may not do everything, as docs/migrations.rst has it for one that only reads."""

import re
from pathlib import Path

import pytest

from tests.support import mariadb, sites
from tests.support.logins import another_server, log_in, send

ACCOUNT = "ispyb_api_reader"


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    """A second server of a site, with the rights that the page gives."""
    with sites.open_site("mariadb", tmp_path_factory.mktemp("rights")) as site, mariadb.connect() as admin:
        name = site.url.rpartition("/")[2]
        cursor = admin.cursor()
        cursor.execute(f"CREATE OR REPLACE USER {ACCOUNT}")
        for statement in _page(name):
            cursor.execute(statement)
            for (grant,) in cursor.fetchall():  # the last one prints one for each table of ours
                admin.cursor().execute(grant)
        url = re.sub("//[^@]*@", f"//{ACCOUNT}@", site.url)
        yield another_server(site, **{"database.url": url})
        cursor.execute(f"DROP USER {ACCOUNT}")


def _page(database):
    text = (Path(__file__).parents[2] / "docs" / "migrations.rst").read_text(encoding="utf-8")
    block = re.search(r"   GRANT SELECT ON pydb.*?;\n\n", text, re.DOTALL)[0]
    block = block.replace("pydb", database).replace("ispyb_api", ACCOUNT)
    return [statement for statement in block.split(";\n") if statement.strip()]


def test_people_log_in_and_read(reader):
    assert send(reader, "GET", "/proposals", log_in(reader, "pi").json["token"]).json["total"] == 1


def test_rights_are_administered(reader):
    assert (
        send(
            reader, "POST", "/admin/groups", log_in(reader, "admin").json["token"], json={"name": "Readers"}
        ).status_code
        == 201
    )


def test_what_it_may_not_write_is_said_without_its_name(reader):
    answer = send(
        reader, "POST", "/dewars", log_in(reader, "pi").json["token"], json={"shippingId": 3, "code": "PV-D9"}
    )
    assert (answer.status_code, answer.json["code"]) == (501, "not_in_this_database")
    assert re.search(r": (INSERT|UPDATE) on \w+\.$", answer.json["message"]), answer.json
    assert ACCOUNT not in answer.text
