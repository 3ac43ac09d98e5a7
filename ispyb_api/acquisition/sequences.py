"""Can a sequence of events of a time-resolved experiment be as it is told?  Times are seconds from the sequence's beginning."""

TYPES = ("XrayDetection", "XrayExposure", "LaserExcitation", "ReactionTrigger")
_SLACK = 1e-9  # seconds, by which sums of such numbers may miss


def faults(events):
    """Return what cannot be right in the events of one sequence: {number of the event: {field: [message]}}."""
    found = {}
    window = exposure(events)
    for number, event in enumerate(events):
        wrong = _by_itself(event) or _beside(event, window)
        if wrong:
            found[number] = {name: [message] for name, message in wrong.items()}
    return found


def exposure(events):
    """Return when X-rays are first and last on the sample, (begin, end); None without an exposure whose length is known."""
    spans = [_span(event) for event in events if event["type"] == "XrayExposure"]
    if not spans or any(end is None for _, end in spans):
        return None
    return min(begin for begin, _ in spans), max(end for _, end in spans)


def late(events, seconds):
    """Return the numbers of the events that begin when a data collection of so many seconds is over."""
    return [number for number, event in enumerate(events) if event["offset"] > seconds + _SLACK]


def _by_itself(event):
    duration, period, times = event.get("duration"), event.get("period"), event.get("repetition")
    if period is None and times is not None and times > 1:
        return {"period": "Is needed for an event that comes more than once."}
    if None not in (duration, period) and duration > period + _SLACK:
        return {"duration": f"Is longer than the period of {period:g} s after which the event comes again."}
    return {}


def _beside(event, window):
    if window is None or event["type"] == "XrayExposure":
        return {}
    begin, end = window
    if event["offset"] > end + _SLACK:
        return {"offset": f"Begins after the exposure, which is over {end:g} s after the sequence's beginning."}
    if event["type"] == "XrayDetection" and event["offset"] < begin - _SLACK:
        return {"offset": f"Detects before the exposure, which begins {begin:g} s after the sequence's beginning."}
    return {}


def _span(event):
    """Return when an event begins first and ends last, None for the end if that is not said."""
    duration, period, times = event.get("duration"), event.get("period"), event.get("repetition")
    if duration is None or (period is not None and times is None):
        return event["offset"], None
    again = (times - 1) * period if period is not None else 0
    return event["offset"], event["offset"] + again + duration
