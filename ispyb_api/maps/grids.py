"""Values of a grid in the order in which they were measured, put where they belong, and drawn.

Needs numpy and Pillow (the extra ``data``), and loads them when the first picture is asked for.
"""

import gzip
import io
import json
import math
import zlib

from ispyb_api.errors import NotFound, NotInThisDatabase

MOST_POINTS = 4_000_000
MOST_IMAGES = 1_000_000  # points that are rows of the database each
_MOST_BYTES = 64 * 1024 * 1024
_LARGEST = 1e30  # of a value; sums and differences of such are numbers still
ABSENT = -1  # what programs write where nothing was measured yet

# Colours at equal distances from least to most, by the names that programs record with maps.
COLOUR_MAPS = {
    "viridis": ((68, 1, 84), (59, 82, 139), (33, 145, 140), (94, 201, 98), (253, 231, 37)),
    "inferno": ((0, 0, 4), (87, 16, 110), (188, 55, 84), (249, 142, 9), (252, 255, 164)),
    "magma": ((0, 0, 4), (81, 18, 124), (183, 55, 121), (252, 137, 97), (252, 253, 191)),
    "plasma": ((13, 8, 135), (126, 3, 168), (204, 71, 120), (248, 149, 64), (240, 249, 33)),
    "cividis": ((0, 34, 78), (64, 77, 108), (124, 123, 120), (186, 174, 108), (254, 232, 56)),
    "hot": ((11, 0, 0), (255, 0, 0), (255, 255, 0), (255, 255, 255)),
    "jet": ((0, 0, 128), (0, 0, 255), (0, 255, 255), (255, 255, 0), (255, 0, 0), (128, 0, 0)),
    "gray": ((0, 0, 0), (255, 255, 255)),
}


def no_map(message="The map's values cannot be read."):
    """Return the error for a map that cannot be shown."""
    return NotFound(message)


def encoded(values):
    """Return the values of a map as the database holds them, and what that format is called."""
    marked = [ABSENT if value is None else value for value in values]
    return gzip.compress(json.dumps(marked, separators=(",", ":")).encode(), mtime=0), "json+gzip"


def decoded(data):
    """Return the values of a map from what the database holds: JSON, plain or compressed."""
    raw = bytes(data) if not isinstance(data, str) else data.encode()
    try:
        if raw[:2] == b"\x1f\x8b":
            with gzip.open(io.BytesIO(raw)) as file:
                raw = file.read(_MOST_BYTES + 1)
        values = json.loads(raw, parse_constant=_no_number) if len(raw) <= _MOST_BYTES else None
    except (OSError, EOFError, zlib.error, ValueError, RecursionError):
        raise no_map() from None
    if not isinstance(values, list) or len(values) > MOST_POINTS or not all(map(_is_number, values)):
        raise no_map()
    return values


def _no_number(name):
    """Take NaN for a point that was not measured; refuse what is infinite."""
    if name != "NaN":
        raise ValueError(name)


def _is_number(value):
    return value is None or (type(value) in (int, float) and abs(value) <= _LARGEST)


def size(grid, most=MOST_POINTS):
    """Return how many points lie along x and y; raise NotFound if that is not known, or more than ``most``."""
    steps = [grid["steps_x"] or 0, grid["steps_y"] or 0]
    if not all(isinstance(each, (int, float)) and 1 <= each < math.inf for each in steps):
        raise no_map("The grid's size is not known.")
    across, down = map(int, steps)
    if across * down > most:
        raise no_map(f"The grid has more than {most} points.")
    return across, down


def measured(values, grid):
    """Return a value for each point of a grid, in the order in which they were measured; None where nothing was."""
    across, down = size(grid)
    wanted = across * down
    values = [None if value in (None, ABSENT) else value for value in values[:wanted]]
    return values + [None] * (wanted - len(values))


