"""Every route of the Java server's API, and what to put into its path."""

import re

from ispyb_api.compat.java_rest import blueprint

# What each part of a path is: a row of MX533, which nobody of MX415 sees, and one of MX415.
_ROWS = {
    "session": (10, 3),
    "sessions": (10, 3),
    "collection": (101, 6),
    "collections": (101, 6),
    "group": (72, 6),
    "groups": (72, 6),
    "image": (1011, 61),
    "scan": (2, 1),
    "spectrum": (3, 1),
    "programs": (1011, 61),
    "attachment": (10111, 611),
    "sample": (66, 1),
    "containers": (10, 1),
    "container": (10, 1),
    "protein": (10, 1),
    "crystal": (11, 1),
    "shipping": (6, 1),
    "dewar": (7, 1),
    "dewars": (7, 1),
    "labcontact": (5, 1),
    "integrations": (1011, 61),
    "phasingsteps": (999, 4),  # MX533 was not phased
    "phasingfile": (999, 3),
    "workflow": (9, 1),
    "steps": (15, 2),
    "step": (15, 2),
    "grid": (101, 6),  # EM67 has the grid squares; see test_em.py
    "movie": (30101, 999),
    "classification": (312401, 999),
}
FOREIGN = {name: foreign for name, (foreign, _) in _ROWS.items()}
OWN = {name: own for name, (_, own) in _ROWS.items()}

# Parts that are no ids.
WORDS = {
    "start": "20300101",
    "end": "20301231",
    "acronyms": "LYSO",
    "number": "1",
    "column": "jpegScanFileFullPath",
    "anyShipping": "1",
    "anyDewar": "1",
    "order": "1",
    "status": "opened",
    "kind": "Unipuck",
    "capacity": "16",
    "beamlines": "BL01-MX",
    "curve": "cc2",
    "limit": "4",
    "operator": "Delbesque",
    "spacegroup": "P43212",
    "words": "LYSO",
    "key": "experimentType",
    "value": "TEMPLATE",
    "experiment": "1",
    "measurement": "1",
    "merges": "1,2",
    "frame": "1",
    "macromolecule": "1",
    "structure": "1",
    "subtraction": "1",
    "model": "1",
    "models": "1",
}

ODD = ("null", "undefined", "0", "-1", "99999999999999999999", "x,,y", "%27%20or%201=1", "%00", "é", "1e3", ",")


def routes(app, method=None):
    """Return (path, method, function) of every route behind a token."""
    return [each for each in blueprint.routes(app) if each[0] not in blueprint.PUBLIC and method in (None, each[1])]


def parts(path):
    """Return the names of a path's parts besides the token and the proposal."""
    return [name for name in re.findall(r"<(\w+)>", path) if name not in ("token", "proposal")]


def filled(path, proposal, values):
    """Return a path behind the token with its parts filled in."""
    path = path.removeprefix("/<token>").replace("<proposal>", proposal)
    return re.sub(r"<(\w+)>", lambda part: str(values[part[1]]), path)
