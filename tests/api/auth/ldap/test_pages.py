"""The page on LDAP says what is: its options are those there are, and its examples log people in."""

import re
import textwrap
import tomllib
from pathlib import Path

import marshmallow as ma
import pytest

from ispyb_api.auth.backends.ldap_options import GENERIC, AttributesSchema, OptionsSchema
from tests.api.auth.ldap.conftest import backend
from tests.support import slapd

PAGE = (Path(__file__).parents[4] / "docs" / "authentication-ldap.rst").read_text(encoding="utf-8")
EXAMPLES = [
    tomllib.loads(textwrap.dedent(block))["auth"]["backend"][0]
    for block in re.findall(r"code-block:: toml\n\n(.*?)\n *(?=\n *[^ \n\[\"a-z])", PAGE, re.S)
]
DEFAULTS = {"the system's", "none", "nobody", "see below", "by kind", "empty", "``(uid={login})``", "``uid``"}


def rows(heading):
    """Return the first two cells of each row below a heading."""
    part = re.split(rf"\n{heading}\n-+\n", PAGE)[1].partition("\n---")[0]
    return dict(re.findall(r"\* - ``(\w+)``\n     - (.*)", part))


def example(directory, table, tmp_path):
    """Return a backend of an example, with what the tests' directory has otherwise."""
    secret = tmp_path / "secret"
    secret.write_text(slapd.READER_PASSWORD)
    server = directory.url if table.get("start_tls") else directory.secure_url
    own = {"servers": ["ldap://localhost:1" if table.get("start_tls") else "ldaps://localhost:1", server]}
    own["ca_file"] = str(directory.ca_file)
    if "bind_password_file" in table:
        own["bind_password_file"] = str(secret)
    return backend(**{key: value for key, value in (table | own).items() if key not in ("name", "kind")})


def test_every_option_is_documented_and_no_other():
    assert set(rows("Options")) == set(OptionsSchema._declared_fields)


def test_documented_defaults_are_the_programs():
    for name, shown in rows("Options").items():
        field = OptionsSchema._declared_fields[name]
        if field.load_default is ma.missing or callable(field.load_default):
            assert shown in ({"required"} if field.required else DEFAULTS), name
        else:
            assert shown == str(field.load_default).lower(), name
    assert rows("Options")["directory"] == GENERIC


def test_documented_columns_are_the_programs():
    shown = {column: attribute.strip("`") for column, attribute in rows("Persons").items()}
    assert shown == {name: field.load_default or "none" for name, field in AttributesSchema._declared_fields.items()}


def test_there_are_three_examples():
    assert [table["name"] for table in EXAMPLES] == ["ldap", "ldap", "windows"]


@pytest.mark.parametrize("number", [0, 1])
def test_examples_log_people_in(directory, tmp_path, number):
    known = example(directory, EXAMPLES[number], tmp_path).check("pi", "ldap-pi")
    assert known.login == "pi"
    assert "MX beamline staff" in known.groups


def test_the_example_of_active_directory_is_taken(directory, tmp_path):
    assert example(directory, EXAMPLES[2], tmp_path).kind == "ldap"


def test_documented_messages_are_in_the_program():
    folder = Path(__file__).parents[4] / "ispyb_api" / "auth" / "backends"
    source = "".join(path.read_text(encoding="utf-8") for path in folder.glob("ldap*.py"))
    part = PAGE.partition("\nWhen a login fails\n")[2].partition("Reasons")[0]
    messages = re.findall(r"\* - ``([a-z ]+)``", part)
    assert len(messages) == 4
    assert [message for message in messages if f'"{message}"' not in source] == []
