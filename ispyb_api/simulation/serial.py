"""An experiment in serial crystallography: a jet in the dark, then with a laser before each exposure."""

IMAGES, RATE, EXPOSURE = 25_000, 250.0, 0.0001


def run(beamtime, number):
    """Measure ``number`` delays between laser and X-rays, the first being in the dark."""
    for turn in range(number):
        delay = 0.0 if turn == 0 else round(0.0005 * 2 ** (turn - 1), 6)
        name = f"{delay * 1000:g} ms" if delay else "dark"
        beamtime.tell(f"{name} ...")
        _collect(beamtime, name, delay)


def _collect(beamtime, name, delay):
    group = beamtime.group("SSX-Jet", comments=name)
    jet = {"experimentName": name, "repetitionRate": RATE, "energyBandwidth": 0.008, "jetSize": 75.0, "jetSpeed": 2.5}
    laser = {"laserEnergy": 12.0, "reactionDuration": delay} if delay else {}
    collection = beamtime.start(
        group,
        beamtime.folder(name.replace(" ", "_")),
        "jet",
        numberOfImages=IMAGES,
        exposureTime=EXPOSURE,
        wavelength=1.0722,
        SSXDataCollection={**jet, **laser},
        event_chains=[{"name": name, "events": _events(delay)}],
    )
    beamtime.pass_time(IMAGES / RATE)
    beamtime.end(group, collection, flux=beamtime.about(8e13))


def _events(delay):
    repeated = {"period": round(1 / RATE, 6), "repetition": IMAGES, "duration": EXPOSURE}
    pump = (
        [{"type": "LaserExcitation", "name": "pump", "offset": 0.0, **repeated, "duration": 0.00001}] if delay else []
    )
    probe = [{"type": kind, "name": "probe", "offset": delay, **repeated} for kind in ("XrayExposure", "XrayDetection")]
    return pump + probe
