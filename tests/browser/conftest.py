"""A served site and a headless browser; both are this machine's own."""

import os
import shutil
import threading

import pytest
from werkzeug.serving import make_server

from tests.support import sites

webdriver = pytest.importorskip("selenium.webdriver")


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    """The address of a server with the demo facility."""
    with sites.open_site("sqlite", tmp_path_factory.mktemp("browser")) as site:
        server = make_server("127.0.0.1", 0, site.app, threaded=True)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def browser(tmp_path_factory):
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not (chromium and driver):
        reason = "no browser: install Debian's chromium and chromium-driver"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    switches = [
        "headless",
        "no-sandbox",
        "disable-gpu",
        "disable-quic",
        "no-first-run",
        "disable-background-networking",
    ]
    switches += ["disable-component-update", "disable-sync", "window-size=1200,1600", "disable-dev-shm-usage"]
    for switch in [*switches, f"user-data-dir={tmp_path_factory.mktemp('chromium')}"]:
        options.add_argument(f"--{switch}")
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    browser.implicitly_wait(10)
    yield browser
    browser.quit()
