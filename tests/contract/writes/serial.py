"""What serial crystallography finds."""

from tests.contract.writes import PROCESSES, Write

CELL = {"a": 78.5, "b": 79.0, "c": 38.25, "alpha": 90.0, "beta": 90.0, "gamma": 90.5}
RESULTS = "/ssx/datacollection/processing/results"

WRITES = [
    Write(f"POST {RESULTS}", PROCESSES.naming("dataCollectionId"), lambda r: r.new_serial_result()),
    Write(f"PATCH {RESULTS}/{{}}", PROCESSES, lambda r: {"comments": r.word()}, lambda r: r.serial_result()),
    Write(f"POST {RESULTS}/{{}}/cells", PROCESSES, lambda r: [CELL], lambda r: r.serial_result()),
]
