"""A site with movies as they really are: text for numbers, processed twice, not yet processed, of a hidden session."""

import pytest

from tests.conftest import ENGINES
from tests.support import sites
from tests.support.beamtime import add

MOVIES = (9001, 9002, 9003, 9004)


def beamtime(folder):
    """Yield the rows of two proposals: EP100 is member's, with session 9001; EP200 with 9011 is nobody's."""
    for proposal, number in ((9001, "100"), (9002, "200")):
        yield "Proposal", {"proposalId": proposal, "personId": 1, "proposalCode": "EP", "proposalNumber": number}
    yield "ProposalHasPerson", {"proposalHasPersonId": 9001, "proposalId": 9001, "personId": 3}
    for session, proposal in ((9001, 9001), (9011, 9002)):
        yield "BLSession", {"sessionId": session, "proposalId": proposal, "visit_number": 1, "beamLineName": "EP-ONE"}
        yield "DataCollectionGroup", {"dataCollectionGroupId": session, "sessionId": session, "experimentType": "EM"}
        yield "DataCollection", {"dataCollectionId": session, "dataCollectionGroupId": session}
    yield "DataCollection", {"dataCollectionId": 9002, "dataCollectionGroupId": 9001}  # without movies
    yield from movies(folder)
    yield from particles(folder)


def movies(folder):
    for number, movie in enumerate((*MOVIES, 9011), 1):
        collection = 9011 if movie == 9011 else 9001
        made = f"2026-03-01 1{number}:05:00"
        row = {"movieId": movie, "dataCollectionId": collection, "movieNumber": number, "createdTimeStamp": made}
        yield (
            "Movie",
            {
                **row,
                "movieFullPath": f"{folder}/movie.mrc",
                "dosePerImage": "40.5",
                "xmlMetaDataFullPath": "/etc/passwd",
            },
        )
    corrections = ((9001, 9001, 5.0), (9002, 9002, 6.0), (9003, 9003, None), (9022, 9002, 8.0), (9011, 9011, 1.0))
    for correction, movie, motion in corrections:
        yield (
            "MotionCorrection",
            {
                "motionCorrectionId": correction,
                "movieId": movie,
                "totalMotion": motion,
                "driftPlotFullPath": f"{folder}/drift.png",
            },
        )
    for ctf, correction, first, second, limit in (
        (9001, 9001, "12000", "11000", "3.5"),
        (9002, 9002, "1", "1", "9"),  # of a correction that was made again
        (9022, 9022, "nan", "", "n/a"),
        (9003, 9003, None, None, None),
        (9011, 9011, "1", "1", "1"),
    ):
        yield (
            "CTF",
            {
                "CTFid": ctf,
                "motionCorrectionId": correction,
                "defocusU": first,
                "defocusV": second,
                "resolutionLimit": limit,
                "spectraImageFullPath": f"{folder}/ctf.png",
            },
        )
    for row, median in ((9001, 100), (9002, 200)):  # the latter counts
        yield "RelativeIceThickness", {"relativeIceThicknessId": row, "motionCorrectionId": 9001, "median": median}


def particles(folder):
    for program, collection in ((9701, 9001), (9711, 9011)):
        yield (
            "AutoProcProgram",
            {
                "autoProcProgramId": program,
                "dataCollectionId": collection,
                "processingStatus": "FAILED",
                "processingPrograms": "picker",
            },
        )
    # Known by the first corrected movie, by the program, by a hidden one; the last is linked to nothing.
    for picker, program, correction in ((9001, None, 9001), (9002, 9701, None), (9011, 9711, 9011), (9021, None, None)):
        row = {"particlePickerId": picker, "programId": program, "firstMotionCorrectionId": correction}
        yield "ParticlePicker", {**row, "summaryImageFullPath": f"{folder}/drift.png"}
    for group, picker, program in ((9001, 9001, None), (9002, None, 9701), (9011, 9011, None), (9021, 9021, None)):
        row = {"particleClassificationGroupId": group, "particlePickerId": picker, "programId": program}
        yield "ParticleClassificationGroup", {**row, "type": "2D"}
        for number in (1, 2):
            name = "class.png" if number == 1 else "gone.png"
            row = {"particleClassificationId": 10 * group + number, "particleClassificationGroupId": group}
            yield (
                "ParticleClassification",
                {**row, "classNumber": number, "classImageFullPath": f"{folder}/{name}", "selected": number - 1},
            )
    yield (
        "BFactorFit",
        {"bFactorFitId": 9001, "particleClassificationId": 90011, "resolution": 3.1, "numberOfParticles": 900},
    )
    yield (
        "Tomogram",
        {"tomogramId": 9011, "dataCollectionId": 9011, "volumeFile": "movie.mrc", "fileDirectory": str(folder)},
    )
    yield (
        "Tomogram",
        {"tomogramId": 9001, "dataCollectionId": 9001, "volumeFile": "movie.mrc", "fileDirectory": str(folder)},
    )
    yield (
        "ProcessedTomogram",
        {
            "processedTomogramId": 9001,
            "tomogramId": 9001,
            "filePath": f"{folder}/movie.mrc",
            "processingType": "Denoised",
        },
    )
    yield "ProcessedTomogram", {"processedTomogramId": 9011, "tomogramId": 9011, "filePath": f"{folder}/movie.mrc"}
    for atlas in (9001, 9011):
        yield (
            "Atlas",
            {"atlasId": atlas, "dataCollectionGroupId": atlas, "atlasImage": f"{folder}/drift.png", "pixelSize": 1},
        )
        yield "GridSquare", {"gridSquareId": atlas, "atlasId": atlas, "gridSquareImage": f"{folder}/drift.png"}
        yield (
            "FoilHole",
            {"foilHoleId": atlas, "gridSquareId": atlas, "foilHoleLabel": "h", "foilHoleImage": f"{folder}/drift.png"},
        )


@pytest.fixture(scope="session", params=ENGINES)
def site(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("em")
    with sites.open_site(request.param, folder) as opened:
        served = folder / "files" / "em"
        served.mkdir()
        for name in ("movie.mrc", "drift.png", "ctf.png", "class.png"):
            (served / name).write_text(f"{name} as it is")
        add(opened, list(beamtime(served)))
        yield opened


@pytest.fixture
def ask(site):
    """``ask("/movies?sessionId=9001")``: the answer below /em, as member."""

    def ask(path, login="member"):
        answer = site.get(f"/em{path}", login=login)
        assert answer.status_code == 200, answer.json
        return answer.json

    return ask
