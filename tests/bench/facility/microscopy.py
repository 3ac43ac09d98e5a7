"""What electron microscopes recorded: movies, and what was made of each."""

from tests.bench.facility.plan import Table, stamp

_EACH = 30  # movies of each collection
_CLASSES = 10  # of each classification


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
    yield Table("Movie", (_movie(*each) for each in movies))
    yield Table("MotionCorrection", (_correction(*each) for each in movies))
    yield Table("CTF", (_ctf(*each) for each in movies))
    yield Table("ParticlePicker", (_picker(collection) for collection, _ in collections))
    yield Table("ParticleClassificationGroup", (_classification(collection) for collection, _ in collections))
    yield Table(
        "ParticleClassification",
        (_class(collection, number) for collection, _ in collections for number in range(1, _CLASSES + 1)),
    )


def _movie(movie, collection, number, moment):
    return {
        "movieId": movie,
        "dataCollectionId": collection,
        "movieNumber": number,
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
        "createdTimeStamp": stamp(moment + 30),
    }


def _picker(collection):
    return {
        "particlePickerId": collection,
        "programId": 2 * collection,
        "firstMotionCorrectionId": collection * 100 + 1,
        "numberOfParticles": 1000,
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
    }
