"""Structures: a file that is sent is kept, once, where it belongs, and for nobody else."""

import io
from pathlib import Path

import pytest

from ispyb_api.files import uploads
from tests.support import sites
from tests.support.java import Java

MX415, MX533 = "/proposal/mx415", "/proposal/mx533"
PDB = b"HEADER    A MODEL\nEND\n"


@pytest.fixture(params=["sqlite", "mariadb"], scope="module")
def java(request, tmp_path_factory):
    """A site that keeps what is sent."""
    folder = tmp_path_factory.mktemp("structures")
    kept = folder / "files" / "sent"
    with sites.open_site(request.param, folder, **{"files.uploads": str(kept)}) as site:
        found = Java(site)
        found.kept = kept
        yield found


def send(java, path, login="pi", name="model.pdb", content=PDB, **form):
    form = {"fileName": name, "type": "PDB", "groupName": "search models", **form}
    if content is not None:
        form["file"] = (io.BytesIO(content), name or "x.pdb")
    return java.open("POST", path, login, data=form, content_type="multipart/form-data")


def test_a_ligand_of_a_proposal_is_kept_and_listed(java):
    answer = send(java, f"{MX415}/structure/save", name="lig.cif", content=b"data_LIG\n", type="LIGAND")
    assert answer.status_code == 200, answer.text
    row = answer.json
    assert (row["name"], row["structureType"], row["groupName"]) == ("lig.cif", "LIGAND", "search models")
    assert (row["proposalId"], row["crystalId"]) == (1, None)
    assert Path(row["filePath"]).read_bytes() == b"data_LIG\n"
    assert Path(row["filePath"]).is_relative_to(java.kept / "mx415")
    assert row in java.rows(f"{MX415}/ligands/list", "pi")
    assert row not in java.rows(f"{MX533}/ligands/list")


def test_one_of_a_crystal_form_is_kept_and_removed(java):
    assert send(java, f"{MX415}/mx/crystal/4/structure/save", name="").text == '"OK"'
    (row,) = java.get(f"{MX415}/mx/crystal/4/get", "pi").json["structure3VOs"]
    assert (row["name"], row["crystalId"]) == ("x.pdb", 4)
    path = f"{MX415}/mx/crystal/4/structure/{row['structureId']}/delete"
    assert java.get(path, "pi", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    for _ in range(2):  # what is gone stays so
        assert java.get(path, "pi").text == '"OK"'
    assert java.get(f"{MX415}/mx/crystal/4/get", "pi").json["structure3VOs"] == []
    assert Path(row["filePath"]).is_file()


def test_two_of_one_name_are_two_files(java):
    paths = [send(java, f"{MX415}/structure/save", content=each).json["filePath"] for each in (b"one", b"two")]
    assert [Path(each).read_bytes() for each in paths] == [b"one", b"two"]


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "..", "/etc/passwd", "a\\b\\c.pdb", "\u0000x", "é" * 300, ".hidden", "a b;c"]
)
def test_a_name_leads_nowhere_else(java, name):
    answer = send(java, f"{MX415}/structure/save", name=name)
    assert answer.status_code == 200, answer.text
    path = Path(answer.json["filePath"])
    assert path.resolve().is_relative_to(java.kept / "mx415")
    assert path.read_bytes() == PDB
    assert answer.json["name"] == path.name


@pytest.mark.parametrize(("login", "status"), [("outsider", 403), ("member", 403)])
def test_others_send_nothing(java, login, status):
    before = sorted(java.kept.rglob("*"))
    assert send(java, f"{MX533}/structure/save", login).status_code == status
    assert send(java, f"{MX533}/mx/crystal/11/structure/save", login).status_code == status
    assert sorted(java.kept.rglob("*")) == before


def test_nothing_is_sent_for_another_ones_crystal(java):
    before = sorted(java.kept.rglob("*"))
    assert send(java, f"{MX415}/mx/crystal/11/structure/save").status_code == 404
    assert sorted(java.kept.rglob("*")) == before


def test_one_of_another_crystal_is_not_removed(java):
    send(java, f"{MX415}/mx/crystal/5/structure/save")
    (row,) = java.get(f"{MX415}/mx/crystal/5/get", "pi").json["structure3VOs"]
    assert java.get(f"{MX415}/mx/crystal/4/structure/{row['structureId']}/delete", "pi").text == '"OK"'
    assert java.get(f"{MX533}/mx/crystal/11/structure/{row['structureId']}/delete").text == '"OK"'
    assert java.get(f"{MX415}/mx/crystal/5/get", "pi").json["structure3VOs"] == [row]


@pytest.mark.parametrize("form", [{"content": None}, {"groupName": "g" * 46}, {"type": "t" * 46}])
def test_what_cannot_be_kept_leaves_no_file(java, form):
    before = sorted(java.kept.rglob("*.pdb"))
    answer = send(java, f"{MX415}/structure/save", **form)
    assert answer.status_code == 422, answer.text
    assert sorted(java.kept.rglob("*.pdb")) == before


def test_it_is_recorded_who_sent_it(java):
    number = send(java, f"{MX415}/structure/save").json["structureId"]
    sql = "SELECT login, action FROM api_activity WHERE target = %s"
    assert java.site.ask(sql, f"structure {number}") == [{"login": "pi", "action": "structure added"}]


def test_without_a_folder_nothing_is_kept(tmp_path):
    with sites.open_site("sqlite", tmp_path) as site:
        answer = send(Java(site), f"{MX415}/structure/save")
    assert (answer.status_code, "files.uploads" in answer.text) == (501, True)


def test_names_are_plain():
    assert [uploads.plain(each) for each in ("a/b c.pdb", "...", "", "x" * 200 + ".pdb")] == [
        "b_c.pdb",
        "file",
        "file",
        "x" * 96 + ".pdb",
    ]
