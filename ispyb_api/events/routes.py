"""/events"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.events.repository import EventRepository
from ispyb_api.events.schemas import ITEMS, EventArguments, EventPageSchema, EventTypeArguments, EventTypePageSchema
from ispyb_api.http.dump import dumper
from ispyb_api.http.namespace import Namespace
from ispyb_api.http.services import transaction

api = Namespace("events", description="What happened in a session, in the order of time")

for _schema in ITEMS.values():
    api.describe(_schema)


@api.route("")
class EventList(Resource):
    @requires()
    @api.accepts(EventArguments, "query")
    @api.returns(EventPageSchema)
    def get(self, arguments):
        """List what happened, the latest first

        Data collections by group, robot actions, energy scans and fluorescence spectra. What has no start time comes
        last. Conditions that a type cannot meet leave it out; an unknown session or proposal gives an empty page.
        """
        with transaction() as tx:
            page = EventRepository(tx).page(arguments, current_access())
        for event in page["results"]:
            dumper(ITEMS[event["type"]])(event["Item"])
        return page


@api.route("/types")
class EventTypeList(Resource):
    @requires()
    @api.accepts(EventTypeArguments, "query")
    @api.returns(EventTypePageSchema)
    def get(self, arguments):
        """List the kinds of events that there are

        Always all of them, to offer as values of eventType.
        """
        with transaction() as tx:
            return EventRepository(tx).types(arguments, current_access())
