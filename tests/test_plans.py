"""The database's plans: no query of ours reads a growing table from end to end.

On a wide MariaDB (many of everything, little of each) every list and item route is asked with every argument, as
somebody who sees everything and as an ordinary member; the plan of each statement that this runs is looked at, with
the rows that it really reads.
"""

import functools
import re

import pytest

from ispyb_api import settings as configuration
from ispyb_api.app import create_app
from ispyb_api.db import catalog
from ispyb_api.http.services import EXTENSION
from tests.bench import cases, examples, files, record, seed, serve
from tests.bench.facility.plan import ADMIN, LOGINS, MEMBER, WIDE
from tests.support import mariadb

CALLERS = {"admin": LOGINS[ADMIN], "member": LOGINS[MEMBER]}

# Tables of this many rows here grow with the facility; lookup tables have fewer.
MANY = 200

# The database is told that these tables are so many times as large, for plans of small tables say nothing of large ones.
TIMES = 200

# Who sees everything may ask for what no index can serve.  Query, URL, and why that is accepted:
ACCEPTED = (
    (r"\.count_", r"", "exact totals are counted, and remembered if that is slow (ispyb_api/db/totals.py)"),
    (r"", r"[?&]search=", "part of a text is looked for in every text"),
    (r"sessions\.list_", r"[?&]order=asc", "sessions without a date come last also where they would be first"),
    (r"admin\.list_persons", r"[?&]order_by=login", "MariaDB does not sort by a unique key and the row's own together"),
    (r"proposals\.list_", r"[?&]order_by=title", "titles are longer than what can be indexed"),
    (
        r"samples\.list_(sub)?samples",
        r"[?&]order_by=(location|datacollections)",
        "no index has numbers of a text, nor counts",
    ),
    (
        r"queues\.list_queued_samples",
        r"[?&](status=|order_by=(started|finished))",
        "how far it is with something is read off the collections that were made for it",
    ),
    (r"proteins\.list_proteins", r"[?&]order_by=name", "no index of ISPyB has the full names of proteins"),
)

# Arguments that do not go together with every other.
_ALONE = r"sessionId=|/data/h5grove/"

# Values for the queries that no GET runs, beside the examples.
VALUES = {"login": LOGINS[MEMBER], "personId": MEMBER}

FOREIGN_KEYS = """
SELECT TABLE_NAME AS child, COLUMN_NAME AS child_column, REFERENCED_TABLE_NAME AS parent, REFERENCED_COLUMN_NAME AS parent_column
  FROM information_schema.KEY_COLUMN_USAGE
 WHERE TABLE_SCHEMA = DATABASE() AND REFERENCED_TABLE_NAME IS NOT NULL
"""

_SOURCE = re.compile(
    r"\b(?:FROM|JOIN)\s+([A-Za-z]\w*)(?:\s+(?!ON\b|WHERE\b|LEFT\b|JOIN\b|GROUP\b|ORDER\b|UNION\b|LIMIT\b)(\w+))?"
)


class Wide:
    """The wide database behind an application in this process."""

    def __init__(self, url, folder):
        serve.write_settings(folder / "settings.toml", url)
        self.app = create_app(configuration.load(folder / "settings.toml", environ={}))
        self.database = self.app.extensions[EXTENSION].database
        with self.database.engine.raw() as raw:
            self.rows = _counts(raw)
            _enlarge(raw.cursor(), [table for table, rows in self.rows.items() if rows >= MANY])
            self.examples = examples.find(raw.cursor(), LOGINS[MEMBER])
            self.cases = cases.to_explain(self.app, self.examples)

    @functools.cache  # noqa: B019 - as long as the tests
    def plans(self, caller):
        """Return [(URL, statement, steps of its plan)] of all that a caller's requests run, each text once."""
        asking, found = record.Recorder(self.app, CALLERS[caller], serve.PASSWORD), {}
        with self.database.engine.raw() as raw:
            for case in self.cases:
                answer, statements = asking.ask(case.path)
                if answer.status_code == 422 and re.search(_ALONE, case.path):
                    continue  # arguments that do not go together with it
                assert answer.status_code in (200, 403, 404), f"{case.path}: {answer.get_data(as_text=True)}"
                answer.close()  # a stream would listen for ever
                for each in statements:
                    if each.sql not in found:
                        found[each.sql] = case.name, each, _steps(raw, each.sql, each.values)
        return list(found.values())

    def other_plans(self):
        """Return the same for the queries that only logins and writes run."""
        seen = {statement.query for caller in CALLERS for _, statement, _ in self.plans(caller)}
        with self.database.engine.raw() as raw:
            return [
                ("no GET", record.Statement(name, *rendered), _steps(raw, *rendered))
                for name, query in _reading(self.database)
                if name not in seen
                for rendered in [query.render(True, {each: self._value(each) for each in query.params})]
            ]

    def _value(self, name):
        return VALUES.get(name) or self.examples.get(examples.plain(name), "1")


