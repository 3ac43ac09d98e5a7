"""Swagger UI as a person uses it: authorize with a login and a password, walk the facility."""

import json
import os
from pathlib import Path

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.support import expected_conditions
from selenium.webdriver.support.ui import WebDriverWait

from ispyb_api.app import PREFIX

PICTURE = os.environ.get("ISPYB_TEST_PICTURE")  # where to keep the screenshot that the README shows


@pytest.fixture
def page(served, browser):
    browser.get(f"{served}{PREFIX}/docs")
    return browser


def click(browser, css):
    element = WebDriverWait(browser, 10).until(expected_conditions.element_to_be_clickable((By.CSS_SELECTOR, css)))
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'}); arguments[0].click();", element)


def authorize(browser, login):
    click(browser, ".btn.authorize")
    form = browser.find_element(By.CSS_SELECTOR, ".auth-container:has(#oauth_username)")
    form.find_element(By.ID, "oauth_username").send_keys(login)
    form.find_element(By.ID, "oauth_password").send_keys(f"demo-{login}")
    form.find_element(By.CSS_SELECTOR, "button.authorize").click()
    WebDriverWait(browser, 10).until(lambda b: "Logout" in b.find_element(By.CSS_SELECTOR, ".modal-ux").text)
    click(browser, ".modal-ux .btn-done")


def execute(browser, operation, **parameters):
    """Try an operation out; return its status and its JSON."""
    block = f"[id$='{operation}']"
    if "is-open" not in browser.find_element(By.CSS_SELECTOR, block).get_attribute("class"):
        click(browser, f"{block} .opblock-summary-control")
    click(browser, f"{block} .try-out__btn")
    for name, value in parameters.items():
        field = browser.find_element(By.CSS_SELECTOR, f"{block} tr[data-param-name='{name}'] input")
        field.clear()
        field.send_keys(str(value))
    click(browser, f"{block} .execute")
    status = browser.find_element(By.CSS_SELECTOR, f"{block} .live-responses-table tbody .response-col_status").text
    body = browser.find_element(By.CSS_SELECTOR, f"{block} .live-responses-table .highlight-code code").text
    return int(status.split()[0]), json.loads(body)


def test_a_stranger_is_told_to_log_in(page):
    status, body = execute(page, "get_proposal_list")
    assert (status, body["code"]) == (401, "unauthenticated")


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
