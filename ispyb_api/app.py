"""Put the application together: the only module that knows every part."""

import flask
from flask_restx import Resource

from ispyb_api import __version__, checking, paths, serving
from ispyb_api.acquisition import routes as acquisition_routes
from ispyb_api.acquisition import routes_comments as comment_routes
from ispyb_api.acquisition import routes_images as image_routes
from ispyb_api.acquisition import routes_measured as measured_routes
from ispyb_api.acquisition import routes_parts as acquisition_part_routes
from ispyb_api.acquisition import routes_scans as scan_routes
from ispyb_api.acquisition import routes_workflows as workflow_routes
from ispyb_api.admin import routes as option_routes
from ispyb_api.admin import routes_persons as admin_routes
from ispyb_api.auth import onetime, tokens
from ispyb_api.auth import routes as auth_routes
from ispyb_api.auth.attempts import Attempts
from ispyb_api.auth.backends import base as backends
from ispyb_api.auth.callers import Callers
from ispyb_api.auth.cleaning import Cleaning
from ispyb_api.auth.providers import Providers
from ispyb_api.auth.uses import Uses
from ispyb_api.compat import pyispyb
from ispyb_api.compat.java_rest import blueprint as java_rest
from ispyb_api.compat.legacy import blueprint as legacy
from ispyb_api.compat.mxcube import routes as mxcube_routes
from ispyb_api.compat.serial import routes as serial_beamline_routes
from ispyb_api.components import routes as component_routes
from ispyb_api.components import routes_ligands as ligand_routes
from ispyb_api.db import engines, mariadb, queries, sqlite
from ispyb_api.db.database import Database
from ispyb_api.dictionary import routes as dictionary_routes
from ispyb_api.em import routes as em_routes
from ispyb_api.em import routes_grids as em_grid_routes
from ispyb_api.em import routes_particles as em_particle_routes
from ispyb_api.em import routes_recording as em_recording_routes
from ispyb_api.em import routes_tomograms as em_tomogram_routes
from ispyb_api.errors import DatabaseUnavailable, Unavailable
from ispyb_api.events import routes as event_routes
from ispyb_api.events import routes_files as event_file_routes
from ispyb_api.files import routes as picture_routes
from ispyb_api.grants import routes as grant_routes
from ispyb_api.http import browsers, caching, dictionary, failures, health, limits, logs, metrics, requests
from ispyb_api.http.documentation import REDIRECT_PAGE, DocumentedApi
from ispyb_api.http.services import EXTENSION, Services
from ispyb_api.imagery import routes as imagery_routes
from ispyb_api.instruments import routes as instrument_routes
from ispyb_api.links import routes as link_routes
from ispyb_api.live import routes as live_routes
from ispyb_api.live.hub import Hub
from ispyb_api.maps import routes as map_routes
from ispyb_api.maps import routes_maps as whole_map_routes
from ispyb_api.people import routes as person_routes
from ispyb_api.plans import routes as plan_routes
from ispyb_api.processing import routes as processing_routes
from ispyb_api.processing import routes_centrings as centring_routes
from ispyb_api.processing import routes_phasing as phasing_routes
from ispyb_api.processing import routes_recording as recording_routes
from ispyb_api.processing import routes_results as result_routes
from ispyb_api.processing import routes_screenings as screening_routes
from ispyb_api.processing import routes_serial as serial_routes
from ispyb_api.processing import routes_serial_results as serial_result_routes
from ispyb_api.proposals import routes as proposal_routes
from ispyb_api.proteins import routes as protein_routes
from ispyb_api.proteins import routes_crystals as crystal_routes
from ispyb_api.proteins import routes_pdbs as pdb_routes
from ispyb_api.queues import routes as queue_routes
from ispyb_api.queues import routes_loading as loading_routes
from ispyb_api.samples import routes as sample_routes
from ispyb_api.samples import routes_groups as sample_group_routes
from ispyb_api.samples import routes_parts as sample_part_routes
from ispyb_api.samples import routes_rows as sample_row_routes
from ispyb_api.sessions import routes as session_routes
from ispyb_api.shipping import routes as shipping_routes
from ispyb_api.shipping import routes_contacts as contact_routes
from ispyb_api.shipping import routes_containers as container_routes
from ispyb_api.statistics import routes as statistics_routes

