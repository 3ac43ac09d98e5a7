"""/data: what is in the files of images and results"""

import flask
from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.errors import Invalid, NotFound
from ispyb_api.http.namespace import Namespace
from ispyb_api.http.services import transaction
from ispyb_api.imagery import hdf5, images, summaries
from ispyb_api.imagery.busy import turn
from ispyb_api.imagery.repository import DataFileRepository
from ispyb_api.imagery.schemas import (
    AttributeArguments,
    ContentArguments,
    DatasetArguments,
    ImageArguments,
    ImageHeaderSchema,
    ImageHistogramSchema,
    MetaArguments,
)

api = Namespace("data", description="What is in the files of images and results")


def _image(arguments):
    with transaction() as tx:
        collection = DataFileRepository(tx, current_access()).images(arguments["dataCollectionId"])
    image, said = images.read(collection, arguments["imageNumber"])
    return collection, image, said


@api.route("/images")
class ImageBytes(Resource):
    @requires()
    @api.accepts(ImageArguments, "query")
    @api.sends("application/octet-stream", errors=(404, 501))
    def get(self, arguments):
        """Get the pixels of an image

        As 32-bit floating-point numbers, little-endian, row by row.
        """
        with turn():
            _, image, _ = _image(arguments)
            data = image.astype("<f4").tobytes()
        return flask.Response(
            data, mimetype="application/octet-stream", headers={"X-Shape": f"{image.shape[0]},{image.shape[1]}"}
        )


@api.route("/images/header")
class ImageHeader(Resource):
    @requires()
    @api.accepts(ImageArguments, "query")
    @api.returns(ImageHeaderSchema, errors=(404, 501))
    def get(self, arguments):
        """Get the geometry of an image

        With its pixels' statistics, and what its file says of it.
        """
        with turn():
            return summaries.header(*_image(arguments))


@api.route("/images/histogram")
class ImageHistogram(Resource):
    @requires()
    @api.accepts(ImageArguments, "query")
    @api.returns(ImageHistogramSchema, errors=(404, 501))
    def get(self, arguments):
        """Get how the pixels of an image are distributed

        Those below the mean and three times their spread.
        """
        with turn():
            return summaries.histogram(_image(arguments)[1])


def _both(name):
    """Serve a route with and without the slash at its end, as clients of either kind ask."""

    def decorate(resource):
        api.route(f"/h5grove/{name}/")(type(f"{resource.__name__}Slash", (resource,), {}))
        return api.route(f"/h5grove/{name}")(resource)

    return decorate


def _path(arguments):
    """Return the path of the file that is asked for."""
    with transaction() as tx:
        files = DataFileRepository(tx, current_access())
        if "dataCollectionId" in arguments:
            collection = files.images(arguments["dataCollectionId"])
            return images.file_of(collection, collection["startImageNumber"] or 1)
        if "robotActionId" in arguments:
            return files.of_robot_action(arguments["robotActionId"])
        return files.of_program(arguments["autoProcProgramAttachmentId"])


def _answered(arguments, question, *, resolve_links="only_valid", kind="json"):
    """Return what ``question(content)`` says of the file's content, encoded."""
    from h5grove.content import create_content  # noqa: PLC0415 - slow to load, and an extra
    from h5grove.encoders import encode  # noqa: PLC0415
    from h5grove.models import LinkResolution  # noqa: PLC0415
    from h5grove.utils import LinkError, NotFoundError, PathError, QueryArgumentError  # noqa: PLC0415

    inside = arguments.get("path", "/")
    with hdf5.opened(_path(arguments)) as file:
        found = hdf5.require_confined(file, inside)
        try:
            answer = encode(question(create_content(file, inside, LinkResolution(resolve_links)), found), kind)
        except (NotFoundError, LinkError, PathError) as exc:
            raise NotFound(str(exc)) from None
        except (QueryArgumentError, TypeError, IndexError) as exc:
            raise Invalid(str(exc) or "The file's content is not of that kind.") from None
        content = answer.content if isinstance(answer.content, (bytes, str)) else b"".join(answer.content)
    return flask.Response(content, headers=answer.headers)


def _of_dataset(found):
    if not hasattr(found, "dtype") or not hasattr(found, "shape"):
        raise Invalid(errors={"path": ["Is no dataset."]})


@_both("attr")
class Attributes(Resource):
    @requires()
    @api.accepts(AttributeArguments, "query")
    @api.sends("application/json", errors=(404, 501))
    def get(self, arguments):
        """Get the attributes of an object in an HDF5 file

        Of a group or of a dataset, by h5grove.
        """
        with turn():
            return _answered(arguments, lambda content, _: content.attributes(arguments.get("attr_keys")))


@_both("data")
class Values(Resource):
    @requires()
    @api.accepts(DatasetArguments, "query")
    @api.sends("application/json", "application/octet-stream", "text/csv", "image/tiff", errors=(404, 501))
    def get(self, arguments):
        """Get the values of a dataset in an HDF5 file

        Or of a part of it, in several formats, by h5grove.
        """
        chosen = arguments.get("selection")

        def values(content, found):
            _of_dataset(found)
            hdf5.require_small(found, chosen)
            return content.data(chosen, arguments.get("flatten", False), arguments.get("dtype", "origin"))

        with turn():
            return _answered(arguments, values, kind=arguments.get("format", "json"))


@_both("meta")
class Metadata(Resource):
    @requires()
    @api.accepts(MetaArguments, "query")
    @api.sends("application/json", errors=(404, 501))
    def get(self, arguments):
        """Get what an object in an HDF5 file is

        Its kind, its shape, its children, by h5grove.  Links to files that are not served are not followed.
        """
        links = arguments.get("resolve_links", "only_valid")
        with turn():
            return _answered(arguments, _described, resolve_links=links)


def _described(content, found):
    """Return what an object is; of a group with its children, of which none is looked for outside the served folders."""
    if hasattr(found, "dtype") or not hasattr(found, "keys"):
        return content.metadata()
    from h5grove.content import create_content  # noqa: PLC0415
    from h5grove.models import LinkResolution  # noqa: PLC0415

    children = []
    for name in found:
        links = LinkResolution.NONE if hdf5.leads_out(found, name) else LinkResolution.ONLY_VALID
        children.append(create_content(found.file, f"{found.name.rstrip('/')}/{name}", links).metadata(0))
    return {**content.metadata(0), "children": children}


@_both("stats")
class Statistics(Resource):
    @requires()
    @api.accepts(ContentArguments, "query")
    @api.sends("application/json", errors=(404, 501))
    def get(self, arguments):
        """Get the statistics of a dataset in an HDF5 file

        Or of a part of it: least, greatest, mean, spread, by h5grove.
        """
        chosen = arguments.get("selection")

        def values(content, found):
            _of_dataset(found)
            hdf5.require_small(found, chosen)
            return content.data_stats(chosen)

        with turn():
            return _answered(arguments, values)
