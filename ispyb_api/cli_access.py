"""``ispyb-api user``, ``group`` and ``grant``: the first administrator, who is in which group, what is shared."""

import contextlib

import click

from ispyb_api import settings as configuration
from ispyb_api.admin.operator import Operator, view
from ispyb_api.admin.schemas_groups import NewPermissionSchema, NewPersonSchema, NewUserGroupSchema
from ispyb_api.cli_shared import database, explained, operator, say
from ispyb_api.errors import Invalid
from ispyb_api.grants.schemas import NewGrantSchema
from ispyb_api.grants.service import Sharing


@contextlib.contextmanager
def _transaction():
    """Lend a transaction, with the text of the database's rules."""
    found = database(configuration.load())
    with found.transaction(write=True) as tx:
        yield tx, found.text


@contextlib.contextmanager
def _operator():
    with _transaction() as (tx, text):
        yield Operator(tx, operator(), text)


@contextlib.contextmanager
def _sharing():
    with _transaction() as (tx, text):
        yield Sharing(tx, view(operator(), text))


def _check(schema, given):
    if wrong := schema().validate(given):
        raise Invalid(errors=wrong)


def _listed(names):
    return ", ".join(names) or "nothing"


def _many(found):
    return f"{found['proposals']} proposals, {found['sessions']} sessions"


def _shared(grant):
    if grant["sessionId"]:
        return f"session {grant['sessionId']} ({grant['session'] or 'no longer of the proposal'})"
    return f"sample {grant['blSampleId']} ({grant['blSample']})"


@click.group()
def user():
    """Make persons who can log in; show what they may see."""


@user.command(name="add")
@click.argument("login")
@click.option("--given-name", "givenName", help="Given name.")
@click.option("--family-name", "familyName", help="Family name.")
@click.option("--email", "emailAddress", help="E-mail address.")
@click.option("--group", "groups", multiple=True, help="Put the person into this group, too; once for each.")
@explained
def add_user(login, groups, **told):
    """Make a person with LOGIN, and put him or her into groups.

    A person who is there already is left as he or she is.  How the person proves who he or she is, is the login backends' affair.
    """
    given = {"login": login, **{name: value for name, value in told.items() if value}}
    _check(NewPersonSchema, given)
    with _operator() as act:
        done = [act.add_person(given), *(act.add_member(group, login) for group in groups)]
    say("\n".join(done))


@user.command()
@click.argument("login")
@explained
def show(login):
    """Show what a person may do and see.

    Tells the groups, the permissions, and by which rules he or she sees how much.
    """
    with _operator() as act:
        person = act.person(login)
        found = act.explain(person)
    names = " ".join(filter(None, (person["givenName"], person["familyName"])))
    click.echo(f"person {person['personId']}  {person['login']}  {names}".rstrip())
    click.echo(f"groups       {_listed(group['name'] for group in person['groups'])}")
    for held in found["permissions"]:
        click.echo(f"permission   {held['type']:15}  by {_listed(held['groups'])}")
    click.echo(f"sees         {_many(found)}, {found['samples']} single samples")
    for rule in found["rules"]:
        if rule["sessions"] or rule["proposals"]:
            click.echo(f"  {_many(rule)}: {rule['reason']}")


@click.group()
def group():
    """Make groups, say who is in them and what they may do."""


@group.command(name="add")
@click.argument("name")
@explained
def add_group(name):
    """Make a group NAME, unless there is one."""
    _check(NewUserGroupSchema, {"name": name})
    with _operator() as act:
        done = act.add_group(name)
    say(done)


@group.command(name="grant")
@click.argument("name")
@click.argument("permissions", nargs=-1, required=True)
@click.option("--description", help="Make the permission, if there is none, with this description.")
@explained
def grant_permissions(name, permissions, description):
    """Give PERMISSIONS to the group NAME."""
    for permission in permissions:
        _check(NewPermissionSchema, {"type": permission, "description": description})
    with _operator() as act:
        done = [act.grant(name, permission, description) for permission in permissions]
    say("\n".join(done))


@group.command()
@click.argument("name")
@click.argument("permission")
@explained
def revoke(name, permission):
    """Take PERMISSION from the group NAME."""
    with _operator() as act:
        done = act.revoke(name, permission)
    say(done)


@group.command(name="add-person")
@click.argument("name")
@click.argument("login")
@explained
def add_member(name, login):
    """Put the person with LOGIN into the group NAME."""
    with _operator() as act:
        done = act.add_member(name, login)
    say(done)


@group.command(name="remove-person")
@click.argument("name")
@click.argument("login")
@explained
def remove_member(name, login):
    """Take the person with LOGIN out of the group NAME."""
    with _operator() as act:
        done = act.remove_member(name, login)
    say(done)


@group.command(name="list")
@explained
def list_groups():
    """List the groups, with their permissions and their people."""
    with _operator() as act:
        for name, permissions, people in act.groups():
            click.echo(f"{name}\n  may  {_listed(permissions)}\n  are  {_listed(people)}")


@click.group()
def grant():
    """Share sessions and samples with single persons."""


@grant.command(name="add")
@click.argument("proposal")
@click.argument("login")
@click.option("--session", "sessionId", type=int, help="Row of the session to share.")
@click.option("--sample", "blSampleId", type=int, help="Row of the sample to share.")
@explained
def add_grant(proposal, login, **what):
    """Share a session or a sample of PROPOSAL with LOGIN.

    PROPOSAL is a name, as MX415.  Give one of --session and --sample.
    """
    given = {"login": login, **{name: value for name, value in what.items() if value is not None}}
    _check(NewGrantSchema, given)
    with _sharing() as sharing:
        made, new = sharing.add_once(proposal, given)
    say(f"Grant {made['grantId']}: {_shared(made)} is shared with {login}{'' if new else ' already'}.")


@grant.command(name="list")
@click.argument("proposal")
@explained
def list_grants(proposal):
    """List what PROPOSAL shares."""
    arguments = {"skip": 0, "limit": 500}
    with _sharing() as sharing:
        while True:
            page = sharing.page(proposal, arguments)
            for each in page["results"]:
                who = each["login"] or f"person {each['personId']}"
                click.echo(
                    f"{each['grantId']:>6}  {who:20}  {_shared(each)}  since {each['createdAt']}, by {each['createdBy']}"
                )
            arguments["skip"] += len(page["results"])
            if arguments["skip"] >= page["total"]:
                return


@grant.command(name="remove")
@click.argument("proposal")
@click.argument("grant_id", type=int)
@explained
def remove_grant(proposal, grant_id):
    """Share no longer what GRANT_ID of PROPOSAL shares."""
    with _sharing() as sharing:
        found = sharing.page(proposal, {"grantId": grant_id, "skip": 0, "limit": 1})["results"]
        if found:
            sharing.remove(proposal, grant_id)
    say(f"Grant {grant_id} is removed." if found else f"{proposal} has no grant {grant_id}.")
