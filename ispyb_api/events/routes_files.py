"""/events/robot-action/..., /events/energyscan/... and /events/xfe-fluorescence-spectrum/...: files of single events"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.events.repository_files import EventFiles
from ispyb_api.events.schemas import EnergyScanFileArguments, RobotPictureArguments, SpectrumFileArguments
from ispyb_api.files import serving
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace
from ispyb_api.http.services import transaction

api = Namespace("event files", path="/events", description="Files of robot actions, energy scans and spectra")

_KINDS = "image/*", "text/plain", serving.DOWNLOAD


@api.route(f"/robot-action/<int(max={MAX_ID}):robotActionId>/attachments")
@api.param("robotActionId", "The action's row.")
class RobotPicture(Resource):
    @requires()
    @api.accepts(RobotPictureArguments, "query")
    @api.sends(*_KINDS)
    def get(self, arguments, robotActionId):  # noqa: N803 - the contract's name
        """Get a picture of the crystal before or after a robot action

        404 says whether none is recorded, it lies outside the served folders, or it cannot be read.
        """
        with transaction() as tx:
            files = EventFiles(tx, current_access()).of_robot_action(robotActionId)
        return serving.send(files[arguments["attachmentType"]], "picture of a robot action")


@api.route(f"/energyscan/<int(max={MAX_ID}):energyScanId>/attachments")
@api.param("energyScanId", "The scan's row.")
class EnergyScanFile(Resource):
    @requires()
    @api.accepts(EnergyScanFileArguments, "query")
    @api.sends(*_KINDS)
    def get(self, arguments, energyScanId):  # noqa: N803
        """Get a file of an energy scan

        404 says whether none is recorded, it lies outside the served folders, or it cannot be read.
        """
        with transaction() as tx:
            files = EventFiles(tx, current_access()).of_energy_scan(energyScanId)
        return serving.send(files[arguments["attachmentType"]], "file of an energy scan")


@api.route(f"/xfe-fluorescence-spectrum/<int(max={MAX_ID}):xfeFluorescenceSpectrumId>/attachments")
@api.param("xfeFluorescenceSpectrumId", "The spectrum's row.")
class SpectrumFile(Resource):
    @requires()
    @api.accepts(SpectrumFileArguments, "query")
    @api.sends(*_KINDS)
    def get(self, arguments, xfeFluorescenceSpectrumId):  # noqa: N803
        """Get a file of a fluorescence spectrum

        Pages are sent to be saved, not to be shown, for they may carry scripts.  404 says whether none is recorded, it
        lies outside the served folders, or it cannot be read.
        """
        with transaction() as tx:
            files = EventFiles(tx, current_access()).of_spectrum(xfeFluorescenceSpectrumId)
        return serving.send(files[arguments["attachmentType"]], "file of a fluorescence spectrum")
