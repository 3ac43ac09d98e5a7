"""A cable between a program and its database, which may be cut."""

import contextlib
import socket
import threading


class Cable:
    """Listens on ``port`` and carries what comes there to a port behind; ``cut`` breaks whatever goes through it."""

    def __init__(self, behind):
        self._behind, self._ends, self._lock, self.whole = behind, set(), threading.Lock(), True
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def cut(self):
        """Break all connections, in the middle of whatever they carry; new ones are refused until ``mend``."""
        self.whole = False
        with self._lock:
            ends, self._ends = self._ends, set()
        for end in ends:
            _close(end)

    def mend(self):
        """Let connections through again."""
        self.whole = True

    def remove(self):
        """End it for good."""
        self.cut()
        self._socket.close()

    def _listen(self):
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._socket.accept()
                threading.Thread(target=self._connect, args=[near], daemon=True).start()

    def _connect(self, near):
        try:
            far = socket.create_connection(("127.0.0.1", self._behind), timeout=5) if self.whole else None
        except OSError:
            far = None
        if far is None:
            near.close()
            return
        far.settimeout(None)
        with self._lock:
            self._ends |= {near, far}
        for source, target in ((near, far), (far, near)):
            threading.Thread(target=self._carry, args=[source, target], daemon=True).start()

    def _carry(self, source, target):
        with contextlib.suppress(OSError):
            while piece := source.recv(65536):
                target.sendall(piece)
        for end in (source, target):
            _close(end)
        with self._lock:
            self._ends -= {source, target}


def _close(end):
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()
