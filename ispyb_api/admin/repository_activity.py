"""The record of who did what.  The SQL is in sql/queries/admin/."""

from ispyb_api.auth import clock
from ispyb_api.db.listing import Listing
from ispyb_api.db.queries import Clause

ACTIVITY = Listing(
    filters={
        "login": ("a.login", "eq"),
        "action_type": ("a.action", "eq"),
        "target": ("a.target", "eq"),
        "since": ("a.happenedAt", "gte"),
        "until": ("a.happenedAt", "lt"),
    },
    sorts={"dateTime": "a.happenedAt"},
    default_sort="-dateTime",
    tie_breaker="a.activityId",
)


class ActivityRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments):
        """Return one page of the record, the latest first."""
        page = ACTIVITY.read(self._tx, "admin.list_activity", "admin.count_activity", arguments, visible=Clause())
        for each in page["results"]:
            each["dateTime"] = clock.shown(each["dateTime"])
        return page
