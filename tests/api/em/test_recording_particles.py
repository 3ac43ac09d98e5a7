"""Particle picking and classification as pipelines record them."""

import pytest

from ispyb_api.em.schemas_particles import ClassificationSchema, ParticleClassSchema, PickerSchema
from tests.contract.shapes import faults
from tests.support import microscopy
from tests.support.rows import Rows


@pytest.fixture
def picker(rows):
    return rows.picker()


@pytest.fixture
def send(instrument):
    return lambda path, body, method="POST": instrument.send(method, f"/em/{path}", body)


def test_a_run_of_picking_grows(written, send, rows):
    body = {"firstMotionCorrectionId": rows.correction(), "autoProcProgramId": rows.run(), "particleDiameter": 18.5}
    first = send("particle-pickers", {**body, "numberOfParticles": 100})
    again = send("particle-pickers", {**body, "numberOfParticles": 250, "particleDiameter": None})
    assert (first.status_code, again.status_code) == (201, 200)
    assert list(faults(PickerSchema, again.json)) == []
    assert again.json["particlePickerId"] == first.json["particlePickerId"]
    assert (again.json["numberOfParticles"], again.json["particleDiameter"]) == (250, 18.5)
    assert again.headers["Location"] == first.headers["Location"]
    path = f"/em/particle-pickers/{first.json['particlePickerId']}"
    assert written.get(path, "pi").json == again.json
    assert written.get(path, "outsider").status_code == 404
    other = send("particle-pickers", {**body, "autoProcProgramId": rows.run()})
    assert other.status_code == 201


def test_a_run_of_picking_may_hang_on_its_program_only(send, rows):
    run = rows.run()
    made = send("particle-pickers", {"autoProcProgramId": run, "numberOfParticles": 5})
    assert (made.status_code, made.json["AutoProcProgram"]["autoProcProgramId"]) == (201, run)
    group = send("classifications", {"autoProcProgramId": run, "type": "3d".upper()})
    assert (group.status_code, group.json["particlePickerId"]) == (201, None)


def test_a_classification_is_recorded_with_its_classes_and_refined(written, send, picker):
    fits = [{"resolution": 4.1, "numberOfParticles": 1000}, {"resolution": 3.6, "numberOfParticles": 2000}]
    classes = [
        {"classNumber": 1, "particlesPerClass": 60, "CryoemInitialModel": [{"resolution": 20.0}], "BFactorFit": fits},
        {"classNumber": 2, "particlesPerClass": 40, "estimatedResolution": 4.0},
    ]
    body = {"particlePickerId": picker, "type": "3D", "batchNumber": 1, "symmetry": "C1", "classes": classes}
    first, again = send("classifications", body), send("classifications", {**body, "symmetry": "D2"})
    assert (first.status_code, again.status_code) == (201, 200)
    assert list(faults(ClassificationSchema, again.json)) == []
    assert (again.json["symmetry"], again.json["_metadata"]["classes"]) == ("D2", 2)
    number = first.json["particleClassificationGroupId"]
    refined = [{"classNumber": 2, "selected": True}, {"classNumber": 1, "BFactorFit": [{**fits[1], "resolution": 3.5}]}]
    two, one = send(f"classifications/{number}/classes", refined).json
    assert list(faults(ParticleClassSchema, one)) == list(faults(ParticleClassSchema, two)) == []
    assert (two["classNumber"], two["selected"], two["particlesPerClass"]) == (2, True, 40)
    assert [fit["resolution"] for fit in one["BFactorFit"]] == [4.1, 3.5]
    assert [model["resolution"] for model in one["CryoemInitialModel"]] == [20.0]
    assert written.get(f"/em/classes/{one['particleClassificationId']}", "pi").json == one
    assert written.get(f"/em/classes/{one['particleClassificationId']}", "outsider").status_code == 404
    assert send("classifications", {**body, "batchNumber": 2}).status_code == 201


