"""A small application for the servers' tests: ``python served.py SERVER WORKERS``."""

import os
import sys
import time

import flask

from ispyb_api import serving
from ispyb_api.db import meter
from ispyb_api.http import logs, metrics, requests


def create_app():
    app = flask.Flask("served")
    requests.register(app, proxy_hops=int(os.environ.get("HOPS", "0")))
    logs.register(app)
    metrics.register(app, mode="open", pool=lambda: (1, 8))

    @app.get("/pid")
    def pid():
        with meter.statement():
            return {"pid": os.getpid(), "url": flask.request.url, "remote": flask.request.remote_addr}

    @app.get("/slow")
    def slow():
        time.sleep(float(flask.request.args["seconds"]))
        return {"slept": True}

    @app.get("/broken")
    def broken():
        raise RuntimeError(flask.request.headers["Authorization"])

    return app


if __name__ == "__main__":
    logs.configure("json", "info")
    create_app()  # as the command line does, to fail early; its figures are nobody's
    serving.serve(
        create_app,
        server=sys.argv[1],
        port=0,
        workers=int(sys.argv[2]),
        threads=4,
        graceful_timeout=5,
        ready=lambda url: print(url, flush=True),
    )
