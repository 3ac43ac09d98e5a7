"""/datacollections/.../comments and its likes: what is said about what was measured"""

from flask_restx import Resource

from ispyb_api.acquisition import remarks
from ispyb_api.acquisition.remarks import Remarks
from ispyb_api.acquisition.repository import CollectionRepository, GroupRepository
from ispyb_api.acquisition.schemas import DataCollectionGroupSchema, WholeDataCollectionSchema
from ispyb_api.acquisition.schemas_comments import NewCommentSchema
from ispyb_api.acquisition.schemas_scans import EnergyScanSchema, SpectrumSchema
from ispyb_api.acquisition.service_scans import EnergyScans, Spectra
from ispyb_api.auth.guard import current_access, requires
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace

api = Namespace("comments", path="/", description="What is said about what was measured")


@api.route(f"/datacollections/<int(max={MAX_ID}):dataCollectionId>/comments")
@api.param("dataCollectionId", "The data collection's row.")
class CollectionComments(Resource):
    @requires()
    @api.accepts(NewCommentSchema)
    @api.returns(WholeDataCollectionSchema)
    @api.writes()
    def post(self, tx, given, dataCollectionId):  # noqa: N803 - the contract's name
        """Comment on a data collection

        For people of its session or proposal, staff of the beamline and instruments.  To replace what is there, change the
        collection.
        """
        Remarks(tx, current_access(), remarks.COLLECTION).append(dataCollectionId, given["comments"])
        return CollectionRepository(tx).get(dataCollectionId, current_access())


@api.route(f"/datacollectiongroups/<int(max={MAX_ID}):dataCollectionGroupId>/comments")
@api.param("dataCollectionGroupId", "The group's row.")
class GroupComments(Resource):
    @requires()
    @api.accepts(NewCommentSchema)
    @api.returns(DataCollectionGroupSchema)
    @api.writes()
    def post(self, tx, given, dataCollectionGroupId):  # noqa: N803
        """Comment on a group of data collections

        For people of its session or proposal, staff of the beamline and instruments.  To replace what is there, change the
        group.
        """
        Remarks(tx, current_access(), remarks.GROUP).append(dataCollectionGroupId, given["comments"])
        return GroupRepository(tx).get(dataCollectionGroupId, current_access())


@api.route(f"/energyscans/<int(max={MAX_ID}):energyScanId>/comments")
@api.param("energyScanId", "The scan's row.")
class EnergyScanComments(Resource):
    @requires()
    @api.accepts(NewCommentSchema)
    @api.returns(EnergyScanSchema)
    @api.writes()
    def post(self, tx, given, energyScanId):  # noqa: N803
        """Comment on an energy scan

        For people of its session or proposal, staff of the beamline and instruments.  To replace what is there, change the scan.
        """
        Remarks(tx, current_access(), remarks.ENERGY_SCAN).append(energyScanId, given["comments"])
        return EnergyScans(tx, current_access()).get(energyScanId)


@api.route(f"/spectra/<int(max={MAX_ID}):xfeFluorescenceSpectrumId>/comments")
@api.param("xfeFluorescenceSpectrumId", "The spectrum's row.")
class SpectrumComments(Resource):
    @requires()
    @api.accepts(NewCommentSchema)
    @api.returns(SpectrumSchema)
    @api.writes()
    def post(self, tx, given, xfeFluorescenceSpectrumId):  # noqa: N803
        """Comment on a fluorescence spectrum

        For people of its session or proposal, staff of the beamline and instruments.  To replace what is there, change the
        spectrum.
        """
        Remarks(tx, current_access(), remarks.SPECTRUM).append(xfeFluorescenceSpectrumId, given["comments"])
        return Spectra(tx, current_access()).get(xfeFluorescenceSpectrumId)
