"""Facts about ISPyB that lie beside the project; tests that need them are skipped where they are absent."""

import csv
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2].parent / "shared"


def path(name):
    """Return the path of a file or folder beside the project."""
    found = SHARED / name
    if not found.exists():
        pytest.skip(f"{name} is not beside the project, in ../shared")
    return found


def rows(name):
    """Return the rows of a table of facts as dicts."""
    with path(f"facts/{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))
