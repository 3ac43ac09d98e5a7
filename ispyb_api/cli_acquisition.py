"""``ispyb-api close-stale``."""

import click

from ispyb_api import settings as configuration
from ispyb_api.acquisition import stale
from ispyb_api.cli_shared import database, explained, operator, say


@click.command("close-stale")
@click.option(
    "--hours", default=24, show_default=True, type=click.IntRange(1), help="How long ago they began, at least."
)
@click.option("--days", default=30, show_default=True, type=click.IntRange(1), help="How long ago they began, at most.")
@click.option("--dry-run", is_flag=True, help="Only say how many there are.")
@explained
def close_stale(hours, days, dry_run):
    """End data collections that nobody ended.

    Their end is when the images that were asked for would have been taken.
    """
    if hours >= days * 24:
        raise click.UsageError("Nothing can be both: --hours is to be less than --days.")
    opened = database(configuration.load())
    number = stale.close(
        opened, hours=hours, days=days, dry_run=dry_run, login=operator(), tell=lambda done: say(f"{done} ended ...")
    )
    click.echo(f"{number} data collections {'would be' if dry_run else 'were'} ended.")
