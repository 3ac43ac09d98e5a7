"""py-ISPyB's spellings, put together: their routes, and their Swagger page."""

import flask

from ispyb_api import __version__
from ispyb_api.compat.legacy import paths, rest, routes
from ispyb_api.http.failures import Api

DOCS = f"{paths.PREFIX}/docs"
ROUTES = (routes,)  # its functions are routes because it was imported


def routes_of(app):
    """Yield (rule, function) for every route."""
    for rule in app.url_map.iter_rules():
        view = getattr(app.view_functions[rule.endpoint], "view_class", None)
        if rule.rule.startswith(f"{paths.PREFIX}/") and view and not view.__module__.startswith("flask_restx"):
            yield rule, view.get


def register(app, *, title):
    """Serve the API; call this after what looks at paths."""
    blueprint = flask.Blueprint("legacy", __name__, url_prefix=paths.PREFIX)
    api = Api(
        blueprint,
        doc="/docs",
        version=__version__,
        title=f"{title}: as py-ISPyB had it for older front ends",
        description="The token stands in the header, or is the first part of a path.",
        security=[{"token": []}],
        authorizations={"token": {"type": "apiKey", "in": "header", "name": "Authorization"}},
    )
    api.add_namespace(rest.api)
    app.register_blueprint(blueprint)
    app.wsgi_app = paths.WithoutTokens(app.wsgi_app)
