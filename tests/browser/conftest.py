"""A served site and a headless browser; both are this machine's own."""

import os
import shutil

import pytest

from ispyb_api import paths
from ispyb_api.db import migrate
from ispyb_api.db.engines import from_url
from tests.support import dls_sample, mariadb, sites

webdriver = pytest.importorskip("selenium.webdriver")


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    """The address of a server with the demo facility."""
    with sites.open_site("sqlite", tmp_path_factory.mktemp("browser")) as site, sites.served(site) as url:
        yield url


@pytest.fixture(scope="module")
def served_sample(tmp_path_factory):
    """The address of a server with the DLS sample, and the folder that it takes for Diamond's disks."""
    folder = tmp_path_factory.mktemp("sample")
    disks = {"files.roots": [str(folder)], "files.path_map": [f"/dls={folder}/dls"]}
    with mariadb.database() as url:
        migrate.migrate(from_url(url), paths.MIGRATIONS)
        dls_sample.load(from_url(url))
        with dls_sample.open_site(url, folder, **disks) as site, sites.served(site) as address:
            yield address, folder


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
