"""``ispyb-api import``: record what processing programs left on disk."""

import json
from pathlib import Path

import click
import marshmallow as ma

from ispyb_api import cli_known as known
from ispyb_api import cli_streams as streams
from ispyb_api import settings as configuration
from ispyb_api.auth.access import Access
from ispyb_api.auth.identity import Identity
from ispyb_api.auth.permissions import Permission
from ispyb_api.cli_shared import database, explained, operator, say
from ispyb_api.errors import ApiError, Invalid
from ispyb_api.http.shapes import flat
from ispyb_api.importing import bodies, collections, crystfel, recognise
from ispyb_api.importing.result import Unreadable
from ispyb_api.processing.schemas_new import NewProcessingSchema
from ispyb_api.processing.service_results import Results
from ispyb_api.processing.targets import Targets
from ispyb_api.sessions.repository import SessionRepository


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--collection", "numbers", multiple=True, type=click.IntRange(1), help="Data collection of the sweeps: once for all, or once for each in their order.")  # fmt: skip
@click.option("--session", help="As mx415-3: find the data collections of it whose images a file names.")
@click.option("--program", help="Name of the program, in place of the one that the file tells.")
@click.option("--kind", type=click.Choice(list(recognise.KINDS)), help="What the files are: XML of autoPROC, STARANISO or xia2 (ispyb), JSON of xia2, CORRECT.LP, mmCIF, a stream; told by their beginnings if not given.")  # fmt: skip
@click.option("--again", is_flag=True, help="Record a file that is there already once more, as another run.")
@click.option("--dry-run", is_flag=True, help="Print what would be recorded, as JSON, and record nothing.")
@explained
def import_(files, numbers, session, program, kind, again, dry_run):
    """Record what processing programs left on disk.

    Read are results of autoPROC, STARANISO, xia2 and XDS, mmCIF files and streams of CrystFEL, one run of a program for each file.

    A file that is there already is left as it is.  One that cannot be read or recorded is named, and does not keep the others
    from being recorded.
    """
    if bool(numbers) == bool(session):
        raise click.UsageError("Say of which data: --collection or --session.")
    opened = database(configuration.load())
    importer = _Importer(opened, _view(opened), program, kind, again, dry_run)
    rows = importer.images(session) if session else None
    failed = 0
    for place, path in enumerate(files, 1):
        try:
            said = importer.take(path, numbers, rows, place - 1)
        except known.AlreadyThereError as exc:
            said = str(exc)
        except (Unreadable, ApiError) as exc:
            failed += 1
            wrong = getattr(exc, "errors", None) or {}
            said = f"not recorded: {exc}" + "".join(f"\n  {name}: {' '.join(texts)}" for name, texts in wrong.items())
        say(f"[{place}/{len(files)}] {path}: {said}")
    if failed:
        raise click.ClickException(f"{failed} of {len(files)} files were not recorded.")


def _view(opened):
    """Return the view of whoever runs a command: everything, and what pipelines may do."""
    held = frozenset({Permission.ALL_PROPOSALS, Permission.INGEST_PROC})
    return Access(Identity(operator(), 0, "", permissions=held), opened.text)


class _Importer:
    def __init__(self, opened, view, program, kind, again, dry_run):
        self._opened, self._view = opened, view
        self._program, self._kind, self._again, self._dry_run = program, kind, again, dry_run

    def images(self, session):
        """Return where the data collections of a session have their images."""
        with self._opened.transaction() as tx:
            found = SessionRepository(tx).named(session, self._view)
            return tx.all("importing.collections_of_session", sessionId=found["sessionId"])

    def take(self, path, numbers, rows, place):
        """Record a file's result, or show it; return what became of it.  Raise AlreadyThereError for one that is there."""
        if self._kind == recognise.STREAM or (self._kind is None and streams.is_stream(path)):
            return self._stream(path, numbers, rows, place)
        kind, result = recognise.read(path, self._kind)
        chosen = collections.named(result, numbers) if rows is None else collections.found(result, rows)
        file = known.file_of(path, "Result")
        sent = bodies.body(result, chosen, file, self._program)
        for note in result.notes:
            say(f"{path}: {note}")
        given = _loaded(sent)
        number = len(result.scalings)
        told = f"{recognise.KINDS[kind]}, {number} scaling{'s' if number != 1 else ''}"
        return self._put(
            *("run", chosen, told, sent),
            find=lambda tx: known.run(tx, file, given["processingPrograms"], chosen),
            make=lambda tx: Results(tx, self._view).add(given)["autoProcProgramId"],
        )

    def _stream(self, path, numbers, rows, place):
        """Record a stream, which is of one data collection: the only one that is named, the one at the stream's place, or that of its images."""
        if rows is None and len(numbers) != 1 and len(numbers) <= place:
            raise Unreadable(
                "Say with --collection of which data collection the stream is: once, or once for each stream."
            )
        own = collections.OfStream(rows or [])
        look = {} if rows is None else {"see": own.see}
        with streams.lines(path) as opened:
            found = crystfel.read(opened, lambda images: say(f"{path}: {images:,} images"), **look)
        number = own.collection if rows is not None else numbers[0] if len(numbers) == 1 else numbers[place]
        sent = streams.body(path, found, number, self._program)
        (file,) = sent["SSXProcessingResultAttachment"]
        told = f"{found.images:,} images, {found.hits:,} hits, {found.indexed:,} indexed, {found.crystals:,} crystals"
        return self._put(
            *("result", [number], told, sent),
            find=lambda tx: known.serial_result(tx, file, number),
            make=lambda tx: streams.record(tx, self._view, path, sent),
        )

    def _put(self, what, chosen, told, sent, *, find, make):
        """Make what is ``sent``, unless it is found, as a run or a result of the ``chosen`` data collections; or show it."""
        of = f"of the data collections {', '.join(map(str, dict.fromkeys(chosen)))}"
        with self._opened.transaction(write=not self._dry_run) as tx:
            Targets(tx, self._view).check({f"data collection {number}": [number] for number in chosen})
            there = None if self._again else find(tx)
            if self._dry_run:
                click.echo(json.dumps(sent, indent=1, ensure_ascii=False))
                return f"{told}; nothing was recorded" + (f"; it is there already, as {what} {there}" if there else "")
            if there:
                raise known.AlreadyThereError(f"is there already, as {what} {there} {of}; --again records it once more")
            return f"{what} {make(tx)} {of}: {told}"


def _loaded(sent):
    """Return a body as the server takes it; raise Invalid, naming the fields, for one that it would refuse."""
    try:
        return NewProcessingSchema().load(sent)
    except ma.ValidationError as exc:
        raise Invalid(errors=flat(exc.normalized_messages())) from None
