"""Rows of proposal MX415, or of nobody's, made for one test: each call makes another."""

import datetime
import itertools

from tests.support import microscopy


class Rows(microscopy.Recorded):
    """``rows.dewar()`` makes a dewar of MX415 by the API, as its administrator, and returns its id."""

    proposal, proposal_id, shipment = "MX415", 1, 3

    def __init__(self, site):
        self._site, self._numbers = site, itertools.count(1)

    def word(self):
        """Return a word that was not there before."""
        return f"w{next(self._numbers)}"

    def new(self, path, key, **body):
        """Make a row by POST; return its id."""
        answer = self._site.open("POST", path, "admin", json=body)
        assert answer.status_code == 201, answer.json
        return answer.json[key]

    def new_id(self, path, body):
        """Make a row by POST; return its id, which its address ends in."""
        answer = self._site.open("POST", path, "admin", json=body)
        assert answer.status_code == 201, answer.json
        return int(answer.headers["Location"].rpartition("/")[2])

    def new_shipment(self):
        addresses = {"sendingLabContactId": 1, "returnLabContactId": 2}
        return {"proposalId": self.proposal_id, "shippingName": self.word(), **addresses}

    def new_place(self):
        """Return a place in a sample changer where nothing is."""
        return {"beamlineLocation": "BL01-MX", "sampleChangerLocation": self.word()}

    def new_contact(self):
        person = {"givenName": "A", "familyName": self.word()}
        return {"proposalId": self.proposal_id, "cardName": self.word(), "Person": person}

    def dewar(self):
        return self.new("/dewars", "dewarId", shippingId=self.shipment, code=self.word())

    def protein(self):
        return self.new("/proteins", "proteinId", proposalId=self.proposal_id, acronym=self.word())

    def crystal(self):
        return self.new("/crystals", "crystalId", proteinId=self.protein())

    def new_component(self):
        return {"proposalId": self.proposal_id, "componentTypeId": 5, "name": self.word()}

    def container(self):
        number = 5000 + next(self._numbers)
        self._site.ask(
            "INSERT INTO Container (containerId, dewarId, code, capacity) VALUES (%s, 4, %s, 16)", number, f"C{number}"
        )
        return number

    def sample(self, **more):
        return self.new("/samples", "blSampleId", **{"name": self.word(), "containerId": self.container(), **more})

    def queue(self):
        return self.new("/containers/queue", "containerQueueId", containerId=self.container())

    def queued_sample(self):
        """Queue a container with one sample; return the row of that sample's place."""
        container = self.container()
        sample = self.sample(containerId=container)
        self.new("/containers/queue", "containerQueueId", containerId=container)
        place = "SELECT containerQueueSampleId AS id FROM ContainerQueueSample WHERE blSampleId = %s"
        return self._site.ask(place, sample)[0]["id"]

    def new_measured(self):
        """Return a sample as instruments name it with what they measure."""
        return {"name": self.word(), "Crystal": {"proteinId": self.protein()}}

    def link(self):
        return self.new("/links", "linkId", blSampleId=self.sample(), url="https://lims.example.org/")

    def sample_group(self, **more):
        return self.new("/samples/groups", "blSampleGroupId", proposalId=self.proposal_id, name=self.word(), **more)

    def position(self, **more):
        """Make a position on a sample of its own."""
        return self.new("/samples/sub", "blSubSampleId", **{"blSampleId": self.sample(), **more})

    def new_picture(self):
        folder = self._site.settings.files.roots[0]
        return {"blSampleId": self.sample(), "imageFullPath": f"{folder}/{self.word()}.jpg"}

    def picture(self):
        return self.new("/samples/images", "blSampleImageId", **self.new_picture())

    def plan(self, **more):
        """Make a plan of a sample of its own."""
        return self.new(f"/samples/{self.sample()}/diffractionplans", "diffractionPlanId", **{"experimentKind": "OSC", **more})  # fmt: skip

    def component(self):
        return self.new("/samples/components", "componentId", **self.new_component())

    def ligand(self):
        return self.new("/ligands", "ligandId", proposalId=self.proposal_id, name=self.word())

    def model(self):
        protein = self.protein()
        return protein, self.new(f"/proteins/{protein}/pdbs", "pdbId", name=self.word(), code="1RQW")

    def model_of_ligand(self):
        ligand = self.ligand()
        return ligand, self.new(f"/ligands/{ligand}/pdbs", "pdbId", name=self.word(), code="1RQW")

    def new_region(self):
        return {"blSampleId": self.sample(), "element": "Fe", "startEnergy": 6300.0, "endEnergy": 6500.0}

    def region(self):
        return self.new("/mapping/rois", "xrfFluorescenceMappingROIId", **self.new_region())

    def new_session(self):
        """Return the body of a session of today, as people of a proposal may open it."""
        begin = datetime.datetime.now().replace(microsecond=0)
        times = {"startDate": begin.isoformat(), "endDate": (begin + datetime.timedelta(hours=8)).isoformat()}
        return {"proposalId": self.proposal_id, "beamLineName": "BL01-MX", "visit_number": 100 + next(self._numbers), **times}  # fmt: skip

    def session(self):
        return self.new("/sessions", "sessionId", **self.new_session())

    def group(self):
        return self.new("/datacollectiongroups", "dataCollectionGroupId", sessionId=self.session())

    def group_of_session(self):
        """Return a group and its session, as MXCuBE names them."""
        session = self.session()
        return {"group_id": self.new("/datacollectiongroups", "dataCollectionGroupId", sessionId=session), "sessionId": session}  # fmt: skip

    def collection(self):
        return self.new("/datacollections", "dataCollectionId", dataCollectionGroupId=self.group())

    def new_robot_action(self):
        return {"blsessionId": self.session(), "actionType": "LOAD", "startTimestamp": "2030-06-12T10:00:00"}

    def robot_action(self):
        return self.new("/robotactions", "robotActionId", **self.new_robot_action())

    def energy_scan(self):
        return self.new("/energyscans", "energyScanId", sessionId=self.session())

    def new_file(self):
        folder = self._site.settings.files.roots[0]
        return {"dataCollectionId": self.collection(), "fileFullPath": f"{folder}/{self.word()}.log"}

    def file(self):
        """Record a file of a collection."""
        return self.new("/datacollections/attachments", "dataCollectionFileAttachmentId", **self.new_file())

    def file_of_run(self):
        """Record a file of a run."""
        file = {"filePath": "/data", "fileName": self.word()}
        body = {"processingPrograms": self.word(), "dataCollectionId": self.collection()}
        return self.new("/processings", "autoProcProgramAttachmentIds", **body, AutoProcProgramAttachment=[file])[0]

    def workflow(self):
        return self.new("/datacollections/workflows", "workflowId", sessionId=self.session())

    def workflow_step(self):
        return self.new("/datacollections/workflows/steps", "workflowStepId", workflowId=self.workflow())

    def mesh(self):
        return self.new("/datacollections/workflows/meshes", "workflowMeshId", workflowId=self.workflow())

    def recorded_image(self):
        path = f"/datacollections/{self.collection()}/images"
        return self._site.open("POST", path, "admin", json=[{"imageNumber": 1}]).json[0]["imageId"]

    def centring(self):
        return self.new("/processings/xray-centrings", "xrayCentringId", dataCollectionGroupId=self.group())

    def grid(self):
        return self.new(f"/datacollections/{self.collection()}/grids", "gridInfoId", steps_x=3)

    def scanned(self):
        """Make a collection with a grid of 3 by 2."""
        collection = self.collection()
        self.new(f"/datacollections/{collection}/grids", "gridInfoId", steps_x=3, steps_y=2)
        return collection

    def new_map(self):
        return {"xrfFluorescenceMappingROIId": self.region(), "values": [1, 2]}

    def map(self):
        """Make a map of a region; return its id."""
        answer = self._site.open("POST", f"/datacollections/{self.scanned()}/maps", "admin", json=[self.new_map()])
        assert answer.status_code == 201, answer.json
        return answer.json[0]["xrfFluorescenceMappingId"]

    def spectrum(self):
        return self.new("/spectra", "xfeFluorescenceSpectrumId", sessionId=self.session())

    def job(self):
        return self.new("/processings/jobs", "processingJobId", dataCollectionId=self.collection())

    def program(self, **more):
        """Make a run of a program."""
        body = {"processingPrograms": self.word(), "dataCollectionId": self.collection(), **more}
        return self.new("/processings", "autoProcProgramId", **body)

    def integrated(self):
        """Make a run that integrated a collection."""
        return self.program(AutoProcIntegration=[{"dataCollectionId": self.collection()}])

    def scaling(self):
        """Make a run that scaled a collection; return the scaling."""
        integration = [{"dataCollectionId": self.collection()}]
        body = {"processingPrograms": self.word(), "AutoProcIntegration": integration, "AutoProcScaling": [{}]}
        answer = self._site.open("POST", "/processings", "admin", json=body)
        return answer.json["AutoProcScaling"][0]["autoProcScalingId"]

    def phasing_step(self):
        body = [{"phasingStepType": "PREPARE", "autoProcScalingId": self.scaling()}]
        return self._site.open("POST", "/processings/phasing", "admin", json=body).json[0]["phasingStepId"]

    def screening(self):
        return self.new("/processings/screenings", "screeningId", dataCollectionId=self.collection())

    def new_serial_result(self):
        return {"dataCollectionId": self.collection(), "indexingType": "Final"}

    def serial_result(self):
        path = "/ssx/datacollection/processing/results"
        return self.new(path, "ssxProcessingResultId", **self.new_serial_result())

    def grant(self):
        body = {"personId": self.person(), "sessionId": self.session()}
        return self.new(f"/proposals/{self.proposal}/grants", "grantId", **body)

    def person(self):
        number = 5000 + next(self._numbers)
        self._site.ask("INSERT INTO Person (personId, login) VALUES (%s, %s)", number, f"person{number}")
        return number

    def laboratory(self):
        return self.new("/laboratories", "laboratoryId", name=self.word())

    def people(self):
        """Make a group of people."""
        return self.new("/admin/groups", "userGroupId", name=self.word())

    def people_with_one(self):
        group, person = self.people(), self.person()
        self._site.open("POST", f"/admin/groups/{group}/person", json={"personId": person})
        return group, person

    def people_who_may(self, permission):
        group, held = self.people(), self.held(permission)
        self._site.open("POST", f"/admin/groups/{group}/permission", json={"permissionId": held})
        return group, held

    def held(self, permission):
        """Return the row of a permission."""
        return self._site.ask("SELECT permissionId FROM Permission WHERE type = %s", permission)[0]["permissionId"]

    def permission(self):
        return self.new("/admin/permissions", "permissionId", type=self.word())

    def service_token(self):
        return self.new("/auth/service-tokens", "serviceTokenId", name=self.word(), permissions=[])
