"""What this server has nothing to say to: BioSAXS, and the statistics and reports that few ask for.

A page that asks finds as much as on a Java server that holds none of it.  Whatever would save something is refused in
words, so that nobody takes it for saved.
"""

from ispyb_api.compat.java_rest.answers import Always, Archive, File, One, Rows, Text
from ispyb_api.compat.java_rest.rest import EVERYBODY, STAFF, changes, reads
from ispyb_api.errors import NotInThisDatabase

_STATS = "/<token>/stats"
_PROPOSAL = "/<token>/proposal/<proposal>"
_MX, _SAXS = f"{_PROPOSAL}/mx", f"{_PROPOSAL}/saxs"
_FOUND = f"{_MX}/datacollection/filterParam/<words>"
_EXPERIMENT, _MACROMOLECULE = f"{_SAXS}/experiment/<experiment>", f"{_SAXS}/macromolecule/<macromolecule>"
_SUBTRACTION = f"{_SAXS}/subtraction/<subtraction>"
_MODEL, _MODELS = f"{_SUBTRACTION}/model/<model>", f"{_SUBTRACTION}/modellist/<models>"
_PLAIN = "text/plain"
_ROWS, _PARSED_ROWS, _OBJECT, _PARSED_OBJECT = (
    Rows(None),
    Rows(None, produces=_PLAIN),
    One(None),
    One(None, produces=_PLAIN),
)
_TEXT, _ARCHIVE, _PICTURE, _FILE = Text(), Archive("file"), File("picture"), File("file")

# Path, answer, what it is.
_STATISTICS = [
    (f"{_STATS}/autoprocstatistics/<kind>/<start>/<end>/csv", _TEXT, "Statistics of processing"),
    (
        f"{_STATS}/datacollectionstatistics/<limit>/<start>/<end>/<beamlines>/csv",
        _TEXT,
        "Statistics of data collections",
    ),
    (f"{_STATS}/experimentstatistics/<start>/<end>/<beamlines>/csv", _TEXT, "Statistics of experiments"),
]
_READS: list[tuple] = [
    *(
        (f"{_FOUND}/{report}/{kind}", _FILE, f"The {report} of what some words find, as {kind.upper()}")
        for report in ("report", "analysisreport")
        for kind in ("pdf", "rtf")
    ),
    (f"{_MX}/sampleinfo/crystalId/<crystal>/list", _ROWS, "Samples of a crystal form"),
    (f"{_SAXS}/experiment/<key>/<value>/list", _ROWS, "BioSAXS experiments"),
    (f"{_EXPERIMENT}/get", _ROWS, "A BioSAXS experiment"),
    (f"{_EXPERIMENT}/download", _ARCHIVE, "The files of a BioSAXS experiment"),
    (f"{_EXPERIMENT}/hplc/overview", _PARSED_OBJECT, "The chromatogram of a BioSAXS experiment"),
    (f"{_EXPERIMENT}/hplc/frame/<frame>/get", _TEXT, "Frames of a chromatogram"),
    (f"{_EXPERIMENT}/hplc/frame/<start>/<end>/zip", _ARCHIVE, "The files of frames of a chromatogram"),
    (f"{_EXPERIMENT}/hplc/download", _FILE, "The file of a chromatogram"),
    (f"{_SAXS}/datacollection/<collection>/list", _ROWS, "Some BioSAXS collections"),
    (f"{_SAXS}/datacollection/<key>/<value>/list", _ROWS, "BioSAXS collections"),
    (
        f"{_SAXS}/datacollection/dataCollectionId/<collections>/bean",
        _ROWS,
        "BioSAXS collections with what was subtracted",
    ),
    (f"{_SAXS}/frame/average/<merges>/bean", _PARSED_ROWS, "Averages of frames"),
    (f"{_SAXS}/frame/datplot", _TEXT, "Curves of frames, averages and models"),
    (f"{_SAXS}/frame/<merges>/zip", _ARCHIVE, "The files of averages"),
    (f"{_SAXS}/subtraction/<subtraction>/list", _ROWS, "Subtractions"),
    (f"{_SUBTRACTION}/zip", _ARCHIVE, "The files of subtractions"),
    *(
        (f"{_SUBTRACTION}/image/{plot}", _PICTURE, f"The {plot} plot of a subtraction")
        for plot in ("density", "guinier", "kratky", "scattering")
    ),
    *((f"{_MODEL}/{kind}", _FILE, f"The {kind} file of a model") for kind in ("fir", "log", "pdb")),
    *((f"{_MODEL}/{kind}/content", _TEXT, f"The text of the {kind} file of a model") for kind in ("fir", "fit")),
    *((f"{_MODELS}/{plot}", _PICTURE, f"The {plot} plot of models") for plot in ("chi2rg", "nsd")),
]
# Method, path, what it is.
_CHANGES = [
    ("GET", f"{_MX}/datacollection/session/<session>/report/send/pdf", "Send the report of a session by mail"),
    ("GET", f"{_SAXS}/measurement/experiment/<experiment>/type/<order>/sort", "Sort the measurements of an experiment"),
    ("GET", f"{_SAXS}/measurement/<measurement>/remove", "Remove a measurement"),
    ("GET", f"{_MACROMOLECULE}/contactfile/remove", "Remove the contact file of a macromolecule"),
    ("GET", f"{_MACROMOLECULE}/pdb/<structure>/remove", "Remove a structure of a macromolecule"),
    ("POST", f"{_MACROMOLECULE}/contactfile/upload", "Send in the contact file of a macromolecule"),
    ("POST", f"{_MACROMOLECULE}/pdb/upload", "Send in a structure of a macromolecule"),
    ("POST", f"{_MACROMOLECULE}/pdb/<structure>/save", "Save a structure of a macromolecule"),
    ("POST", f"{_EXPERIMENT}/save", "Save the name and comments of a BioSAXS experiment"),
    ("POST", f"{_SAXS}/specimen/merge", "Merge two specimens"),
    *(
        ("POST", f"{_SAXS}/{what}/save", f"Save a {what} of BioSAXS")
        for what in ("experiment", "specimen", "measurement", "macromolecule", "buffer", "stocksolution")
    ),
]


def _absent(what):
    """Return the function of a route, which has nothing of what was asked for."""

    def absent(call, **_):
        raise NotInThisDatabase(f"{what}: this server does not have that, and did nothing.")

    absent.__name__, absent.__doc__ = "_".join(what.lower().split()), what
    return absent


for _path, _csv, _what in _STATISTICS:
    reads(_path, _csv, STAFF)(_absent(_what))
for _path, _answer, _what in _READS:
    reads(_path, _answer)(_absent(_what))
for _method, _path, _what in _CHANGES:
    changes(_method, _path, _OBJECT, EVERYBODY)(_absent(_what))


@changes("POST", f"{_SAXS}/modeling/pdb/get", Always({"models": [], "superpositions": []}))
def models(call):
    """Get atoms of models, of which there are none"""


@changes("GET", "/<token>/proposal/updateProposalsByToken", Always({"Status": "Done"}))
def update_proposals(call):
    """Say that proposals are up to date: the user office's program brings them, whoever asks"""


@changes("GET", f"{_PROPOSAL}/update", Always({"Status": "Done"}))
def update_proposal(call):
    """Say that a proposal is up to date, likewise"""
