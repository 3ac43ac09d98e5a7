"""/em: particles, and the classes that they fall into"""

import functools

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.em import pictures
from ispyb_api.em.repository_particles import ParticleRepository
from ispyb_api.em.schemas_particles import (
    ClassificationArguments,
    ClassificationPageSchema,
    ClassificationSchema,
    ParticleClassArguments,
    ParticleClassPageSchema,
    ParticleClassSchema,
    PickerArguments,
    PickerPageSchema,
    PickerSchema,
)
from ispyb_api.em.schemas_particles_new import (
    MOST_CLASSES,
    ClassificationPatchSchema,
    NewClassificationSchema,
    NewParticleClassSchema,
    NewPickerSchema,
    ParticleClassPatchSchema,
    PickerPatchSchema,
)
from ispyb_api.em.service_particles import Classifications, Pickers
from ispyb_api.files import serving
from ispyb_api.http import archives
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected

api = Namespace("em particles", path="/em", description="Particles, and the classes that they fall into")


@api.route("/particle-pickers")
class PickerList(Resource):
    @requires()
    @api.accepts(PickerArguments, "query")
    @api.returns(PickerPageSchema)
    def get(self, arguments):
        """List runs of particle picking

        The latest recorded first.
        """
        with transaction() as tx:
            return ParticleRepository(tx).pickers(arguments, current_access())

    @requires()
    @api.accepts(NewPickerSchema)
    @api.returns(PickerSchema, 201, "Made", found="The run has picked from there before: it is changed")
    @api.writes()
    def post(self, tx, given):
        """Record a run of particle picking

        Again while it goes on, with more particles.  For pipelines, with the permission ingest_proc, and staff of the beamline.
        """
        picker, new = Pickers(tx, current_access()).add(given)
        return created(picker, picker["particlePickerId"], new=new)


@api.route(f"/particle-pickers/<int(max={MAX_ID}):particlePickerId>")
@api.param("particlePickerId", "The run's row.")
class Picker(Resource):
    @requires()
    @api.returns(PickerSchema, errors=(404,))
    def get(self, particlePickerId):  # noqa: N803
        """Get one run of particle picking

        With the run of its program.
        """
        with transaction() as tx:
            return ParticleRepository(tx).picker(particlePickerId, current_access())

    @requires()
    @api.accepts(PickerPatchSchema)
    @api.returns(PickerSchema)
    @api.writes()
    def patch(self, tx, given, particlePickerId):  # noqa: N803
        """Change a run of particle picking

        What is absent stays, null clears.  For pipelines, with the permission ingest_proc, and staff of the beamline.
        """
        return Pickers(tx, current_access()).change(particlePickerId, given, expected(PickerSchema))


@api.route(f"/particle-pickers/<int(max={MAX_ID}):particlePickerId>/image")
@api.param("particlePickerId", "The run's row.")
class PickerPicture(Resource):
    @requires()
    @api.sends("image/*", "application/octet-stream")
    def get(self, particlePickerId):  # noqa: N803 - the column's name
        """Get a picture of what was picked

        404 says whether none is recorded, it lies outside the served folders, or it cannot be read.
        """
        with transaction() as tx:
            paths = ParticleRepository(tx).picker_paths(particlePickerId, current_access())
        return pictures.send(paths, "image", "particle picker")


@api.route("/classifications")
class ClassificationList(Resource):
    @requires()
    @api.accepts(ClassificationArguments, "query")
    @api.returns(ClassificationPageSchema)
    def get(self, arguments):
        """List runs of classification

        In two and in three dimensions, the latest recorded first.
        """
        with transaction() as tx:
            return ParticleRepository(tx).classifications(arguments, current_access())

    @requires()
    @api.accepts(NewClassificationSchema)
    @api.returns(ClassificationSchema, 201, "Made", found="The run has classified this batch before: it is changed")
    @api.writes()
    def post(self, tx, given):
        """Record a run of classification

        With its classes, if these are known already; again while they are refined.  For pipelines, with the permission ingest_proc, and
        staff of the beamline.
        """
        group, new = Classifications(tx, current_access()).add(given)
        return created(group, group["particleClassificationGroupId"], new=new)


