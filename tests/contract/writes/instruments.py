"""What beamlines consist of."""

from dataclasses import replace

from tests.contract.writes import GOOD, Write, manages

# What belongs to no proposal: instruments and staff write it.
EQUIPS = replace(manages("ingest_data"), staff=GOOD)

WRITES = [
    Write("POST /instruments/setups", EQUIPS, lambda r: {"focusingOptic": r.word()}),
    Write("POST /instruments/detectors", EQUIPS, lambda r: {"detectorSerialNumber": r.word()}),
]
