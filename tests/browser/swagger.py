"""Swagger UI, as a person uses it."""

import json

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support import expected_conditions
from selenium.webdriver.support.ui import WebDriverWait


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
    answer = _executed(browser, operation, parameters)
    body = browser.find_element(By.CSS_SELECTOR, f"{answer} .highlight-code code").get_attribute("textContent")
    return _status(browser, answer), json.loads(body)


def download(browser, folder, operation, **parameters):
    """Try an operation out that answers with a file, and save it in a folder; return its path."""
    answer = _executed(browser, operation, parameters)
    assert _status(browser, answer) == 200
    browser.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(folder)})
    click(browser, f"{answer} a[download]")
    finished = WebDriverWait(browser, 10).until(
        lambda _: [path for path in folder.iterdir() if path.suffix not in (".crdownload", ".tmp")]
    )
    return finished[0]


def _executed(browser, operation, parameters):
    """Try an operation out; return the CSS selector of its answer."""
    block = f"[id$='-{operation}']"
    if "is-open" not in browser.find_element(By.CSS_SELECTOR, block).get_attribute("class"):
        click(browser, f"{block} .opblock-summary-control")
    click(browser, f"{block} .try-out__btn")
    for name, value in parameters.items():
        field = browser.find_element(By.CSS_SELECTOR, f"{block} tr[data-param-name='{name}'] input")
        field.clear()
        field.send_keys(str(value), Keys.TAB)  # the page takes notice when the field is left
    click(browser, f"{block} .execute")
    return f"{block} .live-responses-table"


def _status(browser, answer):
    text = browser.find_element(By.CSS_SELECTOR, f"{answer} tbody .response-col_status").text
    return int(text.split()[0])
