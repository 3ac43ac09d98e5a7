"""Comments of sessions, groups and data collections: who may change them is as everywhere."""

from ispyb_api.acquisition import service as acquisition
from ispyb_api.compat.java_rest import items
from ispyb_api.compat.java_rest.answers import Always
from ispyb_api.compat.java_rest.repository_collections import Collections
from ispyb_api.compat.java_rest.repository_sessions import Sessions
from ispyb_api.compat.java_rest.rest import changes, form
from ispyb_api.errors import NotFound
from ispyb_api.sessions import service as sessions

_MX = "/<token>/proposal/<proposal>/mx"
_DONE = Always(True, produces="image/png")  # the type is the Java server's; nobody looks at it


@changes("POST", f"{_MX}/datacollection/<collection>/comments/save", _DONE)
def comment_on_collection(call, collection):
    """Save the comments of a data collection"""
    collection_id = items.one(collection)
    _must_be_there(Collections(call).collection(collection_id))
    acquisition.Collections(call.tx, call.access).change(collection_id, _comments())


@changes("POST", f"{_MX}/datacollectiongroup/<group>/comments/save", _DONE)
def comment_on_group(call, group):
    """Save the comments of a group of data collections"""
    group_id = items.one(group)
    _must_be_there(Collections(call).group(group_id))
    acquisition.Groups(call.tx, call.access).change(group_id, _comments())


@changes("POST", f"{_MX}/session/<session>/comments/save", _DONE)
def comment_on_session(call, session):
    """Save the comments of a session"""
    session_id = items.one(session)
    _must_be_there(Sessions(call).ids_among([session_id]))
    sessions.Sessions(call.tx, call.access).change(session_id, _comments(), lambda row: None)


def _comments():
    return {"comments": form().get("comments", "")}


def _must_be_there(found):
    if not found:
        raise NotFound("No such row in this proposal.")
