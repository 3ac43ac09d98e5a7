"""docs/java-rest.rst lists every route, and no other."""

import re
from pathlib import Path

from ispyb_api.compat.java_rest import blueprint

PAGE = Path(__file__).parents[3] / "docs" / "java-rest.rst"


def test_the_page_lists_every_route(app):
    served = {f"{method} {_plain(path)}" for path, method, _ in blueprint.routes(app)}
    listed = set(re.findall(r"^   \* - ``((?:GET|POST) [^`]+)``", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    assert listed == served


def _plain(path):
    names = {"token": "{t}", "proposal": "{p}"}
    return re.sub(r"<(\w+)>", lambda name: names.get(name[1], f"{{{name[1]}}}"), path)
