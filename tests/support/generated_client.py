"""Runs beside the tests with ispyb-client, and nothing of ours: questions on stdin, answers on stdout, a line each.

``python generated_client.py URL``
"""

import functools
import importlib
import inspect
import json
import pkgutil
import sys

import ispyb_client
from ispyb_client.apis import tags

REFUSALS = (ispyb_client.OpenApiException, NotImplementedError)


def api_class(tag):
    """Return a tag's class, as a user of the package imports it."""
    module = importlib.import_module(f"{tags.__name__}.{tag}")
    return next(each for each in vars(module).values() if inspect.isclass(each) and each.__module__ == module.__name__)


@functools.cache
def operations():
    """Return {"tag.operation": its module} of the whole package."""
    found = {}
    for tag in pkgutil.iter_modules(tags.__path__):
        for base in api_class(tag.name).__bases__:
            name = next(each for each in vars(base) if not each.startswith("_"))
            found[f"{tag.name}.{name}"] = importlib.import_module(base.__module__)
    return found


def described(module):
    """Return what an operation calls, and the names of its query's parameters."""
    kinds = [getattr(module, f"Request{kind}QueryParams", None) for kind in ("Required", "Optional")]
    parameters = sorted(name for kind in kinds if kind for name in kind.__annotations__)
    path = getattr(module.path, "value", module.path)
    return {"method": module.__name__.rpartition(".")[2].upper(), "path": path, "parameters": parameters}


def call(url, operation, token, options):
    """Call an operation as a user of the package does; see ispyb_client.Client.call."""
    tag, _, name = operation.partition(".")
    configuration = ispyb_client.Configuration(host=url)
    configuration.access_token = token
    with ispyb_client.ApiClient(configuration) as client:
        sent, send = [], client.call_api
        client.call_api = lambda **request: sent.append(send(**request)) or sent[-1]
        accepted, refused = False, None
        try:
            answer = getattr(api_class(tag)(client), name)(**options)
            accepted = type(answer.body).__name__ != "Unset"
        except ispyb_client.ApiException:
            pass  # a status beyond 299, as the caller sees
        except REFUSALS as exc:
            refused = f"{type(exc).__name__}: {exc}"
    if not sent:
        raise RuntimeError(f"{operation} was not called: {refused}")
    answer, body = sent[0], _json(sent[0].data)
    without = None if accepted or body is None else _refusal(operation, answer.status, body)
    found = {"status": answer.status, "body": body, "bytes": len(answer.data)}
    return {**found, "accepted": accepted, "refused": refused, "without_nulls": without}


def _refusal(operation, status, body):
    """Return why the package does not take an answer without the keys that are null, if it does not."""
    described = operations()[operation]._status_code_to_response.get(str(status))
    if described is None or described.content is None:
        return None
    schema = described.content["application/json"].schema
    try:
        schema.from_openapi_data_oapg(_without_nulls(body))
    except REFUSALS as exc:
        return f"{type(exc).__name__}: {exc}"
    return None


def _without_nulls(value):
    if isinstance(value, list):
        return [_without_nulls(each) for each in value]
    if isinstance(value, dict):
        return {name: _without_nulls(each) for name, each in value.items() if each is not None}
    return value


def _json(data):
    try:
        return json.loads(data)
    except ValueError:
        return None  # a file


def main(url):
    for line in sys.stdin:
        question = json.loads(line)
        if question.get("list"):
            answer = {name: described(module) for name, module in operations().items()}
        else:
            answer = call(url, question["operation"], question["token"], question["options"])
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
