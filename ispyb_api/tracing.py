"""Which queries a route may run: read off the code, so that nobody has to write it down twice."""

import inspect
import types

_OURS = "ispyb_api."


def queries_of(function, names):
    """Return those of ``names`` (as sessions.list_sessions) that the function, or what it calls, mentions."""
    found, seen, waiting = set(), set(), [(inspect.unwrap(function), None)]
    while waiting:
        current, owner = waiting.pop()
        if (current, owner) in seen:
            continue
        seen.add((current, owner))
        strings, mentioned = _mentioned(current)
        found |= strings & names
        waiting += _called(mentioned, owner)
    return found


def _mentioned(function):
    """Return the strings and the objects of ours that a function's code refers to, and all names in it."""
    strings, names, codes = set(), set(), [function.__code__]
    while codes:
        code = codes.pop()
        names |= set(code.co_names)
        for constant in code.co_consts:
            if isinstance(constant, types.CodeType):
                codes.append(constant)
            strings |= set(_strings(constant))
    objects = [function.__globals__[name] for name in names if name in function.__globals__]
    for each in objects:
        strings |= set(_strings(each))
    return strings, (names, objects)


def _strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, (list, tuple, set, frozenset)):
        for each in value:
            yield from _strings(each)


def _called(mentioned, owner):
    names, objects = mentioned
    objects = [*objects, *_parts(owner)]
    classes = [each for each in objects if inspect.isclass(each) and each.__module__.startswith(_OURS)]
    modules = [each for each in objects if inspect.ismodule(each) and each.__name__.startswith(_OURS)]
    for each in objects:
        if inspect.isfunction(each) and each.__module__.startswith(_OURS):
            yield inspect.unwrap(each), None
    for holder in [*classes, *modules, *([owner] if owner else [])]:
        for name in names | ({"__init__"} if inspect.isclass(holder) else set()):
            method = inspect.getattr_static(holder, name, None)
            method = getattr(method, "__func__", method)
            if inspect.isfunction(method) and method.__module__.startswith(_OURS):
                yield inspect.unwrap(method), holder if inspect.isclass(holder) else None


def _parts(owner):
    """Return what an object is made with: it calls that as ``self._something.method()``."""
    return _mentioned(owner.__init__)[1][1] if owner and inspect.isfunction(owner.__init__) else []
