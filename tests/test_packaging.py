"""What pip installs is the whole program: it runs far from any checkout."""

import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NOT_SOURCE = shutil.ignore_patterns("__pycache__", "*.egg-info", "_build", "build", "dist", ".*")


def run(*command, cwd, **variables):
    """Run a command away from the checkout; fail with what it said."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ISPYB_", "PYTHON"))}
    done = subprocess.run(
        command, cwd=cwd, env={**kept, **variables}, capture_output=True, text=True, timeout=100, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Make an sdist of a copy of the checkout, and from that sdist, as package indexes have it, the wheel."""
    folder = tmp_path_factory.mktemp("build")
    source = folder / "source"
    shutil.copytree(ROOT, source, ignore=NOT_SOURCE)
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder / "dist"), cwd=source)
    return folder / "dist"


@pytest.fixture(scope="module")
def wheel(built):
    return next(built.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """Install the wheel alone into an environment of its own; what it depends on comes from this one."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=False, symlinks=os.name == "posix")
    target = next(folder.glob("lib/python*/site-packages"))
    run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(folder),
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        str(wheel),
        cwd=folder,
    )
    # A .pth file in an added folder is not read: so an editable install there does not get in between.
    (target / "dependencies.pth").write_text(f"{Path(pytest.__file__).parent.parent}\n")
    return folder / "bin" / "ispyb-api"


def files_below(folder, *patterns):
    return {
        str(path.relative_to(ROOT)) for pattern in patterns for path in (ROOT / folder).rglob(pattern) if path.is_file()
    }


def test_wheel_holds_every_module(wheel):
    assert files_below("ispyb_api", "*.py") <= set(zipfile.ZipFile(wheel).namelist())


def test_wheel_holds_sql_demo_files_and_settings(wheel):
    wanted = files_below("sql", "*.sql") | files_below("sql/demo", "*") | files_below("settings", "*.toml")
    held = {name.removeprefix("ispyb_api/_") for name in zipfile.ZipFile(wheel).namelist()}
    assert wanted - held == set()


def test_wheel_holds_nothing_else(wheel):
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"ispyb_api"}


def test_sdist_holds_what_a_packager_needs(built):
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "LICENSE",
        "README.rst",
        "CHANGES.rst",
        "scripts/test",
        "tests/conftest.py",
        "docs/conf.py",
        "sql/migrations/README.rst",
    } <= names


def test_routes_are_listed_from_a_foreign_folder(installed, tmp_path):
    listed = run(str(installed), "routes", cwd=tmp_path)
    assert "/ispyb/api/v1/proposals" in listed


def test_module_is_the_installed_one(installed, tmp_path):
    where = run(str(installed.parent / "python"), "-c", "import ispyb_api; print(ispyb_api.__file__)", cwd=tmp_path)
    assert where.startswith(str(installed.parent.parent))


def test_a_database_is_migrated_from_a_foreign_folder(installed, tmp_path):
    run(str(installed), "migrate", cwd=tmp_path, ISPYB_DATABASE_URL="sqlite:///new.db", ISPYB_TOKEN_SECRET="x" * 32)
    checked = run(
        str(installed), "check", cwd=tmp_path, ISPYB_DATABASE_URL="sqlite:///new.db", ISPYB_TOKEN_SECRET="x" * 32
    )
    assert "schema      ok" in checked


def test_it_runs_as_a_module_too(tmp_path):
    said = run(sys.executable, "-m", "ispyb_api", "--version", cwd=tmp_path, PYTHONPATH=str(ROOT))
    assert said.startswith("ispyb-api, version ")


def test_no_command_needs_an_extra(tmp_path):
    """What an extra brings may be missing: it is said where it is needed, and keeps nothing else from running."""
    extras = [
        "ldap3",
        "cryptography",
        "redis",
        "fabio",
        "gemmi",
        "h5grove",
        "h5py",
        "hdf5plugin",
        "numpy",
        "PIL",
        "reportlab",
        "docx",
        "httpx",
    ]
    blocked = "".join(f"sys.modules[{name!r}] = None; " for name in extras)
    program = f"import sys; {blocked}from ispyb_api.cli import main; main()"
    for command in (["routes"], ["openapi"], ["import", "--help"], ["simulate", "--help"], ["demo", "--help"]):
        run(sys.executable, "-c", program, *command, cwd=tmp_path, PYTHONPATH=str(ROOT))
