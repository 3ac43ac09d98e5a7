"""ispyb-api user, group and grant: the first administrator, and changes by hand."""

import pytest
from click.testing import CliRunner

from ispyb_api import cli
from tests.support.rights import last_activity


@pytest.fixture
def run(changing):
    """Run a command against the site; return (exit code, everything it says)."""
    environ = {"ISPYB_DATABASE_URL": changing.url, "ISPYB_TOKEN_SECRET": "s" * 32}

    def run(*arguments):
        result = CliRunner().invoke(cli.main, arguments, env=environ)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result.exit_code, result.output.strip()

    return run


def test_an_administrator_is_made_from_nothing(changing, run):
    try:
        assert run("group", "add", "Founders") == (0, "The group Founders is made.")
        code, said = run("group", "grant", "Founders", "manage_groups", "manage_perms")
        assert (code, said.splitlines()) == (
            0,
            ["The group Founders holds manage_groups now.", "The group Founders holds manage_perms now."],
        )
        code, said = run(
            "user", "add", "ada", "--given-name", "Ada", "--email", "ada@example.org", "--group", "Founders"
        )
        assert code == 0
        assert said.splitlines()[1] == "ada is in the group Founders now."
        code, said = run("user", "show", "ada")
        assert "manage_groups    by Founders" in said
        assert "sees         0 proposals, 0 sessions, 0 single samples" in said
        line = last_activity(changing)
        assert (line["action"], line["address"], line["requestId"]) == ("member added", None, None)
        assert line["login"].endswith("(command)")
    finally:
        person = changing.ask("SELECT personId FROM Person WHERE login = 'ada'")
        changing.ask("DELETE FROM UserGroup WHERE name = 'Founders'")
        changing.ask("DELETE FROM Person WHERE personId = %s", person[0]["personId"])


def test_a_command_is_no_part_of_an_answer_that_is_still_being_sent(changing, run):
    answer = changing.get("/processings/results.csv?sessionId=3", buffered=False)
    assert (answer.status_code, answer.headers.get("Content-Length")) == (200, None), answer.json
    try:
        assert run("group", "add", "Founders")[0] == 0
        line = last_activity(changing)
        assert (line["action"], line["requestId"]) == ("group added", None)
    finally:
        answer.close()
        changing.ask("DELETE FROM UserGroup WHERE name = 'Founders'")


def test_what_was_not_done_is_not_said(run):
    assert run("user", "add", "ada", "--group", "nowhere")[1] == (
        "Error: There is no group nowhere: make it with 'ispyb-api group add'."
    )
    assert run("group", "grant", "Pipelines", "manage_groups", "unheard_of")[1].startswith(
        "Error: There is no permission"
    )


def test_to_do_it_twice_changes_nothing(changing, run):
    before = changing.ask("SELECT COUNT(*) AS n FROM api_activity")
    for arguments in (
        ("user", "add", "pi"),
        ("group", "add", "Pipelines"),
        ("group", "grant", "Pipelines", "ingest_data"),
        ("group", "revoke", "Pipelines", "manage_groups"),
        ("group", "add-person", "Pipelines", "service"),
        ("group", "remove-person", "Pipelines", "pi"),
        ("grant", "remove", "MX415", "999"),
    ):
        assert run(*arguments)[0] == 0, arguments
    assert changing.ask("SELECT COUNT(*) AS n FROM api_activity") == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("user", "show", "nobody"), "Nobody has the login nobody"),
        (("user", "add", " spaced"), "without space at either end"),
        (("user", "add", "x" * 46), "login: Length must be between 1 and 45."),
        (("group", "add", "x" * 32), "name: Length must be between 1 and 31."),
        (("group", "grant", "Nowhere", "manage_groups"), "There is no group Nowhere"),
        (("group", "grant", "Pipelines", "bl_unknown"), "give --description to make it"),
        (("group", "grant", "Pipelines", "two words"), "letters, digits"),
        (("group", "add-person", "Pipelines", "nobody"), "Nobody has the login nobody"),
        (("group", "remove-person", "Administrators", "admin"), "Nobody would be left who holds"),
        (("group", "revoke", "Administrators", "manage_perms"), "Nobody would be left who holds"),
        (("grant", "add", "MX415", "outsider"), "Give either sessionId or blSampleId"),
        (("grant", "add", "MX415", "outsider", "--session", "9"), "No session 9 of MX415."),
        (("grant", "add", "NO1", "outsider", "--session", "1"), "No proposal NO1."),
        (("grant", "add", "MX415", "nobody", "--session", "1"), "Nobody who can log in is known so."),
    ],
)
def test_what_cannot_be_done_is_explained(run, arguments, said):
    code, output = run(*arguments)
    assert code == 1
    assert said in output
    assert "Traceback" not in output


def test_a_permission_is_made_on_the_way(changing, run):
    try:
        assert run("group", "grant", "Pipelines", "bl_fresh", "--description", "See it")[0] == 0
        assert changing.ask("SELECT description FROM Permission WHERE type = 'bl_fresh'") == [{"description": "See it"}]
        assert run("group", "revoke", "Pipelines", "BL_FRESH") == (0, "The group Pipelines holds BL_FRESH no longer.")
    finally:
        changing.ask("DELETE FROM Permission WHERE type = 'bl_fresh'")


def test_groups_are_listed_with_what_they_may_and_who_is_in_them(run):
    code, said = run("group", "list")
    assert code == 0
    assert "Pipelines\n  may  all_proposals, ingest_data, ingest_proc\n  are  service" in said


def test_a_session_and_a_sample_are_shared_listed_and_taken_back(changing, run):
    assert changing.get("/sessions/1", "outsider").status_code == 404
    code, said = run("grant", "add", "MX415", "outsider", "--session", "1")
    number = said.split()[1].rstrip(":")
    assert (code, said) == (0, f"Grant {number}: session 1 (MX415-1) is shared with outsider.")
    assert changing.get("/sessions/1", "outsider").status_code == 200
    assert run("grant", "add", "MX415", "outsider", "--session", "1")[1].endswith("is shared with outsider already.")
    assert run("grant", "add", "MX415", "outsider", "--sample", "1")[0] == 0
    listed = run("grant", "list", "MX415")[1].splitlines()
    assert len(listed) == 2
    assert "outsider" in listed[0]
    for line in listed:
        assert run("grant", "remove", "MX415", line.split()[0])[0] == 0
    assert run("grant", "list", "MX415") == (0, "")
    assert changing.get("/sessions/1", "outsider").status_code == 404
