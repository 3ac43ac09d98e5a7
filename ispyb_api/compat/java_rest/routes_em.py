"""Electron microscopy: the pages of a session, and the pictures on them."""

from ispyb_api.compat.java_rest import items
from ispyb_api.compat.java_rest.answers import File, Rows
from ispyb_api.compat.java_rest.repository_em import Microscopy
from ispyb_api.compat.java_rest.rest import reads
from ispyb_api.compat.java_rest.shapes.em import CLASSIFICATION, MOVIE, MOVIE_STATS, ROW

_EM = "/<token>/proposal/<proposal>/em"
_MOVIE = f"{_EM}/datacollection/<grid>/movie/<movie>"
_PICTURE, _KEPT = File("picture", lost=204), File("file of a movie", lost=204, saved=True)


@reads(f"{_EM}/datacollection/session/<sessions>/list", Rows(ROW, omits=True))
def em_groups_of_sessions(call, sessions):
    """List the groups of data collections of sessions, with how far their grid squares are"""
    return Microscopy(call).of_sessions(items.ids(sessions))


@reads(f"{_EM}/datacollection/<grid>/movie/all", Rows(MOVIE, omits=True))
def movies(call, grid):
    """List the movies of a data collection"""
    return Microscopy(call).movies(items.one(grid))


@reads(f"{_EM}/session/<session>/stats", Rows(MOVIE_STATS))
def movies_of_session(call, session):
    """List the numbers that came of each movie of a session"""
    return Microscopy(call).movies_of_session(items.one(session))


@reads(f"{_EM}/session/<session>/classification", Rows(CLASSIFICATION))
def classifications(call, session):
    """List the classes of particles of a session"""
    return Microscopy(call).classifications(items.one(session))


@reads(f"{_EM}/classification/<classification>/thumbnail", _PICTURE)
def picture_of_class(call, classification):
    """Get the picture of a class of particles"""
    return Microscopy(call).picture_of_class(items.one(classification))


@reads(f"{_MOVIE}/thumbnail", _PICTURE)
def movie_thumbnail(call, grid, movie):
    """Get the small picture of a movie"""
    return _file(call, grid, movie, "micrographSnapshotFullPath")


@reads(f"{_MOVIE}/motioncorrection/thumbnail", _PICTURE)
def corrected_thumbnail(call, grid, movie):
    """Get the small picture of a movie whose motion was corrected"""
    return _file(call, grid, movie, "correctedSnapshotFullPath")


@reads(f"{_MOVIE}/motioncorrection/drift", _PICTURE)
def drift_plot(call, grid, movie):
    """Get the plot of a movie's drift"""
    return _file(call, grid, movie, "driftPlotFullPath")


@reads(f"{_MOVIE}/ctf/thumbnail", _PICTURE)
def ctf_thumbnail(call, grid, movie):
    """Get the picture of a movie's power spectrum"""
    return _file(call, grid, movie, "spectraImageThumbnailFullPath")


@reads(f"{_MOVIE}/metadata/xml", _KEPT)
def movie_metadata(call, grid, movie):
    """Download what the microscope wrote about a movie"""
    return _file(call, grid, movie, "xmlMetaDataFullPath")


@reads(f"{_MOVIE}/mrc", _KEPT)
def micrograph(call, grid, movie):
    """Download the micrograph of a movie"""
    return _file(call, grid, movie, "micrographFullPath")


def _file(call, grid, movie, column):
    return Microscopy(call).file(items.one(grid), items.one(movie), column)
