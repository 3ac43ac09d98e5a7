"""Fill a database with the invented facility of sql/demo, as if its reference day were today."""

import datetime
import re
import shutil
from pathlib import Path

from ispyb_api.db import ddl

# The day of the running sessions in sql/demo, and the folder that paths to pictures begin with there.
REFERENCE_DAY = datetime.date(2030, 6, 12)
PLACEHOLDER = "/demo-files"

# Who can log in to the demo; the password is "demo-" and the login.
LOGINS = {
    "admin": "Sees everything and may do everything.",
    "pi": "Principal investigator of MX415: sees all its sessions.",
    "member": "Took part in two sessions of MX415 and sees those; sees SX28 whole, as an associate.",
    "contact": "Local contact: sees the sessions of MX415 and MX533 that he or she looks after.",
    "staff": "Works at the MX beamlines: sees whatever was measured there.",
    "outsider": "Takes part in nothing and sees nothing.",
    "service": "The account of processing pipelines: sees every proposal, and may record data.",
}

_DATE = re.compile(r"\b20\d\d-\d\d-\d\d\b")


def fill(engine, sql_folder, files_directory, today=None):
    """Load the facility in one transaction and copy its files; return False if there are proposals already."""
    files = Path(files_directory).resolve()
    shift = (today or datetime.date.today()) - REFERENCE_DAY
    with engine.raw() as raw:
        engine.begin(raw, write=True)
        cursor = raw.cursor()
        cursor.execute("SELECT COUNT(*) AS n FROM Proposal")
        if cursor.fetchone()["n"]:
            raw.rollback()
            return False
        shutil.copytree(Path(sql_folder) / "files", files, dirs_exist_ok=True)
        for statement in statements(sql_folder):
            cursor.execute(localised(statement, shift, files))
        raw.commit()
    return True


def statements(sql_folder):
    """Yield the demo's statements, file after file."""
    for path in sorted(Path(sql_folder).glob("[0-9]*.sql")):
        for _, statement in ddl.split(path.read_text(encoding="utf-8")):
            yield statement


def localised(statement, shift, files):
    """Return the statement with its dates moved by whole days, so that times of the day stay, and paths below ``files``."""
    moved = _DATE.sub(lambda date: (datetime.date.fromisoformat(date[0]) + shift).isoformat(), statement)
    return moved.replace(PLACEHOLDER, str(files).replace("'", "''"))
