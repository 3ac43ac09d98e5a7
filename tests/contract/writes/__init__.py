"""Every route that writes, one line each: how to call it, and what each kind of caller gets.

There is a module for each domain; its list ``WRITES`` is found by its name.  A line is::

    (Write("PATCH /dewars/{}", EDITS, ids=lambda rows: rows.dewar(), body=lambda rows: {"comments": rows.word()}),)

``ids`` returns what stands in the path's brackets, of a row of MX415 that was just made; ``body`` the JSON to send.
"""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

CALLERS = ("outsider", "member", "member when closed", "staff", "reader", "writer", "admin")
GOOD = 0  # any status below 300


@dataclass(frozen=True)
class Rule:
    """Who gets what.  The member leads MX415, staff are of its beamline; a reader is a service's token that sees everything and may nothing, a writer one that holds ``permission``."""

    permission: str
    outsider: int = 404
    member: int = GOOD
    closed: int = 403
    staff: int = GOOD
    reader: int = 403
    writer: int | None = GOOD
    field: str | None = None  # that is named to who does not see the parent

    def naming(self, field):
        """Return the same for a route whose body names the parent: to an outsider that field is wrong."""
        return replace(self, outsider=422, field=field)

    def status(self, caller):
        values = (self.outsider, self.member, self.closed, self.staff, self.reader, self.writer, GOOD)
        return dict(zip(CALLERS, values, strict=True))[caller]


EDITS = Rule("edit_proposals")  # what people of a proposal, and staff of its beamlines, write by hand
REMARKS = Rule("ingest_data")  # what people of a session say about what was measured
MEASURES = Rule("ingest_data", member=403)  # what instruments write; a person only as staff
PROCESSES = Rule("ingest_proc", member=403)


def manages(permission):
    """Return the rule of routes that ask for a permission and for nothing else."""
    return Rule(permission, outsider=403, member=403, staff=403)


@dataclass(frozen=True)
class Write:
    rule: str  # method and path, ids as {}
    answers: Rule
    body: Callable[[Any], Any] | None = None
    ids: Callable[[Any], Any] | None = None
    recorded: int = 1  # how many lines it leaves in the record of activity
    options: Callable[[Any], dict] | None = None  # what else the test's client takes, as a body that is no JSON

    def request(self, rows):
        """Return method, path and options of one call, on rows of its own."""
        method, path = self.rule.split(" ")
        ids = self.ids(rows) if self.ids else ()
        options = self.options(rows) if self.options else {}
        if self.body:
            options["json"] = self.body(rows)
        return method, path.format(*ids if isinstance(ids, tuple) else (ids,)), options


def table():
    """Return the lines of all domains."""
    modules = [importlib.import_module(f"{__name__}.{each.name}") for each in pkgutil.iter_modules(__path__)]
    return [line for module in modules for line in module.WRITES]
