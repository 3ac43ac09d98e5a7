"""Words that samples are spoken of with."""

# What control software and robots write while they work.
OF_BEAMLINES = ("blSampleStatus", "isInSampleChanger", "lastKnownCenteringPosition", "lastImageURL", "code")

# What members of a proposal do not write: who says where a file is might get to read it.
OF_STAFF = ("staffComments", "lastImageURL")

# What keeps a sample from being removed.
TRACES = {
    "datacollections": "data collections",
    "subsamples": "positions",
    "robotActions": "robot actions",
    "energyScans": "energy scans",
    "spectra": "spectra",
    "queued": "places in queues",
}

# What a row of a sample sheet says of the sample, of its crystal form besides its name, and of its plan.
OF_SAMPLE_ROWS = (
    *("name", "location", "subLocation", "code", "comments", "holderLength", "loopLength", "loopType", "wireWidth"),
    *("support", "volume", "SMILES"),
)
OF_CRYSTAL_ROWS = (
    *("spaceGroup", "cell_a", "cell_b", "cell_c", "cell_alpha", "cell_beta", "cell_gamma"),
    *("size_X", "size_Y", "size_Z"),
)
OF_PLAN_ROWS = (
    *("experimentKind", "collectionMode", "priority", "observedResolution", "minimalResolution", "requiredResolution"),
    *("aimedResolution", "requiredCompleteness", "aimedCompleteness", "requiredMultiplicity", "aimedMultiplicity"),
    *("radiationSensitivity", "preferredBeamDiameter", "preferredBeamSizeX", "preferredBeamSizeY"),
    *("numberOfPositions", "forcedSpaceGroup", "anomalousScatterer", "exposureTime", "oscillationRange", "minOscWidth"),
    *("axisStart", "axisRange", "numberOfImages", "energy", "transmission", "centringMethod", "userPath"),
)
