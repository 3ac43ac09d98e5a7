"""What viewers want to know of an image: its geometry, its statistics, how its pixels are distributed."""

_BINS = 300


def header(collection, image, said):
    """Return the geometry in mm and pixels, with the statistics of the pixels."""
    height, width = image.shape
    across = _millimetres(collection["detectorPixelSizeHorizontal"])
    down = _millimetres(collection["detectorPixelSizeVertical"])
    beam_x, beam_y = collection["xBeam"], collection["yBeam"]
    centre_x = beam_x / across if beam_x is not None and across else None
    centre_y = beam_y / down if beam_y is not None and down else None
    found = {
        "wavelength": collection["wavelength"],
        "detector_distance": collection["detectorDistance"],
        "beam_cx": centre_x,
        "beam_cy": centre_y,
        "beam_ocx": None if centre_x is None else (centre_x - width / 2) * across,
        "beam_ocy": None if centre_y is None else (centre_y - height / 2) * down,
        "detector_radius": width * across / 2 if across else None,
        "pixel_size_x": across,
        "pixel_size_y": down,
        "img_width": width,
        "img_height": height,
        "pxxpm": 1 / across if across else None,
        "pxypm": 1 / down if down else None,
        **statistics(image),
    }
    return {"braggy_hdr": found, "parsed_ext_hdr": said}


def _millimetres(size):
    """Return a pixel's size in mm; some facilities write metres."""
    return None if not size else size * 1000 if size < 0.001 else size


def statistics(image):
    """Return least, greatest and mean of the pixels, and how far they spread."""
    import numpy  # noqa: PLC0415 - an extra

    values = image[numpy.isfinite(image)].astype(float)
    positive, strictly = values[values >= 0], values[values > 0]

    def least(some):
        return float(some.min()) if some.size else None

    whole = values.size
    return {
        "min": least(values),
        "max": float(values.max()) if whole else None,
        "mean": float(values.mean()) if whole else None,
        "std": float(values.std()) if whole else None,
        "positive_min": least(positive),
        "strict_positive_min": least(strictly),
    }


def histogram(image):
    """Return how the pixels below mean + 3 σ are distributed: bins of 1 up to 300, else 300 bins."""
    import numpy  # noqa: PLC0415

    values = image[numpy.isfinite(image)].astype(float)
    if not values.size:
        return {"values": [], "bins": [], "shape": [0], "max": 0}
    kept = values[values <= values.mean() + 3 * values.std()]
    low, high = float(kept.min()), float(kept.max())
    edges = numpy.arange(low, high + 2) if high - low <= _BINS else numpy.linspace(low, high, _BINS + 1)
    counts, edges = numpy.histogram(kept, edges)
    return {
        "values": [int(count) for count in counts],
        "bins": [float(edge) for edge in edges],
        "shape": list(counts.shape),
        "max": high,
    }
