"""Changing options: what changed is recorded, and nobody opens beamlines that he or she does not see."""

from ispyb_api.admin.repository import OptionRepository

CHANGED = "db_options"  # the name that py-ISPyB's clients filter by


def change(tx, actor, given):
    """Set the options in ``given`` that it changes; return all options."""
    actor.take_turn(tx)
    repository = OptionRepository(tx)
    before = repository.all()
    changes = {name: value for name, value in given.items() if value != before[name]}
    if "beamLineGroups" in changes:
        opened = _opened(changes["beamLineGroups"]) - _opened(before["beamLineGroups"])
        actor.must_see([beamline for _, beamline in opened])
    for name, value in changes.items():
        repository.set(name, value)
        actor.record(tx, CHANGED, f"option {name}", _told(name, before[name], value))
    return repository.all()


def _opened(groups):
    """Return which permission opens which beamline."""
    return {(group["permission"], line["beamLineName"]) for group in groups for line in group["beamLines"]}


def _told(name, before, after):
    """Return a change in a sentence; of beamlines, which permissions open more of them, and fewer."""
    if name != "beamLineGroups":
        return f"changed `{name}` to `{after}`"
    old, new = _opened(before), _opened(after)
    return f"changed `{name}`: opened {_listed(new - old)}; closed {_listed(old - new)}"


def _listed(pairs):
    return ", ".join(f"{beamline} to {permission}" for permission, beamline in sorted(pairs)) or "nothing"
