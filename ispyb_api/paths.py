"""Where the SQL and the default settings lie: inside an installed package, else beside it in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def _find(name):
    installed = _PACKAGE / f"_{name}"
    return installed if installed.is_dir() else _PACKAGE.parent / name


SQL = _find("sql")
MIGRATIONS = SQL / "migrations"
QUERIES = SQL / "queries"
DEMO = SQL / "demo"
SETTINGS = _find("settings")
