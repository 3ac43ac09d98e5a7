"""Words of control software and pipelines: kinds of experiments in all spellings, and how a collection ended."""

from ispyb_api.errors import Invalid

# What clients send, in lower case, and what ISPyB calls it.  docs/ingest.rst lists them.
SYNONYMS = {
    "rotation": "OSC",
    "oscillation": "OSC",
    "native": "OSC",
    "imaging": "OSC",
    "grid": "Mesh",
    "grid scan": "Mesh",
    "gridscan": "Mesh",
    "line": "LineScan",
    "line scan": "LineScan",
    "multiwedge": "Collect - Multiwedge",
    "sad_inverse_beam": "SAD - Inverse Beam",
    "mad_inverse_beam": "MAD - Inverse Beam",
    "ssx_chip": "SSX-Chip",
    "ssx-fixed": "SSX-Chip",
    "ssx_jet": "SSX-Jet",
    "ssx-injector": "SSX-Jet",
    "characterisation": "Characterization",
    "tomography": "tomo",
    "spa": "single particle",
}

# A collection whose status begins or goes on like this has ended.
_ENDED = (
    *("success", "fail", "stop", "abort", "error", "cancel", "finish", "complet", "done", "interrupt"),
    *("kill", "timeout", "timed out", "no end recorded"),
)


def experiment_type(given, choices):
    """Return the kind of experiment as the connected database spells it; without a list of ``choices`` any text will do."""
    if given is None or not choices:
        return given
    known = {each.casefold(): each for each in choices}
    word = " ".join(given.split()).casefold()
    for spelling in (word, word.replace("_", "-"), SYNONYMS.get(word, "").casefold()):
        if spelling in known:
            return known[spelling]
    raise Invalid(errors={"experimentType": [f"Must be one of: {', '.join(choices)}."]})


def has_ended(status):
    """Tell whether a run status says that the collection is over."""
    return status is not None and any(word in status.casefold() for word in _ENDED)
