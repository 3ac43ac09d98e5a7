"""Databases on the private MariaDB server that scripts/with-mariadb starts."""

import contextlib
import getpass
import os
import socket
import subprocess
import time
import uuid
from urllib.parse import urlsplit

import pymysql
import pytest

SERVER = os.environ.get("ISPYB_TEST_MARIADB")
_ENVIRONMENT = {**os.environ, "PATH": f"{os.environ['PATH']}:/usr/sbin"}


def server():
    """Return the server's address; without one skip, but fail where nothing may be missing."""
    if SERVER:
        return urlsplit(SERVER)
    reason = "no MariaDB: run the tests with scripts/test or scripts/with-mariadb"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def connect(**options):
    """Return a connection to the server as its administrator."""
    where = server()
    return pymysql.connect(
        host=where.hostname,
        port=where.port,
        user=where.username,
        ssl_disabled=True,
        autocommit=True,
        charset="utf8mb4",
        **options,
    )


@contextlib.contextmanager
def database():
    """Make an empty database; yield its URL; drop it."""
    where, name = server(), f"test_{uuid.uuid4().hex[:12]}"
    with connect() as admin, admin.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name} CHARACTER SET utf8mb4")
    try:
        yield f"mysql://{where.username}@{where.hostname}:{where.port}/{name}"
    finally:
        with connect() as admin, admin.cursor() as cursor:
            _hang_up(cursor, name)
            cursor.execute(f"DROP DATABASE {name}")


def _hang_up(cursor, name):
    """End what a test's applications left open: a run makes hundreds, and the server lends so many connections only."""
    cursor.execute("SELECT id FROM information_schema.processlist WHERE db = %s", (name,))
    for (connection,) in cursor.fetchall():
        with contextlib.suppress(pymysql.Error):  # it went meanwhile
            cursor.execute(f"KILL {connection}")


class OwnServer:
    """A MariaDB server of the test's own, that it may stop, kill and start again."""

    def __init__(self, folder):
        server()  # skip or fail where there is none at all
        self._folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._user = f"--user={getpass.getuser()}"
        self._data = f"--datadir={folder / 'data'}"
        install = ["mariadb-install-db", "--no-defaults", self._data, self._user, "--skip-test-db"]
        subprocess.run(
            [*install, "--auth-root-authentication-method=normal"], check=True, capture_output=True, env=_ENVIRONMENT
        )

    def start(self):
        options = [f"--port={self.port}", f"--socket={self._folder / 's.sock'}", "--bind-address=127.0.0.1"]
        command = ["mariadbd", "--no-defaults", self._data, self._user, *options, "--skip-name-resolve"]
        with open(self._folder / "log", "ab") as log:
            self._process = subprocess.Popen(
                [*command, "--innodb-buffer-pool-size=64M"], stdout=log, stderr=log, env=_ENVIRONMENT
            )
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            with contextlib.suppress(pymysql.Error):
                return self.connect().close()
            time.sleep(0.05)
        raise RuntimeError((self._folder / "log").read_text())

    def connect(self, **options):
        return pymysql.connect(
            host="127.0.0.1", port=self.port, user="root", ssl_disabled=True, autocommit=True, **options
        )

    def url(self, database):
        with self.connect() as admin, admin.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE IF NOT EXISTS {database} CHARACTER SET utf8mb4")
        return f"mysql://root@127.0.0.1:{self.port}/{database}"

    def kill(self):
        self._process.kill()
        self._process.wait()

    def stop(self):
        self._process.terminate()
        self._process.wait()