def test_classes_begin_with_the_same_model(send, rows):
    group = rows.classification()
    (one,) = send(f"classifications/{group}/classes", [{"classNumber": 1}]).json
    model = one["CryoemInitialModel"][0]["cryoemInitialModelId"]
    body = [{"classNumber": n, "CryoemInitialModel": [{"cryoemInitialModelId": model}]} for n in (1, 2, 3)]
    for _ in range(2):
        found = send(f"classifications/{group}/classes", body).json
        assert [[each["cryoemInitialModelId"] for each in row["CryoemInitialModel"]] for row in found] == [[model]] * 3


def test_what_was_found_is_refined_by_hand(written, send, rows):
    for path, body in (
        (f"particle-pickers/{rows.picker()}", {"numberOfParticles": 7}),
        (f"classifications/{rows.classification()}", {"symmetry": "O"}),
        (f"classes/{rows.particle_class()}", {"estimatedResolution": 3.25}),
    ):
        before = written.get(f"/em/{path}")
        assert send(path, body, "PATCH").json == {**before.json, **body}
        stale = written.open("PATCH", f"/em/{path}", json=body, headers={"If-Match": before.headers["ETag"]})
        assert stale.status_code == 412


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("particle-pickers", {"numberOfParticles": 1}, "firstMotionCorrectionId"),
        ("particle-pickers", {"autoProcProgramId": 2**31 - 1}, "autoProcProgramId"),
        ("particle-pickers", {"particlePickingTemplate": "x" * 256, "firstMotionCorrectionId": "own"}, "particlePickingTemplate"),
        ("particle-pickers", {"particleDiameter": 18e-9, "firstMotionCorrectionId": "own"}, "particleDiameter"),
        ("particle-pickers", {"firstMotionCorrectionId": "own", "autoProcProgramId": "foreign"}, "autoProcProgramId"),
        ("classifications", {"type": "2D"}, "particlePickerId"),
        ("classifications", {"type": "4D", "particlePickerId": "own"}, "type"),
        ("classifications", {"type": "2D", "particlePickerId": "own", "classes": [{}]}, "classes[0].classNumber"),
        (
            "classifications",
            {"type": "2D", "particlePickerId": "own", "classes": [{"classNumber": 1}, {"classNumber": 1}]},
            "classes[1].classNumber",
        ),
        (
            "classifications",
            {"type": "2D", "particlePickerId": "own", "classes": [{"classNumber": 1, "classDistribution": 55.0}]},
            "classes[0].classDistribution",
        ),
        (
            "classifications",
            {
                "type": "2D",
                "particlePickerId": "own",
                "classes": [{"classNumber": 1, "BFactorFit": [{"numberOfParticles": 2**40}]}],
            },
            "classes[0].BFactorFit[0].numberOfParticles",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_and_nothing_saved(written, send, rows, path, body, field):
    foreign = microscopy.run_of(written, microscopy.collection_of(written, 4)) if "foreign" in body.values() else None
    own = {"firstMotionCorrectionId": Rows.correction, "particlePickerId": Rows.picker}
    given = {name: own[name](rows) if value == "own" else value for name, value in body.items()}
    given = {name: foreign if value == "foreign" else value for name, value in given.items()}
    before = counted(written)
    answer = send(path, given)
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field]), answer.json
    assert counted(written) == before


def counted(written):
    tables = ("ParticlePicker", "ParticleClassificationGroup", "ParticleClassification")
    return [written.ask(f"SELECT COUNT(*) AS n FROM {table}")[0]["n"] for table in tables]


def test_many_classes_take_few_statements(written, send, rows):
    group = rows.classification()

    def body(numbers):
        model, fit = {"resolution": 30.0}, {"numberOfParticles": 5, "resolution": 9.0}
        return [{"classNumber": n, "CryoemInitialModel": [model], "BFactorFit": [fit]} for n in numbers]

    with written.statements() as few:
        send(f"classifications/{group}/classes", body(range(10, 12)))
    with written.statements() as many:
        assert len(send(f"classifications/{group}/classes", body(range(100, 300))).json) == 200
    assert many.number == few.number <= 20
