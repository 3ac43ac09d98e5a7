"""/containers/{containerId}/samples and /samples/simple"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.writing import Rehearsed
from ispyb_api.samples.schemas import SamplePageSchema, SampleSchema
from ispyb_api.samples.schemas_rows import MOST, RehearsalArguments, SampleRowSchema, SimpleSampleSchema
from ispyb_api.samples.service_rows import Sheets

api = Namespace("samplesheets", path="/", description="Samples in flat rows, as sample sheets have them")


@api.route(f"/containers/<int(max={MAX_ID}):containerId>/samples")
@api.param("containerId", "The container's row.")
class SamplesOfContainer(Resource):
    @requires()
    @api.accepts(SampleRowSchema, most=MOST, table=True)
    @api.accepts(RehearsalArguments, "query")
    @api.returns(
        SamplePageSchema, 201, "Made", found="What would be made, with ids that mean nothing: it was a dry run"
    )
    @api.writes()
    def post(self, tx, rows, arguments, containerId):  # noqa: N803 - the contract's name
        """Fill a container with samples

        A list of rows, or the same as CSV (text/csv) with a line of field names: all of them are made, or none.  Each row has a
        protein by its acronym, and may describe the crystal form and the plan; forms that are alike are made once.
        """
        page = Sheets(tx, current_access()).fill(containerId, rows)
        if arguments["dry_run"]:
            raise Rehearsed(page)
        return page


@api.route("/samples/simple")
class SimpleSample(Resource):
    @requires()
    @api.accepts(SimpleSampleSchema)
    @api.returns(SampleSchema, 201, "Made")
    @api.writes()
    def post(self, tx, given):
        """Make a sample with its protein, crystal form and plan

        From one flat row, in a container, or for a proposal.
        """
        sample = Sheets(tx, current_access()).add(given)
        return created(sample, sample["blSampleId"], at="/samples")
