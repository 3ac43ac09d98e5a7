"""Read what MariaDB answers, and spell what it is sent, as PyMySQL does, with less work for each value: most of the time of what is
long goes into that.

The parts of PyMySQL that are replaced have names of its own, so ``tests/db/test_reading.py`` compares every type with what it reads.
"""

import collections
import typing

import pymysql
from pymysql.connections import TEXT_TYPES, Connection, MySQLResult
from pymysql.constants import CR, FIELD_TYPE
from pymysql.converters import escape_float
from pymysql.protocol import FieldDescriptorPacket, MysqlPacket

_LONGEST = 0xFFFFFF  # bytes of a packet; what is longer goes on in the next
_ERROR, _END = b"\xff", b"\xfe"  # how packets begin that are no row
_LONGEST_END = 8  # bytes of such an end; a row that begins so is longer
_BINARY = 63  # the alphabet of columns that hold bytes
_NULL = 251
_LENGTH_BYTES = {252: 2, 253: 3, 254: 8}
_BUFFER = 65536  # bytes taken in at a time
_MOST_KNOWN = 20_000  # descriptions of columns; all of our queries have a quarter of that


def _moment(data):
    """Return a DATETIME as ISO text, None for the zero dates that real databases hold."""
    text = data.decode()
    if text[:4] == "0000" or text[5:7] == "00" or text[8:10] == "00":
        return None
    return text.replace(" ", "T", 1)


def _day(data):
    return None if data.startswith(b"0000") else data.decode()


def _number(data):
    return float(data) if b"." in data else int(data)


# Python's numbers are made from digits in bytes as from text.
_READERS = {
    **dict.fromkeys(
        (
            FIELD_TYPE.TINY,
            FIELD_TYPE.SHORT,
            FIELD_TYPE.INT24,
            FIELD_TYPE.LONG,
            FIELD_TYPE.LONGLONG,
            FIELD_TYPE.YEAR,
        ),
        int,
    ),
    **dict.fromkeys((FIELD_TYPE.FLOAT, FIELD_TYPE.DOUBLE), float),
    **dict.fromkeys((FIELD_TYPE.DECIMAL, FIELD_TYPE.NEWDECIMAL), _number),
    **dict.fromkeys((FIELD_TYPE.DATETIME, FIELD_TYPE.TIMESTAMP), _moment),
    FIELD_TYPE.DATE: _day,
    FIELD_TYPE.BIT: bytes,
}

# Texts are left to PyMySQL, for how they are spelt depends on the session.
_SPELLERS = {int: str, float: escape_float, type(None): lambda value: "NULL"}


class QuickConnection(Connection):
    """A connection whose answers are read by ``_Result``; its alphabet is UTF-8."""

    _next_seq_id: int

    def _read_query_result(self, unbuffered=False):
        self._result = None
        result = _Result(self)
        try:
            if unbuffered:
                result.init_unbuffered_query()
            else:
                result.read()
        except pymysql.err.MySQLError:
            raise
        except BaseException:  # what is left of the answer would be taken for the next statement's
            self._force_close()
            raise
        self._result = result
        if result.server_status is not None:
            self.server_status = result.server_status
        return result.affected_rows

    def escape(self, obj, mapping=None):
        """Return a value as SQL spells it."""
        spell = _SPELLERS.get(type(obj))
        return spell(obj) if spell and mapping is None else super().escape(obj, mapping)

    def connect(self, sock=None):
        self._arrived = collections.deque()
        super().connect(sock)
        self._rfile = self._sock.makefile("rb", _BUFFER)

    def payload(self):
        """Return the bytes of the next packet of an answer that has begun; raise the error that it tells of."""
        parts, arrived = [], self._arrived
        while not parts or len(parts[-1]) == _LONGEST:
            if not arrived:
                self._take_in()
            number, data = arrived.popleft()
            if number != self._next_seq_id:
                self._force_close()
                lost = f"Packet {number} came instead of {self._next_seq_id}."
                raise pymysql.err.OperationalError(CR.CR_SERVER_LOST, lost)  # as of a server that is stopping
            self._next_seq_id = (number + 1) % 256
            parts.append(data)
        data = parts[0] if len(parts) == 1 else b"".join(parts)
        if data[:1] == _ERROR:
            if self._result is not None:
                self._result.unbuffered_active = False
            MysqlPacket(data, "utf8").raise_for_error()
        return data

    def _take_in(self):
        """Wait for one packet, and take in those that have come with it."""
        try:
            there, at = self._rfile.peek(), 0
        except OSError as exc:
            self._force_close()
            raise pymysql.err.OperationalError(CR.CR_SERVER_LOST, f"The server did not answer ({exc}).") from exc
        except BaseException:  # what is left of the answer would be taken for the next statement's
            self._force_close()
            raise
        while len(there) >= at + 4 and len(there) >= (end := at + 4 + _length(there, at)):
            self._arrived.append((there[at + 3], there[at + 4 : end]))
            at = end
        if at:
            self._rfile.read(at)
        else:
            head = self._read_bytes(4)
            self._arrived.append((head[3], self._read_bytes(_length(head, 0))))

    def _read_packet(self, packet_type=MysqlPacket):
        return packet_type(self.payload(), "utf8")

    def _force_close(self):
        self._arrived.clear()
        super()._force_close()


class _Result(MySQLResult):
    """The rows of one statement; what describes a column is read once in a process."""

    known = {}
    connection: typing.Any  # none once all is read
    affected_rows: int

    def _get_descriptions(self):
        receive, known, columns = self.connection.payload, self.known, []
        for _ in range(self.field_count):
            data = receive()
            column = known.get(data)
            if column is None:
                if len(known) >= _MOST_KNOWN:
                    known.clear()
                column = known[data] = _described(data)
            columns.append(column)
        receive()  # the packet that ends them
        self.description = tuple(description for description, _ in columns)
        self.converters = [reader for _, reader in columns]

    def _read_rowdata_packet(self):
        receive, cut, rows = self.connection.payload, self._cut, []
        while len(data := receive()) > _LONGEST_END or data[:1] != _END:
            rows.append(cut(data))
        self._check_packet_is_eof(MysqlPacket(data, "utf8"))
        self.connection = None
        self.affected_rows, self.rows = len(rows), tuple(rows)

    def _read_row_from_packet(self, packet):
        return self._cut(packet.get_all_data())

    def _cut(self, data):
        at, row = 0, []
        for read in self.converters:
            length = data[at]
            at += 1
            if length >= _NULL:
                if length == _NULL:
                    row.append(None)
                    continue
                width = _LENGTH_BYTES[length]
                length = int.from_bytes(data[at : at + width], "little")
                at += width
            end = at + length
            row.append(read(data[at:end]))
            at = end
        return tuple(row)


def _length(data, at):
    """Return how long a packet is, whose head is there."""
    return data[at] | data[at + 1] << 8 | data[at + 2] << 16


def _described(data):
    """Return a column as a cursor describes it, and what makes a value of its bytes."""
    field = FieldDescriptorPacket(data, "utf8")
    kind = field.type_code
    of_bytes = kind in TEXT_TYPES and kind != FIELD_TYPE.JSON and field.charsetnr == _BINARY
    return field.description(), _READERS.get(kind) or (bytes if of_bytes else bytes.decode)
