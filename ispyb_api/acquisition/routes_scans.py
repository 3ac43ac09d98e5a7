"""/robotactions, /energyscans and /spectra"""

from flask_restx import Resource

from ispyb_api.acquisition.schemas_scans import EnergyScanSchema, RobotActionSchema, SpectrumSchema
from ispyb_api.acquisition.schemas_scans_new import (
    EnergyScanPatchSchema,
    NewEnergyScanSchema,
    NewRobotActionSchema,
    NewSpectrumSchema,
    RobotActionPatchSchema,
    SpectrumPatchSchema,
)
from ispyb_api.acquisition.service_scans import EnergyScans, RobotActions, Spectra
from ispyb_api.auth.guard import current_access, requires
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected

robots = Namespace("robotactions", description="What the sample changer's robot did")
energies = Namespace("energyscans", description="Scans of fluorescence over absorption edges")
spectra = Namespace("spectra", description="X-ray fluorescence spectra")


@robots.route("")
class RobotActionList(Resource):
    @requires()
    @robots.accepts(NewRobotActionSchema)
    @robots.returns(RobotActionSchema, 201, "Recorded", found="The session has this action; it was changed")
    @robots.writes()
    def post(self, tx, given):
        """Record a robot action, at its start or at its end

        One of a session with the same start, kind and sample is changed, not made again.  Words may be in any case of letters,
        positions text with a number in it.  For instruments, with the permission ingest_data, and staff of the beamline.
        """
        row, new = RobotActions(tx, current_access()).add(given)
        return created(row, row["robotActionId"], new=new)


@robots.route(f"/<int(max={MAX_ID}):robotActionId>")
@robots.param("robotActionId", "The action's row.")
class RobotAction(Resource):
    @requires()
    @robots.returns(RobotActionSchema, errors=(404,))
    def get(self, robotActionId):  # noqa: N803 - the contract's name
        """Get one robot action

        As the timeline shows it; its pictures are at /events/robot-action/{robotActionId}/attachments.
        """
        with transaction() as tx:
            return RobotActions(tx, current_access()).get(robotActionId)

    @requires()
    @robots.accepts(RobotActionPatchSchema)
    @robots.returns(RobotActionSchema)
    @robots.writes()
    def patch(self, tx, given, robotActionId):  # noqa: N803
        """Record how a robot action ended, or on which sample it was

        What is absent stays, null clears, but for the status and the end: these are not taken back.
        """
        return RobotActions(tx, current_access()).change(robotActionId, given, expected(RobotActionSchema))


@energies.route("")
class EnergyScanList(Resource):
    @requires()
    @energies.accepts(NewEnergyScanSchema)
    @energies.returns(EnergyScanSchema, 201, "Recorded", found="The session has a scan with this file; it was changed")
    @energies.writes()
    def post(self, tx, given):
        """Record an energy scan, at its start or at its end

        One of a session with the same scanFileFullPath is changed, not made again.  The sample may arrive later.
        For instruments, with the permission ingest_data, and staff of the beamline.
        """
        row, new = EnergyScans(tx, current_access()).add(given)
        return created(row, row["energyScanId"], new=new)


@energies.route(f"/<int(max={MAX_ID}):energyScanId>")
@energies.param("energyScanId", "The scan's row.")
class EnergyScan(Resource):
    @requires()
    @energies.returns(EnergyScanSchema, errors=(404,))
    def get(self, energyScanId):  # noqa: N803
        """Get one energy scan

        As the timeline shows it; its files are at /events/energyscan/{energyScanId}/attachments.
        """
        with transaction() as tx:
            return EnergyScans(tx, current_access()).get(energyScanId)

    @requires()
    @energies.accepts(EnergyScanPatchSchema)
    @energies.returns(EnergyScanSchema)
    @energies.writes()
    def patch(self, tx, given, energyScanId):  # noqa: N803
        """Record what an energy scan found, or on which sample it was

        What is absent stays, null clears, but for the end: that is not taken back.  People of the session and its proposal
        change comments only.
        """
        return EnergyScans(tx, current_access()).change(energyScanId, given, expected(EnergyScanSchema))


@spectra.route("")
class SpectrumList(Resource):
    @requires()
    @spectra.accepts(NewSpectrumSchema)
    @spectra.returns(SpectrumSchema, 201, "Recorded", found="The session has a spectrum with this file; it was changed")
    @spectra.writes()
    def post(self, tx, given):
        """Record a fluorescence spectrum, at its start or at its end

        One of a session with the same scanFileFullPath is changed, not made again.  The sample may arrive later.
        For instruments, with the permission ingest_data, and staff of the beamline.
        """
        row, new = Spectra(tx, current_access()).add(given)
        return created(row, row["xfeFluorescenceSpectrumId"], new=new)


@spectra.route(f"/<int(max={MAX_ID}):xfeFluorescenceSpectrumId>")
@spectra.param("xfeFluorescenceSpectrumId", "The spectrum's row.")
class Spectrum(Resource):
    @requires()
    @spectra.returns(SpectrumSchema, errors=(404,))
    def get(self, xfeFluorescenceSpectrumId):  # noqa: N803
        """Get one fluorescence spectrum

        As the timeline shows it; its files are at /events/xfe-fluorescence-spectrum/{xfeFluorescenceSpectrumId}/attachments.
        """
        with transaction() as tx:
            return Spectra(tx, current_access()).get(xfeFluorescenceSpectrumId)

    @requires()
    @spectra.accepts(SpectrumPatchSchema)
    @spectra.returns(SpectrumSchema)
    @spectra.writes()
    def patch(self, tx, given, xfeFluorescenceSpectrumId):  # noqa: N803
        """Record what a fluorescence spectrum shows, or on which sample it was taken

        What is absent stays, null clears, but for the end: that is not taken back.  People of the session and its proposal
        change comments only.
        """
        return Spectra(tx, current_access()).change(xfeFluorescenceSpectrumId, given, expected(SpectrumSchema))
