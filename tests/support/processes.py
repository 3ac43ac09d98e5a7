"""A site's server as it is run: a process of its own, with a settings file."""

import contextlib
import json
import os
import re
import subprocess
import sys
import time
import urllib.parse


@contextlib.contextmanager
def running(site, folder, **more):
    """Serve a site by ``ispyb-api serve``; yield its address, split, and the process.

    ``more`` are settings beside the site's database, secret, files and logins, as ``{"server.threads": 2}``.
    """
    command = [sys.executable, "-c", "from ispyb_api.cli import main; main()", "serve", "--port", "0", "--workers", "1"]
    log = folder / "log"
    with log.open("w") as written:
        environment = {**os.environ, "ISPYB_SETTINGS": str(_settings(site, folder, more))}
        process = subprocess.Popen(command, env=environment, stderr=written)
    try:
        while not (said := re.search(r"^Serving (\S+)$", log.read_text(), re.MULTILINE)):
            assert process.poll() is None, log.read_text()
            time.sleep(0.1)
        yield urllib.parse.urlsplit(said[1]), process
    finally:
        process.kill()
        process.wait(timeout=20)


def _settings(site, folder, more):
    settings = site.settings
    values = {
        "database.url": site.url,
        "token.secret": settings.token.secret,
        "files.roots": list(settings.files.roots),
        "site.name": settings.site.name,
        **more,
    }
    lines = [f"{key} = {json.dumps(value)}" for key, value in values.items()]
    for backend in settings.auth.backend:
        lines += ["[[auth.backend]]", *(f"{key} = {_inline(value)}" for key, value in backend.items())]
    path = folder / "settings.toml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _inline(value):
    """Return a value as TOML: JSON's notation, but for objects."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_inline(each)}" for key, each in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_inline, value))}]"
    return json.dumps(value)
