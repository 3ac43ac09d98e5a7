"""Swagger UI as a person uses it: authorize with a login and a password, walk the facility."""

import os
from pathlib import Path

import pytest

from ispyb_api.app import PREFIX
from tests.browser.swagger import authorize, click, execute

PICTURE = os.environ.get("ISPYB_TEST_PICTURE")  # where to keep the screenshot that the README shows


@pytest.fixture
def page(served, browser):
    browser.get(f"{served}{PREFIX}/docs")
    return browser


def test_a_stranger_is_told_to_log_in(page):
    status, body = execute(page, "get_proposal_list")
    assert (status, body["code"]) == (401, "unauthenticated")


def test_the_dialog_asks_for_the_login_first(page):
    click(page, ".btn.authorize")
    field = page.find_element("id", "oauth_username")
    assert page.switch_to.active_element == field
    seen = "const [f, d] = Array.from(arguments, each => each.getBoundingClientRect()); return f.top >= d.top && f.bottom <= d.bottom"
    assert page.execute_script(seen, field, page.find_element("css selector", ".modal-ux-content"))


def test_authorize_with_login_and_password_and_see_rows(page):
    authorize(page, "pi")
    status, body = execute(page, "get_proposal_list")
    assert status == 200
    assert [each["proposal"] for each in body["results"]] == ["MX415"]
    if PICTURE:
        page.execute_script("window.scrollTo(0, 0)")
        page.save_screenshot(PICTURE)
        assert Path(PICTURE).stat().st_size > 10_000


def test_nothing_comes_from_elsewhere(page, served):
    addresses = page.execute_script("return performance.getEntriesByType('resource').map(each => each.name)")
    assert [each for each in addresses if not each.startswith((served, "data:", "blob:"))] == []


def test_the_page_has_no_errors(page):
    severe = [entry["message"] for entry in page.get_log("browser") if entry["level"] == "SEVERE"]
    assert [message for message in severe if "favicon" not in message and "401" not in message] == []
