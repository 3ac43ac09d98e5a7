"""Servers that are no directory, or one that answers every bind alike; slapd cannot be brought to do so."""

import contextlib
import socketserver
import threading


@contextlib.contextmanager
def serving(answer):
    """Serve on a free port; ``answer(socket)`` gets each connection.  Yields the port."""

    class Handler(socketserver.BaseRequestHandler):
        def handle(self):
            with contextlib.suppress(OSError):
                answer(self.request)

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        block_on_close = False

    with Server(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()


def hanging(connection):
    """Accept, and say nothing until the other side gives up."""
    while connection.recv(4096):
        pass


def saying(text):
    """Answer anything with the same bytes."""

    def answer(connection):
        connection.recv(4096)
        connection.sendall(text)

    return answer


def binding(code, message=""):
    """Answer every bind with a result code and a diagnostic message, as a directory would."""

    def answer(connection):
        while request := connection.recv(4096):
            connection.sendall(result(request, 0x61, code, message))

    return answer


def result(request, kind, code, message):
    """Return an LDAP result: 0x61 of a bind, 0x78 of an extended operation such as StartTLS."""
    start = request.index(b"\x02")  # the message id, an INTEGER
    number = request[start : start + 2 + request[start + 1]]
    said = b"\x0a\x01" + bytes([code]) + _text(b"") + _text(message.encode())
    return _tagged(0x30, number + _tagged(kind, said))


def _text(value):
    return _tagged(0x04, value)


def _tagged(tag, value):
    return bytes([tag, 0x81, len(value)]) + value
