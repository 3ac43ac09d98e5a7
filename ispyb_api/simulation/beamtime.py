"""What all experiments begin with, and how their time passes."""

import datetime
import random
import time

LANDED = "DataCollection Successful"


class Beamtime:
    """A session of a proposal at a beamline; ``speed`` is how many seconds of an experiment pass in one, 0 that none is waited for."""

    def __init__(self, client, proposal, beamline, *, speed=1.0, tell=print):
        self.client, self.beamline, self.speed, self.tell = client, beamline, speed, tell
        self.proposal = client.get(f"/proposals/{proposal}")
        self.dice = random.Random(self.proposal["proposalId"])  # noqa: S311 - the same experiment each time
        self.begun = datetime.datetime.now()
        self.session = self._running() or self._opened()
        self._runs = 0

    def _running(self):
        """Return the proposal's session that runs at the beamline, if there is one."""
        there = self.client.get("/sessions/current", beamLineName=self.beamline)["current"]
        return next((each for each in there if each["proposalId"] == self.proposal["proposalId"]), None)

    def _opened(self):
        end = self.begun + datetime.timedelta(days=1)
        asked = {"proposalId": self.proposal["proposalId"], "beamLineName": self.beamline, "comments": "Simulated."}
        return self.client.post("/sessions", {**asked, "startDate": _stamp(self.begun), "endDate": _stamp(end)})

    def now(self):
        """Return the time on the facility's clock, which is this machine's."""
        return _stamp(datetime.datetime.now())

    def pass_time(self, seconds):
        if self.speed:
            time.sleep(seconds / self.speed)

    def about(self, value, spread=0.05):
        """Return a measured value: one that lies around ``value``."""
        return round(self.dice.gauss(value, abs(value) * spread), 4)

    def folder(self, *names):
        """Return a folder of this run's data, which no earlier run wrote to."""
        run = f"{self.begun:%Y%m%d_%H%M%S_%f}"
        return "/".join(("/data/visitor", self.proposal["proposal"].lower(), self.beamline.lower(), run, *names))

    def group(self, kind, sample=None, **more):
        """Begin a group of data collections; return what was sent."""
        about = {"sessionId": self.session["sessionId"], "experimentType": kind, "startTime": self.now()}
        return self.client.post("/datacollectiongroups", {**about, "blSampleId": sample, **more})

    def start(self, group, folder, prefix, **values):
        """Begin a data collection; return what was sent."""
        self._runs += 1
        where = {"imageDirectory": folder, "imagePrefix": prefix, "dataCollectionNumber": self._runs}
        about = {
            "dataCollectionGroupId": group["dataCollectionGroupId"],
            "startTime": self.now(),
            "runStatus": "Running",
        }
        return self.client.post("/datacollections", {**about, **where, **values})

    def end(self, group, collection, **measured):
        """End a data collection and its group."""
        ended = {"endTime": self.now(), "runStatus": LANDED}
        self.client.patch(f"/datacollections/{collection['dataCollectionId']}", {**ended, **measured})
        self.client.patch(f"/datacollectiongroups/{group['dataCollectionGroupId']}", {"endTime": self.now()})


def _stamp(moment):
    return moment.isoformat(timespec="seconds")
