"""What comes with a data collection: its detector, its workflow, its grid, what serial crystallography adds."""

import marshmallow as ma

from ispyb_api.http.fields import Bool, Float, Ident, Int, Stamp, Text


class DetectorSchema(ma.Schema):
    """A detector."""

    detectorId = Ident("The detector's row.", "Detector.detectorId")
    detectorType = Text("Kind of detector, as photon counting.", "Detector.detectorType")
    detectorManufacturer = Text("Who made it.", "Detector.detectorManufacturer")
    detectorModel = Text("Its model.", "Detector.detectorModel")
    detectorSerialNumber = Text("Its serial number.", "Detector.detectorSerialNumber")
    localName = Text("What the facility calls it.", "Detector.localName")
    detectorMode = Text("Read-out mode.", "Detector.detectorMode")
    detectorPixelSizeHorizontal = Float(
        "Width of a pixel; some facilities write metres.",
        "Detector.detectorPixelSizeHorizontal",
        "mm",
        plausible=(0.0005, 5),
    )
    detectorPixelSizeVertical = Float(
        "Height of a pixel; some facilities write metres.",
        "Detector.detectorPixelSizeVertical",
        "mm",
        plausible=(0.0005, 5),
    )
    numberOfPixelsX = Int("Pixels along the first direction.", "Detector.numberOfPixelsX", "pixel")
    numberOfPixelsY = Int("Pixels along the second direction.", "Detector.numberOfPixelsY", "pixel")
    numberOfROIPixelsX = Int(
        "Pixels along the first direction when only a part is read.", "Detector.numberOfROIPixelsX", "pixel"
    )
    numberOfROIPixelsY = Int(
        "Pixels along the second direction when only a part is read.", "Detector.numberOfROIPixelsY", "pixel"
    )
    detectorDistanceMin = Float(
        "Least distance from the sample.", "Detector.detectorDistanceMin", "mm", plausible=(0, 100_000)
    )
    detectorDistanceMax = Float(
        "Greatest distance from the sample.", "Detector.detectorDistanceMax", "mm", plausible=(0, 100_000)
    )
    detectorRollMin = Float("Least angle of roll.", "Detector.detectorRollMin", "°")
    detectorRollMax = Float("Greatest angle of roll.", "Detector.detectorRollMax", "°")
    detectorMaxResolution = Float(
        "Resolution at the greatest distance or edge, as the facility defines it.",
        "Detector.detectorMaxResolution",
        "Å",
        plausible=(0.1, 1000),
    )
    detectorMinResolution = Float(
        "Resolution at the least distance or edge, as the facility defines it.",
        "Detector.detectorMinResolution",
        "Å",
        plausible=(0.1, 1000),
    )
    trustedPixelValueRangeLower = Float(
        "Lowest valid count of a pixel.", "Detector.trustedPixelValueRangeLower", "counts"
    )
    trustedPixelValueRangeUpper = Float(
        "Highest valid count of a pixel.", "Detector.trustedPixelValueRangeUpper", "counts"
    )
    overload = Float("Count from which a pixel is overloaded.", "Detector.overload", "counts")
    sensorThickness = Float(
        "Thickness of the sensor; some facilities write µm.", "Detector.sensorThickness", "mm", plausible=(0.001, 20)
    )
    composition = Text("Material of the sensor, as Si or CdTe.", "Detector.composition")
    density = Float("Density of the sensor.", "Detector.density", "g/cm³", plausible=(0.01, 30))
    XGeoCorr = Text("File of the correction of distortion along x.", "Detector.XGeoCorr")
    YGeoCorr = Text("File of the correction of distortion along y.", "Detector.YGeoCorr")
    CS = Float(
        "Spherical aberration, which one family keeps with the detector (electron microscopes).",
        "Detector.CS",
        "mm",
        plausible=(0, 100),
    )


class WorkflowSchema(ma.Schema):
    """A workflow: a procedure that made collections by itself."""

    workflowId = Ident("The workflow's row.", "Workflow.workflowId")
    workflowTitle = Text("Its title.", "Workflow.workflowTitle")
    workflowType = Text("Kind of workflow, as MeshScan.", "Workflow.workflowType")
    status = Text("How it ended, in its own words.", "Workflow.status")
    comments = Text("Remarks.", "Workflow.comments")


class CollectionWorkflowSchema(ma.Schema):
    """The workflow of several sweeps that made a data collection, as the workflow itself names things."""

    uid = Text("The workflow's own identifier.", "api_collection_workflow.uid")
    name = Text("Name of the workflow.", "api_collection_workflow.name")
    type = Text("Kind of the workflow, as acquisition.", "api_collection_workflow.type")
    characterisation = Text(
        "The characterisation that the collection belongs to, or follows.", "api_collection_workflow.characterisation"
    )
    orientation = Text("The crystal's orientation.", "api_collection_workflow.orientation")
    position = Text("The position on the sample.", "api_collection_workflow.position")


