"""What came of processing, characterising and phasing data collections, as rows of collections show it."""

from ispyb_api.compat.java_rest.joining import by, joined

_COLLECTION = "AutoProcIntegration_dataCollectionId"
INTEGRATION = "AutoProcIntegration_autoProcIntegrationId"
_SHELL = "autoProcScalingStatisticsId"
_OF_SHELL = ("resolutionLimitLow", "resolutionLimitHigh", "completeness", "rMerge", "ccHalf", "meanIOverSigI")
_NO_SHELL = dict.fromkeys((_SHELL, "scalingStatisticsType", *_OF_SHELL))

# Keys that hold a column of every integration and shell.
_LISTS = {
    "processingPrograms": "AutoProcProgram_processingPrograms",
    "processingStatus": "AutoProcProgram_processingStatus",
    "autoProcIntegrationId": INTEGRATION,
    **{f"Autoprocessing_cell_{axis}": f"cell_{axis}" for axis in ("a", "b", "c", "alpha", "beta", "gamma")},
    "Autoprocessing_anomalous": "anomalous",
    "autoProcIds": "autoProcId",
    "scalingStatisticsTypes": "scalingStatisticsType",
    "resolutionsLimitHigh": "resolutionLimitHigh",
    "resolutionsLimitLow": "resolutionLimitLow",
    "rMerges": "rMerge",
    "completenessList": "completeness",
    "AutoProc_spaceGroups": "AutoProc_spaceGroup",
    "meanIOverSigIList": "meanIOverSigI",
    "ccHalfList": "ccHalf",
}


class Processed:
    """What came of some data collections, and of which steps of phasing there are from ``others`` as well."""

    def __init__(self, tx, collections, others=()):
        everyone = list({*collections, *others})
        self._processing = by(_shells(tx, collections), _COLLECTION)
        self._shown = _whole(tx, {each: _overall(rows) for each, rows in self._processing.items()})
        self._phasing = by(tx.all("java_rest.phasing_of_collections", collections=everyone), "dataCollectionId")

    def shown(self, collection, *, null=None):
        """Return the first integration's overall shell, or what there is of it, and the lists of all of them."""
        rows = self._processing.get(collection, [])
        lists = {key: joined((row[column] for row in rows), ", ", null=null) for key, column in _LISTS.items()}
        return {**self._shown.get(collection, {}), **lists}

    def integrations(self, collection):
        """Return how many integrations there are."""
        return len({row[INTEGRATION] for row in self._processing.get(collection, ())})

    def steps(self, collections):
        """Return the steps of phasing from some of the collections, each once."""
        found = (step for each in collections for step in self._phasing.get(each, ()))
        return list({step["phasingStepId"]: step for step in found}.values())


def _shells(tx, collections):
    """Return a row for each integration and shell of its scaling; what a page shows of one only comes later.

    A scaling's and an integration's columns are read once, not for each shell: there are thousands in a session.
    """
    found = tx.all("java_rest.integrations_of_collections", collections=collections)
    scalings = list({row["autoProcScalingId"] for row in found} - {None})
    shells = by(tx.all("java_rest.shells_of_scalings", scalings=scalings) if scalings else (), "autoProcScalingId")
    return [{**row, **shell} for row in found for shell in shells.get(row["autoProcScalingId"], (_NO_SHELL,))]


def _overall(rows):
    """Return the first overall shell, or else the first row."""
    return next((row for row in rows if row["scalingStatisticsType"] == "overall"), rows[0])


def _whole(tx, chosen):
    """Return the rows of {collection: row} with what is shown of one shell only."""
    shells = [row[_SHELL] for row in chosen.values() if row[_SHELL] is not None]
    found = {row[_SHELL]: row for row in tx.all("java_rest.rest_of_shells", shells=shells)} if shells else {}
    return {collection: {**row, **found.get(row[_SHELL], {})} for collection, row in chosen.items()}


def of_phasing(steps):
    """Return how many steps of which method there are, and in which space groups models were built and refined."""
    methods = [(step["method"] or "").upper() for step in steps]
    return {
        "hasPhasing": methods.count("SAD"),
        "hasMR": methods.count("MR"),
        "SpaceGroupModelResolvedByPhasing": _space_groups(steps, "MODELBUILDING"),
        "SpaceGroupModelResolvedByMr": _space_groups(steps, "REFINEMENT"),
    }


def _space_groups(steps, kind):
    return joined(dict.fromkeys(s["spaceGroupShortName"] for s in steps if s["phasingStepType"] == kind))


class Screened:
    """The characterisations of some groups and collections."""

    def __init__(self, tx, groups, collections):
        self._rows = tx.all("java_rest.screenings", groups=groups, collections=collections)

    def shown(self, group, collection):
        """Return the collection's last characterisation, or else its group's."""
        return self._first("Screening_dataCollectionId", collection) or self._first(
            "Screening_dataCollectionGroupId", group
        )

    def _first(self, column, value):
        return next((row for row in self._rows if value is not None and row[column] == value), {})
