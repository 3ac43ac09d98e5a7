"""Rows that another program left half empty, or filled with what nobody expects, break no route that reads."""

import sqlite3

import pymysql
import pytest

from ispyb_api.app import routes
from tests.contract.test_matrix import ITEMS, plain
from tests.support import sites

# Who calls is found out by these; without them everything is 401.
ONES_OWN = {"Person", "Permission", "UserGroup", "UserGroup_has_Permission", "UserGroup_has_Person"}
ODD = "?é <'\"%s"  # no word that any program knows; an enumeration of MariaDB holds '' in place of it
NUMBERS = (1, 2)
REFUSED = (sqlite3.IntegrityError, pymysql.err.IntegrityError)
REFUSED_BY_CHECK = 4025

COLUMNS = """SELECT c.table_name AS t, c.column_name AS c, c.data_type AS k
               FROM information_schema.columns c
               JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
              WHERE c.table_schema = DATABASE() AND c.is_nullable = 'YES' AND t.table_type = 'BASE TABLE'"""
COLUMNS_OF_SQLITE = """SELECT t.name AS t, c.name AS c, LOWER(c.type) AS k
                         FROM sqlite_master t JOIN pragma_table_info(t.name) c
                        WHERE t.type = 'table' AND NOT c."notnull" AND NOT c.pk"""


@pytest.fixture(scope="module", params=["sqlite", "mariadb"])
def own(request, tmp_path_factory):
    """A site of its own, for its rows are spoilt."""
    with sites.open_site(request.param, tmp_path_factory.mktemp("coexisting")) as site:
        yield site


def columns(site):
    """Yield (table, column, whether it holds text) of what may be NULL and links no rows."""
    for row in site.ask(COLUMNS if site.name == "mariadb" else COLUMNS_OF_SQLITE):
        ours = row["t"].startswith(("api_", "sqlite_")) or row["t"] in ONES_OWN
        if not ours and not row["c"].lower().endswith("id"):
            yield row["t"], row["c"], any(kind in row["k"] for kind in ("char", "text", "enum"))


def spoil(site, value):
    """Give all that may be NULL this value, as far as it fits; return how many columns took it."""
    careless = "SET STATEMENT sql_mode = '' FOR " if site.name == "mariadb" else ""
    taken = 0
    for table, column, text in columns(site):
        if value is None or text:
            try:
                site.ask(f"{careless}UPDATE `{table}` SET `{column}` = %s", value)
                taken += 1
            except REFUSED:  # unique, or checked
                continue
            except pymysql.err.OperationalError as error:
                if error.args[0] != REFUSED_BY_CHECK:
                    raise
    return taken


def paths(site):
    """Return the paths of all routes that read, with ids of rows that are there."""
    found = []
    for rule, method, _ in routes(site.app):
        path = plain(rule.rule)
        if method != "GET" or path.endswith("/stream"):
            continue
        known = [row["id"] for row in site.ask(ITEMS[path])[:2]] if path in ITEMS else NUMBERS
        found += [path.replace("{}", str(number)) for number in known] if rule.arguments else [path]
    return found


@pytest.mark.parametrize("value", [ODD, None], ids=["odd text", "nothing"])
def test_no_row_of_others_is_too_odd(own, value):
    asked = paths(own)
    assert spoil(own, value) > 300
    assert [row["title"] for row in own.ask("SELECT DISTINCT title FROM Proposal")] == [value]
    failed, good = {}, 0
    for path in asked:
        answer = own.get(path)
        good += answer.status_code == 200
        if answer.status_code >= 500:
            failed[path] = (answer.status_code, answer.get_data(as_text=True)[:200])
        answer.close()
    assert failed == {}
    assert good > len(asked) / 3, "most rows are still found"
