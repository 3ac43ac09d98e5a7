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
]  # fmt: skip
