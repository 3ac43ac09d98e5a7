"""What scaling gave, of all pipelines, and which is the best.  The SQL is in sql/queries/processing/results.sql."""

from collections import defaultdict

from ispyb_api.db.listing import Listing, envelope
from ispyb_api.db.queries import Clause
from ispyb_api.errors import Invalid
from ispyb_api.processing import ranking, scopes, ways
from ispyb_api.processing.statuses import status

SHELLS = ("overall", "innerShell", "outerShell")
SHELL = (
    *("resolutionLimitLow", "resolutionLimitHigh", "rMerge", "rMeasAllIPlusIMinus", "rPimAllIPlusIMinus"),
    *("meanIOverSigI", "ccHalf", "ccAnomalous", "completeness", "completenessEllipsoidal", "multiplicity"),
    *("anomalousCompleteness", "anomalousMultiplicity", "nTotalObservations", "nTotalUniqueObservations"),
)
MOST_CANDIDATES = 50_000
_MOST_COMPARED = 2000

_OVERALL = "(SELECT MAX(o.{}) FROM AutoProcScalingStatistics o WHERE o.autoProcScalingId = sc.autoProcScalingId AND o.scalingStatisticsType = 'overall')"

RESULTS = Listing(
    filters={
        "processingPrograms": ("pg.processingPrograms", "eq"),
        "spaceGroup": ("ap.spaceGroup", "eq"),
        "before": lambda number: Clause("sc.autoProcScalingId < :f_before", {"f_before": number}),
        "scalings": lambda numbers: Clause("sc.autoProcScalingId IN (:f_scalings)", {"f_scalings": numbers}),
    },
    sorts={
        "autoProcScalingId": "sc.autoProcScalingId",
        "processingPrograms": "pg.processingPrograms",
        **{name: _OVERALL.format(name) for name in ("resolutionLimitHigh", "completeness", "meanIOverSigI")},
    },
    default_sort="-autoProcScalingId",
    tie_breaker="sc.autoProcScalingId",
)


class ResultRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of the scalings, each with its shells by their kind and with its sweeps."""
        seen = self._seen(arguments, access)
        rows = self._with_sweeps(self._rows(arguments, seen), access)
        slots = {"visible": seen, "where": RESULTS.where(arguments)}
        return envelope(rows, arguments, lambda: self._tx.total("processing.count_results", slots))

    def piece(self, arguments, before, most, access):
        """Return up to ``most`` scalings that were recorded before one: the latest if that is None."""
        chosen = {**arguments, "before": before, "limit": most, "skip": 0}
        return self._with_sweeps(self._rows(chosen, self._seen(arguments, access)), access)

    def compared(self, arguments, access):
        """Return the scalings of what is asked for, the best of them, and the runs that led to none."""
        chosen = {**arguments, "skip": 0, "limit": _MOST_COMPARED, "order_by": "autoProcScalingId"}
        rows = self._rows(chosen, self._seen(arguments, access))
        best = ranking.best(rows)
        others = self._runs_without(arguments, access)
        return {"best": best and best["autoProcScalingId"], "results": rows, "unscaled": others}

    def best(self, arguments, access):
        """Return one page of the best scalings, of each thing that ``by`` names."""
        found = defaultdict(dict)
        for row in self._candidates(arguments, access):
            if (number := row[arguments["by"]]) is not None:
                found[number][row["autoProcScalingId"]] = row
        whole = [(number, len(rows), ranking.best(rows.values())) for number, rows in sorted(found.items())]
        chosen = whole[arguments["skip"] :][: arguments["limit"]]
        results = self._chosen([row["autoProcScalingId"] for _, _, row in chosen if row], access)
        rows = [
            {"id": number, "scalings": count, "best": results.get(row and row["autoProcScalingId"])}
            for number, count, row in chosen
        ]
        return {"total": len(whole), "results": rows, "skip": arguments["skip"], "limit": arguments["limit"]}

    def _candidates(self, arguments, access):
        slots = {"visible": scopes.visible(self._tx, access, arguments), "where": scopes.where(arguments)}
        grouped = int(arguments["by"] == "blSampleGroupId")
        rows = self._tx.all("processing.candidates", slots, grouped=grouped, most=MOST_CANDIDATES + 1)
        if len(rows) > MOST_CANDIDATES:
            raise Invalid(f"There are more than {MOST_CANDIDATES} results to choose from: ask for less.")
        for row in rows:
            yield {**row, "processingStatus": status(row["processingStatus"]), "overall": row}

    def _chosen(self, scalings, access):
        if not scalings:
            return {}
        asked = {"scalings": sorted(set(scalings)), "skip": 0, "limit": len(scalings)}
        return {row["autoProcScalingId"]: row for row in self._with_sweeps(self._rows(asked, Clause()), access)}

    def _seen(self, arguments, access):
        """Return the join that leaves the scalings of the collections that are asked for."""
        part = self._tx.part("processing.scalings_of_collections")
        rows = ways.filled(part, visible=scopes.visible(self._tx, access, arguments), where=scopes.where(arguments))
        return Clause(f"JOIN ({rows.sql}) seen ON seen.autoProcScalingId = sc.autoProcScalingId", rows.params)

    def _rows(self, arguments, seen):
        found = {}
        for row in self._tx.all("processing.list_results", RESULTS.slots(arguments, visible=seen)):
            shell = {name: row.pop(name) for name in SHELL}
            kind = row.pop("scalingStatisticsType")
            row["processingStatus"] = status(row["processingStatus"])
            scaling = found.setdefault(row["autoProcScalingId"], {**row, **dict.fromkeys(SHELLS)})
            if kind in SHELLS:
                scaling[kind] = shell
        return list(found.values())

    def _with_sweeps(self, rows, access):
        sweeps = {row["autoProcScalingId"]: row.setdefault("DataCollections", []) for row in rows}
        if sweeps:
            slots = {"visible": ways.visible(access)}
            for row in self._tx.all("processing.collections_of_results", slots, scalings=list(sweeps)):
                sweeps[row.pop("autoProcScalingId")].append(row)
        return rows

    def _runs_without(self, arguments, access):
        rows = ways.programs_within(
            self._tx, visible=scopes.visible(self._tx, access, arguments), where=scopes.where(arguments)
        )
        found = self._tx.all("processing.runs_without_results", {"union": ways.also(rows)})
        return [{**row, "processingStatus": status(row["processingStatus"])} for row in found]
