"""What is processed."""

from tests.contract.writes import PROCESSES, Write

WRITES = [
    Write("POST /processings", PROCESSES.naming("dataCollectionId"), lambda r: {"processingPrograms": r.word(), "dataCollectionId": r.collection()}),
    Write("PATCH /processings/{}", PROCESSES, lambda r: {"processingMessage": r.word()}, lambda r: r.program()),
    Write("POST /processings/{}/attachments", PROCESSES, lambda r: [{"filePath": "/data", "fileName": r.word()}], lambda r: r.program()),
    Write("PATCH /processings/attachments/{}", PROCESSES, lambda r: {"fileType": "Log"}, lambda r: r.file_of_run()),
    Write("POST /processings/{}/messages", PROCESSES, lambda r: [{"severity": "INFO", "message": r.word()}], lambda r: r.program()),
    Write("POST /processings/{}/integrations", PROCESSES, lambda r: [{"dataCollectionId": r.collection()}], lambda r: r.program()),
    Write("POST /processings/{}/scalings", PROCESSES, lambda r: [{"AutoProc": {"spaceGroup": "P1"}}], lambda r: r.integrated()),
    Write("POST /processings/jobs", PROCESSES.naming("dataCollectionId"), lambda r: {"displayName": r.word(), "dataCollectionId": r.collection()}),
    Write("PATCH /processings/jobs/{}", PROCESSES, lambda r: {"comments": r.word()}, lambda r: r.job()),
    Write("POST /processings/screenings", PROCESSES.naming("dataCollectionId"), lambda r: {"programVersion": r.word(), "dataCollectionId": r.collection()}),
    Write("POST /processings/screenings/ranks", PROCESSES.naming("ScreeningRank[0].screeningId"), lambda r: {"ScreeningRank": [{"screeningId": r.screening(), "rankValue": 1}]}),
    Write("POST /processings/phasing", PROCESSES.naming("[0].autoProcScalingId"), lambda r: [{"phasingStepType": "PHASING", "autoProcScalingId": r.scaling()}]),
    Write("POST /processings/refinements", PROCESSES.naming("[0].autoProcScalingId"), lambda r: [{"rValueEnd": 0.2, "autoProcScalingId": r.scaling()}]),
]  # fmt: skip
