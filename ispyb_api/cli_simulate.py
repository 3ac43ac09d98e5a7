"""``ispyb-api simulate``."""

import os

import click

from ispyb_api.cli_shared import explained, say
from ispyb_api.simulation import crystals, microscope, serial
from ispyb_api.simulation.beamtime import Beamtime

# Each experiment with what the demo has for it: proposal, beamline, how much.
_KINDS = {
    "mx": (crystals.run, "MX415", "BL01-MX", 3),
    "ssx": (serial.run, "SX28", "BL02-SSX", 4),
    "em": (microscope.run, "EM67", "BL03-EM", 30),
}


@click.command()
@click.argument("kind", type=click.Choice(list(_KINDS)))
@click.option("--url", default="http://localhost:8000", show_default=True, help="The server's address.")
@click.option("--login", help="Who writes; asks for the password, unless ISPYB_PASSWORD has it.")
@click.option("--token-file", type=click.File(), help="A file with a service's token, in place of a login.")
@click.option("--proposal", help="Name of the proposal; if absent, the demo's for this experiment.")
@click.option("--beamline", help="Name of the beamline; if absent, the demo's for this experiment.")
@click.option("--number", type=click.IntRange(1), help="How many samples (mx), delays (ssx) or movies (em).")
@click.option("--speed", default=60.0, show_default=True, help="Seconds that pass in one; 0 waits for nothing.")
@click.option("--spool", type=click.Path(file_okay=False), help="A folder to keep writes in while the server is away.")
@explained
def simulate(kind, url, login, token_file, proposal, beamline, number, speed, spool):
    """Do an invented experiment on a server.

    It writes through the client, as a beamline does: the database of a facility is no place for it.
    """
    run, usual_proposal, usual_beamline, usual_number = _KINDS[kind]
    library = _client_library()
    try:
        with library.Client(url, spool=spool, **_credentials(login, token_file)) as client:
            beamtime = Beamtime(client, proposal or usual_proposal, beamline or usual_beamline, speed=speed, tell=say)
            run(beamtime, number or usual_number)
            waiting = len(client.spool.waiting()) if client.spool else 0
    except library.IspybError as exc:
        raise click.ClickException(str(exc)) from exc
    click.echo(f"Done; {waiting} writes wait in the spool." if waiting else "Done.")


def _client_library():
    try:
        from ispyb_api import client  # noqa: PLC0415 - the extra ``client`` may be missing
    except ImportError as exc:
        raise click.ClickException(f"{exc.name} is missing: pip install 'ispyb-api[client]'.") from exc
    return client


def _credentials(login, token_file):
    if token_file is not None:
        return {"token": token_file.read().strip()}
    if login is None:
        raise click.UsageError("Give --login or --token-file.")
    password = os.environ.get("ISPYB_PASSWORD") or click.prompt("Password", hide_input=True)
    return {"login": login, "password": password}
