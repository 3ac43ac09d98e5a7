"""How Sphinx makes the pages: sphinx-build -W -n -b html docs docs/_build"""

from ispyb_api import __version__

project = "ispyb-api"
copyright = "the authors of ispyb-api"
release = version = __version__
html_theme = "furo"
html_title = f"ispyb-api {release}"
exclude_patterns = ["_build", "deploy", "examples"]
highlight_language = "none"
nitpicky = True
