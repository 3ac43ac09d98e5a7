"""Data collections and runs of programs that have not ended: told again when their status changes."""

from ispyb_api.live.changes import told

_MOST = 500  # of each; what is older than so many others is no longer watched
_OF_SESSION = 100


class Unfinished:
    def __init__(self):
        self._collections, self._programs = {}, {}  # {key: (session, what was told last)}

    def watch(self, session_id, kind, what):
        """Watch what was just told, if it can still change."""
        if kind == "collection" and what["endTime"] is None:
            key = what["dataCollectionId"]
            self._keep(self._collections, key, session_id, (what["runStatus"], what["endTime"]))
        elif kind in ("processing", "result") and what["autoProcProgramId"] and what["processingStatus"] is None:
            self._keep(self._programs, what["autoProcProgramId"], session_id, None)

    def watch_session(self, tx, session_id):
        """Watch what of a session has not ended, when somebody begins to look at it."""
        for row in tx.all("live.unfinished_collections", sessionId=session_id, most=_OF_SESSION):
            self._keep(self._collections, row["id"], session_id, (row["runStatus"], row["endTime"]))

    def look(self, tx):
        """Yield (session, kind, what is told) of what has changed; what has ended is watched no longer."""
        for row in tx.all("live.collection_states", ids=list(self._collections)) if self._collections else ():
            session_id, before = self._collections[row["id"]]
            now = (row["runStatus"], row["endTime"])
            if now != before:
                yield session_id, "collection-status", told(row)
            self._end(self._collections, row["id"], row["endTime"] is not None, (session_id, now))
        for row in tx.all("live.program_states", ids=list(self._programs)) if self._programs else ():
            session_id, before = self._programs[row["id"]]
            what = told(row)
            if what["processingStatus"] != before:
                yield session_id, "processing-status", what
            over = what["processingStatus"] is not None
            self._end(self._programs, row["id"], over, (session_id, what["processingStatus"]))

    @staticmethod
    def _keep(watched, key, session_id, state):
        watched.setdefault(key, (session_id, state))
        if len(watched) > _MOST:
            del watched[min(watched)]

    @staticmethod
    def _end(watched, key, over, state):
        if over:
            del watched[key]
        else:
            watched[key] = state
