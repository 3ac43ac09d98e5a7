"""What a service token is limited to: beamlines, proposals, or both.  Its owner's view is cut down to that."""

from dataclasses import dataclass
from urllib.parse import quote, unquote

from ispyb_api import names
from ispyb_api.db.listing import conjunction
from ispyb_api.db.queries import Clause

_AT_BEAMLINES = "ws.beamLineName IN (:w_beamlines)"
_MEASURED_THERE = f"EXISTS (SELECT 1 FROM BLSession ws WHERE ws.proposalId = wp.proposalId AND {_AT_BEAMLINES})"


@dataclass(frozen=True)
class Limits:
    """Names of beamlines and of proposals; None where there is no limit."""

    beamlines: tuple | None = None
    proposals: tuple | None = None

    def __str__(self):
        """Return what tells these limits from others, in whatever order they were named."""
        return "; ".join(
            "any" if names is None else packed(sorted(names)) for names in (self.beamlines, self.proposals)
        )

    def sessions(self):
        """Return the conditions of sessions ``ws`` of proposals ``wp``: at these beamlines and of these proposals."""
        return conjunction(self._at(_AT_BEAMLINES), self._named())

    def of_proposals(self):
        """Return the conditions of proposals ``wp``: these, if something was measured at these beamlines."""
        return conjunction(self._at(_MEASURED_THERE), self._named())

    def _at(self, sql):
        return None if self.beamlines is None else Clause(sql, {"w_beamlines": self.beamlines})

    def _named(self):
        if self.proposals is None:
            return None
        ways = [names.proposal(name, "wp", f"w{number}") for number, name in enumerate(self.proposals)]
        params = {key: value for way in ways for key, value in way.params.items()}
        return Clause(" OR ".join(way.sql for way in ways) or "1 = 0", params)


def packed(texts):
    """Return names as a column holds them, separated by spaces; None, no limit, stays None."""
    return None if texts is None else " ".join(quote(text, safe="") for text in texts)


def unpacked(text):
    """Return the names that a column holds."""
    return None if text is None else tuple(unquote(part) for part in text.split())
