"""The build is described in setup.cfg; only the list of packages is made here, so that a new one cannot be forgotten."""

from setuptools import find_packages, setup

setup(packages=[*find_packages(include=["ispyb_api", "ispyb_api.*"]), "ispyb_api._sql", "ispyb_api._settings"])
