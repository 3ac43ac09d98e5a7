"""The Java server's REST API, put together: its routes, its Swagger page, and the token taken out of every path."""

import flask
from flask_restx import Resource

from ispyb_api import __version__
from ispyb_api.auth.path_tokens import PathTokens
from ispyb_api.compat.java_rest import answers, callers, login, paths, rest
from ispyb_api.compat.java_rest import routes_collections as collections
from ispyb_api.compat.java_rest import routes_comments as comments
from ispyb_api.compat.java_rest import routes_crystals as crystals
from ispyb_api.compat.java_rest import routes_curves as curves
from ispyb_api.compat.java_rest import routes_em as em
from ispyb_api.compat.java_rest import routes_empty as empty
from ispyb_api.compat.java_rest import routes_papers as papers
from ispyb_api.compat.java_rest import routes_phasing as phasing
from ispyb_api.compat.java_rest import routes_pictures as pictures
from ispyb_api.compat.java_rest import routes_proposals as proposals
from ispyb_api.compat.java_rest import routes_results as results
from ispyb_api.compat.java_rest import routes_samples as samples
from ispyb_api.compat.java_rest import routes_sessions as sessions
from ispyb_api.compat.java_rest import routes_shipping as shipping
from ispyb_api.compat.java_rest import routes_shipping_changes as shipping_changes
from ispyb_api.compat.java_rest import routes_workflows as workflows
from ispyb_api.http.failures import Api

DOCS = f"{paths.PREFIX}/docs"
PUBLIC = {"/authenticate"}

# Their functions are routes because they were imported.
ROUTES = (
    proposals,
    sessions,
    collections,
    pictures,
    results,
    samples,
    crystals,
    shipping,
    shipping_changes,
    phasing,
    workflows,
    curves,
    comments,
    papers,
    em,
    empty,
)


@rest.api.route("/authenticate")
class Authenticate(Resource):
    @rest.api.doc(
        consumes=["application/x-www-form-urlencoded"],
        params={
            "site": {"in": "query", "type": "string", "description": "As the setting compat.sites has it."},
            "login": {"in": "formData", "type": "string", "required": True},
            "password": {"in": "formData", "type": "string", "format": "password", "required": True},
        },
        responses={200: "The token, good for three hours, and the roles; or, as plain words, why there are none."},
    )
    def post(self):
        """Log in"""
        return login.authenticate()


def register(app, *, title):
    """Serve the API; call this last, for nothing must see a path before it."""
    app.extensions[callers.EXTENSION] = PathTokens()
    blueprint = flask.Blueprint("java_rest", __name__, url_prefix=paths.PREFIX)
    api = Api(
        blueprint,
        doc="/docs",
        version=__version__,
        title=f"{title}: as the Java server has it",
        description="What front ends of ISPyB's Java server call.  The token of POST /authenticate is the first part of a path.",
    )
    api.add_namespace(rest.api)
    app.register_blueprint(blueprint)
    app.after_request(_shared)
    app.wsgi_app = paths.WithoutTokens(app.wsgi_app)
    _every_route_says_whom_it_is_for(app)


def _shared(response):
    """Let pages of any origin read also what was refused before a route saw the request."""
    return answers.shared(response) if flask.request.path.startswith(f"{paths.PREFIX}/") else response


def routes(app):
    """Yield (path below the prefix, HTTP method, function) for every route."""
    for rule in app.url_map.iter_rules():
        view = getattr(app.view_functions[rule.endpoint], "view_class", None)
        if not rule.rule.startswith(f"{paths.PREFIX}/") or view is None or view.__module__.startswith("flask_restx"):
            continue
        for method in sorted(rule.methods - {"HEAD", "OPTIONS"}):
            yield rule.rule.removeprefix(paths.PREFIX), method, getattr(view, method.lower())


def _every_route_says_whom_it_is_for(app):
    for path, method, function in routes(app):
        if path not in PUBLIC and not getattr(function, "__roles__", ()):
            raise RuntimeError(f"{method} {path} does not say whom it is for")
