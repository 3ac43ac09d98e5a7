"""A facility browsed from end to end in Swagger UI: from a sample to its shipment, from a collection to a file that was made of it."""

import pytest

from ispyb_api import paths
from ispyb_api.app import PREFIX
from tests.browser.swagger import authorize, download, execute


@pytest.fixture
def page(browser):
    """``page(url, login)``: Swagger UI of a server, with somebody logged in."""

    def open_page(url, login):
        browser.get(f"{url}{PREFIX}/docs")
        authorize(browser, login)
        return browser

    return open_page


def found(page, operation, **parameters):
    status, body = execute(page, operation, **parameters)
    assert status == 200, body
    return body


def from_sample_to_shipment(page):
    """Walk from the first sample in a container to the shipment that it came with."""
    listed = found(page, "get_sample_list", limit=10)["results"]
    number = next(each["blSampleId"] for each in listed if each["containerId"])
    sample = found(page, "get_sample", blSampleId=number)
    container = found(page, "get_container", containerId=sample["containerId"])
    dewar = found(page, "get_dewar", dewarId=container["dewarId"])
    shipment = found(page, "get_shipping", shippingId=dewar["shippingId"])
    assert container["code"] == sample["Container"]["code"]
    assert container["Dewar"]["code"] == dewar["code"]
    assert dewar["Shipping"]["shippingName"] == shipment["shippingName"] is not None


def from_collection_to_file(page, folder, collection, program, ending):
    """Walk from a collection to a file that a program made of it; save that and return its path."""
    assert found(page, "get_data_collection", dataCollectionId=collection)["dataCollectionId"] == collection
    runs = found(page, "get_auto_integration_list", dataCollectionId=collection)["results"]
    run = next(each["autoProcProgramId"] for each in runs if each["processingPrograms"] == program)
    files = found(page, "get_attachment_list", autoProcProgramId=run)["results"]
    row = next(each for each in files if each["fileName"].endswith(ending))
    number = row["autoProcProgramAttachmentId"]
    saved = download(page, folder, "get_attachment", autoProcProgramAttachmentId=number)
    assert saved.name == row["fileName"]
    return saved


def test_the_demo(served, page, tmp_path):
    seen = page(served, "pi")
    from_sample_to_shipment(seen)
    saved = from_collection_to_file(seen, tmp_path, 6, "autoPROC", ".hkl")
    assert saved.read_bytes() == (paths.DEMO / "files" / saved.name).read_bytes()


def test_a_real_facility(served_sample, page, tmp_path):
    url, folder = served_sample
    run = folder / "dls/i03/data/2016/cm14451-1/processed/20160114/tlys_jan_4/linediffraction_1_/multi-xia2/3dii"
    run = run / "DataFiles"
    run.mkdir(parents=True)
    (run / "AUTOMATIC_DEFAULT_free.mtz").write_text("reflections")
    seen = page(url, "admin")
    from_sample_to_shipment(seen)
    assert from_collection_to_file(seen, tmp_path, 993677, "xia2 3dii", ".mtz").read_text() == "reflections"
