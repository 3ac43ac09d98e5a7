"""The command ``ispyb-api``."""

import functools
import json
import secrets
import sys
from pathlib import Path

import click

from ispyb_api import __version__, checking, demo, demonstration, paths, serving
from ispyb_api import settings as configuration
from ispyb_api.app import PREFIX, create_app, engine_of, routes
from ispyb_api.auth import opaque
from ispyb_api.auth.backends.static import hashed
from ispyb_api.cli_access import grant, group, user
from ispyb_api.cli_acquisition import close_stale
from ispyb_api.cli_import import import_
from ispyb_api.cli_shared import explained, say
from ispyb_api.cli_simulate import simulate
from ispyb_api.cli_token import token
from ispyb_api.db import adopt, load_tsv
from ispyb_api.db import migrate as migrations
from ispyb_api.db.engines import without_password
from ispyb_api.http import logs


@click.group()
@click.version_option(__version__, prog_name="ispyb-api")
def main():
    """REST API over an ISPyB database.

    Settings come from settings/default.toml, the file named by ISPYB_SETTINGS, and variables such as ISPYB_DATABASE_URL.
    """


for each in (user, group, grant, token, close_stale, import_, simulate):
    main.add_command(each)


@main.command()
@click.option("--host", help="Address to listen on.")
@click.option("--port", type=int, help="Port to listen on.")
@click.option("--workers", type=int, help="Worker processes.")
@explained
def serve(host, port, workers):
    """Serve the API.

    It refuses to start with wrong settings, without its database, or over a schema that is not this program's.
    """
    given = {"server.host": host, "server.port": port, "server.workers": workers}
    settings = configuration.load(overrides={key: value for key, value in given.items() if value is not None})
    logs.configure(settings.log.format, settings.log.level, prefixes=opaque.PREFIXES)
    good, what = checking.schema(engine_of(settings))
    if not good:
        raise click.ClickException(f"schema of {without_password(settings.database.url)}: {what}")
    create_app(settings)  # says what is wrong before any worker starts
    _serve(settings)


def _serve(settings):
    chosen = settings.server
    options = {
        key: getattr(chosen, key) for key in ("host", "port", "workers", "threads", "streams", "graceful_timeout")
    }
    serving.serve(
        functools.partial(create_app, settings), ready=lambda url: say(f"Serving {url}{PREFIX}/docs"), **options
    )


@main.command(name="demo")
@click.option("--port", type=int, default=8000, show_default=True, help="Port to listen on.")
@click.option("--directory", type=click.Path(file_okay=False, path_type=Path), default="demo-data", show_default=True, help="Where the demo keeps its database.")  # fmt: skip
@click.option("--reset", is_flag=True, help="Forget what an earlier demo kept and begin anew.")
@explained
def demonstrate(port, directory, reset):
    """Serve a small invented facility from an embedded database."""
    if serving.is_taken("127.0.0.1", port):  # before the page of another server is praised
        raise click.ClickException(f"port {port} is in use: stop what listens there, or choose another with --port")
    directory.mkdir(parents=True, exist_ok=True)
    if reset:
        demonstration.forget(directory)
    settings = configuration.load(overrides={**demonstration.settings(directory), "server.port": port})
    logs.configure("plain", "warning", prefixes=opaque.PREFIXES)
    engine = engine_of(settings)
    migrations.migrate(engine, paths.MIGRATIONS, progress=say)
    if demo.fill(engine, paths.DEMO, directory / "files"):
        say("Filled the database with the demo facility.")
    click.echo(demonstration.welcome(f"http://localhost:{port}{PREFIX}"))
    _serve(settings)


@main.command()
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@click.option(
    "--baseline",
    is_flag=True,
    help="Adopt an existing ISPyB database: compare it, add only this program's own api_ tables.",
)
@explained
def migrate(dry_run, baseline):
    """Bring the database's schema to this program's version."""
    engine = engine_of(configuration.load())
    if baseline:
        adopt.baseline(engine, paths.MIGRATIONS, say, dry_run=dry_run)
        return
    applied = migrations.migrate(engine, paths.MIGRATIONS, dry_run=dry_run, progress=say)
    say(f"{len(applied)} migrations {'would be' if dry_run else 'were'} applied.")