@api.route(f"/classifications/<int(max={MAX_ID}):particleClassificationGroupId>")
@api.param("particleClassificationGroupId", "The run's row.")
class Classification(Resource):
    @requires()
    @api.returns(ClassificationSchema, errors=(404,))
    def get(self, particleClassificationGroupId):  # noqa: N803
        """Get one run of classification

        With the run of its program.
        """
        with transaction() as tx:
            return ParticleRepository(tx).classification(particleClassificationGroupId, current_access())

    @requires()
    @api.accepts(ClassificationPatchSchema)
    @api.returns(ClassificationSchema)
    @api.writes()
    def patch(self, tx, given, particleClassificationGroupId):  # noqa: N803
        """Change a run of classification

        What is absent stays, null clears.  For pipelines, with the permission ingest_proc, and staff of the beamline.
        """
        return Classifications(tx, current_access()).change(
            particleClassificationGroupId, given, expected(ClassificationSchema)
        )


@api.route(f"/classifications/<int(max={MAX_ID}):particleClassificationGroupId>/classes")
@api.param("particleClassificationGroupId", "The run's row.")
class ClassesOfClassification(Resource):
    @requires()
    @api.accepts(NewParticleClassSchema, most=MOST_CLASSES)
    @api.returns(ParticleClassSchema, many=True, description="All of them, in the order of their rows")
    @api.writes()
    def post(self, tx, rows, particleClassificationGroupId):  # noqa: N803
        """Record classes of a run of classification

        All of them, or none.  The same number is the same class: what is sent of it is changed, what is null or absent stays.  For
        pipelines, with the permission ingest_proc, and staff of the beamline.
        """
        return Classifications(tx, current_access()).add_classes(particleClassificationGroupId, rows)


@api.route(f"/classifications/<int(max={MAX_ID}):particleClassificationGroupId>/archive")
@api.param("particleClassificationGroupId", "The run's row.")
class ClassificationArchive(Resource):
    @requires()
    @api.sends("application/zip")
    def get(self, particleClassificationGroupId):  # noqa: N803
        """Get the pictures of all classes of a run

        As one ZIP archive; its manifest.json says which of them could not be had, and why.
        """
        with transaction() as tx:
            found = ParticleRepository(tx).pictures(particleClassificationGroupId, current_access())
        return archives.answer(_openers(found), f"classes-{particleClassificationGroupId}")


def _openers(classes):
    """Yield the name of each picture, and how to open it."""
    for each in classes:
        path = each["classImageFullPath"]
        number = each["classNumber"] if each["classNumber"] is not None else each["particleClassificationId"]
        suffix = path.rpartition(".")[2] if path and "." in path.rpartition("/")[2] else ""
        name = f"class-{number:03}" + (f".{suffix}" if suffix else "")
        yield name, functools.partial(serving.opened, path, "picture of a class")


@api.route("/classes")
class ParticleClassList(Resource):
    @requires()
    @api.accepts(ParticleClassArguments, "query")
    @api.returns(ParticleClassPageSchema)
    def get(self, arguments):
        """List classes of particles

        Of a run of classification, or of data; with the models that they began with.
        """
        with transaction() as tx:
            return ParticleRepository(tx).classes(arguments, current_access())


@api.route(f"/classes/<int(max={MAX_ID}):particleClassificationId>")
@api.param("particleClassificationId", "The class's row.")
class ParticleClass(Resource):
    @requires()
    @api.returns(ParticleClassSchema, errors=(404,))
    def get(self, particleClassificationId):  # noqa: N803
        """Get one class of particles

        With the models that it began with.
        """
        with transaction() as tx:
            return ParticleRepository(tx).particle_class(particleClassificationId, current_access())

    @requires()
    @api.accepts(ParticleClassPatchSchema)
    @api.returns(ParticleClassSchema)
    @api.writes()
    def patch(self, tx, given, particleClassificationId):  # noqa: N803
        """Change a class of particles

        What is absent stays, null clears.  For pipelines, with the permission ingest_proc, and staff of the beamline.
        """
        return Classifications(tx, current_access()).change_class(
            particleClassificationId, given, expected(ParticleClassSchema)
        )


@api.route(f"/classes/<int(max={MAX_ID}):particleClassificationId>/image")
@api.param("particleClassificationId", "The class's row.")
class ClassPicture(Resource):
    @requires()
    @api.sends("image/*", "application/octet-stream")
    def get(self, particleClassificationId):  # noqa: N803
        """Get the picture of a class

        Of one in three dimensions, what is recorded may be its map.
        """
        with transaction() as tx:
            paths = ParticleRepository(tx).class_paths(particleClassificationId, current_access())
        return pictures.send(paths, "image", "class")
