"""What runs had to say, in the database; one family keeps none.  The SQL is in sql/queries/processing/."""

from ispyb_api.db.listing import Listing, envelope
from ispyb_api.db.queries import Clause
from ispyb_api.processing import ways

MESSAGES = Listing(
    filters={"autoProcProgramMessageId": ("pm.autoProcProgramMessageId", "eq")},
    sorts={"autoProcProgramMessageId": "pm.autoProcProgramMessageId"},
    default_sort="-autoProcProgramMessageId",
    tie_breaker="pm.autoProcProgramMessageId",
)

# A message that is looked for by its own id has one run: there is no need to find all that the caller may see.
_OF_MESSAGE = "pg.autoProcProgramId IN (SELECT nm.autoProcProgramId FROM AutoProcProgramMessage nm WHERE nm.autoProcProgramMessageId = :n_message)"

_SEVERITIES = {"ERROR": "errors", "WARNING": "warnings", "INFO": "info"}


class MessageRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of the messages of runs."""
        messages = self._tx.part("processing.messages")
        if messages is None:
            return envelope([], arguments, lambda: 0)
        slots = MESSAGES.slots(arguments, visible=self._seen(arguments, access))
        rows = self._tx.all("processing.list_messages", _among(ways.filled(messages, **slots)))
        counted = {name: slots[name] for name in ("where", "visible")}
        count = _among(ways.filled(messages, **counted))
        return envelope(rows, arguments, lambda: self._tx.total("processing.count_messages", count))

    def counts(self, collections, access):
        """Return how many messages of each severity there are, {"statuses": {dataCollectionId: counts}}."""
        found = {
            each: dict.fromkeys(_SEVERITIES.values(), 0)
            for each in ways.seen_collections(self._tx, access, collections)
        }
        counted = self._tx.part("processing.counted_messages")
        if found and counted:
            counted = ways.filled(counted, union=ways.also(ways.programs_of(self._tx, list(found))))
            for row in self._tx.all("processing.counts_of_messages", {"union": ways.also(counted)}):
                if row["severity"] in _SEVERITIES:
                    found[row["dataCollectionId"]][_SEVERITIES[row["severity"]]] = row["messages"]
        return {"statuses": found}

    def _seen(self, arguments, access):
        narrow = Clause()
        if "autoProcProgramMessageId" in arguments:
            narrow = Clause(_OF_MESSAGE, {"n_message": arguments["autoProcProgramMessageId"]})
        return ways.seen_programs(self._tx, access, "pm.autoProcProgramId", arguments, narrow)


def _among(messages):
    return {"union": Clause(f"UNION ALL SELECT m.id FROM ({messages.sql}) m", messages.params)}