@main.command()
@click.option(
    "--settings",
    "only_settings",
    is_flag=True,
    help="Print the settings in force, secrets hidden, and where each comes from.",
)
@click.option(
    "--indexes",
    "only_indexes",
    is_flag=True,
    help="Print the SQL of indexes that queries want and the database lacks; makes none.",
)
@explained
def check(only_settings, only_indexes):
    """Say whether settings, database, logins and program fit.

    Looks at settings, connection, schema, time zone, indexes, login backends and every query; exits with 1 if anything is wrong.
    """
    settings = configuration.load()
    if only_settings:
        for key, value, origin in configuration.effective(settings):
            click.echo(f"{key:30} {value:40} {origin}")
        return
    if only_indexes:
        click.echo("\n".join(checking.index_statements(engine_of(settings), without_password(settings.database.url))))
        return
    app = create_app(settings)
    database = app.extensions["ispyb_api"].database
    click.echo(f"settings    ok: {without_password(settings.database.url)}")
    database.fitted()
    good, what = checking.schema(database.engine)
    click.echo(
        f"connection  ok\nschema      {'ok' if good else 'WRONG'}: {what}\ntime zone   {checking.time_zone(database.engine)}"
    )
    has_tables, what = checking.indexes(database.engine)
    click.echo(f"indexes     {what}")
    logins = _report_logins(app.extensions["ispyb_api"].backends)
    if not has_tables:  # to list every route that it cannot serve would hide what is to be done
        sys.exit(1)
    refused, nulls, faulty = _report_queries(database)
    for method, path, reasons in checking.routes(routes(app), refused):
        click.echo(f"  {method} {path} answers 501: {'; '.join(reasons)}")
    for column in sorted(nulls):
        click.echo(f"  {column} is not in this database and shown as null")
    sys.exit(0 if good and logins and not faulty else 1)


def _report_logins(backends):
    """Say whether each login backend's directory or provider answers; return whether all do."""
    wrong = False
    for name, backend in backends.items():
        for what, fault in _probed(backend):
            wrong = wrong or bool(fault)
            told = ": ".join(filter(None, (what, fault)))
            click.echo(f"login       {'WRONG' if fault else 'ok'}: {name}: {told}")
    return not wrong


def _probed(backend):
    try:
        yield from backend.probe()
    except Exception as exc:  # of a site's own, whatever it is: the others are looked at all the same
        yield "", f"{type(exc).__name__}: {exc}"


def _report_queries(database):
    """Say which queries cannot run; that the other family has tables which this database lacks is no fault."""
    refused, nulls, faulty, total = {}, set(), 0, 0
    for name, refusal, columns, lacking in checking.queries(database):
        total += 1
        nulls.update(columns)
        if refusal:
            refused[name] = refusal
            faulty += not lacking
    click.echo(f"queries     {'WRONG' if faulty else 'ok'}: {total - len(refused)} of {total} prepare")
    for name, refusal in refused.items():
        click.echo(f"  {name}: {refusal}")
    return refused, nulls, faulty


def _offline():
    """Return the application for commands that need no database."""
    needed = {"ISPYB_DATABASE_URL": "sqlite:///:memory:", "ISPYB_TOKEN_SECRET": secrets.token_hex(32)}
    return create_app(configuration.load(environ=needed))


@main.command(name="routes")
def list_routes():
    """List every route with the permissions it asks for."""
    for rule, method, function in sorted(routes(_offline()), key=lambda each: (each[0].rule, each[1])):
        needs = "public" if function.__requires__ is None else " ".join(sorted(function.__requires__)) or "any login"
        click.echo(f"{method:7} {rule.rule:70} {needs}")


@main.command()
def openapi():
    """Print the API's Swagger 2.0 document."""
    app = _offline()
    with app.test_client() as client:
        document = client.get(f"{PREFIX}/swagger.json").get_json()
    document.pop("host", None)
    click.echo(json.dumps(document, indent=1, ensure_ascii=False, sort_keys=True))


@main.command(name="load-tsv")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@explained
def load(folder):
    """Load a folder of TSV files, one a table, into the database."""
    load_tsv.load_folder(engine_of(configuration.load()), folder, say)


@main.command(name="hash-password")
@click.password_option(help="Asked for if not given; what is given here, others on this machine may see.")
def hash_password(password):
    """Print the hash of a password, for a static login backend."""
    if not password:
        raise click.ClickException("An empty password logs nobody in.")
    click.echo(hashed(password))
