"""Keep streams of events from taking the threads that answer other requests.

The server has a thread for each stream besides those for requests.  Here no more than ``hands`` requests are let in at a time: they
wait for one another as they would without the streams' threads, and never for a stream.
"""

import threading

from werkzeug.wsgi import ClosingIterator

_STREAM = "/stream"


class Hands:
    def __init__(self, application, hands):
        self._application = application
        self._free = threading.BoundedSemaphore(hands)

    def __call__(self, environ, start_response):
        if environ.get("PATH_INFO", "").endswith(_STREAM):
            return self._application(environ, start_response)
        self._free.acquire()
        try:
            body = self._application(environ, start_response)
        except BaseException:
            self._free.release()
            raise
        return ClosingIterator(body, self._free.release)
