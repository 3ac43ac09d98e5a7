"""``ispyb-api token``: tokens of services, and the key that signs access tokens."""

import click

from ispyb_api import settings as configuration
from ispyb_api.auth import clock, keys
from ispyb_api.auth.schemas_tokens import NewServiceTokenSchema
from ispyb_api.auth.service_tokens import Maker, ServiceTokens
from ispyb_api.cli_shared import database, explained, operator, say
from ispyb_api.errors import Invalid

_COLUMNS = "{serviceTokenId:>6}  {state:8} {expiresAt:20}  {lastUsedAt:20}  {owner:12} {name}  {may}"


@click.group()
def token():
    """Make and revoke tokens of services; change the key."""


@token.command()
@click.option("--name", required=True, help="What the token is for.")
@click.option("--owner", required=True, help="Login of the person as whom it acts.")
@click.option("--permission", "permissions", multiple=True, help="What it may; once for each permission.")
@click.option("--beamline", "beamLines", multiple=True, help="Limit it to a beamline; once for each.")
@click.option("--proposal", "proposals", multiple=True, help="Limit it to a proposal, as MX415; once for each.")
@click.option("--days", type=int, help="For how many days it is good; 90 if not given.")
@explained
def create(**given):
    """Make a token for a service, and print it, this once."""
    wanted = {key: list(value) if isinstance(value, tuple) else value for key, value in given.items()}
    wanted = {key: value for key, value in wanted.items() if key == "permissions" or value not in (None, [])}
    if wrong := NewServiceTokenSchema().validate(wanted):
        raise Invalid(errors={name: _messages(found) for name, found in wrong.items()})
    settings = configuration.load()
    with database(settings).transaction(write=True) as tx:
        made = ServiceTokens(tx).make(Maker(operator()), wanted, most_days=settings.token.service_max_days)
    say(
        f"Service token {made['serviceTokenId']} of {made['owner']}, until {made['expiresAt']}.  It is shown this once:"
    )
    click.echo(made["token"])


@token.command(name="list")
@explained
def list_tokens():
    """List the tokens of services, without what they are known by."""
    titles = {"serviceTokenId": "id", "expiresAt": "until", "lastUsedAt": "last used"}
    arguments = {"skip": 0, "limit": 500, "order_by": "serviceTokenId"}
    with database(configuration.load()).transaction() as tx:
        click.echo(_COLUMNS.format_map({**{n: n for n in ("state", "owner", "name", "may")}, **titles}))
        while True:
            page = ServiceTokens(tx).page(arguments)
            for each in page["results"]:
                click.echo(_line(each))
            arguments["skip"] += len(page["results"])
            if arguments["skip"] >= page["total"]:
                return


@token.command()
@click.argument("token_id", type=int)
@explained
def revoke(token_id):
    """End a token of a service.

    Servers stop taking it within seconds.
    """
    with database(configuration.load()).transaction(write=True) as tx:
        ServiceTokens(tx).revoke(Maker(operator()), token_id)
    say(f"Service token {token_id} is revoked.")


@token.command(name="rotate-key")
@click.option("--at-once", is_flag=True, help="Take the old key's tokens no longer: their holders must refresh them.")
@explained
def rotate_key(at_once):
    """Sign the tokens of people who log in with a new key from now on."""
    settings = configuration.load()
    with database(settings).transaction(write=True) as tx:
        kid, ends = keys.rotate(tx, access_minutes=settings.token.access_minutes, at_once=at_once, by=operator())
    say(f"Key {kid} signs from now on; the old one's tokens are taken until {ends.isoformat()}Z.")


def _messages(found):
    """Return a list's messages, which come by the item, as one list."""
    return found if isinstance(found, list) else [text for messages in found.values() for text in messages]


def _line(each):
    limits = [f"at {', '.join(each['beamLines'])}"] if each["beamLines"] is not None else []
    limits += [f"of {', '.join(each['proposals'])}"] if each["proposals"] is not None else []
    state = (
        "revoked"
        if each["revokedAt"]
        else "expired"
        if each["expiresAt"] <= clock.shown(str(clock.now()))
        else "in force"
    )
    may = f"({'; '.join([', '.join(each['permissions']) or 'no permissions', *limits])})"
    return _COLUMNS.format_map(
        {
            **each,
            "state": state,
            "may": may,
            "owner": each["owner"] or "(gone)",
            "lastUsedAt": each["lastUsedAt"] or "never",
        }
    )