def _reading(database):
    """Yield (name, query) of all that only read, and are not part of others."""
    for name, fitted in database.fitted().items():
        if fitted.query.sql.startswith("SELECT") and not fitted.query.is_part:
            yield name, fitted.query


def _counts(raw):
    cursor = raw.cursor()
    found = {}
    for table in catalog.columns(raw):
        cursor.execute(f"SELECT COUNT(*) AS n FROM `{table}`")
        found[table] = cursor.fetchone()["n"]
    return found


def _enlarge(cursor, tables):
    """Let the optimizer believe that the tables are TIMES as large, and as selective by their keys as they are."""
    which = "WHERE database_name = DATABASE() AND table_name = %s"
    for table in tables:
        cursor.execute(f"ALTER TABLE `{table}` STATS_AUTO_RECALC = 0")
        cursor.execute(
            f"UPDATE mysql.innodb_index_stats SET stat_value = stat_value * {TIMES} {which}"
            f" AND (stat_name IN ('size', 'n_leaf_pages') OR stat_value > {MANY // 10})",
            (table,),
        )
        cursor.execute(
            f"UPDATE mysql.innodb_table_stats SET n_rows = n_rows * {TIMES},"
            f" clustered_index_size = clustered_index_size * {TIMES},"
            f" sum_of_other_index_sizes = sum_of_other_index_sizes * {TIMES} {which}",
            (table,),
        )
        # They are read when a table is opened under a name that was not open.
        cursor.execute(f"RENAME TABLE `{table}` TO `{table}_`, `{table}_` TO `{table}`")


def _steps(raw, sql, values):
    cursor = raw.cursor()
    cursor.execute(f"ANALYZE {sql}", values)
    tables = {alias or table: table for table, alias in _SOURCE.findall(sql)}
    return [{**step, "table": tables.get(step["table"], step["table"])} for step in cursor.fetchall()]


@pytest.fixture(scope="module")
def wide(tmp_path_factory):
    with mariadb.database() as url:
        seed.fill(url, WIDE)
        yield Wide(url, tmp_path_factory.mktemp("wide"))


@pytest.mark.parametrize("caller", CALLERS)
def test_no_query_reads_a_growing_table_from_end_to_end(wide, caller):
    wrong = {
        f"{path} runs {statement.query}: {_shown(step, wide.rows)}"
        for path, statement, steps in wide.plans(caller)
        for step in steps
        if _reads_everything(step, wide.rows) and not _is_accepted(caller, path, statement.query)
    }
    assert not wrong, "\n" + "\n".join(sorted(wrong))


def test_no_query_of_logins_and_writes_does_either(wide):
    wrong = {
        f"{statement.query}: {_shown(step, wide.rows)}"
        for _, statement, steps in wide.other_plans()
        for step in steps
        if _reads_everything(step, wide.rows)
    }
    assert not wrong, "\n" + "\n".join(sorted(wrong))


def test_the_bench_can_measure_every_route(wide):
    asking, wrong = record.Recorder(wide.app, CALLERS["admin"], serve.PASSWORD), {}
    with files.laid():
        for case in cases.to_measure(wide.app, wide.examples):
            answer, _ = asking.ask(case.path)
            if answer.status_code != 200:
                wrong[case.name] = answer.get_data(as_text=True)
    assert wrong == {}


def test_foreign_keys_of_the_wide_facility_hold(wide):
    with wide.database.engine.raw() as raw:
        cursor = raw.cursor()
        cursor.execute(FOREIGN_KEYS)
        keys = [key for key in cursor.fetchall() if wide.rows[key["child"]]]
        assert len(keys) > 50
        assert [key for key in keys if _refers_to_nothing(cursor, **key)] == []


def _refers_to_nothing(cursor, child, child_column, parent, parent_column):
    cursor.execute(
        f"SELECT 1 FROM `{child}` c LEFT JOIN `{parent}` p ON p.`{parent_column}` = c.`{child_column}`"
        f" WHERE c.`{child_column}` IS NOT NULL AND p.`{parent_column}` IS NULL LIMIT 1"
    )
    return cursor.fetchone()


def _reads_everything(step, rows):
    """Tell of a scan of a growing table, or of its index where no LIMIT stops it early."""
    many = rows.get(step["table"], 0)
    if many < MANY or step["type"] not in ("ALL", "index"):
        return False
    # A scan that is sorted afterwards goes to the end, whatever is said of the rows that came out of it.
    return step["type"] == "ALL" or "filesort" in step["Extra"] or _read(step) > many / 2


def _read(step):
    """Return how many rows a step read each time; 0 if it never began.  A filter may follow the number: ``0.23 (15%)``."""
    return float(str(step["r_rows"] or 0).split()[0])


def _is_accepted(caller, path, query):
    return caller == "admin" and any(re.search(which, query) and re.search(url, path) for which, url, _ in ACCEPTED)


def _shown(step, rows):
    return f"{step['table']} by {step['type']}, {_read(step):.0f} of {rows[step['table']]} rows; {step['key']}; {step['Extra']}"
