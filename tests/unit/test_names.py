"""Proposals and sessions by name."""

import pytest

from ispyb_api import names


def test_every_way_to_cut_a_name_is_asked_for():
    clause = names.proposal("mx415")
    pairs = {(clause.params[f"n_code{i}"], clause.params[f"n_number{i}"]) for i in (1, 2, 3)}
    assert pairs == {("mx", "415"), ("mx4", "15"), ("mx41", "5")}


def test_session_adds_the_visit():
    assert names.session("mx415-3").params["n_visit"] == 3


@pytest.mark.parametrize("name", ["", "mx", "mx-", "mx'415", "mx415;", "x" * 60 + "1", "mx415\n"])
def test_what_is_no_name_matches_nothing(name):
    assert names.proposal(name) is names.NOTHING


@pytest.mark.parametrize("name", ["mx415", "mx415-", "415", "-3", "mx415-x", "mx415-99999999999"])
def test_what_is_no_session_matches_nothing(name):
    assert names.session(name) is names.NOTHING
