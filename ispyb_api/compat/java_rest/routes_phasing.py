"""Phasing and what follows it, and its files."""

from ispyb_api.compat.java_rest import items
from ispyb_api.compat.java_rest.answers import Archive, File, Lists
from ispyb_api.compat.java_rest.repository_phasing import Phasing, path_of
from ispyb_api.compat.java_rest.rest import reads
from ispyb_api.compat.java_rest.shapes.phasing import FILE, ROW

_PHASING = "/<token>/proposal/<proposal>/mx/phasing"
_WHAT = "file of a phasing program"


@reads(f"{_PHASING}/datacollectiongroupid/<groups>/list", Lists(ROW))
def phasing_of_groups(call, groups):
    """List the steps of phasing from each of some groups"""
    return Phasing(call).of_groups(items.ids(groups))


@reads(f"{_PHASING}/autoprocintegrationid/<integrations>/list", Lists(ROW))
def phasing_of_integrations(call, integrations):
    """List the steps of phasing from each of some integrations"""
    return Phasing(call).of_integrations(items.ids(integrations))


@reads(f"{_PHASING}/phasingstepid/<phasingsteps>/files", Lists(FILE))
def phasing_files(call, phasingsteps):
    """List the files of each of some steps"""
    return Phasing(call).files(items.ids(phasingsteps))


@reads(f"{_PHASING}/phasingstepid/<phasingsteps>/download", Archive(_WHAT))
def phasing_archive(call, phasingsteps):
    """Download the files of some steps as one archive"""
    steps = items.ids(phasingsteps)
    files = [
        (row["fileName"], path_of(row), f"{row['spaceGroupShortName']}/{row['phasingStepType']}_{row['phasingStepId']}")
        for of_step in Phasing(call).files(steps)
        for row in of_step
    ]
    return str(steps[-1]) if steps else "", files


@reads(f"{_PHASING}/phasingprogramattachmentid/<phasingfile>/image", File(_WHAT))
def phasing_picture(call, phasingfile):
    """Get a picture that phasing left"""
    return Phasing(call).file(items.one(phasingfile))


@reads(f"{_PHASING}/phasingprogramattachmentid/<phasingfile>/download", File(_WHAT, saved=True))
def phasing_file(call, phasingfile):
    """Download a file that phasing left"""
    return Phasing(call).file(items.one(phasingfile))


@reads(f"{_PHASING}/phasingprogramattachmentid/<phasingfile>/csv", File(_WHAT, typed="text/csv", saved=True))
def phasing_table(call, phasingfile):
    """Download a table that phasing left"""
    return Phasing(call).file(items.one(phasingfile))
