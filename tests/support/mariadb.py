"""Databases on the private MariaDB server that scripts/with-mariadb starts."""

import contextlib
import os
import uuid
from urllib.parse import urlsplit

import pymysql
import pytest

SERVER = os.environ.get("ISPYB_TEST_MARIADB")


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
            cursor.execute(f"DROP DATABASE {name}")