class GridInfoSchema(ma.Schema):
    """A grid that was scanned, and where it lies on the picture of the crystal."""

    gridInfoId = Ident("The grid's row.", "GridInfo.gridInfoId")
    dataCollectionId = Int(
        "The collection that scanned the grid; null where only the group is recorded.", "GridInfo.dataCollectionId"
    )
    workflowMeshId = Int("The result of a mesh workflow that the grid belongs to.", "GridInfo.workflowMeshId")
    xOffset = Float("Offset of the grid along x.", "GridInfo.xOffset", "mm", plausible=(-100, 100))
    yOffset = Float("Offset of the grid along y.", "GridInfo.yOffset", "mm", plausible=(-100, 100))
    dx_mm = Float(
        "Step along x; at some facilities the width of the whole grid.", "GridInfo.dx_mm", "mm", plausible=(0, 50)
    )
    dy_mm = Float(
        "Step along y; at some facilities the height of the whole grid.", "GridInfo.dy_mm", "mm", plausible=(0, 50)
    )
    steps_x = Float("How many points lie along x.", "GridInfo.steps_x", "points", plausible=(0, 100_000))
    steps_y = Float("How many points lie along y.", "GridInfo.steps_y", "points", plausible=(0, 100_000))
    meshAngle = Float("Omega at which the grid was drawn.", "GridInfo.meshAngle", "°", plausible=(-3600, 3600))
    orientation = Text("Direction of the lines: horizontal or vertical.", "GridInfo.orientation")
    snaked = Bool("Whether every other line was scanned backwards.", "GridInfo.snaked")
    pixelsPerMicronX = Float(
        "Scale of the picture along x.",
        "computed: GridInfo.pixelspermicronX, GridInfo.micronsPerPixelX",
        "pixel/µm",
        plausible=(1e-4, 1e4),
    )
    pixelsPerMicronY = Float(
        "Scale of the picture along y.",
        "computed: GridInfo.pixelspermicronY, GridInfo.micronsPerPixelY",
        "pixel/µm",
        plausible=(1e-4, 1e4),
    )
    micronsPerPixelX = Float(
        "Scale of the picture along x.",
        "computed: GridInfo.micronsPerPixelX, GridInfo.pixelspermicronX",
        "µm/pixel",
        plausible=(1e-4, 1e4),
    )
    micronsPerPixelY = Float(
        "Scale of the picture along y.",
        "computed: GridInfo.micronsPerPixelY, GridInfo.pixelspermicronY",
        "µm/pixel",
        plausible=(1e-4, 1e4),
    )
    snapshot_offsetXPixel = Float(
        "Where the grid begins on the picture, along x.", "GridInfo.snapshot_offsetxpixel", "pixel"
    )
    snapshot_offsetYPixel = Float(
        "Where the grid begins on the picture, along y.", "GridInfo.snapshot_offsetypixel", "pixel"
    )
    patchesX = Int("How many grids lie side by side along x.", "GridInfo.patchesX")
    patchesY = Int("How many grids lie side by side along y.", "GridInfo.patchesY")
    recordTimeStamp = Stamp("When the grid was recorded, on the facility's clock.", "GridInfo.recordTimeStamp")


class SSXDataCollectionSchema(ma.Schema):
    """What serial crystallography adds to a data collection.  The database states no units: these are what is written here."""

    dataCollectionId = Ident("The data collection's row.", "SSXDataCollection.dataCollectionId")
    experimentName = Text("Name of the experiment.", "SSXDataCollection.experimentName")
    repetitionRate = Float(
        "How often X-rays are sent on the sample.", "SSXDataCollection.repetitionRate", "Hz", plausible=(0, 1e7)
    )
    energyBandwidth = Float(
        "Width of the beam's spectrum, relative to its energy; other programs may have written per cent.",
        "SSXDataCollection.energyBandwidth",
        "fraction",
        plausible=(0, 0.2),
    )
    monoStripe = Text("Stripe of the multilayer monochromator that was in use.", "SSXDataCollection.monoStripe")
    jetSpeed = Float("Speed of the jet.", "SSXDataCollection.jetSpeed", "mm/s", plausible=(0, 1e6))
    jetSize = Float("Diameter of the jet.", "SSXDataCollection.jetSize", "µm", plausible=(0.1, 5000))
    chipModel = Text("Model of the chip.", "SSXDataCollection.chipModel")
    chipPattern = Text("Pattern of the positions on the chip.", "SSXDataCollection.chipPattern")
    reactionDuration = Float(
        "Time from the start of a reaction to the exposure.",
        "SSXDataCollection.reactionDuration",
        "s",
        plausible=(0, 1e6),
    )
    laserEnergy = Float(
        "Energy of a pulse of the pump laser.", "SSXDataCollection.laserEnergy", "µJ", plausible=(0, 1e7)
    )