PREFIX = "/ispyb/api/v1"
INTRODUCTION = """\
Proposals, sessions, samples, data collections and processing results of an ISPyB database.

To try it, press *Authorize* and log in.  Then open a line below, press *Try it out*, fill in what you know, and press *Execute*.

Lists answer a page at a time: `total` says how many there are, `skip` and `limit` choose which of them are shown.  The *row* of a thing
is its number in the database, as `dataCollectionId`; the lists show it.  A padlock means that one has to log in.
"""

NAMESPACES = (
    auth_routes.api,
    auth_routes.user,
    proposal_routes.api,
    grant_routes.api,
    session_routes.api,
    session_routes.whole,
    live_routes.api,
    person_routes.api,
    person_routes.laboratories,
    person_routes.participants,
    option_routes.api,
    admin_routes.api,
    event_routes.api,
    event_file_routes.api,
    acquisition_routes.groups,
    acquisition_routes.api,
    acquisition_part_routes.api,
    measured_routes.api,
    workflow_routes.api,
    comment_routes.api,
    image_routes.api,
    acquisition_part_routes.chains,
    scan_routes.robots,
    scan_routes.energies,
    scan_routes.spectra,
    instrument_routes.api,
    mxcube_routes.api,
    serial_beamline_routes.api,
    picture_routes.api,
    processing_routes.api,
    recording_routes.api,
    screening_routes.api,
    phasing_routes.api,
    centring_routes.api,
    result_routes.api,
    serial_routes.api,
    serial_result_routes.api,
    em_routes.api,
    em_recording_routes.api,
    em_particle_routes.api,
    em_tomogram_routes.api,
    em_grid_routes.api,
    protein_routes.api,
    pdb_routes.api,
    crystal_routes.api,
    crystal_routes.spacegroups,
    component_routes.api,
    ligand_routes.api,
    ligand_routes.soaking,
    sample_routes.api,
    sample_part_routes.api,
    sample_group_routes.api,
    sample_row_routes.api,
    plan_routes.api,
    link_routes.api,
    queue_routes.api,
    loading_routes.api,
    container_routes.api,
    shipping_routes.dewars,
    shipping_routes.shippings,
    contact_routes.api,
    statistics_routes.api,
    map_routes.api,
    map_routes.scans,
    whole_map_routes.recorded,
    whole_map_routes.api,
    imagery_routes.api,
    dictionary_routes.api,
)

# The routes by which one becomes known.  Every other one asks for a known caller, or the server does not start.
PUBLIC = {"/auth/config", "/auth/login", "/auth/token", "/auth/refresh"}


def engine_of(settings):
    """Return the engine that the settings name."""
    db = settings.database
    return engines.from_url(
        db.url,
        size=db.pool_size or settings.server.threads,
        wait=db.pool_wait,
        connect_timeout=db.connect_timeout,
        read_timeout=db.read_timeout,
        time_zone=db.time_zone,
        pipelining=db.pipelining,
    )


def create_app(settings):
    """Return the Flask application; connects to nothing yet."""
    app = flask.Flask(__name__, static_folder=None)
    app.json.sort_keys = False
    app.url_map.merge_slashes = False  # no redirects: a wrong path is 404, in the one shape
    app.config.update(
        RESTX_MASK_SWAGGER=False,
        RESTX_INCLUDE_ALL_MODELS=True,
        RESTX_ERROR_404_HELP=False,
        SWAGGER_UI_DOC_EXPANSION="list",
        SWAGGER_UI_REQUEST_DURATION=True,
    )
    tokens.register(app, settings.token)
    engine = engine_of(settings)
    parts = app.extensions[EXTENSION] = _services(settings, engine)
    sign_in = next(filter(None, (getattr(each, "sign_in", None) for each in parts.backends.values())), None)
    _watch(app, settings, engine, sign_in)
    app.register_blueprint(_v1(settings, sign_in))
    _every_route_is_guarded(app)
    if settings.compat.legacy:
        legacy.register(app, title=settings.site.name)
    if settings.compat.java_rest:
        java_rest.register(app, title=settings.site.name)
    parts.dictionary = dictionary.Dictionary(routes(app), PREFIX)
    app.extensions[serving.STOP] = parts.live.closing.set
    return app


