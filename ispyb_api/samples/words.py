"""Words that samples are spoken of with."""

# What control software and robots write while they work.
OF_BEAMLINES = ("blSampleStatus", "isInSampleChanger", "lastKnownCenteringPosition", "lastImageURL", "code")

# What keeps a sample from being removed.
TRACES = {
    "datacollections": "data collections",
    "subsamples": "positions",
    "robotActions": "robot actions",
    "energyScans": "energy scans",
    "spectra": "spectra",
    "queued": "places in queues",
}
