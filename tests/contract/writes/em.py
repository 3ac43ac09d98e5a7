"""What electron microscopes and their pipelines record."""

from tests.contract.writes import MEASURES, PROCESSES, Write

WRITES = [
    Write("POST /em/movies", MEASURES.naming("dataCollectionId"), lambda r: r.same_movie()),
    Write("PATCH /em/movies/{}", MEASURES, lambda r: {"angle": 3.5}, lambda r: r.movie()),
    Write("POST /em/datacollections/{}/movies", MEASURES, lambda r: [{"movieNumber": 1}], lambda r: r.recorded()),
    Write("POST /em/motion-corrections", PROCESSES.naming("movieId"), lambda r: {"movieId": r.movie()}),
    Write("PATCH /em/motion-corrections/{}", PROCESSES, lambda r: {"lastFrame": 9}, lambda r: r.correction()),
    Write("PUT /em/motion-corrections/{}/ice-thickness", PROCESSES, lambda r: {"median": 1.5}, lambda r: r.correction()),
    Write("POST /em/datacollections/{}/motion-corrections", PROCESSES, lambda r: [{"movieNumber": 1}], lambda r: r.recorded()),
    Write("POST /em/ctfs", PROCESSES.naming("motionCorrectionId"), lambda r: {"motionCorrectionId": r.correction()}),
    Write("PATCH /em/ctfs/{}", PROCESSES, lambda r: {"ccValue": 0.5}, lambda r: r.ctf()),
    Write("POST /em/datacollections/{}/ctfs", PROCESSES, lambda r: [{"movieNumber": 1}], lambda r: r.recorded()),
    Write("POST /em/particle-pickers", PROCESSES.naming("firstMotionCorrectionId"), lambda r: {"firstMotionCorrectionId": r.correction()}),
    Write("PATCH /em/particle-pickers/{}", PROCESSES, lambda r: {"numberOfParticles": 9}, lambda r: r.picker()),
    Write("POST /em/classifications", PROCESSES.naming("particlePickerId"), lambda r: r.new_classification()),
    Write("PATCH /em/classifications/{}", PROCESSES, lambda r: {"symmetry": "C1"}, lambda r: r.classification()),
    Write("POST /em/classifications/{}/classes", PROCESSES, lambda r: [{"classNumber": 1}], lambda r: r.classification()),
    Write("PATCH /em/classes/{}", PROCESSES, lambda r: {"selected": True}, lambda r: r.particle_class()),
    Write("POST /em/tomograms", PROCESSES.naming("dataCollectionId"), lambda r: r.new_tomogram()),
    Write("PATCH /em/tomograms/{}", PROCESSES, lambda r: {"zShift": 3.0}, lambda r: r.tomogram()),
    Write("POST /em/tomograms/{}/tilts", PROCESSES, lambda r: [{"movieNumber": 1}], lambda r: r.tomogram()),
    Write("POST /em/tomograms/{}/processed", PROCESSES, lambda r: [{"filePath": "d.mrc"}], lambda r: r.tomogram()),
    Write("POST /em/atlases", MEASURES.naming("dataCollectionGroupId"), lambda r: r.new_atlas()),
    Write("PATCH /em/atlases/{}", MEASURES, lambda r: {"cassetteSlot": 3}, lambda r: r.atlas()),
    Write("POST /em/atlases/{}/grid-squares", MEASURES, lambda r: [{"gridSquareLabel": 1}], lambda r: r.atlas()),
    Write("PATCH /em/grid-squares/{}", MEASURES, lambda r: {"angle": 3.0}, lambda r: r.square()),
    Write("POST /em/grid-squares/{}/foil-holes", MEASURES, lambda r: [{"foilHoleLabel": "1"}], lambda r: r.square()),
    Write("PATCH /em/foil-holes/{}", MEASURES, lambda r: {"diameter": 30}, lambda r: r.hole()),
]  # fmt: skip
