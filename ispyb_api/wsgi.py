"""For WSGI servers other than our own: ``gunicorn ispyb_api.wsgi:app``."""

from ispyb_api import settings
from ispyb_api.app import create_app

app = create_app(settings.load())
