"""``ispyb-api demo``: what the embedded server of the invented facility is told, and what its user is."""

import os
import secrets
import shutil
from pathlib import Path

from ispyb_api.auth.backends.static import hashed
from ispyb_api.demo import LOGINS

DATABASE, FILES, SECRET = "ispyb.db", "files", "token-secret"


def settings(directory):
    """Return the demo's settings, for a database, files and a secret below ``directory``."""
    users = [{"login": login, "password_hash": hashed(f"demo-{login}", quick=True)} for login in LOGINS]
    return {
        "site.name": "ISPyB demo facility",
        "database.url": f"sqlite:///{Path(directory).resolve() / DATABASE}",
        "token.secret": _secret(Path(directory) / SECRET),
        "files.roots": [str((Path(directory) / FILES).resolve())],
        "auth.backend": [{"name": "demo", "kind": "static", "demo": True, "users": users}],
        "server.workers": 1,
        "compat.java_rest": True,
    }


def _secret(path):
    """Return the secret of this demo; made once, so that tokens outlive a restart."""
    if not path.exists():
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(secrets.token_hex(32))
    return path.read_text(encoding="utf-8")


def forget(directory):
    """Remove what an earlier demo made in ``directory``, and nothing else."""
    for path in (
        directory / DATABASE,
        directory / f"{DATABASE}-wal",
        directory / f"{DATABASE}-shm",
        directory / SECRET,
    ):
        path.unlink(missing_ok=True)
    shutil.rmtree(directory / FILES, ignore_errors=True)


def welcome(url):
    """Return what to try first."""
    width = max(map(len, LOGINS))
    logins = "\n".join(f"  {login:{width}}  demo-{login:{width}}  {role}" for login, role in LOGINS.items())
    return f"""
Swagger UI: {url}/docs   (press Authorize and type a login and its password)

  {"login":{width}}  {"password":{width + 5}}
{logins}

Three things to try:

  TOKEN=$(curl -s {url}/auth/token -d grant_type=password -d username=pi -d password=demo-pi | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
  curl -s -H "Authorization: Bearer $TOKEN" {url}/proposals
  curl -s -H "Authorization: Bearer $TOKEN" "{url}/events?limit=3"

Ctrl-C stops the server; the data stay for the next time.
"""
