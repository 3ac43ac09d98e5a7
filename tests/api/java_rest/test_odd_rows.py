"""Rows as other programs leave them: without values, without what they point to, with dates and words that are none.

What front ends cannot do without is there all the same, and no answer fails.
"""

import logging

import pytest

from tests.api.java_rest.checking import Checker
from tests.support.java import Java

# What the rows are found by.
KEPT = {
    "Proposal": ("proposalCode", "proposalNumber", "personId"),
    "Person": ("login",),
    "BLSession": ("proposalId", "beamLineName", "startDate", "endDate"),
    "DataCollectionGroup": ("sessionId",),
    "DataCollection": ("dataCollectionGroupId",),
    "Shipping": ("proposalId",),
    "Dewar": ("shippingId",),
    "Container": ("dewarId",),
    "BLSample": ("containerId",),
    "Crystal": ("proteinId",),
    "Protein": ("proposalId",),
    "LabContact": ("proposalId", "personId"),
    "Laboratory": (),
    "DiffractionPlan": (),
    "AutoProc": (),
    "AutoProcScaling": ("autoProcId",),
    "AutoProcScaling_has_Int": ("autoProcScalingId", "autoProcIntegrationId"),
    "AutoProcScalingStatistics": ("autoProcScalingId",),
    "AutoProcIntegration": ("dataCollectionId",),
    "AutoProcProgram": (),
    "AutoProcProgramAttachment": ("autoProcProgramId",),
    "DewarTransportHistory": ("dewarId",),
    "EnergyScan": ("sessionId",),
    "XFEFluorescenceSpectrum": ("sessionId",),
    "Movie": ("dataCollectionId",),
    "MotionCorrection": ("movieId",),
    "CTF": ("motionCorrectionId",),
    "PhasingStep": ("autoProcScalingId", "programRunId"),
    "PhasingStatistics": ("phasingStepId",),
    "PhasingProgramAttachment": ("phasingProgramRunId",),
    "Screening": ("dataCollectionId",),
    "ScreeningOutput": ("screeningId",),
    "Workflow": (),
    "WorkflowStep": ("workflowId",),
    "ParticlePicker": ("firstMotionCorrectionId",),
    "ParticleClassification": ("particleClassificationGroupId",),
    "Detector": (),
    "BeamLineSetup": (),
    "Image": ("dataCollectionId",),
}
PROPOSALS = (1, 3)


def nullable(site, table):
    """Return [(column, type)] of what may be null in a table, but for what its rows are found by."""
    if site.name == "sqlite":
        rows = [(each["name"], each["type"], each["notnull"] or each["pk"]) for each in site.ask(f"PRAGMA table_info({table})")]  # fmt: skip
    else:
        rows = [
            (each["Field"], each["Type"], each["Null"] == "NO" or "GENERATED" in each["Extra"])
            for each in site.ask(f"SHOW COLUMNS FROM {table}")
        ]
    return [(name, kind.lower()) for name, kind, needed in rows if not needed and name not in KEPT[table]]


def emptied(site, table, columns, value="NULL"):
    """Give columns a value wherever no other row may have the same."""
    anyhow = "UPDATE IGNORE" if site.name == "mariadb" else "UPDATE OR IGNORE"
    for column in columns:
        site.ask(f"{anyhow} {table} SET {column} = {value}")


def without_values(site):
    for table in KEPT:
        emptied(site, table, [name for name, _ in nullable(site, table) if not name.endswith("Id")])


def without_links(site):
    for table in KEPT:
        emptied(site, table, [name for name, _ in nullable(site, table) if name.endswith("Id")])


def with_no_dates(site):
    """As they are in databases whose server once took any date, and any word for an enumeration."""
    for table in KEPT:
        columns = nullable(site, table)
        emptied(
            site,
            table,
            [name for name, kind in columns if kind.startswith(("datetime", "timestamp"))],
            "'0000-00-00 00:00:00'",
        )
        emptied(site, table, [name for name, kind in columns if kind.startswith("enum")], "''")


def with_empty_words(site):
    for table in KEPT:
        texts = [name for name, kind in nullable(site, table) if kind.startswith(("varchar", "text", "longtext"))]
        emptied(site, table, texts, "''")


@pytest.mark.parametrize("made", [without_values, without_links, with_no_dates, with_empty_words])
def test_every_answer_is_whole_all_the_same(own_site, made, caplog):
    loosely(own_site, made)
    caplog.set_level(logging.ERROR)
    wrong, rows = {}, 0
    for number in PROPOSALS:
        found, seen = Checker(Java(own_site), number).look()
        wrong, rows = {**wrong, **found}, rows + sum(seen.values())
    assert wrong == {}
    assert rows > 300
    assert [record.getMessage() for record in caplog.records if record.name.startswith("ispyb_api")] == []


def loosely(site, change):
    """Let a connection that checks nothing change rows, as an old server's do."""
    with site.database.engine.raw() as raw:
        cursor = raw.cursor()
        cursor.execute(
            "SET SESSION sql_mode = ''" if site.name == "mariadb" else "PRAGMA ignore_check_constraints = ON"
        )
        change(_Loose(site, cursor))
        raw.commit()


class _Loose:
    """A site whose questions go through one connection."""

    def __init__(self, site, cursor):
        self.name, self._cursor = site.name, cursor

    def ask(self, sql):
        self._cursor.execute(sql)
        return list(self._cursor.fetchall()) if self._cursor.description else []
