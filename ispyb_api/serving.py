"""Run the application: under gunicorn where there is one, else under waitress; on loopback unless told otherwise."""

import contextlib
import ctypes
import gc
import importlib.util
import os
import shutil
import signal
import socket
import sys
import tempfile
from dataclasses import dataclass

from ispyb_api.http import metrics
from ispyb_api.http.hands import Hands

# The longest URL is refused by the application, in its own words; gunicorn stops what is longer still.
_REQUEST_LINE = 8190
_KEEP_ALIVE = 5
_MEMORY = "/dev/shm"  # noqa: S108 - workers show there that they live: on a disk that is busy this would hold up requests
# malloc.h: how many heaps, and from how many bytes on a block, and what is free at a heap's end, go back to the system
_M_ARENA_MAX, _M_MMAP_THRESHOLD, _M_TRIM_THRESHOLD = -8, -3, -1
_LARGE, _UNUSED = 262144, 131072

# Where an application keeps what is to be called when its process is told to stop: it ends what would go on for ever.
STOP = "stop"


@dataclass(frozen=True)
class Options:
    """Where to listen, and with how many hands."""

    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 2
    threads: int = 8
    streams: int = 0  # threads besides, for answers that go on
    graceful_timeout: int = 30
    max_requests: int = 0
    metrics: bool = True


def serve(factory, *, server="auto", ready=None, **options):
    """Serve ``factory()`` until told to stop; ``ready(url)`` is called once the port is open.

    ``server`` is gunicorn, waitress or auto, ``options`` are those of Options.  Under gunicorn each
    worker makes an application of its own, and SIGTERM lets requests in flight finish.
    """
    chosen = server if server != "auto" else "gunicorn" if _has_gunicorn() else "waitress"
    run = {"gunicorn": _with_gunicorn, "waitress": _with_waitress}[chosen]
    _share_heaps()
    run(factory, Options(**options), ready or (lambda url: None))


def is_taken(host, port):
    """Return whether somebody listens there."""
    with socket.socket() as asking:
        return asking.connect_ex((host, port)) == 0


def _has_gunicorn():
    return os.name == "posix" and importlib.util.find_spec("gunicorn") is not None


def _share_heaps():
    """Have the threads of a worker share two heaps, and large blocks given back at once.

    glibc gives each thread a heap of its own, and what was freed for one large answer stays in each of them; it takes blocks for
    large only from the size of the largest on that it has seen.
    """
    for name, value in ((_M_ARENA_MAX, 2), (_M_MMAP_THRESHOLD, _LARGE), (_M_TRIM_THRESHOLD, _UNUSED)):
        _ask_of_libc("mallopt", name, value)


def _ask_of_libc(name, *values):
    with contextlib.suppress(OSError, AttributeError):  # another C library
        getattr(ctypes.CDLL(None), name)(*values)


def _settled(application):
    """Tell the collector of garbage that what there is now stays: it need not look through it during requests."""
    gc.freeze()
    _ask_of_libc("malloc_trim", 0)
    return application


def _url(host, port):
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _with_waitress(factory, options, ready):
    import waitress.server  # noqa: PLC0415  (one server is enough to load)

    server = waitress.server.create_server(
        Hands(_settled(factory()), options.threads),
        host=options.host,
        port=options.port,
        threads=options.threads + options.streams,
        ident=None,
        clear_untrusted_proxy_headers=False,  # whom to believe is the application's to decide
    )
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs inherit that it is ignored
    ready(_url(options.host, server.effective_port))
    server.run()


def _with_gunicorn(factory, options, ready):
    with _shared_figures() if options.metrics else contextlib.nullcontext():
        _gunicorn(factory, options, ready).run()


@contextlib.contextmanager
def _shared_figures():
    """Give the workers an empty folder for their figures; remove it in the end."""
    folder, owner = tempfile.mkdtemp(prefix="ispyb-api-metrics-"), os.getpid()
    os.environ[metrics.FOLDER] = folder
    try:
        yield
    finally:
        if os.getpid() == owner:  # workers come by here too, when they end
            del os.environ[metrics.FOLDER]
            shutil.rmtree(folder, ignore_errors=True)


def _gunicorn(factory, options, ready):
    """Return gunicorn's idea of an application: how to configure it and how to make ours."""
    from gunicorn.app.base import BaseApplication  # noqa: PLC0415  (not on Windows)
    from gunicorn.glogging import Logger  # noqa: PLC0415

    class OurLogger(Logger):
        """Leave lines, levels and where they go to our own configuration; requests are logged there."""

        def setup(self, cfg):
            self.cfg = cfg
            self.error_log.propagate = True

        def access(self, *request):
            """Nothing: the application logs its requests itself, without their tokens."""

    class Application(BaseApplication):
        def load_config(self):
            for name, value in _gunicorn_settings(options, ready, OurLogger).items():
                self.cfg.set(name, value)

        def load(self):
            application = factory()
            _stop_first(application)
            return Hands(_settled(application), options.threads)

    return Application()


def _stop_first(application):
    """Have SIGTERM tell the application before the server waits for requests in flight."""
    stop, wait = application.extensions.get(STOP), signal.getsignal(signal.SIGTERM)
    if stop and callable(wait):

        def told(number, frame):
            stop()
            wait(number, frame)

        signal.signal(signal.SIGTERM, told)


def _gunicorn_settings(options, ready, logger_class):
    host = f"[{options.host}]" if ":" in options.host else options.host
    return {
        "bind": f"{host}:{options.port}",
        "worker_class": "gthread",
        "workers": options.workers,
        "threads": options.threads + options.streams,
        "graceful_timeout": options.graceful_timeout,
        "keepalive": _KEEP_ALIVE,
        "max_requests": options.max_requests,
        "max_requests_jitter": options.max_requests // 10,  # not all workers at once
        "limit_request_line": _REQUEST_LINE,
        "forwarded_allow_ips": "",  # whom to believe is the application's to decide
        "control_socket_disable": True,
        "worker_tmp_dir": _MEMORY if os.access(_MEMORY, os.W_OK) else None,
        "logger_class": logger_class,
        "proc_name": "ispyb-api",
        "when_ready": lambda arbiter: ready(_url(*arbiter.LISTENERS[0].getsockname()[:2])),
        "child_exit": lambda arbiter, worker: metrics.bury(worker.pid) if options.metrics else None,
    }
