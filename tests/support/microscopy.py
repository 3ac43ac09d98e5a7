"""Rows of a microscope's session, of any proposal: recorded by the API, and those that nobody records there."""

CLASSIFICATION = {"type": "2D", "classes": [{"classNumber": 1, "CryoemInitialModel": [{"resolution": 20.0}]}]}


def collection_of(site, proposal_id):
    """Return a data collection of some session of a proposal."""
    found = site.ask(
        "SELECT MIN(d.dataCollectionId) AS id FROM DataCollection d"
        " JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId"
        " JOIN BLSession s ON s.sessionId = g.sessionId WHERE s.proposalId = %s",
        proposal_id,
    )
    return found[0]["id"]


def run_of(site, collection_id):
    """Make a run of a program on a data collection, as another program would; return its id."""
    number = 1 + site.ask("SELECT MAX(autoProcProgramId) AS id FROM AutoProcProgram")[0]["id"]
    columns = "autoProcProgramId, dataCollectionId, processingPrograms"
    site.ask(f"INSERT INTO AutoProcProgram ({columns}) VALUES (%s, %s, 'relion')", number, collection_id)
    return number


def hole_of(site, group_id):
    """Record a foil hole on an atlas of a group; return (atlas, square, hole)."""

    def one(path, key, body):
        answer = site.open("POST", f"/em/{path}", json=body)
        assert answer.status_code in (200, 201), answer.json
        return (answer.json if isinstance(body, dict) else answer.json[0])[key]

    atlas = one("atlases", "atlasId", {"dataCollectionGroupId": group_id, "atlasImage": "/a.jpg", "pixelSize": 500.0})
    square = one(f"atlases/{atlas}/grid-squares", "gridSquareId", [{"gridSquareLabel": 1}])
    return atlas, square, one(f"grid-squares/{square}/foil-holes", "foilHoleId", [{"foilHoleLabel": "1"}])


def model_of(site, classification_id):
    """Return the model that a run of classification began with."""
    classes = site.get(f"/em/classes?particleClassificationGroupId={classification_id}").json["results"]
    return classes[0]["CryoemInitialModel"][0]["cryoemInitialModelId"]


def rows_of(site, proposal_id):
    """Record a movie of a proposal with all that hangs on it; return {what an id is called: it}."""
    collection = collection_of(site, proposal_id)
    of_it = site.ask("SELECT dataCollectionGroupId AS id FROM DataCollection WHERE dataCollectionId = %s", collection)

    def made(path, key, **body):
        answer = site.open("POST", f"/em/{path}", json=body)
        assert answer.status_code == 201, answer.json
        return answer.json[key]

    movie = made("movies", "movieId", dataCollectionId=collection, movieNumber=4711)
    correction = made("motion-corrections", "motionCorrectionId", movieId=movie)
    picker = made("particle-pickers", "particlePickerId", firstMotionCorrectionId=correction)
    group = made("classifications", "particleClassificationGroupId", particlePickerId=picker, **CLASSIFICATION)
    return {
        "dataCollectionId": collection,
        "movieId": movie,
        "motionCorrectionId": correction,
        "particlePickerId": picker,
        "cryoemInitialModelId": model_of(site, group),
        "autoProcProgramId": run_of(site, collection),
        "gridSquareId": hole_of(site, of_it[0]["id"])[1],
        "foilHoleId": hole_of(site, of_it[0]["id"])[2],
    }


class Recorded:
    """The rows of microscopes that ``Rows`` makes."""

    def new_collection(self):
        """Make a data collection of its own."""
        return self.collection()

    def new_movie(self):
        return {"dataCollectionId": self.collection(), "movieNumber": 1}

    def movie(self):
        return self.new("/em/movies", "movieId", **self.new_movie())

    def recorded(self):
        """Make a collection with a movie, number 1, that was corrected; return the collection's id."""
        movie = {**self.new_movie(), "MotionCorrection": {}}
        return self.new("/em/movies", "dataCollectionId", **movie)

    def same_movie(self):
        """Return the body of a movie that is there, and was corrected."""
        return {"dataCollectionId": self.recorded(), "movieNumber": 1}

    def correction(self):
        return self.new("/em/motion-corrections", "motionCorrectionId", movieId=self.movie())

    def ctf(self):
        return self.new("/em/ctfs", "ctfId", motionCorrectionId=self.correction())

    def picker(self):
        return self.new("/em/particle-pickers", "particlePickerId", firstMotionCorrectionId=self.correction())

    def new_classification(self):
        return {"particlePickerId": self.picker(), **CLASSIFICATION}

    def classification(self):
        return self.new("/em/classifications", "particleClassificationGroupId", **self.new_classification())

    def initial_model(self):
        return model_of(self._site, self.classification())

    def particle_class(self):
        path = f"/em/classes?particleClassificationGroupId={self.classification()}"
        return self._site.get(path).json["results"][0]["particleClassificationId"]

    def run(self):
        """Make a run of a program on a collection of its own."""
        return run_of(self._site, self.collection())

    def hole(self):
        return hole_of(self._site, self.group())[2]

    def square(self):
        return hole_of(self._site, self.group())[1]

    def new_atlas(self):
        return {"dataCollectionGroupId": self.group(), "atlasImage": "/a.jpg", "pixelSize": 500.0}

    def atlas(self):
        return self.new("/em/atlases", "atlasId", **self.new_atlas())

    def new_tomogram(self):
        """Return the body of a tomogram of a collection with a movie, number 1."""
        return {"dataCollectionId": self.recorded(), "volumeFile": "t.mrc", "tilts": [{"movieNumber": 1}]}

    def tomogram(self):
        return self.new("/em/tomograms", "tomogramId", **self.new_tomogram())


# How rows of the caller's own are made, by what their ids are called.
OWN = {
    "dataCollectionId": Recorded.new_collection,
    "movieId": Recorded.movie,
    "motionCorrectionId": Recorded.correction,
    "autoProcProgramId": Recorded.run,
    "particlePickerId": Recorded.picker,
    "cryoemInitialModelId": Recorded.initial_model,
    "foilHoleId": Recorded.hole,
    "gridSquareId": Recorded.square,
}

# Where an id has to belong to another one that the body or the path names.
DEPENDENT = {
    ("POST /em/movies", "foilHoleId"),
    ("PATCH /em/movies/{}", "foilHoleId"),
    ("POST /em/datacollections/{}/movies", "foilHoleId"),
    ("POST /em/datacollections/{}/motion-corrections", "movieId"),
    ("POST /em/datacollections/{}/ctfs", "movieId"),
    ("POST /em/datacollections/{}/ctfs", "motionCorrectionId"),
    ("POST /em/tomograms", "movieId"),
    ("POST /em/tomograms", "gridSquareId"),
    ("POST /em/tomograms", "dataCollectionId"),
    ("PATCH /em/tomograms/{}", "gridSquareId"),
    ("POST /em/tomograms/{}/tilts", "movieId"),
}

CALLED = {"firstMotionCorrectionId": "motionCorrectionId"}
