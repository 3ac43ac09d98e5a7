"""Comments are saved by forms, by whom the other API would let."""

import pytest

from tests.support.logins import recorded

MX = "/proposal/mx415/mx"
PLACES = {
    "collection": (f"{MX}/datacollection/6/comments/save", "DataCollection", "dataCollectionId = 6"),
    "group": (f"{MX}/datacollectiongroup/6/comments/save", "DataCollectionGroup", "dataCollectionGroupId = 6"),
    "session": (f"{MX}/session/3/comments/save", "BLSession", "sessionId = 3"),
}


def save(java, path, login, comments="Ice rings, again: é", **options):
    return java.open("POST", path, login, data={"comments": comments}, **options)


def kept(java, place):
    _, table, where = PLACES[place]
    return java.site.ask(f"SELECT comments FROM {table} WHERE {where}")[0]["comments"]


@pytest.mark.parametrize("place", PLACES)
def test_members_save_comments(java_written, place):
    answer = save(java_written, PLACES[place][0], "pi")
    assert (answer.status_code, answer.mimetype, answer.text) == (200, "image/png", "true")
    assert kept(java_written, place) == "Ice rings, again: é"
    assert save(java_written, PLACES[place][0], "pi", "").status_code == 200
    assert kept(java_written, place) == ""


@pytest.mark.parametrize("place", PLACES)
def test_others_do_not(java_written, place):
    before = kept(java_written, place)
    assert save(java_written, PLACES[place][0], "outsider").status_code == 403
    assert java_written.get(PLACES[place][0], "pi").status_code == 405
    assert kept(java_written, place) == before


@pytest.mark.parametrize(
    "path",
    [
        *("datacollection/101/comments/save", "datacollectiongroup/72/comments/save", "session/10/comments/save"),
        *("datacollection/null/comments/save", "datacollectiongroup/999/comments/save", "session/1,2/comments/save"),
    ],
)
def test_rows_of_another_proposal_are_not_there(java_written, path):
    for login in ("pi", "admin"):
        answer = save(java_written, f"{MX}/{path}", login)
        assert (answer.status_code, answer.text) == (404, "No such row in this proposal.")


def test_what_a_column_cannot_hold_is_refused_in_words(java_written):
    answer = save(java_written, PLACES["collection"][0], "pi", "x" * 5000)
    assert (answer.status_code, answer.mimetype) == (422, "text/plain")
    assert "comments" in answer.text


@pytest.mark.parametrize("data", [{}, {"comments": "a\x00b"}, {"comments": "a", "other": "b"}])
def test_no_form_is_too_odd(java_written, data):
    answer = java_written.open("POST", PLACES["session"][0], "pi", data=data)
    assert answer.status_code == 200
    assert "\x00" not in kept(java_written, "session")


def test_a_comment_is_on_record(java_written):
    save(java_written, PLACES["collection"][0], "pi", "on record")
    last = recorded(java_written.site, "collection changed")[-1]
    assert (last["login"], last["target"]) == ("pi", "collection 6")
    assert "on record" in last["detail"]
