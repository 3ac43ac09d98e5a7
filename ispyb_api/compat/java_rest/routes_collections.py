"""Data collections, energy scans and fluorescence spectra: the page of an MX session."""

from ispyb_api.compat.java_rest import items
from ispyb_api.compat.java_rest.answers import Rows
from ispyb_api.compat.java_rest.repository_collections import Collections
from ispyb_api.compat.java_rest.repository_groups import Groups
from ispyb_api.compat.java_rest.rest import reads
from ispyb_api.compat.java_rest.shapes import collections, scans, summaries

_MX = "/<token>/proposal/<proposal>/mx"
_GROUPS = Rows(summaries.ROW, omits=True)


@reads(f"{_MX}/datacollection/session/<sessions>/list", _GROUPS)
def groups_of_sessions(call, sessions):
    """List the groups of data collections of sessions"""
    return Groups(call).of_sessions(items.ids(sessions))


@reads(f"{_MX}/datacollection/<collections>/list", _GROUPS)
def groups_of_collections(call, collections):
    """List the groups of some data collections, each with that collection"""
    return Groups(call).of_collections(items.ids(collections))


@reads(f"{_MX}/datacollection/sample/<sample>/list", _GROUPS)
def groups_of_sample(call, sample):
    """List the groups of data collections of a sample"""
    return Groups(call).of_sample(items.one(sample))


@reads(f"{_MX}/datacollection/protein_acronym/<acronyms>/list", _GROUPS)
def groups_of_proteins(call, acronyms):
    """List the groups of data collections of the samples of some proteins"""
    return Groups(call).of_proteins(items.words(acronyms))


@reads(f"{_MX}/datacollection/datacollectiongroupid/<groups>/list", Rows(collections.ROW, omits=True))
def collections_of_groups(call, groups):
    """List the data collections of groups"""
    return Collections(call).of_groups(items.ids(groups))


@reads(f"{_MX}/energyscan/session/<sessions>/list", Rows(scans.ENERGY_SCAN))
def energy_scans(call, sessions):
    """List the energy scans of sessions"""
    return Collections(call).energy_scans(items.ids(sessions))


@reads(f"{_MX}/xrfscan/session/<sessions>/list", Rows(scans.SPECTRUM))
def spectra(call, sessions):
    """List the fluorescence spectra of sessions"""
    return Collections(call).spectra(items.ids(sessions))
