"""Logging in and calling, at any of the servers of a site."""

from ispyb_api import settings as configuration
from ispyb_api.app import PREFIX, create_app
from tests.support import sites


def send(app, method, path, token=None, **options):
    """Send a request below the API's prefix, as whoever holds the token."""
    headers = {**({"Authorization": f"Bearer {token}"} if token else {}), **options.pop("headers", {})}
    # Buffered: so that the response is closed, as a real server closes it.
    return app.test_client().open(f"{PREFIX}{path}", method=method, headers=headers, buffered=True, **options)


def log_in(app, login="member", password=None, **options):
    """Return the answer to a login of one of the demo's people."""
    body = {"login": login, "password": password or f"demo-{login}"}
    return send(app, "POST", "/auth/login", json=body, **options)


def status(app, token, path="/user/current"):
    """Return what a caller with this token is answered."""
    return send(app, "GET", path, token).status_code


def another_server(site, **overrides):
    """Return a second server at a site's database; ``overrides`` are settings."""
    users = [dict(user) for user in site.settings.auth.backend[0]["users"]]
    values = {
        "database.url": site.url,
        "token.secret": site.settings.token.secret,
        "files.roots": list(site.settings.files.roots),
        "auth.backend": [{"name": "demo", "kind": "static", "demo": True, "users": users}],
        **sites.UNLIMITED,
        **overrides,
    }
    return create_app(configuration.load(environ={}, overrides=values))


def forget(app):
    """Let a server forget whom it knows, as it does by itself within seconds."""
    app.extensions["ispyb_api"].callers._known.clear()


def recorded(site, action):
    """Return the record's lines of an action, the oldest first."""
    return site.ask("SELECT * FROM api_activity WHERE action = %s ORDER BY activityId", action)
