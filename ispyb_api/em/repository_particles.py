"""Particles, and the classes that they fall into.  The SQL is in sql/queries/em/particles.sql."""

from collections import defaultdict
from typing import NamedTuple

from ispyb_api.db.listing import Listing, conjunction
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound
from ispyb_api.processing import scopes, ways
from ispyb_api.processing.statuses import status

PICKERS = Listing(
    filters={"particlePickerId": ("pp.particlePickerId", "eq"), "autoProcProgramId": ("pp.programId", "eq")},
    sorts={"particlePickerId": "pp.particlePickerId", "numberOfParticles": "pp.numberOfParticles"},
    default_sort="-particlePickerId",
    tie_breaker="pp.particlePickerId",
)
CLASSIFICATIONS = Listing(
    filters={
        "particleClassificationGroupId": ("cg.particleClassificationGroupId", "eq"),
        "type": ("cg.type", "eq"),
        "particlePickerId": ("cg.particlePickerId", "eq"),
        "autoProcProgramId": ("cg.programId", "eq"),
    },
    sorts={"particleClassificationGroupId": "cg.particleClassificationGroupId"},
    default_sort="-particleClassificationGroupId",
    tie_breaker="cg.particleClassificationGroupId",
)
CLASSES = Listing(
    filters={
        "classes": lambda classes: Clause("pc.particleClassificationId IN (:f_classes)", {"f_classes": classes}),
        "particleClassificationGroupId": ("cg.particleClassificationGroupId", "eq"),
        "type": ("cg.type", "eq"),
        "selected": ("COALESCE(pc.selected, 0)", "eq"),
    },
    sorts={
        "particleClassificationId": "pc.particleClassificationId",
        "classNumber": "pc.classNumber",
        "particlesPerClass": "pc.particlesPerClass",
        "estimatedResolution": "pc.estimatedResolution",
    },
    default_sort="particleClassificationId",
    tie_breaker="pc.particleClassificationId",
)

_ONE = {"skip": 0, "limit": 1}

# A single row has one program and one picker: there is no need to find all that the caller may see.
_PROGRAMS_OF_PICKER = "SELECT n1.programId FROM ParticlePicker n1 WHERE n1.particlePickerId = :n_picker"
_PICKER = (
    "SELECT n2.particlePickerId FROM ParticleClassificationGroup n2 WHERE n2.particleClassificationGroupId = :n_group"
)
# Two values, not a UNION of them: for the rows of one MariaDB reads all programs, and asks for each.
_PROGRAMS_OF_GROUP = (
    "(SELECT n3.programId FROM ParticleClassificationGroup n3 WHERE n3.particleClassificationGroupId = :n_group),"
    " (SELECT n5.programId FROM ParticleClassificationGroup n4"
    " JOIN ParticlePicker n5 ON n5.particlePickerId = n4.particlePickerId"
    " WHERE n4.particleClassificationGroupId = :n_group)"
)


