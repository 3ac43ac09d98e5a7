"""The database that stops, dies, comes back, is locked or has no connection left."""

import re
import threading
import time

import pytest

from ispyb_api import demo, demonstration, paths
from ispyb_api import settings as configuration
from ispyb_api.app import create_app, engine_of
from ispyb_api.db import migrate
from ispyb_api.errors import DatabaseUnavailable
from tests.support.logins import another_server, log_in, send
from tests.support.mariadb import OwnServer
from tests.support.sites import Site


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = OwnServer(tmp_path_factory.mktemp("server"))
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def fragile(server, tmp_path_factory):
    """A site on a server of its own, with few connections and little patience."""
    folder = tmp_path_factory.mktemp("site")
    overrides = {
        "database.url": server.url("ispyb"),
        "database.pool_size": 3,
        "database.pool_wait": 0.3,
        "database.connect_timeout": 2,
    }
    settings = configuration.load(environ={}, overrides={**demonstration.settings(folder), **overrides})
    engine = engine_of(settings)
    migrate.migrate(engine, paths.MIGRATIONS)
    demo.fill(engine, paths.DEMO, folder / "files")
    return Site("mariadb", settings.database.url, settings, create_app(settings))


def assert_told_to_come_back(answer):
    assert (answer.status_code, answer.json["code"]) == (503, "database_unavailable")
    assert int(answer.headers["Retry-After"]) > 0


def test_killed_under_load_answers_503_and_serves_again_within_five_seconds(fragile, server):
    fragile.token("pi")
    seen, stop = [], threading.Event()

    def ask():
        while not stop.is_set():
            seen.append(fragile.get("/proposals", login="pi"))

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    time.sleep(0.5)
    server.kill()
    time.sleep(1.0)
    server.start()
    back = time.monotonic()
    while fragile.get("/proposals", login="pi").status_code != 200 and time.monotonic() < back + 5:
        time.sleep(0.05)
    stop.set()
    for thread in threads:
        thread.join()
    statuses = {answer.status_code for answer in seen}
    assert statuses == {200, 503}
    assert_told_to_come_back(next(answer for answer in seen if answer.status_code == 503))
    assert fragile.get("/proposals", login="pi").status_code == 200


def test_health_stays_and_ready_does_not_while_the_database_is_away(fragile, server):
    server.stop()
    try:
        client = fragile.app.test_client()
        assert client.get("/health").status_code == 200
        time.sleep(1.1)  # /ready remembers for a second
        assert_told_to_come_back(client.get("/ready"))
        assert_told_to_come_back(fragile.get("/proposals", login="pi"))
    finally:
        server.start()
    time.sleep(1.1)
    assert fragile.app.test_client().get("/ready").status_code == 200


def test_connection_lost_in_mid_transaction_leaves_nothing(fragile, server):
    def add(tx, family):
        tx.run(
            "auth.add_family",
            familyId=family,
            login="x",
            personId=1,
            backend="b",
            createdAt="2026-01-01",
            expiresAt="2026-01-02",
        )

    def lose_connections():
        with server.connect() as admin, admin.cursor() as cursor:
            cursor.execute("SELECT id FROM information_schema.processlist WHERE db = 'ispyb'")
            for (number,) in cursor.fetchall():
                cursor.execute(f"KILL {number}")

    def write():
        with fragile.database.transaction(write=True) as tx:
            add(tx, "f" * 32)
            lose_connections()
            add(tx, "e" * 32)

    with pytest.raises(DatabaseUnavailable):
        write()
    assert fragile.ask("SELECT familyId FROM api_token_family WHERE familyId IN (%s, %s)", "f" * 32, "e" * 32) == []


def test_connections_that_died_while_idle_are_not_noticed(fragile, server):
    fragile.get("/proposals", login="pi")
    with server.connect() as admin, admin.cursor() as cursor:
        cursor.execute("SELECT id FROM information_schema.processlist WHERE db = 'ispyb'")
        for (number,) in cursor.fetchall():
            cursor.execute(f"KILL {number}")
    assert fragile.get("/proposals", login="pi").status_code == 200


def test_no_free_connection_is_503_after_a_short_wait(fragile):
    fragile.get("/user/current", login="pi")
    held = [fragile.database.transaction() for _ in range(3)]
    for each in held:
        each.__enter__()
    try:
        begin = time.monotonic()
        assert_told_to_come_back(fragile.get("/proposals", login="pi"))
        assert time.monotonic() - begin < 2
    finally:
        for each in held:
            each.__exit__(None, None, None)
    assert fragile.get("/proposals", login="pi").status_code == 200


def test_many_threads_share_few_connections(fragile):
    fragile.token("pi")
    statuses = []
    threads = [
        threading.Thread(
            target=lambda: statuses.extend(fragile.get("/proposals", login="pi").status_code for _ in range(10))
        )
        for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses.count(200) > 50
    assert set(statuses) <= {200, 503}


def test_second_host_is_tried_when_the_first_is_away(server, tmp_path):
    url = server.url("ispyb").replace("127.0.0.1", "127.0.0.1:1,127.0.0.1")
    engine = engine_of(
        configuration.load(environ={}, overrides={**demonstration.settings(tmp_path), "database.url": url})
    )
    with engine.raw() as raw, raw.cursor() as cursor:
        cursor.execute("SELECT 1 AS one")
        assert cursor.fetchone() == {"one": 1}


@pytest.fixture
def plain(fragile, server):
    """A second server of the site, whose account for the database is nobody special."""
    with server.connect() as admin, admin.cursor() as cursor:
        cursor.execute("CREATE OR REPLACE USER plain IDENTIFIED BY 'first'")
        cursor.execute("GRANT ALL ON ispyb.* TO plain")
    yield another_server(fragile, **{"database.url": re.sub("//[^@]*@", "//plain:first@", fragile.url)})
    with server.connect() as admin, admin.cursor() as cursor:
        cursor.execute("SET GLOBAL read_only = 0")
        cursor.execute("DROP USER plain")


def test_while_the_database_is_read_only_reading_goes_on(plain, server):
    token = log_in(plain, "pi").json["token"]
    with server.connect() as admin, admin.cursor() as cursor:
        cursor.execute("SET GLOBAL read_only = 1")
    assert send(plain, "GET", "/proposals", token).status_code == 200
    refused = send(plain, "PATCH", "/samples/1", token, json={"comments": "x"})
    assert_told_to_come_back(refused)
    assert "takes no changes" in refused.json["message"]


def test_an_account_that_is_let_in_no_more_is_an_operators_to_find_out(plain, server, caplog):
    token = log_in(plain, "pi").json["token"]
    with server.connect() as admin, admin.cursor() as cursor:
        cursor.execute("ALTER USER plain IDENTIFIED BY 'second'")
        cursor.execute("SELECT id FROM information_schema.processlist WHERE user = 'plain'")
        for (number,) in cursor.fetchall():
            cursor.execute(f"KILL {number}")
    assert_told_to_come_back(send(plain, "GET", "/proposals", token))
    assert "Access denied for user 'plain'" in caplog.text
