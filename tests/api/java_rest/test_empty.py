"""What is not served looks like a Java server that holds nothing, but never like one that saved something."""

import pytest

from ispyb_api.compat.java_rest import routes_empty
from tests.api.java_rest.walking import OWN, WORDS, filled, routes

SAXS = "/proposal/mx415/saxs"


def _made_there(app):
    return [each for each in routes(app) if each[2].__wrapped__.__module__ == routes_empty.__name__]


@pytest.mark.parametrize(
    ("path", "status", "text", "kind"),
    [
        ("/proposal/mx415/mx/datacollection/filterParam/LYSO/report/pdf", 204, "", "text/plain"),
        ("/proposal/mx415/mx/datacollection/filterParam/LYSO/analysisreport/rtf", 204, "", "text/plain"),
        ("/proposal/mx415/mx/sampleinfo/crystalId/1/list", 200, "[]", "application/json"),
        (f"{SAXS}/experiment/session/1/list", 200, "[]", "application/json"),
        (f"{SAXS}/experiment/experimentType/TEMPLATE/list", 200, "[]", "application/json"),
        (f"{SAXS}/experiment/1/get", 200, "[]", "application/json"),
        (f"{SAXS}/experiment/1/download", 204, "", "text/plain"),
        (f"{SAXS}/experiment/1/hplc/overview", 200, "null", "text/plain"),
        (f"{SAXS}/experiment/1/hplc/frame/1,2/get", 200, "", "text/plain"),
        (f"{SAXS}/experiment/1/hplc/frame/1/9/zip", 204, "", "text/plain"),
        (f"{SAXS}/datacollection/1,2/list", 200, "[]", "application/json"),
        (f"{SAXS}/datacollection/macromolecule/1/list", 200, "[]", "application/json"),
        (f"{SAXS}/frame/average/1,2/bean", 200, "[]", "text/plain"),
        (f"{SAXS}/frame/datplot?frame=1&operation=LOG", 200, "", "text/plain"),
        (f"{SAXS}/subtraction/1/list", 200, "[]", "application/json"),
        (f"{SAXS}/subtraction/1/image/kratky", 204, "", "text/plain"),
        (f"{SAXS}/subtraction/1/model/2/fit/content", 200, "", "text/plain"),
        (f"{SAXS}/subtraction/1/modellist/2/nsd", 204, "", "text/plain"),
    ],
)
def test_a_page_finds_nothing(java, path, status, text, kind):
    answer = java.get(path, "pi")
    assert (answer.status_code, answer.text, answer.mimetype) == (status, text, kind)


def test_statistics_are_for_staff(java):
    path = "/stats/experimentstatistics/2030-01-01/2030-12-31/0/csv?testproposals=0"
    assert java.get(path, "pi").status_code == 403
    assert (java.get(path).status_code, java.get(path).text) == (200, "")


def test_what_would_change_something_is_refused_in_words(java, app):
    agreed = ("/saxs/modeling/pdb/get", "/update", "/updateProposalsByToken")
    paths = [(path, method) for path, method, function in _made_there(app) if getattr(function, "__changes__", False)]
    refused = [each for each in paths if not each[0].endswith(agreed)]
    assert len(refused) == 16
    for path, method in refused:
        answer = java.open(
            method, filled(path, "mx415", OWN | WORDS), "pi", data={"name": "x"} if method == "POST" else None
        )
        assert (answer.status_code, answer.mimetype) == (501, "text/plain"), path
        assert answer.text.endswith("this server does not have that, and did nothing."), path


def test_a_page_that_asks_for_atoms_gets_an_empty_picture(java):
    answer = java.open("POST", f"{SAXS}/modeling/pdb/get", "pi", data={"models": "[]", "superpositions": "[]"})
    assert answer.json == {"models": [], "superpositions": []}


@pytest.mark.parametrize("path", ["/proposal/mx415/update", "/proposal/updateProposalsByToken"])
def test_proposals_are_up_to_date(java, path):
    answer = java.get(path, "pi")
    assert (answer.status_code, answer.json) == (200, {"Status": "Done"})
    assert java.get(path, "pi", headers={"Origin": "https://evil.example.org"}).status_code == 403
