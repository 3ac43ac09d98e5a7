"""What electron microscopes recorded: movies, and what was made of each."""

from tests.bench.facility.plan import Table, stamp

_EACH = 30  # movies of each collection
_CLASSES = 10  # of each classification
_SQUARES, _HOLES = 5, 4  # of each atlas, of each square


def tables(plan):
    """Yield the tables of movies, corrections, CTFs, particles and classes."""
    collections = [
        (each, group.start) for group in plan.groups if group.experiment == "EM" for each in group.collections
    ]
    movies = [
        (collection * 100 + number, collection, number, start + 10 * number)
        for collection, start in collections
        for number in range(1, _EACH + 1)
    ]
    groups = {each: group.groupId for group in plan.groups for each in group.collections}
    yield from _grids([group for group in plan.groups if group.experiment == "EM"])
    yield Table("Movie", (_movie(*each, groups[each[1]]) for each in movies))
    yield Table("MotionCorrection", (_correction(*each) for each in movies))
    yield Table("CTF", (_ctf(*each) for each in movies))
    yield Table("RelativeIceThickness", (_ice(*each) for each in movies))
    yield Table("Tomogram", (_tomogram(*each) for each in collections))
    yield Table("ProcessedTomogram", (_processed(collection) for collection, _ in collections))
    yield Table("TiltImageAlignment", (_tilt(*each) for each in movies))
    yield Table("ParticlePicker", (_picker(collection) for collection, _ in collections))
    yield Table("ParticleClassificationGroup", (_classification(collection) for collection, _ in collections))
    yield Table(
        "ParticleClassification",
        (_class(collection, number) for collection, _ in collections for number in range(1, _CLASSES + 1)),
    )
    yield Table("CryoemInitialModel", (_model(collection) for collection, _ in collections))
    yield Table("ParticleClassification_has_CryoemInitialModel", (_begun(collection) for collection, _ in collections))
    yield Table("BFactorFit", (_fit(collection) for collection, _ in collections))


def _grids(groups):
    """Yield the tables of what the microscope saw before it took movies."""
    squares = [group.groupId * _SQUARES + place for group in groups for place in range(_SQUARES)]
    yield Table("Atlas", (_atlas(group.groupId) for group in groups))
    yield Table("GridSquare", map(_square, squares))
    yield Table("FoilHole", (_hole(square, place) for square in squares for place in range(_HOLES)))


def _atlas(group):
    return {
        "atlasId": group,
        "dataCollectionGroupId": group,
        "atlasImage": f"/data/em/atlas/{group}.jpeg",
        "pixelSize": 1e-7,
        "cassetteSlot": 1 + group % 12,
    }


def _square(square):
    return {
        "gridSquareId": square,
        "atlasId": square // _SQUARES,
        "gridSquareLabel": square % _SQUARES,
        "gridSquareImage": f"/data/em/squares/{square}.jpeg",
        "pixelLocationX": square % 400,
        "pixelLocationY": square % 300,
    }


def _hole(square, place):
    return {
        "foilHoleId": square * _HOLES + place,
        "gridSquareId": square,
        "foilHoleLabel": f"hole {place}",
        "pixelLocationX": place * 90,
        "pixelLocationY": place * 80,
        "diameter": 60,
        "foilHoleImage": f"/data/em/holes/{square}_{place}.jpeg",
    }


def _ice(movie, collection, number, moment):
    return {
        "relativeIceThicknessId": movie,
        "motionCorrectionId": movie,
        "minimum": 1000,
        "q1": 1100,
        "median": 1200 + number,
        "q3": 1300,
        "maximum": 1400,
    }


def _tomogram(collection, moment):
    return {
        "tomogramId": collection,
        "dataCollectionId": collection,
        "autoProcProgramId": 2 * collection,
        "volumeFile": "volume.mrc",
        "fileDirectory": f"/data/em/tomograms/{collection}",
        "sizeX": 1000,
        "sizeY": 1000,
        "sizeZ": 300,
        "pixelSpacing": 10.5,
        "recordTimeStamp": stamp(moment + 600),
    }


def _processed(collection):
    return {
        "processedTomogramId": collection,
        "tomogramId": collection,
        "filePath": f"/data/em/tomograms/{collection}/denoised.mrc",
        "processingType": "Denoised",
    }


def _tilt(movie, collection, number, moment):
    return {"movieId": movie, "tomogramId": collection, "refinedTiltAngle": 2 * number - 30, "residualError": 0.4}


def _model(collection):
    return {"cryoemInitialModelId": collection, "resolution": 20, "numberOfParticles": 5000}


def _begun(collection):
    return {"particleClassificationId": collection * 100 + 1, "cryoemInitialModelId": collection}


def _fit(collection):
    return {
        "bFactorFitId": collection,
        "particleClassificationId": collection * 100 + 1,
        "resolution": 4.1,
        "numberOfParticles": 10000,
        "particleBatchSize": 1000,
    }


def _movie(movie, collection, number, moment, group):
    return {
        "movieId": movie,
        "dataCollectionId": collection,
        "movieNumber": number,
        "foilHoleId": (group * _SQUARES + number % _SQUARES) * _HOLES + number % _HOLES,
        "movieFullPath": f"/data/em/{collection}/{number}.tiff",
        "fluence": 40,
        "createdTimeStamp": stamp(moment),
    }


def _correction(movie, collection, number, moment):
    return {
        "motionCorrectionId": movie,
        "movieId": movie,
        "dataCollectionId": collection,
        "autoProcProgramId": 2 * collection,
        "totalMotion": 5 + number % 7,
        "averageMotionPerFrame": 0.1,
        "micrographFullPath": f"/data/em/{collection}/{number}_corrected.mrc",
        "createdTimeStamp": stamp(moment + 20),
    }


def _ctf(movie, collection, number, moment):
    return {
        "CTFid": movie,
        "motionCorrectionId": movie,
        "autoProcProgramId": 2 * collection,
        "defocusU": str(12000 + 100 * number),
        "defocusV": str(11000 + 100 * number),
        "resolutionLimit": "3.4",
        "spectraImageFullPath": f"/data/em/{collection}/{number}_ctf.png",
        "createdTimeStamp": stamp(moment + 30),
    }


def _picker(collection):
    return {
        "particlePickerId": collection,
        "programId": 2 * collection,
        "firstMotionCorrectionId": collection * 100 + 1,
        "numberOfParticles": 1000,
        "summaryImageFullPath": f"/data/em/{collection}/particles.jpeg",
    }


def _classification(collection):
    return {
        "particleClassificationGroupId": collection,
        "particlePickerId": collection,
        "programId": 2 * collection,
        "type": "2D",
    }


def _class(collection, number):
    return {
        "particleClassificationId": collection * 100 + number,
        "particleClassificationGroupId": collection,
        "classNumber": number,
        "particlesPerClass": 100,
        "classImageFullPath": f"/data/em/{collection}/class_{number}.png",
    }
