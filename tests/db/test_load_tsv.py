"""Rows from text, as real databases hold them."""

import shutil

import pytest

from ispyb_api.db import load_tsv, migrate
from ispyb_api.paths import MIGRATIONS
from tests.support import dls_sample
from tests.support.schema import counts, query


@pytest.fixture
def made(empty, tmp_path_factory):
    """An engine with people and proposals only: quickly made."""
    few = tmp_path_factory.mktemp("few")
    shutil.copy(MIGRATIONS / "0001_people_and_proposals.sql", few)
    migrate.migrate(empty, few)
    return empty


def write(folder, table, *lines):
    (folder / f"{table}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_the_dls_sample_loads_completely(empty):
    migrate.migrate(empty, MIGRATIONS)
    before = counts(empty)
    done = dls_sample.load(empty)
    after, expected = counts(empty), dls_sample.counts()
    assert {each.table: each.rows for each in done} == expected
    assert not [each for each in done if each.skipped_table]
    # Rows to look up that we have under the same ids are the only ones that were there already.
    assert {each.table for each in done if each.kept} <= {table for table, number in before.items() if number}
    assert {table: after[table] - before[table] for table in expected} == {
        each.table: each.rows - each.kept for each in done
    }
    assert {each.table: each.skipped_columns for each in done if each.skipped_columns} == {"Position": ("X", "Y", "Z")}
    # Their sessions were never updated, which MariaDB writes as a date of zeros.
    zero = "lastUpdate IS NULL" if empty.name == "sqlite" else "lastUpdate = '0000-00-00 00:00:00'"
    assert query(empty, f"SELECT COUNT(*) AS n FROM BLSession WHERE {zero}") == [(expected["BLSession"],)]


def test_values_are_read_as_written(made, tmp_path):
    write(
        tmp_path,
        "Proposal",
        "proposalId\ttitle\tproposalCode\texternalId",
        "7\ta\\tb\\nc\\\\d\t\\N\t0x000102ff000102ff000102ff000102ff",
    )
    load_tsv.load_folder(made, tmp_path)
    assert query(made, "SELECT title, proposalCode, externalId FROM Proposal WHERE proposalId = 7") == [
        ("a\tb\nc\\d", None, bytes.fromhex("000102ff" * 4))
    ]


def test_rows_that_are_there_stay_as_they_are(made, tmp_path):
    write(tmp_path, "Proposal", "proposalId\ttitle", "7\tfirst")
    load_tsv.load_folder(made, tmp_path)
    write(tmp_path, "Proposal", "proposalId\ttitle", "7\tsecond", "8\tthird")
    (done,) = load_tsv.load_folder(made, tmp_path)
    assert (done.rows, done.kept) == (2, 1)
    assert query(made, "SELECT title FROM Proposal ORDER BY proposalId") == [("first",), ("third",)]


def test_what_the_database_lacks_is_skipped_and_said(made, tmp_path):
    write(tmp_path, "Nowhere", "a", "1")
    write(tmp_path, "proposal", "proposalId\tcolour", "7\tred")
    said = []
    load_tsv.load_folder(made, tmp_path, said.append)
    assert said == ["Nowhere: skipped, this database has no such table", "Proposal: 1 rows; skipped columns: colour"]


def test_a_broken_line_is_refused_by_name_and_nothing_is_loaded(made, tmp_path):
    write(tmp_path, "Proposal", "proposalId\ttitle", "7\tx", "8")
    with pytest.raises(load_tsv.LoadError, match=r"Proposal.tsv, line 3: 1 values for 2 columns"):
        load_tsv.load_folder(made, tmp_path)
    assert counts(made)["Proposal"] == 0


def test_an_empty_folder_is_refused(made, tmp_path):
    (tmp_path / "none").mkdir()
    with pytest.raises(load_tsv.LoadError, match="no files"):
        load_tsv.load_folder(made, tmp_path / "none")