class ParticleRepository:
    def __init__(self, tx):
        self._tx = tx

    def pickers(self, arguments, access):
        """Return one page of the runs of particle picking."""
        visible = self._seen_pickers(arguments, access, _of_picker(arguments.get("particlePickerId")))
        return _with_outcome(PICKERS.read(self._tx, "em.list_pickers", "em.count_pickers", arguments, visible=visible))

    def picker(self, picker_id, access):
        """Return one run of picking."""
        return _only(self.pickers({"particlePickerId": picker_id, **_ONE}, access), f"particle picker {picker_id}")

    def picker_paths(self, picker_id, access):
        """Return where the picture of what was picked is; None if there is no such run."""
        visible = self._seen_pickers({}, access, _of_picker(picker_id))
        return self._tx.one("em.path_of_picker", {"visible": visible}, particlePickerId=picker_id)

    def classifications(self, arguments, access):
        """Return one page of the runs of classification."""
        visible = self._seen_groups(arguments, access, _of_group(arguments.get("particleClassificationGroupId")))
        names = "em.list_classifications", "em.count_classifications"
        return _with_outcome(CLASSIFICATIONS.read(self._tx, *names, arguments, visible=visible))

    def classification(self, group_id, access):
        """Return one run of classification."""
        arguments = {"particleClassificationGroupId": group_id, **_ONE}
        return _only(self.classifications(arguments, access), f"classification {group_id}")

    def classes(self, arguments, access):
        """Return one page of classes, each with the models that it began with, and with how its resolution grew."""
        narrow = _of_group(arguments.get("particleClassificationGroupId"))
        visible = self._seen_groups(arguments, access, narrow)
        found = CLASSES.read(self._tx, "em.list_classes", "em.count_classes", arguments, visible=visible)
        parts = self._parts([row["particleClassificationId"] for row in found["results"]])
        for row in found["results"]:
            number = row["particleClassificationId"]
            row["CryoemInitialModel"] = [_model(part) for part in parts["model", number]]
            row["BFactorFit"] = [_fit(part) for part in parts["fit", number]]
        return found

    def some_classes(self, group_id, classes, access):
        """Return classes of a run by their rows, in this order."""
        arguments = {"particleClassificationGroupId": group_id, "classes": classes, "skip": 0, "limit": len(classes)}
        rows = {row["particleClassificationId"]: row for row in self.classes(arguments, access)["results"]}
        return [rows[each] for each in classes]

    def particle_class(self, class_id, access):
        """Return one class."""
        group = self._tx.value("em.group_of_class", particleClassificationId=class_id)
        arguments = {"particleClassificationGroupId": group, "classes": [class_id], **_ONE}
        return _only(self.classes(arguments, access) if group else {"results": []}, f"class {class_id}")

    def class_paths(self, class_id, access):
        """Return where the picture of a class is; None if there is no such class."""
        group = self._tx.value("em.group_of_class", particleClassificationId=class_id)
        visible = {"visible": self._seen_groups({}, access, _of_group(group))}
        return group and self._tx.one("em.path_of_class", visible, particleClassificationId=class_id)

    def pictures(self, group_id, access):
        """Return where the pictures of all classes of a run are."""
        visible = {"visible": self._seen_groups({}, access, _of_group(group_id))}
        found = self._tx.all("em.pictures_of_classification", visible, particleClassificationGroupId=group_id)
        if not found:
            raise NotFound(f"No classes of classification {group_id}.")
        return found

    def _parts(self, classes):
        found = defaultdict(list)
        if classes:
            fits = self._tx.part("em.fits_of_classes", classes=classes)
            slots = {"union": ways.also(fits)} if fits else {}
            for row in self._tx.all("em.parts_of_classes", slots, classes=classes):
                found[row["kind"], row["parentId"]].append(row)
        return found

    def _seen_pickers(self, arguments, access, narrow=None):
        return _join(self._pickers(arguments, access, narrow), "particlePickerId", "pp.particlePickerId")

    def _seen_groups(self, arguments, access, narrow=None):
        pickers = self._pickers(arguments, access, narrow)
        by_picker = ways.filled(self._tx.part("em.classifications_by_picker"), union_pickers=ways.also(pickers))
        by_program = ways.filled(
            self._tx.part("em.classifications_by_program"), union=ways.also(self._programs(arguments, access, narrow))
        )
        key = "particleClassificationGroupId"
        return _join(_either(by_picker, by_program), key, f"cg.{key}")

    def _pickers(self, arguments, access, narrow):
        """Return the pickers of the collections that are asked for and that the caller may see."""
        slots = {
            "visible": scopes.visible(self._tx, access, arguments),
            "where": conjunction(*scopes.conditions(arguments), narrow and narrow.pickers),
        }
        by_correction = ways.filled(self._tx.part("em.pickers_by_correction"), **slots)
        programs = self._programs(arguments, access, narrow)
        by_program = ways.filled(self._tx.part("em.pickers_by_program"), union=ways.also(programs))
        return _either(by_correction, by_program)

    def _programs(self, arguments, access, narrow):
        return ways.programs_within(
            self._tx,
            visible=scopes.visible(self._tx, access, arguments),
            where=conjunction(*scopes.conditions(arguments), narrow and narrow.programs),
        )


class _Narrow(NamedTuple):
    """Conditions on programs and on pickers that the caller knows to hold for what is looked for."""

    programs: Clause
    pickers: Clause


def _of_picker(picker_id):
    if picker_id is None:
        return None
    values = {"n_picker": picker_id}
    return _Narrow(
        Clause(f"pg.autoProcProgramId IN ({_PROGRAMS_OF_PICKER})", values),
        Clause("pp.particlePickerId = :n_picker", values),
    )


def _of_group(group_id):
    if group_id is None:
        return None
    values = {"n_group": group_id}
    return _Narrow(
        Clause(f"pg.autoProcProgramId IN ({_PROGRAMS_OF_GROUP})", values),
        Clause(f"pp.particlePickerId IN ({_PICKER})", values),
    )


def _either(*clauses):
    params = {name: value for each in clauses for name, value in each.params.items()}
    return Clause("\n UNION\n".join(each.sql for each in clauses), params)


def _join(rows, key, column):
    sql = f"JOIN (SELECT DISTINCT way.{key} FROM ({rows.sql}) way) seen ON seen.{key} = {column}"
    return Clause(sql, rows.params)


def _with_outcome(page):
    for row in page["results"]:
        if program := row["AutoProcProgram"]:
            program["processingStatus"] = status(program["processingStatus"])
    return page


def _only(page, what):
    if not page["results"]:
        raise NotFound(f"No {what}.")
    return page["results"][0]


def _model(part):
    return {"cryoemInitialModelId": part["id"], **{name: part[name] for name in ("resolution", "numberOfParticles")}}


def _fit(part):
    numbers = ("resolution", "numberOfParticles", "particleBatchSize")
    return {"bFactorFitId": part["id"], **{name: part[name] for name in numbers}}
