"""Every spelling of py-ISPyB's, with the function of the Java server's API that answers it."""

from ispyb_api.compat.java_rest import items
from ispyb_api.compat.java_rest.repository_em import Microscopy
from ispyb_api.compat.java_rest.repository_groups import Groups
from ispyb_api.compat.java_rest.repository_proposals import Proposals
from ispyb_api.compat.java_rest.repository_sessions import Sessions
from ispyb_api.compat.legacy import shapes
from ispyb_api.compat.legacy.rest import One, Picture, Rows, of_session, reads

_SESSIONS, _MOVIES, _GRID_SQUARES = Rows(shapes.SESSION), Rows(shapes.MOVIE), Rows(shapes.GRID_SQUARE)
_PICTURE = Picture()
_MOVIE = "/em/proposal/<proposal>/movie/<movie>"
_MOVIE_JAVA = "/<token>/proposal/<proposal>/em/datacollection/<collection>/movie/<movie>"


@reads(_SESSIONS, "/sessions", "/<token>/session/list")
def sessions(call):
    """List the caller's sessions"""
    return Sessions(call).all()


@reads(_SESSIONS, "/sessions/date/<start>/<end>", "/<token>/proposal/session/date/<start>/<end>/list")
def sessions_by_date(call, start, end):
    """List the caller's sessions within some days, given as 20300612"""
    first, last = items.day(start), items.day(end)
    return Sessions(call).between(first, last) if first and last else []


@reads(_SESSIONS, "/sessions/proposal/<proposal>", "/<token>/proposal/<proposal>/session/list")
def sessions_of_proposal(call):
    """List a proposal's sessions"""
    return Sessions(call).of_proposal()


@reads(Rows(shapes.PROPOSAL_ROW), "/proposals", "/<token>/proposal/list")
def proposals(call):
    """List the proposals that the caller sees"""
    return Proposals(call).all()


@reads(One(shapes.PROPOSAL), "/proposals/<proposal>", "/<token>/proposal/<proposal>/info/get")
def proposal(call):
    """Get a proposal, by its name or number"""
    return {"proposal": Proposals(call).alone()}


@reads(Rows(shapes.GROUP), "/data_collections/groups/session/<session>", "/<token>/proposal/session/<session>/list")
def groups_of_session(call, session):
    """List the groups of data collections of a session"""
    number = items.one(session)
    return Groups(of_session(call, number)).of_sessions([number])


@reads(
    Rows(shapes.EM_GROUP),
    "/em/proposal/<proposal>/session/<session>/data_collections/groups",
    "/<token>/proposal/<proposal>/em/datacollection/session/<session>/list",
)
def em_groups_of_session(call, session):
    """List the groups of data collections of a session, with how far their grid squares are"""
    return Microscopy(call).of_sessions([items.one(session)])


@reads(
    _GRID_SQUARES,
    "/em/proposal/<proposal>/data_collections/<collections>/stats",
    "/proposal/<proposal>/data_collections/<collections>/stats",
)
def grid_squares(call, collections):
    """List how far some data collections are"""
    return Microscopy(call).grid_squares(items.ids(collections))


@reads(
    _GRID_SQUARES,
    "/em/proposal/<proposal>/data_collections_group/<group>/stats",
    "/proposal/<proposal>/data_collections_group/<group>/stats",
)
def grid_squares_of_group(call, group):
    """List how far the data collections of a group are"""
    return Microscopy(call).grid_squares_of_group(items.one(group))


@reads(
    _MOVIES,
    "/em/proposal/<proposal>/datacollection/<collection>/movies",
    "/<token>/proposal/<proposal>/em/datacollection/<collection>/movie/all",
)
def movies(call, collection):
    """List the movies of a data collection"""
    return Microscopy(call).movies(items.one(collection))


@reads(
    Rows(shapes.MOVIE_STATS), "/em/session/<session>/stats", "/<token>/proposal/<proposal>/em/session/<session>/stats"
)
def movies_of_session(call, session):
    """List the numbers that came of each movie of a session"""
    number = items.one(session)
    return Microscopy(of_session(call, number)).movies_of_session(number)


@reads(
    Rows(shapes.CLASSIFICATION),
    "/em/session/<session>/classification",
    "/<token>/proposal/<proposal>/em/session/<session>/classification",
)
def classifications(call, session):
    """List the classes of particles of a session"""
    number = items.one(session)
    return Microscopy(of_session(call, number)).classifications(number)


@reads(_PICTURE, f"{_MOVIE}/thumbnail", f"{_MOVIE_JAVA}/thumbnail")
def movie_thumbnail(call, movie, collection=None):
    """Get the small picture of a movie"""
    return _file(call, movie, collection, "micrographSnapshotFullPath")


@reads(_PICTURE, f"{_MOVIE}/thumbnail/motioncorrection", f"{_MOVIE_JAVA}/motioncorrection/thumbnail")
def corrected_thumbnail(call, movie, collection=None):
    """Get the small picture of a movie whose motion was corrected"""
    return _file(call, movie, collection, "correctedSnapshotFullPath")


@reads(_PICTURE, f"{_MOVIE}/thumbnail/ctf", f"{_MOVIE_JAVA}/ctf/thumbnail")
def ctf_thumbnail(call, movie, collection=None):
    """Get the picture of a movie's power spectrum"""
    return _file(call, movie, collection, "spectraImageThumbnailFullPath")


@reads(_PICTURE, f"{_MOVIE}/plot/motioncorrectiondrift", f"{_MOVIE_JAVA}/motioncorrection/drift")
def drift_plot(call, movie, collection=None):
    """Get the plot of a movie's drift"""
    return _file(call, movie, collection, "driftPlotFullPath")


def _file(call, movie, collection, column):
    """Return where a movie's file is; one spelling does not say of which collection it is."""
    microscopy, number = Microscopy(call), items.one(movie)
    of = items.one(collection) if collection else microscopy.collection_of(number)
    return microscopy.file(of, number, column)