def _services(settings, engine):
    known = backends.load(settings.auth.backend)
    database = Database(engine, queries.load(paths.QUERIES, engine.name))
    callers = Callers(settings.auth.cache_seconds)
    return Services(
        database=database,
        settings=settings,
        backends=known,
        tokens=tokens.Tokens(settings.token),
        callers=callers,
        providers=Providers(known, callers, ours=settings.token.issuer, create=settings.auth.create_person_on_missing),
        attempts=Attempts(settings.auth),
        uses=Uses(database),
        cleaning=Cleaning(database, settings.auth),
        live=Hub(database),
    )


def _watch(app, settings, engine, sign_in):
    """Add what happens to every request, whatever its route; the first one registered stands outermost."""
    requests.register(app, proxy_hops=settings.server.proxy_hops)
    logs.register(app)
    pool = engine.pool
    metrics.register(
        app, mode=settings.metrics.mode, token=settings.metrics.token, pool=lambda: (pool.in_use, pool.size)
    )
    failures.register(app)
    chosen = settings.http
    limits.register(app, max_body_bytes=chosen.max_body_bytes, max_lines_bytes=chosen.max_lines_bytes)
    onetime.register(app)
    caching.register(app, compress=settings.http.gzip)
    browsers.register(
        app,
        origins=settings.http.cors_origins,
        docs=[f"{PREFIX}/docs", f"{PREFIX}{REDIRECT_PAGE}", java_rest.DOCS, legacy.DOCS],
        docs_connect=[sign_in["origin"]] if sign_in else [],
    )
    health.register(app, version=__version__, ready=lambda: _ready(engine))


def _ready(engine):
    """Return what /ready shows; raise Unavailable if the database is away or older than this program."""
    try:
        good, what = checking.schema(engine)
    except (mariadb.ERRORS, *sqlite.ERRORS) as exc:
        raise (engine.translate(exc) or DatabaseUnavailable()) from exc
    if not good:
        raise Unavailable(f"The schema is not this program's: {what}.")
    return {"schema": what}


def _v1(settings, sign_in):
    blueprint = flask.Blueprint("v1", __name__, url_prefix=PREFIX)
    api = DocumentedApi(
        blueprint,
        token_path=f"{PREFIX}/auth/token",
        sign_in=sign_in,
        other_names=pyispyb.SHAPES,
        version=__version__,
        title=settings.site.name,
        description=INTRODUCTION,
        license="Apache-2.0",
    )
    for namespace in NAMESPACES:
        api.add_namespace(namespace)
    return blueprint


def routes(app):
    """Yield (rule, HTTP method, function) for every route of the API's resources, those for other front ends left out."""
    for rule in app.url_map.iter_rules():
        if rule.rule.startswith((java_rest.paths.PREFIX, legacy.paths.PREFIX)):
            continue
        view = getattr(app.view_functions[rule.endpoint], "view_class", None)
        if view is None or not issubclass(view, Resource) or view.__module__.startswith("flask_restx"):
            continue
        for method in sorted(rule.methods - {"HEAD", "OPTIONS"}):
            yield rule, method, getattr(view, method.lower())


def _every_route_is_guarded(app):
    for rule, method, function in routes(app):
        path = rule.rule.removeprefix(PREFIX)
        if not hasattr(function, "__requires__"):
            raise RuntimeError(f"{method} {path} does not say whom it is for: add @requires(...)")
        if (function.__requires__ is None) != (path in PUBLIC):
            raise RuntimeError(
                f"{method} {path} is public and not on the list of public routes, or on it and not public"
            )
