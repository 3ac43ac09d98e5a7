"""Databases as the two ISPyB families have them: "pydb" (the collaboration's) and "dls" (Diamond's)."""

import contextlib
import re
from collections import defaultdict

from ispyb_api.db.engines import from_url
from ispyb_api.db.load_tsv import load_folder
from tests.support import dls_sample, facts, mariadb

FLAVOURS = ("pydb", "dls")

# Where the united facts cannot say how one family has it.
_OWN_TYPES = {
    ("pydb", "AutoProcProgram", "processingStatus"): "enum('RUNNING','FAILED','SUCCESS','0','1')",
    ("dls", "AutoProcProgram", "processingStatus"): "tinyint(1)",
}
_OWN_PRIMARY = {("dls", "ImageQualityIndicators"): ("dataCollectionId", "imageNumber")}


@contextlib.contextmanager
def database(flavour, *, with_rows=True):
    """Make a database of one family with the rows of the DLS sample in it; yield its URL."""
    columns, keys = facts.rows("schema-columns"), facts.rows("schema-keys")
    with mariadb.database() as url:
        name = url.rpartition("/")[2]
        with mariadb.connect(database=name) as raw, raw.cursor() as cursor:
            # Both families are older than utf8mb4.
            cursor.execute(f"ALTER DATABASE {name} CHARACTER SET latin1")
            cursor.execute("SET foreign_key_checks = 0")
            for statement in _tables(flavour, columns, keys):
                cursor.execute(statement)
        if with_rows:
            load_folder(from_url(url), dls_sample.folder())
        yield url


def _tables(flavour, columns, keys):
    lines = defaultdict(list)
    for column in columns:
        if column["flavour"] in ("both", flavour):
            lines[column["table"]].append(_column(flavour, column))
    for key in keys:
        if key["flavour"] in ("both", flavour) and (flavour, key["table"]) not in _OWN_PRIMARY:
            lines[key["table"]].append(_key(key))
    for table, body in lines.items():
        own = _OWN_PRIMARY.get((flavour, table))
        whole = [*body, f"PRIMARY KEY ({', '.join(own)})"] if own else body
        yield f"CREATE TABLE `{table}` ({', '.join(whole)}) ENGINE = InnoDB DEFAULT CHARSET = latin1"


def _column(flavour, column):
    name = (flavour == "dls" and column["dls_spelling"]) or column["column"]
    kind = _OWN_TYPES.get((flavour, column["table"], column["column"]), column["type"])
    if column["extra"].startswith("generated"):
        return f"`{name}` {kind} {column['extra']}"
    in_key = column["column"] in _OWN_PRIMARY.get((flavour, column["table"]), ())
    null = "NOT NULL" if column["nullable"] == "no" or in_key else "NULL"
    default = f"DEFAULT {column['default']}" if column["default"] else ""
    return f"`{name}` {kind} {null} {default} {column['extra']}"


def _key(key):
    names = ", ".join(f"`{name}`" for name in key["columns"].split(","))
    if key["kind"] == "foreign":
        table, column = re.fullmatch(r"(\w+)\((\w+)\)", key["references"]).groups()
        return f"FOREIGN KEY ({names}) REFERENCES `{table}` (`{column}`) ON DELETE {key['on_delete']} ON UPDATE {key['on_update']}"
    return f"{ {'primary': 'PRIMARY KEY', 'unique': 'UNIQUE KEY', 'index': 'KEY'}[key['kind']] } ({names})"
