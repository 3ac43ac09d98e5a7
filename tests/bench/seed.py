"""Fill an empty MariaDB database of ours with a large invented facility: scripts/seed --scale 1 --database-url mysql://...

Rows travel as text, table after table, while the keys are not checked: that they hold is tested.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from dataclasses import asdict
from urllib.parse import urlsplit

import pymysql

from ispyb_api import paths
from ispyb_api.db import engines, migrate
from tests.bench import facility
from tests.bench.facility.plan import at_scale

MARK = "benchFacility"  # the row of AdminVar that says what is in the database
VERSION = 5


class SeedError(Exception):
    """Why the database cannot be filled."""


def main():
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="scripts/seed", description=__doc__.splitlines()[0])
    parser.add_argument("--database-url", default=os.environ.get("ISPYB_DATABASE_URL"), help="mysql://user:password@host:port/database; ISPYB_DATABASE_URL if absent")  # fmt: skip
    parser.add_argument("--scale", type=float, default=1.0, help="1 is 200 proposals, 60,000 collections")
    parser.add_argument("--seed", type=int, default=1, help="another number makes another facility")
    given = parser.parse_args()
    if not given.database_url:
        parser.error("--database-url is needed, or ISPYB_DATABASE_URL")
    try:
        fill(given.database_url, at_scale(given.scale), given.seed, lambda line: print(line, file=sys.stderr))
    except (SeedError, migrate.MigrationError, engines.UrlError) as exc:
        sys.exit(f"scripts/seed: {exc}")


def database(url, scale, prefix, progress):
    """Return the URL of a database with the facility, filled if it was not.

    Without a ``url`` it is one of our own on the tests' server, made anew if it is stale.
    """
    if url:
        fill(url, at_scale(scale), progress=progress)
        return url
    server = urlsplit(os.environ["ISPYB_TEST_MARIADB"])
    name = f"{prefix}_{scale:g}".replace(".", "_")
    url = f"{server.geturl()}/{name}"
    with pymysql.connect(host=server.hostname, port=server.port, user=server.username).cursor() as cursor:
        cursor.execute(f"CREATE DATABASE IF NOT EXISTS {name} CHARACTER SET utf8mb4")
        try:
            fill(url, at_scale(scale), progress=progress)
        except (SeedError, migrate.MigrationError):
            cursor.execute(f"DROP DATABASE {name}")
            cursor.execute(f"CREATE DATABASE {name} CHARACTER SET utf8mb4")
            fill(url, at_scale(scale), progress=progress)
    return url


def fill(url, size, seed=1, progress=lambda line: None):
    """Migrate the database and fill it; return False if it holds this very facility already."""
    engine = engines.from_url(url, read_timeout=None)
    if engine.name != "mariadb":
        raise SeedError("only a MariaDB database can be filled")
    migrate.migrate(engine, paths.MIGRATIONS)
    mark = json.dumps({"version": VERSION, **asdict(size), "seed": seed})
    with engine.raw(local_infile=True) as raw:
        cursor = raw.cursor()
        if _is_filled(cursor, mark):
            return False
        began = time.monotonic()
        total = _load(cursor, size, seed, progress)
        cursor.execute("INSERT INTO AdminVar (name, value) VALUES (%s, %s)", (MARK, mark))
        progress(f"{total:,} rows in {time.monotonic() - began:.0f} s")
    return True


def _is_filled(cursor, mark):
    cursor.execute("SELECT value FROM AdminVar WHERE name = %s", (MARK,))
    found = cursor.fetchone()
    if found and found["value"] != mark:
        raise SeedError(f"the database holds another facility: {found['value']}")
    cursor.execute("SELECT EXISTS (SELECT 1 FROM Person) AS something")
    if not found and cursor.fetchone()["something"]:
        raise SeedError("the database is not empty; give one that nobody uses")
    return bool(found)


def _load(cursor, size, seed, progress):
    cursor.execute("SELECT permissionId FROM Permission")
    permissions = [row["permissionId"] for row in cursor.fetchall()]
    # A table that is empty and checks nothing is filled and indexed in one go.
    cursor.execute("SET foreign_key_checks = 0, unique_checks = 0")
    total = 0
    for table in facility.tables(size, seed, permissions):
        began = time.monotonic()
        rows = _load_table(cursor, table)
        total += rows
        progress(f"{table.name:30} {rows:>10,} {time.monotonic() - began:6.1f} s")
    return total


def _load_table(cursor, table):
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".tsv", buffering=1 << 20) as file:
        rows, columns = 0, ()
        for row in table.rows:
            file.write("\t".join(["\\N" if value is None else str(value) for value in row.values()]) + "\n")
            columns, rows = row, rows + 1
        file.flush()
        names = ", ".join(f"`{column}`" for column in columns)
        if (
            cursor.execute(
                f"LOAD DATA LOCAL INFILE %s INTO TABLE `{table.name}` CHARACTER SET utf8mb4 ({names})", (file.name,)
            )
            != rows
        ):
            raise SeedError(f"{table.name}: not every row was taken")
    cursor.execute("SHOW WARNINGS LIMIT 1")
    if warning := cursor.fetchone():
        raise SeedError(f"{table.name}: {warning['Message']}")
    cursor.execute(f"ANALYZE TABLE `{table.name}`")
    return rows


if __name__ == "__main__":
    main()
