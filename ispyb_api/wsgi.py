"""For WSGI servers other than our own: ``gunicorn ispyb_api.wsgi:app``."""

from ispyb_api import settings
from ispyb_api.app import create_app
from ispyb_api.auth import opaque
from ispyb_api.http import logs

_settings = settings.load()
logs.configure(_settings.log.format, _settings.log.level, prefixes=opaque.PREFIXES)
app = create_app(_settings)