def laid_out(values, grid):
    """Return rows from top to bottom, each from left to right; None where nothing was measured.

    Image n is the n-th along the fast axis, which is x for a horizontal grid and y for a vertical one; where the grid is
    snaked, every second line was scanned backwards.
    """
    across, down = size(grid)
    vertical = str(grid["orientation"] or "").casefold() == "vertical"
    length, number = (down, across) if vertical else (across, down)
    values = measured(values, grid)
    lines = [values[begin : begin + length] for begin in range(0, length * number, length)]
    if grid["snaked"]:
        lines = [line[::-1] if place % 2 else line for place, line in enumerate(lines)]
    return [list(row) for row in zip(*lines, strict=True)] if vertical else lines


def bounds(rows):
    """Return the least and the most of the values; None where none is known."""
    known = [value for row in rows for value in row if value is not None]
    return min(known, default=None), max(known, default=None)


def picture(rows, colours, *, least=None, most=None, scale=1, legend=False):
    """Return a PNG: a square for each point; transparent where nothing was measured."""
    numpy, image_of = _tools()
    low, high = _ends(rows, least, most)
    values = numpy.array([[numpy.nan if value is None else value for value in row] for row in rows], dtype=float)
    part = numpy.clip((values - low) / (high - low), 0, 1)
    drawn = _coloured(numpy, part, colours)
    drawn[..., 3] = numpy.where(numpy.isnan(values), 0, 255)
    picture = image_of.fromarray(drawn).resize((len(rows[0]) * scale, len(rows) * scale), image_of.Resampling.NEAREST)
    if legend:
        picture = _with_legend(numpy, image_of, picture, colours, low, high)
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


def _ends(rows, least, most):
    """Return the values of the first and the last colour; those of the map where not both are told."""
    low, high = bounds(rows)
    low, high = (low or 0) if least is None else least, (high or 0) if most is None else most
    return (low, high) if low < high else (low, low + max(abs(low), 1))


def _coloured(numpy, part, colours):
    anchors = numpy.array(COLOUR_MAPS[colours], dtype=float)
    places = numpy.linspace(0, 1, len(anchors))
    known = numpy.nan_to_num(part)
    drawn = numpy.empty((*part.shape, 4), dtype=numpy.uint8)
    for channel in range(3):
        drawn[..., channel] = numpy.rint(numpy.interp(known, places, anchors[:, channel]))
    return drawn


def _with_legend(numpy, image_of, picture, colours, low, high):
    """Put a bar of the colours beside the picture, with what its ends mean."""
    from PIL import ImageDraw  # noqa: PLC0415 - with the rest of the extra

    height = max(picture.height, 60)
    bar = _coloured(numpy, numpy.linspace(1, 0, height)[:, None].repeat(12, axis=1), colours)
    bar[..., 3] = 255
    whole = image_of.new("RGBA", (picture.width + 90, height), (255, 255, 255, 255))
    whole.paste(picture, (0, 0), picture)
    whole.paste(image_of.fromarray(bar), (picture.width + 8, 0))
    writing = ImageDraw.Draw(whole)
    for text, top in ((f"{high:g}", 1), (f"{low:g}", height - 12)):
        writing.text((picture.width + 24, top), text, fill=(0, 0, 0, 255))
    return whole


def histogram(values, number=50):
    """Return counts in bins of equal width, where these begin and how wide they are; what is absent counts as 0."""
    known = [0 if value in (None, ABSENT) else value for value in values]
    low, high = min(known, default=0), max(known, default=0)
    width = (high - low) / number or 1
    counts = [0] * number
    for value in known:
        counts[min(int((value - low) / width), number - 1)] += 1
    return {"hist": counts, "bins": [low + place * width for place in range(number)], "width": [width] * number}


def _tools():
    try:
        import numpy  # noqa: PLC0415 - 0.1 s that only those wait for who want pictures
        from PIL import Image  # noqa: PLC0415
    except ImportError:
        raise NotInThisDatabase("This server draws no pictures: install ispyb-api[data].") from None
    return numpy, Image
